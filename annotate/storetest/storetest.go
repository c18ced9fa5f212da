// Package storetest is the contract of annotate.Store as tests. Every engine calls Run from a test of its own, and
// RunDesk, which holds the rules of annotate.Desk against the engine.
//
// A store that is opened for a test is empty, and is the test's alone. What the contract leaves open (the order of two
// articles read in the same millisecond, whether a search wants all words of a query or some) no test asks for.
package storetest

import (
	"testing"

	"claimlens/annotate"
)

// promise is one sentence of the contract and the test that holds a store to it.
type promise struct {
	name string
	keep func(b *bench)
}

// Run holds the store that open opens to the contract of annotate.Store. Each subtest opens one of its own; open closes
// it with t.Cleanup.
func Run(t *testing.T, open func(t *testing.T) annotate.Store) {
	for _, noun := range []struct {
		name     string
		promises []promise
	}{
		{"article", articlePromises},
		{"revision", revisionPromises},
		{"claim", claimPromises},
		{"mention", mentionPromises},
		{"edit", editPromises},
		{"citation", citationPromises},
		{"identifier", identifierPromises},
		{"notice check", checkPromises},
		{"evidence", evidencePromises},
		{"search for evidence", soughtPromises},
		{"grade", gradePromises},
		{"standing", standingPromises},
		{"asof", asOfPromises},
		{"event", eventPromises},
		{"record", recordPromises},
		{"conflict", conflictPromises},
		{"refusal", refusalPromises},
		{"list", listPromises},
		{"search", searchPromises},
		{"search for papers", paperPromises},
		{"counts", countsPromises},
		{"concurrency", concurrencyPromises},
		{"context", contextPromises},
	} {
		t.Run(noun.name, func(t *testing.T) { run(t, open, noun.promises) })
	}
}

// RunDesk holds a desk over the store that open opens to the rules of annotate.Desk.
func RunDesk(t *testing.T, open func(t *testing.T) annotate.Store) {
	for _, verb := range []struct {
		name     string
		promises []promise
	}{
		{"import", importPromises},
		{"cite", citePromises},
		{"link", linkPromises},
		{"decide", decidePromises},
		{"answer", answerPromises},
		{"look", lookPromises},
		{"hear", hearPromises},
		{"fall", fallPromises},
		{"grade", signPromises},
		{"editing", editingPromises},
		{"carrying", carryingPromises},
	} {
		t.Run(verb.name, func(t *testing.T) { run(t, open, verb.promises) })
	}
}

func run(t *testing.T, open func(t *testing.T) annotate.Store, promises []promise) {
	for _, p := range promises {
		t.Run(p.name, func(t *testing.T) { p.keep(newBench(t, open)) })
	}
}
