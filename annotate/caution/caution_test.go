package caution

import (
	"strings"
	"testing"
	"unicode/utf8"

	"claimlens/annotate"
	"claimlens/annotate/study"
)

// TestSafer holds claims with what is made of them: as an association, with "may", and of mice. Empty: left alone.
func TestSafer(t *testing.T) {
	for _, tt := range []struct{ claim, linked, may, mice string }{
		{"Coffee prevents liver cancer.", "Coffee is linked to a lower risk of liver cancer.", "Coffee may prevent liver cancer.", "In mice, coffee prevents liver cancer."},
		{"Statins prevent strokes.", "Statins are linked to a lower risk of strokes.", "Statins may prevent strokes.", "In mice, statins prevent strokes."},
		{"Smoking causes lung cancer.", "Smoking is linked to a higher risk of lung cancer.", "Smoking may cause lung cancer.", "In mice, smoking causes lung cancer."},
		{"Drinking coffee lowers the risk of stroke.", "Drinking coffee is linked to a lower risk of stroke.", "Drinking coffee may lower the risk of stroke.", "In mice, drinking coffee lowers the risk of stroke."},
		{"Eating nuts reduces blood pressure", "Eating nuts is linked to lower blood pressure", "Eating nuts may reduce blood pressure", "In mice, eating nuts reduces blood pressure"},
		{"Vitamin D cuts mortality.", "Vitamin D is linked to lower mortality.", "Vitamin D may cut mortality.", "In mice, vitamin D cuts mortality."},
		{"Statins lower cholesterol levels.", "Statins are linked to lower cholesterol levels.", "Statins may lower cholesterol levels.", "In mice, statins lower cholesterol levels."},
		{"Red meat raises the risk of bowel cancer by 18%.", "", "Red meat may raise the risk of bowel cancer by 18%.", "In mice, red meat raises the risk of bowel cancer by 18%."},
		{"Garlic improves sleep.", "", "Garlic may improve sleep.", "In mice, garlic improves sleep."},
		{"Exercise reduces anxiety.", "", "Exercise may reduce anxiety.", "In mice, exercise reduces anxiety."},
		{"Sugar causes the disease.", "", "Sugar may cause the disease.", "In mice, sugar causes the disease."},
		{"Coffee may prevent liver cancer.", "", "", "In mice, coffee may prevent liver cancer."},
		{"Coffee does not prevent liver cancer.", "", "", "In mice, coffee does not prevent liver cancer."},
		{"Liver cancer is prevented by coffee.", "", "Liver cancer may be prevented by coffee.", "In mice, liver cancer is prevented by coffee."},
		{"Strokes are caused by stress and smoking.", "", "Strokes may be caused by stress and smoking.", "In mice, strokes are caused by stress and smoking."},
		{"Coffee prevents liver cancer and reduces stroke.", "", "", "In mice, coffee prevents liver cancer and reduces stroke."},
		{"Coffee often prevents liver cancer.", "", "", "In mice, coffee often prevents liver cancer."},
		{"Coffee is linked to less liver cancer.", "", "", "In mice, coffee is linked to less liver cancer."},
		{"Can coffee prevent liver cancer?", "", "", ""},
		{"Stem cells repair the pancreas.", "", "Stem cells may repair the pancreas.", "In mice, stem cells repair the pancreas."},
		{"Mesenchymal stem cells can repair pancreatic function.", "", "", "In mice, mesenchymal stem cells can repair pancreatic function."},
		{"Dialysis will gradually shrink the kidneys.", "", "", "In mice, dialysis will gradually shrink the kidneys."},
		{"MRI scans improve survival.", "", "MRI scans may improve survival.", "In mice, MRI scans improve survival."},
		{"Zinc shortens colds in adults.", "", "Zinc may shorten colds in adults.", ""},
		{"Coffee prevented liver cancer.", "", "", "In mice, coffee prevented liver cancer."},
		{"Taking aspirin daily reduces the risk of heart attack in men.", "", "", ""},
		{"The drug boosts memory.", "", "The drug may boost memory.", "In mice, the drug boosts memory."},
		{"A high-fat diet causes insulin resistance.", "A high-fat diet is linked to a higher risk of insulin resistance.", "A high-fat diet may cause insulin resistance.", "In mice, a high-fat diet causes insulin resistance."},
		{"Vitamin C cures colds.", "", "Vitamin C may cure colds.", ""},
		{"Green tea helps people lose weight.", "", "", ""},
		{"Coffee, which is popular, prevents cancer.", "", "", "In mice, coffee, which is popular, prevents cancer."},
		{"Coffee prevents cancer because it holds antioxidants.", "", "", "In mice, coffee prevents cancer because it holds antioxidants."},
		{"Long-term use of antibiotics increases the incidence of asthma.", "Long-term use of antibiotics is linked to a higher incidence of asthma.", "Long-term use of antibiotics may increase the incidence of asthma.", "In mice, long-term use of antibiotics increases the incidence of asthma."},
		{"Omega-3 fatty acids protect the heart.", "", "Omega-3 fatty acids may protect the heart.", "In mice, Omega-3 fatty acids protect the heart."},
		{"Sleep deprivation leads to weight gain.", "", "Sleep deprivation may lead to weight gain.", "In mice, sleep deprivation leads to weight gain."},
		{"Yoga and meditation reduce stress levels.", "Yoga and meditation are linked to lower stress levels.", "Yoga and meditation may reduce stress levels.", "In mice, yoga and meditation reduce stress levels."},
		{"Patients on statins live longer.", "", "", ""},
		{"Avoid sugar.", "", "", ""},
		{"Curcumin is effective against arthritis.", "", "", "In mice, curcumin is effective against arthritis."},
		{"Parkinson's disease is caused by pesticides.", "", "Parkinson's disease may be caused by pesticides.", "In mice, Parkinson's disease is caused by pesticides."},
		{"Smoking and drinking raise blood pressure.", "Smoking and drinking are linked to higher blood pressure.", "Smoking and drinking may raise blood pressure.", "In mice, smoking and drinking raise blood pressure."},
		{"Fasting cures diabetes.", "", "Fasting may cure diabetes.", "In mice, fasting cures diabetes."},
		{"Alcohol triggers migraine.", "Alcohol is linked to a higher risk of migraine.", "Alcohol may trigger migraine.", "In mice, alcohol triggers migraine."},
		{"Probiotics ease bloating.", "", "Probiotics may ease bloating.", "In mice, probiotics ease bloating."},
		{"Metformin slows ageing.", "", "Metformin may slow ageing.", "In mice, metformin slows ageing."},
		{"Lack of sleep increases the risk of dementia.", "Lack of sleep is linked to a higher risk of dementia.", "Lack of sleep may increase the risk of dementia.", "In mice, lack of sleep increases the risk of dementia."},
		{"Vaccines do not cause autism.", "", "", "In mice, vaccines do not cause autism."},
		{"No evidence shows that coffee prevents cancer.", "", "", ""},
		{"Fish oil lowers triglycerides and raises HDL.", "", "", "In mice, fish oil lowers triglycerides and raises HDL."},
		{"Chocolate boosts mood.", "", "Chocolate may boost mood.", "In mice, chocolate boosts mood."},
		{"It prevents cancer.", "It is linked to a lower risk of cancer.", "It may prevent cancer.", ""},
		{"DNA damage causes cancer.", "DNA damage is linked to a higher risk of cancer.", "DNA damage may cause cancer.", "In mice, DNA damage causes cancer."},
		{"Air pollution causes 7 million deaths a year.", "", "Air pollution may cause 7 million deaths a year.", "In mice, air pollution causes 7 million deaths a year."},
		{"The Mediterranean diet cuts the rate of heart attacks.", "The Mediterranean diet is linked to a lower rate of heart attacks.", "The Mediterranean diet may cut the rate of heart attacks.", "In mice, the Mediterranean diet cuts the rate of heart attacks."},
		{"Ibuprofen increases the chances of miscarriage.", "Ibuprofen is linked to higher chances of miscarriage.", "Ibuprofen may increase the chances of miscarriage.", "In mice, ibuprofen increases the chances of miscarriage."},
		{"Vitamin E supplements increase mortality.", "Vitamin E supplements are linked to higher mortality.", "Vitamin E supplements may increase mortality.", ""},
		{"Screens harm children's sleep.", "", "Screens may harm children's sleep.", ""},
		{"Cranberry juice prevents urinary tract infections.", "Cranberry juice is linked to a lower risk of urinary tract infections.", "Cranberry juice may prevent urinary tract infections.", "In mice, cranberry juice prevents urinary tract infections."},
		{"Cannabis relieves chronic pain.", "", "Cannabis may relieve chronic pain.", "In mice, cannabis relieves chronic pain."},
		{"Broccoli kills cancer cells.", "", "Broccoli may kill cancer cells.", "In mice, broccoli kills cancer cells."},
		{"Walking benefits the heart.", "", "Walking may benefit the heart.", "In mice, walking benefits the heart."},
		{"Breastfeeding prevents obesity in children.", "Breastfeeding is linked to a lower risk of obesity in children.", "Breastfeeding may prevent obesity in children.", ""},
	} {
		if got := linked(tt.claim); got != tt.linked {
			t.Errorf("%s linked: got %q, want %q", tt.claim, got, tt.linked)
		}
		if got := may(tt.claim); got != tt.may {
			t.Errorf("%s may: got %q, want %q", tt.claim, got, tt.may)
		}
		if got := within(tt.claim, "mice"); got != tt.mice {
			t.Errorf("%s in mice: got %q, want %q", tt.claim, got, tt.mice)
		}
	}
}

