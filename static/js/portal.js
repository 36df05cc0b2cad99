// What every page needs: the CSRF token for htmx, dialogs, and focus that does not get lost.

const CSRF_COOKIE = /(?:^|;\s*)(?:csrftoken|__Host-csrf)=([^;]+)/;

// Read at every request: another tab may have signed in again and changed the token.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.cookie.match(CSRF_COOKIE);
  if (event.detail.verb !== "get" && token) {
    event.detail.headers["X-CSRFToken"] = decodeURIComponent(token[1]);
  }
});

// A `details.confirm` works by itself; with this script its body is a modal dialog.
document.addEventListener("click", (event) => {
  const summary = event.target.closest("details.confirm > summary");
  if (summary) {
    event.preventDefault();
    openDialog(summary.parentElement);
  } else if (event.target.closest("[data-closes-dialog]")) {
    event.target.closest("dialog").close();
  }
});

function openDialog(details) {
  const dialog = details.querySelector("dialog");
  for (const button of dialog.querySelectorAll("[data-closes-dialog]")) button.hidden = false;
  details.open = true;
  dialog.removeAttribute("open");
  dialog.addEventListener("close", () => closeDetails(details), { once: true });
  dialog.showModal();
  // Where something is asked, there; else on the way back, so that Enter decides nothing.
  dialog.querySelector("textarea, select, input:not([type=hidden]), [data-closes-dialog]").focus();
}

function closeDetails(details) {
  details.open = false;
  details.querySelector("summary").focus();
}

// A button that is off says why beside it and does nothing.
document.addEventListener("click", (event) => {
  if (event.target.closest('[aria-disabled="true"]')) event.preventDefault();
}, true);

// One menu at a time; Escape closes it and gives the focus back.
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.activeElement.closest("details.menu, details.me");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.me[open], details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A refused form tells its reasons first.
const focusRefusal = (root) => root.querySelector("[data-focus-first]")?.focus();
focusRefusal(document);

// What htmx swaps may hold the focus: give it to the successor with the same id or name.
let held = null;
document.addEventListener("htmx:beforeSwap", () => {
  const active = document.activeElement;
  held = active && active !== document.body ? { id: active.id, name: active.name, value: active.value } : null;
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement === document.body && held) successor(held)?.focus();
  focusRefusal(event.target);
});

function successor({ id, name, value }) {
  if (id) return document.getElementById(id);
  if (!name) return null;
  const named = [...document.getElementsByName(name)];
  return named.find((field) => field.value === value) ?? named[0];
}
