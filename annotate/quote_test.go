package annotate

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shelf is papers that are found whatever is asked for.
type shelf struct {
	papers []Citation
	asked  []PaperQuery
	err    error
}

func (s *shelf) SearchPapers(_ context.Context, q PaperQuery) ([]PaperHit, error) {
	s.asked = append(s.asked, q)
	var out []PaperHit
	for _, c := range s.papers {
		out = append(out, PaperHit{Citation: c, Score: 1})
	}
	return out, s.err
}

var zinc = Citation{PMID: "99000001", Title: "Zinc for colds", Abstract: []Section{
	{Category: "BACKGROUND", Text: "Zinc is said to help against colds in children."},
	{Category: "RESULTS", Text: "Among 80 adults, colds were shorter with zinc by 1.5 days. Nausea was not more common with zinc than with placebo."},
}}

var garlic = Citation{PMID: "99000002", Title: "Garlic for colds", Abstract: []Section{
	{Category: "RESULTS", Text: "Among 146 adults, garlic led to fewer colds over 12 weeks."},
}}

func TestCheckQuote(t *testing.T) {
	for _, tt := range []struct {
		name, passage string
		where         PassagePlace
		err           []string // pieces of the refusal; none: no refusal
	}{
		{"found", "colds were shorter with zinc", InAbstract, nil},
		{"background is no refusal", "Zinc is said to help", InBackground, nil},
		{"empty", "", "", nil},
		{"another number", "colds were shorter with zinc by 15 days", NotInRecord,
			[]string{"“Among 80 adults, colds were shorter with zinc by 1.5 days.”", "in the abstract", "the paper has “1.5”, not “15”"}},
		{"a lost negation", "Nausea was more common with zinc than with placebo", NotInRecord, []string{"the paper has “not” beside it"}},
		{"an added word", "colds were much shorter with zinc by 1.5 days", NotInRecord, []string{"the paper has no “much” there"}},
		{"somebody else's words", "garlic led to fewer colds over 12 weeks", NotInRecord, []string{"PMID 99000002", "Garlic for colds"}},
		{"nobody's words", "Ginger settles the stomach of travellers at sea", NotInRecord, []string{"nor anything like it"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			q, err := CheckQuote(context.Background(), &shelf{papers: []Citation{zinc, garlic}}, zinc, tt.passage)
			if err != nil || q.Where != tt.where {
				t.Fatalf("got %+v, %v", q, err)
			}
			refusal := q.Err()
			if (refusal != nil) != (tt.err != nil) || refusal != nil && !errors.Is(refusal, ErrInvalid) {
				t.Fatalf("got refusal %v", refusal)
			}
			for _, piece := range tt.err {
				if !strings.Contains(refusal.Error(), piece) {
					t.Errorf("got refusal %q without %q", refusal, piece)
				}
			}
		})
	}
}

func TestCheckQuoteLeftOut(t *testing.T) {
	q, err := CheckQuote(context.Background(), nil, zinc, "Nausea was … more common with zinc")
	if err != nil || q.Where != InAbstract || q.LeftOut != "not" {
		t.Errorf("got %+v, %v", q, err)
	}
	q, err = CheckQuote(context.Background(), nil, zinc, "Among 80 adults … shorter with zinc")
	if err != nil || q.Where != InAbstract || q.LeftOut != "" {
		t.Errorf("nothing turned: got %+v, %v", q, err)
	}
}

func TestMisattributed(t *testing.T) {
	passage := "garlic led to fewer colds over 12 weeks"
	s := &shelf{papers: []Citation{garlic}}
	if c, ok, err := Misattributed(context.Background(), s, passage, zinc.PMID); !ok || c.PMID != garlic.PMID || err != nil {
		t.Errorf("got %v, %t, %v", c, ok, err)
	}
	var asked []string
	for _, x := range s.asked[0].Terms {
		asked = append(asked, x.Text)
	}
	if want := "garlic led fewer colds weeks"; strings.Join(asked, " ") != want {
		t.Errorf("asked for %q, want %q", asked, want)
	}
	if _, ok, err := Misattributed(context.Background(), s, passage, garlic.PMID); ok || err != nil {
		t.Errorf("its own paper: got %t, %v", ok, err)
	}
	if _, ok, err := Misattributed(context.Background(), s, "fewer colds", zinc.PMID); ok || err != nil {
		t.Errorf("too few words: got %t, %v", ok, err)
	}
	broken := errors.New("no index")
	if _, _, err := Misattributed(context.Background(), &shelf{err: broken}, passage, zinc.PMID); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestNearest(t *testing.T) {
	got := nearest(zinc, "In 90 adults, colds were shorter with zinc by 1.5 days. Nausea was more common with zinc.")
	want := &Nearest{
		Text:  zinc.Abstract[1].Text,
		Where: InAbstract,
		Differs: []Difference{
			{Quote: "In 90", Paper: "Among 80"},
			{Paper: "not"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("two sentences: (-want +got)\n%s", diff)
	}
	if got := nearest(zinc, "zinc is said to help children"); got == nil || got.Where != InBackground {
		t.Errorf("got %+v", got)
	}
	if got := nearest(Citation{}, "anything at all"); got != nil {
		t.Errorf("an empty record: got %+v", got)
	}
}

func FuzzCheckQuote(f *testing.F) {
	f.Add("TNF-α fell by 1.5 %. It was “not” seen.", "", "fell by … seen")
	f.Add("μ", "RESULTS", "RESULTS: u…g")
	f.Add("a...b", "", "...")
	f.Add("ß\xff\xf0", "x", "[…]\xff")
	f.Fuzz(func(t *testing.T, text, label, passage string) {
		c := Citation{Title: "t", Abstract: []Section{{Label: label, Text: text}}}
		q, err := CheckQuote(context.Background(), &shelf{papers: []Citation{zinc}}, c, passage)
		if err != nil {
			t.Fatal(err)
		}
		if q.Where == NotInRecord && q.Err() == nil || q.Where != NotInRecord && (q.Err() != nil || q.Nearest != nil || q.Other != nil) {
			t.Errorf("%+v", q)
		}
		if got, place := FindPassage(c, q.Passage); q.Where == InAbstract && place == NotInRecord && !strings.ContainsAny(text, ".…") {
			t.Errorf("%q was found as %q, which is not", passage, got)
		}
	})
}
