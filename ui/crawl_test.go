package ui

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Every page that can be reached from the first one is there, is whole, and says nothing that the content security policy
// forbids: links lead somewhere, to a place on the page that exists; no two elements share an id; nothing is inline.
func TestCrawl(t *testing.T) {
	s := newSite(t)
	s.fill()
	seen := map[string]bool{"/": true}
	queue := []string{"/", "/import", "/claims?state=agreed", "/search?q=migraine", "/search?q=qqq", "/search"}
	for n := 0; len(queue) > 0; n++ {
		if n == 400 {
			t.Logf("%d pages were looked at, %d more were not", n, len(queue))
			break
		}
		address := queue[0]
		queue = queue[1:]
		status, body := s.get(address)
		if status != http.StatusOK && !strings.HasPrefix(address, "/citations/") {
			t.Fatalf("%s: %d", address, status)
		}
		for _, link := range inspect(t, address, body) {
			if !seen[link] {
				seen[link] = true
				queue = append(queue, link)
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d addresses were found: the crawl lost its way", len(seen))
	}
}

// inspect checks one page and returns its links to others of the site.
func inspect(t *testing.T, address, body string) (links []string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	ids, fragments := map[string]bool{}, []string{}
	headings, level := 0, 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' && !inside(n, "dialog") {
			now := int(n.Data[1] - '0')
			if now > level+1 {
				t.Errorf("%s: h%d follows h%d", address, now, level)
			}
			if level = now; now == 1 {
				headings++
			}
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: <%s> has an inline %s", address, n.Data, a.Key)
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("%s: two elements have the id %q", address, a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				fragments = append(fragments, a.Val[1:])
			case a.Key == "href" && strings.HasPrefix(a.Val, "/") || a.Key == "src":
				links = append(links, local(t, address, a.Val))
			}
		}
		if (n.Data == "script" || n.Data == "style") && n.FirstChild != nil {
			t.Errorf("%s: <%s> is inline", address, n.Data)
		}
	}
	for _, f := range fragments {
		if !ids[f] {
			t.Errorf("%s: a link leads to #%s, which is not there", address, f)
		}
	}
	if strings.Contains(body, "<html") && headings != 1 {
		t.Errorf("%s: %d elements are the page's first heading, want 1", address, headings)
	}
	return links
}

func inside(n *html.Node, name string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == name {
			return true
		}
	}
	return false
}

// local is a link without its fragment.
func local(t *testing.T, page, link string) string {
	t.Helper()
	u, err := url.Parse(link)
	if err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	u.Fragment = ""
	return u.String()
}
