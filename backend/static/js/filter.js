// A small filter over a list that is all there: it hides what does not hold the typed words.
for (const box of document.querySelectorAll("[data-filter]")) {
  const list = document.querySelector(box.dataset.filter);
  const kind = box.dataset.rows ?? "li";
  const rows = [...list.querySelectorAll(kind)];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const input = box.querySelector("input");
  const told = box.querySelector("[role=status]");
  box.hidden = false;
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach((row, n) => { row.hidden = !words.every((word) => texts[n].includes(word)); });
    for (const group of list.children) group.hidden = !group.querySelector(`${kind}:not([hidden])`);
    const left = rows.filter((row) => !row.hidden).length;
    told.textContent = words.length ? box.dataset.found.replace("%n", left).replace("%m", rows.length) : "";
  });
}
