// How far an import is, as the server tells it; what came of it so far is read from the import's own page.
import { fetchPage, swap } from "./page.js";

const pause = 1000; // ms between two readings of the page

/** Does its work on the page of an import that still runs. */
export function startProgress() {
  const job = document.getElementById("job");
  const address = job?.dataset.progress;
  if (!job || !address) return;
  const source = new EventSource(address);
  source.addEventListener("message", (event) => {
    const { done, total, source: name, ended } = JSON.parse(event.data);
    if (ended) {
      source.close();
      location.reload();
      return;
    }
    const bar = job.querySelector("progress");
    if (bar) bar.value = total ? Math.min(100, (100 * done) / total) : 0;
    say("job-count", `${done} of ${total}`);
    if (name) say("job-source", name);
    if (done > 0) look();
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) location.reload();
  });
}

let looking = false;

/** Shows what was read and what was refused so far. */
function look() {
  if (looking) return;
  looking = true;
  setTimeout(async () => {
    looking = false;
    try {
      const { ok, doc } = await fetchPage(location.pathname);
      if (ok) swap(doc, "job-found");
    } catch {
      // The next event asks again.
    }
  }, pause);
}

/**
 * @param {string} id
 * @param {string} text
 */
function say(id, text) {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}
