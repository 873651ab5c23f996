// Where everything is, said for the whole page at all times: in one line on top, and beside each link to a section.
import { CHANNEL, of, waits } from "./store.js";

const WORST_FIRST = ["conflict", "problems", "login", "refused", "waiting"];
const news = new BroadcastChannel(CHANNEL);
const newest = (values) => values.sort((a, b) => new Date(b) - new Date(a))[0];

export async function begin(tools) {
  const line = tools.element("p", "", { className: "whereabouts" });
  line.setAttribute("role", "status");
  document.querySelector("main").prepend(line);
  const told = { sent: 0 }, show = async () => { const kept = await of(tools.person); say(line, kept, told, tools); mark(kept, tools); };
  news.addEventListener("message", async ({ data }) => {
    if (data.answer || data.photo === "sent") told.sent = data.answer?.saved_at ?? Date.now();
    await show();
    if (data.answer || data.photo === "sent") (await import("./fresh.js")).freshen(tools.person);
  });
  await show();
}

function say(line, { drafts, photos }, told, { words, clock }) {
  const waiting = drafts.filter(waits), state = WORST_FIRST.find((one) => waiting.some((draft) => draft.state === one));
  const sent = newest([told.sent, ...drafts.filter((one) => !waits(one)).map(({ sentAt }) => sentAt)].filter(Boolean)), parts = [];
  if (state) parts.push(words(state, { at: clock(newest(waiting.map(({ at }) => at))) }));
  if (photos.length) parts.push(words(photos.some((one) => one.state === "login") ? "photosLogin" : "photos", { n: photos.length }));
  line.textContent = parts.join(" · ") || (sent ? words("sent", { at: clock(sent) }) : words("nothing"));
  line.dataset.state = parts.length ? "waiting" : sent ? "sent" : "nothing";
}

function mark({ drafts, photos }, { words, clock, element }) {
  document.querySelectorAll("[data-on-phone]").forEach((old) => old.remove());
  for (const link of document.querySelectorAll("a[data-offline-page]")) {
    const own = drafts.filter((one) => waits(one) && one.page === link.pathname), badges = [];
    const pictures = photos.filter((one) => one.page === link.pathname).length;
    if (own.length) badges.push(words(own.some(({ state }) => state === "conflict") ? "toChoose" : "waiting", { at: clock(own[0].at) }));
    if (pictures) badges.push(words("photos", { n: pictures }));
    for (const text of badges) {
      const badge = element("span", text, { className: "badge waiting" });
      badge.dataset.onPhone = "";
      link.parentElement.append(" ", badge);
    }
  }
}
