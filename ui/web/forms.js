// Grading, linking and deciding in place: the form goes to its own address, and of the page that comes back the part
// that changed is shown. What was typed is never lost: not by an error, not by a lost connection.
import { forget, restore } from "./drafts.js";
import { complain, fetchPage, swap } from "./page.js";

const maxUpload = 20 * 1024 * 1024;

/** Takes over the forms that are marked with data-swap, and helps the others. */
export function startForms() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.dataset.swap) {
      event.preventDefault();
      send(form, event.submitter);
    } else if (tooLarge(form)) {
      event.preventDefault();
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name === "verdict") verdictChosen(event.target);
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
async function send(form, submitter) {
  const button = submitter ?? form.querySelector("button");
  if (button?.getAttribute("aria-busy") === "true") return;
  button?.setAttribute("aria-busy", "true");
  const fields = new URLSearchParams(/** @type {any} */ (new FormData(form, submitter)));
  try {
    const { ok, doc } = await fetchPage(form.action, { method: "POST", body: fields });
    if (ok && button?.dataset.stay === undefined) done(form, doc);
    else refused(form, doc);
  } catch {
    complain(form, "The server did not answer. What you typed is kept: try again.");
  } finally {
    button?.removeAttribute("aria-busy");
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Document} doc
 */
function done(form, doc) {
  forget(form);
  const card = form.closest(".card");
  if (card) {
    document.dispatchEvent(new CustomEvent("claimlens:card", { detail: { doc, id: card.id, form } }));
    return;
  }
  const id = form.dataset.swap ?? "";
  const before = document.querySelector(".finding");
  const main = swap(doc, "main");
  if (!main) return location.reload();
  restore(main);
  document.dispatchEvent(new CustomEvent("claimlens:main", { detail: { before, form } }));
  if (form.closest(".candidate")) return;
  const next = document.getElementById(id) ?? main;
  const section = /** @type {HTMLElement} */ (next.closest("section[id]") ?? next);
  section.tabIndex = -1;
  section.focus({ preventScroll: true });
}

/**
 * @param {HTMLFormElement} form
 * @param {Document} doc
 */
function refused(form, doc) {
  const fresh = swap(doc, form.dataset.swap ?? "");
  if (!fresh) {
    complain(form, doc.querySelector("main h1")?.textContent ?? "That did not work.");
    return;
  }
  const wrong = fresh.querySelector(".quote-problem") ?? fresh.querySelector("[aria-invalid] input, input[aria-invalid], textarea[aria-invalid], .decide input:not([type=hidden])") ?? fresh.querySelector(".problem, .open-paper");
  if (!(wrong instanceof HTMLElement)) return;
  if (wrong.matches(".problem, .open-paper")) wrong.tabIndex = -1;
  wrong.focus();
}

/** The last two verdicts have no certainty; the others have no “none”. @param {HTMLInputElement} verdict */
function verdictChosen(verdict) {
  const form = verdict.form;
  if (!form) return;
  const none = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=certainty][value='']"));
  if (!none) return;
  const nominal = verdict.dataset.nominal !== undefined;
  none.checked = nominal;
  for (const input of form.querySelectorAll("input[name=certainty]")) {
    /** @type {HTMLInputElement} */ (input).disabled = nominal !== (input === none);
  }
}

/** @param {HTMLFormElement} form */
function tooLarge(form) {
  const input = form.querySelector("input[type=file]");
  const file = input instanceof HTMLInputElement && [...(input.files ?? [])].find((f) => f.size > maxUpload);
  if (!file || form.matches(".upload-form")) return false;
  complain(form, `${file.name} is larger than 20 MB.`);
  return true;
}
