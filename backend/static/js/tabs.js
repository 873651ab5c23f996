// On a phone the parts of a page stand behind tabs: one at a time. The tabs are links within the page, so that without
// this file it is one page with its parts below each other.
const phone = matchMedia("(max-width: 999px)");

for (const tabs of document.querySelectorAll("[data-tabs]")) {
  const links = [...tabs.querySelectorAll("a[href^='#']")];
  const panels = links.map((link) => document.getElementById(link.hash.slice(1)));
  let chosen = panels[0];

  const show = () => {
    panels.forEach((panel, n) => {
      panel.hidden = phone.matches && panel !== chosen;
      links[n].toggleAttribute("aria-current", panel === chosen);
    });
  };

  // Wherever a link leads, the part that holds the place comes forward.
  const follow = (hash) => {
    const place = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    const panel = place && panels.find((one) => one.contains(place));
    if (!panel) return;
    chosen = panel;
    show();
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    place.scrollIntoView();
    place.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  };

  const typed = document.querySelector("[autofocus], .banner.refused ~ .desk details[open] form");
  const first = typed && panels.find((panel) => panel.contains(typed));
  chosen = first || chosen;
  show();
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) setTimeout(() => follow(link.hash));
  });
  phone.addEventListener("change", show);
  if (first) typed.focus?.();
  else follow(location.hash);
}
