// What a phone keeps: drafts of forms and small photos, each under its own name, in two databases. Nothing here knows of pages,
// so that the service worker can use it too.
import { createStore, del, get, set, update, values } from "../../vendor/idb-keyval/idb-keyval-6.3.0.js";

const OLDEST = 90 * 86400e3; // milliseconds that something waits for a signal
export const FLAG = "siklus:luring"; // in local storage: this device keeps something

const shelf = (name) => {
  const store = createStore(name, "kept");
  return {
    all: async () => values(store),
    get: async (id) => get(id, store),
    put: async (id, value) => set(id, value, store),
    change: async (id, change) => update(id, change, store),
    drop: async (id) => del(id, store),
  };
};
export const drafts = shelf("siklus-isian"), photos = shelf("siklus-foto");

// Every page that shows something hears of every change, whoever made it: another tab, the worker.
export const CHANNEL = "siklus-luring";
const news = new BroadcastChannel(CHANNEL);
export const tell = (what) => news.postMessage(what);

export async function of(person) {
  const mine = (one) => one.person === person, [written, taken] = await Promise.all([drafts.all(), photos.all()]);
  return { drafts: written.filter(mine), photos: taken.filter(mine) };
}

export const same = (fields, others) => JSON.stringify(fields) === JSON.stringify(others);

// Sent is sent; everything else is only here.
export const waits = (one) => one.state !== "sent";

export async function prune() {
  for (const kept of [drafts, photos]) {
    for (const one of await kept.all()) if (Date.now() - one.at > OLDEST) await kept.drop(one.id);
  }
}
