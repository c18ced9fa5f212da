package storetest

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// article is an article in which each sentence is a paragraph.
func article(address string, read time.Time, sentences ...string) annotate.Article {
	a := annotate.Article{URL: address, Title: "About " + address, Revision: 1, Format: "text", Language: "en", Read: read}
	for _, s := range sentences {
		start := utf8.RuneCountInString(a.Text)
		a.Blocks = append(a.Blocks, annotate.Block{Kind: annotate.Paragraph, Start: start, End: start + utf8.RuneCountInString(s)})
		a.Text += s + "\n\n"
	}
	return a.Complete()
}

// claim is the claim that a sentence makes.
func claim(text string, created time.Time) annotate.Claim {
	return annotate.Claim{
		ID: annotate.ClaimID(text), Text: text, Kind: annotate.Effect, Polarity: annotate.Affirmed, Created: annotate.Moment(created),
	}
}

// mention is the mention of a claim by a block of an article.
func mention(a annotate.Article, block int, claim uuid.UUID) annotate.Mention {
	x := a.Blocks[block]
	anchor, err := annotate.NewText(a.Text).Describe(x.Start, x.End)
	if err != nil {
		panic(err) // the article was made here, with blocks that lie in its text
	}
	return annotate.Mention{
		ID:    annotate.MentionID(a.ID, a.Revision, claim, x.Start, x.End),
		Claim: claim, Article: a.ID, Revision: a.Revision, Anchor: anchor, Block: block,
		Wording: annotate.Causal, Worth: 0.5, Reasons: []string{"says that something does something"},
	}
}

// told is the import of an article in which each block makes a claim.
func told(a annotate.Article, now time.Time) annotate.Change {
	c := annotate.Change{Actor: "importer", Kind: annotate.ArticleImported, Time: now, Subject: a.ID}
	if a.Revision > 1 {
		c.Kind = annotate.ArticleChanged
	}
	c.Articles = []annotate.Article{a}
	met := map[uuid.UUID]bool{}
	for i, s := range sentences(a) {
		id := annotate.ClaimID(s)
		if !met[id] {
			met[id] = true
			c.Claims = append(c.Claims, claim(s, now))
		}
		c.Mentions = append(c.Mentions, mention(a, i, id))
	}
	return c
}

// sentences is the text of an article's blocks.
func sentences(a annotate.Article) []string {
	text := annotate.NewText(a.Text)
	var out []string
	for _, x := range a.Blocks {
		s, _ := text.Slice(x.Start, x.End)
		out = append(out, s)
	}
	return out
}

// paper is a citation with the least that one has.
func paper(pmid string) annotate.Citation {
	return annotate.Citation{ID: annotate.CitationID(pmid), Version: 1, PMID: pmid, Title: "Paper " + pmid}
}

// cited is the import of papers.
func cited(now time.Time, papers ...annotate.Citation) annotate.Change {
	c := annotate.Change{Actor: "importer", Kind: annotate.CitationsImported, Time: now}
	c.Citations = papers
	if len(papers) == 1 {
		c.Subject = papers[0].ID
	}
	return c
}

// linked, decided and graded are the changes that make one thing each.
func linked(e annotate.Evidence) annotate.Change {
	c := annotate.Change{Actor: e.By, Kind: annotate.EvidenceLinked, Time: e.Created, Subject: e.Claim}
	c.Evidence = []annotate.Evidence{e}
	return c
}

func decided(d annotate.Decision, claim uuid.UUID) annotate.Change {
	c := annotate.Change{Actor: d.By, Kind: annotate.EvidenceDecided, Time: d.Created, Subject: claim}
	c.Decisions = []annotate.Decision{d}
	return c
}

func graded(g annotate.Grade) annotate.Change {
	c := annotate.Change{Actor: g.By, Kind: annotate.ClaimGraded, Time: g.Created, Subject: g.Claim}
	c.Grades = []annotate.Grade{g}
	return c
}

// tells imports an article and is that article.
func (b *bench) tells(address string, sentences ...string) annotate.Article {
	b.Helper()
	now := b.later()
	a := article(address, now, sentences...)
	b.record(told(a, now))
	return a
}

// retells imports the next revision of an article.
func (b *bench) retells(a annotate.Article, sentences ...string) annotate.Article {
	b.Helper()
	now := b.later()
	next := article(a.URL, now, sentences...)
	next.Revision = a.Revision + 1
	b.record(told(next, now))
	return next
}

// cites imports papers.
func (b *bench) cites(papers ...annotate.Citation) {
	b.Helper()
	b.record(cited(b.later(), papers...))
}

// evidence is new evidence, not yet recorded.
func (b *bench) evidence(claim uuid.UUID, pmid string, stance annotate.Stance) annotate.Evidence {
	return annotate.Evidence{
		ID: b.newID(), Claim: claim, Citation: annotate.CitationID(pmid), Stance: stance,
		By: "finder", Created: b.later(), State: annotate.Suggested,
	}
}

// links records new evidence and is that evidence.
func (b *bench) links(claim uuid.UUID, pmid string, stance annotate.Stance) annotate.Evidence {
	b.Helper()
	e := b.evidence(claim, pmid, stance)
	b.record(linked(e))
	return e
}

// decides records a decision about evidence and is that decision.
func (b *bench) decides(e annotate.Evidence, state annotate.EvidenceState) annotate.Decision {
	b.Helper()
	d := annotate.Decision{ID: b.newID(), Evidence: e.ID, State: state, Comment: "read it", By: "decider", Created: b.later()}
	b.record(decided(d, e.Claim))
	return d
}

// grade is a new grade, not yet recorded.
func (b *bench) grade(claim uuid.UUID, by string, v annotate.Verdict, replaces uuid.UUID) annotate.Grade {
	g := annotate.Grade{ID: b.newID(), Claim: claim, Verdict: v, Rationale: "for reasons", By: by, Created: b.later(), Replaces: replaces}
	if v.Weighed() {
		g.Certainty = annotate.Low
	}
	return g
}

// signs records a new grade and is that grade.
func (b *bench) signs(claim uuid.UUID, by string, v annotate.Verdict, replaces uuid.UUID) annotate.Grade {
	b.Helper()
	g := b.grade(claim, by, v, replaces)
	b.record(graded(g))
	return g
}

// numbered is n sentences that differ.
func numbered(n int, about string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%s number %03d.", strings.TrimSuffix(about, "."), i+1)
	}
	return out
}
