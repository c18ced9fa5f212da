// The article: cards in the margin, level with their quotes; text and margin in step.
import { restore } from "./drafts.js";
import { onKey } from "./keys.js";
import { complain, fetchPage, swap } from "./page.js";
import { openEvidence, openGrade } from "./record.js";
import { spread } from "./spread.js";

const gap = 4;
const wide = matchMedia("(min-width: 900px)");

/** @type {HTMLElement} */ let reading;
/** @type {HTMLElement} */ let text;
/** @type {HTMLElement | null} */ let active = null;
/** @type {HTMLElement | null} */ let chosen = null; // the mark that the active card stands level with
/** @type {ResizeObserver | undefined} */ let sizes;
let width = 0; // of the text when the cards' density was last chosen

/** How much a card that is not in focus shows: claim and standing, the claim alone, one line of it. */
const densities = [[], ["brief"], ["brief", "dense"]];
/** @type {WeakMap<HTMLElement, number>} what cards measure while nothing points at them */
const heights = new WeakMap();

/** Does its work on an article's page. */
export function startReading() {
  if (!adopt()) return;
  wide.addEventListener("change", arrange);
  addEventListener("hashchange", () => follow(true));
  document.addEventListener("claimlens:card", (event) => refresh(/** @type {CustomEvent} */ (event).detail));
  document.addEventListener("claimlens:article", (event) => renew(/** @type {CustomEvent} */ (event).detail));
  keys();
  follow(false);
}

/** Takes the article that is on the page now in its care. */
function adopt() {
  const found = document.getElementById("reading");
  const within = found?.querySelector(".text");
  if (!found || !(within instanceof HTMLElement)) return false;
  sizes?.disconnect();
  reading = found;
  text = within;
  active = chosen = null;
  sizes = new ResizeObserver(() => requestAnimationFrame(resized));
  reading.classList.add("still");
  arrange();
  sizes.observe(text);
  for (const card of cards()) sizes.observe(card);
  reading.addEventListener("click", click);
  reading.addEventListener("focusin", focused);
  requestAnimationFrame(() => reading.classList.remove("still"));
  return true;
}

/** Shows the article as another reading of its page has it, and what that says was done. @param {Document} doc */
function renew(doc) {
  const dropped = document.getElementById("dropped");
  if (!swap(doc, "reading") || !adopt()) return;
  const list = document.getElementById("dropped");
  if (list instanceof HTMLDetailsElement && dropped instanceof HTMLDetailsElement) list.open = dropped.open;
  history.replaceState(null, "", location.pathname); // what was done before is no longer what was just done
  const said = reading.querySelector(".done");
  const card = document.getElementById(said?.getAttribute("data-focus") ?? "");
  if (card?.matches(".card")) {
    activate(card);
    card.focus({ preventScroll: true });
  } else if (said instanceof HTMLElement) {
    said.focus();
  }
}

function keys() {
  onKey("j", () => step(1));
  onKey("k", () => step(-1));
  onKey("g", () => withCard((card) => openGrade(card, "")));
  onKey("e", () => withCard((card) => openEvidence(card, "")));
  onKey("1 2 3 4 5 6 7", (event) => withCard((card) => openGrade(card, event.key)));
  onKey("s d n", (event) => withCard((card) => openEvidence(card, event.key)));
  onKey("Enter", () => {
    if (!active || document.activeElement !== active) return false;
    location.assign(active.dataset.record ?? "");
  });
  onKey("Escape", leave);
}

/** Leaves the claim in focus for its words in the text. */
function leave() {
  const mark = chosen ?? (active && markOf(active));
  activate(null);
  mark?.focus({ preventScroll: true });
}

/** @returns {HTMLElement[]} the cards in the order of the text */
function cards() {
  return [...text.querySelectorAll(".card")].filter((x) => x instanceof HTMLElement);
}

/** @param {HTMLElement} card */
function markOf(card) {
  return document.getElementById(`at-${card.dataset.at}`);
}

