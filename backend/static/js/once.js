// One submission, whatever the network does: nothing is said to be recorded before the server has answered, and what is
// sent again carries the same key, so that nothing happens twice.
const PATIENCE = 20000; // milliseconds without an answer, then it is sent again
const PAUSE = 3000;

const wait = () => new Promise((go) => {
  const timer = setTimeout(done, PAUSE);
  addEventListener("online", done, { once: true });
  function done() { clearTimeout(timer); go(); }
});

async function answer(form, body) {
  for (;;) {
    try {
      return await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
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
  line.textContent = state === "waiting" ? "Menunggu jaringan, keputusan Anda belum tercatat. Halaman ini mengirimnya sendiri; jangan ditutup."
    : "Mengirim, keputusan Anda belum tercatat …";
  for (const told of document.querySelectorAll(`[data-told="${form.id}"]`)) told.textContent = line.textContent;
}

async function send(event) {
  const form = event.target;
  if (!form.matches("form[data-once]") || event.submitter?.name === "pin") return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const buttons = [...document.querySelectorAll("button")].filter((button) => button.form === form);
  buttons.forEach((button) => button.setAttribute("aria-disabled", "true"));
  say(form, "sending");
  const told = await answer(form, new FormData(form));
  // A refusal is shown by the browser itself: sent again, it is refused again, and nothing was recorded.
  if (told.redirected) location.assign(told.url);
  else form.submit();
}

document.addEventListener("submit", send);
