// Pages fetched from their own addresses, and parts taken out of them.

/**
 * Fetches a page. An error of the network is thrown; an error page is a page.
 * @param {string} address
 * @param {RequestInit} [options]
 * @returns {Promise<{ok: boolean, status: number, doc: Document}>}
 */
export async function fetchPage(address, options) {
  const response = await fetch(address, { credentials: "same-origin", ...options });
  const doc = new DOMParser().parseFromString(await response.text(), "text/html");
  return { ok: response.ok, status: response.status, doc };
}

/**
 * Puts the element of that id in another page in the place of the one here.
 * @param {Document} doc
 * @param {string} id
 * @returns {HTMLElement | null} the element that is here now, or null when either page has none
 */
export function swap(doc, id) {
  const here = document.getElementById(id);
  const there = doc.getElementById(id);
  if (!here || !there) return null;
  const fresh = document.importNode(there, true);
  here.replaceWith(fresh);
  return fresh;
}

/**
 * Says something went wrong at the head of a form, without touching what was typed.
 * @param {HTMLFormElement} form
 * @param {string} text
 */
export function complain(form, text) {
  let p = form.querySelector(":scope > .problem[role=alert]");
  if (!p) {
    p = document.createElement("p");
    p.className = "problem";
    p.setAttribute("role", "alert");
    form.prepend(p);
  }
  p.textContent = text;
}
