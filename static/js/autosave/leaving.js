import { freshToken } from "./sending.js";

/**
 * Nobody leaves a page with something unsaved: forms and links wait for the save under way, the
 * browser asks where that fails, and what could not be sent is sent when the network is back.
 * @param {() => import("./draft.js").Draft[]} drafts those that are on the page now
 */
export function guard(drafts) {
  /** Forms that may go now: what they hold is saved, or it is not theirs to wait any longer. */
  const mayGo = new WeakSet();
  let leaving = false;

  const unsaved = () => drafts().some((draft) => draft.unsaved);

  /** @returns {Promise<boolean>} true if nothing on the page is unsaved any more */
  async function saveAll() {
    await Promise.all(drafts().map((draft) => draft.save()));
    return !unsaved();
  }

  // The page goes away with its own consent: nothing is sent and nothing is typed from here on.
  function leave() {
    leaving = true;
    for (const draft of drafts()) draft.rest();
  }

  // A submitted form waits for the save under way, so that it carries the newest version.
  document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || form.method === "dialog") return;
    if (mayGo.delete(form) || !unsaved()) {
      freshToken(form);
      if (!unsaved()) leave();
      return;
    }
    event.preventDefault();
    const saved = await saveAll();
    if (saved || !form.matches("[data-autosave]")) {
      mayGo.add(form);
      form.requestSubmit(submitter);
    } else {
      drafts().find((draft) => draft.unsaved).showWhy();
    }
  });

  // So does a link; if saving fails, the browser asks before it leaves.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !leavesByItself(event, link) || !unsaved()) return;
    event.preventDefault();
    await saveAll();
    location.assign(link.href);
  });

  window.addEventListener("beforeunload", (event) => {
    if (!leaving && unsaved()) event.preventDefault();
  });

  // The network is back, or the person is back from signing in in another tab.
  const wake = () => drafts().forEach((draft) => draft.wake());
  window.addEventListener("online", wake);
  window.addEventListener("focus", wake);
  document.addEventListener("visibilitychange", wake);

  // A page that the browser kept shows an old state and an old version: read it again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (leaving || !unsaved()) location.reload();
    else wake();
  });
}

function leavesByItself(event, link) {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0 || link.target;
  const samePage = link.href.split("#")[0] === location.href.split("#")[0] && link.hash;
  return !(event.defaultPrevented || elsewhere || samePage || link.hasAttribute("download"));
}
