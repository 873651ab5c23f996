// "Masih sama" puts the answer of last year into its field at once; without this module the server does it.
// And a link to a section opens it.
function fill(form, name, value) {
  for (const control of [form.elements[name]].flatMap((one) => (one instanceof RadioNodeList ? [...one] : one ?? []))) {
    if (control.type === "radio") control.checked = control.value === value;
    else control.value = value;
    if (control.type !== "radio" || control.checked) control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function open() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  target?.querySelector(":scope > details")?.setAttribute("open", "");
  target?.scrollIntoView();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-same]");
  if (!button) return;
  event.preventDefault();
  fill(button.form, button.value, button.dataset.same);
});
addEventListener("hashchange", open);
if (location.hash) open();
