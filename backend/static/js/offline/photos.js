// Photos wait on the phone, already small, and each is sent alone under its own key. One list says which wait and why.
import { smaller } from "../smaller.js";
import { written } from "./fields.js";
import { again, flush } from "./queue.js";
import { CHANNEL, FLAG, photos, tell } from "./store.js";

const news = new BroadcastChannel(CHANNEL);
const EDGE = 64; // pixels of the small picture in the list

export function begin(form, tools) {
  const queue = new Queue(form, tools);
  form.addEventListener("submit", (event) => queue.released(event));
  form.addEventListener("change", ({ target }) => target === queue.input && queue.taken());
  news.addEventListener("message", ({ data }) => data.url === queue.url && queue.heard(data));
  queue.resume(queue.input.files.length > 0);
}

class Queue {
  constructor(form, tools) {
    Object.assign(this, tools, { form, url: new URL(form.action).pathname, sent: 0 });
    this.input = form.querySelector("input[type=file]");
    this.line = this.element("p", "", { className: "told" });
    this.line.setAttribute("role", "status");
    this.list = this.element("ul", "", { className: "shots" });
    this.button = form.querySelector("button:not([type=button])");
    this.button.hidden = !this.holds;
    this.input.required = false;
    form.append(this.line, this.list);
  }

  // Where something may be written beside a photo, it is kept at once and sent when the person says so.
  get holds() { return Boolean(this.form.querySelector("input[type=text], textarea")); }

  async waiting() {
    const mine = ({ url, person }) => url === this.url && person === this.person;
    return (await photos.all()).filter(mine).sort((a, b) => a.at - b.at);
  }

  async taken() {
    const left = new DataTransfer();
    [this.lost, this.left] = ["", 0];
    this.line.textContent = this.words("shrinking");
    for (const file of [...this.input.files]) if (await this.keep(file) === "no room") left.items.add(file);
    this.input.files = left.files; // what could not be kept stays chosen: a plain form sends it while there is a signal
    this.left = left.files.length;
    this.button.hidden = !this.holds && !this.left;
    await this.show();
    if (!this.holds) await flush(this.person);
  }

  async keep(file) {
    const key = crypto.randomUUID(), id = `${this.person}:${key}`;
    try {
      const blob = await smaller(file), state = this.holds ? "held" : "waiting";
      const where = { person: this.person, url: this.url, page: location.pathname };
      await photos.put(id, { id, key, blob, name: blob.name, at: Date.now(), state, fields: written(this.form), ...where });
      localStorage.setItem(FLAG, "1");
      tell({ id });
    } catch (problem) {
      const broken = ["InvalidStateError", "EncodingError"].includes(problem.name);
      this.lost = this.words(broken ? "noPicture" : "noRoom", { name: file.name });
      return broken ? "broken" : "no room";
    }
    return "kept";
  }

  // A browser that was killed in between takes what is held for meant. `early`: photos were chosen before this module was there.
  async resume(early) {
    await this.release();
    await (early ? this.taken() : this.show());
  }
  async release(more = {}) {
    const held = (await this.waiting()).filter(({ state }) => state === "held");
    for (const { id } of held) await photos.change(id, (now) => ({ ...now, ...more, state: "waiting" }));
    if (held.length) await flush(this.person);
  }
  async released(event) {
    if (this.left && navigator.onLine) return;
    event.preventDefault();
    if (this.left) return;
    const sending = this.release({ fields: written(this.form) });
    this.form.reset();
    await sending;
    await this.show();
  }

  async heard({ photo }) {
    if (photo === "sent") {
      this.sent += 1;
      this.at = Date.now();
    }
    await this.show();
  }

  async show() {
    const kept = await this.waiting(), waiting = kept.filter(({ state }) => !["refused", "held"].includes(state)).length, told = [];
    if (this.lost) told.push(this.lost);
    if (kept.some(({ state }) => state === "held")) told.push(this.words("photosHeld", { button: this.button.textContent.trim() }));
    if (waiting) told.push(this.words(kept.some(({ state }) => state === "login") ? "photosLogin" : "photos", { n: waiting }));
    if (this.sent) told.push(this.words("photosSent", { n: this.sent, at: this.clock(this.at) }));
    this.line.textContent = told.join(" · ");
    this.list.hidden = !kept.length;
    this.list.replaceChildren(...kept.map((one) => this.row(one)));
  }

  row(one) {
    const row = this.element("li"), text = this.element("div"), canvas = this.element("canvas", "", { width: EDGE, height: EDGE });
    canvas.setAttribute("aria-hidden", "true");
    draw(canvas, one.blob).catch(() => canvas.remove()); // a PDF has no small picture
    const refused = one.state === "refused" ? Object.values(one.problems ?? {}).join(" ") || this.words("photoRefused") : "";
    text.append(this.element("p", refused || this.words("photoWaits", { at: this.clock(one.at), n: Math.ceil(one.blob.size / 1000) })));
    if (refused) text.append(this.link("again", () => again(this.person)), " ");
    text.append(this.link("remove", () => photos.drop(one.id).then(() => this.show())));
    row.append(canvas, text);
    return row;
  }
  link(name, act) {
    return this.element("button", this.words(name), { type: "button", className: "link", onclick: act });
  }
}

// A canvas and no address of a blob: the security policy knows no such addresses.
async function draw(canvas, blob) {
  const picture = await createImageBitmap(blob), scale = Math.max(EDGE / picture.width, EDGE / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext("2d").drawImage(picture, (EDGE - width) / 2, (EDGE - height) / 2, width, height);
}
