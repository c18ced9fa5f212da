package training

import (
	"fmt"

	"claimlens/annotate"
	"claimlens/annotate/stance/internal/model"
	"claimlens/annotate/stance/internal/reading"
)

type measured struct {
	Claim, Title string
	Passages     []string
	Stance       annotate.Stance
}

// measure says how good the model and the baseline are on the files that nothing was learned from.
func (c Config) measure(m *model.Model, examples []example) error {
	if len(c.Measure) == 0 {
		return nil
	}
	b := newBaseline(examples)
	for _, name := range c.Measure {
		var ours, base tally
		err := eachLine(name, func(x measured) {
			e := example{claim: x.Claim, title: x.Title, passages: x.Passages, gold: x.Stance}
			claim := reading.Parse(x.Claim, m.Weights)
			ours.add(class(e.gold), top(m.Judge(&claim, e.title, e.passages).Whole))
			base.add(class(e.gold), top(b.shares(b.figures(e))))
		})
		if err != nil {
			return fmt.Errorf("measuring: %w", err)
		}
		c.Say("the model, %s: %s", name, &ours)
		c.Say("the baseline, %s: %s", name, &base)
	}
	return nil
}
