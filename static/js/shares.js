// While criteria are shared out: how many each assessor gets, and who judges each criterion.

const form = document.querySelector("form[data-shares]");
const nobody = form?.querySelector("[data-nobody]").content;

function count() {
  const rows = [...form.querySelectorAll("tr:has([data-judges])")].map((row) => ({
    ticks: [...row.querySelectorAll("input[type=checkbox]")].map((box) => box.checked),
    judges: row.querySelector("[data-judges]"),
  }));
  for (const { ticks, judges } of rows) {
    const number = ticks.filter(Boolean).length;
    judges.replaceChildren(number || nobody.cloneNode(true));
  }
  form.querySelectorAll("[data-number]").forEach((cell, seat) => {
    cell.textContent = rows.filter(({ ticks }) => ticks[seat]).length;
  });
}

form?.addEventListener("change", count);
