// Copying safer words. Where scripts or the clipboard are off there is no button; the words can be selected.

/** Copies the words beside a button when it is pressed, and says that it did. */
export function startCopy() {
  document.addEventListener("click", async (event) => {
    const button = event.target;
    if (!(button instanceof HTMLButtonElement) || button.dataset.copy === undefined) return;
    const words = button.parentElement?.querySelector("q")?.textContent ?? "";
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Select the words and copy them";
    }
  });
}
