package annotate

import (
	"regexp"
	"strings"
	"time"
)

// merge is what the paper's record and others say, in their order, each event once: what the later ones know more is added
// to the first.
func merge(c Citation) []Notice {
	said := make([]Notice, 0, len(c.Notices)+len(c.Heard))
	for _, list := range [][]Notice{c.Notices, c.Heard} {
	next:
		for _, n := range list {
			n = n.apartFrom(c)
			for i := range said {
				if said[i].sameEvent(n) {
					said[i] = said[i].with(n)
					continue next
				}
			}
			said = append(said, n)
		}
	}
	return said
}

// apartFrom is the notice without identifiers that are the paper's own: a paper that was retracted in its place names
// itself as the notice.
func (n Notice) apartFrom(c Citation) Notice {
	n.DOI = strings.ToLower(n.DOI)
	if n.DOI == strings.ToLower(c.DOI) {
		n.DOI = ""
	}
	if n.PMID == c.PMID {
		n.PMID = ""
	}
	return n
}

// sameEvent says whether two notices tell of one event: notices of one sort with a common identifier, or, when they have
// none to compare, near in time. A paper is retracted once or brought under concern once in a while, whoever tells of it
// and whenever they heard; corrections come oftener, and must be of one date.
func (n Notice) sameEvent(m Notice) bool {
	if n.sort() != m.sort() {
		return false
	}
	if n.PMID != "" && n.PMID == m.PMID || n.DOI != "" && n.DOI == m.DOI {
		return true
	}
	if n.PMID != "" && m.PMID != "" || n.DOI != "" && m.DOI != "" {
		return false
	}
	a, b := n.when(), m.when()
	if n.Severity().Weightless() || n.Kind == "RetractedandRepublishedIn" {
		return a == "" || b == "" || near(a, b)
	}
	return n.Kind == m.Kind && a != "" && b != "" && !before(a, b) && !before(b, a) || n == m
}

// sort is what kinds of notice may tell of the same event have in common.
func (n Notice) sort() string {
	if n.Kind == "UpdateIn" && n.Reason != "" { // Retraction Watch gives one, and lists it with the retractions
		return "RetractionIn"
	}
	switch n.Kind {
	case "RetractionIn", "WithdrawalIn", "RetractedandRepublishedIn":
		return "RetractionIn"
	case "ErratumIn", "PartialRetractionIn", "CorrectedandRepublishedIn":
		return "ErratumIn"
	}
	return n.Kind
}

// with is the notice with what another teller of the same event adds: the graver kind, the earlier date, and what it did
// not know. Of what others than PubMed tell, the kind is that of the fuller report, which gives a reason.
func (n Notice) with(m Notice) Notice {
	graver := m.Severity() > n.Severity()
	if n.From != "" && m.From != "" && (n.Reason == "") != (m.Reason == "") {
		graver = n.Reason == ""
	}
	if graver && n.Kind != m.Kind {
		n.Kind, n.From = m.Kind, m.From
	}
	if a, b := n.when(), m.when(); a == "" || before(b, a) || strings.HasPrefix(b, a) {
		n.Date = b
	}
	for _, x := range []struct {
		to   *string
		from string
	}{{&n.PMID, m.PMID}, {&n.DOI, m.DOI}, {&n.Source, m.Source}, {&n.Reason, m.Reason}} {
		if *x.to == "" {
			*x.to = x.from
		}
	}
	return n
}

// referenceDate finds the date in a reference as PubMed writes it: “Examples. 2021 Jul 3;5(3):175”.
var referenceDate = regexp.MustCompile(`(?:^|[.:)] *)((?:19|20)\d\d)(?:[- ]([A-Z][a-z]{2})[a-z]*(?: (\d{1,2})\b)?)?`)

// when is the date of the notice as far as it is known, from its reference where it says nothing else.
func (n Notice) when() string {
	if n.Date != "" || n.Source == "" {
		return n.Date
	}
	m := referenceDate.FindStringSubmatch(n.Source)
	if m == nil {
		return ""
	}
	for _, x := range []struct{ text, form, want string }{
		{m[1] + " " + m[2] + " " + m[3], "2006 Jan 2", time.DateOnly},
		{m[1] + " " + m[2], "2006 Jan", "2006-01"},
	} {
		if t, err := time.Parse(x.form, x.text); err == nil {
			return t.Format(x.want)
		}
	}
	return m[1]
}

// before says whether one date is before another, as far as both are known.
func before(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}

// near says whether two dates are of one year or of two that follow each other.
func near(a, b string) bool {
	x, _ := time.Parse("2006", a[:min(4, len(a))]) // no date is far from all others
	y, _ := time.Parse("2006", b[:min(4, len(b))])
	return max(x.Year(), y.Year())-min(x.Year(), y.Year()) <= 1
}
