package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"claimlens/annotate"
	"claimlens/importers/literature/literaturetest"
)

// openLibrary serves invented papers in the shapes of PubMed and Europe PMC.
func openLibrary(t *testing.T) *literaturetest.Server {
	t.Helper()
	s := literaturetest.New(literaturetest.Paper{
		PMID: "99000951", DOI: "10.99999/examples.far", PMCID: "PMC99000951", Year: 2024,
		Title:    "Stem cells and chronic kidney disease: a pooled analysis.",
		Abstract: "Stem cells are sold as a cure. In forty patients no one was cured. Filtration fell by 2 ml a year in both groups.",
	})
	t.Cleanup(s.Close)
	return s
}

const curesClaim = "Stem cell therapy cures chronic kidney disease."

// openClaim goes to the claim of the demo with this text.
func (b *browser) openClaim(s *site, text string) {
	b.Helper()
	b.open(s.url + "/claims/" + annotate.ClaimID(text).String())
}

// A paper comes by its DOI as it is pasted, its sentences are chosen by keyboard, and it is linked with the one chosen.
func TestLinkByDOI(t *testing.T) {
	b := openBrowser(t)
	s := startSite(t, "demo", "--as", "Ada Brandt", "--ncbi-url", openLibrary(t).URL)
	b.openClaim(s, curesClaim)
	b.keys("e")
	b.wait("the form", `document.activeElement.matches(".link-form .pmid")`)
	eval[bool](b, `(() => {
		const field = document.activeElement;
		field.value = "https://doi.org/10.99999/examples.far";
		field.dispatchEvent(new ClipboardEvent("paste", {bubbles: true}));
		return true;
	})()`)
	b.wait("the paper", `document.querySelector(".open-paper")?.innerText.includes("a pooled analysis")`)
	b.accessible("claim, with a paper to choose from")
	b.do("choose a sentence", chromedp.Focus(chromedp.CSS(".sentence:nth-of-type(2) input")), chromedp.KeyEvent(" "))
	b.wait("the passage", `document.querySelector(".link-form textarea[name=passage]").value === "In forty patients no one was cured."`)
	b.do("say how it speaks and save", chromedp.Click(chromedp.CSS(".link-form input[value=disputes]")), chromedp.Click(chromedp.CSS(".link-form button.main")))
	b.wait("the evidence", `[...document.querySelectorAll(".evidence.s-disputes.is-suggested blockquote")].some((q) => q.innerText.startsWith("In forty patients no one was cured"))`)
	b.clean()
}

// PubMed is searched from the claim's page, in place; that nothing was relevant is kept.
func TestLookFurther(t *testing.T) {
	b := openBrowser(t)
	s := startSite(t, "demo", "--as", "Ada Brandt", "--ncbi-url", openLibrary(t).URL)
	b.openClaim(s, curesClaim)
	b.wait("the question", `document.querySelector(".look-form textarea")`)
	b.do("ask", chromedp.SetValue(chromedp.CSS(".look-form textarea"), "chronic kidney disease"), chromedp.Click(chromedp.CSS(".look-form button.main")))
	b.wait("the answer", `document.querySelector(".hits h3")?.innerText === "PubMed has 1 paper" && document.activeElement.matches(".hits h3")`)
	b.accessible("claim, with what PubMed has")
	b.do("record", chromedp.Click(chromedp.CSS(".record button.main")))
	b.wait("the search in the record", fmt.Sprintf(`document.querySelector("#searches")?.innerText.includes(%q)`, "chronic kidney disease"))
	b.clean()
}

// What is suggested for a claim comes as its page is open, and is rejected, accepted and corrected by keyboard; a quote that
// the paper does not have is refused, with the nearest one at hand.
func TestSuggestions(t *testing.T) {
	b := openBrowser(t)
	s := startSite(t, "demo", "--as", "Ada Brandt", "--offline")
	b.openClaim(s, curesClaim)
	b.wait("what is suggested", `document.querySelectorAll(".candidate").length > 3`)
	b.accessible("claim, with suggestions")
	gone := func(id string) string { // it was answered, and the next one has the focus
		return fmt.Sprintf(`!document.getElementById(%q) && document.activeElement.matches(".candidate")`, id)
	}
	inFocus := func() string { return eval[string](b, `document.activeElement.closest(".candidate").id`) }
	b.keys("j")
	b.wait("a candidate in focus", `document.activeElement.matches(".candidate")`)
	b.keys("r")
	b.wait("the reason's field", `document.activeElement.name === "comment"`)
	b.keys("It is about tumours.")
	rejected := inFocus()
	b.keys("\r")
	b.wait("the next candidate", gone(rejected))
	b.wait("the rejection", `[...document.querySelectorAll(".evidence.is-rejected .by")].some((x) => x.textContent.includes("It is about tumours."))`)

	accepted := inFocus()
	b.keys("a")
	b.wait("it accepted", gone(accepted))
	b.wait("the evidence", `[...document.querySelectorAll(".evidence.is-accepted .by")].some((x) => x.innerText.includes("Suggested by claimlens"))`)

	b.keys("c")
	b.wait("the form that corrects", `document.activeElement.closest("details[open]")`)
	b.do("misquote", chromedp.SetValue(chromedp.CSS("details[open] textarea[name=passage]"), eval[string](b, `document.querySelector("details[open] textarea[name=passage]").value.replace(/^\S+/, "Nobody")`)),
		chromedp.Click(chromedp.CSS("details[open] input[type=radio][value=disputes]")), chromedp.Click(chromedp.CSS("details[open] button.main")))
	b.wait("the nearest passage", `document.querySelector(".candidate .quote-problem [name=use]")`)
	b.accessible("claim, with a quote that was refused")
	b.do("take it", chromedp.Click(chromedp.CSS(".candidate .quote-problem [name=use]")))
	b.wait("the correction", `[...document.querySelectorAll(".evidence.s-disputes.is-suggested .by")].some((x) => x.innerText.includes("Suggested by Ada Brandt, just now"))`)
	b.mu.Lock()
	b.wrong = slices.DeleteFunc(b.wrong, func(w string) bool { return strings.Contains(w, "422") }) // the browser's own word on the refusal
	b.mu.Unlock()
	b.clean()
}

// The same page without JavaScript: what is found has a page of its own, and its forms work there.
func TestSuggestionsWithoutScripts(t *testing.T) {
	b := openBrowser(t)
	s := startSite(t, "demo", "--as", "Ada Brandt", "--offline")
	b.scripts(false)
	b.openClaim(s, curesClaim)
	b.do("go to what is found", chromedp.Click(chromedp.CSS(".finding a")), chromedp.WaitVisible(chromedp.CSS(".candidate")))
	first, err := chromedp.Run(b.ctx, chromedp.AttributeValue(chromedp.CSS(".candidate"), "id"))
	if err != nil {
		t.Fatal(err)
	}
	b.do("accept the first", chromedp.Click(chromedp.CSS(".candidate [data-key=a]")), chromedp.WaitNotPresent(chromedp.CSS("#"+first.Value)), chromedp.WaitVisible(chromedp.CSS(".candidate")))
	got, err := chromedp.Run(b.ctx, chromedp.Text(chromedp.CSS("main")))
	if err != nil {
		t.Fatal(err)
	}
	if want := "so nothing is asked of anybody over the network"; !strings.Contains(got, want) {
		t.Errorf("the page does not say that it is offline:\n%s", got)
	}
	b.open(s.url + "/citations/99000001")
	b.do("see what its fall changes", chromedp.WaitVisible(chromedp.CSS(".falls li")))
}
