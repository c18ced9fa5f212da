package compare

import "claimlens/annotate/stance/internal/reading"

// Sheet is a list of figures, each with a name.
type Sheet struct {
	Values []float32
	Names  []string // as long as Values where Named is set
	Named  bool
}

func (s *Sheet) put(name string, v float32) {
	s.Values = append(s.Values, v)
	if s.Named {
		s.Names = append(s.Names, name)
	}
}

func (s *Sheet) flag(name string, v bool) {
	if v {
		s.put(name, 1)
	} else {
		s.put(name, 0)
	}
}

// PairNames are the names of the figures that Pair puts on a sheet, in their order.
func PairNames() []string {
	empty := &reading.Text{}
	s := Sheet{Named: true}
	Pair(&s, Align(empty, empty), Place{})
	return s.Names
}

// PoolNames are the names of the figures that Pool puts on a sheet, in their order.
func PoolNames() []string {
	s := Sheet{Named: true}
	Pool(&s, Paper{}, nil)
	return s.Names
}
