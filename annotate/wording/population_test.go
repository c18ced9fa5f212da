package wording

import (
	"testing"

	"claimlens/annotate/syntax"
)

func TestWhom(t *testing.T) {
	for _, tt := range []struct{ text, population, species string }{
		{"Aspirin prevents strokes in men over 50.", "men over 50", "human"},
		{"Among patients with type 2 diabetes, the drug lowers blood sugar.", "patients with type 2 diabetes", "human"},
		{"The extract slows tumours in mice.", "mice", "mouse"},
		{"In diabetic rats, probiotics improve memory.", "diabetic rats", "rat"},
		{"Vitamin D strengthens the bones of postmenopausal women.", "postmenopausal women", "human"},
		{"The vaccine protects children.", "children", "human"},
		{"Adults aged 40 to 60 sleep badly.", "Adults aged 40 to 60", "human"},
		{"The vaccine protects people living in care homes.", "people living in care homes", "human"},
		{"In vitro, the compound kills bacteria.", "", "cells"},
		{"In cultured human cells, the compound blocks the receptor.", "", "cells"},
		{"In dogs, the hormone falls with age.", "dogs", "dog"},
		{"People need sleep.", "", "human"},
		{"The treatment helps patients.", "", "human"},
		{"Coffee protects the liver.", "", ""},
		{"The St. Louis Children's Hospital treats asthma.", "", "human"},
		{"", "", ""},
	} {
		d := Describe(tt.text, syntax.Parse(tt.text), false)
		if d.Population != tt.population || d.Species != tt.species {
			t.Errorf("%q: got %q, %q, want %q, %q", tt.text, d.Population, d.Species, tt.population, tt.species)
		}
	}
}

// Words that were cut out of a longer sentence, without their heads and relations, tell the same.
func TestDescribeWithoutTrees(t *testing.T) {
	const text = "The tablets may reduce attacks in adults with asthma."
	words := syntax.Parse(text)
	want := Describe(text, words, false)
	for i := range words {
		words[i].Head, words[i].Rel = -1, ""
	}
	if got := Describe(text, words, false); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func FuzzDescribe(f *testing.F) {
	for _, text := range []string{"", "Statins may reduce stroke in men over 50.", "a-b-c – -d- n't", "in with over 50 50 of", "\xff’ ’\x00", "not not no nor neither"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		d := Describe(text, syntax.Parse(text), len(text)%2 == 0)
		if d.Kind == "" || d.Wording == "" || d.Advice == "" || d.Polarity == "" {
			t.Errorf("%q: something is left out: %+v", text, d)
		}
	})
}

func BenchmarkDescribe(b *testing.B) {
	const text = "These findings suggest that the combination of both tablets may reduce the number of attacks in adults with asthma, but larger trials are needed."
	words := syntax.Parse(text)
	b.ReportAllocs()
	for b.Loop() {
		Describe(text, words, false)
	}
}
