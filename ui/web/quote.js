// The form that links a paper: an identifier that is pasted shows its paper, a sentence that is chosen is the passage.

/** Does its work in whichever form is on the page, now or later. */
export function startQuotes() {
  document.addEventListener("paste", (event) => {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.matches(".link-form .pmid")) requestAnimationFrame(() => field.form?.querySelector("[data-stay]")?.click());
  });
  document.addEventListener("change", (event) => {
    const choice = event.target;
    if (choice instanceof HTMLInputElement && choice.name === "sentence") quote(choice.form, choice.value);
  });
  document.addEventListener("input", (event) => {
    if (event.isTrusted && event.target instanceof HTMLTextAreaElement && event.target.name === "passage") forgetChoice(event.target.form);
  });
  document.addEventListener("mouseup", () => requestAnimationFrame(selected));
}

/**
 * @param {HTMLFormElement | null} form
 * @param {string} text
 */
function quote(form, text) {
  const field = form?.querySelector("textarea[name=passage]");
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true })); // so that it is kept as if it was typed
  for (const was of form?.querySelectorAll("[data-chosen]") ?? []) delete (/** @type {HTMLElement} */ (was).dataset.chosen);
}

/** Words that are written are the passage, whatever was chosen before. @param {HTMLFormElement | null} form */
function forgetChoice(form) {
  for (const choice of form?.querySelectorAll("input[name=sentence]") ?? []) /** @type {HTMLInputElement} */ (choice).checked = false;
}

/** Words that are selected with the mouse, within the sentences of a paper, are the passage. */
function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const within = selection.getRangeAt(0).commonAncestorContainer;
  const sentences = (within instanceof Element ? within : within.parentElement)?.closest(".sentences p");
  const form = sentences?.closest("form");
  const text = selection.toString().replace(/\s+/g, " ").trim();
  if (!form || text === "") return;
  forgetChoice(form);
  quote(form, text);
}
