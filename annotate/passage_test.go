package annotate

import (
	"errors"
	"strings"
	"testing"
)

func TestFindPassage(t *testing.T) {
	c := Citation{
		Title: "Zinc for colds: a trial",
		Abstract: []Section{
			{Category: "BACKGROUND", Text: "Zinc is said to help. Zinc for colds is sold."},
			{Category: "OBJECTIVE", Text: "We asked whether zinc helps."},
			{Category: "METHODS", Text: "Of 80 adults, half took zinc."},
			{Label: "FINDINGS", Category: "RESULTS", Text: "Colds were shorter by 1.5–2.5 days; “zinc is said to help” no longer."},
			{Category: "UNASSIGNED", Text: "Registered as X1 (in May)."},
		},
		Summary: "Zinc cut colds short.",
	}
	for _, tt := range []struct {
		name, passage, want string
		where               PassagePlace
	}{
		{"as printed", "Colds were shorter", "Colds were shorter", InAbstract},
		{"other typography", "shorter by 1.5-2.5 days", "shorter by 1.5–2.5 days", InAbstract},
		{"space around", "\n Colds were  shorter ", "Colds were shorter", InAbstract},
		{"background", "Zinc is said to help", "Zinc is said to help", InBackground},
		{"background and result, result wins", "is said to help", "is said to help", InAbstract},
		{"objective", "whether zinc helps", "whether zinc helps", InBackground},
		{"background before title", "Zinc for colds", "Zinc for colds", InBackground},
		{"title", "for colds: a trial", "for colds: a trial", InTitle},
		{"capitals", "COLDS were Shorter", "Colds were shorter", InAbstract},
		{"copied with its heading", "FINDINGS: Colds were shorter", "Colds were shorter", InAbstract},
		{"an ellipsis", "Colds were shorter … no longer", "Colds were shorter … no longer", InAbstract},
		{"an ellipsis in brackets", "Colds were shorter [...] no longer.", "Colds were shorter … no longer", InAbstract},
		{"an ellipsis at the end", "Colds were shorter by...", "Colds were shorter by", InAbstract},
		{"an ellipsis the wrong way round", "no longer … Colds were shorter", "no longer … Colds were shorter", NotInRecord},
		{"an ellipsis across sections", "Zinc is said to help … Colds were shorter", "Zinc is said to help … Colds were shorter", NotInRecord},
		{"an ellipsis between crumbs", "Colds … by … no", "Colds … by … no", NotInRecord},
		{"methods", "half took zinc", "half took zinc", InMethods},
		{"summary", "zinc cut colds short", "Zinc cut colds short", InSummary},
		{"section without a place of its own", "Registered as X1", "Registered as X1", InAbstract},
		{"a bracket that it opens", "Registered as X1 (in May).", "Registered as X1 (in May)", InAbstract},
		{"a bracket of the text around", "in May", "in May", InAbstract},
		{"across sections", "is sold. We asked", "is sold. We asked", NotInRecord},
		{"another number", "shorter by 15 days", "shorter by 15 days", NotInRecord},
		{"negated", "Colds were not shorter", "Colds were not shorter", NotInRecord},
		{"empty", " ", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, where := FindPassage(c, tt.passage)
			if got != tt.want || where != tt.where {
				t.Errorf("got %q, %q; want %q, %q", got, where, tt.want, tt.where)
			}
		})
	}
	if got, where := FindPassage(Citation{Title: "x"}, "y"); got != "y" || where != NotInRecord {
		t.Errorf("no abstract: got %q, %q", got, where)
	}
}

func TestFindPassageSpelling(t *testing.T) {
	for _, tt := range []struct{ text, passage, want string }{
		{"TNF-α fell.", "TNF-alpha fell", "TNF-α fell"},
		{"TNF-alpha fell.", "TNFα fell", "TNF-alpha fell"},
		{"It binds β2-adrenergic receptors.", "beta 2 adrenergic receptors", "β2-adrenergic receptors"},
		{"We gave 5 µg a day.", "5 ug a day", "5 µg a day"},
		{"The μ-opioid receptor", "mu-opioid receptor", "μ-opioid receptor"},
		{"The ﬁrst œstrogen", "first oestrogen", "ﬁrst œstrogen"},
		{"It was ≥\u00a05 mg.", "≥5 mg", "≥\u00a05 mg"},
		{"Patients—mostly men—“improved”.", `patients - mostly men - "improved"`, "Patients—mostly men—“improved"},
		{"It fell by −2 mm", "fell by -2 mm", "fell by −2 mm"},
		{"It fell by 2 mm", "fell by -2 mm", ""},
		{"It took 15 mg", "5 mg", ""},
		{"The therapist", "he rapist", ""},
	} {
		got, where := FindPassage(Citation{Abstract: []Section{{Category: "RESULTS", Text: tt.text}}}, tt.passage)
		if tt.want == "" && where != NotInRecord || tt.want != "" && got != tt.want {
			t.Errorf("%q in %q: got %q, %s", tt.passage, tt.text, got, where)
		}
	}
}

func TestFindPassageUnlabelled(t *testing.T) {
	c := Citation{Title: "Zinc for colds", Abstract: []Section{{Text: "Zinc is widely used for colds, although previous studies have been small. " +
		"The aim of this study was to determine whether zinc shortens colds. Eighty adults were randomly assigned to zinc or placebo for 5 days. " +
		"Colds were significantly shorter with zinc (5.1 vs 6.2 days, P = 0.01). In conclusion, zinc may shorten colds."}}}
	for _, tt := range []struct {
		passage string
		where   PassagePlace
	}{
		{"Zinc is widely used for colds", InBackground},
		{"zinc shortens colds", InBackground},
		{"Eighty adults were randomly assigned to zinc", InMethods},
		{"Colds were significantly shorter with zinc", InAbstract},
		{"zinc may shorten colds", InAbstract},
		{"for 5 days. Colds were significantly shorter", InAbstract},
		{"Zinc is widely used … randomly assigned to zinc", InMethods},
		{"zinc", InAbstract},
	} {
		if got := findPassage(c, tt.passage); got.place != tt.where || !got.guessed {
			t.Errorf("%q: got %s, guessed %t; want %s, guessed", tt.passage, got.place, got.guessed, tt.where)
		}
	}
	if got := findPassage(c, "Zinc for colds"); got.place != InTitle || got.guessed {
		t.Errorf("title: got %+v", got)
	}
}

func TestFullText(t *testing.T) {
	p, err := FullText("  Table 2,\n p. 7 ")
	if err != nil || p.Words() != "quoted from the full text: Table 2, p. 7" {
		t.Errorf("got %q (%q), %v", p, p.Words(), err)
	}
	if where, ok := p.FromFullText(); !ok || where != "Table 2, p. 7" {
		t.Errorf("got %q, %t", where, ok)
	}
	for _, bad := range []string{"", " ", "a\x00b", strings.Repeat("x", 201)} {
		if _, err := FullText(bad); !errors.Is(err, ErrInvalid) {
			t.Errorf("%q: got %v", bad, err)
		}
	}
}

func TestPassagePlaceWords(t *testing.T) {
	for _, p := range []PassagePlace{InTitle, InAbstract, InBackground, InMethods, InSummary, NotInRecord} {
		if p.Words() == "" {
			t.Errorf("%q has no words", p)
		}
	}
	if got := PassagePlace("").Words(); got != "" {
		t.Errorf("no place: got %q", got)
	}
}
