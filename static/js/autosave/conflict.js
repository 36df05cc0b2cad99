import { inWords, savedInWords } from "./form_state.js";
import { say } from "./words.js";

/**
 * Both texts side by side and three ways out; nothing is overwritten before a choice.
 * Drawn again while the person goes on typing, so "yours" is always what the form holds.
 * @param {HTMLFormElement} form with an empty `[data-conflict]`
 * @param {object} theirs what the server holds, with `version` and `saved`
 * @param {{keepMine: Function, keepTheirs: Function, editBoth: Function}} ways
 */
export function drawConflict(form, theirs, ways) {
  const mine = side(say("mine"), inWords(form, theirs));
  const standing = form.querySelector("[data-conflict] [data-mine]");
  mine.dataset.mine = "";
  if (standing) {
    standing.replaceWith(mine);
    return;
  }
  const both = element("div", "both");
  both.append(side(say("theirs", { time: theirs.saved }), savedInWords(form, theirs)), mine);
  const buttons = element("p", "actions");
  buttons.append(
    button(say("keepMine"), () => ways.keepMine()),
    button(say("keepTheirs"), () => ways.keepTheirs(theirs)),
    button(say("editBoth"), () => ways.editBoth(theirs)),
  );
  const box = form.querySelector("[data-conflict]");
  box.className = "conflict";
  box.replaceChildren(both, buttons);
  box.scrollIntoView({ block: "nearest" });
}

export function clearConflict(form) {
  const box = form.querySelector("[data-conflict]");
  box.className = "";
  box.replaceChildren();
}

function side(heading, { choices, text }) {
  const cell = element("div", "");
  cell.append(element("h3", "", heading));
  for (const choice of choices) cell.append(element("div", "small", choice));
  if (text !== null) cell.append(element("div", "as-typed", text || say("nothing")));
  return cell;
}

function button(label, act) {
  const made = element("button", "btn", label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function element(tag, css, text = "") {
  const made = document.createElement(tag);
  made.className = css;
  made.textContent = text;
  return made;
}
