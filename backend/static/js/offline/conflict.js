// Two people wrote the same section: both answers with names and times, field by field; nothing is sent before a choice.
import { asTexts, inWords, labelOf, names, valuesOf, written } from "./fields.js";

// Puts the screen into the form and calls `chosen` with the fields that were picked.
export function ask(form, kept, tools, chosen) {
  const { theirs, by, at } = kept.conflict, { element, words, clock } = tools, mine = written(form);
  const their = names(form).flatMap((name) => textsOf(form, theirs, name, mine).map((text) => [name, text]));
  const screen = element("section", "", { className: "banner conflict", tabIndex: -1 });
  const title = element("h2", words("conflictTitle", { by }), { id: `${kept.id}-bentrok` });
  screen.setAttribute("aria-labelledby", title.id);
  const sides = { mine: words("mine", { at: clock(kept.at) }), theirs: words("theirs", { by, at: clock(at) }) };
  const pairs = differing(form, mine, their).map((name) => pair(form, name, { mine, theirs: their }, sides, tools));
  const all = (side) => () => pairs.forEach((one) => { one.querySelector(`[value=${side}]`).checked = true; });
  const whole = element("p", "", { className: "acts" });
  whole.append(button(words("allMine"), all("mine"), element), " ", button(words("allTheirs", { by }), all("theirs"), element));
  const lacking = element("p", "", { className: "errorlist" });
  const send = button(words("sendChoice"), () => done(pairs, { mine, theirs: their }, lacking, words, chosen), element);
  send.className = "main";
  lacking.setAttribute("role", "alert");
  screen.append(title, element("p", words("conflictWhy")), whole, ...pairs, lacking, send);
  form.prepend(screen);
  return screen;
}

const textsOf = (form, theirs, name, mine) => (name in theirs ? asTexts(form, name, theirs[name]) : valuesOf(mine, name));

const differing = (form, mine, theirs) => names(form).filter((name) => plain(mine, name) !== plain(theirs, name));
const plain = (fields, name) => JSON.stringify(valuesOf(fields, name).filter(Boolean));

// The radios belong to no form, or they would be sent along.
function pair(form, name, values, sides, { element, words }) {
  const box = element("fieldset", "", { className: "pair" });
  box.dataset.name = name;
  box.append(element("legend", labelOf(form, name)));
  for (const side of ["mine", "theirs"]) {
    const label = element("label", "", { className: "check" }), text = element("span");
    const radio = element("input", "", { type: "radio", name: `bentrok-${name}`, value: side });
    radio.setAttribute("form", "");
    text.append(element("small", sides[side]), element("br"), inWords(form, name, valuesOf(values[side], name)) || words("empty"));
    label.append(radio, text);
    box.append(label);
  }
  return box;
}

const button = (text, act, element) => element("button", text, { type: "button", onclick: act });

function done(pairs, values, lacking, words, chosen) {
  const open = pairs.filter((one) => !one.querySelector(":checked"));
  lacking.textContent = open.length ? words("chooseAll", { n: open.length }) : "";
  if (open.length) return open[0].querySelector("input").focus();
  const theirs = pairs.filter((one) => one.querySelector(":checked").value === "theirs").map((one) => one.dataset.name);
  const kept = values.mine.filter(([name]) => !theirs.includes(name));
  return chosen([...kept, ...values.theirs.filter(([name]) => theirs.includes(name))]);
}
