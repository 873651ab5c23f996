// Whoever operates the wall of a rakor turns to another item of its agenda with the arrow keys, or with the keys that a presenter's
// remote sends. The wall has no controls: the same two steps are buttons on the page of decisions.
const STEPS = { ArrowRight: "maju", PageDown: "maju", ArrowLeft: "mundur", PageUp: "mundur" };
const { turn, token } = document.querySelector("[data-turn]").dataset;

document.addEventListener("keydown", async (press) => {
  const step = STEPS[press.key];
  if (!step || press.repeat || press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return;
  press.preventDefault();
  const body = new URLSearchParams({ langkah: step });
  try {
    await fetch(turn, { method: "POST", body, headers: { "X-CSRFToken": token }, redirect: "manual" });
  } catch {
    // the wall says by itself that the network is gone
  }
});
