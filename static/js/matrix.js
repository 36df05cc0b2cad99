// The matrix as a grid over its text field. The field is what is sent, so nothing is lost without
// this script; a large matrix stays text.

const MOST_CELLS = 4000;

const form = document.querySelector("[data-matrix-form]");
const field = form?.querySelector("textarea[data-matrix]");
if (field) start();

function start() {
  const words = form.dataset;
  const rows = parse(field.value.trim() ? field.value : `${words.wordsProduct}\t\t\t\n\t\t\t\n\t\t\t\n`);
  const holder = document.createElement("div");
  const buttons = document.createElement("p");
  buttons.className = "actions";
  field.after(holder, buttons);
  const state = { rows, holder, words, faults: JSON.parse(field.dataset.faults || "[]") };
  const toggle = button(words.wordsText, () => {
    const text = field.hidden;
    if (!text) state.rows = parse(field.value);
    if (!text && tooLarge(state.rows)) return;
    field.hidden = !text;
    holder.hidden = text;
    more.forEach((each) => { each.hidden = text; });
    toggle.textContent = text ? words.wordsGrid : words.wordsText;
    if (!text) draw(state);
    (text ? field : holder.querySelector("input")).focus();
  });
  const more = [
    button(words.wordsRow, () => { state.rows.push(state.rows[0].map(() => "")); draw(state); focus(state, state.rows.length - 1, 0); }),
    button(words.wordsColumn, () => { addStep(state); draw(state); write(state); }),
  ];
  buttons.append(...more, toggle);
  if (tooLarge(rows)) {
    more.forEach((each) => { each.hidden = true; });
    toggle.hidden = true;
    return;
  }
  field.hidden = true;
  draw(state);
  // A link of the error summary leads to the field; it is the grid that can be seen.
  field.addEventListener("focus", () => { if (field.hidden) focus(state, 0, 0); });
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function tooLarge(rows) {
  return rows.length * (rows[0]?.length ?? 0) > MOST_CELLS;
}

// A new step stands before the demand, which is the last column where there is one.
function addStep(state) {
  const demand = state.rows[0].findIndex((name) => name.trim().toLowerCase().replaceAll(" ", "_") === "demand_per_month");
  const at = demand < 0 ? state.rows[0].length : demand;
  for (const row of state.rows) row.splice(at, 0, "");
}

function draw(state) {
  const width = Math.max(...state.rows.map((row) => row.length));
  for (const row of state.rows) while (row.length < width) row.push("");
  const table = document.createElement("table");
  state.rows.forEach((row, y) => {
    const line = table.insertRow();
    row.forEach((text, x) => line.append(cell(state, text, y, x)));
  });
  const hint = document.createElement("p");
  hint.className = "small quiet";
  hint.textContent = state.words.wordsKeys;
  const frame = document.createElement("div");
  frame.className = "matrix-grid";
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", state.words.wordsLabel);
  frame.append(table);
  state.holder.replaceChildren(hint, frame);
}

function cell(state, text, y, x) {
  const input = document.createElement("input");
  input.value = text;
  input.autocomplete = "off";
  input.dataset.at = `${y} ${x}`;
  const product = () => state.rows[y][0], step = () => state.rows[0][x];
  const label = () => state.words.wordsCell.replace("%product%", product()).replace("%step%", step());
  input.setAttribute("aria-label", label());
  if (state.faults.some(([line, column]) => line === y + 1 && column === step())) {
    input.setAttribute("aria-invalid", "true");
  }
  input.addEventListener("focus", () => { input.setAttribute("aria-label", label()); input.select(); });
  input.addEventListener("input", () => { state.rows[y][x] = input.value; input.removeAttribute("aria-invalid"); write(state); });
  input.addEventListener("keydown", (event) => move(event, state, y, x, input));
  input.addEventListener("paste", (event) => paste(event, state, y, x));
  const box = document.createElement(y === 0 || x === 0 ? "th" : "td");
  box.append(input);
  return box;
}

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] };

// Left and right leave a cell only from its edge or while all of it is chosen.
function move(event, state, y, x, input) {
  const step = STEPS[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  if (event.key === "ArrowLeft" && !whole && input.selectionStart > 0) return;
  if (event.key === "ArrowRight" && !whole && input.selectionEnd < input.value.length) return;
  event.preventDefault();
  focus(state, y + step[0], x + step[1]);
}

function focus(state, y, x) {
  state.holder.querySelector(`[data-at="${y} ${x}"]`)?.focus();
}

function paste(event, state, y, x) {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  parse(text).forEach((row, down) => row.forEach((value, along) => put(state, y + down, x + along, value)));
  write(state);
  if (tooLarge(state.rows)) { field.hidden = false; state.holder.hidden = true; return; }
  draw(state);
  focus(state, y, x);
}

function put(state, y, x, value) {
  while (state.rows.length <= y) state.rows.push(state.rows[0].map(() => ""));
  while (state.rows[0].length <= x) for (const row of state.rows) row.push("");
  const row = state.rows[y];
  while (row.length < state.rows[0].length) row.push("");
  row[x] = value.trim();
}

// Rows and columns in which nothing stands are not sent.
function write(state) {
  const used = state.rows[0].map((_, x) => state.rows.some((row) => row[x]?.trim()));
  const lines = state.rows.map((row) => row.filter((_, x) => used[x]).map(quoted).join("\t"));
  field.value = `${lines.join("\n")}\n`;
}

function quoted(text) {
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Tab, else semicolon, else comma; quotation marks as spreadsheets write them.
function parse(text) {
  const head = text.slice(0, text.indexOf("\n") + 1 || undefined);
  const mark = ["\t", ";", ","].find((each) => head.includes(each)) ?? "\t";
  const rows = [[""]];
  let quotes = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i], row = rows.at(-1);
    if (quotes) {
      if (sign === '"' && text[i + 1] === '"') { row[row.length - 1] += '"'; i += 1; }
      else if (sign === '"') quotes = false;
      else row[row.length - 1] += sign;
    } else if (sign === '"' && row.at(-1) === "") quotes = true;
    else if (sign === mark) row.push("");
    else if (sign === "\n") rows.push([""]);
    else if (sign !== "\r") row[row.length - 1] += sign;
  }
  if (rows.length > 1 && rows.at(-1).every((each) => each === "")) rows.pop();
  return rows;
}
