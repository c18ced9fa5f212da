package compare

import (
	"testing"

	"claimlens/annotate/stance/internal/reading"
)

func TestAlign(t *testing.T) {
	for _, tt := range []struct {
		name, claim, sentence, word, to string // to: the word that stands for word; empty for none
		how                             float32
	}{
		{"the same stem", "Salt raises pressure.", "Raised pressure was found.", "raises", "Raised", sameStem},
		{"kin", "Kidney disease is common.", "Renal disease was seen.", "Kidney", "Renal", kindred},
		{"one beginning", "Cholesterolemia matters.", "Cholesterolemic people took part.", "Cholesterolemia", "Cholesterolemic", prefixed},
		{"an abbreviation", "CKD is common.", "Chronic kidney disease was seen.", "CKD", "Chronic", abbreviated},
		{"what an abbreviation stands for", "Chronic kidney disease is common.", "We saw CKD in adults.", "Chronic", "CKD", abbreviated},
		{"none", "Zinc helps.", "Owls hunt at night.", "Zinc", "", 0},
		{"a word of no content", "The salt.", "The owl.", "The", "", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			claim, sentence := reading.Read(tt.claim, one{}), reading.Read(tt.sentence, one{})
			a := Align(&claim, &sentence)
			for i, w := range claim.Words {
				if w.Form != tt.word {
					continue
				}
				to := ""
				if a.To[i] >= 0 {
					to = sentence.Words[a.To[i]].Form
				}
				if to != tt.to || a.How[i] != tt.how {
					t.Errorf("got %q by %v, want %q by %v", to, a.How[i], tt.to, tt.how)
				}
				return
			}
			t.Fatalf("the claim has no %q", tt.word)
		})
	}
}

// What is covered is the share of the claim's weight that the sentence has.
func TestCovered(t *testing.T) {
	for sentence, want := range map[string]float32{"Salt raises pressure.": 1, "Salt.": 1.0 / 3, "Owls.": 0, "": 0} {
		claim, s := reading.Read("Salt raises pressure.", one{}), reading.Read(sentence, one{})
		if got := Align(&claim, &s).Covered; got < want-0.001 || got > want+0.001 {
			t.Errorf("%q: got %v, want %v", sentence, got, want)
		}
	}
}

func TestRelate(t *testing.T) {
	for sentence, want := range map[string]relation{
		"Salt raises pressure.":         more,
		"Salt lowers pressure.":         less,
		"Salt does not raise pressure.": nothing,
		"Salt is eaten with pressure.":  unsaid,
	} {
		text := reading.Parse(sentence, one{})
		k := len(text.Words) - 1
		for text.Words[k].Form != "pressure" {
			k--
		}
		if got := relate(&text, 0, k); got != want {
			t.Errorf("%q: got %v, want %v", sentence, got, want)
		}
	}
}

// A paper's units are its sentences nearest to the claim, best first, each with as many figures as there are names.
func TestLook(t *testing.T) {
	claim := reading.Parse("Salt raises blood pressure.", one{})
	p := Look(&claim, "Salt in adults", []string{"Owls hunt. Salt raised blood pressure.", "", "Blood was drawn."}, one{})
	if p.Of != 4 || p.Whole != 1 || len(p.Units) != 3 || p.Units[0].Passage != 0 || p.Units[0].Text != "Salt raised blood pressure." {
		t.Fatalf("got %d of %d units, %v of the claim: %+v", len(p.Units), p.Of, p.Whole, p.Units)
	}
	for _, u := range p.Units {
		if len(u.Figures) != len(PairNames()) {
			t.Errorf("got %d figures, want %d", len(u.Figures), len(PairNames()))
		}
	}
	if p := Look(&claim, "", nil, one{}); len(p.Units) != 0 || p.Of != 0 {
		t.Errorf("got %+v of nothing", p)
	}
}
