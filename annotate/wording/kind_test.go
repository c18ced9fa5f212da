package wording

import (
	"testing"

	"claimlens/annotate"
)

func TestKind(t *testing.T) {
	for _, tt := range []struct {
		text    string
		studied bool
		want    annotate.Kind
	}{
		{"Pregnant women should not fast.", false, annotate.Advice},
		{"Avoid large amounts of grapefruit juice.", false, annotate.Advice},
		{"Do not stop taking a statin.", false, annotate.Advice},
		{"The drug is not yet approved for use in patients.", false, annotate.Status},
		{"There is no evidence that the tea works.", false, annotate.Status},
		{"Nobody has shown that the tea works.", false, annotate.Status},
		{"There is no cure for the disease.", false, annotate.Status},
		{"The test detects cancer at stage I with 96 percent accuracy.", false, annotate.Diagnostic},
		{"Low blood pressure is the most common side effect of haemodialysis.", false, annotate.Safety},
		{"Statins cause muscle pain in some people.", false, annotate.Safety},
		{"Very high doses increase the risk of falls.", false, annotate.Safety},
		{"Migraine affects about one in seven people.", false, annotate.Prevalence},
		{"Patients on the drug lived 12 percent longer than the others.", false, annotate.Finding},
		{"The risk was lower in women.", true, annotate.Finding},
		{"The number of attacks fell.", false, annotate.Finding},
		{"Stem cell therapy cures chronic kidney disease.", false, annotate.Effect},
		{"Bananas reduce wrinkles.", false, annotate.Effect},
		{"Ozone triggers asthma.", false, annotate.Cause},
		{"Smoking doubles the risk of a stroke.", false, annotate.Cause},
		{"Short sleep is linked to obesity.", false, annotate.Association},
		{"Women have migraine more often than men.", false, annotate.Association},
		{"The risk of dementia rises with age.", false, annotate.Association},
		{"Migraine is a disease of the nervous system.", false, annotate.Definition},
		{"The early symptoms include fatigue and headache.", false, annotate.Feature},
		{"The tumour causes no symptoms at first.", false, annotate.Feature},
		{"The hormone binds to a receptor in the brain.", false, annotate.Mechanism},
		{"Dialysis removes waste from the blood.", false, annotate.Mechanism},
		{"The pain comes back.", false, annotate.Feature},
		{"", false, annotate.Feature},
	} {
		if got := kind(parsed(tt.text), tt.studied); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, got, tt.want)
		}
	}
}
