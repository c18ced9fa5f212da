package syntax

import (
	"slices"
	"strings"
	"testing"
)

// aTree fails the test unless words are a tree with one root.
func aTree(t *testing.T, words []Word) {
	t.Helper()
	roots := 0
	for i, w := range words {
		if w.Head < -1 || w.Head >= len(words) || w.Head == i || w.Tag == "" || w.Rel == "" {
			t.Fatalf("word %d of %d is %+v", i, len(words), w)
		}
		if w.Head < 0 {
			roots++
		}
		steps := 0
		for at := i; at >= 0; at = words[at].Head {
			if steps++; steps > len(words) {
				t.Fatalf("word %d stands in a circle", i)
			}
		}
	}
	if len(words) > 0 && roots != 1 {
		t.Errorf("there are %d roots, want 1", roots)
	}
}

func TestParse(t *testing.T) {
	var got []string
	for _, w := range Parse("Coffee does not cause headaches.") {
		head := "-"
		if w.Head >= 0 {
			head = string(rune('0' + w.Head))
		}
		got = append(got, w.Form+"/"+w.Tag+"/"+w.Rel+"/"+head)
	}
	want := "Coffee/NOUN/nsubj/3 does/AUX/aux/3 not/PART/advmod/3 cause/VERB/root/- headaches/NOUN/obj/3 ./PUNCT/punct/3"
	if got := strings.Join(got, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Nobody writes such sentences, and a page may still hold them.
func TestMonsters(t *testing.T) {
	for name, sentence := range map[string]string{
		"words":    strings.Repeat("and tea helps, ", 2000),
		"brackets": strings.Repeat("(", 10_000),
		"closing":  strings.Repeat(")", 10_000),
		"letters":  strings.Repeat("a", 1<<20),
		"stops":    strings.Repeat("a.", 10_000),
		"dashes":   strings.Repeat("1-", 10_000),
		"nothing":  " \t ",
	} {
		t.Run(name, func(t *testing.T) { aTree(t, Parse(sentence)) })
	}
}

func TestParseSideBySide(t *testing.T) {
	const sentence = "Patients who took aspirin had fewer strokes than those who didn't."
	want := Parse(sentence)
	for range 8 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for range 20 {
				for i, w := range Parse(sentence) {
					if w != want[i] {
						t.Fatalf("word %d is %+v, want %+v", i, w, want[i])
					}
				}
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "Tea doesn't help (much).", "p<0.05", "Ca(2+)-dependent", "5%-10% of $5", "’’s", "\xff(\xfe)", "http://a.b/c)."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, sentence string) {
		words := Parse(sentence)
		at := 0
		for _, w := range words {
			if w.Start < at || w.End <= w.Start || sentence[w.Start:w.End] != w.Form {
				t.Fatalf("%+v is not what stands there", w)
			}
			if gap := sentence[at:w.Start]; strings.TrimFunc(gap, isSpace) != "" {
				t.Fatalf("%q is in no word", gap)
			}
			at = w.End
		}
		if rest := sentence[at:]; strings.TrimFunc(rest, isSpace) != "" {
			t.Fatalf("%q is in no word", rest)
		}
		aTree(t, words)
	})
}

func BenchmarkParse(b *testing.B) {
	const sentence = "In this randomised trial, patients with type 2 diabetes who walked for 30 minutes a day had lower blood sugar " +
		"than those who did not, although the difference was no longer significant after one year."
	words := len(Words(sentence))
	for b.Loop() {
		Parse(sentence)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// Tags that somebody else gave lead to the same tree, and unknown ones to one as well.
func TestHang(t *testing.T) {
	want := Parse("Dialysis will gradually shrink the kidneys.")
	got := slices.Clone(want)
	for i := range got {
		got[i].Head, got[i].Rel = -1, ""
	}
	if Hang(got); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for i := range got {
		got[i].Tag, got[i].Penn = "?", ""
	}
	Hang(got)
	roots := 0
	for _, w := range got {
		if w.Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		t.Errorf("got %d roots of words with unknown tags, want 1", roots)
	}
	Tag(nil)
	Hang(nil)
}
