import { clearConflict, drawConflict } from "./conflict.js";
import { clearErrors, fill, join, keyOf, read, showErrors, showSaid } from "./form_state.js";
import { redraw } from "./parts.js";
import { send } from "./sending.js";
import { StatusLine } from "./status_line.js";
import { say } from "./words.js";

const AFTER_TYPING = 800;
const LONGEST_WAIT = 5_000; // who types without a pause is saved all the same
const ONE_LINE = "input[type=text]";
const LAST_RETRY = 30_000;

/**
 * One form and its row on the server: what is saved, what is under way, what stands against it.
 *
 * One request at a time. A save whose answer was lost may or may not have arrived, so it is repeated
 * word for word, which the server takes for the same save; only then the newer state follows. So a
 * draft is never in conflict with itself.
 */
export class Draft {
  #flight = null; // the promise of the save under way
  #unanswered = null; // sent, and not known whether it arrived
  #saved; // the key of the state that the server confirmed
  #conflict = null; // what stands there, saved elsewhere, until the person has chosen
  #closed = false; // it can no longer be written
  #failures = 0;
  #typed = 0;
  #typedSince = null;
  #retry = 0;
  #pause = AFTER_TYPING;
  #ready;

  /**
   * @param {HTMLFormElement} form with a hidden `version`; `data-unsaved` if a submit was refused,
   * and `data-conflict-with`, the other text as the server would tell it, if that was the reason.
   * `data-pause` (ms): a row of many fields, saved when it is left, or after a pause that long
   * @param {{ready?: () => Promise<void>}} [options] `ready`: what has to be saved before this
   */
  constructor(form, { ready = async () => {} } = {}) {
    this.form = form;
    this.#ready = ready;
    this.line = new StatusLine(form);
    this.#saved = form.dataset.unsaved === undefined ? keyOf(read(form)) : null;
    form.addEventListener("input", (event) => this.#changed(event.target));
    form.addEventListener("change", (event) => this.#changed(form.dataset.pause ? event.target : null));
    if (form.dataset.pause) this.#saveWhenLeft();
    const theirs = form.dataset.conflictWith;
    if (theirs) this._conflict({ theirs: JSON.parse(theirs) });
  }

  /** Something on the page is not known to be in the database. */
  get unsaved() {
    return this.#flight !== null || this.#unanswered !== null || !this.#isCurrent(this.#saved);
  }

  /** A save is under way, or its answer is not known. */
  get isSending() {
    return this.#flight !== null || this.#unanswered !== null;
  }

  /**
   * Save the newest state now; joins a save under way, which goes on until nothing newer is left.
   * @returns {Promise<boolean>} true if everything is saved
   */
  save() {
    this.#clearTimers();
    this.#flight ??= this.#saveAll().finally(() => {
      this.#flight = null;
    });
    return this.#flight;
  }

