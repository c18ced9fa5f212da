package training

import "claimlens/annotate/syntax/internal/weights"

// learner is an averaged perceptron (Collins, 2002) over hashed features. All its numbers are whole, so it learns
// the same on every machine. The average is kept as Daumé does: beside each weight stands the sum of its changes, each
// times the step it was made in, and weight·steps − sum is what the weight was, summed over all steps.
type learner struct {
	slots []learned
	used  int
	shift uint
	cells []cell
	late  []int64 // for each cell, the sum of its changes times their steps
	step  int64
	full  bool // no feature is added any more
}

// learned leads from a feature to its cells: n of them are used, room are there.
type learned struct {
	key, at uint32
	n, room uint16
}

// cell is a weight in the upper 24 bits and its class in the lowest 8.
type cell int32

func newCell(class int, value int32) cell { return cell(value<<8 | int32(class)) }

func newLearner() *learner {
	return &learner{slots: make([]learned, 1<<16), shift: 16, cells: make([]cell, 1), late: make([]int64, 1)}
}

// only makes the learner learn about the features of rows alone.
func (l *learner) only(rows []weights.Row) {
	for _, r := range rows {
		l.row(r.Key)
	}
	l.full = true
}

// find is the slot of a feature, or the empty one where it belongs.
func (l *learner) find(key uint32) uint32 {
	mask := uint32(len(l.slots) - 1)
	i := key >> l.shift
	for l.slots[i].room != 0 && l.slots[i].key != key {
		i = (i + 1) & mask
	}
	return i
}

// score sums up the weights of features.
func (l *learner) score(features []uint32, scores *weights.Scores) {
	clear(scores[:])
	var places [weights.Most]uint32
	for i, key := range features {
		places[i] = l.find(key)
	}
	for _, i := range places[:len(features)] {
		s := &l.slots[i]
		for _, c := range l.cells[s.at : s.at+uint32(s.n)] {
			scores[c&0xff] += int32(c >> 8)
		}
	}
}

// change adds by to the weights of a class for each feature.
func (l *learner) change(features []uint32, class int, by int32) {
	for _, key := range features {
		s := l.row(key)
		if s == nil {
			continue
		}
		at := l.cell(s, class)
		l.cells[at] += newCell(0, by)
		l.late[at] += int64(by) * l.step
	}
}

// row is the slot of a feature, which is made when there is none, or nil when the learner is full.
func (l *learner) row(key uint32) *learned {
	i := l.find(key)
	if l.slots[i].room == 0 {
		if l.full {
			return nil
		}
		if 2*l.used >= len(l.slots) {
			l.grow()
			i = l.find(key)
		}
		l.used++
		l.slots[i] = learned{key: key, at: uint32(len(l.cells)), room: 1}
		l.make(1)
	}
	return &l.slots[i]
}

func (l *learner) grow() {
	old := l.slots
	l.slots = make([]learned, 2*len(old))
	l.shift--
	for _, s := range old {
		if s.room != 0 {
			l.slots[l.find(s.key)] = s
		}
	}
}

// cell is the place of a class's weight in a row, which moves to the end when it has no room.
func (l *learner) cell(s *learned, class int) uint32 {
	end := s.at + uint32(s.n)
	for at := s.at; at < end; at++ {
		if int(l.cells[at]&0xff) == class {
			return at
		}
	}
	if s.n == s.room {
		from := s.at
		s.at, s.room = uint32(len(l.cells)), 2*s.room
		l.make(int(s.room))
		copy(l.cells[s.at:], l.cells[from:end])
		copy(l.late[s.at:], l.late[from:end])
		end = s.at + uint32(s.n)
	}
	s.n++
	l.cells[end] = newCell(class, 0)
	return end
}

func (l *learner) make(n int) {
	l.cells = append(l.cells, make([]cell, n)...)
	l.late = append(l.late, make([]int64, n)...)
}
