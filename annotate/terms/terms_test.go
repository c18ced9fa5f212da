package terms

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"the of and", nil},
		{"COVID‑19", []string{"covid", "19", "covid19"}},
		{"TGF-β1", []string{"tgf", "beta1", "tgfb1"}},
		{"TGF-beta1", []string{"tgf", "beta1", "tgfb1"}},
		{"TGFβ1", []string{"tgfbeta1", "tgfb1"}},
		{"β-carotene", []string{"beta", "caroten", "betacaroten"}},
		{"Sjögren’s syndrome", []string{"sjogren", "syndrom"}},
		{"Oestrogen and estrogen", []string{"estrogen", "estrogen"}},
		{"mice, mouse", []string{"mous", "mous"}},
		{"1,000 or 1.5", []string{"1000", "1.5"}},
		{"reduces reduced reducing", []string{"reduc", "reduc", "reduc"}},
	} {
		if got := NewReader().Words(test.text); !slices.Equal(got, test.want) && len(got)+len(test.want) > 0 {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	got := Of("cure of the TGF-β1 gene")
	var places []int
	for _, x := range got {
		places = append(places, x.Place)
	}
	if want := []int{0, 3, 4, 3, 5}; !slices.Equal(places, want) {
		t.Errorf("got %v, want %v", places, want)
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range []string{"COVID‑19", "a-b-c-d-e", "\xff\x00é’s", "1,2,3.4", "-", "ΑΒΓ-δ1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		reader := NewReader()
		for _, x := range reader.Of(text) {
			if x.Start < 0 || x.Start >= x.End || x.End > len(text) || x.Text == "" || utf8.ValidString(text) && !utf8.ValidString(x.Text) {
				t.Errorf("%+v of %q", x, text)
			}
		}
		if !slices.EqualFunc(Of(text), reader.Of(text), func(a, b Term) bool { return a == b }) {
			t.Errorf("a reader that remembers reads %q differently", text)
		}
	})
}
