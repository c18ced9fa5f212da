// Editing claims in place: the form's own page is shown over the article, sent to its own address, and of the page that
// comes back the article is shown anew. Words that are selected in the text get a button that makes a claim of them.
import { forget, restore } from "./drafts.js";
import { onKey } from "./keys.js";
import { complain, fetchPage } from "./page.js";

const context = 32; // code points of the text before and after, as an anchor has them

/** @type {HTMLButtonElement | null} */ let button = null;

/** Does its work on an article's page. */
export function startEditing() {
  if (!document.getElementById("reading")) return;
  document.addEventListener("click", click);
  document.addEventListener("submit", submit);
  document.addEventListener("selectionchange", () => requestAnimationFrame(offer));
  onKey("w", () => openDeed("edit"));
  onKey("p", () => openDeed("split"));
  onKey("m", () => openDeed("merge"));
  onKey("x", () => openDeed("drop"));
  onKey("a", add);
  onKey("u", undo);
}

/** @param {MouseEvent} event */
function click(event) {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a");
  if (!link) return;
  const dialog = link.closest("#editing");
  if (dialog instanceof HTMLDialogElement && link.matches(".cancel")) {
    event.preventDefault();
    dialog.close();
  } else if (link.matches("[data-add]")) {
    event.preventDefault();
    add();
  } else if (link.matches("[data-editor], #editing .deeds a")) {
    event.preventDefault();
    open(link.href);
  }
}

/** @param {string} deed the end of the address of the form, for the claim in focus */
function openDeed(deed) {
  const link = document.querySelector(`.card.active .edits a[href$="/${deed}"]`);
  if (!(link instanceof HTMLAnchorElement)) return false;
  open(link.href);
}

/** Opens the form that adds a claim, at the words that are selected if there are any. */
function add() {
  const link = document.querySelector("[data-add]");
  if (!(link instanceof HTMLAnchorElement)) return false;
  const words = selected();
  open(words ? `${link.href}?${new URLSearchParams(words)}` : link.href);
}

function undo() {
  const form = document.querySelector(".done .undo");
  if (!(form instanceof HTMLFormElement)) return false;
  form.requestSubmit();
}

/** @param {string} address of a form's page */
async function open(address) {
  const dialog = theDialog();
  if (dialog.getAttribute("aria-busy") === "true") return;
  dialog.setAttribute("aria-busy", "true");
  try {
    const { doc } = await fetchPage(address);
    if (!fill(doc)) location.assign(address);
  } catch {
    location.assign(address);
  } finally {
    dialog.removeAttribute("aria-busy");
  }
}

/** @returns {HTMLDialogElement} */
function theDialog() {
  const found = document.getElementById("editing");
  if (found instanceof HTMLDialogElement) return found;
  const dialog = document.createElement("dialog");
  dialog.id = "editing";
  dialog.setAttribute("aria-labelledby", "editor-title");
  dialog.addEventListener("close", () => dialog.replaceChildren());
  document.body.append(dialog);
  return dialog;
}

/**
 * Shows the form of a page.
 * @param {Document} doc
 */
function fill(doc) {
  const editor = doc.getElementById("editor");
  if (!editor) return false;
  const dialog = theDialog();
  const shown = document.importNode(editor, true);
  for (const heading of shown.querySelectorAll("h1")) rename(heading, "h2"); // the page beneath has the first one
  dialog.replaceChildren(shown);
  hide();
  restore(dialog);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  const first = ["div.problem", "[aria-invalid=true]", ".claim-words", "form textarea, form input:not([type=hidden])"]
    .map((what) => dialog.querySelector(what)).find(Boolean);
  if (first instanceof HTMLElement) (first.matches("fieldset") ? (first.querySelector("input") ?? first) : first).focus();
  return true;
}

/**
 * @param {Element} element
 * @param {string} tag
 */
function rename(element, tag) {
  const other = document.createElement(tag);
  other.id = element.id;
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** @param {SubmitEvent} event */
function submit(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.editor === undefined) return;
  event.preventDefault();
  send(form, event.submitter);
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
async function send(form, submitter) {
  const pressed = submitter ?? form.querySelector("button");
  if (pressed?.getAttribute("aria-busy") === "true") return;
  pressed?.setAttribute("aria-busy", "true");
  const fields = new URLSearchParams(/** @type {any} */ (new FormData(form, submitter)));
  try {
    const { doc } = form.method === "get" ? await fetchPage(`${form.action}?${fields}`) : await fetchPage(form.action, { method: "POST", body: fields });
    if (doc.getElementById("reading")) done(form, doc);
    else if (!fill(doc)) complain(form, doc.querySelector("main h1")?.textContent ?? "That did not work.");
  } catch {
    complain(form, "The server did not answer. What you typed is kept: try again.");
  } finally {
    pressed?.removeAttribute("aria-busy");
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Document} doc the article's page after the deed
 */
function done(form, doc) {
  forget(form);
  const dialog = form.closest("dialog");
  if (dialog instanceof HTMLDialogElement) dialog.close();
  document.dispatchEvent(new CustomEvent("claimlens:article", { detail: doc }));
}

/**
 * The words that are selected in one paragraph of the text, with what stands around them.
 * @returns {{quote: string, prefix: string, suffix: string} | null}
 */
function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const quote = selection.toString().trim();
  const block = blockOf(range.startContainer);
  if (!block || quote === "" || quote.length > 4000) return null;
  const from = range.startContainer, to = range.endContainer;
  if (blockOf(to) !== block && !(range.endOffset === 0)) return null; // a triple click ends at the beginning of the next one
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(from, range.startOffset);
  const after = document.createRange();
  after.selectNodeContents(block);
  if (block.contains(to)) after.setStart(to, range.endOffset);
  else after.collapse(false);
  return { quote, prefix: [...before.toString()].slice(-context).join(""), suffix: [...textOf(after)].slice(0, context).join("") };
}

/** The text of a range without the cards in it. @param {Range} range */
function textOf(range) {
  const part = range.cloneContents();
  for (const cards of part.querySelectorAll(".cards")) cards.remove();
  return part.textContent ?? "";
}

/** @param {Node} node */
function blockOf(node) {
  const element = node instanceof Element ? node : node.parentElement;
  if (!element || element.closest(".cards")) return null;
  return element.closest(".text :is(p, li, td, h2, h3, h4, h5, h6, pre)");
}

/** Offers to make a claim of what is selected, below its end. */
function offer() {
  const link = document.querySelector("[data-add]");
  if (!link || document.querySelector("dialog[open]") || !selected()) return hide();
  const ends = getSelection()?.getRangeAt(0).getClientRects();
  const last = ends?.[ends.length - 1];
  if (!last) return hide();
  if (!button) {
    button = document.createElement("button");
    button.id = "add-here";
    button.type = "button";
    button.textContent = "Add claim";
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay selected
    button.addEventListener("click", add);
  }
  if (!button.isConnected) document.getElementById("main")?.append(button);
  const left = Math.min(last.right, document.documentElement.clientWidth - 120);
  button.style.left = `${Math.max(8, left) + scrollX}px`;
  button.style.top = `${last.bottom + 6 + scrollY}px`;
}

function hide() {
  button?.remove();
}
