package annotate

import "time"

// Weight is whether a paper counts as evidence, and since when the record knows what took that away or asks for another
// look at the paper. The zero Weight is that of a paper to which nothing has happened.
type Weight struct {
	Lost      time.Time `json:"lost,omitzero"`       // when it became known that the paper has no weight; zero while it has
	LostBy    string    `json:"lostBy,omitempty"`    // by which kind of notice
	Amended   time.Time `json:"amended,omitzero"`    // when the last correction became known
	AmendedBy string    `json:"amendedBy,omitempty"` // which kind of notice that was
}

// None says whether the paper has no weight: it was retracted, withdrawn, or put under concern.
func (w Weight) None() bool { return !w.Lost.IsZero() }

// After is the weight of a paper once something new is known of it: what was known before (the zero Citation for a paper
// that is new), what is known now, and when that came. A retraction that is taken back gives the paper its weight again; one
// that follows a concern leaves the time at which the weight was lost, and asks for another look.
func (w Weight) After(before, now Citation, at time.Time) Weight {
	switch n, s := now.Worst(); {
	case !s.Weightless():
		w.Lost, w.LostBy = time.Time{}, ""
	case !w.None():
		w.Lost, w.LostBy = at, n.Kind
	case n.Kind != w.LostBy:
		w.LostBy, w.Amended, w.AmendedBy = n.Kind, at, n.Kind
	}
	if before.Version == 0 { // corrected before anybody could rest anything on it
		return w
	}
	for _, n := range now.Since(before) {
		if s := n.Severity(); s.Reopens() && !s.Weightless() {
			w.Amended, w.AmendedBy = at, n.Kind
			break
		}
	}
	return w
}
