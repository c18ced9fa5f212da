package training

import (
	"math/rand/v2"
	"testing"

	"claimlens/annotate/syntax/internal/weights"
)

// The average is what one gets by adding up the weights after every step.
func TestAverage(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 1))
	l := newLearner()
	now, sum := map[[2]uint32]int64{}, map[[2]uint32]int64{}
	const steps = 500
	for range steps {
		for k, v := range now {
			sum[k] += v
		}
		l.step++
		key, class, by := chance.Uint32N(40)<<20, chance.IntN(5), int32(chance.IntN(2)*2-1)
		l.change([]uint32{key}, class, by)
		now[[2]uint32{key, uint32(class)}] += int64(by)
	}
	for k, v := range now { // what changed in the last step counts once
		sum[k] += v
	}
	got := map[[2]uint32]int64{}
	for _, w := range l.average() {
		got[[2]uint32{w.key, uint32(w.class)}] = w.value
	}
	for k, v := range sum {
		want := share(v-now[k], steps)
		if d := got[k] - want; d < -1 || d > 1 {
			t.Errorf("the weight of %v is %d, want %d", k, got[k], want)
		}
	}
}

func TestFullLearnerAddsNoFeature(t *testing.T) {
	l := newLearner()
	l.only([]weights.Row{{Key: 7}})
	l.step = 1
	l.change([]uint32{7, 8}, 3, 1)
	l.step = 2
	if got := l.average(); len(got) != 1 || got[0].key != 7 {
		t.Errorf("got %v, want one weight, of feature 7", got)
	}
}

func TestQuantize(t *testing.T) {
	rows := quantize([]weight{{1, 0, 4 * unit}, {1, 1, -unit}, {2, 0, unit / 10}, {3, 5, 3 * unit}}, 0.5)
	if len(rows) != 2 || rows[0].Key != 1 || rows[1].Key != 3 {
		t.Fatalf("got %v, want the features 1 and 3", rows)
	}
	if got, want := rows[0].Values[0], int8(127); got != want {
		t.Errorf("the largest weight is %d, want %d", got, want)
	}
	if got, want := rows[0].Values[1], int8(-64); got != want { // a quarter is half the levels
		t.Errorf("a quarter of the largest is %d, want %d", got, want)
	}
}
