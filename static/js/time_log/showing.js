const REDRAWN = ["week", "said", "again"];

/** What changed by a save, as the server draws it; the choice one is just making stays. */
export async function redraw() {
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" }, redirect: "error" });
    if (!response.ok) return;
    const drawn = new DOMParser().parseFromString(await response.text(), "text/html");
    const isChoosing = document.querySelector("#taps input[name=what]:checked");
    for (const id of isChoosing ? REDRAWN : [...REDRAWN, "taps"]) {
      const next = drawn.getElementById(id);
      const here = document.getElementById(id);
      if (next && here) here.replaceWith(document.adoptNode(next));
    }
  } catch {
    // no connection: what is shown is what was
  }
}

/** How many wait for the connection, with a way back for the last one. */
export function showKept(kept, undoLast, reason = "") {
  const place = document.getElementById("kept");
  const words = place.dataset;
  place.replaceChildren();
  if (!kept.size && !reason) return;
  const line = document.createElement("p");
  const count = kept.size === 1 ? words.one : words.many.replace("%n", kept.size);
  line.textContent = [kept.size ? count : "", reason ? words[reason] : ""].join(" ").trim();
  place.append(line);
  if (reason === "signedOut") place.append(link(words.signIn));
  else if (kept.size) place.append(button(words.undo, undoLast));
}

/** What the portal would not take stays on the page until somebody decides. */
export function refused(entry, answer, decide) {
  const place = document.getElementById("refused");
  const words = place.dataset;
  const note = document.createElement("div");
  note.className = "note bad";
  note.setAttribute("role", "alert");
  const lead = document.createElement("b");
  lead.textContent = words.lead;
  const what = words.day
    .replace("%day", entry.day)
    .replace("%half", words[entry.half] ?? entry.half)
    .replace("%minutes", entry.minutes);
  note.append(lead, ` ${what} ${answer.reason ?? words.closed}`);
  const actions = document.createElement("p");
  actions.className = "actions";
  const choose = (full) => () => {
    note.remove();
    decide(entry, full);
  };
  if (answer.kind === "full") {
    actions.append(button(words.replace, choose("replace")), button(words.add, choose("add")));
  }
  actions.append(button(words.drop, choose("")));
  note.append(actions);
  place.append(note);
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function link(words) {
  const made = document.createElement("a");
  made.className = "btn";
  made.href = location.href; // leads through the sign-in page and back here
  made.textContent = words;
  return made;
}
