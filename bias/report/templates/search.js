"use strict";
(() => {
  const form = document.getElementById("search");
  const list = document.getElementById("found");
  const older = document.getElementById("older");
  const said = form.querySelector("output");
  const field = form.elements.q;
  const months = form.dataset.months.split(" ").filter(Boolean);
  const AT_ONCE = 12, MOST = 200;
  const shards = new Map();
  let asked = 0, failed = 0;

  const say = (name, values = {}) => said.dataset[name].replace(/\{(\w+)\}/g, (_, place) => values[place]);
  const fold = (text) =>
    text.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) || [];
  const holds = (row, words) => words.every((word) => ` ${row[4]}`.includes(` ${word}`));

  const line = ([edition, id, title, outlets]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${edition}/${id}.html`;
    link.textContent = title;
    link.dir = "auto";
    const meta = document.createElement("p");
    meta.className = "meta";
    meta.textContent = say("line", { edition, outlets });
    item.append(link, meta);
    return item;
  };

  const show = () => {
    const words = fold(field.value);
    const rows = words.length ? months.flatMap((month) => shards.get(month) || []).filter((row) => holds(row, words)) : [];
    list.replaceChildren(...rows.slice(0, MOST).map(line));
    const found = say("found", { found: rows.length, read: shards.size, months: months.length });
    const shown = rows.length > MOST ? say("most", { most: MOST }) : "";
    const waiting = asked > shards.size + failed ? say("waiting") : "";
    const missing = failed ? say(failed > 1 ? "unreadMore" : "unread", { failed }) : "";
    said.textContent = words.length ? found + shown + waiting + missing : "";
    older.hidden = !words.length || asked >= months.length;
  };

  window.biasShard = (month, rows) => { shards.set(month, rows); show(); };
  const read = (upTo) => {
    for (; asked < Math.min(upTo, months.length); asked += 1) {
      const script = document.createElement("script");
      script.src = `search/${months[asked]}.js`;
      script.onerror = () => { failed += 1; show(); };
      document.head.append(script);
    }
  };

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  older.addEventListener("click", () => { read(asked + AT_ONCE); show(); });
  read(AT_ONCE);
  show();
})();
