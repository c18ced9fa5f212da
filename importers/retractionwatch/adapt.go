package retractionwatch

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"claimlens/annotate"
)

// nature is what sort of notice a row is.
type nature int

const (
	unknown nature = iota
	retraction
	concern
	correction
	reinstatement
)

func natureOf(s string) nature {
	switch strings.ToLower(strings.Trim(s, " ;")) {
	case "retraction":
		return retraction
	case "expression of concern":
		return concern
	case "correction":
		return correction
	case "reinstatement":
		return reinstatement
	}
	return unknown
}

// noticesOf is what a row tells of: n with its kind and its reasons, and that a concern was lifted where they say so.
func noticesOf(n annotate.Notice, what nature, reasons []string) []annotate.Notice {
	n.Kind = kindOf(what, reasons)
	n.Reason = annotate.Shorten(strings.Join(reasons, "; "), 1000)
	if !slices.Contains(reasons, "EOC Lifted") {
		return []annotate.Notice{n}
	}
	after := n
	after.Kind = annotate.ConcernLiftedIn
	return []annotate.Notice{n, after}
}

// kindOf is the kind of notice that a row is. Retracted and replaced is not retracted; and a review that makes place for its
// next version, as Cochrane's do, is updated, though both stand here as retractions.
func kindOf(what nature, reasons []string) string {
	has := func(reason string) bool { return slices.Contains(reasons, reason) }
	outdated := has("Withdrawn as Out of Date")
	switch what {
	case concern:
		return "ExpressionOfConcernIn"
	case correction:
		return "ErratumIn"
	case reinstatement:
		return annotate.ReinstatedIn
	default:
	}
	switch {
	case has("Retract and Replace") && outdated:
		return "UpdateIn"
	case has("Retract and Replace"):
		return "RetractedandRepublishedIn"
	case outdated, has("Withdrawal"), has("Removed"), has("Temporary Removal"):
		return "WithdrawalIn"
	}
	return "RetractionIn"
}

// reasonsOf are the reasons of a cell. Older files have a plus before each.
func reasonsOf(cell string) []string {
	var out []string
	for _, s := range strings.Split(cell, ";") {
		if s = strings.TrimPrefix(strings.Join(strings.FieldsFunc(s, space), " "), "+"); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func space(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// dateOf is a date such as 9/22/2021 0:00 as 2021-09-22, or "" when it is none.
func dateOf(cell string) string {
	day, _, _ := strings.Cut(strings.TrimSpace(cell), " ")
	for _, form := range []string{"1/2/2006", time.DateOnly} {
		if t, err := time.Parse(form, day); err == nil && t.Year() >= 1900 && t.Year() < 2200 {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// pmidOf is a PMID, or "" when the cell has none: 0 stands for that.
func pmidOf(cell string) string {
	if s := strings.Trim(cell, " ;"); annotate.ValidPMID(s) {
		return s
	}
	return ""
}

var doiPattern = regexp.MustCompile(`10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\x00-\x1f]+`)

// doiOf is the DOI in a cell, in lower case and without a resolver before it, or "" when there is none. A semicolon ends a
// cell but may stand within a DOI.
func doiOf(cell string) string {
	s := strings.TrimRight(doiPattern.FindString(strings.ToLower(cell)), ";,.")
	if len(s) > 1000 {
		return ""
	}
	return s
}

// word is what is found behind DOIs that have been told apart from the paper's own by hand.
var word = regexp.MustCompile(`[-_.,; ]*(?:expression-?of-?concern|eoc|concern|retraction|retracted|correction|corrected|erratum|corrigendum|withdrawn|withdrawal|removal|removed|reinstatement|notice)$`)

// withoutWord is a DOI without such a word.
func withoutWord(doi string) string { return word.ReplaceAllString(doi, "") }
