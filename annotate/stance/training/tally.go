package training

import "fmt"

// tally counts how often an answer met a gold class.
type tally [3][3]float64 // gold, then answer

func (t *tally) add(gold, answer int) { t[gold][answer]++ }

// even is the tally as it would be if the gold classes were equally frequent.
func (t tally) even() tally {
	for c, row := range t {
		if n := row[0] + row[1] + row[2]; n > 0 {
			for k := range row {
				t[c][k] /= n
			}
		}
	}
	return t
}

// macroF1 is the mean of the classes' F1.
func (t tally) macroF1() float64 {
	sum := 0.0
	for c := range 3 {
		var gold, said float64
		for k := range 3 {
			gold += t[c][k]
			said += t[k][c]
		}
		if gold+said > 0 {
			sum += 2 * t[c][c] / (gold + said)
		}
	}
	return sum / 3
}

func (t tally) accuracy() float64 {
	var right, all float64
	for c := range 3 {
		for k := range 3 {
			all += t[c][k]
		}
		right += t[c][c]
	}
	return right / max(all, 1)
}

func (t tally) String() string {
	s := fmt.Sprintf("macro-F1 %.3f, accuracy %.3f", t.macroF1(), t.accuracy())
	for c, name := range []string{"supports", "disputes", "neutral"} {
		var gold, said float64
		for k := range 3 {
			gold += t[c][k]
			said += t[k][c]
		}
		s += fmt.Sprintf("; %s P %.2f R %.2f of %.0f", name, t[c][c]/max(said, 1), t[c][c]/max(gold, 1), gold)
	}
	return s
}
