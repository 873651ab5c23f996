// What the server says about the page (what is complete, which photos it has) is shown anew once everything is there: parts with
// `data-fresh` are taken out of a page that is fetched for it. Rarely, since each look costs some kilobytes.
import { of, waits } from "./store.js";

const PAUSE = 1000, OFTEN = 20_000; // milliseconds after the last answer, and between two looks
let looked = 0, timer = 0;

export function freshen(person) {
  if (!document.querySelector("[data-fresh]")) return;
  clearTimeout(timer);
  timer = setTimeout(() => look(person), Math.max(PAUSE, looked + OFTEN - Date.now()));
}

async function look(person) {
  const kept = await of(person);
  if (kept.drafts.some(waits) || kept.photos.length) return;
  looked = Date.now();
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll("[data-fresh]")) {
    const fresh = page.querySelector(`[data-fresh="${CSS.escape(old.dataset.fresh)}"]`);
    if (fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
  }
}
