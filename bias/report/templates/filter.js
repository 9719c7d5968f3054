"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const said = form.querySelector("output");
  const events = Array.from(document.querySelectorAll("[data-event]"));
  const words = events.map((each) => each.textContent.toLowerCase());
  const show = () => {
    const word = form.elements.word.value.trim().toLowerCase();
    const chosen = ["outlets", "kinds"].filter((name) => form.elements[name]);
  const has = (each, name) => !form.elements[name].value || each.dataset[name].split(" ").includes(form.elements[name].value);
    let shown = 0;
    events.forEach((each, place) => {
      const fits = chosen.every((name) => has(each, name)) && words[place].includes(word);
      each.hidden = !fits;
      shown += fits;
    });
    said.textContent = said.dataset.shown.replace("{shown}", shown).replace("{all}", events.length);
  };
  form.hidden = false;
  form.addEventListener("input", show);
  show();
})();
