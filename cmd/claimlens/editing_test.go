package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// said is the words of the claims that an article's page shows, in their order.
const said = `[...document.querySelectorAll(".card .say > span")].map((x) => x.textContent)`

// selects selects words in the text, as a hand with a mouse does.
func (b *browser) selects(words string) {
	b.Helper()
	ok := eval[bool](b, fmt.Sprintf(`(() => {
		for (const block of document.querySelectorAll(".text :is(p, li)")) {
			const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
			const nodes = [];
			while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".cards")) nodes.push(walker.currentNode);
			const at = nodes.map((n) => n.data).join("").indexOf(%q);
			if (at < 0) continue;
			const range = document.createRange();
			let from = 0;
			for (const node of nodes) {
				const to = from + node.length;
				if (at >= from && at < to) range.setStart(node, at - from);
				const end = at + %d;
				if (end > from && end <= to) range.setEnd(node, end - from);
				from = to;
			}
			block.scrollIntoView({block: "center"});
			getSelection().removeAllRanges();
			getSelection().addRange(range);
			return true;
		}
		return false;
	})()`, words, len([]rune(words))))
	if !ok {
		b.Fatalf("%q is not in the text", words)
	}
}

// openVitaminD opens an article of the demo in a wide, light window.
func openVitaminD(t *testing.T) (*browser, *site) {
	t.Helper()
	b := openBrowser(t)
	s := startSite(t, "demo", "--as", "Ada Brandt")
	b.scheme("light")
	b.size(1280, 900)
	b.openArticle(s, "Vitamin D and bones: what the largest trial found")
	return b, s
}

// claims waits until the page shows so many claims with, and none without, the words.
func (b *browser) claims(what string, n int, with, without string) {
	b.Helper()
	b.wait(what, fmt.Sprintf(`(() => { const all = %s; return all.length === %d && (%q === "" || all.includes(%q)) && !all.includes(%q) })()`, said, n, with, with, without))
}

// toClaim brings a claim into focus.
func (b *browser) toClaim(words string) {
	b.Helper()
	b.wait("the claim "+words, fmt.Sprintf(`(() => { const card = [...document.querySelectorAll(".card")].find((x) => x.querySelector(".say > span").textContent === %q); card?.querySelector(".say").click(); return card?.matches(".active") })()`, words))
	b.do("leave every field", chromedp.Evaluate[chromedp.Void](`document.querySelector(".card.active").focus(); undefined`))
}

// An editor corrects what was found, with keys and the mouse: adds a claim by selecting its words, edits, splits, merges,
// drops and restores claims, and takes every deed back.
func TestEditing(t *testing.T) {
	b, _ := openVitaminD(t)
	n := eval[int](b, `document.querySelectorAll(".card").length`)
	first := eval[string](b, said+`[0]`)

	words := eval[string](b, `[...document.querySelectorAll(".text p")].map((p) => p.textContent.split(/[.;] /).pop().trim().replace(/[.]$/, "")).find((x) => x.length > 40)`)
	b.selects(words)
	b.wait("a button at the words", `document.getElementById("add-here")?.getBoundingClientRect().top > 0`)
	b.picture("selected")
	b.do("add a claim", chromedp.Click(chromedp.CSS("#add-here")))
	b.wait("the form", `document.querySelector("#editing .claim-words") === document.activeElement`)
	if got := eval[string](b, `document.querySelector("#editing .words").value`); got != words {
		t.Errorf("the form has the words %q, want %q", got, words)
	}
	b.accessible("adding")
	b.picture("adding")
	const added = "Bones are what this test is about."
	b.do("say what it is", chromedp.SetValue(chromedp.CSS("#editing .claim-words"), added), chromedp.Click(chromedp.CSS("#editing button.main")))
	b.claims("the new claim", n+1, added, "")
	b.wait("it in focus, with what was done", fmt.Sprintf(`document.activeElement.matches(".card.active") && document.activeElement.textContent.includes(%q) && document.querySelector(".done").textContent.includes("You added a claim")`, added))
	b.accessible("added")
	b.picture("added")
	b.keys("u")
	b.claims("the claim gone again", n, "", added)
	b.keys("u")
	b.claims("the claim back", n+1, added, "")

	const other = "Bones are what another test is about."
	b.toClaim(added)
	b.keys("w")
	b.wait("the form with the words", fmt.Sprintf(`document.querySelector("#editing .claim-words")?.value === %q`, added))
	b.do("change the words", chromedp.SetValue(chromedp.CSS("#editing .claim-words"), other), chromedp.Click(chromedp.CSS("#editing button.main")))
	b.claims("other words", n+1, other, added)

	b.toClaim(other)
	b.keys("p")
	b.wait("the parts", `document.querySelectorAll("#editing .claim-words").length > 1`)
	b.accessible("splitting")
	b.picture("splitting")
	b.do("split it",
		chromedp.Evaluate[chromedp.Void](`{ const all = document.querySelectorAll("#editing .claim-words"); all[0].value = "Bones are one thing."; all[1].value = "Tests are another." } undefined`),
		chromedp.Click(chromedp.CSS("#editing button.main")))
	b.claims("two claims", n+2, "Tests are another.", other)

	b.toClaim("Bones are one thing.")
	b.keys("m")
	b.wait("claims to merge it with", `document.querySelectorAll("#editing input[name=with]").length > 1`)
	b.accessible("merging")
	b.picture("merging")
	b.do("choose the other", chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll("#editing .choice")].find((x) => x.textContent.includes("Tests are another.")).querySelector("input").click()`),
		chromedp.Click(chromedp.CSS("#editing button.main")))
	b.wait("the merged claim", `document.querySelector("#editing .claim-words")?.value.includes("Tests are another")`)
	b.do("merge them", chromedp.SetValue(chromedp.CSS("#editing .claim-words"), added), chromedp.Click(chromedp.CSS("#editing button.main")))
	b.claims("one claim", n+1, added, "Tests are another.")

	b.toClaim(first)
	b.keys("x")
	b.wait("the reasons", `document.querySelector("#editing input[name=reason]")`)
	b.accessible("dropping")
	b.picture("dropping")
	b.do("drop it", chromedp.Click(chromedp.CSS(`#editing input[value="not a claim"]`)), chromedp.Click(chromedp.CSS("#editing button.main")))
	b.claims("the claim dropped", n, "", first)
	b.do("look at what was dropped", chromedp.Click(chromedp.CSS("#dropped > summary")))
	b.accessible("dropped")
	b.picture("dropped")
	b.do("restore it", chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`[...document.querySelectorAll("#dropped li")].find((x) => x.querySelector(".say").textContent === %q).querySelector("form[action$='/restore'] button").click()`, first)))
	b.claims("the claim restored", n+1, first, "")
	b.clean()

	b.do("read the history", chromedp.Navigate(eval[string](b, `[...document.querySelectorAll(".links a")].find((a) => a.textContent === "History").href`)))
	b.wait("what was done", `document.querySelectorAll(".history .before-after").length > 6`)
	b.accessible("history")
	b.picture("history")
	b.clean()
}

