// Lists of claims: j and k walk them, Enter opens the one in focus, g grades it.
import { onKey } from "./keys.js";

/** Gives lists that can be walked their keys. The list may be another by the time a key is pressed. */
export function startWalk() {
  if (!document.querySelector(".walk") && !document.getElementById("results")) return;
  onKey("j", () => step(1));
  onKey("k", () => step(-1));
  onKey("g", () => {
    const link = document.querySelector(".walk .current .say a");
    if (!(link instanceof HTMLAnchorElement)) return false;
    location.assign(`${link.pathname}/grade`);
  });
}

/** @param {number} by */
function step(by) {
  const rows = [...document.querySelectorAll(".walk > li")];
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row.matches(".current"));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  rows[at]?.classList.remove("current");
  next.classList.add("current");
  const link = next.querySelector(".say a");
  if (link instanceof HTMLElement) link.focus();
}
