package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"claimlens/annotate"
)

// screens are the addresses of every screen of the demo; a selector after a space is followed first.
var screens = map[string]string{
	"home":      "/",
	"articles":  "/articles",
	"article":   "/articles a[href^='/articles/']",
	"claims":    "/claims",
	"claim":     "/claims?state=conflict .claim-row a",
	"citations": "/citations",
	"citation":  "/citations/99000001",
	"retracted": "/citations/99000011",
	"search":    "/search?q=vitamin",
	"events":    "/events",
	"find":      "/claims/" + annotate.ClaimID(curesClaim).String() + "/find",
	"look":      "/claims/" + annotate.ClaimID(curesClaim).String() + "/look?q=kidney",
	"link":      "/claims/" + annotate.ClaimID(curesClaim).String() + "/evidence?paper=99000001",
	"help":      "/help",
	"topic":     "/help/grading",
	"about":     "/about",
	"import":    "/import",
	"unknown":   "/citations/99999999",
	"missing":   "/nothing-here",
}

// Every screen, light and dark, wide and narrow: nothing is cut off to the side, axe finds nothing. With SCREENS set to a
// folder, pictures of them all are left there to be looked at.
func TestScreens(t *testing.T) {
	b := openBrowser(t)
	s := startSite(t, "demo", "--as", "Ada Brandt")
	for name, where := range screens {
		address, follow, _ := strings.Cut(where, " ")
		b.scheme("light")
		b.size(1280, 900)
		b.open(s.url + address)
		if follow != "" {
			b.do("follow "+follow, chromedp.Click(chromedp.CSS(follow)))
			b.wait("the screen "+name, `location.pathname !== "`+strings.Split(address, "?")[0]+`" && document.readyState === "complete"`)
		}
		for _, width := range []int64{1600, 1280, 900, 390} {
			b.size(width, 900)
			for _, scheme := range []string{"light", "dark"} {
				b.scheme(scheme)
				screen := strings.Join([]string{name, strconv.FormatInt(width, 10), scheme}, "-")
				if over := eval[int](b, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
					t.Errorf("%s: %d pixels are cut off to the side", screen, over)
				}
				if width == 1280 || width == 390 {
					b.accessible(screen)
					b.picture(screen)
				}
			}
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, w := range b.wrong {
		if !strings.Contains(w, "404") { // the browser's own word on the two pages that are not there
			t.Error(w)
		}
	}
}

// picture leaves a picture of the whole page in the folder that SCREENS names.
func (b *browser) picture(name string) {
	b.Helper()
	dir := os.Getenv("SCREENS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600); err != nil {
		b.Fatal(err)
	}
}
