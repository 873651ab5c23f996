// A list of common reasons becomes buttons that write into the field behind it. Without this file one chooses from the list.
for (const select of document.querySelectorAll("select[data-chips]")) {
  const text = select.form.querySelector("textarea[name=reason]");
  const chips = document.createElement("div");
  chips.className = "chips";
  chips.setAttribute("role", "group");
  chips.setAttribute("aria-label", select.labels[0].textContent);
  for (const option of [...select.options].filter((one) => one.value)) {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.textContent = option.text;
    chip.addEventListener("click", () => {
      if (!text.value.includes(option.value)) text.value = `${text.value} ${option.value}`.trim();
      text.focus();
    });
    chips.append(chip);
  }
  select.after(chips);
  select.hidden = true;
}
