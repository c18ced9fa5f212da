// A claim's forms, wherever they stand: on its own page or in a card.
import { onKey } from "./keys.js";

const stances = { s: "supports", d: "disputes", n: "neutral" };

/** Gives a claim's own page its keys. */
export function startRecord() {
  const page = document.querySelector(".claim-page");
  if (!page) return;
  const main = () => /** @type {HTMLElement} */ (document.getElementById("main"));
  onKey("g", () => openGrade(main(), ""));
  onKey("e", () => openEvidence(main(), ""));
  onKey("1 2 3 4 5 6 7", (event) => openGrade(main(), event.key));
  onKey("s d n", (event) => openEvidence(main(), event.key));
}

/**
 * Goes to the grade form, and chooses a verdict if a number is given.
 * @param {HTMLElement} within
 * @param {string} number "1" to "7", or empty
 */
export function openGrade(within, number) {
  const radios = [...within.querySelectorAll(".grade-form input[name=verdict]")];
  const chosen = radios.find((radio) => /** @type {HTMLInputElement} */ (radio).checked);
  const radio = number ? radios[Number(number) - 1] : (chosen ?? radios[0]);
  if (!(radio instanceof HTMLInputElement)) return false;
  show(within, ".grader", ".linker");
  if (number && !radio.checked) radio.click();
  radio.focus();
  return true;
}

/**
 * Opens one form, and folds the other away where that can be done.
 * @param {HTMLElement} within
 * @param {string} open
 * @param {string} closed
 */
function show(within, open, closed) {
  for (const [selector, on] of /** @type {[string, boolean][]} */ ([[open, true], [closed, false]])) {
    const details = within.querySelector(selector);
    if (details instanceof HTMLDetailsElement && (on || within.matches(".card"))) details.open = on;
  }
}

/**
 * Goes to the form that links a paper, and chooses a stance if its key is given.
 * @param {HTMLElement} within
 * @param {string} key "s", "d", "n", or empty
 */
export function openEvidence(within, key) {
  const details = within.querySelector(".linker");
  if (!(details instanceof HTMLDetailsElement)) return false;
  show(within, ".linker", ".grader");
  if (key) {
    const radio = details.querySelector(`input[value=${stances[/** @type {"s" | "d" | "n"} */ (key)]}]`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
  }
  const field = details.querySelector("input.pmid");
  if (field instanceof HTMLElement) field.focus();
  return true;
}
