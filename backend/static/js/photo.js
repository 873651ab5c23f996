// Makes photos small before they leave the phone, and sends a form's files with their progress and a retry.
// Without this module the plain upload works.
import { smaller } from "./smaller.js";

const say = document.querySelector("script[data-uploading]").dataset;
const size = (bytes) => bytes < 1_000_000
  ? `${Math.max(1, Math.round(bytes / 1000))} KB`
  : `${(bytes / 1e6).toLocaleString("id", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;

async function shrink(input, told) {
  const chosen = [...input.files], kept = new DataTransfer(), lines = [];
  for (const file of chosen) {
    const made = await smaller(file).catch(() => file);
    kept.items.add(made);
    lines.push(made === file ? `${file.name}: ${size(file.size)}` : `${file.name}: ${size(file.size)} → ${size(made.size)}`);
  }
  if (chosen.length) input.files = kept.files;
  told.replaceChildren(...lines.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
}

// The very same body is sent again: the server knows a file by its content, so nothing arrives twice.
function send(form, body, shown) {
  const request = new XMLHttpRequest();
  request.open(form.method, form.action);
  request.setRequestHeader("Siklus-Once", "1");
  request.timeout = 120_000;
  request.upload.onprogress = ({ loaded, total }) => {
    shown.textContent = say.uploading.replace("%n", size(loaded)).replace("%m", size(total));
  };
  request.onerror = request.ontimeout = () => offerAgain(form, body, shown);
  request.onload = () => arrived(request, form, body, shown);
  request.send(body);
}

function arrived(request, form, body, shown) {
  if (request.status >= 500) return offerAgain(form, body, shown);
  if (request.status < 400) return location.assign(request.getResponseHeader("Location") ?? request.responseURL);
  const page = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main");
  document.querySelector("main").replaceWith(page);
  page.querySelectorAll("[data-photo]").forEach(prepare);
  page.querySelector("[role=alert], .errorlist")?.scrollIntoView();
}

function offerAgain(form, body, shown) {
  const retry = Object.assign(document.createElement("button"), { type: "button", textContent: say.again });
  retry.onclick = () => send(form, body, shown);
  shown.replaceChildren(`${say.offline} `, retry);
  addEventListener("online", () => retry.isConnected && retry.click(), { once: true });
}

function status(tag, after) {
  const shown = document.createElement(tag);
  shown.className = "sending";
  shown.setAttribute("aria-live", "polite");
  after.after(shown);
  return shown;
}

function prepare(input) {
  const form = input.form, told = status("div", input);
  let shrinking = Promise.resolve(), sent = false;
  const take = () => { shrinking = shrink(input, told); };
  input.addEventListener("change", take);
  if (input.files.length) take(); // chosen before this module had arrived
  form.addEventListener("submit", async (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    if (sent) return;
    sent = true;
    await shrinking;
    send(form, new FormData(form, event.submitter), status("p", told));
  });
}

// Where the work without a signal runs, it takes the photos of its forms itself.
const elsewhere = isSecureContext && document.querySelector("script[data-offline-words]") && "form[data-offline], form[data-offline-photo]";
const inputs = [...document.querySelectorAll("[data-photo]")];
inputs.filter((input) => !elsewhere || !input.form.matches(elsewhere)).forEach(prepare);
