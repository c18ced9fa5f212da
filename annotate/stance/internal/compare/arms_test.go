package compare

import (
	"testing"

	"claimlens/annotate/stance/internal/reading"
)

// Two figures are held against one another where the sentence says so, and they count the same.
func TestHeld(t *testing.T) {
	for sentence, want := range map[string]float32{
		"Stroke occurred in 12% of the salt group versus 20% of controls.":           -1,
		"Patients left after 6.2 days with the drug compared with 5.1 days without.": 1,
		"Rates were 34% and 21% in the first and second group, respectively.":        1,
		"Rates were 34% and 21 patients left.":                                       0,
		"The trial ran from 2004 to 2009.":                                           0,
		"The odds were lower (OR 0.62, 95% CI 0.40 to 0.91).":                        0,
		"Pain was scored 4.5 in the yoga group and 4.5 in the control group.":        0,
		"Owls hunt at night.": 0,
		"":                    0,
		"Mean weight was 71 kg in the diet group and 75 kg in the group with no diet.": -1,
	} {
		text := reading.Parse(sentence, one{})
		if _, _, got := held(&text); got != want {
			t.Errorf("%q: got %v, want %v", sentence, got, want)
		}
	}
}
