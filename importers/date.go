package importers

import (
	"regexp"
	"strings"
	"time"

	"claimlens/annotate"

	"github.com/PuerkitoBio/goquery"
)

// zoned are the forms of a time that name their zone; such a time is kept as RFC 3339.
var zoned = []string{
	time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z0700", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 UTC", time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 GMT",
	"Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700", "20060102T15:04:05Z0700",
}

// local are the forms of a day, or of a time in nobody knows which zone, of which only the day is kept.
var local = []string{
	"2006-01-02", "2006-1-2", "2006/01/02", "2006/1/2", "2006.01.02", "20060102", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05", "2006-01-02 15:04", "2006/01/02 15:04:05", "January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006",
	"January 2 2006 15:04", "Monday January 2 2006", "Monday Jan 2 2006", "Mon January 2 2006", "Mon Jan 2 2006", "Monday 2 January 2006",
	"Mon 2 January 2006", "Mon 2 Jan 2006", "Mon Jan 2 15:04:05 2006", "Mon Jan 2 15:04:05 MST 2006", "2006年1月2日",
}

var (
	dateNoise   = regexp.MustCompile(`[,.]+(\s|$)`)
	dateOrdinal = regexp.MustCompile(`(?i)\b(\d{1,2})(st|nd|rd|th)\b`)
	dateLead    = regexp.MustCompile(`(?i)^(first\s+)?(published|posted|updated|last\s+updated|date|released?|for\s+immediate\s+release)(\s+(on|date))?\s*:?\s+`)
	aYear       = regexp.MustCompile(`(^|\D)(19|20)\d\d(\D|$)`)
	sept        = regexp.MustCompile(`(?i)\bsept\b`)
)

// isoDate reads a date in one of the forms in use that mean one day only (3/4/2024 is none: it is in March or in April),
// and writes it as 2006-01-02 or, if it has a time and a zone, as RFC 3339.
func isoDate(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 60 || digitsIn(s) < 5 { // a year and a day
		return "", false
	}
	for _, layout := range zoned {
		if t, err := time.Parse(layout, s); err == nil && plausible(t) {
			return t.Format(time.RFC3339), true
		}
	}
	s = dateLead.ReplaceAllString(s, "")
	s = dateOrdinal.ReplaceAllString(dateNoise.ReplaceAllString(s, " "), "$1")
	s = strings.Join(strings.Fields(sept.ReplaceAllString(s, "Sep")), " ")
	for _, layout := range local {
		if t, err := time.Parse(layout, s); err == nil && plausible(t) {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}

func digitsIn(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// plausible says whether an article can be of that day.
func plausible(t time.Time) bool { return t.Year() >= 1800 && t.Year() <= 2200 }

// publishedNames are the meta elements that say when an article was published, most exact first.
var publishedNames = []string{
	"article:published_time", "og:article:published_time", "datepublished", "citation_publication_date", "citation_online_date",
	"citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "parsely-pub-date",
	"sailthru.date", "pubdate", "publish-date", "publish_date", "publication_date", "published_time", "displaydate", "date", "dateissued",
}

// publishedIn is when a page says that it was published: the first date that can be read, else the first words for one.
func publishedIn(doc *goquery.Document, meta values, data linkedData) string {
	candidates := []string{data.published}
	for _, name := range publishedNames {
		candidates = append(candidates, meta.first(name))
	}
	marked := doc.Find(`[itemprop~="datePublished"], time[pubdate]`).First()
	candidates = append(candidates, marked.AttrOr("datetime", ""), marked.AttrOr("content", ""), marked.Text())
	for _, within := range []string{"article header time[datetime]", "article time[datetime]", "header time[datetime]", "main time[datetime]"} {
		candidates = append(candidates, doc.Find(within).First().AttrOr("datetime", ""))
	}
	words := ""
	for _, c := range candidates {
		c = plain(c, 100)
		if iso, ok := isoDate(c); ok {
			return iso
		}
		if words == "" && aYear.MatchString(c) {
			words = c
		}
	}
	return words
}

// dateline is a date at the beginning of a report: "NEW YORK, June 14, 2018 /PRNewswire/ -- ", "12 March 2025 – ".
var dateline = regexp.MustCompile(`(?i)^[^!?]{0,70}?\b(` + months + `\.? \d{1,2}, \d{4}|\d{1,2} ` + months + ` \d{4})\b[^!?]{0,30}?( --|--|—|–| - |:|\))`)

// datelineIn is the date that a text begins with, or "".
func datelineIn(text string) string {
	found := dateline.FindStringSubmatch(annotate.Shorten(text[:min(len(text), 400)], 200))
	if found == nil {
		return ""
	}
	iso, _ := isoDate(found[1])
	return iso
}
