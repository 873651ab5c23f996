// The controls of a form: what is written in them, filling them, what a value is called beside them, what is wrong at each.
const INNER = ["csrfmiddlewaretoken", "key", "read"];
const controls = (form, name) => [form.elements[name]].flatMap((one) => (one instanceof RadioNodeList ? [...one] : one ?? []));
const ticked = (control) => ["checkbox", "radio"].includes(control.type);

export const written = (form) => [...new FormData(form)].filter(([name, value]) => !INNER.includes(name) && typeof value === "string");

export const names = (form) => [...new Set([...form.elements].map((one) => one.name).filter((name) => name && !INNER.includes(name)))];

export const valuesOf = (fields, name) => fields.filter(([other]) => other === name).map(([, value]) => value);

export function fill(form, fields) {
  for (const name of names(form)) {
    const values = valuesOf(fields, name);
    for (const control of controls(form, name)) put(control, values);
  }
  form.dispatchEvent(new CustomEvent("siklus:dipulihkan"));
}

function put(control, values) {
  if (ticked(control)) control.checked = values.includes(control.value);
  else if (control.type === "select-multiple") for (const option of control.options) option.selected = values.includes(option.value);
  else if (!["file", "submit", "button"].includes(control.type)) control.value = values.shift() ?? "";
}

// What the server tells of a field may be one value, several, yes or no, nothing; a form has texts only.
export function asTexts(form, name, value) {
  const [control] = controls(form, name);
  if (value === true) return [control && ticked(control) ? control.value : "1"];
  if (value === false || value === null || value === undefined || value === "") return [];
  return [value].flat().map(String);
}

export function inWords(form, name, values) {
  const said = (value) => {
    const control = controls(form, name).find((one) => ticked(one) && one.value === value);
    const option = [...(controls(form, name)[0]?.options ?? [])].find((one) => one.value === value);
    return (control?.labels?.[0] ?? option)?.textContent.trim() ?? value;
  };
  return values.filter(Boolean).map(said).join(", ");
}

export function labelOf(form, name) {
  const [control] = controls(form, name), group = control && ticked(control) && control.closest("fieldset")?.querySelector("legend");
  return (group || control?.labels?.[0])?.textContent.trim() ?? name;
}

// Marked as the server would have marked them, so that the page looks the same with and without a signal.
export function showProblems(form, problems) {
  form.querySelectorAll("[data-problem]").forEach((old) => old.remove());
  for (const name of names(form)) controls(form, name).forEach((one) => one.removeAttribute("aria-invalid"));
  for (const [name, problem] of Object.entries(problems)) {
    const [control] = controls(form, name), list = document.createElement("ul"), line = document.createElement("li");
    list.className = "errorlist";
    list.dataset.problem = name;
    line.textContent = problem;
    list.append(line);
    controls(form, name).forEach((one) => one.setAttribute("aria-invalid", "true"));
    const place = control?.closest(".field, fieldset");
    if (place) place.append(list);
    else form.prepend(list);
  }
  form.querySelector("[aria-invalid]")?.focus();
}
