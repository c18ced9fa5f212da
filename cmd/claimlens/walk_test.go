package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// The main job in a real browser: a page is read by its address and an article is pasted, their claims come up in place,
// a paper is linked to one, the claim is graded by keyboard, and after a restart all of it is found again. axe looks at
// every screen on the way.
func TestWalk(t *testing.T) {
	b := openBrowser(t)
	data := t.TempDir()
	runClaimlens(t, "pubmed", "import", "--data", data, filepath.Join(root, "fixtures", "papers", "papers.xml"))
	s := startSite(t, "serve", "--data", data, "--as", "Ada Brandt", "--allow-loopback")

	b.open(s.url)
	b.accessible("home, empty")
	page := publish(t)
	b.read(page, " new")
	b.do("open the page that was read", chromedp.Click(chromedp.CSS(`main a[href^="/articles/"]`)))
	b.wait("its claims in place", `document.querySelectorAll(".card").length > 9 && document.querySelectorAll("a.mark").length > 9`)
	if eval[bool](b, `!!document.querySelector(".links a[rel~=external]")`) {
		t.Error("a page is taken for that of another site because it says so")
	}
	b.accessible("article, read by its address")
	read := eval[string](b, "location.pathname")

	b.open(s.url + "/import")
	b.read(page+"?utm_source=newsletter", "already here, unchanged")
	b.open(s.url + "/import")
	text, err := os.ReadFile(filepath.Join(root, "fixtures", "articles", "pancreatic-blood-test.txt"))
	if err != nil {
		t.Fatal(err)
	}
	b.do("paste an article",
		chromedp.Click(chromedp.CSS(".import-form summary")),
		chromedp.SetValue(chromedp.CSS("#text"), string(text)),
		chromedp.SetValue(chromedp.CSS("#texturl"), "https://www.healthdesk.example/blood-test"),
		chromedp.Click(chromedp.CSS(".import-form details button.main")))
	b.wait("the article's link after the import", `location.pathname.startsWith("/imports/") && document.querySelector('main a[href^="/articles/"]')`)
	b.accessible("import")
	b.do("open the article", chromedp.Click(chromedp.CSS(`main a[href^="/articles/"]`)))
	b.wait("claims in place", `document.querySelectorAll(".card").length > 9 && document.querySelectorAll("a.mark").length > 9`)
	b.accessible("article")
	article := eval[string](b, "location.pathname")

	b.keys("j")
	b.wait("a claim in focus", `document.activeElement.closest(".card")`)
	b.keys("j")
	claim := eval[string](b, `document.activeElement.closest(".card").dataset.claim`)
	b.keys("1")
	b.wait("the grade form with its verdict chosen", fmt.Sprintf(`document.querySelector('#grade-%s input[name=verdict]:checked')?.value === "supported"`, claim))
	b.do("say how sure and why",
		chromedp.Click(chromedp.CSS(fmt.Sprintf(`#grade-%s input[name=certainty][value=low]`, claim))),
		chromedp.SendKeys(chromedp.CSS("#rationale-"+claim), "One small trial says so."),
		chromedp.Click(chromedp.CSS(fmt.Sprintf(`#grade-%s button.main`, claim))))
	b.wait("the grade on the card", fmt.Sprintf(`document.querySelector("#claim-%s .meta .sign")?.innerText.includes("Supported") && !document.querySelector("[aria-busy=true]")`, claim))
	b.accessible("article, graded")

	b.open(s.url + "/claims/" + claim)
	b.accessible("claim")
	b.do("link a paper",
		chromedp.Click(chromedp.CSS(fmt.Sprintf("details:has(#link-%s):not([open]) > summary, #link-%s", claim, claim))),
		chromedp.SetValue(chromedp.CSS("#pmid-"+claim), "99000001"),
		chromedp.Click(chromedp.CSS(fmt.Sprintf(`#link-%s input[name=stance][value=supports]`, claim))),
		chromedp.SetValue(chromedp.CSS("#passage-"+claim), "Daily vitamin D supplementation did not reduce the risk of fractures"),
		chromedp.Click(chromedp.CSS(fmt.Sprintf(`#link-%s button.main`, claim))))
	b.wait("the evidence", `document.querySelector(".evidence.s-supports")?.innerText.includes("did not reduce the risk of fractures")`)
	b.accessible("claim, with evidence")
	b.clean()

	s.stop()
	s = startSite(t, "serve", "--data", data, "--as", "Ada Brandt")
	b.open(s.url + "/claims/" + claim)
	b.wait("the grade after a restart", `document.body.innerText.includes("One small trial says so.")`)
	b.wait("the evidence after a restart", `document.querySelector(".evidence.s-supports")`)
	b.open(s.url + article)
	b.wait("the article after a restart", fmt.Sprintf(`document.getElementById("claim-%s")`, claim))
	b.open(s.url + read)
	b.wait("the page that was read, after a restart", `document.querySelectorAll(".card").length > 9`)
	b.open(s.url + "/search?q=pancreatic")
	b.wait("the claim in the search", `document.querySelector(".claim-row")`)
	b.accessible("search")
	b.clean()
}

