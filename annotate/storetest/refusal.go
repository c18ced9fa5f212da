package storetest

import (
	"github.com/google/uuid"

	"claimlens/annotate"
)

var refusalPromises = []promise{
	{"of a part that fails its check", refuseInvalid},
	{"of a part that refers to nothing", refuseMissing},
	{"leaves nothing of the change behind", refuseWhole},
}

func refuseInvalid(b *bench) {
	zincAndPapers(b)
	spoil := func(do func(c *annotate.Change)) annotate.Change {
		c := told(article("https://example.org/b", b.later(), "Copper helps.", "Lead helps."), b.now)
		c.Citations = []annotate.Citation{paper("14")}
		c.Evidence = []annotate.Evidence{b.evidence(annotate.ClaimID("Copper helps."), "14", annotate.Supports)}
		c.Checks = []annotate.NoticeCheck{b.check("14", annotate.Crossref, "RetractionIn")}
		c.Searches = []annotate.Search{b.lookup(annotate.ClaimID("Copper helps."))}
		c.Decisions = []annotate.Decision{{ID: b.newID(), Evidence: c.Evidence[0].ID, State: annotate.Accepted, By: "ben", Created: b.now}}
		c.Grades = []annotate.Grade{b.grade(annotate.ClaimID("Copper helps."), "ana", annotate.Mixed, zero)}
		do(&c)
		return c
	}
	for what, do := range map[string]func(c *annotate.Change){
		"article's blocks":     func(c *annotate.Change) { c.Articles[0].Blocks[1].Start = 0 },
		"article's identifier": func(c *annotate.Change) { c.Articles[0].ID = uuid.New() },
		"article with NUL":     func(c *annotate.Change) { c.Articles[0].Title = "a\x00b" },
		"claim's kind":         func(c *annotate.Change) { c.Claims[1].Kind = "rumour" },
		"claim's identifier":   func(c *annotate.Change) { c.Claims[1].ID = uuid.New() },
		"mention's quote":      func(c *annotate.Change) { c.Mentions[1].Anchor.Exact = "Gold helps." },
		"mention's offsets":    func(c *annotate.Change) { c.Mentions[1].Anchor.End = 1000 },
		"citation's PMID":      func(c *annotate.Change) { c.Citations[0].PMID = "014" },
		"citation's title":     func(c *annotate.Change) { c.Citations[0].Title = "\xff" },
		"check's source":       func(c *annotate.Change) { c.Checks[0].From = "" },
		"search's outcome":     func(c *annotate.Change) { c.Searches[0].Outcome = "some" },
		"evidence's certainty": func(c *annotate.Change) { c.Evidence[0].Confidence = 1.01 },
		"evidence's stance":    func(c *annotate.Change) { c.Evidence[0].Stance = "likes" },
		"evidence of nobody":   func(c *annotate.Change) { c.Evidence[0].By = "" },
		"decision":             func(c *annotate.Change) { c.Decisions[0].State = annotate.Suggested },
		"rejection":            func(c *annotate.Change) { c.Decisions[0].State = annotate.Rejected },
		"verdict":              func(c *annotate.Change) { c.Grades[0].Verdict = "true" },
		"certainty":            func(c *annotate.Change) { c.Grades[0].Certainty = "" },
		"rationale":            func(c *annotate.Change) { c.Grades[0].Rationale = " " },
	} {
		b.refuses(what, spoil(do), annotate.ErrInvalid)
	}
	b.record(spoil(func(*annotate.Change) {}))
}

func refuseMissing(b *bench) {
	zincAndPapers(b)
	a := article("https://example.org/b", b.later(), "Copper helps.")
	whole := told(a, b.now)
	alone := func(m annotate.Made) annotate.Change {
		return annotate.Change{Actor: "ana", Kind: annotate.ArticleChanged, Time: b.later(), Made: m}
	}
	held := b.article(annotate.ArticleID("https://example.org/a"), 0)
	unmade := mention(held, 0, annotate.ClaimID("Gold helps."))
	next := held
	next.Revision = 2
	for _, x := range []struct {
		what   string
		change annotate.Change
	}{
		{"mention in no article", alone(annotate.Made{Claims: whole.Claims, Mentions: whole.Mentions})},
		{"mention in no revision", alone(annotate.Made{Mentions: []annotate.Mention{mention(next, 0, zinc)}})},
		{"mention of no claim", alone(annotate.Made{Mentions: []annotate.Mention{unmade}})},
		{"evidence for no claim", linked(b.evidence(annotate.ClaimID("Gold helps."), "11", annotate.Supports))},
		{"evidence from no paper", linked(b.evidence(zinc, "99", annotate.Supports))},
		{"decision on no evidence", decided(annotate.Decision{ID: b.newID(), Evidence: uuid.New(), State: annotate.Accepted, By: "ben", Created: b.now}, zinc)},
		{"grade of no claim", graded(b.grade(annotate.ClaimID("Gold helps."), "ana", annotate.Mixed, zero))},
	} {
		b.refuses(x.what, x.change, annotate.ErrNotFound)
	}
}

func refuseWhole(b *bench) {
	zincAndPapers(b)
	c := told(article("https://example.org/b", b.later(), "Copper helps."), b.now)
	c.Citations = []annotate.Citation{paper("14")}
	c.Evidence = []annotate.Evidence{b.evidence(zinc, "14", annotate.Supports)}
	c.Grades = []annotate.Grade{b.grade(zinc, "ana", annotate.Mixed, uuid.New())}
	b.refuses("a change with one bad part", c, annotate.ErrConflict)
	_, err := b.store.Article(b.ctx, c.Articles[0].ID, 0)
	wantKind(b, "article", err, annotate.ErrNotFound)
	_, err = b.store.ArticleByURL(b.ctx, "https://example.org/b")
	wantKind(b, "address", err, annotate.ErrNotFound)
	_, err = b.store.Claim(b.ctx, annotate.ClaimID("Copper helps."))
	wantKind(b, "claim", err, annotate.ErrNotFound)
	_, err = b.store.Citation(b.ctx, "14")
	wantKind(b, "citation", err, annotate.ErrNotFound)
	_, err = b.store.Evidence(b.ctx, c.Evidence[0].ID)
	wantKind(b, "evidence", err, annotate.ErrNotFound)
	c.Grades[0].Replaces = zero
	b.record(c)
	same(b, "once it was put right", b.claim(annotate.ClaimID("Copper helps.")).Standing.State, annotate.Open)
	same(b, "zinc", b.standing(zinc).State, annotate.InReview)
}