// Why something is taken for a claim, and what is said when somebody else was faster; nothing that was typed is lost.
func TestEditedMeanwhile(t *testing.T) {
	b, _ := openVitaminD(t)
	b.keys("j")
	b.do("ask why", chromedp.Click(chromedp.CSS(".card.active .why-claim > summary")))
	b.wait("the reasons", `document.querySelector(".card.active .why-claim li")`)
	b.accessible("why")
	b.picture("why")
	words := eval[string](b, `document.querySelector(".card.active .say > span").textContent`)
	b.keys("w")
	b.wait("the form", `document.querySelector("#editing .claim-words")`)
	elsewhere := awaited[int](b, `fetch(document.querySelector("#editing form").action, {method: "POST", body: (() => { const f = new URLSearchParams(new FormData(document.querySelector("#editing form"))); f.set("text1", "Somebody else was here."); return f })()}).then((r) => r.status)`)
	if elsewhere != 200 {
		t.Fatalf("the other window’s edit: got %d", elsewhere)
	}
	b.do("edit it too", chromedp.SetValue(chromedp.CSS("#editing .claim-words"), "I was here."), chromedp.Click(chromedp.CSS("#editing button.main")))
	b.wait("what changed, and what was typed", `document.querySelector("#editing div.problem")?.textContent.includes("Somebody else was here.") && document.querySelector("#editing .claim-words").value === "I was here."`)
	b.accessible("edited meanwhile")
	b.picture("meanwhile")
	b.do("save it all the same", chromedp.Click(chromedp.CSS("#editing button.main")))
	b.wait("mine in the place of theirs", fmt.Sprintf(`(() => { const all = %s; return all.includes("I was here.") && !all.includes("Somebody else was here.") && !all.includes(%q) })()`, said, words))
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, w := range b.wrong {
		if !strings.Contains(w, "409") { // the browser's own word on the answer to the late edit
			t.Error(w)
		}
	}
}

// The editors' forms as pages of their own, and the article with what was dropped: light and dark, wide and narrow.
func TestEditingScreens(t *testing.T) {
	b, s := openVitaminD(t)
	article := eval[string](b, "location.pathname")
	graded := eval[string](b, `document.querySelector(".card.v-supported .edits a").pathname.replace(/[^/]*$/, "")`)
	status := awaited[int](b, `fetch(document.querySelectorAll(".edits a[href$='/drop']")[2].href).then((r) => r.text()).then((text) => { const form = new DOMParser().parseFromString(text, "text/html").querySelector("[data-editor]"); const f = new URLSearchParams(new FormData(form)); f.set("reason", "other"); f.set("comment", "It says how the gut works, and nothing that this article is about."); return fetch(form.getAttribute("action"), {method: "POST", body: f}) }).then((r) => r.status)`)
	if status != 200 {
		t.Fatalf("dropped: got %d", status)
	}
	for name, address := range map[string]string{
		"form-edit": graded + "edit", "form-split": graded + "split", "form-merge": graded + "merge", "form-drop": graded + "drop",
		"form-add": article + "/add", "form-places": article + "/add?quote=vitamin+D", "form-found": article + "/add?quote=capsules", "article-dropped": article, "article-history": article + "/history",
	} {
		b.size(1280, 900)
		b.open(s.url + address)
		eval[bool](b, `document.querySelectorAll("#dropped, .detail").forEach((x) => (x.open = true)), document.querySelector(".card .say")?.click(), document.querySelectorAll(".card.active .why-claim").forEach((x) => (x.open = true)), true`)
		for _, width := range []int64{1280, 390} {
			b.size(width, 900)
			for _, scheme := range []string{"light", "dark"} {
				b.scheme(scheme)
				screen := fmt.Sprintf("%s-%d-%s", name, width, scheme)
				if over := eval[int](b, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
					t.Errorf("%s: %d pixels are cut off to the side", screen, over)
				}
				b.accessible(screen)
				b.picture(screen)
			}
		}
	}
	b.clean()
}
