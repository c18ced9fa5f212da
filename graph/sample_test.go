package graph

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// oneOfEach is changes that make at least one thing of each kind, the second revision of an article and the second
// version of a paper among them: ten events.
func oneOfEach() []annotate.Change {
	now := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	change := func(kind annotate.EventKind, subject uuid.UUID) annotate.Change {
		now = now.Add(time.Second)
		return annotate.Change{Actor: "ana", Kind: kind, Time: now, Subject: subject}
	}
	claim := annotate.ClaimID("Zinc helps.")
	first, next := change(annotate.ArticleImported, uuid.Nil), change(annotate.ArticleChanged, uuid.Nil)
	world := newScene()
	for i, c := range []*annotate.Change{&first, &next} {
		a := annotate.Article{URL: "https://example.org/a", Title: "Zinc", Format: "text", Text: []string{"Zinc helps.", "Zinc helps. Again."}[i], Read: c.Time, Revision: i + 1}
		a.Blocks = []annotate.Block{{Kind: annotate.Paragraph, Start: 0, End: 11}}
		a = a.Complete()
		c.Articles, c.Subject = []annotate.Article{a}, a.ID
		world.tell(a, c)
	}
	edited := change(annotate.ClaimsEdited, next.Subject)
	byHand := next.Mentions[0]
	byHand.ID, byHand.By, byHand.Population = world.newID(), "ana", "people"
	edited.Mentions = []annotate.Mention{byHand}
	edited.Edits = []annotate.Edit{{
		ID: world.newID(), Article: byHand.Article, Revision: byHand.Revision, Deed: annotate.Edited, Drops: []uuid.UUID{next.Mentions[0].ID},
		Keeps: []uuid.UUID{byHand.ID}, Lost: nil, By: "ana", Created: edited.Time,
		Corrects: []annotate.Correction{{Claim: claim, Kind: annotate.Safety, Polarity: annotate.Affirmed, WasKind: annotate.Effect, WasPolarity: annotate.Affirmed}},
	}}
	cited, retracted := change(annotate.CitationsImported, uuid.Nil), change(annotate.CitationsImported, annotate.CitationID("11"))
	paper := annotate.Citation{ID: annotate.CitationID("11"), Version: 1, PMID: "11", Title: "Zinc", Abstract: []annotate.Section{{Text: "It does."}}}
	cited.Citations = []annotate.Citation{paper}
	paper.Version, paper.Notices = 2, []annotate.Notice{{Kind: "RetractionIn", PMID: "12"}}
	retracted.Citations = []annotate.Citation{paper}
	heard, sought := change(annotate.NoticesHeard, paper.ID), change(annotate.EvidenceSought, claim)
	heard.Checks = []annotate.NoticeCheck{{
		ID: world.newID(), Citation: paper.ID, From: annotate.Crossref, By: "ana", Created: heard.Time,
		Notices: []annotate.Notice{{Kind: "ErratumIn", DOI: "10.1000/e", From: annotate.Crossref}},
	}}
	sought.Searches = []annotate.Search{{ID: world.newID(), Claim: claim, Where: "PubMed", Query: "zinc", Hits: 2, Looked: 2, Outcome: annotate.NoneRelevant, By: "ana", Created: sought.Time}}
	linked, decided, graded := change(annotate.EvidenceLinked, claim), change(annotate.EvidenceDecided, claim), change(annotate.ClaimGraded, claim)
	linked.Evidence = []annotate.Evidence{{ID: world.newID(), Claim: claim, Citation: paper.ID, Stance: annotate.Supports, Passage: "It does.", By: "ana", Created: linked.Time}}
	decided.Decisions = []annotate.Decision{{ID: world.newID(), Evidence: linked.Evidence[0].ID, State: annotate.Accepted, By: "ben", Created: decided.Time}}
	graded.Grades = []annotate.Grade{{ID: world.newID(), Claim: claim, Verdict: annotate.Supported, Certainty: annotate.Low, Rationale: "It does.", By: "ana", Created: graded.Time}}
	return []annotate.Change{first, next, edited, cited, linked, retracted, heard, decided, sought, graded}
}
