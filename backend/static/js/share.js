// Passes a text on by the telephone's own menu, or copies it where there is none.
for (const box of document.querySelectorAll("[data-share]")) {
  const text = box.querySelector("textarea");
  const button = box.querySelector("button");
  const told = box.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      if (navigator.share) await navigator.share({ text: text.value });
      else {
        await navigator.clipboard.writeText(text.value);
        told.textContent = box.dataset.copied;
      }
    } catch {
      text.select();
    }
  });
}
