// Papers that may speak to a claim: looked for once the claim is open, walked with j and k, answered with a, r, c.
import { onKey } from "./keys.js";
import { fetchPage, swap } from "./page.js";

/** @type {Map<string, string>} where each part was read, by its id */
const addresses = new Map();

/** Loads the parts of pages that are looked for when somebody opens them, and takes over what asks for more of them. */
export function startFound() {
  document.addEventListener("click", click);
  document.addEventListener("submit", submit);
  document.addEventListener("toggle", opened, true);
  document.addEventListener("claimlens:main", (event) => again(/** @type {CustomEvent} */ (event).detail));
  document.addEventListener("claimlens:card", (event) => againInCard(/** @type {CustomEvent} */ (event).detail));
  if (!document.querySelector(".finding")) return;
  load(document.querySelector(".claim-page .finding[data-load]"));
  onKey("j", () => step(1));
  onKey("k", () => step(-1));
  onKey("a", () => current()?.querySelector("[data-key=a]")?.click() ?? false);
  onKey("r", () => open("r"));
  onKey("c", () => open("c"));
}

/**
 * Reads a part from its own page.
 * @param {Element | null} part
 */
async function load(part) {
  if (!(part instanceof HTMLElement) || !part.dataset.load || part.matches("[aria-busy=true]")) return;
  addresses.set(part.id.replace("finding-", "found-"), part.dataset.load);
  part.setAttribute("aria-busy", "true");
  try {
    const { ok, doc } = await fetchPage(part.dataset.load);
    if (ok) swap(doc, part.id);
  } catch {
    // The link that leads to them stays.
  } finally {
    part.removeAttribute("aria-busy");
  }
}

/** In an article, what is suggested for a claim is read when its part of the card is opened. @param {Event} event */
function opened(event) {
  if (event.target instanceof HTMLDetailsElement && event.target.open && event.target.matches(".linker")) load(event.target.querySelector("[data-load]"));
}

/**
 * Shows the suggestions anew after something was done about one of them or about the claim. What a search found stays.
 * @param {{before: HTMLElement | null, form: HTMLFormElement}} detail
 */
async function again({ before, form }) {
  const at = all(before).findIndex((candidate) => candidate.contains(form));
  const here = before && document.getElementById(before.id);
  if (here?.dataset.load) {
    here.replaceWith(before);
    const id = before.querySelector(".found")?.id ?? "";
    try {
      const { ok, doc } = await fetchPage(addresses.get(id) ?? here.dataset.load);
      if (ok) swap(doc, id);
    } catch {
      return;
    }
  }
  if (at >= 0) focus(at);
}

/**
 * Keeps the suggestions in sight after one of them was answered in a card.
 * @param {{id: string, form: HTMLFormElement}} detail
 */
function againInCard({ id, form }) {
  const linker = document.getElementById(id)?.querySelector(".linker");
  if (form.closest(".candidate") && linker instanceof HTMLDetailsElement) linker.open = true;
}

/** @param {MouseEvent} event */
function click(event) {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-get]");
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  const id = link.dataset.get ?? "";
  const shown = all(document.getElementById(id)).length;
  get(link, link.href, id, (part) => {
    addresses.set(id, link.href);
    all(part)[shown]?.focus();
  });
}

/** @param {SubmitEvent} event */
function submit(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.get === undefined) return;
  event.preventDefault();
  const fields = new URLSearchParams(/** @type {any} */ (new FormData(form, event.submitter)));
  get(event.submitter ?? form, `${form.action}?${fields}`, form.dataset.get, (part) => {
    const head = part.querySelector(".problem, .hits h3");
    if (!(head instanceof HTMLElement)) return;
    head.tabIndex = -1;
    head.focus();
  });
}

/**
 * Takes a part of the page from another address.
 * @param {HTMLElement} pressed
 * @param {string} from
 * @param {string} id
 * @param {(part: HTMLElement) => void} then
 */
async function get(pressed, from, id, then) {
  if (pressed.getAttribute("aria-busy") === "true") return;
  pressed.setAttribute("aria-busy", "true");
  try {
    const { doc } = await fetchPage(from);
    const part = swap(doc, id);
    if (part) then(part);
    else location.assign(from);
  } catch {
    location.assign(from);
  } finally {
    pressed.removeAttribute("aria-busy");
  }
}

/**
 * @param {ParentNode | null} within
 * @returns {HTMLElement[]}
 */
function all(within) {
  return /** @type {HTMLElement[]} */ ([...(within?.querySelectorAll(".candidate") ?? [])]);
}

/** Goes to the candidate that stands there now, or, where there is none, to what is said instead. @param {number} at */
function focus(at) {
  const candidates = all(document);
  const next = /** @type {HTMLElement | null} */ (candidates[Math.min(at, candidates.length - 1)] ?? document.querySelector(".found"));
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
}

function current() {
  return /** @type {HTMLElement | null} */ (document.activeElement?.closest(".candidate") ?? null);
}

/** @param {number} by */
function step(by) {
  const candidates = all(document);
  if (candidates.length === 0) return false;
  const here = current();
  const at = here ? candidates.indexOf(here) + by : 0;
  candidates[Math.min(candidates.length - 1, Math.max(0, at))].focus();
}

/** Opens a form of the candidate in focus. @param {string} key */
function open(key) {
  const details = current()?.querySelector(`[data-key=${key}]`)?.closest("details");
  if (!details) return false;
  details.open = true;
  const field = details.querySelector("input[name=comment], input:checked, textarea");
  if (field instanceof HTMLElement) field.focus();
}
