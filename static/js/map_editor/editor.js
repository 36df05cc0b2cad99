// Entering a map. Each row is a form that saves itself (see autosave/draft.js); here they become a
// table for the keyboard, with what others save coming in. Without this script they are submitted.

import { guard } from "../autosave/leaving.js";
import "./adding.js";
import "./changing.js";
import { follow } from "./drawing.js";
import "./keys.js";
import { begin, drafts, firstField, look, rowOf } from "./rows.js";

const LOOK_EVERY = 5_000;

for (const part of document.querySelectorAll("[data-with-script]")) part.hidden = false;

begin(document);
guard(drafts);
const first = document.querySelector("[data-list^=elements-] > li");
if (first) follow(first);

// A link to a row, as that of a fault, leads into its first field.
function enterRow() {
  const row = document.getElementById(location.hash.slice(1));
  if (!row?.matches("[data-row]")) return;
  firstField(row)?.focus();
  firstField(row)?.select();
}
// Not before the browser itself has gone to the target, which takes the focus away.
window.addEventListener("load", () => setTimeout(enterRow));
window.addEventListener("hashchange", enterRow);
document.addEventListener("click", ({ target }) => {
  if (target.closest(`.faults a[href="${location.hash || "#"}"]`)) enterRow();
});

document.addEventListener("focusin", ({ target }) => {
  const row = rowOf(target);
  if (row) follow(row);
});

setInterval(async () => {
  if (document.visibilityState === "hidden") return;
  try {
    await look();
  } catch {
    // The next look may find the network again; what is unsaved says so by itself.
  }
}, LOOK_EVERY);
