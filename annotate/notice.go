package annotate

import (
	"time"

	"github.com/google/uuid"
)

// Notice is what somebody says happened to a paper, or what the paper is a notice of. Kind is PubMed's RefType, whoever
// says it: RetractionIn, RetractionOf, WithdrawalIn, ExpressionOfConcernIn, ErratumIn, UpdateIn, CommentOn and so on; and
// ReinstatedIn and ConcernLiftedIn, for which PubMed has none.
type Notice struct {
	Kind   string       `json:"kind"`
	PMID   string       `json:"pmid,omitempty"`
	DOI    string       `json:"doi,omitempty"`
	Source string       `json:"source,omitempty"` // the reference in words
	Date   string       `json:"date,omitempty"`   // of the notice as far as it is known: 2021-07-03, 2021-07 or 2021
	Reason string       `json:"reason,omitempty"` // why, in the words of whoever gives one
	From   NoticeSource `json:"from,omitempty"`   // who says so; empty: PubMed's record
}

// NoticeSource is who says what happened to papers.
type NoticeSource string

// The sources beside PubMed's own records.
const (
	Crossref        NoticeSource = "crossref"
	RetractionWatch NoticeSource = "retraction-watch"
)

// NoticeCheck is all that a source said about a paper when it was asked; nothing, when Notices is empty. The latest
// check of each source counts.
type NoticeCheck struct {
	ID       uuid.UUID    `json:"id"`
	Citation uuid.UUID    `json:"citation"`
	From     NoticeSource `json:"from"`
	Notices  []Notice     `json:"notices,omitempty"`
	By       string       `json:"by"`
	Created  time.Time    `json:"created"`
}
