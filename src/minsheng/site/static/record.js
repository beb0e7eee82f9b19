/* Fill in what only the reader knows: today, and the address of a book without a base address. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const today = new Date();
  const parts = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  const date = parts.map((part) => String(part).padStart(2, "0")).join("-");
  document.querySelectorAll(".access-date").forEach((each) => { each.textContent = date; });
  if (!location.protocol.startsWith("http")) return;
  const here = location.origin + location.pathname;
  document.querySelectorAll(".page-address").forEach((each) => {
    if (!each.textContent.includes("://")) each.textContent = here;
  });
});
