// Photos wait on the phone, already small, and each is sent alone under its own key. One list says which wait and why.
import { smaller } from "../smaller.js";
import { again, flush } from "./queue.js";
import { CHANNEL, FLAG, photos } from "./store.js";

const news = new BroadcastChannel(CHANNEL);
const EDGE = 64; // pixels of the small picture in the list

export function begin(form, tools) {
  const queue = new Queue(form, tools);
  form.querySelectorAll("button:not([type=button])").forEach((button) => { button.hidden = true; });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => queue.taken());
  news.addEventListener("message", ({ data }) => data.url === queue.url && queue.heard(data));
  queue.show();
}

class Queue {
  constructor(form, tools) {
    Object.assign(this, tools, { form, url: new URL(form.action).pathname, sent: 0 });
    this.input = form.querySelector("input[type=file]");
    this.line = this.element("p", "", { className: "kept" });
    this.line.setAttribute("role", "status");
    this.list = this.element("ul", "", { className: "shots" });
    form.append(this.line, this.list);
  }

  async waiting() {
    const mine = ({ url, person }) => url === this.url && person === this.person;
    return (await photos.all()).filter(mine).sort((a, b) => a.at - b.at);
  }

  async taken() {
    for (const file of [...this.input.files]) await this.keep(file);
    this.input.value = "";
    await this.show();
    await flush(this.person);
  }

  async keep(file) {
    const key = crypto.randomUUID(), id = `${this.person}:${key}`;
    try {
      const blob = await smaller(file), more = { name: blob.name, was: file.size, at: Date.now(), state: "waiting" };
      await photos.put(id, { id, key, blob, person: this.person, url: this.url, page: location.pathname, ...more });
      localStorage.setItem(FLAG, "1");
    } catch (problem) {
      this.lost = this.words(problem.name === "InvalidStateError" || problem.name === "EncodingError" ? "noPicture" : "noRoom", { name: file.name });
    }
  }

  async heard({ photo }) {
    if (photo === "sent") {
      this.sent += 1;
      this.at = Date.now();
    }
    await this.show();
  }

  async show() {
    const kept = await this.waiting(), waiting = kept.filter(({ state }) => state !== "refused").length, told = [];
    if (this.lost) told.push(this.lost);
    if (waiting) told.push(this.words(kept.some(({ state }) => state === "login") ? "photosLogin" : "photos", { n: waiting }));
    if (this.sent) told.push(this.words("photosSent", { n: this.sent, at: this.clock(this.at) }));
    this.line.textContent = told.join(" · ");
    this.list.replaceChildren(...kept.map((one) => this.row(one)));
  }

  row(one) {
    const row = this.element("li"), text = this.element("div"), canvas = this.element("canvas", "", { width: EDGE, height: EDGE });
    draw(canvas, one.blob);
    const refused = one.state === "refused" ? Object.values(one.problems ?? {}).join(" ") || this.words("photoRefused") : "";
    text.append(this.element("p", refused || this.words("photoWaits", { at: this.clock(one.at), n: Math.ceil(one.blob.size / 1000) })));
    if (refused) text.append(this.button("again", () => again(this.person)), " ");
    text.append(this.button("remove", () => photos.drop(one.id).then(() => this.show())));
    row.append(canvas, text);
    return row;
  }
  button(name, act) {
    return this.element("button", this.words(name), { type: "button", className: "link", onclick: act });
  }
}

// A canvas and no address of a blob: the security policy knows no such addresses.
async function draw(canvas, blob) {
  const picture = await createImageBitmap(blob), scale = Math.max(EDGE / picture.width, EDGE / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext("2d").drawImage(picture, (EDGE - width) / 2, (EDGE - height) / 2, width, height);
  canvas.setAttribute("aria-hidden", "true");
}
