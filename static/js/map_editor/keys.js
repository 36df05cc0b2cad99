// A walk is entered by keyboard: Enter goes on, Ctrl+Enter puts a row in between, the arrows go up
// and down a column, Alt and an arrow moves the row, Alt+Delete removes it, Alt+U undoes.

import { add, likelyNext } from "./adding.js";
import { change } from "./changing.js";
import { draftOf, drop, firstField, formOf, isNew, rowOf } from "./rows.js";

const LINE = "input[type=text], input[type=date], input[type=checkbox]";

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.altKey && event.code === "KeyU" && !event.ctrlKey) {
    document.querySelector("#map-undo button")?.click();
    event.preventDefault();
    return;
  }
  const row = rowOf(event.target);
  if (row && act(row, event)) event.preventDefault();
});

function act(row, event) {
  const { key, target } = event;
  if (event.altKey) return changeRow(row, key);
  if (key === "Enter" && (event.ctrlKey || event.metaKey)) return insert(row);
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (key === "Enter" && target.matches(LINE)) return goOn(row);
  if (key === "Escape" && isNew(row) && !draftOf(row).unsaved) return giveUp(row);
  if (key === "ArrowUp" && target.matches(LINE)) return column(row, target, "previousElementSibling");
  if (key === "ArrowDown" && target.matches(LINE)) return column(row, target, "nextElementSibling");
  return false;
}

/** The row is saved; on to the next one, or to a new one of the kind that is likely to follow. */
function goOn(row) {
  const isUntouched = isNew(row) && !draftOf(row).unsaved;
  draftOf(row).save();
  const list = listBelow(row);
  const next = list ? list.firstElementChild : row.nextElementSibling;
  if (next) firstField(next).focus();
  else if (list) add(list, "inventory");
  else if (!isUntouched) add(row.parentElement, likelyNext(row));
  return true;
}

/** From the head one comes to the first path, from a path to its elements. */
function listBelow(row) {
  if (row.dataset.row === "head") return document.querySelector("[data-path]");
  return row.dataset.row === "path" ? row.querySelector("[data-path]") : null;
}

function insert(row) {
  if (listBelow(row)) return goOn(row);
  draftOf(row).save();
  add(row.parentElement, likelyNext(row), row);
  return true;
}

function giveUp(row) {
  const before = row.previousElementSibling;
  drop(row);
  if (before) firstField(before).focus();
  return true;
}

function column(row, field, direction) {
  if (field.hasAttribute("list") || !row.parentElement.matches("[data-list]")) return false;
  const other = row[direction];
  if (!other || listBelow(row)) return false;
  const fields = [...formOf(row).querySelectorAll(".cells input[type=text]")];
  const there = [...formOf(other).querySelectorAll(".cells input[type=text]")];
  const same = there.find((each) => each.name === field.name);
  const goal = same ?? there[Math.min(fields.indexOf(field), there.length - 1)];
  goal?.focus();
  goal?.select();
  return Boolean(goal);
}

function changeRow(row, key) {
  const deed = { ArrowUp: "up", ArrowDown: "down", Delete: "removal" }[key];
  if (!deed) return false;
  change(row, deed);
  return true;
}
