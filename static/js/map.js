// Shows a label that a drawing had to cut in full, while it has the focus.
const SPACE = "http://www.w3.org/2000/svg";
const PAD = 6;

function show(cut) {
  const drawing = cut.ownerSVGElement;
  const place = cut.getBBox();
  const seen = drawing.viewBox.baseVal;
  const whole = document.createElementNS(SPACE, "g");
  whole.setAttribute("class", "whole");
  whole.setAttribute("aria-hidden", "true");
  const box = document.createElementNS(SPACE, "rect");
  const text = document.createElementNS(SPACE, "text");
  text.setAttribute("class", "tx");
  text.textContent = cut.getAttribute("aria-label");
  whole.append(box, text);
  drawing.append(whole);
  const size = text.getBBox();
  const width = size.width + 2 * PAD;
  const last = seen.x + seen.width - width;
  const x = Math.max(seen.x, Math.min(place.x - PAD, last));
  const y = Math.min(place.y + place.height + 2, seen.y + seen.height - size.height - 2 * PAD);
  box.setAttribute("x", x);
  box.setAttribute("y", y);
  box.setAttribute("width", width);
  box.setAttribute("height", size.height + 2 * PAD);
  text.setAttribute("x", x + PAD);
  text.setAttribute("y", y + PAD + size.height * 0.78);
}

function hide() {
  document.querySelectorAll(".vsm .whole").forEach((whole) => whole.remove());
}

document.addEventListener("focusin", (event) => {
  hide();
  const cut = event.target.closest?.(".vsm .cut");
  if (cut) show(cut);
});
document.addEventListener("focusout", hide);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