/** @param {HTMLElement} mark the first of its claims is the one that it leads to */
function cardOf(mark) {
  return document.getElementById(`claim-${mark.dataset.claims?.split(" ")[0]}`);
}

function arrange() {
  reading.classList.toggle("in-margin", wide.matches);
  if (!wide.matches) {
    reading.classList.remove("brief", "dense");
    for (const card of cards()) card.style.removeProperty("top");
    text.style.removeProperty("min-height");
    return;
  }
  choose();
  place();
}

/** A card grew, or the window did, and with it the text. */
function resized() {
  if (wide.matches && text.offsetWidth !== width) choose();
  place();
}

/** Where the cards stand from and to, in the window. */
function span() {
  const floor = text.getBoundingClientRect().top;
  return { floor, end: text.lastElementChild?.getBoundingClientRect().bottom ?? floor };
}

/** Chooses how much the cards show: as much as leaves them beside their words. */
function choose() {
  width = text.offsetWidth;
  const all = cards();
  const { floor, end } = span();
  for (const names of densities) {
    for (const name of ["brief", "dense"]) reading.classList.toggle(name, names.includes(name));
    const sum = all.reduce((total, card) => total + (card === active ? 0 : card.offsetHeight + gap), 0);
    if (sum <= (end - floor) * 0.8) return;
  }
}

/** Places every card as near as can be to its words. */
function place() {
  if (!wide.matches) return;
  const { floor } = span();
  const level = cards().map((card) => {
    const mark = card === active && chosen ? chosen : markOf(card);
    return { card, want: (mark?.getBoundingClientRect().top ?? floor) - floor - 8, height: height(card) };
  });
  if (level.length === 0) return;
  level.sort((a, b) => a.want - b.want);
  const tops = spread(level.map((x) => x.want), level.map((x) => x.height), gap, level.findIndex((x) => x.card === active));
  level.forEach((x, i) => (x.card.style.top = `${Math.round(tops[i])}px`));
  text.style.minHeight = `${Math.ceil(tops[tops.length - 1] + level[level.length - 1].height)}px`;
}

/** A card that grows because it is pointed at moves no other. @param {HTMLElement} card */
function height(card) {
  const before = heights.get(card);
  if (before !== undefined && card !== active && card.matches(":hover")) return before;
  heights.set(card, card.offsetHeight);
  return card.offsetHeight;
}

/**
 * Brings a claim into focus, in the text and in the margin; null leaves none.
 * @param {HTMLElement | null} card
 * @param {HTMLElement | null} [mark] the one of its marks that was chosen; else the first
 */
function activate(card, mark) {
  for (const x of text.querySelectorAll(".mark.lit")) x.classList.remove("lit");
  active?.classList.remove("active");
  active = card;
  chosen = mark?.isConnected ? mark : null;
  if (card) {
    card.classList.add("active");
    for (const x of text.querySelectorAll(".mark")) {
      if (x instanceof HTMLElement && x.dataset.claims?.split(" ").includes(card.dataset.claim ?? "")) x.classList.add("lit");
    }
    history.replaceState(null, "", `#${card.id}`);
  }
  place();
  if (card) show(mark ?? markOf(card), card);
}

/**
 * Scrolls so that the quote stands in the upper part of the window with its card whole beside it.
 * @param {HTMLElement | null} mark
 * @param {HTMLElement} card
 */
function show(mark, card) {
  const top = (wide.matches ? (mark ?? card) : card).getBoundingClientRect().top;
  const height = document.documentElement.clientHeight;
  const room = height - card.offsetHeight - 24; // the lowest place at which the card is whole
  const upper = Math.max(56, Math.min(height * 0.1, room)); // a card that needs the window leaves two lines of what comes before
  if (top >= upper && top <= Math.max(upper, Math.min(room, height * 0.6))) return;
  scrollBy({ top: top - Math.max(upper, Math.min(room, height * 0.3)), behavior: "instant" });
}

