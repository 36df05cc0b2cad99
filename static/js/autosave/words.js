const page = document.querySelector("[data-autosave-words]");

/** A sentence of the page, with its gaps filled: `say("theirs", { time: "10:39" })`. */
export function say(name, values = {}) {
  return page.dataset[name].replace(/\{(\w+)\}/g, (gap, key) => values[key] ?? gap);
}

/** The drawing that stands before a state: "kept", "waiting" or "lost". */
export function sign(state) {
  return page.querySelector(`template[data-sign="${state}"]`).content.cloneNode(true);
}
