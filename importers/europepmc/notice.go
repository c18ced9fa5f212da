package europepmc

import (
	"strings"

	"claimlens/annotate"
)

// kinds are PubMed's names for what happens to papers, by what Europe PMC calls it without spaces: "Retraction in". What is
// not among them is no notice, such as a paper that is only cited.
var kinds = byFoldedName(
	"RetractionIn", "RetractionOf", "PartialRetractionIn", "PartialRetractionOf", "WithdrawalIn", "WithdrawalOf",
	"ExpressionOfConcernIn", "ExpressionOfConcernFor", "ErratumIn", "ErratumFor",
	"CorrectedandRepublishedIn", "CorrectedandRepublishedFrom", "RetractedandRepublishedIn", "RetractedandRepublishedFrom",
	"RepublishedIn", "RepublishedFrom", "UpdateIn", "UpdateOf", "CommentIn", "CommentOn", "ReprintIn", "ReprintOf",
	"SummaryForPatientsIn", "OriginalReportIn",
)

func byFoldedName(names ...string) map[string]string {
	out := map[string]string{}
	for _, n := range names {
		out[strings.ToLower(n)] = n
	}
	return out
}

// notice is what the record says happened to the paper, or what the paper is a notice of.
func (x comment) notice() (annotate.Notice, bool) {
	kind, ok := kinds[strings.ToLower(strings.Join(strings.Fields(x.Type), ""))]
	if !ok {
		return annotate.Notice{}, false
	}
	n := annotate.Notice{Kind: kind, Source: plain(x.Reference)}
	if id, err := annotate.ReadIdentifier(n.Source); err == nil && id.Kind == annotate.DOI {
		n.DOI = id.Value
	}
	if x.Source == "MED" && annotate.ValidPMID(x.ID) {
		n.PMID = x.ID
	}
	return n, true
}