var (
	rct    = Paper{Study: study.Study{Design: study.RandomizedTrial, Subject: study.People, Sample: 400, SampleOf: "people"}}
	small  = Paper{Study: study.Study{Design: study.RandomizedTrial, Subject: study.People, Sample: 40, SampleOf: "people"}}
	trial  = Paper{Study: study.Study{Design: study.ClinicalTrial, Subject: study.People}}
	cohort = Paper{Study: study.Study{Design: study.Cohort, Subject: study.People}}
	cases  = Paper{Study: study.Study{Design: study.CaseControl, Subject: study.People}}
	pooled = Paper{Study: study.Study{Design: study.MetaAnalysis, Reviewed: study.Observational}}
	mice   = Paper{Study: study.Study{Design: study.Experiment, Subject: study.Animals, Animal: "mice"}}
	cells  = Paper{Study: study.Study{Design: study.Experiment, Subject: study.Cells}}
	letter = Paper{Study: study.Study{Design: study.Letter}}
	fallen = Paper{Study: rct.Study, Fallen: true}
	guess  = Paper{Study: study.Study{Design: study.RandomizedTrial, DesignGuessed: true, Subject: study.People, Sample: 400}}
)

func TestOf(t *testing.T) {
	causal := Claim{Text: "Coffee prevents liver cancer.", Wording: annotate.Causal}
	hedged := Claim{Text: "Coffee may prevent liver cancer.", Wording: annotate.Conditional}
	denied := Claim{Text: "Coffee does not prevent liver cancer.", Wording: annotate.Causal, Negated: true}
	murine := Claim{Text: "Coffee prevents liver cancer in mice.", Wording: annotate.Causal, Species: "mouse"}
	human := Claim{Text: "Coffee prevents liver cancer in men.", Wording: annotate.Causal, Species: "human"}
	for _, tt := range []struct {
		name   string
		claim  Claim
		papers []Paper
		kinds  string
		safer  string // of the first
	}{
		{"no papers", causal, nil, "", ""},
		{"a trial", causal, []Paper{rct}, "", ""},
		{"one small trial", causal, []Paper{small}, "too certain", "Coffee may prevent liver cancer."},
		{"two small trials", causal, []Paper{small, small}, "", ""},
		{"one trial without control", causal, []Paper{trial}, "too certain", "Coffee may prevent liver cancer."},
		{"a cohort", causal, []Paper{cohort}, "too causal", "Coffee is linked to a lower risk of liver cancer."},
		{"observed all", causal, []Paper{cohort, cases, pooled}, "too causal", "Coffee is linked to a lower risk of liver cancer."},
		{"a cohort beside a trial", causal, []Paper{cohort, rct}, "", ""},
		{"hedged already", hedged, []Paper{cohort}, "", ""},
		{"denied", denied, []Paper{cohort}, "", ""},
		{"mice", causal, []Paper{mice}, "indirect", "In mice, coffee prevents liver cancer."},
		{"mice and cells", causal, []Paper{mice, cells}, "indirect", "In mice and cells, coffee prevents liver cancer."},
		{"mice beside a cohort", causal, []Paper{mice, cohort}, "", ""},
		{"hedged, of mice", hedged, []Paper{mice}, "indirect", "In mice, coffee may prevent liver cancer."},
		{"the claim is of mice", murine, []Paper{mice}, "", ""},
		{"the claim is of men", human, []Paper{mice}, "indirect", ""},
		{"retracted", causal, []Paper{fallen}, "fallen", ""},
		{"retracted, and a cohort", causal, []Paper{fallen, cohort}, "too causal", "Coffee is linked to a lower risk of liver cancer."},
		{"a letter", causal, []Paper{letter}, "no results", ""},
		{"guessed", causal, []Paper{guess}, "only guessed", ""},
		{"guessed beside known", causal, []Paper{guess, rct}, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var kinds []string
			got := Of(tt.claim, tt.papers)
			for _, x := range got {
				kinds = append(kinds, string(x.Kind))
				if x.Text == "" || !strings.HasSuffix(x.Text, ".") {
					t.Errorf("no sentence: %q", x.Text)
				}
			}
			if strings.Join(kinds, ", ") != tt.kinds {
				t.Fatalf("got %q, want %q", kinds, tt.kinds)
			}
			if len(got) > 0 && got[0].Safer != tt.safer {
				t.Errorf("got %q, want %q", got[0].Safer, tt.safer)
			}
		})
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Coffee prevents liver cancer.")
	f.Add("prevents")
	f.Add("É \xff causes")
	f.Add("Coffee prevents")
	f.Fuzz(func(t *testing.T, text string) {
		for _, papers := range [][]Paper{{mice}, {cohort}, {small}} {
			for _, x := range Of(Claim{Text: text, Wording: annotate.Causal}, papers) {
				if x.Safer == text && text != "" || utf8.ValidString(text) && !utf8.ValidString(x.Safer) {
					t.Errorf("%q is safer than %q", x.Safer, text)
				}
			}
		}
	})
}
