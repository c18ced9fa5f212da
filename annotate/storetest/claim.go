package storetest

import (
	"github.com/google/uuid"

	"claimlens/annotate"
)

// zero is the identifier of nothing.
var zero = uuid.Nil

var claimPromises = []promise{
	{"comes back with all fields", claimRoundTrip},
	{"is listed, the one whose state changed last first", claimOrder},
	{"of one change is listed in its order", claimOrderInChange},
	{"is listed under its state only", claimStates},
	{"that is not there is not found", noClaim},
}

// tellsOf records claims that no article makes: a change may hold any of its parts alone.
func (b *bench) tellsOf(claims ...annotate.Claim) {
	b.Helper()
	c := annotate.Change{Actor: "importer", Kind: annotate.ArticleImported, Time: b.later()}
	c.Claims = claims
	b.record(c)
}

func claimRoundTrip(b *bench) {
	var want []annotate.Claim
	for i, kind := range annotate.Kinds {
		c := claim("„Žinc“ – 锌 👩‍⚕️ e\u0301 \u00a0"+string(kind), b.now)
		c.Kind = kind
		if i%2 == 1 {
			c.Polarity = annotate.Negated
		}
		want = append(want, c)
	}
	b.tellsOf(want...)
	for _, c := range want {
		got := b.claim(c.ID)
		same(b, string(c.Kind), got.Claim, c)
		same(b, "standing", got.Standing, annotate.Standing{State: annotate.Open})
	}
}

func claimOrder(b *bench) {
	b.tells("https://example.org/a", "One.", "Two.", "Three.")
	b.tells("https://example.org/b", "Four.")
	list := func(state annotate.ReviewState) []string { return texts(walk(b, b.claims(state), 2)) }
	same(b, "after two imports", list(""), []string{"Four.", "One.", "Two.", "Three."})
	two := b.signs(annotate.ClaimID("Two."), "ana", annotate.Mixed, zero)
	same(b, "after Two was graded", list(""), []string{"Two.", "Four.", "One.", "Three."})
	b.signs(annotate.ClaimID("One."), "ana", annotate.Mixed, zero)
	same(b, "after One was graded", list(""), []string{"One.", "Two.", "Four.", "Three."})
	b.signs(annotate.ClaimID("Two."), "ana", annotate.Supported, two.ID)
	same(b, "a grade that leaves the state alone", list(""), []string{"One.", "Two.", "Four.", "Three."})
	same(b, "one reviewer", list(annotate.InReview), []string{"One.", "Two."})
	b.signs(annotate.ClaimID("Two."), "ben", annotate.Supported, zero)
	same(b, "after Two was agreed on", list(""), []string{"Two.", "One.", "Four.", "Three."})
	same(b, "open", list(annotate.Open), []string{"Four.", "Three."})
}

func claimOrderInChange(b *bench) {
	want := numbered(30, "Claim")
	b.tells("https://example.org/a", want...)
	same(b, "all", texts(walk(b, b.claims(""), 7)), want)
	same(b, "open", texts(walk(b, b.claims(annotate.Open), 7)), want)
}

func claimStates(b *bench) {
	b.tells("https://example.org/a", "Open.", "In review.", "Agreed.", "Conflict.")
	b.signs(annotate.ClaimID("In review."), "ana", annotate.Mixed, zero)
	for _, by := range []string{"ana", "ben"} {
		b.signs(annotate.ClaimID("Agreed."), by, annotate.NoEvidence, zero)
	}
	b.signs(annotate.ClaimID("Conflict."), "ana", annotate.Supported, zero)
	b.signs(annotate.ClaimID("Conflict."), "ben", annotate.Contradicted, zero)
	for state, want := range map[annotate.ReviewState]string{
		annotate.Open: "Open.", annotate.InReview: "In review.", annotate.Agreed: "Agreed.", annotate.Conflict: "Conflict.",
	} {
		rows := walk(b, b.claims(state), 0)
		same(b, string(state), texts(rows), []string{want})
		for _, r := range rows {
			same(b, "state of "+want, r.Standing.State, state)
			same(b, "the row of "+want, r, b.claim(r.Claim.ID))
		}
	}
	same(b, "all", len(walk(b, b.claims(""), 0)), 4)
}

func noClaim(b *bench) {
	a := b.tells("https://example.org/a", "Zinc helps.")
	for what, id := range map[string]uuid.UUID{"unknown": uuid.New(), "zero": zero, "an article's": a.ID} {
		_, err := b.store.Claim(b.ctx, id)
		wantKind(b, "claim, "+what, err, annotate.ErrNotFound)
		_, err = b.store.Standing(b.ctx, id, b.now)
		wantKind(b, "standing, "+what, err, annotate.ErrNotFound)
		same(b, "mentions, "+what, len(walk(b, b.madeIn(id), 0)), 0)
		same(b, "evidence, "+what, len(walk(b, b.claimEvidence(id, b.now), 0)), 0)
		same(b, "grades, "+what, len(walk(b, b.gradesOf(id, b.now), 0)), 0)
	}
}
