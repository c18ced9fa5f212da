// How far an import is, as the server tells it.

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
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) location.reload();
  });
}

/**
 * @param {string} id
 * @param {string} text
 */
function say(id, text) {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}
