package annotate

// Severity is how much a notice weighs against the paper that it is about, from nothing to retracted.
type Severity int

// The severities, mildest first.
const (
	Unremarked   Severity = iota // nothing is known, or it is about another paper
	Commented                    // a comment, or a newer version: no fault is said
	Corrected                    // an erratum, an addendum, a part retracted, or a retraction taken back
	Republished                  // corrected and published again as a whole
	UnderConcern                 // its editors warn of it
	Withdrawn
	Retracted
)

// Words is the severity's label, empty for Unremarked.
func (s Severity) Words() string {
	switch s {
	case Commented:
		return "Commented on"
	case Corrected:
		return "Corrected"
	case Republished:
		return "Corrected and republished"
	case UnderConcern:
		return "Expression of concern"
	case Withdrawn:
		return "Withdrawn"
	case Retracted:
		return "Retracted"
	default:
		return ""
	}
}

// Weightless says whether the paper's weight as evidence is taken away until somebody has looked: nothing is refuted by
// that, nor supported.
func (s Severity) Weightless() bool { return s >= UnderConcern }

// Reopens says whether the claims that rest on the paper are to be looked at again.
func (s Severity) Reopens() bool { return s >= Corrected }

// The kinds of notice that PubMed has no word for.
const (
	ReinstatedIn    = "ReinstatedIn"    // a retraction, withdrawal or concern was taken back
	ConcernLiftedIn = "ConcernLiftedIn" // an expression of concern was taken back
)

// severities has the kinds of notice about the paper itself. All others are about another paper, whose notice this one is
// (RetractionOf, ErratumFor, CommentOn), or say nothing of its worth (OriginalReportIn).
var severities = map[string]Severity{
	"RetractionIn":              Retracted,
	"RetractedandRepublishedIn": Retracted,
	"WithdrawalIn":              Withdrawn,
	"ExpressionOfConcernIn":     UnderConcern,
	"CorrectedandRepublishedIn": Republished,
	"ErratumIn":                 Corrected,
	"PartialRetractionIn":       Corrected, // as NLM has it
	ReinstatedIn:                Corrected,
	ConcernLiftedIn:             Corrected,
	"UpdateIn":                  Commented, // as Cochrane's reviews have with each new version
	"CommentIn":                 Commented,
}

// Severity is what the notice alone amounts to; Citation.Worst is what all of them do.
//
// Retracted and replaced is a retraction where PubMed says so, whose record of the new version is another one. Who else
// says it mostly speaks of a text that was replaced in its place, so that what stands there now is not retracted.
func (n Notice) Severity() Severity {
	if n.Kind == "RetractedandRepublishedIn" && n.From != "" {
		return Republished
	}
	return severities[n.Kind]
}
