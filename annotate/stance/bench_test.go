package stance_test

import (
	"context"
	"testing"

	"claimlens/annotate/stance"
)

// trial is an abstract of ten sentences, which we wrote.
var trial = []string{
	"High blood pressure is a leading cause of stroke, and whether eating less salt prevents it in older adults is not well known.",
	"We aimed to find out whether a diet low in salt lowers blood pressure and the risk of stroke in people above 60.",
	"In this randomised trial, 1,204 adults from twelve clinics were assigned to a diet with little salt or to their usual diet for two years.",
	"The primary outcome was the change in systolic blood pressure from the first visit to the last, measured by nurses who did not know the diet.",
	"Secondary outcomes were stroke, myocardial infarction, death from any cause, and how well participants kept to the diet.",
	"At two years, mean systolic blood pressure was 131.2 mmHg in the group with little salt and 136.9 mmHg in the control group (p < 0.001).",
	"Stroke occurred in 21 participants (3.5%) with little salt and in 34 (5.6%) with their usual diet (HR 0.62, 95% CI 0.36-1.06).",
	"There was no significant difference in myocardial infarction or in death from any cause between the groups.",
	"Dizziness was reported more often with little salt, though few participants left the trial because of it.",
	"Eating less salt lowered blood pressure in older adults, and larger trials are needed to tell whether it prevents stroke.",
}

func BenchmarkJudge(b *testing.B) {
	j := stance.New()
	q := stance.Question{Claim: "A diet low in salt lowers blood pressure in older people.", Title: "Salt and blood pressure in older adults: a randomised trial", Passages: trial}
	if _, err := j.Judge(context.Background(), q); err != nil { // reads the models
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := j.Judge(context.Background(), q); err != nil {
			b.Fatal(err)
		}
	}
}
