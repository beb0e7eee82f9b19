/* Sort a long table by a column: once upwards, once downwards, then back as it was. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const LONG = 12;
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });

  function value(row, column) {
    const cell = row.cells[column];
    const exact = cell.querySelector("data[value]");
    const number = exact ? fraction(exact.value.split("..")[0]) : NaN;
    return { number, text: cell.textContent.trim() };
  }

  function fraction(text) {
    const [over, under = "1"] = text.split("/");
    return Number(over) / Number(under);
  }

  /* Numbers before words, and what is empty last, whichever way the rest goes. */
  function compare(one, other, way) {
    const known = [one, other].map((each) => each.text !== "");
    if (known[0] !== known[1]) return known[0] ? -1 : 1;
    const counted = [one, other].map((each) => !Number.isNaN(each.number));
    if (counted[0] !== counted[1]) return counted[0] ? -1 : 1;
    const by = counted[0] ? one.number - other.number : words.compare(one.text, other.text);
    return way * by;
  }

  function sort(table, rows, column, way) {
    const keyed = rows.map((row, place) => ({ row, place, key: value(row, column) }));
    if (way) keyed.sort((a, b) => compare(a.key, b.key, way) || a.place - b.place);
    table.tBodies[0].append(...keyed.map((each) => each.row));
  }

  document.querySelectorAll(".book-table > table").forEach((table) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < LONG) return;
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: "" };
        const now = head.getAttribute("aria-sort");
        const order = now ? next[now] : "ascending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        if (order) head.setAttribute("aria-sort", order);
        sort(table, rows, column, { ascending: 1, descending: -1 }[order] || 0);
      });
    });
  });
});
