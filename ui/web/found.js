// Papers that may speak to a claim: looked for once the claim's page is open, walked with j and k, answered with a, r, c.
import { onKey } from "./keys.js";
import { fetchPage, swap } from "./page.js";

let address = ""; // of the suggestions that are shown

/** Loads the part of the page that is looked for when it is open, and takes over what asks for more of it. */
export function startFound() {
  document.addEventListener("click", click);
  document.addEventListener("submit", submit);
  document.addEventListener("claimlens:main", (event) => again(/** @type {CustomEvent} */ (event).detail));
  if (!document.getElementById("finding")) return;
  load();
  onKey("j", () => step(1));
  onKey("k", () => step(-1));
  onKey("a", () => current()?.querySelector("[data-key=a]")?.click() ?? false);
  onKey("r", () => open("r"));
  onKey("c", () => open("c"));
}

async function load() {
  const part = document.getElementById("finding");
  if (!part?.dataset.load) return;
  address = part.dataset.load;
  part.setAttribute("aria-busy", "true");
  try {
    const { ok, doc } = await fetchPage(address);
    if (ok) swap(doc, "finding");
  } catch {
    // The link that leads to them stays.
  } finally {
    part.removeAttribute("aria-busy");
  }
}

/**
 * Shows the suggestions anew after something was done about one of them or about the claim. What a search found stays.
 * @param {{before: HTMLElement | null, form: HTMLFormElement}} detail
 */
async function again({ before, form }) {
  const here = document.getElementById("finding");
  const at = all(before).findIndex((candidate) => candidate.contains(form));
  if (here?.dataset.load && before) {
    here.replaceWith(before);
    try {
      const { ok, doc } = await fetchPage(address || here.dataset.load);
      if (ok) swap(doc, "found");
    } catch {
      return;
    }
  }
  if (at >= 0) focus(at);
}

/** @param {MouseEvent} event */
function click(event) {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-get]");
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  const shown = all(document).length;
  get(link, link.href, () => {
    address = link.href;
    focus(shown);
  });
}

/** @param {SubmitEvent} event */
function submit(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.get === undefined) return;
  event.preventDefault();
  const fields = new URLSearchParams(/** @type {any} */ (new FormData(form, event.submitter)));
  get(event.submitter ?? form, `${form.action}?${fields}`, (part) => {
    const head = part.querySelector(".problem, .hits h3");
    if (!(head instanceof HTMLElement)) return;
    head.tabIndex = -1;
    head.focus();
  }, form.dataset.get);
}

/**
 * Takes a part of the page from another address.
 * @param {HTMLElement} pressed
 * @param {string} from
 * @param {(part: HTMLElement) => void} then
 * @param {string} [id]
 */
async function get(pressed, from, then, id = pressed.dataset.get ?? "") {
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

/** @param {number} at */
function focus(at) {
  const candidates = all(document);
  const next = candidates[Math.min(at, candidates.length - 1)] ?? document.getElementById("found");
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
