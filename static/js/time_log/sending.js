const PATIENCE = 15_000; // an answer that takes longer is taken for lost; the entry's id is its own
const CSRF_COOKIE = /(?:^|;\s*)(?:csrftoken|__Host-csrf)=([^;]+)/;

/**
 * What the portal says to an entry.
 * @returns {Promise<{kind: "saved"|"refused"|"full"|"closed"|"signedOut"|"away", reason?: string}>}
 */
export async function send(url, entry) {
  const body = new FormData();
  for (const [name, value] of Object.entries(entry)) if (value !== undefined) body.set(name, value);
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { Accept: "application/json", "X-CSRFToken": token() },
      redirect: "manual", // to the sign-in page: there is nothing to follow
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await understand(response);
  } catch {
    return { kind: "away" };
  }
}

async function understand(response) {
  if (response.type === "opaqueredirect") return { kind: "signedOut" };
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  const said = isJson ? await response.json() : {};
  if (isJson && response.ok) return { kind: "saved", ...said };
  if (isJson && response.status === 409 && said.may_decide) return { kind: "full", ...said };
  if (isJson && [409, 422].includes(response.status)) return { kind: "refused", ...said };
  if ([403, 404].includes(response.status)) return { kind: "closed" };
  return { kind: "away" };
}

function token() {
  const found = document.cookie.match(CSRF_COOKIE);
  return found ? decodeURIComponent(found[1]) : document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}
