package reading

import (
	"strings"
	"testing"
)

type one struct{}

func (one) Of(string) float32    { return 1 }
func (one) Vector(string) []int8 { return nil }

// word is the first word of a sentence, parsed, that is written so.
func word(t *testing.T, sentence, form string) Word {
	t.Helper()
	for _, w := range Parse(sentence, one{}).Words {
		if w.Form == form {
			return w
		}
	}
	t.Fatalf("%q has no %q", sentence, form)
	return Word{}
}

func TestPolarity(t *testing.T) {
	for _, tt := range []struct {
		sentence, of string
		sign         int8
		denied, same bool
	}{
		{"Salt raises blood pressure.", "pressure", 1, false, false},
		{"Salt lowers blood pressure.", "pressure", -1, false, false},
		{"Salt does not raise blood pressure.", "pressure", 1, true, false},
		{"The drug reduces the risk of stroke.", "stroke", -1, false, false},
		{"Salt was eaten with fish.", "fish", 0, false, false},
	} {
		p := word(t, tt.sentence, tt.of).Polarity
		if p.Sign != tt.sign || p.Denied != tt.denied || p.Same != tt.same {
			t.Errorf("%q of %q: got %+v, want sign %d, denied %v, same %v", tt.of, tt.sentence, p, tt.sign, tt.denied, tt.same)
		}
	}
}

// Two directions multiply, one alone stays, and two denials cancel out.
func TestPolarityAnd(t *testing.T) {
	more, less, denied := Polarity{Sign: 1}, Polarity{Sign: -1}, Polarity{Denied: true}
	for _, tt := range []struct{ a, b, want Polarity }{
		{more, less, less}, {less, less, more}, {less, Polarity{}, less}, {Polarity{}, more, more}, {denied, denied, Polarity{}},
		{less, denied, Polarity{Sign: -1, Denied: true}}, {Polarity{Same: true}, Polarity{Doubt: true}, Polarity{Same: true, Doubt: true}},
	} {
		if got := tt.a.and(tt.b); got != tt.want {
			t.Errorf("%+v and %+v: got %+v, want %+v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	text := Read("Two BRCA1 carriers took the drug.", one{})
	if len(text.Words) < 6 || text.Parsed {
		t.Fatalf("got %+v", text)
	}
	two, gene, the := text.Words[0], text.Words[1], text.Words[4]
	if two.Stem != "2" || !two.Number || !gene.Name || gene.Weight != 1 || the.Lower != "the" || the.Weight != 0 {
		t.Errorf("got %+v, %+v and %+v", two, gene, the)
	}
	if n := len(Read(strings.Repeat("salt ", 10*MostWords), one{}).Words); n != MostWords {
		t.Errorf("%d words of a sentence are read, want %d", n, MostWords)
	}
}

func TestKin(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{{"kidney", "renal", true}, {"deaths", "mortality", true}, {"kidney", "hepatic", false}, {"owl", "owl", false}} {
		a, b := Read(tt.a, one{}).Words[0], Read(tt.b, one{}).Words[0]
		if got := a.Kin(b); got != tt.want {
			t.Errorf("%q and %q: got %v", tt.a, tt.b, got)
		}
	}
	if !Directs(Stem("raises")) || Directs(Stem("salt")) {
		t.Error("raises has no direction, or salt has")
	}
}
