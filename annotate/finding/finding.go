// Package finding goes from a claim to the papers that may speak to it: it asks for them in the claim's weighted words,
// ranks what comes, and picks from each paper the passage that speaks to the claim and the stance that it seems to take.
package finding

import (
	"claimlens/annotate"
	"claimlens/annotate/study"
)

// Question asks for the papers that may speak to a claim.
type Question struct {
	Claim         string
	Abbreviations map[string]string // of the article that makes it: "MSCs" → "mesenchymal stem cells"
	Top           int               // how many candidates at most; 0: ten
}

// Candidate is a paper that may speak to a claim. It is derived and never kept: what a reviewer makes of it is.
type Candidate struct {
	Citation   annotate.Citation
	Score      float64 // relevance: more is better, within one answer
	Study      study.Study
	Passage    string // the sentence of title or abstract that speaks to the claim, in its own characters
	Where      annotate.PassagePlace
	Stance     annotate.Stance // suggested
	Confidence float64         // of the stance, 0..1
	Reasons    []string        // for the stance, in words
}

// Answer is the candidates, best first, and the same question for PubMed.
type Answer struct {
	Candidates []Candidate
	Asked      int    // papers that were ranked
	Query      string // in PubMed's syntax
}
