import { say } from "../autosave/words.js";
import { announce, ask, draftOf, drafts, drop, formOf, isNew, rowOf } from "./rows.js";

/** Move a row one up or down, or take it off the map; what was typed into it is saved before. */
export async function change(row, deed) {
  const form = formOf(row);
  if (isNew(row) && !draftOf(row).unsaved) {
    if (deed === "removal") drop(row);
    return;
  }
  const isSaved = await draftOf(row).save();
  if (isNew(row)) {
    if (deed === "removal") drop(row);
    return;
  }
  const address = form.getAttribute("action");
  if (deed === "removal") {
    if (await ask(form, `${address}removal/`)) {
      if (row.isConnected) drop(row);
      announce(say("removed"));
    }
  } else if (isSaved) {
    const held = document.activeElement;
    await ask(form, `${address}place/`, { to: deed });
    if (held.isConnected) held.focus();
  }
}

async function undo(form) {
  await Promise.all(drafts().map((draft) => draft.save()));
  const { activeElement } = document;
  if (await ask(form, form.action)) announce(say("undone"));
  if (!activeElement.isConnected) document.querySelector("#map-undo button")?.focus();
}

// The buttons of a row and the undo do the same without a script: there they submit their forms.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-deed]");
  if (!button) return;
  event.preventDefault();
  if (button.dataset.deed === "undo") undo(button.form);
  else change(rowOf(button), button.dataset.deed);
}, true);
