package claims

import (
	"testing"

	"claimlens/annotate"
)

func parsed(text string) []word {
	words := split(text)
	read(words)
	return words
}

func TestKind(t *testing.T) {
	for _, tt := range []struct {
		text string
		said source
		want annotate.Kind
	}{
		{"Pregnant women should not fast.", nobody, annotate.Advice},
		{"Avoid large amounts of grapefruit juice.", nobody, annotate.Advice},
		{"Do not stop taking a statin.", nobody, annotate.Advice},
		{"The drug is not yet approved for use in patients.", nobody, annotate.Status},
		{"There is no evidence that the tea works.", nobody, annotate.Status},
		{"The test detects cancer at stage I with 96 percent accuracy.", nobody, annotate.Diagnostic},
		{"Low blood pressure is the most common side effect of haemodialysis.", nobody, annotate.Safety},
		{"Statins cause muscle pain in some people.", nobody, annotate.Safety},
		{"Migraine affects about one in seven people.", nobody, annotate.Prevalence},
		{"Patients on the drug lived 12 percent longer than the others.", nobody, annotate.Finding},
		{"The risk was lower in women.", study, annotate.Finding},
		{"Stem cell therapy cures chronic kidney disease.", nobody, annotate.Effect},
		{"Bananas reduce wrinkles.", nobody, annotate.Effect},
		{"Ozone triggers asthma.", nobody, annotate.Cause},
		{"Short sleep is linked to obesity.", nobody, annotate.Association},
		{"Migraine is a disease of the nervous system.", nobody, annotate.Definition},
		{"The early symptoms include fatigue and headache.", nobody, annotate.Feature},
		{"The hormone binds to a receptor in the brain.", nobody, annotate.Mechanism},
		{"Uremia develops silently.", nobody, annotate.Effect},
		{"The pain comes back.", nobody, annotate.Feature},
	} {
		if got := kindOf(parsed(tt.text), tt.said); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestWording(t *testing.T) {
	for _, tt := range []struct {
		text    string
		wording annotate.Wording
		advice  string
	}{
		{"Statins reduce the risk of stroke.", annotate.Causal, "none"},
		{"Statins were shown to reduce the risk of stroke.", annotate.Causal, "none"},
		{"The risk was reduced by statins.", annotate.Causal, "none"},
		{"Statins may reduce the risk of stroke.", annotate.Conditional, "none"},
		{"Statins will likely reduce the risk of stroke.", annotate.Conditional, "none"},
		{"Statins might have an effect on stroke.", annotate.Conditional, "none"},
		{"Statin use is associated with a reduced risk of stroke.", annotate.Correlational, "none"},
		{"Women have migraine more often than men.", annotate.Correlational, "none"},
		{"Obesity is a risk factor for stroke.", annotate.Correlational, "none"},
		{"Everybody breathes air.", annotate.NoRelation, "none"},
		{"Further studies are needed to reduce the risk.", annotate.NoRelation, "none"},
		{"Patients should avoid salt.", annotate.NoRelation, "strong"},
		{"Yoga is a useful option for patients.", annotate.NoRelation, "weak"},
		{"Yoga can be used by patients.", annotate.NoRelation, "weak"},
		{"", annotate.NoRelation, "none"},
	} {
		if wording, advice := Wording(tt.text); wording != tt.wording || advice != tt.advice {
			t.Errorf("%q: got %s, advice %s, want %s, %s", tt.text, wording, advice, tt.wording, tt.advice)
		}
	}
}

func TestPolarity(t *testing.T) {
	for text, want := range map[string]annotate.Polarity{
		"Dialysis cures kidney failure.":            annotate.Affirmed,
		"Dialysis does not cure kidney failure.":    annotate.Negated,
		"Dialysis doesn’t cure kidney failure.":     annotate.Negated,
		"No drug cures kidney failure.":             annotate.Negated,
		"The drug failed to cure the patients.":     annotate.Negated,
		"Nobody has shown that it works.":           annotate.Negated,
		"It is not only preferable, but necessary.": annotate.Affirmed,
		"It works without side effects.":            annotate.Affirmed,
		"Dialysis is used after kidney failure.":    annotate.Affirmed,
		"The pain never comes back.":                annotate.Negated,
	} {
		if got := polarity(parsed(text)); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestHedged(t *testing.T) {
	for text, want := range map[string]bool{
		"Statins lower the risk.":                   false,
		"Statins may lower the risk.":               true,
		"Statins are expected to lower the risk.":   true,
		"People on statins are more likely to live": false,
		"People on statins are likely to live":      true,
	} {
		if got := hedged(parsed(text)); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
