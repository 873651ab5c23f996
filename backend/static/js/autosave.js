// Keeps what is typed: every change at once on the device, after a pause and on leaving a field at the server.
// One line says where the text is. Where the server has another text, both are shown and the person chooses.
const PAUSE = 1500, PREFIX = "siklus:isian:", OLDEST = 30 * 86400e3, INNER = ["csrfmiddlewaretoken", "version"];
const clock = (at) => new Date(at).toLocaleTimeString("id", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
const say = document.querySelector("script[data-saved]").dataset;
const told = (words, at, more = "") => words.replace("%at", at).replace("%more", more);
const element = (tag, words = "", more = {}) => Object.assign(document.createElement(tag), { textContent: words }, more);

class Draft {
  constructor(form) {
    Object.assign(this, { form, url: form.dataset.autosave, sending: null, timer: 0 });
    this.line = element("p", "", { className: "kept" });
    this.line.setAttribute("role", "status");
    this.choice = element("section", "", { className: "banner conflict", hidden: true });
    form.prepend(this.line, this.choice);
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed(0));
    form.addEventListener("submit", (event) => this.submitting(event));
    addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => document.hidden && this.send());
    this.resume();
  }

  get fields() {
    return [...new FormData(this.form)].filter(([name, value]) => !INNER.includes(name) && typeof value === "string");
  }
  get typed() { return JSON.stringify(this.fields.filter(([name]) => name !== "key")); }
  get version() { return this.form.elements.version?.value ?? ""; }

  get place() { return `${PREFIX}${this.form.dataset.person}:${location.pathname}`; }
  get kept() { return JSON.parse(localStorage.getItem(this.place) ?? "null"); }
  keep(more = {}) {
    const at = Date.now(), was = { version: this.version, at, fields: this.fields, ...more };
    try {
      localStorage.setItem(this.place, JSON.stringify(was));
      this.say(told(this.url ? say.here : say.hereOnly, clock(at)));
    } catch { this.say(say.cannot); }
  }
  forget() { localStorage.removeItem(this.place); }
  say(words) { this.line.textContent = words; }

  resume() {
    const kept = this.kept;
    if (!kept) return;
    const server = { version: this.version, fields: this.fields, typed: this.typed };
    const mine = JSON.stringify(kept.fields.filter(([name]) => name !== "key"));
    if (mine === server.typed) return this.forget();
    if (kept.version === server.version && !kept.sent) return this.restore(kept);
    this.ask(differing(this.form, server.fields, kept.fields), say.other, () => this.changed(0));
    this.say(told(say.here, clock(kept.at)));
  }
  restore(kept) {
    for (const name of new Set([...names(this.form), ...kept.fields.map(([name]) => name)])) {
      fill(this.form, name, kept.fields.filter(([other]) => other === name).map(([, value]) => value));
    }
    this.say(told(say.here, clock(kept.at)));
    this.form.dispatchEvent(new CustomEvent("siklus:dipulihkan"));
    this.send();
  }

  changed(pause = PAUSE) {
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  send() {
    clearTimeout(this.timer);
    if (!this.url || !this.kept || !this.choice.hidden) return null;
    this.sending ??= this.post().finally(() => { this.sending = null; });
    return this.sending;
  }
  async post() {
    const sent = this.typed, body = new FormData(this.form), headers = { "Siklus-Autosave": "1" };
    try {
      return await this.heard(await fetch(this.url, { method: "POST", body, headers, signal: AbortSignal.timeout(20_000) }), sent);
    } catch {
      this.timer = setTimeout(() => this.send(), 10 * PAUSE);
      return "offline";
    }
  }
  async heard(answer, sent) {
    const there = this.line.textContent.split(".\u00a0")[0];
    if (!answer.headers.get("Content-Type")?.includes("json")) {
      this.say(`${there}.\u00a0${say.reload}`);
      return "refused";
    }
    const answered = await answer.json(), own = answer.headers.get("Location");
    if (own && own !== location.pathname) this.move(own);
    if (answer.ok || answered.theirs) this.form.elements.version.value = answered.version;
    if (answered.theirs) return this.ask(answered.theirs, answered.words, () => this.changed(0));
    if (!answer.ok) {
      this.say(`${there}.\u00a0${answered.words}`);
      return "refused";
    }
    if (sent !== this.typed) return this.changed();
    this.forget();
    this.say(told(answered.waiting ? say.savedBut : say.saved, answered.at, answered.waiting));
    return "saved";
  }

  // What was begun on this page has an address of its own now: whoever loads again goes on there.
  move(own) {
    const kept = localStorage.getItem(this.place);
    this.forget();
    history.replaceState(null, "", this.url = own);
    if (kept) localStorage.setItem(this.place, kept);
  }

  // What is on the device goes to the server first, so that a lost network leaves the text here and not on an error page.
  async submitting(event) {
    clearTimeout(this.timer);
    if (this.handedOver || !this.kept) return;
    if (!this.url) return this.keep({ sent: true });
    event.preventDefault();
    const outcome = await this.sending ?? await this.send();
    this.handedOver = outcome === "saved" || outcome === "refused";
    if (this.handedOver) return this.form.requestSubmit(event.submitter);
    if (outcome === "offline") this.say(`${say.offline} ${this.line.textContent.replace(say.offline, "").trim()}`);
    else if (this.choice.hidden) this.form.requestSubmit(event.submitter);
  }

  ask(theirs, words, chosen) {
    const done = element("button", say.chosen, { type: "button", className: "main", onclick: () => { this.choice.hidden = true; chosen(); } });
    this.choice.replaceChildren(element("h2", words), ...theirs.map((one) => this.pair(one)), done);
    this.choice.hidden = false;
  }
  pair({ name, label, words, values }) {
    const block = element("div", "", { className: "pair" }), use = element("button", say.use, { type: "button" });
    use.onclick = () => { fill(this.form, name, values); use.textContent = say.used; use.disabled = true; };
    block.append(element("h3", label), element("p", words || say.empty), use);
    return block;
  }
}

const names = (form) => [...form.elements].filter((one) => one.name && !INNER.includes(one.name) && one.type !== "file").map((one) => one.name);

function fill(form, name, values) {
  for (const control of [form.elements[name]].flatMap((one) => (one instanceof RadioNodeList ? [...one] : one ?? []))) {
    if (["checkbox", "radio"].includes(control.type)) control.checked = values.includes(control.value);
    else control.value = values.length > 1 && values.length ? values.shift() : values[0] ?? "";
  }
}

function differing(form, here, there) {
  const of = (fields, name) => fields.filter(([other]) => other === name).map(([, value]) => value);
  const label = (name) => [form.elements[name]].flat()[0]?.labels?.[0]?.textContent ?? form.querySelector(`[name="${name}"]`)?.closest(".field")?.querySelector("legend, label")?.textContent ?? name;
  return [...new Set(names(form))].filter((name) => name !== "key" && String(of(here, name)) !== String(of(there, name)))
    .map((name) => ({ name, label: label(name), words: of(there, name).join(", "), values: of(there, name) }));
}

function prune() {
  for (const place of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    if (Date.now() - JSON.parse(localStorage.getItem(place)).at > OLDEST) localStorage.removeItem(place);
  }
}

// The server clears the device on logout as well; browsers heed that only over HTTPS.
function forgetAll() {
  Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)).forEach((name) => localStorage.removeItem(name));
}

prune();
document.querySelectorAll("form[data-autosave]").forEach((form) => new Draft(form));
document.querySelector("form[data-logout]")?.addEventListener("submit", forgetAll);
