package weights

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Scores are what adding up the rows gives, whatever the keys are: crowded at the ends, far apart, or missing.
func TestScore(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 1))
	for _, spread := range []uint32{1, 1 << 10, 1 << 24} {
		values := map[uint32]int8{}
		for i := range uint32(100) {
			values[i*spread] = int8(chance.IntN(255) - 127)
			values[1<<32-1-i*spread] = int8(chance.IntN(255) - 127)
		}
		var rows []Row
		for key, v := range values {
			rows = append(rows, Row{key, []uint8{3, 255}, []int8{v, 1}})
		}
		slices.SortFunc(rows, func(a, b Row) int {
			if a.Key < b.Key {
				return -1
			}
			return 1
		})
		w := New(rows)
		var scores Scores
		for key, v := range values {
			w.Score([]uint32{key, key + 1 + spread/2}, &scores)
			other := values[key+1+spread/2]
			want := int32(v)*max(int32(v), -int32(v)) + int32(other)*max(int32(other), -int32(other))
			if scores[3] != want || scores[0] != 0 {
				t.Fatalf("spread %d, key %d: got %d, want %d", spread, key, scores[3], want)
			}
		}
	}
}

func TestScoreWithoutRows(t *testing.T) {
	var scores Scores
	scores[1] = 7
	New(nil).Score([]uint32{0, 1, 1<<32 - 1}, &scores)
	if scores[1] != 0 {
		t.Errorf("got %d, want 0", scores[1])
	}
}

func TestBest(t *testing.T) {
	if got, want := Best([]int32{-3, 2, 2}), uint8(1); got != want {
		t.Errorf("got %d, want %d", got, want)
	}
}
