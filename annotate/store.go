package annotate

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Store keeps the record. annotate/storetest is its contract as tests; every engine runs it.
//
// All methods are safe for concurrent use, and return ctx.Err() when ctx ends while they wait. Every call of a Reader
// sees one state of the record: all of a change or none of it, and every change whose Record returned before the call
// began. What is not there is ErrNotFound for a thing and an empty list for a list.
type Store interface {
	Reader
	Writer
}

// Writer adds to the record. Nothing is ever overwritten or taken away.
type Writer interface {
	// Record appends one event with all that it makes, or nothing at all, and returns when both are durable.
	//
	// The store completes the event: sequence number, hashes. It leaves out of the change what it holds already, alike;
	// when nothing is left it records nothing and returns an Event with Seq 0 and no error, so that doing something
	// twice is doing it once. A claim is alike when its identifier is, which follows from its normal text: it stays as it
	// was first met. Evidence is alike whatever its State.
	//
	// ErrInvalid: a part of the change fails its Check, or an edit names mentions of another article or revision than its
	// own, or evidence corrects that of another claim. ErrNotFound: a part refers to something that is neither in the store nor in the change. ErrConflict: a part has
	// the identifier of another one that differs; an article's Revision or a citation's Version is not the next one; a
	// grade's Replaces is not that reviewer's current grade of the claim; an edit is not of the article's latest
	// revision, drops what does not stand, keeps what was not dropped, or corrects what a claim is not taken for; there
	// are more events about the subject than Read, unless that is 0.
	Record(ctx context.Context, c Change) (Event, error)
}

// Reader reads the record. Lists are read a page at a time; no call costs more than what it returns, however much the
// store holds, except where it says otherwise.
type Reader interface {
	// Article is a revision of an article, or the latest for revision 0.
	Article(ctx context.Context, id uuid.UUID, revision int) (Article, error)
	// ArticleByURL is the article at an address, by PageKey of it: the canonical address or any at which it was read.
	ArticleByURL(ctx context.Context, address string) (ArticleRow, error)
	// ArticleRow is an article's row in lists.
	ArticleRow(ctx context.Context, id uuid.UUID) (ArticleRow, error)
	// Articles lists the articles, the most recently read revision first.
	Articles(ctx context.Context, p Page) (List[ArticleRow], error)
	// Mentions lists the claims made in a revision of an article (0 for the latest) in the order of its text. What editors
	// dropped is not among them.
	Mentions(ctx context.Context, article uuid.UUID, revision int, p Page) (List[MentionRow], error)
	// Dropped lists, in the order of the text, the mentions of a revision (0 for the latest) that do not stand, with the
	// edit that dropped them; and those of former revisions that the edit carried to this one has lost, by the places
	// that they had.
	Dropped(ctx context.Context, article uuid.UUID, revision int, p Page) (List[MentionRow], error)
	// Mention is one mention, whether it stands or not.
	Mention(ctx context.Context, id uuid.UUID) (MentionRow, error)
	// Edits lists what editors did to the mentions of an article, or to those of a claim, the last recorded first.
	Edits(ctx context.Context, subject uuid.UUID, p Page) (List[EditRow], error)
	// Edit is one edit with the mentions that it names.
	Edit(ctx context.Context, id uuid.UUID) (EditRow, error)

	// Claim is a claim with its standing. Its kind and polarity are those of the correction recorded last.
	Claim(ctx context.Context, id uuid.UUID) (ClaimRow, error)
	// Claims lists the claims in a state, or all for the empty state, the one whose state changed last first; claims of one
	// change in the order of that change.
	Claims(ctx context.Context, state ReviewState, p Page) (List[ClaimRow], error)
	// SearchClaims lists the claims that hold the query's words, the best match first. It may run behind Record by a
	// moment. An empty query finds nothing.
	SearchClaims(ctx context.Context, query string, p Page) (List[ClaimRow], error)
	// ClaimMentions lists where a claim is made, the article read last first; former revisions and what was dropped too,
	// marked.
	ClaimMentions(ctx context.Context, claim uuid.UUID, p Page) (List[MadeIn], error)
	// ClaimEvidence lists the evidence of a claim as of a time (now for the zero time), oldest first, with its citations.
	ClaimEvidence(ctx context.Context, claim uuid.UUID, asOf time.Time, p Page) (List[EvidenceRow], error)
	// ClaimGrades lists the grades of a claim as of a time (now for the zero time), newest first, replaced ones too.
	ClaimGrades(ctx context.Context, claim uuid.UUID, asOf time.Time, p Page) (List[Grade], error)
	// Standing is a claim's standing as of a time (now for the zero time). Its cost grows with the claim's own evidence and
	// grades. A time before the claim was first met is ErrNotFound.
	Standing(ctx context.Context, claim uuid.UUID, asOf time.Time) (Standing, error)

	// ClaimSearches lists where evidence about a claim was looked for, as of a time (now for the zero time), newest first.
	ClaimSearches(ctx context.Context, claim uuid.UUID, asOf time.Time, p Page) (List[Search], error)

	// Citation is the latest version of the paper with this PMID.
	Citation(ctx context.Context, pmid string) (Citation, error)
	// CitationBy is the latest version of the paper with this PMID, DOI or PMCID, as ReadIdentifier reads it: the DOI that
	// the paper's latest version has. Of several papers with one DOI it is the one whose record changed last. What is none
	// of the three is ErrInvalid.
	CitationBy(ctx context.Context, identifier string) (Citation, error)
	// Citations lists the papers, the one whose record changed last first.
	Citations(ctx context.Context, p Page) (List[Citation], error)
	// SearchPapers finds the papers that hold any of the query's terms in title, abstract, summary, headings or keywords: those
	// that match best, the best first. The more of the terms a paper holds, the rarer they are and the more they weigh, the
	// better it matches. A paper is found by its latest version, and not at all once PubMed has taken it back. It may run
	// behind Record by a moment. A query without terms finds nothing. ErrInvalid: a limit outside 1 to 1000, more than 500
	// terms, a weight that is not above 0, or Widen outside 0 to 1.
	SearchPapers(ctx context.Context, q PaperQuery) ([]PaperHit, error)
	// CountPapers says in how many papers each of these terms stands. It may run behind Record by a moment, and count for a
	// while what papers were before they changed.
	CountPapers(ctx context.Context, terms []string) (PaperCounts, error)
	// CitedPapers lists the papers that evidence rests on, whatever was decided about it, in the order in which they first
	// became evidence.
	CitedPapers(ctx context.Context, p Page) (List[Citation], error)
	// NoticeChecks lists what sources were heard to say about a paper, newest first.
	NoticeChecks(ctx context.Context, citation uuid.UUID, p Page) (List[NoticeCheck], error)
	// CitationEvidence lists the evidence that rests on a citation, oldest first, with its claims.
	CitationEvidence(ctx context.Context, citation uuid.UUID, p Page) (List[EvidenceRow], error)
	// Evidence is one piece of evidence with its claim and citation.
	Evidence(ctx context.Context, id uuid.UUID) (EvidenceRow, error)

	// Events lists the events about a subject (an article, a claim, a citation), or all for the zero UUID, newest first. The
	// evidence, the searches and the grades of a claim are events about the claim, and so are the edits that name its
	// mentions or correct it; notices that were heard are events about their papers.
	Events(ctx context.Context, subject uuid.UUID, p Page) (List[Event], error)
	// Counts is how much the store holds.
	Counts(ctx context.Context) (Counts, error)
}