  /**
   * Take over what somebody else saved, unless something here is unsaved: that is a conflict, which
   * the next save finds.
   * @param {{version: number, values: Object<string, string>, saved: string}} theirs
   */
  adopt({ version, values, saved }) {
    if (this.unsaved || this.#closed || Number(this.form.elements.version.value) >= version) return;
    this.form.elements.version.value = version;
    fill(this.form, values);
    this.#saved = keyOf(read(this.form));
    this.line.savedAt = saved;
    clearErrors(this.form);
    showSaid(this.form, {});
  }

  /** Try again at once what could not be sent. */
  wake() {
    if (this.#retry) this.save();
  }

  /** The page is being left: nothing is sent and nothing is typed any more. */
  rest() {
    this.#closed = true;
    this.#clearTimers();
    for (const text of this.form.querySelectorAll(`textarea, ${ONE_LINE}`)) text.readOnly = true;
  }

  /** Bring the person to what keeps this from being saved. */
  showWhy() {
    const place = this.form.querySelector('[data-conflict] button, [aria-invalid="true"]');
    (place?.matches(`textarea, select, button, ${ONE_LINE}`) ? place : place?.querySelector("input"))?.focus();
    this.line.element?.scrollIntoView({ block: "nearest" });
  }

  #isCurrent(key) {
    return key === keyOf(read(this.form));
  }

  #clearTimers() {
    clearTimeout(this.#typed);
    clearTimeout(this.#retry);
    this.#typedSince = null;
    this.#retry = 0;
  }

  /** @param {?EventTarget} typedInto the field of a keystroke; null: a choice, or a field was left */
  #changed(typedInto) {
    if (this.#conflict) this.#drawConflict();
    if (this.#closed || this.#conflict) return;
    if (!this.unsaved) {
      this.#backToSaved();
      return;
    }
    if (!this.#retry && !this.#flight) this.line.routine("waiting", say("unsaved"));
    if (!typedInto?.matches(`textarea, ${ONE_LINE}`) && !(typedInto && this.form.dataset.pause)) {
      this.save();
      return;
    }
    this.#typedSince ??= Date.now();
    clearTimeout(this.#typed);
    const longest = this.#typedSince + Math.max(LONGEST_WAIT, 4 * this.#pause) - Date.now();
    this.#typed = setTimeout(() => this.save(), Math.min(this.#pause, Math.max(longest, 0)));
  }

  #saveWhenLeft() {
    this.#pause = Number(this.form.dataset.pause);
    this.form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.form.contains(relatedTarget) && !this.#isCurrent(this.#saved)) this.save();
    });
  }

  #backToSaved() {
    this.#clearTimers();
    clearErrors(this.form);
    this.line.back();
  }

  async #saveAll() {
    while (!this.#closed && !this.#conflict && (this.#unanswered || !this.#isCurrent(this.#saved))) {
      await this.#ready();
      this.#unanswered ??= read(this.form);
      if (!this.#failures) this.line.routine("waiting", say("saving"));
      const state = this.#unanswered;
      const answer = await send(this.form, state);
      if (answer.arrived) this.#unanswered = null;
      this.#failures = answer.again ? this.#failures + 1 : 0;
      this[`_${answer.kind}`](answer, keyOf(state));
      if (answer.kind === "saved") continue;
      if (answer.again) this.#tryLater();
      if (answer.kind !== "refused" || this.#isCurrent(keyOf(state))) return false;
    }
    if (!this.#isCurrent(this.#saved)) return false;
    this.#backToSaved(); // what was refused meanwhile is mended already
    return true;
  }

  #tryLater() {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.save(), Math.min(1000 * 2 ** this.#failures, LAST_RETRY));
  }

  // What each kind of answer means (see sending.js).

  _saved(answer, key) {
    const { version, saved, sentence, parts, saves, said = {} } = answer;
    this.#saved = key;
    this.form.elements.version.value = version;
    this.line.savedAt = saved;
    clearErrors(this.form);
    this.line.routine(saved ? "kept" : "waiting", sentence);
    showSaid(this.form, said);
    redraw({ parts, saves });
    this.form.dispatchEvent(new CustomEvent("draft:saved", { detail: answer, bubbles: true }));
  }

  _refused({ errors }) {
    const unplaced = showErrors(this.form, errors);
    this.line.loud("lost", [say("refused"), ...unplaced].join(": "));
  }

  _conflict({ theirs }) {
    this.#conflict = theirs;
    this.#drawConflict();
    this.line.loud("lost", say("conflict"));
  }

  _closed({ reason }) {
    this.#closed = true;
    this.line.loud("lost", say("closed", { reason: reason ?? say("gone") }));
  }

  _away() {
    const time = this.line.savedAt;
    this.line.loud("lost", time ? say("awaySince", { time }) : say("away"));
  }

  _fault() {
    this.line.loud("lost", say("fault"));
  }

  _token() {
    this.line.loud("lost", say("token"));
  }

  _signedOut() {
    this.line.loud("lost", say("signedOut"), { url: say("signInUrl"), label: say("signIn") });
  }

  // The three ways out of a conflict.

  #drawConflict() {
    drawConflict(this.form, this.#conflict, {
      keepMine: () => this.#settle(() => this.save()),
      keepTheirs: (theirs) => this.#settle(() => this.#take(theirs)),
      editBoth: (theirs) => this.#settle(() => this.#join(theirs)),
    });
  }

  #settle(way) {
    this.form.elements.version.value = this.#conflict.version;
    this.#conflict = null;
    clearConflict(this.form);
    way();
    this.form.querySelector(`textarea, ${ONE_LINE}`)?.focus();
  }

  #take(theirs) {
    fill(this.form, theirs);
    this.#saved = keyOf(read(this.form));
    this.line.savedAt = theirs.saved;
    this.line.loud("kept", say("keptTheirs", { time: theirs.saved }));
  }

  #join(theirs) {
    join(this.form, theirs, Object.fromEntries(JSON.parse(this.#saved ?? "[]")));
    this.save();
  }
}
