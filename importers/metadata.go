package importers

import (
	"html"
	"regexp"
	"strings"

	"claimlens/annotate"

	"github.com/PuerkitoBio/goquery"
)

// metadata is what a page says about itself.
type metadata struct {
	title, byline, site, published, language, canonical string
}

// metadataOf gathers what a page says about itself, from its JSON-LD, its meta elements and its marked-up text, in that
// order of trust. Values are plain text, single-spaced and short enough to be kept.
func metadataOf(doc *goquery.Document, address string) metadata {
	meta := metaValues(doc)
	data := jsonLD(doc)
	m := metadata{
		byline:    bylineOf(doc, meta, data),
		published: publishedIn(doc, meta, data),
		language:  declaredLanguage(doc, meta),
		canonical: canonicalAddress(doc, address),
		site:      firstText(100, meta.first("og:site_name"), data.publisher, meta.first("application-name")),
	}
	var suffix string
	m.title, suffix = titleOf(doc, meta, data, m.site)
	m.title = withoutSite(m.title, m.byline)
	if m.site == "" {
		m.site = suffix
	}
	return m
}

// describe writes what is known of an article into it. What is missing is made up from its opening, the first blocks of its
// body: the title from the first words, the date from a dateline; and the language is guessed from the text.
func (m metadata) describe(a *annotate.Article, opening []string) {
	a.Title, a.Byline, a.Site, a.Published, a.Language, a.CanonicalURL = m.title, m.byline, m.site, m.published, m.language, m.canonical
	if a.Title == "" && len(opening) > 0 {
		a.Title = annotate.Shorten(opening[0], 80)
	}
	for i := 0; i < len(opening) && a.Published == ""; i++ {
		a.Published = datelineIn(opening[i])
	}
	if a.Language == "" {
		a.Language = guessLanguage(a.Text)
	}
}

// values is the contents of a page's meta elements by their names or properties in lower case, in the page's order.
type values map[string][]string

// maxMeta bounds how many meta elements of a page are looked at.
const maxMeta = 1000

func metaValues(doc *goquery.Document) values {
	v := values{}
	doc.Find("meta[content]").EachWithBreak(func(i int, s *goquery.Selection) bool {
		content, _ := s.Attr("content")
		names := s.AttrOr("property", "")
		if names == "" {
			names = s.AttrOr("name", "") + " " + s.AttrOr("itemprop", "") + " " + s.AttrOr("http-equiv", "")
		}
		for _, name := range strings.Fields(strings.ToLower(names)) {
			if content = strings.TrimSpace(content); content != "" {
				v[name] = append(v[name], content)
			}
		}
		return i < maxMeta
	})
	return v
}

// first is the first value of the first of the names that has one.
func (v values) first(names ...string) string {
	for _, n := range names {
		if len(v[n]) > 0 {
			return v[n][0]
		}
	}
	return ""
}

// plain is a value as text: character references that were escaped twice resolved, white space single, without control
// and formatting characters, cut to limit code points.
func plain(s string, limit int) string {
	if len(s) > 8*limit {
		s = strings.ToValidUTF8(s[:8*limit], "")
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f || unseen(r) {
			return -1
		}
		return r
	}, html.UnescapeString(strings.ToValidUTF8(s, "\uFFFD")))
	return annotate.Shorten(s, limit)
}

// firstText is the first of the values that holds text.
func firstText(limit int, candidates ...string) string {
	for _, c := range candidates {
		if s := plain(c, limit); s != "" {
			return s
		}
	}
	return ""
}

// separator is what sites write between a title and their name.
var separator = regexp.MustCompile(`\s+[|\-–—·•:»«/\\]+\s+`)

// shared are the meta elements that hold a page's title as it is shared or cited.
var shared = []string{"og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "title"}

// titleOf is the article's title, without the site's name after or before it, and what the page's title element says
// beside it, which is the site's name as a rule.
func titleOf(doc *goquery.Document, meta values, data linkedData, site string) (title, suffix string) {
	full := plain(doc.Find("head title").First().Text(), 300)
	heading := ""
	if h := doc.Find("h1"); h.Length() == 1 {
		heading = plain(h.Text(), 300)
	}
	title = withoutSite(chosenTitle(full, heading, firstText(300, meta.first(shared...)), data.titled(full+" "+heading)), site)
	if title == "" {
		title = firstText(300, doc.Find("h1").First().Text(), data.headline, data.name)
	} else if title == full {
		title = shortened(full)
	}
	if followedBySeparator(full, title) && len(full) < len(title)+80 {
		rest := full[len(title):]
		suffix = strings.TrimSpace(rest[separator.FindStringIndex(rest)[1]:])
	}
	return title, suffix
}

// chosenTitle chooses among a page's title element, its only heading of the first level, the title that it is shared under
// and the headline of its JSON-LD. What two of them say counts more than what one does; what is shared is often written
// for those who do not see the page.
func chosenTitle(full, heading, meta, linked string) string {
	switch {
	case linked != "" && (linked == heading || meta == "" || followedBySeparator(meta, linked)):
		return linked
	case meta != "" && (heading == "" || !strings.Contains(full, heading) || strings.Contains(full+" "+heading, meta)):
		return meta
	case heading != "" && strings.Contains(full, heading):
		return heading
	case full != "":
		return full
	}
	return heading
}

// followedBySeparator says whether full is title, a separator, and something more.
func followedBySeparator(full, title string) bool {
	rest, ok := strings.CutPrefix(full, title)
	at := separator.FindStringIndex(rest)
	return ok && title != "" && at != nil && at[0] == 0
}

// withoutSite takes the site's name off either end of a title.
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	for _, at := range separator.FindAllStringIndex(title, -1) {
		if strings.EqualFold(title[at[1]:], site) {
			return title[:at[0]]
		}
		if strings.EqualFold(title[:at[0]], site) {
			return title[at[1]:]
		}
	}
	return title
}

// shortened takes off what follows a title's last separator if it is no more than five words and not most of the title.
func shortened(title string) string {
	all := separator.FindAllStringIndex(title, -1)
	if len(all) == 0 {
		return title
	}
	at := all[len(all)-1]
	before, after := title[:at[0]], title[at[1]:]
	if len(strings.Fields(after)) <= 5 && len(before) > len(after) {
		return before
	}
	return title
}
