// Begins the work without a signal on a page: each `form[data-offline]` is kept and sent, the rest comes when it is wanted.
import { fill, showProblems, written } from "./fields.js";
import { again, flush, flushSoon } from "./queue.js";
import { CHANNEL, FLAG, drafts, of, prune, tell, waits } from "./store.js";

const PAUSE = 3; // seconds without a key pressed, then it is sent
const LEAST = 20e6; // bytes that a phone should have left
const said = document.querySelector("script[data-offline-words]").dataset;
const person = document.querySelector("script[data-always]").dataset.person;
const news = new BroadcastChannel(CHANNEL);
const element = (tag, words = "", more = {}) => Object.assign(document.createElement(tag), { textContent: words }, more);

const clock = (at) => {
  const day = new Date(at), today = new Date().toDateString() === day.toDateString();
  const hour = day.toLocaleTimeString("id", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
  return today ? hour : `${day.toLocaleDateString("id", { day: "numeric", month: "short" })} ${hour}`;
};
const words = (name, more = {}) => Object.entries(more).reduce((text, [key, value]) => text.replace(`%${key}`, () => value), said[name]);
const tools = { clock, element, words, person };

class Section {
  constructor(form) {
    Object.assign(this, { form, url: new URL(form.action).pathname, line: element("p", "", { className: "kept" }) });
    this.id = `${person}:${this.url}`;
    this.line.setAttribute("role", "status");
    form.prepend(this.line);
    this.ready = this.resume();
    form.addEventListener("input", ({ target }) => target.form === form && this.changed(PAUSE));
    form.addEventListener("change", ({ target }) => target.form === form && this.changed(0));
    form.addEventListener("submit", (event) => this.submitting(event));
    news.addEventListener("message", ({ data }) => data.id === this.id && this.heard(data));
  }

  get title() { return this.form.dataset.title ?? this.form.querySelector("legend, h2, h3")?.textContent ?? document.title; }

  // A page out of the cache may be older than what was sent from it, and a page from the server newer.
  async resume() {
    const kept = await drafts.get(this.id).catch(() => this.cannot());
    if (!kept) return this.say("nothing");
    if (kept.state === "sent" && Number(this.form.elements.read.value) >= Number(kept.read)) {
      await drafts.drop(this.id);
      return this.say("sent", { at: clock(kept.sentAt) });
    }
    fill(this.form, kept.fields);
    this.form.elements.read.value = kept.read;
    return this.show(kept);
  }

  async changed(pause) {
    await this.ready;
    if (!(await this.keep())) return;
    if (pause) flushSoon(person, pause);
    else flush(person);
  }

  async keep() {
    const now = { fields: written(this.form), at: Date.now(), url: this.url, page: location.pathname, title: this.title, person, id: this.id };
    try {
      await drafts.change(this.id, (kept) => this.newer(kept, now));
      localStorage.setItem(FLAG, "1");
      await this.show(await drafts.get(this.id));
      return true;
    } catch {
      return this.cannot();
    }
  }
  newer(kept, now) {
    const state = kept?.state === "conflict" ? "conflict" : "waiting";
    return { read: this.form.elements.read.value, ...kept, ...now, state, problems: undefined };
  }

  // Where nothing can be kept the form is what it is without scripts.
  async submitting(event) {
    if (this.unkept) return;
    event.preventDefault();
    await this.ready;
    if (!(await this.keep())) return this.form.submit();
    const sending = again(person), next = event.submitter?.dataset.next;
    if (next) location.assign(next);
    else await sending;
  }

  async heard({ sending, answer }) {
    const kept = await drafts.get(this.id);
    if (!kept) return;
    this.form.elements.read.value = kept.read;
    if (sending) return this.say("sending", { at: clock(kept.at) });
    if (answer?.progress) document.querySelectorAll("[data-progress]").forEach((one) => { one.textContent = answer.progress; });
    await this.show(kept);
  }

  async show(kept) {
    this.say(kept.state, { at: clock(kept.state === "sent" ? kept.sentAt : kept.at) });
    if (kept.state === "login") this.line.append(" ", element("a", words("logIn"), { href: `${said.loginPage}?next=${encodeURIComponent(location.pathname)}` }));
    if (kept.state === "refused") this.line.append(" ", element("button", words("again"), { type: "button", onclick: () => again(person) }));
    if (kept.state === "conflict" || this.conflict) await this.choose(kept);
    if (kept.problems || this.form.querySelector("[data-problem]")) showProblems(this.form, kept.problems ?? {});
    if (waits(kept)) await nearlyFull(this.line);
  }
  async choose(kept) {
    const { ask } = await import("./conflict.js"), shown = this.conflict;
    shown?.remove();
    this.conflict = kept.state === "conflict" ? ask(this.form, kept, tools, (fields) => this.chosen(fields)) : null;
    if (!shown) this.conflict?.focus();
  }
  async chosen(fields) {
    fill(this.form, fields);
    const { conflict } = await drafts.get(this.id);
    await drafts.change(this.id, (kept) => ({ ...kept, read: conflict.version, fields, at: Date.now(), state: "waiting", conflict: undefined }));
    tell({ id: this.id });
    await flush(person);
  }

  say(state, more) {
    this.line.textContent = words(state, more);
    this.line.dataset.state = state;
  }
  cannot() {
    this.unkept = true;
    this.say("cannot");
  }
}

async function nearlyFull(line) {
  const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota && quota - usage < LEAST) line.append(" ", words("full", { n: Math.round((quota - usage) / 1e6) }));
}

