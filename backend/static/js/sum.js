// What the numbers of a form add up to, as they are typed; without this module the sum is the one last saved.
for (const told of document.querySelectorAll("[data-sum]")) {
  const form = told.closest("form");
  const output = told.querySelector("output");
  const worth = (input) => Number(input.value.replace(",", ".")) || 0;
  form.addEventListener("input", () => {
    const sum = [...form.querySelectorAll(told.dataset.sum)].reduce((total, input) => total + worth(input), 0);
    output.textContent = (Math.round(sum * 100) / 100).toLocaleString("id-ID");
  });
}
