// Checks a PDF without sending it: only its SHA-256, and those of what stood before each addition, are asked for.
// Without this script (or outside a secure context) the form sends the file itself.
"use strict";
const form = document.querySelector("form[data-hash]");
if (form && window.crypto && crypto.subtle) {
  document.getElementById("cara").textContent = form.dataset.words;
  form.addEventListener("submit", async (event) => {
    const file = form.querySelector("input[type=file]").files[0];
    if (!file || form.dataset.send) return;
    event.preventDefault();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const before = await Promise.all(ends(bytes).slice(0, 8).map((end) => sha256(bytes.subarray(0, end))));
    const target = form.dataset.hash.replace(/0{64}$/, await sha256(bytes));
    location.assign(before.length ? target + "?awalan=" + before.join(",") : target);
  });
}

async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Where each revision ends, but for the last: after %%EOF and its line end.
function ends(bytes) {
  const found = [];
  for (let at = bytes.indexOf(37); at >= 0; at = bytes.indexOf(37, at + 1)) {
    if (String.fromCharCode(...bytes.subarray(at, at + 5)) !== "%%EOF") continue;
    let end = at + 5;
    if (bytes[end] === 13) end++;
    if (bytes[end] === 10) end++;
    if (end < bytes.length) found.push(end);
  }
  return found;
}
