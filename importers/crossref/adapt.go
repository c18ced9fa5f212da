package crossref

import (
	"fmt"
	"strings"
	"time"

	"claimlens/annotate"
)

// kind is PubMed's name for a sort of notice, seen from the paper and from the notice.
type kind struct{ in, of string }

// kinds has what publishers and Retraction Watch call notices, in Crossref's spelling. What is not among them tells
// nothing of a paper's worth.
var kinds = map[string]kind{
	"retraction":                 {"RetractionIn", "RetractionOf"},
	"withdrawal":                 {"WithdrawalIn", "WithdrawalOf"},
	"removal":                    {"WithdrawalIn", "WithdrawalOf"},
	"partial_retraction":         {"PartialRetractionIn", "PartialRetractionOf"},
	"retract_and_replace":        {"RetractedandRepublishedIn", "RetractionOf"},
	"retraction_and_replacement": {"RetractedandRepublishedIn", "RetractionOf"},
	"expression_of_concern":      {"ExpressionOfConcernIn", "ExpressionOfConcernFor"},
	"concern":                    {"ExpressionOfConcernIn", "ExpressionOfConcernFor"},
	"correction":                 {"ErratumIn", "ErratumFor"},
	"erratum":                    {"ErratumIn", "ErratumFor"},
	"corrigendum":                {"ErratumIn", "ErratumFor"},
	"addendum":                   {"ErratumIn", "ErratumFor"},
	"clarification":              {"ErratumIn", "ErratumFor"},
	"reinstatement":              {annotate.ReinstatedIn, "ReinstatementOf"},
	"new_version":                {"UpdateIn", "UpdateOf"},
	"new_edition":                {"UpdateIn", "UpdateOf"},
	"update":                     {"UpdateIn", "UpdateOf"},
	"updated":                    {"UpdateIn", "UpdateOf"},
	"revision":                   {"UpdateIn", "UpdateOf"},
}

// kind is what sort of notice the update is, by its type or else by the label that readers see.
func (u update) kind() (kind, bool) {
	for _, name := range []string{u.Type, u.Label} {
		name = strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(name)))
		if k, ok := kinds[name]; ok {
			return k, true
		}
	}
	return kind{}, false
}

// notices are what is said of the paper, and of others whose notice it is.
func (w work) notices() []annotate.Notice {
	var out []annotate.Notice
	for _, u := range w.UpdatedBy {
		if k, ok := u.kind(); ok {
			out = append(out, u.notice(k.in, w.DOI))
		}
	}
	for _, u := range w.UpdateTo {
		k, ok := u.kind()
		if !ok {
			continue
		}
		if !strings.EqualFold(u.DOI, w.DOI) {
			out = append(out, u.notice(k.of, w.DOI))
		} else if k.in != "UpdateIn" { // what is its own next version has none
			out = append(out, u.notice(k.in, w.DOI))
		}
	}
	return out
}

// notice is an update as a notice of a kind. A paper that is its own notice is not named.
func (u update) notice(kind, paper string) annotate.Notice {
	n := annotate.Notice{Kind: kind, Date: u.date(), From: annotate.Crossref}
	if doi := strings.ToLower(strings.TrimSpace(u.DOI)); !strings.EqualFold(doi, paper) && strings.HasPrefix(doi, "10.") && len(doi) <= 1000 {
		n.DOI = doi
	}
	if strings.EqualFold(u.Source, string(annotate.RetractionWatch)) {
		n.From = annotate.RetractionWatch
	}
	return n
}

// date is the date of the update as far as it is known, or "".
func (u update) date() string {
	if len(u.Updated.Parts) == 0 {
		return ""
	}
	text := ""
	for i, n := range u.Updated.Parts[0] {
		form := []string{"2006", "2006-01", time.DateOnly}[min(i, 2)]
		longer := fmt.Sprintf("%04d", n)
		if i > 0 {
			longer = fmt.Sprintf("%s-%02d", text, n)
		}
		if _, err := time.Parse(form, longer); err != nil || i > 2 {
			break
		}
		text = longer
	}
	if text < "1500" {
		return ""
	}
	return text
}
