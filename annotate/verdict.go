package annotate

// Verdict is what the evidence says about a claim.
type Verdict string

// The verdicts.
const (
	Supported       Verdict = "supported"
	MostlySupported Verdict = "mostly-supported"
	Mixed           Verdict = "mixed"
	NotSupported    Verdict = "not-supported"
	Contradicted    Verdict = "contradicted"
	NoEvidence      Verdict = "no-evidence"
	NotCheckable    Verdict = "not-checkable"
)

// Verdicts lists the verdicts in the order of the keys 1 to 7.
var Verdicts = []Verdict{Supported, MostlySupported, Mixed, NotSupported, Contradicted, NoEvidence, NotCheckable}

// Certainty is how sure a grade is, on GRADE's scale; empty for a verdict that has none.
type Certainty string

// The certainties.
const (
	High     Certainty = "high"
	Moderate Certainty = "moderate"
	Low      Certainty = "low"
	VeryLow  Certainty = "very-low"
)

// Certainties lists the certainties, surest first.
var Certainties = []Certainty{High, Moderate, Low, VeryLow}

var verdictWords = map[Verdict]string{
	Supported: "Supported", MostlySupported: "Mostly supported", Mixed: "Mixed", NotSupported: "Not supported",
	Contradicted: "Contradicted", NoEvidence: "No evidence found", NotCheckable: "Not checkable", "": "Not yet reviewed",
}

// Words is the verdict's label. The zero verdict is "Not yet reviewed".
func (v Verdict) Words() string { return verdictWords[v] }

// Weighed says whether the verdict speaks of evidence, and so needs a certainty and counts in weighted figures. The two
// nominal verdicts, no evidence found and not checkable, do not.
func (v Verdict) Weighed() bool {
	return v != NoEvidence && v != NotCheckable && oneOf(v, Verdicts)
}

// Words is the certainty's label, empty for none.
func (c Certainty) Words() string {
	switch c {
	case High:
		return "High certainty"
	case Moderate:
		return "Moderate certainty"
	case Low:
		return "Low certainty"
	case VeryLow:
		return "Very low certainty"
	}
	return ""
}

// Bars is the certainty as a number of bars, 1 to 4; 0 for none.
func (c Certainty) Bars() int {
	for i, x := range Certainties {
		if c == x {
			return len(Certainties) - i
		}
	}
	return 0
}
