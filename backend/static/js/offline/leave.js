// On every page of a device that keeps something: what waits is sent, and who logs out is asked before unsent work is deleted.
import { again, flush } from "./queue.js";
import { FLAG, drafts, of, photos, waits } from "./store.js";

const { person, ...said } = document.querySelector("script[data-always]").dataset;

async function leaving(event) {
  const form = event.target;
  if (!form.matches("form[data-logout]") || form.dataset.free) return;
  event.preventDefault();
  event.stopPropagation(); // nothing else is forgotten before the answer
  const kept = await of(person), n = kept.drafts.filter(waits).length, pictures = kept.photos.length;
  if ((n || pictures) && !(await sure(said.leave.replace("%n", n).replace("%m", pictures)))) return;
  await forget(kept);
  if ((await drafts.all()).length || (await photos.all()).length) keepOthers(form);
  form.dataset.free = "yes";
  form.requestSubmit();
}

async function forget(kept) {
  await Promise.all([...kept.drafts.map(({ id }) => drafts.drop(id)), ...kept.photos.map(({ id }) => photos.drop(id))]);
  for (const name of await caches.keys()) if (name.startsWith("siklus-isian-")) await caches.delete(name);
  localStorage.removeItem(FLAG);
}

// Somebody else's unsent work is on this device: the server is asked not to let the browser forget everything.
function keepOthers(form) {
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "keep", value: "1" }));
  localStorage.setItem(FLAG, "1");
}

function sure(question) {
  const dialog = document.createElement("dialog"), text = document.createElement("p"), stay = document.createElement("button"), go = document.createElement("button");
  text.textContent = question;
  [stay.textContent, go.textContent, stay.className, go.className] = [said.stay, said.go, "main", "danger"];
  dialog.append(text, stay, " ", go);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answered) => {
    dialog.addEventListener("close", () => { answered(dialog.returnValue === "go"); dialog.remove(); });
    stay.addEventListener("click", () => dialog.close("stay"));
    go.addEventListener("click", () => dialog.close("go"));
  });
}

if (person) {
  document.addEventListener("submit", leaving, true);
  addEventListener("online", () => flush(person));
  again(person);
}
