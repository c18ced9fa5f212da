package importers

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// bylineNames are the meta elements that name the authors.
var bylineNames = []string{"citation_author", "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"}

// bylineOf is who wrote the article, several names with commas between them.
func bylineOf(doc *goquery.Document, meta values, data linkedData) string {
	candidates := [][]string{data.authors}
	for _, name := range bylineNames {
		candidates = append(candidates, meta[name])
	}
	for _, names := range candidates {
		if s := joinNames(names); s != "" {
			return s
		}
	}
	return visibleByline(doc)
}

// joinNames is a byline of several names, each once; addresses and whole sentences are no names.
func joinNames(names []string) string {
	var out []string
	met := map[string]bool{}
	for _, name := range names[:min(len(names), 50)] {
		name = cleanByline(name)
		u, err := url.Parse(name)
		address := err == nil && u.Host != ""
		if name == "" || address || len(name) > 200 || met[strings.ToLower(name)] {
			continue
		}
		met[strings.ToLower(name)] = true
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

const months = `(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)`

var (
	bylineLead = regexp.MustCompile(`(?i)^\s*((written|words|story|reported|posted)\s+by|by|von|par|por|authors?)(\s*:\s*|\s+)`)
	bylineTail = regexp.MustCompile(`(?i)[\s,|·•/–—-]*(` + strings.Join([]string{
		`\b(edited|reviewed|medically\s+reviewed|fact[- ]checked|photographs?|illustrations?)\s+by\b`,
		`\b(published|(last\s+)?updated|posted)\b`,
		`\b(on\s+)?` + months + `\.?\s+\d`, `\bon\s+` + months + `\b`, `\d{1,2}\.?\s+` + months,
		`\d{1,2}:\d\d`, `\d{4}-\d\d`, `\d+\s*(min(ute)?s?|h|d|w)\b`, `(mon|tues|wednes|thurs|fri|satur|sun)day\b`,
	}, "|") + `).*$`)
	bylineEnd = regexp.MustCompile(`[\s,|·•/–—-]+$`)
)

// cleanByline is the names in a byline, without the words before them and the date after them.
func cleanByline(s string) string {
	s = bylineLead.ReplaceAllString(plain(s, 300), "")
	return bylineEnd.ReplaceAllString(bylineTail.ReplaceAllString(s, ""), "")
}

// commentClass are the classes of elements that hold what is not by the author of the page.
var commentClass = regexp.MustCompile(`(?i)comment|disqus|related|recommend|sidebar|promo`)

// maxBylines bounds how many elements that may be bylines are looked at.
const maxBylines = 500

// longestByline is how many code points an element may hold for its text to be a byline.
const longestByline = 100

// authorship are the marks by which pages show who wrote them.
const authorship = `[rel~="author"], [itemprop~="author"], [class*="author" i], [class*="byline" i], [class*="writtenby" i]`

// visibleByline is the first byline that stands in a page's article, or, if it has none, in the page.
func visibleByline(doc *goquery.Document) string {
	for _, part := range []string{"article, main, [role=main], [itemtype$=Article]", "body"} {
		found := ""
		doc.Find(part).Find(authorship).EachWithBreak(func(i int, s *goquery.Selection) bool {
			found = bylineAt(s)
			return found == "" && i < maxBylines
		})
		if found != "" {
			return found
		}
	}
	return ""
}

// bylineAt is the names in an element that may be a byline, where these are marked, else its text if that can be names.
func bylineAt(s *goquery.Selection) string {
	n := s.Nodes[0]
	text := textUpTo(n, longestByline+1)
	if blank(text) || utf8.RuneCountInString(text) > longestByline || !heard(n) || besides(n) {
		return ""
	}
	var names []string
	s.Find(`[itemprop~="name"], [rel~="author"]`).Each(func(_ int, name *goquery.Selection) { names = append(names, name.Text()) })
	if found := joinNames(names); found != "" {
		return found
	}
	if found := cleanByline(text); len(lowerWord.FindAllString(found, -1)) < 2 {
		return found
	}
	return ""
}

// lowerWord is a word of four letters or more in lower case. Two of them are no names.
var lowerWord = regexp.MustCompile(`(^|\s)\p{Ll}{4,}`)

// besides says whether an element that may be a byline belongs to something beside the article: to a comment, to the
// teaser of another article, or, unless it is marked up as an author, to what frames the page.
func besides(n *html.Node) bool {
	marked := hasAttribute(n, "itemprop") || hasAttribute(n, "rel")
	for p := n.Parent; p != nil && p.DataAtom != atom.Body; p = p.Parent {
		if !marked && framing[p.DataAtom] && p.DataAtom != atom.Footer || commentClass.MatchString(attribute(p, "class")+" "+attribute(p, "id")) {
			return true
		}
	}
	return false
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// textUpTo is the text in an element, as far as it takes to have limit code points of it, with single spaces. It looks at
// no more than 20 nodes for each of them.
func textUpTo(n *html.Node, limit int) string {
	var b strings.Builder
	nodes := 20 * limit
	var add func(*html.Node)
	add = func(n *html.Node) {
		nodes--
		if n.Type == html.TextNode {
			b.WriteString(n.Data[:min(len(n.Data), 8*limit)])
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil && b.Len() < 8*limit && nodes > 0; c = c.NextSibling {
			if c.Type != html.ElementNode || heard(c) {
				add(c)
			}
		}
	}
	add(n)
	return strings.Join(strings.Fields(strings.ToValidUTF8(b.String(), "")), " ")
}
