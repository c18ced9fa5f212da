package ui

import (
	"time"

	"claimlens/annotate"
)

// noticeView is one notice in words.
type noticeView struct {
	annotate.Notice
	Words string // what happened to this paper, or what this paper is to another
	Alarm bool   // it takes the paper's weight away
	When  string // in words
	Says  string // who says so
}

// noticeWords say what a notice says. What is said of this paper comes before what this paper says of another.
var noticeWords = map[string]string{
	"RetractionIn": "Retracted", "WithdrawalIn": "Withdrawn", "ExpressionOfConcernIn": "Under an expression of concern",
	"PartialRetractionIn": "Retracted in part", "RetractedandRepublishedIn": "Retracted and republished",
	"CorrectedandRepublishedIn": "Corrected and republished", "ErratumIn": "Corrected by an erratum", "UpdateIn": "Updated",
	"CommentIn": "Commented on", annotate.ReinstatedIn: "Reinstated: the retraction was taken back", annotate.ConcernLiftedIn: "Expression of concern lifted", "RepublishedIn": "Republished", "SummaryForPatientsIn": "Summed up for patients",
	"RetractionOf": "This is the retraction of", "ExpressionOfConcernFor": "This is the expression of concern about",
	"PartialRetractionOf": "This is the retraction, in part, of", "RetractedandRepublishedFrom": "This replaces, after its retraction,",
	"CorrectedandRepublishedFrom": "This is the corrected form of", "ErratumFor": "This is an erratum to", "UpdateOf": "This is an update of",
	"CommentOn": "This is a comment on", "RepublishedFrom": "This is republished from", "OriginalReportIn": "This sums up",
}

// noticesOf are what is said of a paper, the gravest first, then what it says of other papers. An alarm is one that stands
// and takes the paper's weight away.
func noticesOf(c annotate.Citation) []noticeView {
	_, worst := c.Worst()
	var out []noticeView
	for _, n := range c.Said() {
		v := noticeView{Notice: n, Words: noticeWords[n.Kind], When: partialDate(n.Date), Says: n.From.Words()}
		if v.Words == "" {
			v.Words = n.Words()
		}
		v.Alarm = n.Severity().Weightless() && n.Severity() <= worst
		out = append(out, v)
	}
	return out
}

// partialDate is a date as far as it is known, in words: "3 July 2021", "July 2021", "2021"; what is no date stays.
func partialDate(date string) string {
	for _, form := range []struct{ in, out string }{{time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"}} {
		if t, err := time.Parse(form.in, date); err == nil {
			return t.Format(form.out)
		}
	}
	return date
}
