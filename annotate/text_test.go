package annotate

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		anchor     Anchor
		want       string // the text found, empty for an orphan
		start      int    // -1: any
		exact      bool
	}{
		{"as it was", "However, dialysis shrinks the kidneys.", Anchor{Exact: "dialysis shrinks"}, "dialysis shrinks", 9, true},
		{"curly quotes", "the body’s anemia", Anchor{Exact: "body's anemia"}, "body’s anemia", 4, false},
		{"white space", "reduce\n  the high\u00a0pressure", Anchor{Exact: "reduce the high pressure"}, "reduce\n  the high\u00a0pressure", 0, false},
		{"hyphenation", "a long-\nlived effect, micro\u00adcirculation", Anchor{Exact: "microcirculation"}, "micro\u00adcirculation", -1, false},
		{"ligature", "an ef\ufb01cient drug", Anchor{Exact: "efficient drug"}, "ef\ufb01cient drug", 3, false},
		{"entity in the quote", "salt & water", Anchor{Exact: "salt &amp; water"}, "salt & water", 0, false},
		{"entity in the text", "salt &amp; water", Anchor{Exact: "salt & water"}, "salt &amp; water", 0, false},
		{"after an emoji", "👩‍⚕️ says it works well", Anchor{Exact: "works"}, "works", -1, true},
		{"suffix chooses", "it works here; it works there", Anchor{Exact: "it works", Suffix: " there"}, "it works", 15, true},
		{"prefix chooses", "mice improved. men improved.", Anchor{Exact: "improved", Prefix: "men "}, "improved", 19, true},
		{"position chooses", "yes yes yes", Anchor{Exact: "yes", Start: 4}, "yes", 4, true},
		{"whole words first", "misuse and use", Anchor{Exact: "use"}, "use", 11, true},
		{"decimal", "take 1.5 mg", Anchor{Exact: "15 mg"}, "", 0, false},
		{"cut number", "take 1.5 mg", Anchor{Exact: "5 mg"}, "", 0, false},
		{"range", "take 10–15 mg", Anchor{Exact: "1015 mg"}, "", 0, false},
		{"same range", "take 10–15 mg", Anchor{Exact: "10-15 mg"}, "10–15 mg", 5, false},
		{"sign", "changed by −2 points", Anchor{Exact: "by 2 points"}, "", 0, false},
		{"same sign", "changed by −2 points", Anchor{Exact: "by -2 points"}, "by −2 points", 8, false},
		{"negated since", "dialysis does not shrink kidneys", Anchor{Exact: "dialysis does shrink kidneys"}, "", 0, false},
		{"selected from inside a word", "The Kaplan–Meier estimates were similar.", Anchor{Exact: "he Kaplan-Meier estimates were sim"}, "he Kaplan–Meier estimates were sim", 1, false},
		{"fraction", "with p = .05 at most", Anchor{Exact: "p = 05"}, "", 0, false},
		{"same fraction", "with p = .05 at most", Anchor{Exact: "p =.05"}, "p = .05", 5, false},
		{"another sign", "p < 0.05", Anchor{Exact: "p > 0.05"}, "", 0, false},
		{"part of a word, other typography", "the telephone’s", Anchor{Exact: "phone's"}, "", 0, false},
		{"the anchor's own part of a word", "the telephone’s", Anchor{Exact: "phone's", Prefix: "the tele"}, "phone’s", 8, false},
		{"its end", "It helped.\nThirty and", Anchor{Exact: "helped. T", Suffix: "hirty - a"}, "helped.\nT", 3, false},
		{"its end, with a short suffix", "a\ntelephone", Anchor{Exact: "a tele", Suffix: "ph"}, "a\ntele", 0, false},
		{"part of another word", "the telephone’s", Anchor{Exact: "phone's", Prefix: "the mega"}, "", 0, false},
		{"part of another word's end", "the\ntelephone", Anchor{Exact: "the tele", Suffix: "vision"}, "", 0, false},
		{"the anchor's own part of a number", "p was 0.31 here", Anchor{Exact: "p was 0.3", Suffix: "1 here"}, "p was 0.3", 0, true},
		{"part of another number", "p was 0.31 here", Anchor{Exact: "p was 0.3", Suffix: "2 here"}, "", 0, false},
		{"a number that grew", "take 11.5 mg", Anchor{Exact: "5 mg", Prefix: "take 1."}, "", 0, false},
		{"after a reference", "proteolysis.30 In line", Anchor{Exact: "0 In line", Prefix: "proteolysis.3"}, "0 In line", 13, true},
		{"sign in a column", "0.12\n−10.9 ± 7.2", Anchor{Exact: "−10.9±7.2"}, "−10.9 ± 7.2", 5, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := NewText(tt.text)
			got, err := text.Find(tt.anchor)
			if tt.want == "" {
				if !errors.Is(err, ErrNotFound) {
					t.Fatalf("got %+v, %v, want an orphan", got, err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			found, _ := text.Slice(got.Start, got.End)
			if found != tt.want || got.Exact != tt.exact || tt.start >= 0 && got.Start != tt.start {
				t.Errorf("got %q %+v, want %q at %d, exact %v", found, got, tt.want, tt.start, tt.exact)
			}
		})
	}
}

func TestFindEmpty(t *testing.T) {
	if _, err := NewText("x").Find(Anchor{Exact: " "}); !errors.Is(err, ErrInvalid) {
		t.Errorf("got %v, want invalid", err)
	}
}

// What Describe says, Find finds, whatever the text.
func TestDescribeFind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("ab é👩.,-– 1\n’ﬁ&;")), 1, 60, -1).Draw(t, "text")
		text := NewText(s)
		start := rapid.IntRange(0, text.Len()-1).Draw(t, "start")
		end := rapid.IntRange(start+1, text.Len()).Draw(t, "end")
		a, err := text.Describe(start, end)
		if err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(a.Exact) == "" {
			return
		}
		p, err := text.Find(a)
		if err != nil || !p.Exact {
			t.Fatalf("%+v: got %+v, %v", a, p, err)
		}
		if got, _ := text.Slice(p.Start, p.End); got != a.Exact {
			t.Fatalf("got %q, want %q", got, a.Exact)
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("the body’s 1.5 mg &amp; −2", "body's", "the", "1.5")
	f.Fuzz(func(t *testing.T, s, exact, prefix, suffix string) {
		text := NewText(s)
		p, err := text.Find(Anchor{Exact: exact, Prefix: prefix, Suffix: suffix})
		if err != nil {
			return
		}
		got, ok := text.Slice(p.Start, p.End)
		if !ok || p.Start >= p.End {
			t.Fatalf("%+v in a text of %d", p, utf8.RuneCountInString(s))
		}
		if p.Exact != (got == exact) && p.Exact {
			t.Fatalf("got %q, want %q", got, exact)
		}
	})
}
