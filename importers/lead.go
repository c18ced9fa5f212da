package importers

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"claimlens/annotate"
)

// leadOf finds title, byline, site and date in the lines above a text's body, and marks those lines as what they are: the
// title as a heading of level 1, the others as captions, which make no claims.
//
// The title is the first line that is no date and no byline. Sites put their name above it; then the title is the line that
// is said again below, and the first of those above it is the site's name.
func leadOf(parts []part) metadata {
	var m metadata
	lead := parts[:leadLength(parts)]
	var candidates []int
	for i := range lead {
		if m.take(lead[i]) {
			lead[i].kind, lead[i].level = annotate.Caption, 0
		} else {
			candidates = append(candidates, i)
		}
	}
	if m.title != "" || len(candidates) == 0 {
		return m
	}
	title := candidates[0]
	for _, i := range candidates {
		if repeated(parts, i) {
			title = i
			break
		}
	}
	m.title = plain(lead[title].text, 300)
	for _, i := range candidates {
		if i < title {
			lead[i].kind, lead[i].level = annotate.Caption, 0
			if m.site == "" {
				m.site = plain(lead[i].text, 100)
			}
		}
	}
	for i := range parts {
		if parts[i].text == lead[title].text {
			parts[i].kind, parts[i].level = annotate.Heading, 1
		}
	}
	return m
}

// fullStop is the end of a sentence, which a title has none of. It may ask or exclaim.
var fullStop = regexp.MustCompile(`[.…。][)"”’»\]]*$`)

// Bounds on the lines above a text's body.
const (
	maxLead    = 12
	titleLimit = 250 // code points of a title
)

// leadLength is how many blocks stand above the body: the first may be a long title, the others are short lines. A text
// of one block has nothing above it.
func leadLength(parts []part) int {
	n := 0
	if len(parts) == 1 {
		return n
	}
	for n < min(len(parts), maxLead) && isLead(parts[n], n == 0) {
		n++
	}
	return n
}

func isLead(p part, first bool) bool {
	if credits(p.text) != nil || keyed.MatchString(p.text) && p.lines == 1 {
		return true
	}
	if first && p.alone && p.kind != annotate.ListItem {
		return p.lines <= 3 && utf8.RuneCountInString(p.text) <= titleLimit && !fullStop.MatchString(p.text)
	}
	return p.kind == annotate.Heading
}

// repeated says whether the text of block i is said again: as a block, or at the beginning of a paragraph.
func repeated(parts []part, i int) bool {
	for j, p := range parts {
		if rest, ok := strings.CutPrefix(p.text, parts[i].text); ok && j != i && (rest == "" || strings.HasPrefix(rest, ". ")) {
			return true
		}
	}
	return false
}

var (
	keyed    = regexp.MustCompile(`(?i)^(title|headline|authors?|by|byline|date|published|site|source|publisher|language|lang)\s*:\s*(\S.*)$`)
	lineBy   = regexp.MustCompile(`^((written )?[Bb]y|BY|Written by|Von|Par|Por)\s+(\p{Lu}.*)$`)
	dividers = regexp.MustCompile(`\s+[·|•—–]\s+`)
	commas   = regexp.MustCompile(`\s+[·|•—–]\s+|,\s+`)
)

// take notes what a line says about the text, and whether it says only that.
func (m *metadata) take(p part) bool {
	if k := keyed.FindStringSubmatch(p.text); k != nil && p.lines == 1 {
		return m.set(strings.ToLower(k[1]), k[2])
	}
	found := credits(p.text)
	if found == nil {
		return false
	}
	for key, value := range found {
		m.set(key, value)
	}
	return true
}

// set keeps the first value that is given for a key.
func (m *metadata) set(key, value string) bool {
	var field *string
	value = plain(value, 300)
	switch key {
	case "title", "headline":
		field = &m.title
	case "author", "authors", "by", "byline":
		field, value = &m.byline, cleanByline(value)
	case "date", "published":
		field, value = &m.published, plain(value, 100)
		if iso, ok := isoDate(value); ok {
			value = iso
		}
	case "site", "source", "publisher":
		field = &m.site
	case "language", "lang":
		field, value = &m.language, languageTag(value)
	default:
		return false
	}
	if *field == "" {
		*field = value
	}
	return true
}

// release is a line that says no more than that the text is one for the press.
var release = regexp.MustCompile(`(?i)^(for immediate release|(news|press|media) (release|statement)|embargoed( until .{1,60})?)\W*$`)

// lastDate is a date at the end of a line of credits, and what leads to it.
var lastDate = regexp.MustCompile(`(?i)[\s,·|•—–-]*((last\s+)?(published|posted|updated|checked|reviewed)(\s+on)?:?\s+)?(` + months + `\.? \d{1,2}, \d{4}|\d{1,2}\.? ` + months + `,? \d{4}|\d{4}-\d\d-\d\d)$`)

// credits is what a line of credits says: a date, a byline, or both and a site, as in "Name · Site · 14 August 2025" or "by
// Name, Site, 14 August 2025". It is nil for any other line.
func credits(s string) map[string]string {
	if utf8.RuneCountInString(s) > 200 || stopped.MatchString(s) {
		return nil
	}
	if _, ok := isoDate(s); ok {
		return map[string]string{"date": s}
	}
	if release.MatchString(s) {
		return map[string]string{}
	}
	found := map[string]string{}
	if digitsIn(s) >= 5 {
		if date := lastDate.FindStringSubmatchIndex(s); date != nil {
			found["date"] = s[date[10]:date[11]]
			s = s[:date[0]]
		}
	}
	var names []string
	if by := lineBy.FindStringSubmatch(s); by != nil {
		names = commas.Split(by[3], 4)
	} else if len(found) > 0 {
		names = dividers.Split(s, 4)
	}
	for i, name := range names {
		if len(strings.Fields(name)) > 6 || name == "" || i > 1 {
			return nil
		}
		found[[]string{"author", "site"}[i]] = name
	}
	if len(found) == 0 {
		return nil
	}
	return found
}
