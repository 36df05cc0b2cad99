// The taps of the time log: an entry is kept on the device until the portal has it.

import { queue } from "./time_log/queue.js";
import { send } from "./time_log/sending.js";
import { redraw, refused, showKept } from "./time_log/showing.js";

const PATIENCE = [2_000, 5_000, 15_000, 60_000]; // between two tries without a connection

const page = document.querySelector("[data-time-log]");
const kept = queue(page.dataset.timeLog);
let isSending = false;
let failures = 0;
let again = null;
let named = null; // the entry with a new cause that the portal may have already, and its id

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-taps]")) return;
  event.preventDefault();
  const entry = entryOf(event.target, event.submitter);
  if (entry.what === "daily:new") sendNewCause(event.target, withKey(entry, event.target));
  else keep({ key: newKey(), ...entry }, event.target);
});

/** Ids, codes and minutes; no name of anything. */
function entryOf(form, submitter) {
  const fields = new FormData(form);
  return {
    what: fields.get("what"),
    day: fields.get("day"),
    half: fields.get("half"),
    full: fields.get("full") ?? "refuse",
    minutes: submitter.value,
  };
}

/** The same entry again, whose answer was lost, keeps its id; anything else has its own. */
function withKey(entry, form) {
  const said = JSON.stringify([entry.day, entry.half, entry.minutes, form.elements.new_cause.value]);
  if (named?.said !== said) named = { said, key: newKey() };
  return { key: named.key, ...entry };
}

function newKey() {
  // randomUUID is there only in a secure context; a plant's own server may be plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function keep(entry, form) {
  kept.add(entry);
  form.reset();
  showKept(kept, undoLast);
  flush();
}

/** A name is not kept on the device: it stays in its field until the portal has it. */
async function sendNewCause(form, entry) {
  const answer = await send(page.dataset.sendsTo, { ...entry, new_cause: form.elements.new_cause.value });
  if (answer.kind === "saved") {
    named = null;
    form.reset();
    showKept(kept, undoLast);
    await redraw();
  } else if (answer.kind === "away") {
    showKept(kept, undoLast, "needsConnection");
  } else {
    refused(entry, answer, decide);
  }
}

/** Oldest first, one at a time; what the portal has decided about leaves the queue. */
async function flush() {
  if (isSending) return;
  isSending = true;
  clearTimeout(again);
  let hasNews = false;
  try {
    for (let entry = kept.first(); entry; entry = kept.first()) {
      const answer = await send(page.dataset.sendsTo, entry);
      if (answer.kind === "signedOut") return showKept(kept, undoLast, "signedOut");
      if (answer.kind === "away") return later();
      failures = 0;
      if (answer.kind === "saved") {
        kept.remove(entry.key);
        hasNews = true;
      } else {
        kept.refuse(entry.key, { kind: answer.kind, reason: answer.reason });
        refused(entry, answer, decide);
      }
      showKept(kept, undoLast);
    }
  } finally {
    isSending = false;
    if (hasNews) await redraw();
  }
}

function later() {
  showKept(kept, undoLast);
  again = setTimeout(flush, PATIENCE[Math.min(failures, PATIENCE.length - 1)]);
  failures += 1;
}

/** Without `full` it is left. */
function decide(entry, full) {
  if (entry.what === "daily:new") {
    if (full) sendNewCause(document.getElementById("taps"), { ...entry, full });
    return;
  }
  kept.remove(entry.key);
  if (full) kept.add({ ...entry, full, answer: undefined });
  flush();
}

function undoLast() {
  kept.dropLast();
  showKept(kept, undoLast);
}

addEventListener("online", flush);
addEventListener("focus", flush);
for (const entry of kept.refused()) refused(entry, entry.answer, decide);
showKept(kept, undoLast);
flush();
