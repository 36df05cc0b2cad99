import { begin, draftOf, drop, firstField, formOf, rowOf } from "./rows.js";

/**
 * A new row behind another, or at the end of the list, with the focus in it. Nothing of it is on
 * the server before something is typed.
 * @param {HTMLElement} list with `data-list`, for elements also with `data-path`
 * @param {string} kind of an element, or of the list: "process", "flow"
 */
export function add(list, kind, after = list.lastElementChild) {
  const row = blank(list, kind);
  if (after) after.after(row);
  else list.prepend(row);
  begin(row);
  firstField(row).focus();
  return row;
}

function blank(list, kind) {
  const template = document.querySelector(`template[data-blank="${kind}"]`);
  const holder = document.createElement("template");
  holder.innerHTML = template.innerHTML.replaceAll("NEWKEY", uuid());
  const row = holder.content.firstElementChild;
  const form = formOf(row);
  if (form.elements.path) form.elements.path.value = list.dataset.path;
  return row;
}

/** crypto.randomUUID is there over https only; a plant's server may have none. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The kind that most often stands behind a row. */
export function likelyNext(row) {
  const list = row.parentElement;
  if (list.dataset.path === undefined) return list.dataset.list;
  return formOf(row).dataset.kind === "process" ? "inventory" : "process";
}

// Another kind for a row that is still new: other fields, and what both have stays.
document.addEventListener("change", ({ target }) => {
  if (!target.matches("select[name=kind][data-sent-along]")) return;
  const old = rowOf(target);
  if (draftOf(old).isSending) {
    target.value = formOf(old).dataset.kind; // it is being saved as what it is
    return;
  }
  draftOf(old).rest();
  const row = add(old.parentElement, target.value, old);
  for (const field of formOf(row).querySelectorAll("input[type=text]")) {
    field.value = formOf(old).elements[field.name]?.value ?? "";
  }
  drop(old);
  formOf(row).elements.kind.focus();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-add]");
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  const row = link.hasAttribute("data-behind") ? rowOf(link) : null;
  const list = row?.parentElement ?? document.querySelector(`[data-list="${link.dataset.to}"]`);
  add(list, link.dataset.add, row ?? undefined);
}, true);
