package ui

import "claimlens/annotate"

// sign is how a verdict is shown: a glyph, a word, and the name by which the style sheet gives it colour and pattern.
type sign struct {
	Glyph, Word, Name string
}

var glyphs = map[annotate.Verdict]string{
	annotate.Supported: "●", annotate.MostlySupported: "◕", annotate.Mixed: "◐", annotate.NotSupported: "◔",
	annotate.Contradicted: "✕", annotate.NoEvidence: "∅", annotate.NotCheckable: "–", "": "○",
}

// signOf is a verdict's sign; the empty verdict is not yet reviewed.
func signOf(v annotate.Verdict) sign {
	name := string(v)
	if v == "" {
		name = "open"
	}
	return sign{Glyph: glyphs[v], Word: v.Words(), Name: name}
}

// standingSign is the sign of a claim as it stands: its verdict, or that reviewers differ about it.
func standingSign(s annotate.Standing) sign {
	if s.State == annotate.Conflict {
		return sign{Glyph: "⇄", Word: annotate.Conflict.Words(), Name: "conflict"}
	}
	return signOf(s.Verdict)
}

// bars are a certainty's four bars, filled or not; none for no certainty.
func bars(c annotate.Certainty) []bool {
	n := c.Bars()
	if n == 0 {
		return nil
	}
	out := make([]bool, len(annotate.Certainties))
	for i := range out {
		out[i] = i < n
	}
	return out
}

var stanceGlyphs = map[annotate.Stance]string{annotate.Supports: "▲", annotate.Disputes: "▼", annotate.Neutral: "◆"}

// hollowGlyphs are the signs of what is only suggested.
var hollowGlyphs = map[annotate.Stance]string{annotate.Supports: "△", annotate.Disputes: "▽", annotate.Neutral: "◇"}

// seems are the stances as a machine suggests them.
var seems = map[annotate.Stance]string{annotate.Supports: "Seems to support", annotate.Disputes: "Seems to dispute", annotate.Neutral: "Seems neutral"}

var stanceWords = map[annotate.Stance]string{annotate.Supports: "Supports", annotate.Disputes: "Disputes", annotate.Neutral: "Neutral"}

var stateWords = map[annotate.EvidenceState]string{
	annotate.Suggested: "Suggested", annotate.Accepted: "Accepted", annotate.Rejected: "Rejected",
}

// wordingWords say how strongly a claim is worded; of one that states no relation there is nothing to say.
var wordingWords = map[annotate.Wording]string{
	annotate.Correlational: "worded as a link",
	annotate.Conditional:   "worded as possible", annotate.Causal: "worded as a cause",
}

// wordingChoices are the strengths of wording as a form offers them.
var wordingChoices = map[annotate.Wording]string{
	annotate.NoRelation: "States no relation", annotate.Correlational: "A link: “is linked to”",
	annotate.Conditional: "Possible: “may reduce”", annotate.Causal: "A cause: “reduces”",
}

// kindWords are the kinds of claim as a form offers them.
var kindWords = map[annotate.Kind]string{
	annotate.Effect: "Effect: something does something", annotate.Association: "Association: linked to, more common with",
	annotate.Mechanism: "Mechanism: how it works in the body", annotate.Cause: "Cause or risk factor",
	annotate.Feature: "Symptom or feature of a disease", annotate.Prevalence: "How common, how often, how long",
	annotate.Diagnostic: "What a test finds", annotate.Safety: "Side effect or harm", annotate.Finding: "What a study found",
	annotate.Advice: "Advice", annotate.Status: "Status: approved, used, recommended", annotate.Definition: "Definition",
}

// reasonWords are the reasons for dropping a claim as a form offers them.
var reasonWords = map[annotate.DropReason]string{
	annotate.NotAClaim: "It is not a checkable claim", annotate.Duplicate: "It repeats another claim",
	annotate.WronglyRead: "It is not what the article says", annotate.OtherReason: "Something else, which I say below",
}

// worthIs is in words how much a claim is worth checking.
func worthIs(worth float64) string {
	switch {
	case worth >= 0.85:
		return "surely worth checking"
	case worth >= 0.65:
		return "worth checking"
	case worth >= 0.5:
		return "just worth checking"
	}
	return "hardly worth checking by its words alone"
}

// degrees are the words of a verdict's sentence for a reader, by certainty: high, moderate, low, very low.
var degrees = map[annotate.Verdict][4]string{
	annotate.Supported: {"The evidence supports this.", "The evidence probably supports this.",
		"The evidence may support this, but it is weak.", "A little evidence points this way, but it is very uncertain."},
	annotate.MostlySupported: {"The evidence supports most of this.", "The evidence probably supports most of this.",
		"The evidence may support most of this, but it is weak.", "A little evidence supports parts of this, but it is very uncertain."},
	annotate.Mixed: {"The evidence is mixed: it holds for some and not for others.", "The evidence is probably mixed.",
		"The evidence is weak and points both ways.", "The evidence is very uncertain and points both ways."},
	annotate.NotSupported: {"The evidence found does not back this.", "The evidence found probably does not back this.",
		"The evidence found is weak and does not back this.", "The evidence found is very uncertain and does not back this."},
	annotate.Contradicted: {"The evidence contradicts this.", "The evidence probably contradicts this.",
		"The evidence may contradict this, but it is weak.", "A little evidence speaks against this, but it is very uncertain."},
}

// plainly is the one sentence that a reader gets about a claim.
func plainly(s annotate.Standing) string {
	switch {
	case s.State == annotate.NeedsReview:
		return "A paper that this grade rests on has lost its weight since; it needs another look."
	case s.State == annotate.Conflict:
		return "Reviewers differ about this; nobody has settled it yet."
	case s.Verdict == "":
		return "Nobody has checked this yet."
	case s.Verdict == annotate.NoEvidence:
		return "Reviewers looked and found no evidence for or against this."
	case s.Verdict == annotate.NotCheckable:
		return "This can’t be checked against evidence."
	}
	words, n := degrees[s.Verdict], s.Certainty.Bars()
	if n == 0 {
		return s.Verdict.Words() + "."
	}
	return words[len(words)-n]
}

// stars are a claim's review status as ClinVar shows it: none, one reviewer, two who agree; two more are for what a
// third person settles.
func stars(s annotate.ReviewState) string {
	switch s {
	case annotate.InReview, annotate.Conflict:
		return "★☆☆☆"
	case annotate.Agreed:
		return "★★☆☆"
	case annotate.Open, annotate.NeedsReview:
	}
	return "☆☆☆☆"
}

// actions are what events did, in words after a name.
var actions = map[annotate.EventKind]string{
	annotate.ArticleImported: "imported the article", annotate.ArticleChanged: "read a changed text of the article",
	annotate.CitationsImported: "brought papers in", annotate.EvidenceLinked: "linked a paper",
	annotate.ClaimsEdited: "edited claims of the article", annotate.EvidenceDecided: "decided on a paper", annotate.ClaimGraded: "graded the claim",
	annotate.EvidenceSought: "looked for papers", annotate.NoticesHeard: "asked what happened to papers",
}
