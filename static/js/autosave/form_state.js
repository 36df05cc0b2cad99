/** What travels with every form and is nobody's text. */
const NOT_STATE = new Set(["csrfmiddlewaretoken", "version"]);

/** @returns {[string, string][]} what the person has chosen and typed */
export function read(form) {
  return [...new FormData(form)].filter(([name]) => !NOT_STATE.has(name));
}

/** Two equal keys: nothing has changed in between. */
export const keyOf = (state) => JSON.stringify(state);

/** The form's own fields, each name once, in the order of the page. */
function names(form) {
  const all = [...form.elements].map((element) => element.name);
  return [...new Set(all)].filter((name) => name && !NOT_STATE.has(name));
}

const radiosOf = (form, name) =>
  [...form.querySelectorAll("input[type=radio]")].filter((radio) => radio.name === name);

const textsOf = (form) => [...form.querySelectorAll("textarea")];

/** Put a saved state into the form, choices included. */
export function fill(form, values) {
  for (const name of names(form).filter((each) => each in values)) {
    const value = String(values[name] ?? "");
    for (const radio of radiosOf(form, name)) radio.checked = radio.value === value;
    for (const text of textsOf(form)) if (text.name === name) text.value = value;
  }
}

/** Both texts in one field, the saved one first; the choices stay as they are. */
export function join(form, values) {
  for (const text of textsOf(form)) {
    const theirs = (values[text.name] ?? "").replaceAll("\r\n", "\n").trim();
    if (theirs && theirs !== text.value.trim()) text.value = `${theirs}\n\n${text.value}`.trim();
  }
}

/** The state in words: `choices` as the page calls them, and the `text`. */
export function inWords(form) {
  const chosen = names(form).flatMap((name) => radiosOf(form, name).filter((radio) => radio.checked));
  const choices = chosen.map((radio) => {
    const label = radio.labels[0];
    return (label.querySelector("b") ?? label).textContent.trim();
  });
  return { choices, text: textsOf(form).map((text) => text.value).join("\n\n") };
}

/** The same of what is saved: the server sends `level_words` with `level`. */
export function savedInWords(form, values) {
  const choices = names(form).map((name) => values[`${name}_words`]).filter(Boolean);
  return { choices, text: textsOf(form).map((text) => values[text.name] ?? "").join("\n\n") };
}

/**
 * The reasons at their fields, tied to them for those who listen.
 * @param {Object<string, string[]>} errors
 * @returns {string[]} the reasons that belong to no field of this form
 */
export function showErrors(form, errors) {
  clearErrors(form);
  const unplaced = [];
  for (const [name, reasons] of Object.entries(errors)) {
    const field = NOT_STATE.has(name) ? null : placeOf(form, name);
    if (field) describe(field, `${form.id || "draft"}-${name}-refused`, reasons);
    else unplaced.push(...reasons);
  }
  return unplaced;
}

function placeOf(form, name) {
  const [radio] = radiosOf(form, name);
  return radio?.closest("[role=radiogroup], fieldset") ?? form.elements[name] ?? null;
}

function describe(field, id, reasons) {
  const text = document.createElement("p");
  text.className = "err";
  text.id = id;
  text.textContent = reasons.join(" ");
  field.after(text);
  field.closest(".field")?.classList.add("bad");
  field.setAttribute("aria-invalid", "true");
  field.dataset.describedBefore = field.getAttribute("aria-describedby") ?? "";
  field.setAttribute("aria-describedby", `${field.dataset.describedBefore} ${id}`.trim());
}

/** Also of those with which the page came. */
export function clearErrors(form) {
  for (const reason of form.querySelectorAll(".err, .summary")) reason.remove();
  for (const field of form.querySelectorAll(".field.bad")) field.classList.remove("bad");
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    if (field.dataset.describedBefore) field.setAttribute("aria-describedby", field.dataset.describedBefore);
    else if ("describedBefore" in field.dataset) field.removeAttribute("aria-describedby");
    delete field.dataset.describedBefore;
  }
}