// Lists of sections say beside each what of it is on this phone.
async function mark() {
  const links = [...document.querySelectorAll("a[data-offline-page]")];
  if (!links.length) return;
  const kept = await of(person), badge = (state, text) => element("span", text, { className: `badge ${state}` });
  document.querySelectorAll("[data-on-phone]").forEach((old) => old.remove());
  for (const link of links) {
    const own = kept.drafts.filter((one) => waits(one) && one.page === link.pathname);
    const pictures = kept.photos.filter((one) => one.page === link.pathname).length, told = [];
    if (own.length) told.push(badge("waiting", words(own.some(({ state }) => state === "conflict") ? "toChoose" : "waiting", { at: clock(own[0].at) })));
    if (pictures) told.push(badge("waiting", words("photos", { n: pictures })));
    told.forEach((one) => { one.dataset.onPhone = ""; });
    if (told.length) link.parentElement.append(...told.flatMap((one) => [" ", one]));
  }
}

// What leads on (handing in) waits until nothing is only on this phone.
async function holdBack(event) {
  const form = event.target;
  if (!form.matches("form[data-after-queue]") || form.dataset.free) return;
  event.preventDefault();
  await again(person);
  const kept = await of(person), left = kept.drafts.filter(waits).length + kept.photos.length;
  form.dataset.free = left ? "" : "yes";
  if (!left) return form.requestSubmit(event.submitter);
  let line = form.querySelector(".once");
  if (!line) form.append(line = element("p", "", { className: "once", role: "status" }));
  line.textContent = words("first", { n: left });
}

// Asked for when the page is at rest: on a slow line what is typed comes first.
function takePhotos(form) {
  const load = async () => (await import("./photos.js")).begin(form, tools);
  globalThis.requestIdleCallback ? requestIdleCallback(load) : setTimeout(load, 1000);
}

async function begin() {
  document.querySelector(".offline").textContent = words("offline");
  document.querySelectorAll("form[data-offline]").forEach((form) => new Section(form));
  document.querySelectorAll("form[data-offline-photos]").forEach(takePhotos);
  document.querySelectorAll("[data-prepare]").forEach(async (place) => (await import("./prepare.js")).begin(place, tools));
  document.addEventListener("submit", holdBack);
  news.addEventListener("message", mark);
  addEventListener("online", () => flush(person));
  document.addEventListener("visibilitychange", () => flush(person));
  await prune();
  await mark();
  await again(person);
}

begin();
