// One criterion by keyboard: level, evidence, its kind, next. Keys without a modifier count only
// while the focus is inside the form and in no text field, so that nothing typed is taken away and
// a screen reader keeps its own keys.

const TEXT = "textarea, select, input:not([type=radio], [type=checkbox])";

/** @param {HTMLFormElement} form with `data-keys` */
export function listenTo(form) {
  const help = form.querySelector("[data-keys-help]");
  if (help) help.hidden = false;
  form.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (act(form, event)) event.preventDefault();
  });
}

function act(form, event) {
  const { key } = event;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (key === "Enter" && (event.ctrlKey || event.metaKey)) return goOn(form);
  if (event.altKey && !event.ctrlKey && !event.metaKey && !event.getModifierState("AltGraph")) {
    return choose(form, "kind", digitOf(event) - 1);
  }
  if (!isPlain) return false;
  if (key === "Escape" && event.target.matches(TEXT)) return focus(form.querySelector("h2"));
  if (event.target.matches(TEXT)) return false;
  if (/^[0-5]$/.test(key)) return level(form, key);
  if (/^[a-z]$/i.test(key)) return choose(form, "note", key.toLowerCase().charCodeAt(0) - 97, isNote);
  return false;
}

/** The digit on the key, whatever the layout writes with Alt; NaN for other keys. */
const digitOf = ({ code }) => Number(/^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1]);

const isNote = (radio) => radio.value !== "";

function level(form, key) {
  const chosen = key === "0" ? "not_observed" : key;
  const radios = radiosOf(form, "level");
  choose(form, "level", radios.findIndex((radio) => radio.value === chosen));
  return focus(needsWords(form) ? form.querySelector("textarea") : nextOf(form));
}

/** A level that rests on a note, or was not observed, needs no words. */
function needsWords(form) {
  const { level: chosen, note } = Object.fromEntries(new FormData(form));
  return chosen !== "not_observed" && !note;
}

function choose(form, name, place, which = () => true) {
  const radio = radiosOf(form, name).filter(which)[place];
  if (!radio) return false;
  radio.checked = true;
  for (const type of ["input", "change"]) radio.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

const radiosOf = (form, name) => [...form.querySelectorAll(`input[type=radio][name=${name}]`)];

/** The button that saves and goes on; another one before it takes the criterion back. */
const nextOf = (form) => form.querySelector(".btn.main[type=submit]");

function goOn(form) {
  form.requestSubmit(nextOf(form));
  return true;
}

function focus(element) {
  element?.focus();
  return Boolean(element);
}
