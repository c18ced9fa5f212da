package pubmed

import (
	"regexp"
	"strings"

	"claimlens/annotate"
)

func takeLanguage(d *draft, l leaf) {
	if d.Language == "" {
		d.Language = l.text
	}
}

// takeLocation takes the DOI out of an article's electronic locations; one that turned out wrong is marked as not valid.
func takeLocation(d *draft, l leaf) {
	if l.get("EIdType") == "doi" && l.get("ValidYN") != "N" && d.DOI == "" {
		d.DOI = doiOf(l.text)
	}
}

func takeID(d *draft, l leaf) {
	switch l.get("IdType") {
	case "doi":
		d.ownDOI = first(d.ownDOI, doiOf(l.text))
	case "pmc":
		d.PMCID = first(pmcOf(l.text), d.PMCID)
	}
}

// takeOtherID takes the PMC identifier out of what older files call other identifiers.
func takeOtherID(d *draft, l leaf) {
	if l.get("Source") == "NLM" && strings.HasPrefix(l.text, "PMC") && d.PMCID == "" {
		d.PMCID = pmcOf(l.text)
	}
}

func takeSection(d *draft, l leaf) { d.Abstract = appendSection(d.Abstract, l) }

func appendSection(to []annotate.Section, l leaf) []annotate.Section {
	if l.text == "" {
		return to
	}
	return append(to, annotate.Section{Label: l.get("Label"), Category: l.get("NlmCategory"), Text: l.text})
}

// takeOther begins an abstract that is not the paper's own: one in plain language, or one by another than the publisher.
func takeOther(d *draft, l leaf) {
	english := l.get("Language") == "" || l.get("Language") == "eng"
	switch {
	case l.get("Type") == "plain-language-summary" && english:
		d.into = &d.plain
	case l.get("Type") == "plain-language-summary":
		d.into = &d.plainForeign
	case english:
		d.into = &d.other
	default:
		d.into = new([]annotate.Section)
	}
}

func takeOtherSection(d *draft, l leaf) { *d.into = appendSection(*d.into, l) }

// joined is the text of an abstract's sections, one after another.
func joined(sections []annotate.Section) string {
	var texts []string
	for _, s := range sections {
		texts = append(texts, s.Text)
	}
	return strings.Join(texts, " ")
}

// takeAuthor begins an author. One that PubMed marks as not valid, because it was corrected since, goes nowhere.
func takeAuthor(d *draft, l leaf) {
	to := &d.Authors
	if d.list == "editors" {
		to = &d.editors
	}
	if l.get("ValidYN") == "N" {
		to = new([]annotate.Author)
	}
	*to = append(*to, annotate.Author{})
	d.author = &(*to)[len(*to)-1]
}

func takeInitials(d *draft, l leaf) {
	if d.author.Given == "" {
		d.author.Given = l.text
	}
}

// named leaves out authors without a name.
func named(authors []annotate.Author) []annotate.Author {
	var out []annotate.Author
	for _, a := range authors {
		if a.Family == "" && a.Collective == "" {
			a.Family, a.Given = a.Given, ""
		}
		if a != (annotate.Author{}) {
			out = append(out, a)
		}
	}
	return out
}

func takeType(d *draft, l leaf) {
	d.Types = append(d.Types, annotate.Term{UI: l.get("UI"), Name: l.text})
}

func takeHeading(d *draft, l leaf) {
	d.Mesh = append(d.Mesh, annotate.Term{UI: l.get("UI"), Name: l.text})
}

// distinct leaves out terms without a name, and those that were there before.
func distinct(terms []annotate.Term) []annotate.Term {
	var out []annotate.Term
	met := map[annotate.Term]bool{}
	for _, t := range terms {
		if t.Name != "" && !met[t] {
			met[t] = true
			out = append(out, t)
		}
	}
	return out
}

func takeNotice(d *draft, l leaf) {
	d.Notices = append(d.Notices, annotate.Notice{Kind: l.get("RefType")})
	d.notice = &d.Notices[len(d.Notices)-1]
}

func takeSource(d *draft, l leaf) {
	d.notice.Source, d.notice.DOI, d.notice.Date = l.text, doiIn(l.text), sourceDate(l.text)
}

var doiPattern = regexp.MustCompile(`(?i)\bdoi:?\s*(10\.[0-9]{4,}\S*/\S+)`)

// doiIn is the DOI in a reference in words, or "".
func doiIn(reference string) string {
	m := doiPattern.FindStringSubmatch(reference)
	if m == nil {
		return ""
	}
	return doiOf(strings.TrimRight(m[1], ".,;"))
}

var issuePattern = regexp.MustCompile(`(?:^|\.\s+)((?:1[5-9]|20)[0-9][0-9]\b[^;:.]*)`)

// sourceDate is the date in a reference in words: behind the journal, which may have a year in its name.
func sourceDate(reference string) string {
	if m := issuePattern.FindStringSubmatch(reference); m != nil {
		return dateOf(m[1])
	}
	return ""
}

// reported leaves out what is no notice: papers that are only cited, and data.
func reported(notices []annotate.Notice) []annotate.Notice {
	var out []annotate.Notice
	for _, n := range notices {
		switch n.Kind {
		case "", "Cites", "AssociatedDataset", "AssociatedPublication":
		default:
			out = append(out, n)
		}
	}
	return out
}
