package importers

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"claimlens/annotate"

	"github.com/PuerkitoBio/goquery"
)

// linkedData is what a page's JSON-LD says of the article on it.
type linkedData struct {
	headline, name, publisher, published string
	authors                              []string
}

// titled is the headline or the name, whichever is among the words that a page shows as its title: some sites put a
// description in the one, some their own name in the other.
func (d linkedData) titled(shown string) string {
	for _, s := range []string{d.headline, d.name} {
		if s = plain(s, 300); s != "" && strings.Contains(annotate.NormalClaim(shown), annotate.NormalClaim(s)) {
			return s
		}
	}
	return ""
}

// Bounds on the JSON-LD of a page: how many scripts, how long each, how many objects in all, how deep.
const (
	maxScripts    = 30
	maxScript     = 1 << 20
	maxObjects    = 5000
	maxObjectDeep = 12
)

var (
	articleType   = regexp.MustCompile(`(Article|BlogPosting|SocialMediaPosting|Report)$`)
	pageType      = regexp.MustCompile(`(WebPage|FAQPage|QAPage|AboutPage|HealthTopicContent)$`)
	scriptWrapper = regexp.MustCompile(`^\s*(<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(-->|//\s*\]\]>|\]\]>)\s*;?\s*$`)
)

// jsonLD reads the first object of the page's JSON-LD whose type is a kind of article, else of page. Scripts that are not JSON, as
// strangers' often are not, count for nothing.
func jsonLD(doc *goquery.Document) linkedData {
	var g jsonGraph
	doc.Find(`script[type="application/ld+json"]`).EachWithBreak(func(i int, s *goquery.Selection) bool {
		text := s.Text()
		var value any
		if len(text) <= maxScript && json.Unmarshal([]byte(scriptWrapper.ReplaceAllString(text, "")), &value) == nil {
			g.gather(value, 0)
		}
		return i < maxScripts
	})
	for _, types := range []*regexp.Regexp{articleType, pageType} {
		for _, x := range g.objects {
			if isOf(types, x["@type"]) {
				return linkedData{
					headline:  g.text(x["headline"]),
					name:      g.text(x["name"]),
					publisher: strings.Join(g.names(x["publisher"], 0), ", "),
					published: g.text(x["datePublished"]),
					authors:   g.names(x["author"], 0),
				}
			}
		}
	}
	return linkedData{}
}

// isOf says whether a type, or one of several, is among types.
func isOf(types *regexp.Regexp, value any) bool {
	switch t := value.(type) {
	case string:
		return types.MatchString(t)
	case []any:
		return slices.ContainsFunc(t, func(one any) bool { s, ok := one.(string); return ok && types.MatchString(s) })
	}
	return false
}

// jsonGraph is the objects of a page's JSON-LD.
type jsonGraph struct {
	objects []map[string]any
	byID    map[string]map[string]any
}

func (g *jsonGraph) gather(value any, depth int) {
	if depth > maxObjectDeep || len(g.objects) >= maxObjects {
		return
	}
	switch x := value.(type) {
	case []any:
		for _, item := range x {
			g.gather(item, depth+1)
		}
	case map[string]any:
		g.objects = append(g.objects, x)
		if id, ok := x["@id"].(string); ok && len(x) > 1 {
			if g.byID == nil {
				g.byID = map[string]map[string]any{}
			}
			g.byID[id] = x
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "author", "publisher"} {
			g.gather(x[key], depth+1)
		}
	}
}

// text is the first of the values that is a string, or an array that begins with one.
func (g *jsonGraph) text(candidates ...any) string {
	for _, c := range candidates {
		if list, ok := c.([]any); ok && len(list) > 0 {
			c = list[0]
		}
		if s, ok := c.(string); ok && strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// names is the names of the people or bodies that a value stands for: a string, an object with a name, a reference to one,
// or several of these.
func (g *jsonGraph) names(value any, depth int) []string {
	if depth > 3 {
		return nil
	}
	switch x := value.(type) {
	case string:
		return []string{x}
	case []any:
		var out []string
		for _, item := range x[:min(len(x), 50)] {
			out = append(out, g.names(item, depth+1)...)
		}
		return out
	case map[string]any:
		if name, ok := x["name"]; ok {
			return g.names(name, depth+1)
		}
		if id, ok := x["@id"].(string); ok && g.byID[id] != nil {
			return g.names(g.byID[id]["name"], depth+1)
		}
	}
	return nil
}
