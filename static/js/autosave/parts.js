const FOCUSABLE = "a[href], button";
let newest = 0; // answers of two forms may arrive in another order than they were given
let waiting = null;
let isPressed = false;

// Whatever is under a pressed button stays there until it is released, or the click would be lost.
addEventListener("pointerdown", () => {
  isPressed = true;
}, true);
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => setTimeout(released), true);
}

function released() {
  isPressed = false;
  if (waiting) redraw(waiting);
}

/**
 * What a save changes around the forms, drawn by the partials that drew the page. Nothing of it is
 * announced: the person has just done it, and the line of the form says that it is saved.
 * @param {{parts: Object<string, string>, saves: number}} drawn html by the id of its element
 */
export function redraw(drawn) {
  if (drawn.saves < newest) return;
  newest = drawn.saves;
  waiting = isPressed ? drawn : null;
  if (waiting) return;
  const before = heading();
  for (const [id, html] of Object.entries(drawn.parts)) replace(document.getElementById(id), html);
  document.title = document.title.replace(before, heading());
}

const heading = () => document.querySelector("h1").textContent;

function replace(old, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const fresh = template.content.firstElementChild;
  if (!old || old.isEqualNode(fresh)) return;
  const opened = folded(old).map((part) => part.open);
  folded(fresh).forEach((part, place) => {
    part.open = opened[place] ?? part.open;
  });
  const held = focusable(old).indexOf(document.activeElement);
  old.replaceWith(fresh);
  if (held >= 0) (focusable(fresh)[held] ?? focusable(fresh).at(-1))?.focus({ preventScroll: true });
}

/** What the person may have unfolded. */
const folded = (part) => [...part.querySelectorAll("details[data-stays-open]")];

const focusable = (part) => [...part.querySelectorAll(FOCUSABLE)];
