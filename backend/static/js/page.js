// What every page does where scripts run. J and K move through a list, Enter opens (the browser's own), ? helps; a line says
// when the device is offline. Nothing here is needed: each of it can be done without.
const line = document.querySelector(".offline");
const tell = () => { line.hidden = navigator.onLine; };
if (line) {
  addEventListener("online", tell);
  addEventListener("offline", tell);
  tell();
}

const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
const steps = { j: 1, k: -1 };

// A browser brings what has the focus into sight and forgets the bar above it. At once: its own way there may be a smooth one,
// which this ends.
function aboveTheBar({ target }) {
  const bar = document.querySelector(".bar");
  if (!bar || bar.contains(target)) return;
  const at = target.getBoundingClientRect();
  const below = Math.min(at.bottom + 16 - bar.getBoundingClientRect().top, at.top);
  if (below > 0) scrollBy({ top: below, behavior: "instant" });
}
addEventListener("focusin", (event) => requestAnimationFrame(() => aboveTheBar(event)));

function move(step) {
  const links = [...document.querySelectorAll(".rows > li :is(h2, h3) > a")];
  const next = links.indexOf(document.activeElement) + step;
  links[Math.max(0, Math.min(next, links.length - 1))]?.focus();
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key in steps) move(steps[event.key]);
  else if (event.key === "?") location.assign(document.querySelector("[data-help]").href);
  else if (event.key === "Escape") document.querySelector("details.menu[open]")?.removeAttribute("open");
});

// Who works without a signal on this device takes the module for it along on every page: it sends what waits, and logging out asks.
const kept = () => { try { return localStorage.getItem("siklus:luring"); } catch { return null; } };
const { leaving } = document.querySelector("script[data-always]").dataset;
if (leaving && kept()) take(leaving);

// On a slow line somebody logs out before the module is there: he is asked as soon as it is.
function take(module) {
  let there = false, held;
  const coming = import(module).catch(() => {}).then(() => { there = true; });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (there || !form.matches("form[data-logout]")) return;
    event.preventDefault();
    event.stopPropagation();
    held ??= coming.then(() => form.requestSubmit());
  }, true);
}
