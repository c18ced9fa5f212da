package claims

import (
	"slices"
	"strings"
	"testing"
)

func parsed(text string) []word {
	words := split(text)
	return words
}

func TestJudge(t *testing.T) {
	for _, tt := range []struct {
		text   string
		said   source
		claim  bool
		reason string
	}{
		{"Statins reduce the risk of stroke.", nobody, true, "says what something does: “reduce”"},
		{"Statins reduce the risk of stroke.", nobody, true, "speaks of health: “statins”, “risk”"},
		{"Short sleep is linked to obesity.", nobody, true, "says that things go together: “linked”"},
		{"The test detects cancer early.", nobody, true, "says what a test finds: “detects”"},
		{"Low blood pressure is a common problem.", nobody, true, "says what something is or has"},
		{"About 12 percent of adults have migraine.", nobody, true, "gives a number"},
		{"Women have migraine more often than men.", nobody, true, "compares: “more”"},
		{"Patients should avoid salt.", nobody, true, "gives advice: “should”"},
		{"Avoid large amounts of juice.", nobody, true, "gives advice: “avoid”"},
		{"Drink two litres of water.", nobody, true, "tells people what to do"},
		{"The drug is approved for children.", nobody, true, "says how something stands: “approved”"},
		{"The risk was lower in women.", study, true, "reports what a study found"},
		{"The higher the risk at the start, the greater the benefit.", nobody, true, "compares: “higher”"},
		{"It rains.", nobody, false, "too short to be a statement"},
		{"Stem cell therapy against uremia.", nobody, false, "has no verb, and so states nothing"},
		{"The sky was blue over London.", nobody, false, "no word about health"},
		{"The patients were randomly assigned to two groups.", nobody, false, "tells how a study was made: “were randomly assigned”"},
		{"The results were published in the journal Examples.", nobody, false, "tells who published, funded or reported something: “published”"},
		{"More studies of the drug are needed.", nobody, false, "speaks of plans or of research to come: “more studies”"},
		{"This is very exciting for patients.", nobody, false, "gives an opinion or a feeling: “exciting”"},
		{"Sales of the drug have tripled.", nobody, false, "speaks of business or money: “sales”"},
		{"The statements do not replace a visit to your doctor.", nobody, false, "is a disclaimer or a part of the page: “replace a visit”"},
		{"My uncle drank coffee.", nobody, false, "tells of one person: “my uncle”"},
		{"She has diabetes now.", nobody, false, "tells of one person: “she”"},
		{"The surgeons were glad of the knife.", nobody, false, "tells of those who study or treat: “surgeons”"},
		{"I love my doctor.", nobody, false, "speaks in person: “i”"},
	} {
		words := parsed(tt.text)
		j := (&reader{}).judge(words, words, tt.said)
		if claim := j.worth >= DefaultThreshold; claim != tt.claim || !slices.Contains(j.reasons, tt.reason) {
			t.Errorf("%q: got %.2f (%s), want a claim: %v, because it %s", tt.text, j.worth, strings.Join(j.reasons, "; "), tt.claim, tt.reason)
		}
	}
}

func TestJudgeAround(t *testing.T) {
	whole := parsed("Fever comes first, but the change can come later.")
	got := (&reader{}).judge(parsed("The change can come later."), whole, nobody)
	if want := "its sentence speaks of health: “fever”"; !slices.Contains(got.reasons, want) {
		t.Errorf("got %q, want %q", got.reasons, want)
	}
}

func TestHealthy(t *testing.T) {
	for w, want := range map[string]bool{
		"kidney": true, "kidneys": true, "biopsies": true, "liver's": true, "hepatitis": true, "glycaemia": true, "pravastatin": true,
		"nephrectomy": true, "lymphocytes": true, "whole-body": true, "table": false, "program": false, "oma": false, "house": false, "": false,
	} {
		if got := healthy(w); got != want {
			t.Errorf("%q: got %v, want %v", w, got, want)
		}
	}
}
