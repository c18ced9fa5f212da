package claims

import (
	"slices"
	"testing"
)

// A statement without a subject has the one that its section spoke of last; what tells people to do something stays advice.
func TestSubjectless(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The stem cells settle in the kidney.\n\nImprove the local circulation of the kidney, and reduce the high pressure in the glomerulus.", "The stem cells improve the local circulation of the kidney."},
		{"The stem cells settle in the kidney.\n\nImprove the local circulation of the kidney, and reduce the high pressure in the glomerulus.", "The stem cells reduce the high pressure in the glomerulus."},
		{"These grafts settle in the kidney.\n\nImprove the blood flow of the kidney.", "The grafts improve the blood flow of the kidney."},
		{"The patch settles on the skin.\n\nRelieve the inflammation of the joints.", "The patch relieves the inflammation of the joints."},
		{"Salt raises blood pressure.\n\nReduce the amount of salt in your food.", "Reduce the amount of salt in your food."},
		{"Heat relaxes the muscles.\n\nRelieve the pain with a warm pack.", "Relieve the pain with a warm pack."},
		{"Improve the blood flow of the kidney.", "Improve the blood flow of the kidney."},
	} {
		got := texts(extract(t, Config{All: true}, article(tt.text)))
		if !slices.Contains(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// A heading begins another subject.
func TestSubjectlessAfterHeading(t *testing.T) {
	a := article("The stem cells settle in the kidney.\n\n# Dialysis\n\nImprove the blood flow of the kidney.")
	got := texts(extract(t, Config{All: true}, a))
	if want := "Improve the blood flow of the kidney."; !slices.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What stands coordinated behind a modal needs no modal of its own, and "which" behind a place in the body speaks of what was done.
func TestShared(t *testing.T) {
	checkPatterns(t, []pattern{
		{"a modal for both", "After surgery, exercise can restore the muscles and prevent blood clots.", []string{
			"After surgery, exercise can restore the muscles",
			"prevent blood clots => After surgery, exercise can prevent blood clots.",
		}},
		{"a place in the body", "High doses of vitamin D raise calcium in the blood, which may damage the kidneys.", []string{
			"High doses of vitamin D raise calcium in the blood",
			"may damage the kidneys => High doses of vitamin D may damage the kidneys.",
		}},
	})
}