/** @param {number} by */
function step(by) {
  const all = cards();
  if (all.length === 0) return false;
  const focus = document.activeElement;
  const here = active ?? (focus instanceof HTMLElement && focus.matches(".mark") ? cardOf(focus) : null);
  const from = here ? all.indexOf(here) : by > 0 ? firstSeen(all) - 1 : all.length;
  const card = all[Math.min(all.length - 1, Math.max(0, from + by))];
  activate(card);
  card.focus({ preventScroll: true });
}

/** @param {HTMLElement[]} all */
function firstSeen(all) {
  const i = all.findIndex((card) => (markOf(card)?.getBoundingClientRect().top ?? -1) >= 0);
  return i < 0 ? 0 : i;
}

/** @param {MouseEvent} event */
function click(event) {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const mark = event.target.closest(".mark");
  const card = event.target.closest(".card");
  if (mark instanceof HTMLElement) {
    const claim = cardOf(mark);
    if (!claim) return;
    event.preventDefault();
    activate(claim, mark);
    claim.focus({ preventScroll: true });
  } else if (card instanceof HTMLElement) {
    clickCard(event, card);
  }
}

/**
 * @param {MouseEvent} event
 * @param {HTMLElement} card
 */
function clickCard(event, card) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (card !== active) activate(card);
  const act = link?.dataset.act;
  if (act || link?.matches(".glyph-link")) event.preventDefault();
  if (act === "grade") withCard((x) => openGrade(x, ""));
  if (act === "evidence") withCard((x) => openEvidence(x, ""));
}

/** Tabbing into a card brings its claim into focus. @param {FocusEvent} event */
function focused(event) {
  const card = event.target instanceof Element ? event.target.closest(".card") : null;
  if (card instanceof HTMLElement && card !== active && card.matches(":focus-within") && event.target !== card) activate(card);
}

/** Goes where the address points. @param {boolean} focus */
function follow(focus) {
  const target = document.getElementById(location.hash.slice(1));
  const card = target?.closest(".card") ?? (target?.matches(".mark") ? cardOf(target) : null);
  if (!(card instanceof HTMLElement) || card === active) return;
  activate(card, target?.matches(".mark") ? target : null);
  if (focus) card.focus({ preventScroll: true });
}

/**
 * Does something with the claim in focus once its card is open, which may need its page first.
 * @param {(card: HTMLElement) => void} act
 */
function withCard(act) {
  if (!active) step(1);
  const card = active;
  if (!card) return false;
  if (card.matches(".open")) {
    act(card);
    return true;
  }
  card.setAttribute("aria-busy", "true");
  fetchPage(card.dataset.open ?? "").then(
    ({ doc }) => {
      const fresh = refresh({ doc, id: card.id });
      if (fresh) act(fresh);
    },
    () => complain(/** @type {any} */ (card), "The server did not answer. Try again."),
  ).finally(() => card.removeAttribute("aria-busy"));
  return true;
}

/**
 * Shows a card, the marks of its claim and the tally as another reading of the page has them.
 * @param {{doc: Document, id: string}} detail
 * @returns {HTMLElement | null}
 */
function refresh({ doc, id }) {
  const was = document.getElementById(id);
  const focus = was?.contains(document.activeElement);
  const card = swap(doc, id);
  if (!card) return null;
  reading.classList.add("still");
  requestAnimationFrame(() => requestAnimationFrame(() => reading.classList.remove("still")));
  if (was) sizes?.unobserve(was);
  sizes?.observe(card);
  restore(card);
  if (active === was) active = null;
  for (const mark of doc.querySelectorAll(".mark")) {
    const here = document.getElementById(mark.id);
    if (here) here.className = mark.className;
  }
  const tally = doc.querySelector(".tally");
  if (tally) reading.querySelector(".tally")?.replaceWith(document.importNode(tally, true));
  activate(card, chosen);
  if (focus) card.focus({ preventScroll: true });
  return card;
}
