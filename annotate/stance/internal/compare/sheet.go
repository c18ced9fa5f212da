package compare

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
