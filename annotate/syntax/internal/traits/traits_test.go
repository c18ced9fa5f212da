package traits

import (
	"testing"

	"claimlens/annotate/syntax/internal/lexicon"
)

func lexiconOf(senses map[string]uint8) *lexicon.Lexicon {
	var entries []lexicon.Entry
	for word, s := range senses {
		e := lexicon.Entry{Key: lexicon.Key(Lower(word)), Senses: s}
		i := 0
		for i < len(entries) && entries[i].Key < e.Key {
			i++
		}
		entries = append(entries[:i], append([]lexicon.Entry{e}, entries[i:]...)...)
	}
	return lexicon.New(entries)
}

func TestSense(t *testing.T) {
	l := lexiconOf(map[string]uint8{"lower": lexicon.Verb, "study": lexicon.Noun, "stop": lexicon.Verb | lexicon.Noun, "bake": lexicon.Verb})
	for _, test := range []struct {
		form string
		want uint64
	}{
		{"lower", 2},
		{"Lowers", 2 | 1<<8},
		{"STUDIES", 1 | 1<<8},
		{"studied", 1 | 2<<8},
		{"stopped", 3 | 2<<8},
		{"baking", 2 | 3<<8},
		{"s", 0},
		{"ing", 0},
		{"tea", 0},
		{"", 0},
	} {
		if got := Of(test.form, l).Sense; got != test.want {
			t.Errorf("the sense of %q is %#x, want %#x", test.form, got, test.want)
		}
	}
}

func TestTraits(t *testing.T) {
	l := lexicon.New(nil)
	a, b := Of("Interleukin-12", l), Of("interleukin-34", l)
	if a.Lower != b.Lower || a.Form == b.Form {
		t.Error("digits and case count in Lower, or do not in Form")
	}
	if a.Shape == b.Shape || Of("Abc-99", l).Shape != a.Shape {
		t.Error("a shape is not what stands in which case where")
	}
	if a.Suffix[1] != Of("90", l).Suffix[1] || a.Prefix[2] != Of("int", l).Lower {
		t.Error("the ends are not those of the word")
	}
	if x := Of("é", l); x.Suffix[4] != x.Suffix[0] || x.Prefix[3] != x.Lower {
		t.Error("a short word's ends are not the word")
	}
	Of("\xff\xfe", l) // bytes that are no letters
}
