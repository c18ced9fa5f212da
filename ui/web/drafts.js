// What is typed into a reviewer's form outlives the page: it is kept in the tab until the form has done its work.

const fields = "form[data-swap] textarea, form[data-swap] input.pmid, .entry textarea[id]";

/** Keeps what is typed, and puts back what was. */
export function startDrafts() {
  document.addEventListener("input", (event) => {
    if (event.target instanceof Element && event.target.matches(fields)) keep(/** @type {HTMLTextAreaElement} */ (event.target));
  });
  restore(document);
}

/**
 * Puts back what was typed into fields that still are as the server sent them.
 * @param {ParentNode} within
 */
export function restore(within) {
  for (const element of within.querySelectorAll(fields)) {
    const field = /** @type {HTMLTextAreaElement} */ (element);
    const draft = stored((s) => s.getItem(key(field)));
    if (draft && field.value === field.defaultValue) field.value = draft;
  }
}

/** Forgets what was typed into a form. @param {HTMLFormElement} form */
export function forget(form) {
  for (const field of form.querySelectorAll("textarea, input.pmid")) stored((s) => s.removeItem(key(field)));
}

/** @param {HTMLTextAreaElement} field */
function keep(field) {
  stored((s) => (field.value === field.defaultValue ? s.removeItem(key(field)) : s.setItem(key(field), field.value)));
}

/** @param {Element} field its id names the claim too */
function key(field) {
  return `claimlens.draft.${field.id}`;
}

/**
 * Does something with the tab's storage; where there is none, or it is full, drafts are not kept.
 * @template T
 * @param {(storage: Storage) => T} act
 * @returns {T | null}
 */
function stored(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}
