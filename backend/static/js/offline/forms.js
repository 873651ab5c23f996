// Begins the work without a signal on a page: each `form[data-offline]` is kept and sent, the rest comes when it is wanted.
import { fill, showProblems, written } from "./fields.js";
import { again, flush, flushSoon } from "./queue.js";
import { CHANNEL, FLAG, drafts, of, prune, same, tell, waits } from "./store.js";

const PAUSE = 3; // seconds without a key pressed, then it is sent
const PATIENCE = 4000; // milliseconds that somebody waits for the answer before going on
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
    Object.assign(this, { form, url: new URL(form.action).pathname, line: element("p", "", { className: "told" }) });
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
    if (!kept) return null;
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
    } catch {
      return this.cannot(true);
    }
    [this.unkept, this.unsaved] = [false, false];
    await this.show(await drafts.get(this.id));
    return true;
  }
  newer(kept, now) {
    if (kept?.state === "sent" && same(kept.fields, now.fields)) return kept;
    const state = kept?.state === "conflict" ? "conflict" : "waiting";
    return { read: this.form.elements.read.value, ...kept, ...now, state, problems: undefined };
  }

  // Where nothing can be kept the form is what it is without scripts; without a signal it stays, or what was typed would be gone.
  async submitting(event) {
    if (this.unkept && navigator.onLine) return this.handOver();
    event.preventDefault();
    await this.ready;
    if (!(await this.keep())) return navigator.onLine && this.handOver().submit();
    await Promise.race([again(person), new Promise((late) => setTimeout(late, PATIENCE))]);
    const { state } = await drafts.get(this.id);
    if (!["conflict", "problems", "refused"].includes(state)) this.leadOn(event.submitter);
  }

  // To the next section, folded below this one or on a page of its own. What is on its way goes on being sent there.
  leadOn(button) {
    const all = [...document.querySelectorAll("form[data-offline]")], next = all[all.indexOf(this.form) + 1]?.closest("details");
    const pages = [...document.querySelectorAll("a[data-offline-page]")].map(({ pathname }) => pathname);
    const here = pages.indexOf(location.pathname), page = button?.dataset.next ?? (here < 0 ? undefined : pages[here + 1]);
    if (page) return location.assign(page);
    if (!next) return null;
    [this.form.closest("details").open, next.open] = [false, true];
    next.scrollIntoView();
    return next.querySelector("summary").focus();
  }

  async heard({ sending, answer }) {
    const kept = await drafts.get(this.id);
    if (!kept) return;
    this.form.elements.read.value = kept.read;
    if (this.unsaved) return; // what was sent is older than what stands here
    if (sending) return this.say("sending", { at: clock(kept.at) });
    if (answer?.progress) document.querySelectorAll("[data-progress]").forEach((one) => { (one.querySelector("strong") ?? one).textContent = answer.progress; });
    await this.show(kept);
  }

  async show(kept) {
    this.say(kept.state, { at: clock(kept.state === "sent" ? kept.sentAt : kept.at) });
    if (kept.state === "login") this.line.append(" ", element("a", words("logIn"), { href: `${said.loginPage}?next=${encodeURIComponent(location.pathname)}` }));
    if (kept.state === "refused") this.line.append(" ", element("button", words("again"), { type: "button", onclick: () => again(person) }));
    if (["conflict", "problems"].includes(kept.state)) this.form.closest("details")?.setAttribute("open", "");
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
  cannot(typed = false) {
    [this.unkept, this.unsaved] = [true, typed];
    this.say("cannot");
  }
  handOver() {
    this.unsaved = false;
    return this.form;
  }
}

async function nearlyFull(line) {
  const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota && quota - usage < LEAST) line.append(" ", words("full", { n: Math.round((quota - usage) / 1e6) }));
}

// What leads on (handing in) waits until nothing is only on this phone; where nothing can be kept, nothing is.
async function holdBack(event) {
  const form = event.target;
  if (!form.matches("form[data-after-queue]") || form.dataset.free) return;
  event.preventDefault();
  const left = await onlyHere().catch(() => new Promise((go) => setTimeout(go, 0, 0))); // not at once: a form is not sent from within its sending
  if (!left) {
    form.dataset.free = "yes";
    return form.requestSubmit(event.submitter);
  }
  let line = form.querySelector(".once");
  if (!line) form.append(line = element("p", "", { className: "once", role: "status" }));
  line.textContent = words("first", { n: left });
}

async function onlyHere() {
  await again(person);
  const kept = await of(person);
  return kept.drafts.filter(waits).length + kept.photos.length;
}

// On a slow line what is typed comes first; the rest is asked for when the page is at rest.
const atRest = (load) => (globalThis.requestIdleCallback ? requestIdleCallback(load, { timeout: 2000 }) : setTimeout(load, 500));

async function begin() {
  document.querySelector(".offline").textContent = words("offline");
  const forms = [...document.querySelectorAll("form[data-offline], form[data-offline-photo]")], takes = (form) => form.querySelector("input[type=file]");
  const sections = forms.filter((form) => !takes(form)).map((form) => new Section(form));
  if (document.querySelector("[data-same]")) atRest(() => import("../same.js"));
  await Promise.all(sections.map(({ ready }) => ready));
  if (sections.some(({ unkept }) => unkept)) return;
  document.addEventListener("submit", holdBack, true); // before js/once.js
  addEventListener("beforeunload", (event) => sections.some(({ unsaved }) => unsaved) && event.preventDefault());
  const onward = async () => { // with what found no room before
    await Promise.all(sections.filter(({ unsaved }) => unsaved).map((one) => one.keep()));
    flush(person);
  };
  addEventListener("online", onward);
  document.addEventListener("visibilitychange", () => flush(person));
  atRest(async () => (await import("./overview.js")).begin(tools));
  atRest(async () => forms.filter(takes).forEach(async (form) => (await import("./photos.js")).begin(form, tools)));
  atRest(() => document.querySelectorAll("[data-prepare]").forEach(async (place) => (await import("./prepare.js")).begin(place, tools)));
  await prune();
  await again(person);
}

// Elsewhere (plain HTTP) browsers have neither locks nor workers: the forms are then what they are without scripts.
if (isSecureContext) begin();
