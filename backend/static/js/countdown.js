// <time datetime="…" data-countdown="… %n …"> also says how many seconds are left; then its form is of no more use and goes.
function tick(time, words) {
  const left = Math.ceil((Date.parse(time.dateTime) - Date.now()) / 1000);
  if (left <= 0) return time.closest("form")?.remove();
  time.textContent = `${words} (${time.dataset.countdown.replace("%n", left)})`;
  setTimeout(tick, 1000, time, words);
}

document.querySelectorAll("time[data-countdown]").forEach((time) => tick(time, time.textContent));
