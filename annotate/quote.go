package annotate

import (
	"context"
	"fmt"
	"strings"
)

// QuoteCheck is what came of looking for a quoted passage where it is said to stand.
type QuoteCheck struct {
	Passage string       // in the record's own characters where it was found, else as it was given
	Where   PassagePlace // "" for an empty passage
	Guessed bool         // the abstract has no labelled parts: background and methods are told by what the sentence does
	LeftOut string       // what the record has in place of an ellipsis, where that denies or doubts: worth a look
	Nearest *Nearest     // nowhere: what comes next to it in the record, if anything does
	Other   *Citation    // nowhere in this record, but in this other paper's: the quote is misattributed
}

// PaperSearcher finds papers by the words that they hold.
type PaperSearcher interface {
	SearchPapers(ctx context.Context, q PaperQuery) ([]PaperHit, error)
}

// CheckQuote looks for a passage in the citation's record and, if it is not there, in the other papers that papers finds;
// nil looks no further.
func CheckQuote(ctx context.Context, papers PaperSearcher, c Citation, passage string) (QuoteCheck, error) {
	f := findPassage(c, passage)
	q := QuoteCheck{Passage: f.text, Where: f.place, Guessed: f.guessed, LeftOut: turning(f.leftOut)}
	if q.Where != NotInRecord {
		return q, nil
	}
	q.Nearest = nearest(c, passage)
	if papers == nil {
		return q, nil
	}
	other, ok, err := Misattributed(ctx, papers, passage, c.PMID)
	if err != nil {
		return QuoteCheck{}, err
	}
	if ok {
		q.Other = &other
	}
	return q, nil
}

// turning gives the text back if it holds a word without which a quote can say the opposite.
func turning(leftOut string) string {
	for _, w := range strings.Fields(strings.ToLower(leftOut)) {
		switch strings.Trim(w, ".,;:()[]“”\"'") {
		case "not", "no", "nor", "never", "neither", "cannot", "without", "failed", "fails", "unless", "except", "only", "if", "but", "however", "although":
			return leftOut
		}
	}
	return ""
}

// Err refuses a passage that stands nowhere in the paper's record, with what to do: it is misattributed, or was changed, or
// stands in the full text alone. A passage that was found, and an empty one, are no error.
func (q QuoteCheck) Err() error {
	if q.Where != NotInRecord {
		return nil
	}
	var p Problems
	switch {
	case q.Other != nil:
		p.Add("passage", "is not in this paper's record but in that of PMID %s, “%s”: link that paper, or quote this one", q.Other.PMID, Shorten(q.Other.Title, 120))
	case q.Nearest != nil:
		p.Add("passage", "is not in the paper's record word for word. Nearest to it is “%s”, %s%s. Quote that, or say where in the full text yours stands",
			Shorten(q.Nearest.Text, 400), q.Nearest.Where.Words(), q.Nearest.differs())
	default:
		p.Add("passage", "is not in the paper's title or abstract, nor anything like it. Check the PMID, or say where in the full text it stands")
	}
	return p
}

// How many papers are looked at for a misattributed passage, and how many words it has to have so that it can only come from one.
const (
	misattributedLooked = 20
	misattributedWords  = 5
	misattributedTerms  = 24
)

// Misattributed finds another paper than not, a PMID, whose record holds the passage. A passage of a few words stands in many
// papers and is nobody's.
func Misattributed(ctx context.Context, papers PaperSearcher, passage, not string) (Citation, bool, error) {
	words := quoteWords(passage)
	if len(words) < misattributedWords {
		return Citation{}, false, nil
	}
	q := PaperQuery{Limit: misattributedLooked + 1}
	asked := map[string]bool{}
	for _, w := range words {
		if !asked[w.skeleton] && w.weight() == 1 && len(q.Terms) < misattributedTerms {
			asked[w.skeleton] = true
			q.Terms = append(q.Terms, PaperTerm{Text: w.text, Weight: 1})
		}
	}
	if len(q.Terms) == 0 {
		return Citation{}, false, nil
	}
	hits, err := papers.SearchPapers(ctx, q)
	if err != nil {
		return Citation{}, false, fmt.Errorf("look for the passage in other papers: %w", err)
	}
	for _, h := range hits[:min(len(hits), misattributedLooked+1)] {
		if h.Citation.PMID == not {
			continue
		}
		if _, place := FindPassage(h.Citation, passage); place != NotInRecord {
			return h.Citation, true, nil
		}
	}
	return Citation{}, false, nil
}
