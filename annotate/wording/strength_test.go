package wording

import (
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

func parsed(text string) sentence { return read(syntax.Parse(text)) }

func TestStrength(t *testing.T) {
	for name, cases := range map[string]map[string]annotate.Wording{
		"an effect that is the predicate": {
			"Statins reduce the risk of stroke.":                       annotate.Causal,
			"The risk was reduced by statins.":                         annotate.Causal,
			"Statins were shown to reduce the risk of stroke.":         annotate.Causal,
			"The therapy improved walking in the patients.":            annotate.Causal,
			"The drug was no more effective than placebo.":             annotate.Causal,
			"We conclude that ozone damages the lungs.":                annotate.Causal,
			"The fever is due to an infection.":                        annotate.Causal,
			"Caffeine had no effect on the heartbeat.":                 annotate.Causal,
			"The study highlights the importance of iron for the gut.": annotate.Causal,
		},
		"an effect that something else is said of": {
			"We assessed the effect of caffeine on the heartbeat.":   annotate.NoRelation,
			"The most common side effect is nausea.":                 annotate.NoRelation,
			"The cause of the disease is unknown.":                   annotate.NoRelation,
			"Migraine affects about one in seven people.":            annotate.NoRelation,
			"Do not stop taking the tablets.":                        annotate.NoRelation,
			"The importance of checking the dose cannot be denied.":  annotate.NoRelation,
			"These findings may inform the care of older people.":    annotate.NoRelation,
			"Further studies are needed to reduce the uncertainty.":  annotate.NoRelation,
			"Patients should be treated early to prevent a relapse.": annotate.NoRelation,
		},
		"doubt that stands before it": {
			"Statins may reduce the risk of stroke.":          annotate.Conditional,
			"Statins will likely reduce the risk of stroke.":  annotate.Conditional,
			"Statins might have an effect on stroke.":         annotate.Conditional,
			"Coffee appears to protect the liver.":            annotate.Conditional,
			"The gel could be a promising therapy for burns.": annotate.Conditional,
		},
		"doubt that does not weaken it": {
			"Women are more likely to improve with the drug.": annotate.Correlational,
			"The drug may be linked to depression.":           annotate.Correlational,
		},
		"things that go together": {
			"Statin use is associated with a reduced risk of stroke.": annotate.Correlational,
			"Obesity is a risk factor for stroke.":                    annotate.Correlational,
			"Women have migraine more often than men.":                annotate.Correlational,
			"Body weight did not predict survival.":                   annotate.Correlational,
			"People with asthma have an increased risk of pneumonia.": annotate.Correlational,
			"Weight increased during the winter.":                     annotate.Correlational,
			"There was an improvement in mood.":                       annotate.Correlational,
		},
		"a word of association in the object of an effect": {
			"The vaccine reduces the likelihood of shingles.": annotate.Causal,
		},
		"results that repeat others": {
			"The rate was similar to that reported previously.": annotate.NoRelation,
		},
		"nothing that bears on another": {
			"Everybody breathes air.": annotate.NoRelation,
			"":                        annotate.NoRelation,
		},
	} {
		for text, want := range cases {
			if got := strength(parsed(text)); got != want {
				t.Errorf("%s: %q: got %s, want %s", name, text, got, want)
			}
		}
	}
}

func TestAdvice(t *testing.T) {
	for name, cases := range map[string]map[string]Advice{
		"a demand": {
			"Patients should avoid salt.":                               StrongAdvice,
			"Doctors must check the dose.":                              StrongAdvice,
			"We recommend a lower dose.":                                StrongAdvice,
			"Early treatment is recommended.":                           StrongAdvice,
			"These results underline the need for better care.":         StrongAdvice,
			"Such programmes need to reach the poor.":                   StrongAdvice,
			"Routine antibiotics are not necessary.":                    StrongAdvice,
			"Children on the drug require regular checks of the liver.": StrongAdvice,
		},
		"a demand that is doubted": {
			"A lower dose may be necessary in children.": WeakAdvice,
			"Vaccination might be considered.":           WeakAdvice,
		},
		"a demand of research, or of its readers": {
			"Further trials are needed.":                        NoAdvice,
			"This should be investigated in larger groups.":     NoAdvice,
			"Future studies should include women.":              NoAdvice,
			"These results should be interpreted with caution.": NoAdvice,
			"The mechanism needs to be clarified.":              NoAdvice,
		},
		"something of use": {
			"Yoga is a useful option for patients.":              WeakAdvice,
			"The scale can be used in general practice.":         WeakAdvice,
			"The stocking is a safe alternative to surgery.":     WeakAdvice,
			"The leaflet may help to calm parents.":              WeakAdvice,
			"The findings support the use of the test.":          WeakAdvice,
			"It is important to measure blood pressure at home.": WeakAdvice,
		},
		"no advice": {
			"Statins reduce the risk of stroke.":         NoAdvice,
			"The drug was effective in 1999.":            NoAdvice,
			"Age is an important predictor of survival.": NoAdvice,
			"": NoAdvice,
		},
	} {
		for text, want := range cases {
			if got := advice(parsed(text)); got != want {
				t.Errorf("%s: %q: got %s, want %s", name, text, got, want)
			}
		}
	}
}

func TestPolarity(t *testing.T) {
	for text, negated := range map[string]bool{
		"Dialysis cures kidney failure.":                        false,
		"Dialysis does not cure kidney failure.":                true,
		"Dialysis doesn’t cure kidney failure.":                 true,
		"No drug cures kidney failure.":                         true,
		"The drug failed to cure the patients.":                 true,
		"Nobody has shown that it works.":                       true,
		"There is no evidence that it works.":                   true,
		"The pain never comes back.":                            true,
		"Neither tea nor coffee raises blood pressure.":         true,
		"The tablets were ineffective.":                         true,
		"It is not only preferable, but necessary.":             false,
		"It works without side effects.":                        false,
		"The operation is not without risk.":                    false,
		"The test does not fail to find the virus.":             false,
		"Dialysis is used after kidney failure.":                false,
		"People who do not smoke have fewer colds.":             false,
		"If it is not treated, the infection spreads.":          false,
		"Tablets are no less effective than injections.":        false,
		"The drug does not cure the disease, nor does it help.": true,
		"": false,
	} {
		want := annotate.Affirmed
		if negated {
			want = annotate.Negated
		}
		if got := polarity(parsed(text)); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestHedged(t *testing.T) {
	for text, want := range map[string]bool{
		"Statins lower the risk.":                         false,
		"Statins may lower the risk.":                     true,
		"Statins are expected to lower the risk.":         true,
		"People on statins are more likely to live":       false,
		"People on statins are likely to live":            true,
		"Women have migraine more often than men.":        false,
		"The attacks often begin in the morning.":         true,
		"The results suggest that the tablets are safe.":  true,
		"In May the number of attacks fell by a quarter.": false,
	} {
		if got := hedged(parsed(text)); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
