package syntax

import (
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for _, test := range []struct{ sentence, want string }{
		{"", ""},
		{"Aspirin doesn't help patients' knees.", "Aspirin|does|n't|help|patients|'|knees|."},
		{"It’s the patient’s choice; they can’t and cannot.", "It|’s|the|patient|’s|choice|;|they|ca|n’t|and|can|not|."},
		{"DON'T", "DO|N'T"},
		{"It fell by 5%, to $1,000 (p<0.05; n=20).", "It|fell|by|5|%|,|to|$|1,000|(|p|<|0.05|;|n|=|20|)|."},
		{"A rise of 5%-10%, or 10–20 points, at 37°C", "A|rise|of|5|%|-|10|%|,|or|10–20|points|,|at|37|°C"},
		{"They took 10mg twice, 50mg/kg at 7:30 a.m.", "They|took|10|mg|twice|,|50|mg/kg|at|7:30|a.m."},
		{"Tissue-specific and/or Ca(2+)-dependent 25(OH)D3", "Tissue-specific|and/or|Ca(2+)-dependent|25(OH)D3"},
		{"(R)-warfarin [12], TNF-α and the 5' end", "(R)-warfarin|[|12|]|,|TNF-α|and|the|5'|end"},
		{`She said, "It works."`, `She|said|,|"|It|works|.|"`},
		{"Dr. J. Smith et al. of the U.S. agree, e.g. in Fig. 2.", "Dr.|J.|Smith|et|al.|of|the|U.S.|agree|,|e.g.|in|Fig.|2|."},
		{"We gave 5 mg.", "We|gave|5|mg|."},
		{"Wait... what—really?!", "Wait|...|what|—|really|?!"},
		{"See https://example.org/a?b=1, or mail a@example.org.", "See|https://example.org/a?b=1|,|or|mail|a@example.org|."},
		{"'Natural' remedies of the '90s", "'|Natural|'|remedies|of|the|'90s"},
		{"mean 10±2 and r≥0.5 or +/- 3", "mean|10|±|2|and|r|≥|0.5|or|+/-|3"},
		{"((a)b", "(|(a)b"},
		{"a(b c)", "a|(|b|c|)"},
	} {
		var got []string
		for _, w := range Words(test.sentence) {
			got = append(got, w.Form)
		}
		if got := strings.Join(got, "|"); got != test.want {
			t.Errorf("Words(%q)\n got %s\nwant %s", test.sentence, got, test.want)
		}
	}
}
