import { sign } from "./words.js";

/**
 * The line that says what became of what one typed. What goes well changes without a word to those
 * who listen; trouble, and its end, is announced.
 */
export class StatusLine {
  /** The time of the last save, as the page shows it; unknown at first unless the page says so. */
  savedAt;
  #inTrouble = false;
  #kept; // what it said last about something saved

  constructor(form) {
    this.element = form.querySelector("[data-saved]") ?? form.parentElement.querySelector("[data-saved]");
    this.savedAt = form.dataset.savedAt ?? "";
    this.#kept = this.element?.cloneNode(true);
  }

  routine(state, sentence) {
    this.#show(state, sentence, this.#inTrouble && state === "kept");
    if (state === "kept") this.#inTrouble = false;
  }

  /** The form is again as it was saved: so is what this says. */
  back() {
    if (!this.element || this.element.className === this.#kept.className) return;
    this.#inTrouble = false;
    this.element.setAttribute("aria-live", "off");
    this.element.className = this.#kept.className;
    this.element.replaceChildren(...this.#kept.cloneNode(true).childNodes);
  }

  /** @param {{url: string, label: string}} [link] opens in a new tab, so that this page stays */
  loud(state, sentence, link) {
    this.#inTrouble = state === "lost";
    this.#show(state, sentence, true, link);
  }

  #show(state, sentence, isAnnounced, link) {
    const text = document.createElement("span");
    text.textContent = sentence;
    if (link) text.append(" ", newTab(link));
    if (!this.element || this.element.lastElementChild?.textContent === text.textContent) return;
    this.element.setAttribute("aria-live", isAnnounced ? "polite" : "off");
    this.element.className = `saved ${state}`;
    this.element.replaceChildren(sign(state), text);
    if (state === "kept") this.#kept = this.element.cloneNode(true);
  }
}

function newTab({ url, label }) {
  const link = document.createElement("a");
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = label;
  return link;
}
