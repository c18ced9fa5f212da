package annotate

import "testing"

func TestFindPassage(t *testing.T) {
	c := Citation{
		Title: "Zinc for colds: a trial",
		Abstract: []Section{
			{Category: "BACKGROUND", Text: "Zinc is said to help. Zinc for colds is sold."},
			{Category: "OBJECTIVE", Text: "We asked whether zinc helps."},
			{Category: "RESULTS", Text: "Colds were shorter by 1.5–2.5 days; “zinc is said to help” no longer."},
			{Category: "UNASSIGNED", Text: "Registered as X1."},
		},
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
		{"section without a place of its own", "Registered as X1", "Registered as X1", InAbstract},
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

func TestPassagePlaceWords(t *testing.T) {
	for _, p := range []PassagePlace{InTitle, InAbstract, InBackground, InFullText, NotInRecord} {
		if p.Words() == "" {
			t.Errorf("%q has no words", p)
		}
	}
	if got := PassagePlace("").Words(); got != "" {
		t.Errorf("no place: got %q", got)
	}
}