// ArticleRow is an article as lists show it.
type ArticleRow struct {
	ID        uuid.UUID `json:"id"`
	Revision  int       `json:"revision"` // the latest
	Title     string    `json:"title"`
	Site      string    `json:"site"` // Article.Host
	URL       string    `json:"url"`  // Article.Key when that is an address
	Published string    `json:"published"`
	Read      time.Time `json:"read"`
	Claims    int       `json:"claims"`            // different claims made in the latest revision
	Graded    int       `json:"graded"`            // how many of them have a grade
	Dropped   int       `json:"dropped,omitempty"` // mentions of the latest revision that editors dropped, and those it has lost
}

// ClaimRow is a claim with its standing.
type ClaimRow struct {
	Claim    Claim    `json:"claim"`
	Standing Standing `json:"standing"`
}

// MentionRow is a mention with its claim and that claim's standing. Edit is the last that dropped or kept it, or, in a
// list of what was dropped, lost it, without the mentions that it names; nil when no editor has touched it. Dropped says
// whether it does not stand in its own revision.
type MentionRow struct {
	Mention Mention `json:"mention"`
	ClaimRow
	Edit    *Edit `json:"edit,omitempty"`
	Dropped bool  `json:"dropped,omitempty"`
}

// MadeIn is a mention seen from its claim: the article that makes it. Current says whether the mention stands in the
// article's latest revision, Dropped whether an editor has dropped it.
type MadeIn struct {
	Mention Mention    `json:"mention"`
	Article ArticleRow `json:"article"`
	Current bool       `json:"current"`
	Dropped bool       `json:"dropped,omitempty"`
}

// EvidenceRow is evidence with the two things that it links, what the record knows of the paper's weight, and the last
// decision about it if there is one.
type EvidenceRow struct {
	Evidence Evidence  `json:"evidence"`
	Claim    Claim     `json:"claim"`
	Citation Citation  `json:"citation"`
	Weight   Weight    `json:"weight,omitzero"`
	Decision *Decision `json:"decision,omitempty"`
}

// Counts is how much a store holds. Graded counts the claims that have a grade.
type Counts struct {
	Events    int `json:"events"`
	Articles  int `json:"articles"`
	Claims    int `json:"claims"`
	Graded    int `json:"graded"`
	Mentions  int `json:"mentions"`
	Citations int `json:"citations"`
	Checks    int `json:"checks"` // of notices
	Evidence  int `json:"evidence"`
	Searches  int `json:"searches"`
	Grades    int `json:"grades"`
}
