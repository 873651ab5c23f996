// Asks the device for a passkey and sends its answer with the form around the button. Without JavaScript, or where the
// device knows no passkeys, nothing of it is seen.
for (const place of document.querySelectorAll("[data-passkey]")) {
  if (window.PublicKeyCredential) {
    place.hidden = false;
    place.querySelector("button").addEventListener("click", () => ask(place));
  }
}

async function ask(place) {
  const form = place.closest("form");
  const failed = place.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  if (!form.reportValidity()) return;
  try {
    await import(place.dataset.library);
    const answer = await globalThis.webauthnJSON[place.dataset.passkey](await options(place.dataset));
    form.elements.credential.value = JSON.stringify(answer);
    form.requestSubmit();
  } catch (problem) {
    console.warn(problem);
    failed.hidden = false;
  }
}

async function options({ ask, options }) {
  if (!ask) return JSON.parse(document.getElementById(options).textContent);
  const answer = await fetch(ask, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}
