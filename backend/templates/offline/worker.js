{% autoescape off %}// The worker of pages that were prepared for work without a signal: three rules, and nothing is cached but what 0008-offline.md lists.
import { flush } from "{{ queue }}";

const { version, files, shell, logout } = {{ told }};
{% endautoescape %}const FILES = `siklus-berkas-${version}`, PAGES = "siklus-isian-", FRESH = 30 * 86400e3; // milliseconds
const PATIENCE = 8000; // milliseconds for the network, where there is a copy
const LOOSELY = { ignoreSearch: true, ignoreVary: true };

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("sync", (event) => event.tag.startsWith("siklus:") && event.waitUntil(send(event.tag.slice(7))));
addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && url.pathname === logout) event.waitUntil(dropPages(() => true));
  else if (request.method === "GET" && request.mode === "navigate") event.respondWith(page(event));
  else if (request.method === "GET" && ["script", "style"].includes(request.destination)) event.respondWith(file(request));
});

// The page “Anda sedang luring” is fetched without a login: it says nothing of anybody.
async function install() {
  const kept = await caches.open(FILES);
  await kept.addAll(files.map((address) => new Request(address, { cache: "reload" })));
  await kept.put(shell, await fetch(shell, { credentials: "omit", cache: "reload" }));
  await skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith("siklus-berkas-") && name !== FILES) await caches.delete(name);
  await clients.claim();
}

const file = async (request) => (await caches.match(request)) ?? fetch(request);

// The browser wakes us again only for what ended badly.
async function send(person) {
  if (await flush(person) === "later") throw new Error("no answer yet");
}

async function page(event) {
  const { request } = event, copy = await copyOf(request);
  try {
    const answer = await (copy ? Promise.race([fetch(request), late()]) : fetch(request));
    if (answer.status >= 500 && copy) return copy;
    event.waitUntil(seen(answer.headers.get("Siklus-Person"), request, copy && answer.ok && answer.clone()));
    return answer;
  } catch {
    return copy ?? caches.match(shell);
  }
}

const late = () => new Promise((_, fail) => setTimeout(() => fail(new Error("late")), PATIENCE));

async function copyOf(request) {
  for (const name of (await caches.keys()).filter((one) => one.startsWith(PAGES))) {
    const kept = await caches.open(name), copy = await kept.match(request, LOOSELY);
    if (copy && Date.now() - Date.parse(copy.headers.get("Date")) < FRESH) return copy;
    if (copy) await kept.delete(request, LOOSELY);
  }
  return undefined;
}

// Whoever is logged in is named by the answer: the pages of anybody else go, a page that was prepared is renewed.
async function seen(person, request, renewed) {
  if (!person) return;
  await dropPages((name) => name !== PAGES + person);
  if (renewed && await caches.has(PAGES + person)) await (await caches.open(PAGES + person)).put(new URL(request.url).pathname, renewed);
}

async function dropPages(whose) {
  for (const name of await caches.keys()) if (name.startsWith(PAGES) && whose(name)) await caches.delete(name);
}
