package main

import (
	"fmt"
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
