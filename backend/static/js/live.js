// A region with data-live="ADDRESS" asks there, with ETag, whether anything has come: every ten seconds, once a minute
// while the page is hidden. Rows never move: the answer is a notice. A <template data-into="#id"> in it fills that place.
const SOON = 10_000, RARELY = 60_000;

function fill(region, text) {
  region.innerHTML = text;
  for (const part of region.querySelectorAll("template[data-into]")) {
    const place = document.querySelector(part.dataset.into);
    if (place) place.replaceChildren(part.content);
    part.remove();
  }
}

function keepAsking(region) {
  let tag = "", timer;
  async function ask() {
    try {
      const headers = { "X-Requested-With": "XMLHttpRequest", ...(tag && { "If-None-Match": tag }) };
      const answer = await fetch(region.dataset.live, { headers, redirect: "error", cache: "no-store" });
      if (answer.status === 200) {
        tag = answer.headers.get("ETag") ?? "";
        fill(region, await answer.text());
      }
    } catch { /* no network, or no longer logged in: asked again later, and a reload says which */ }
    later();
  }
  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, document.hidden ? RARELY : SOON);
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? later() : ask()));
  later();
}

document.querySelectorAll("[data-live]").forEach(keepAsking);
