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
    dropLast: () => write(read().slice(0, -1)),
    first: () => read()[0],
    get size() {
      return read().length;
    },
  };
}
