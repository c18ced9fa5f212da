package claims

import (
	"slices"
	"testing"
)

// What a press release says of those who sent it, behind its end and in legal notices, is no claim; a mark in its first half is no
// end.
func TestOutside(t *testing.T) {
	const report = "Salt raises blood pressure. Garlic lowers the risk of stroke in older adults."
	for _, tt := range []struct{ name, text, claim, why string }{
		{"behind the end", report + "\n\n###\n\nThe Lund Institute reduces the burden of heart disease.", "The Lund Institute reduces the burden of heart disease.", "stands behind the end of the release"},
		{"the end in words", report + "\n\n- ENDS -\n\nThe Lund Institute reduces the burden of heart disease.", "The Lund Institute reduces the burden of heart disease.", "stands behind the end of the release"},
		{"an item behind it", report + "\n\n# # #\n\nThe Lund Institute works to:\n\n- reduce the burden of heart disease.", "Reduce the burden of heart disease.", "stands behind the end of the release"},
		{"a legal notice", report + "\n\nForward-looking statements involve risks which may cause our results to be different.", "Forward-looking statements involve risks which may cause our results to be different.", "is part of a legal notice"},
		{"no end", "Lund\n\n###\n\n" + report, "Salt raises blood pressure.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := extract(t, Config{All: true}, article(tt.text))
			kept := texts(extract(t, Config{}, article(tt.text)))
			for _, d := range all {
				if d.Text == tt.claim {
					if got := slices.Contains(d.Reasons, tt.why); got != (tt.why != "") {
						t.Errorf("got the reasons %q, want %q", d.Reasons, tt.why)
					}
					if got := slices.Contains(kept, tt.claim); got != (tt.why == "") {
						t.Errorf("got it kept: %v", got)
					}
					return
				}
			}
			t.Errorf("got %q, want %q", texts(all), tt.claim)
		})
	}
}

func TestDatelineOfTwoWords(t *testing.T) {
	got := texts(extract(t, Config{}, article("NEW YORK -- Treatment with garlic lowers blood pressure.")))
	if want := []string{"Treatment with garlic lowers blood pressure."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
