// The page “Anda sedang luring”: which prepared pages lie on this device, and what of them is not sent.
import { drafts, photos, waits } from "./store.js";

const list = document.querySelector("[data-opened]"), { words } = list.dataset;

async function show() {
  const name = (await caches.keys()).find((one) => one.startsWith("siklus-isian-"));
  if (!name) return;
  const cache = await caches.open(name), person = name.replace("siklus-isian-", "");
  const pages = (await cache.keys()).map(({ url }) => new URL(url)).filter(({ pathname }) => pathname.endsWith("/"));
  const kept = [...(await drafts.all()).filter(waits), ...(await photos.all())].filter((one) => one.person === person);
  for (const { pathname } of pages) list.append(row(pathname, await titleOf(cache, pathname), kept.filter(({ page }) => page === pathname).length));
  list.hidden = !pages.length;
  document.querySelector("[data-nothing]").hidden = pages.length > 0;
}

function row(address, title, waiting) {
  const row = document.createElement("li"), head = document.createElement("h2"), link = document.createElement("a"), told = document.createElement("p");
  Object.assign(link, { href: address, textContent: title });
  told.textContent = waiting ? words.replace("%n", waiting) : "";
  head.append(link);
  row.append(head, told);
  return row;
}

async function titleOf(cache, address) {
  const page = new DOMParser().parseFromString(await (await cache.match(address, { ignoreVary: true })).text(), "text/html");
  return page.querySelector("h1")?.textContent.trim() ?? page.title;
}

show();
