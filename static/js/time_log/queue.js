// The entries that the portal does not have yet: in the page, and on the device so that a closed
// page loses none. Where the device keeps nothing (private browsing), the page alone does.

export function queue(appointment) {
  const place = `time-log-${appointment}`;
  let memory = [];

  function read() {
    try {
      return JSON.parse(localStorage.getItem(place) ?? "[]");
    } catch {
      return memory;
    }
  }

  function write(entries) {
    memory = entries;
    try {
      if (entries.length) localStorage.setItem(place, JSON.stringify(entries));
      else localStorage.removeItem(place);
    } catch {
      // full or forbidden: the page keeps them
    }
  }

  return {
    add: (entry) => write([...read(), entry]),
    remove: (key) => write(read().filter((entry) => entry.key !== key)),
    dropLast() {
      const last = read().findLast((entry) => !entry.answer);
      if (last) write(read().filter((entry) => entry !== last && entry.key !== last.key));
    },
    /** What the portal refused waits for a decision, not for the connection. */
    refuse: (key, answer) => write(read().map((entry) => (entry.key === key ? { ...entry, answer } : entry))),
    refused: () => read().filter((entry) => entry.answer),
    first: () => read().find((entry) => !entry.answer),
    get size() {
      return read().filter((entry) => !entry.answer).length;
    },
  };
}
