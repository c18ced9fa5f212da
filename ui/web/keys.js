// Single keys. They act only while no field that takes letters has the focus, and can be switched off (WCAG 2.1.4).

/** @type {Map<string, (event: KeyboardEvent) => boolean | void>} what keys do; true says that the key was used */
const actions = new Map();
const setting = "claimlens.keys";

/**
 * Says what a key does on this page. The last to say so wins.
 * @param {string} keys one or more, separated by spaces
 * @param {(event: KeyboardEvent) => boolean | void} action returns false to leave the key alone
 */
export function onKey(keys, action) {
  for (const key of keys.split(" ")) actions.set(key, action);
}

/** Listens for keys, and keeps the switch in the list of keys. */
export function startKeys() {
  document.addEventListener("keydown", press);
  onKey("/", () => focus(document.querySelector(".find input")));
  onKey("?", showKeys);
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById("keys-on"));
  if (!box) return;
  box.checked = on();
  box.addEventListener("change", () => remember(box.checked));
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") return leave(event);
  if (takesLetters(event.target) || (!on() && event.key !== "?")) return;
  const action = actions.get(event.key);
  if (action && action(event) !== false) event.preventDefault();
}

/** Escape leaves a field first, and after that does what the page says. @param {KeyboardEvent} event */
function leave(event) {
  if (takesLetters(event.target)) {
    const field = /** @type {HTMLElement} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (field.closest(".card"));
    field.blur();
    card?.focus({ preventScroll: true });
    return;
  }
  actions.get("Escape")?.(event);
}

/** @param {EventTarget | null} target */
function takesLetters(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button", "submit", "file"].includes(target.type);
  return target.isContentEditable || target.matches("textarea, select");
}

/** @param {Element | null} element */
function focus(element) {
  if (!(element instanceof HTMLElement)) return false;
  element.focus();
  if (element instanceof HTMLInputElement) element.select();
  return true;
}

function showKeys() {
  const dialog = document.getElementById("keys");
  if (!(dialog instanceof HTMLDialogElement)) return false;
  dialog.showModal();
  return true;
}

function on() {
  try {
    return localStorage.getItem(setting) !== "off";
  } catch {
    return true; // no storage: the switch lasts as long as the page
  }
}

/** @param {boolean} value */
function remember(value) {
  try {
    localStorage.setItem(setting, value ? "on" : "off");
  } catch {
    if (!value) actions.clear();
  }
}
