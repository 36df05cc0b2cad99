/** Bring what a row is about into sight in the drawing. */
export function follow(row) {
  const name = row.querySelector(".cells input[name=name]")?.value.trim();
  const scroller = document.querySelector("[data-map-scroller]");
  if (!name || !scroller) return;
  const titles = [...scroller.querySelectorAll("svg > g > title")];
  const shape = titles.find((title) => title.textContent === name)?.parentElement;
  if (!shape) return;
  const [there, frame] = [shape.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollLeft += there.left - frame.left - (frame.width - there.width) / 2;
  scroller.scrollTop += there.top - frame.top - (frame.height - there.height) / 2;
}
