package annotate

import (
	"strings"
	"unicode"
)

// noticeWords has the kinds of notice about a paper in words.
var noticeWords = map[string]string{
	"RetractionIn":              "Retraction",
	"RetractedandRepublishedIn": "Retraction, with a new version",
	"WithdrawalIn":              "Withdrawal",
	"ExpressionOfConcernIn":     "Expression of concern",
	"CorrectedandRepublishedIn": "Correction, with a new version",
	"ErratumIn":                 "Correction",
	"PartialRetractionIn":       "Retraction of a part",
	ReinstatedIn:                "Reinstatement",
	ConcernLiftedIn:             "Concern lifted",
	"UpdateIn":                  "Newer version",
	"CommentIn":                 "Comment",
}

// Words is what the notice is, as in “Expression of concern”. A kind that is of no weight is PubMed's word, spaced.
func (n Notice) Words() string {
	if words := noticeWords[n.Kind]; words != "" {
		return words
	}
	var b strings.Builder
	for i, r := range n.Kind {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Words is the source's name. The zero source is PubMed.
func (s NoticeSource) Words() string {
	switch s {
	case Crossref:
		return "Crossref"
	case RetractionWatch:
		return "Retraction Watch"
	case "":
		return "PubMed"
	}
	return string(s)
}
