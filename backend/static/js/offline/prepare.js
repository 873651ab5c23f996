// “Siapkan untuk luring”: this page and those that it names go into the cache of this person, with what they need to run.
import { FLAG } from "./store.js";

const FRESH = 30 * 86400e3; // milliseconds after which the worker shows a stored page no more

export async function begin(place, tools) {
  const button = place.querySelector("button"), line = place.querySelector("[role=status]");
  if (!("serviceWorker" in navigator) || !globalThis.caches) {
    line.textContent = tools.words("cannotPrepare");
    return (place.hidden = false);
  }
  const kept = await (await cacheOf(tools.person)).match(location.pathname, { ignoreVary: true }), at = kept && Date.parse(kept.headers.get("Date"));
  if (at && Date.now() - at < FRESH) line.textContent = tools.words("prepared", { at: tools.clock(at) });
  button.addEventListener("click", () => prepare(button, line, tools));
  place.hidden = false; // not before: on a busy phone a button that does nothing yet would be pressed in vain
}

const cacheOf = (person) => caches.open(`siklus-isian-${person}`);

async function prepare(button, line, { words, clock, person }) {
  const pages = [location.pathname, ...[...document.querySelectorAll("a[data-offline-page]")].map(({ pathname }) => pathname)];
  const all = [...new Set(pages)];
  let n = 0;
  button.disabled = true;
  try {
    line.textContent = words("preparing", { n, all: all.length });
    await installed();
    localStorage.setItem(FLAG, "1");
    await navigator.storage?.persist?.();
    for (const page of all) {
      await keep(page, person);
      line.textContent = words("preparing", { n: ++n, all: all.length });
    }
    line.textContent = words("prepared", { at: clock(Date.now()) });
  } catch (problem) {
    const why = problem.name === "QuotaExceededError" ? "noRoomPages" : "notPrepared";
    line.textContent = words(why, { n, all: all.length });
  } finally {
    button.disabled = false;
  }
}

async function installed() {
  const found = await navigator.serviceWorker.register("/luring.js", { type: "module", scope: "/" });
  const begun = found.installing;
  const failed = new Promise((_, fail) => begun?.addEventListener("statechange", () => begun.state === "redundant" && fail(new Error("worker"))));
  await Promise.race([navigator.serviceWorker.ready, failed]);
}

// Only a page of this person that works without a signal: anything else (a login page, a list) is left where it is.
async function keep(address, person) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } }), copy = answer.clone();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const ours = answer.ok && !answer.redirected && answer.headers.get("Siklus-Person") === person;
  if (!ours || !page.querySelector("form[data-offline], form[data-offline-photo], [data-prepare]")) throw new Error(address);
  const cache = await cacheOf(person), files = [...page.querySelectorAll("script[src], link[rel=stylesheet]")];
  const needed = files.map((one) => one.getAttribute("src") ?? one.getAttribute("href"));
  await cache.addAll([...new Set(needed)]);
  await cache.put(address, copy);
}
