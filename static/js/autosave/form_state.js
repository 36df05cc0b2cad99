/** What travels with every form and is nobody's text. */
const NOT_STATE = new Set(["csrfmiddlewaretoken", "version"]);

/** What goes with every save and is nobody's text either: where a new row stands, for example. */
export const sentAlong = (form) => [...form.querySelectorAll("[data-sent-along]")];

/** @returns {[string, string][]} what the person has chosen and typed */
export function read(form) {
  const along = new Set(sentAlong(form).map((field) => field.name));
  return [...new FormData(form)].filter(([name]) => !NOT_STATE.has(name) && !along.has(name));
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

/** Fields of one line: what stands in them is one thing and is never joined with another. */
const linesOf = (form) => [...form.querySelectorAll("input[type=text], input[type=checkbox], select")];

const lineOf = (field) => (field.type === "checkbox" ? (field.checked ? field.value : "") : field.value);

function fillLine(field, value) {
  if (field.type === "checkbox") field.checked = value !== "";
  else field.value = value;
}

/** Put a saved state into the form, choices included. */
export function fill(form, values) {
  for (const name of names(form).filter((each) => each in values)) {
    const value = String(values[name] ?? "");
    for (const radio of radiosOf(form, name)) radio.checked = radio.value === value;
    for (const text of textsOf(form)) if (text.name === name) text.value = value;
    for (const line of linesOf(form)) if (line.name === name) fillLine(line, value);
  }
}

/**
 * Both texts in one field, the saved one first; the choices stay as they are. Of two lines the one
 * that was changed here stays.
 * @param {Object<string, string>} before what stood in each field before it was changed here
 */
export function join(form, values, before = {}) {
  for (const line of linesOf(form).filter(({ name }) => name in values)) {
    if (lineOf(line) === (before[line.name] ?? "")) fillLine(line, values[line.name]);
  }
  for (const text of textsOf(form)) {
    const theirs = (values[text.name] ?? "").replaceAll("\r\n", "\n").trim();
    if (theirs && theirs !== text.value.trim()) text.value = `${theirs}\n\n${text.value}`.trim();
  }
}

/** The state in words: `choices` as the page calls them, and the `text`. Of lines those that differ. */
export function inWords(form, theirs = {}) {
  const chosen = names(form).flatMap((name) => radiosOf(form, name).filter((radio) => radio.checked));
  const choices = chosen.map((radio) => {
    const label = radio.labels[0];
    return (label.querySelector("b") ?? label).textContent.trim();
  });
  choices.push(...differing(form, theirs).map((line) => told(line, lineOf(line))));
  return { choices, text: textIn(form, (text) => text.value) };
}

/** The same of what is saved: the server sends `level_words` with `level`. */
export function savedInWords(form, values) {
  const choices = names(form).map((name) => values[`${name}_words`]).filter(Boolean);
  choices.push(...differing(form, values).map((line) => told(line, values[line.name])));
  return { choices, text: textIn(form, (text) => values[text.name] ?? "") };
}

const differing = (form, theirs) =>
  linesOf(form).filter((line) => line.name in theirs && lineOf(line) !== theirs[line.name]);

/** A line as "Uptime: 85 %"; what is ticked needs no more than its label. */
function told(line, value) {
  const label = line.labels[0]?.textContent.trim() ?? line.name;
  const chosen = [...(line.options ?? [])].find((option) => option.value === value);
  return `${label}: ${line.type === "checkbox" && value ? "✓" : chosen?.textContent.trim() || value || "–"}`;
}

/** null: the form has no field for a text. */
function textIn(form, of) {
  const texts = textsOf(form);
  return texts.length ? texts.map(of).join("\n\n") : null;
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

/**
 * What was understood in another way than typed, at its field: "39 min is taken as 2340 s."
 * @param {Object<string, string>} said
 */
export function showSaid(form, said) {
  for (const sentence of form.querySelectorAll(".said")) sentence.remove();
  for (const [name, sentence] of Object.entries(said)) {
    const text = document.createElement("p");
    text.className = "said";
    text.setAttribute("role", "status");
    text.textContent = sentence;
    placeOf(form, name)?.after(text);
  }
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
