import { Draft } from "../autosave/draft.js";
import { redraw } from "../autosave/parts.js";
import { freshToken } from "../autosave/sending.js";
import { say } from "../autosave/words.js";
import { follow } from "./drawing.js";

const page = document.querySelector("[data-map-editor]");
const status = document.querySelector("#map-status");
const byForm = new Map();
let seen = Number(page.dataset.saves);

/** The drafts of all rows that are on the page now. */
export function drafts() {
  for (const form of byForm.keys()) if (!form.isConnected) byForm.delete(form);
  return [...byForm.values()];
}

export const draftOf = (row) => byForm.get(formOf(row));
/** A row's own form is the first in it: a path holds those of its elements, too. */
export const formOf = (row) => row.querySelector("form[data-autosave]");
export const rowOf = (element) => element.closest("[data-row]");
export const isNew = (row) => row.hasAttribute("data-new");
export const firstField = (row) => formOf(row).querySelector(".cells input[type=text]");

/** Let the rows below `root` save themselves. */
export function begin(root) {
  for (const part of root.querySelectorAll("[data-without-script]")) part.remove();
  // Reached by their own keys, so that Tab goes from field to field.
  for (const tool of root.querySelectorAll(".tools button")) tool.tabIndex = -1;
  for (const form of root.querySelectorAll("form[data-autosave]")) {
    if (!byForm.has(form)) byForm.set(form, new Draft(form, { ready: () => ready(form) }));
  }
}

/** A new row is saved behind the row it stands behind, so that one comes first. */
async function ready(form) {
  const row = rowOf(form);
  if (row && isNew(row)) {
    const before = row.previousElementSibling;
    if (before && isNew(before)) await draftOf(before).save();
    form.elements.after.value = savedBefore(row)?.id ?? "start";
  }
  form.elements.seen.value = seen;
}

function savedBefore(row) {
  let before = row.previousElementSibling;
  while (before && isNew(before)) before = before.previousElementSibling;
  return before;
}

document.addEventListener("draft:saved", ({ target: form, detail: answer }) => {
  const row = rowOf(form);
  if (answer.row && isNew(row)) {
    row.id = answer.row.id;
    row.removeAttribute("data-new");
    form.setAttribute("action", answer.row.action);
    form.querySelector("select[name=kind][data-sent-along]")?.setAttribute("tabindex", "-1");
    fixKind(form);
  }
  apply(answer);
});

/** A row that is saved keeps its kind: another kind is another row. */
function fixKind(form) {
  const kind = form.querySelector("select[name=kind][data-sent-along]");
  if (!kind) return;
  const words = document.createElement("span");
  words.className = "kind-words";
  words.textContent = kind.selectedOptions[0].textContent;
  kind.replaceWith(words);
}

/** What the server said has changed: drawn, taken over, put in order. */
export function apply(answer) {
  if (answer.saves < seen) return;
  seen = answer.saves;
  page.dataset.saves = seen;
  redraw(answer);
  for (const told of answer.rows) {
    const row = document.getElementById(told.id);
    if (row && formOf(row)) takeOver(row, told);
  }
  arrange(answer);
  const focused = rowOf(document.activeElement);
  if (focused) follow(focused);
}

function takeOver(row, told) {
  const before = formOf(row).elements.version.value;
  draftOf(row)?.adopt(told);
  if (formOf(row).elements.version.value !== before) tell(nameOf(row), told);
}

const nameOf = (row) => firstField(row)?.value || formOf(row).querySelector(".cells label")?.textContent || "";

/** A row that somebody else saved says so once, and is marked for a moment. */
function tell(name, { saved }) {
  status.textContent = `${name}: ${say("theirs", { time: saved })}`;
}

/** All rows of the page in the order of the map; what is being typed stays where it is. */
function arrange({ order, rows }) {
  const html = Object.fromEntries(rows.map((row) => [row.id, row.html]));
  const held = document.activeElement;
  for (const [name, ids] of Object.entries(order)) {
    const list = document.querySelector(`[data-list="${name}"]`);
    if (!list) continue;
    const wanted = new Set(ids);
    for (const row of [...list.children]) {
      if (!isNew(row) && !wanted.has(row.id) && !draftOf(row)?.unsaved) drop(row);
    }
    let before = null;
    for (const id of ids) {
      const row = document.getElementById(id) ?? made(html[id]);
      if (!row) continue;
      const stands = row.parentElement === list && savedBefore(row) === before;
      if (!stands) (before ? before.after.bind(before) : list.prepend.bind(list))(row);
      begin(row);
      before = row;
    }
  }
  if (held.isConnected && document.activeElement !== held) held.focus({ preventScroll: true });
}

function made(html) {
  if (!html) return null;
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Take a row off the page; the focus goes to the one behind it, or before it. */
export function drop(row) {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const hadFocus = row.contains(document.activeElement);
  draftOf(row)?.rest();
  row.remove();
  if (hadFocus && next) firstField(next)?.focus();
}

/**
 * Ask the server for something about a row and show what came of it.
 * @returns {Promise<boolean>} true if it was done
 */
export async function ask(form, url, fields = {}) {
  freshToken(form);
  const body = new FormData(form);
  body.set("seen", seen);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      redirect: "manual",
    });
    const said = response.type === "opaqueredirect" ? {} : await response.json();
    if (response.ok) apply(said);
    else status.textContent = said.reason ?? say("fault");
    return response.ok;
  } catch {
    status.textContent = say("away");
    return false;
  }
}

/** Whether others have saved since; rows that are being typed are left as they are. */
export async function look() {
  const response = await fetch(`${page.dataset.changes}?seen=${seen}`, {
    headers: { Accept: "application/json", "If-None-Match": `"${seen}"` },
    redirect: "manual",
    cache: "no-store",
  });
  if (response.ok) apply(await response.json());
  else if ([403, 404].includes(response.status)) announce(say("over"));
}

export const announce = (sentence) => {
  status.textContent = sentence;
};
