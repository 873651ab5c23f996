// Sends what waits on the phone: one at a time, sections before photos, each under its own key. What was tried once is sent again
// as it was until there is an answer, or a server that had taken it would answer “saved” about words that it never saw.
// Runs in pages and in the service worker alike.
import { drafts, of, photos, same, tell } from "./store.js";

const PAUSES = [3, 6, 12, 30, 60, 150, 300]; // seconds between two tries while there is no answer
const PATIENCE = { draft: 30_000, photo: 120_000 }; // milliseconds
let queued = null, timer = 0, tries = 0;

// Resolves when nothing more can be sent now. Two pages and the worker take turns (Web Locks).
export function flush(person) {
  clearTimeout(timer);
  queued ??= navigator.locks.request("siklus-kirim", () => { queued = null; return sendAll(person); });
  return queued;
}

export function flushSoon(person, seconds) {
  clearTimeout(timer);
  timer = setTimeout(() => flush(person), seconds * 1000);
}

async function sendAll(person) {
  for (let next = await first(person); next; next = await first(person)) {
    const outcome = await (next.blob ? sendPhoto(next) : sendDraft(next));
    if (outcome === "login") return stop(person);
    if (outcome === "later") return later(person);
    tries = 0;
  }
  return "empty";
}

// Where the browser can wake us when there is a signal, it may; nothing depends on it.
function later(person) {
  navigator.serviceWorker?.getRegistration().then((found) => found?.sync?.register(`siklus:${person}`)).catch(() => {});
  flushSoon(person, PAUSES[Math.min(tries++, PAUSES.length - 1)]);
  return "later";
}

// Without the writer's own login nothing else is worth a try, and a photo costs money.
async function stop(person) {
  await turn(person, ["waiting"], "login");
  return "login";
}

async function turn(person, states, state) {
  const kept = await of(person);
  for (const one of [...kept.drafts, ...kept.photos].filter((one) => states.includes(one.state))) {
    await (one.blob ? photos : drafts).change(one.id, (now) => ({ ...now, state }));
    tell({ id: one.id, url: one.url });
  }
}

async function first(person) {
  const kept = await of(person), waiting = ({ state }) => state === "waiting", byAge = (a, b) => a.at - b.at;
  return kept.drafts.filter(waiting).sort(byAge)[0] ?? kept.photos.filter(waiting).sort(byAge)[0];
}

// What ended for want of a login or by a refusal is tried again: on a new page, when the person asks.
export async function again(person) {
  await turn(person, ["login", "refused"], "waiting");
  return flush(person);
}

async function sendDraft({ id }) {
  let tried;
  await drafts.change(id, (now) => {
    tried = now.tried ?? { key: crypto.randomUUID(), read: now.read, fields: now.fields };
    return { ...now, tried };
  });
  const kept = await drafts.get(id);
  const body = new URLSearchParams([...tried.fields, ["key", tried.key], ["read", tried.read]]);
  tell({ id, sending: true });
  const answer = await ask(kept, body, "draft");
  if (answer.state !== "later") await drafts.change(id, (now) => settled(now, tried, answer));
  tell({ id, answer: answer.state === "sent" ? answer.told : undefined });
  return answer.state;
}

// What was typed while the answer was on its way stays and goes next.
function settled(now, tried, { state, told }) {
  const more = !same(now.fields, tried.fields), { tried: _gone, problems: _old, ...kept } = now;
  if (state === "sent") return { ...kept, read: told.version, state: more ? "waiting" : "sent", sentAt: told.saved_at };
  if (state === "conflict") return { ...kept, state, conflict: told };
  if (state === "problems") return { ...kept, state: more ? "waiting" : state, problems: told.problems };
  return { ...kept, tried: state === "login" ? tried : undefined, state };
}

async function sendPhoto({ id, url, person, page, key, blob, name, fields }) {
  const body = new FormData();
  for (const [field, value] of fields) body.append(field, value);
  body.append("key", key);
  body.append("file", new File([blob], name, { type: blob.type }));
  tell({ id, sending: true });
  const answer = await ask({ url, person, page }, body, "photo");
  if (answer.state === "sent") await photos.drop(id);
  else if (answer.state !== "later") {
    await photos.change(id, (now) => ({ ...now, state: answer.state === "problems" ? "refused" : answer.state, problems: answer.told?.problems }));
  }
  tell({ id, url, photo: answer.state });
  return answer.state;
}

async function ask({ url, person, page }, body, kind) {
  try {
    const headers = { Accept: "application/json", "Siklus-Person": person, "X-CSRFToken": await token(page) };
    const answer = await fetch(url, { method: "POST", body, headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE[kind]) });
    return meaning(answer, await told(answer), kind === "photo" ? "id" : "version");
  } catch {
    return { state: "later" };
  }
}

const told = (answer) => (answer.headers.get("Content-Type")?.includes("json") ? answer.json() : null);

// Only the contract's own answer says that something is sent; a page of a hotel's network that comes with 200 says nothing.
function meaning(answer, told, proof) {
  if (answer.ok && told?.[proof] !== undefined) return { state: "sent", told };
  if (answer.ok || answer.status >= 500 || [408, 425, 429].includes(answer.status)) return { state: "later" };
  if (answer.type === "opaqueredirect" || [401, 403].includes(answer.status)) return { state: "login" };
  if (answer.status === 409 && told?.theirs) return { state: "conflict", told };
  if (answer.status === 422 && told?.problems) return { state: "problems", told };
  return { state: "refused", told };
}

// A browser that was killed may have lost the cookie: any page of ours gives another.
const token = async (page) => await cookie() || (await fetch(page), await cookie());

async function cookie() {
  if (globalThis.cookieStore) return (await cookieStore.get("csrftoken"))?.value ?? "";
  return /(?:^|; )csrftoken=([^;]*)/.exec(globalThis.document?.cookie ?? "")?.[1] ?? "";
}
