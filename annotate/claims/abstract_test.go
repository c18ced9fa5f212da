package claims

import (
	"slices"
	"strings"
	"testing"

	"claimlens/annotate"
)

// paper makes an article of paragraphs; one that begins with "# " is a heading, with "- " an item.
func paper(paragraphs ...string) annotate.Article { return article(strings.Join(paragraphs, "\n\n")) }

const plainAbstract = "Gout is a common form of arthritis. " +
	"We investigated whether cherries prevent its attacks. " +
	"Forty adults were randomised to cherry juice or water for six months. " +
	"Uric acid was measured every month. " +
	"The number of attacks fell by 31% in the juice group (p < 0.01). " +
	"These results suggest that cherry juice may prevent attacks of gout. "

func TestAbstract(t *testing.T) {
	for _, tt := range []struct {
		name    string
		article annotate.Article
		claims  []string // the beginnings of the claims
		reasons map[string]string
	}{
		{"a plain abstract", paper(plainAbstract), []string{"Cherry juice may prevent"}, map[string]string{
			"Gout is a common": "background of the study",
			"Forty adults":     "procedure of the study",
			"The number of":    "a single result; the paper's conclusion says what it means",
			"Cherry juice":     "says what the paper claims",
		}},
		{"labels", paper("BACKGROUND: Gout causes pain. METHODS: Forty adults drank cherry juice for six months. " +
			"RESULTS: Attacks became rarer. CONCLUSIONS: Cherry juice prevents attacks of gout."), []string{"Cherry juice prevents"}, nil},
		{"labels that are headings", paper("# Background", "Gout is a disease that causes pain in the joints.", "# Methods",
			"Forty adults drank cherry juice for six months.", "# Results", "The attacks of the adults became rarer.", "# Conclusions", "Cherry juice prevents attacks of gout."), []string{"Cherry juice prevents"}, nil},
		{"what stands behind the conclusion", paper(plainAbstract + "The biological basis is discussed."), []string{"Cherry juice may prevent"}, nil},
		{"a finding before the end", paper("Little is known about gout in mice. We used mice without the gene. " +
			"Here we show that the gene protects the joints of mice. Joints were stained and examined. " +
			"The joints of 12 mice were swollen (n = 12). Taken together, the gene prevents gout."), []string{"The gene protects", "Taken together, the gene prevents"}, nil},
	} {
		var got []string
		for _, d := range extract(t, Config{All: true}, tt.article) {
			if d.Worth >= DefaultThreshold {
				got = append(got, d.Text)
			}
			for beginning, reason := range tt.reasons {
				if strings.HasPrefix(d.Text, beginning) && !slices.Contains(d.Reasons, reason) {
					t.Errorf("%s: %q: got the reasons %q, want %q", tt.name, d.Text, d.Reasons, reason)
				}
			}
		}
		if !slices.EqualFunc(got, tt.claims, strings.HasPrefix) {
			t.Errorf("%s: got %q, want those that begin with %q", tt.name, got, tt.claims)
		}
	}
}

// What is written for the public is read as an article, whatever it tells of studies.
func TestNoAbstract(t *testing.T) {
	for name, a := range map[string]annotate.Article{
		"advice": paper("Gout is a common form of arthritis. You can prevent attacks. Cherries lower uric acid. Your doctor can measure it. In this study, 40 adults drank juice."),
		"news":   paper("Cherries prevent gout. “We found fewer attacks,” said Anna Bell of the clinic. In the study, 40 adults drank cherry juice. Attacks became rarer. The results suggest that juice helps."),
		"prose":  paper("Gout is a common form of arthritis. Cherries lower uric acid. Beer raises it. Attacks begin at night."),
		"many paragraphs": paper("Gout causes pain.", "Beer raises uric acid.", "In this study, 40 adults drank juice.", "These results suggest that it helps.",
			"Cherries lower uric acid.", "Attacks begin at night."),
		"too short": paper("We studied gout. These results suggest that cherries help."),
		"a list":    paper(plainAbstract, "- Cherries lower uric acid."),
		"nothing":   {},
	} {
		if got := readAbstract(annotate.NewText(a.Text), a.Blocks); got != nil {
			t.Errorf("%s: taken for an abstract: %v", name, got)
		}
	}
}

func TestSectionOf(t *testing.T) {
	for text, want := range map[string]string{
		"BACKGROUND: Gout is common.":                 "background",
		"Materials and methods: We used mice.":        "methods",
		"Main outcome measures: Pain.":                "methods",
		"CONCLUSION\nCherries help.":                  "conclusions",
		"Trial registration: 12345.":                  "aside",
		"The results: nothing changed.":               "results",
		"results: nothing changed.":                   "",
		"Gout is common.":                             "",
		"There are three kinds of gout: the first is": "",
		"": "",
	} {
		if got := sectionOf(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestProcedure(t *testing.T) {
	for text, want := range map[string]string{
		"The participants received 248 milligrams of magnesium a day.": "received",
		"The patients were given a tablet.":                            "given",
		"In the study group, the women underwent a scan.":              "underwent",
		"Patients who received the drug lived longer.":                 "",
		"The participants received less pain relief than the others.":  "",
		"Magnesium was given to mice.":                                 "",
		"":                                                             "",
	} {
		if got := procedure(parsed(text)); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzMoveOf(f *testing.F) {
	for _, s := range []string{"", "We", "we p", "n p n", "p .", "n =", "These results", "95% CI ± 3 (p<0.05)", "\xff:\n", "METHODS:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m := moveOf(s)
		if m.weight < -20 || m.weight > 20 {
			t.Errorf("%q: weight %v", s, m.weight)
		}
		if section := sectionOf(s); section != "" && !slices.Contains([]string{"background", "methods", "results", "conclusions", "aside", "unlabelled"}, section) {
			t.Errorf("%q: section %q", s, section)
		}
	})
}
