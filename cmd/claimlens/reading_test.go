package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// openArticle goes to the article of the demo with this title.
func (b *browser) openArticle(s *site, title string) {
	b.Helper()
	b.open(s.url + "/articles")
	b.do("open "+title, chromedp.Navigate(eval[string](b, fmt.Sprintf(`[...document.querySelectorAll(".article-row a")].find((a) => a.innerText === %q).href`, title))))
	b.wait("the margin", `document.querySelector(".reading.in-margin .card")`)
}

// awaited is the value of the promise that a JavaScript expression gives.
func awaited[T any](b *browser, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return v
}

// In the margin a claim that is cut short is shown whole when it is pointed at, and no other card moves for it; and what
// a grade needs, to the button that signs it, is in the window at once.
func TestMargin(t *testing.T) {
	b := openBrowser(t)
	s := startSite(t, "demo", "--as", "Ada Brandt")
	b.scheme("light")
	b.size(900, 860)
	b.openArticle(s, "午後のコーヒーは夜の眠りを短くする?")
	const words = `.card .say > span`
	cut := fmt.Sprintf(`[...document.querySelectorAll(%q)].find((x) => x.scrollHeight > x.clientHeight + 4)`, words)
	b.wait("a claim that is cut short", cut)
	eval[bool](b, fmt.Sprintf(`{ const x = %s; x.id = "cut"; x.scrollIntoView({block: "center"}); true }`, cut))
	const tops = `[...document.querySelectorAll(".card")].map((card) => card.style.top).join()`
	before := eval[string](b, tops)
	point := eval[[]float64](b, `(() => { const r = document.getElementById("cut").getBoundingClientRect(); return [r.x + 20, r.y + 5] })()`)
	move := input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: point[0], Y: point[1]}
	if _, err := chromedp.Call(b.ctx, input.DispatchMouseEvent, move); err != nil {
		t.Fatal(err)
	}
	b.wait("the whole claim", `(() => { const x = document.getElementById("cut"); return x.scrollHeight <= x.clientHeight + 1 })()`)
	if after := awaited[string](b, `new Promise((done) => setTimeout(() => done(`+tops+`), 200))`); after != before {
		t.Errorf("pointing at a claim moves cards:\n%s\n%s", before, after)
	}

	b.size(1280, 860)
	b.openArticle(s, "Vitamin D and bones: what the largest trial found")
	b.wait("a table in columns", `document.querySelector(".rows tr").cells.length === 3`)
	b.keys("j")
	b.keys("2")
	b.wait("the form", `document.querySelector(".card.open .grade-form input[value=mostly-supported]:checked")`)
	b.wait("the button in the window", `(() => { const r = document.querySelector(".card.open .grade-form button.main").getBoundingClientRect(), c = document.querySelector(".card.open").getBoundingClientRect(); return r.top > 0 && r.bottom <= Math.min(innerHeight, c.bottom) })()`)
	b.clean()
}

// Somebody graded under the same name since the form was read: the page says so, where the keyboard is.
func TestGradedMeanwhile(t *testing.T) {
	b := openBrowser(t)
	s := startSite(t, "demo", "--as", "Ada Brandt")
	b.open(s.url + "/claims?state=open")
	b.do("open a claim", chromedp.Click(chromedp.CSS(".claim-row a")))
	b.wait("its form", `document.querySelector(".claim-page .grade-form")`)
	sign := func(why string) {
		b.do("grade",
			chromedp.Click(chromedp.CSS(".grade-form input[value=mixed]")),
			chromedp.Click(chromedp.CSS(".grade-form input[value=low]")),
			chromedp.SetValue(chromedp.CSS(".grade-form textarea"), why),
			chromedp.Click(chromedp.CSS(".grade-form button.main")))
	}
	elsewhere := awaited[int](b, `fetch(document.querySelector(".grade-form").action, {method: "POST", body: new URLSearchParams({csrf: document.querySelector(".grade-form [name=csrf]").value, verdict: "supported", certainty: "high", rationale: "Elsewhere."})}).then((r) => r.status)`)
	if elsewhere != 200 {
		t.Fatalf("the other window’s grade: got %d", elsewhere)
	}
	sign("Here.")
	b.wait("the other grade, in focus", `document.activeElement.matches(".grade-form div.problem") && document.activeElement.innerText.includes("Elsewhere.") && document.querySelector(".grade-form textarea").value === "Here."`)
	b.do("sign all the same", chromedp.Click(chromedp.CSS(".grade-form button.main")))
	b.wait("both, the later in force", `document.querySelector("#grades > .said").innerText.includes("Here.") && document.querySelector(".replaced")`)
}