// read gives an address to the import form, and waits for what came of the article.
func (b *browser) read(address, came string) {
	b.Helper()
	b.do("give the address "+address, chromedp.SendKeys(chromedp.CSS("#address"), address), chromedp.Click(chromedp.CSS(".import-form .one-line button.main")))
	b.wait("the import of "+address, fmt.Sprintf(`location.pathname.startsWith("/imports/") && document.querySelector("main .article-row")?.innerText.includes(%q)`, came))
}

// publish puts an article's page on a site of this machine, which has no robots.txt and so forbids nothing, and returns
// its address. The page names another site's address as its own.
func publish(t *testing.T) string {
	t.Helper()
	pages := http.NewServeMux()
	pages.HandleFunc("GET /kidneys/dialysis", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(root, "fixtures", "articles", "dialysis-myths.html"))
	})
	web := httptest.NewServer(pages)
	t.Cleanup(web.Close)
	return web.URL + "/kidneys/dialysis"
}

// The same without JavaScript: forms, redirects and pages alone.
func TestWalkWithoutScripts(t *testing.T) {
	b := openBrowser(t)
	s := startSite(t, "demo", "--as", "Ada Brandt")
	b.scripts(false)
	b.open(s.url + "/claims?state=open")
	b.do("open a claim", chromedp.Click(chromedp.CSS(".claim-row a")))
	b.do("see the form", chromedp.WaitVisible(chromedp.CSS(".grade-form")))
	b.do("go to what is found", chromedp.Click(chromedp.CSS(".finding a")), chromedp.WaitVisible(chromedp.CSS(".by-hand")))
	b.do("record a search that was made elsewhere",
		chromedp.Click(chromedp.CSS(".by-hand summary")),
		chromedp.SendKeys(chromedp.CSS(".record-form input[name=where]"), "PubMed"),
		chromedp.SendKeys(chromedp.CSS(".record-form input[name=hits]"), "0"),
		chromedp.SendKeys(chromedp.CSS(".record-form input[name=looked]"), "0"),
		chromedp.Click(chromedp.CSS(".record-form button.main")))
	b.do("see it recorded", chromedp.WaitVisible(chromedp.CSS(".search")))
	b.do("choose the verdict", chromedp.Click(chromedp.CSS(".grade-form input[value=no-evidence]")))
	b.do("choose no certainty", chromedp.Click(chromedp.CSS(`.grade-form input[name=certainty][value=""]`)))
	b.do("say why", chromedp.SendKeys(chromedp.CSS(".grade-form textarea"), "Looked in PubMed and found nothing."))
	b.do("sign", chromedp.Click(chromedp.CSS(".grade-form button.main")))
	b.do("see the grade", chromedp.WaitVisible(chromedp.CSS(".said")))
	got, err := chromedp.Run(b.ctx, chromedp.Text(chromedp.CSS("main")))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Looked in PubMed and found nothing."; !strings.Contains(got, want) {
		t.Errorf("the claim's page does not hold %q:\n%s", want, got)
	}
}
