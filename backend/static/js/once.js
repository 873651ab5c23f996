// One submission, whatever the network does: nothing is said to be recorded before the server has answered, and what is
// sent again carries the same key, so that nothing happens twice.
const PATIENCE = 20000; // milliseconds without an answer, then it is sent again
const PAUSE = 3000;
const words = document.querySelector("script[data-sending]").dataset;

const wait = () => new Promise((go) => {
  const timer = setTimeout(done, PAUSE);
  addEventListener("online", done, { once: true });
  function done() { clearTimeout(timer); go(); }
});

async function answer(form, body) {
  for (;;) {
    try {
      return await fetch(form.action, { method: "POST", body, headers: { "Siklus-Once": "1" }, signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      say(form, "waiting");
      await wait();
    }
  }
}

function say(form, state) {
  let line = form.querySelector(".once") || document.createElement("p");
  if (!line.isConnected) {
    line.className = "once";
    line.setAttribute("role", "status");
    form.append(line);
  }
  line.textContent = words[state];
  for (const told of document.querySelectorAll(`[data-told="${form.id}"]`)) told.textContent = line.textContent;
}

// The answer takes the place of what was sent, under the same address: what was refused is not sent a second time. The
// behaviours of the new page begin on it; a fragment makes the browser run a module once more.
let shown = 0;

async function show(told) {
  const page = new DOMParser().parseFromString(await told.text(), "text/html");
  const part = page.querySelector("main") ? "main" : "body";
  document.title = page.title;
  document.querySelector(part).replaceWith(page.querySelector(part));
  const own = [import.meta.url, document.querySelector("script[data-always]")?.src];
  shown += 1;
  for (const { src } of page.querySelectorAll("script[type=module][src]")) if (!own.includes(src)) import(`${src}#${shown}`);
  const first = document.querySelector("main [autofocus], main [role=alert], h1");
  first?.scrollIntoView();
  first?.focus();
}

async function send(event) {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("form[data-once]") || event.submitter?.name === "pin") return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const buttons = [...document.querySelectorAll("button")].filter((button) => button.form === form);
  buttons.forEach((button) => button.setAttribute("aria-disabled", "true"));
  say(form, "sending");
  const told = await answer(form, new FormData(form, event.submitter));
  const next = told.headers.get("Location");
  if (next) location.assign(next);
  else await show(told);
}

document.addEventListener("submit", send);
