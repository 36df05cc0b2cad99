import { sentAlong } from "./form_state.js";

const PATIENCE = 30_000; // an answer that takes longer is taken for lost

/**
 * What came of a save.
 * @typedef {object} Answer
 * @property {"saved"|"refused"|"conflict"|"closed"|"signedOut"|"token"|"away"|"fault"} kind
 * @property {boolean} arrived the server has decided about it; else it may have been saved or not
 * @property {boolean} again trying later may help
 */

const SETTLED = { arrived: true, again: false };
const TURNED_AWAY = { arrived: true, again: true };
const UNKNOWN = { arrived: false, again: true };

/**
 * Send one state of the form with the version it rests on.
 * @param {HTMLFormElement} form
 * @param {[string, string][]} state
 * @returns {Promise<Answer>}
 */
export async function send(form, state) {
  try {
    const answer = await post(form, state);
    // Another tab may have signed in meanwhile: once more, with the cookie as it is now.
    return answer.kind === "token" ? await post(form, state) : answer;
  } catch {
    return { kind: "away", ...UNKNOWN };
  }
}

async function post(form, state) {
  const body = new FormData();
  body.set("version", form.elements.version.value);
  for (const [name, value] of state) body.append(name, value);
  for (const { name, value } of sentAlong(form)) body.set(name, value);
  const response = await fetch(form.action, {
    method: "POST",
    body,
    headers: { Accept: "application/json", "X-CSRFToken": token(form) },
    redirect: "manual", // to the sign-in page: there is nothing to follow
    signal: AbortSignal.timeout(PATIENCE),
  });
  return understand(response);
}

async function understand(response) {
  if (response.type === "opaqueredirect") return { kind: "signedOut", ...TURNED_AWAY };
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  const said = isJson ? await response.json() : null;
  const { status } = response;
  if (said && status === 200) return { ...said, kind: "saved", ...SETTLED };
  if (said && status === 422) return { ...said, kind: "refused", ...SETTLED };
  if (said?.theirs && status === 409) return { ...said, kind: "conflict", ...SETTLED };
  if (said && [403, 404, 409].includes(status)) return { ...said, kind: "closed", ...SETTLED };
  if (status === 403) return { kind: "token", ...TURNED_AWAY };
  if (status === 404) return { kind: "closed", ...SETTLED };
  return { kind: "fault", ...UNKNOWN };
}

/** The token as the cookie has it now; the form's own may be from before another sign-in. */
function token(form) {
  const name = `${form.dataset.csrfCookie ?? "csrftoken"}=`;
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith(name));
  return cookie ? decodeURIComponent(cookie.slice(name.length)) : form.elements.csrfmiddlewaretoken?.value ?? "";
}

/** Let a form that is submitted carry the current token. */
export function freshToken(form) {
  const field = form.elements.csrfmiddlewaretoken;
  const draft = document.querySelector("form[data-csrf-cookie]");
  if (field && draft) field.value = token(draft);
}
