// A region with data-live="ADDRESS" asks there, with ETag, whether anything has come: every ten seconds, once a minute
// while the page is hidden. Rows never move: the answer is a notice. A <template data-into="#id"> in it fills that place.
// data-every="2" asks every two seconds. data-stale="#id" names what says, while nothing is heard, from when the region is: its
// <time> gets the hour of the last answer.
const SOON = 10_000, RARELY = 60_000;

function fill(region, text) {
  region.innerHTML = text;
  for (const part of region.querySelectorAll("template[data-into]")) {
    const place = document.querySelector(part.dataset.into);
    if (place) place.replaceChildren(part.content);
    part.remove();
  }
}

function sayHowOld(region) {
  const stale = document.querySelector(region.dataset.stale ?? "#-");
  let seen = new Date();
  return (heard) => {
    if (heard) seen = new Date();
    if (!stale) return;
    stale.querySelector("time").textContent = seen.toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
    stale.hidden = heard;
  };
}

function keepAsking(region) {
  const soon = Number(region.dataset.every) * 1000 || SOON, tell = sayHowOld(region);
  let tag = "", timer;
  async function ask() {
    try {
      const headers = { "X-Requested-With": "XMLHttpRequest", ...(tag && { "If-None-Match": tag }) };
      const signal = AbortSignal.timeout(5 * soon);
      const answer = await fetch(region.dataset.live, { headers, redirect: "error", cache: "no-store", signal });
      tell(answer.status === 200 || answer.status === 304);
      if (answer.status === 200) {
        tag = answer.headers.get("ETag") ?? "";
        fill(region, await answer.text());
      }
    } catch {
      tell(false); // no network, or no longer logged in: asked again later, and a reload says which
    }
    later();
  }
  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, document.hidden ? RARELY : soon);
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? later() : ask()));
  later();
}

document.querySelectorAll("[data-live]").forEach(keepAsking);
