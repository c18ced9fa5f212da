package rhetoric

import (
	"strings"
	"testing"
)

// abstracts are invented; a sign before each sentence says its role.
var abstracts = []string{
	`b Zinc is widely used for colds, although previous studies have been small.
o The aim of this trial was to determine whether zinc shortens colds.
m Eighty adults were randomly assigned to zinc or placebo for 5 days.
m The primary outcome was the length of the cold.
r Colds were significantly shorter with zinc (5.1 vs 6.2 days, P = 0.01).
r Nausea was more common with zinc (12%) than with placebo (4%).
c In conclusion, zinc may shorten colds.`,
	`b Migraine is a common cause of disability worldwide.
b Little is known about the role of magnesium in children.
o We sought to evaluate magnesium in children with migraine.
m We conducted a retrospective cohort study of 412 children at one hospital.
m Data were collected from medical records.
r Children who took magnesium had fewer attacks (hazard ratio 0.81, 95% CI 0.70-0.94).
r There was no difference in absence from school.
c These findings suggest that magnesium is useful in children, but further studies are needed.`,
	`o To compare walking with swimming for stiff knees.
m Adults aged over 60 years were randomised to walk or to swim for 12 weeks.
m Stiffness was measured by questionnaire.
r Stiffness decreased in both groups, and did not differ between them.
c Walking and swimming are effective for stiff knees.`,
	`b The liver plays an important role in the metabolism of iron, but the mechanism remains unclear.
o Here we asked whether hepcidin controls it in mice.
m Mice were given iron or water, and livers were analyzed by PCR.
r Iron increased hepcidin twofold (P<0.001).
c Our results indicate that hepcidin controls the metabolism of iron.`,
	`b Stem cells are sold as a cure.
r In forty patients no one was cured.
r Filtration fell by 2 ml a year in both groups.`,
}

func TestRead(t *testing.T) {
	letters := map[byte]Role{'b': Background, 'o': Objective, 'm': Methods, 'r': Results, 'c': Conclusions}
	for _, a := range abstracts {
		var text []string
		var want []Role
		for _, line := range strings.Split(a, "\n") {
			want = append(want, letters[line[0]])
			text = append(text, line[2:])
		}
		whole := strings.Join(text, " ")
		got := Read(whole)
		if len(got) != len(want) {
			t.Fatalf("got %d sentences, want %d", len(got), len(want))
		}
		for i, s := range got {
			if s.Role != want[i] {
				t.Errorf("%q: got %s, want %s", whole[s.Start:s.End], s.Role, want[i])
			}
		}
	}
}

func TestReadNothing(t *testing.T) {
	if got := Read(" \n"); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestOfCategory(t *testing.T) {
	for r := Background; r <= Conclusions; r++ {
		if got := OfCategory(strings.ToUpper(r.String())); got != r {
			t.Errorf("%s: got %s", r, got)
		}
	}
	if got := OfCategory("UNASSIGNED"); got != Unknown {
		t.Errorf("got %s", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("We asked. P < 0.05. p")
	f.Add("P")
	f.Add("p    x. ")
	f.Add("\xff%p=")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, s := range Read(text) {
			if s.Start < end || s.End <= s.Start || s.End > len(text) || s.Role == Unknown {
				t.Fatalf("%+v behind %d in %q", s, end, text)
			}
			end = s.End
		}
	})
}
