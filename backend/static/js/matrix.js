// A matrix of links is walked with the arrow keys as well as with Tab: left and right by month, up and down by kecamatan.
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

for (const matrix of document.querySelectorAll("[data-matrix]")) {
  const rows = [...matrix.children].map((row) => [...row.querySelectorAll("ol > li")]);
  matrix.addEventListener("keydown", (event) => {
    const step = STEPS[event.key], here = event.target.closest("ol > li");
    const row = rows.findIndex((cells) => cells.includes(here));
    if (!step || row < 0) return;
    const to = rows[row + step[0]]?.[rows[row].indexOf(here) + step[1]]?.querySelector("a");
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}
