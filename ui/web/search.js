// Answers as one types, on the search page: the same address, of whose page the answers are shown.
import { fetchPage, swap } from "./page.js";

const pause = 120; // ms of silence before the server is asked

/** Does its work on the search page. */
export function startSearch() {
  const field = document.querySelector(".find input");
  if (!(field instanceof HTMLInputElement) || !document.getElementById("results")) return;
  let timer = 0;
  /** @type {AbortController | undefined} */
  let asking;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      asking?.abort();
      asking = new AbortController();
      const address = `/search?${new URLSearchParams({ q: field.value })}`;
      try {
        const { ok, doc } = await fetchPage(address, { signal: asking.signal });
        if (!ok) return;
        swap(doc, "results");
        document.querySelector("main h1")?.replaceWith(/** @type {Element} */ (doc.querySelector("main h1")));
        document.title = doc.title;
        history.replaceState(null, "", address);
      } catch {
        // Another word was typed, or the server did not answer: Enter asks again.
      }
    }, pause);
  });
}
