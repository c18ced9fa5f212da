package graph

import (
	"encoding/binary"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// claimRow is a claim with its standing, the lengths of its lists, and where it stands in the lists of claims.
type claimRow struct {
	annotate.ClaimRow
	Mentions int  `json:"mentions"`
	Evidence int  `json:"evidence"`
	Grades   int  `json:"grades"`
	Changed  mark `json:"changed"` // what changed its state last
}

// claimStep is a claim that an event touches.
type claimStep struct {
	claimRow
	before annotate.Standing // as it was before the event; the zero Standing for a new claim
	judge  bool              // evidence or grades changed, so that the standing has to be folded again
}

// claim is the row of a claim that the event touches.
func (s *step) claim(id uuid.UUID) (*claimStep, error) {
	if c, ok := s.claims[id]; ok {
		return c, nil
	}
	c := &claimStep{}
	if err := s.mustLoad(claimRows, id[:], &c.claimRow); err != nil {
		return nil, err
	}
	c.before = c.Standing
	s.touch(c)
	return c, nil
}

func (s *step) touch(c *claimStep) {
	s.claims[c.Claim.ID] = c
	s.touched = append(s.touched, c.Claim.ID)
}

func (s *step) addClaim(claim annotate.Claim, at mark) error {
	c := &claimStep{}
	c.Claim, c.Standing = claim, annotate.Fold(nil, nil)
	s.touch(c)
	s.totals.Claims++
	return s.put(claimOrder, key{}.mark(at), claim.ID[:])
}

// saveClaims judges the claims that have to be, puts those whose state changed at the head of their lists, in the order
// in which the event touched them, and saves all.
func (s *step) saveClaims() error {
	changed := 0
	for _, id := range s.touched {
		c := s.claims[id]
		if c.judge {
			if err := s.fold(c); err != nil {
				return err
			}
		}
		if c.Standing.State != c.before.State {
			changed++
			if err := s.move(c, mark{Seq: s.event.Seq, Place: changed}); err != nil {
				return err
			}
		}
		if err := s.saveClaim(c); err != nil {
			return err
		}
	}
	return nil
}

func (s *step) saveClaim(c *claimStep) error {
	if c.before.Graders == 0 && c.Standing.Graders > 0 {
		s.totals.Graded++
		if err := s.countGraded(c.Claim.ID); err != nil {
			return err
		}
	}
	if c.Standing.Articles != c.before.Articles {
		k := keyOf(c.Claim.ID).moment(s.event.Time).seq(s.event.Seq)
		if err := s.put(claimArticles, k, binary.AppendUvarint(nil, uint64(c.Standing.Articles))); err != nil {
			return err
		}
	}
	return s.save(claimRows, c.Claim.ID[:], c.claimRow)
}

// fold derives the claim's standing from its evidence and grades.
func (s *step) fold(c *claimStep) error {
	evidence, err := s.evidenceOf(c.Claim.ID)
	if err != nil {
		return err
	}
	grades, err := s.gradesOf(c.Claim.ID)
	if err != nil {
		return err
	}
	was := c.Standing
	c.Standing = annotate.Fold(evidence, grades)
	c.Standing.Articles, c.Standing.Searches, c.Standing.Searched = was.Articles, was.Searches, was.Searched
	return nil
}

// move puts a claim at the head of the list of its state and of the list of all.
func (s *step) move(c *claimStep, to mark) error {
	for _, list := range []annotate.ReviewState{"", c.before.State} {
		if c.Changed.Seq == 0 {
			break
		}
		if err := s.delete(claimStates, stateKey(list).latest(c.Changed)); err != nil {
			return err
		}
	}
	for _, list := range []annotate.ReviewState{"", c.Standing.State} {
		if err := s.put(claimStates, stateKey(list).latest(to), c.Claim.ID[:]); err != nil {
			return err
		}
	}
	if c.before.State != "" {
		s.totals.States[c.before.State]--
	}
	s.totals.States[c.Standing.State]++
	c.Changed = to
	return nil
}

// stateKey is the prefix of the list of the claims in a state, or of all for the empty state.
func stateKey(state annotate.ReviewState) key {
	return append(append(make(key, 0, 32), state...), 0)
}

// countGraded counts a claim that has got its first grade in the articles whose latest revision makes it.
func (s *step) countGraded(claim uuid.UUID) error {
	counted := map[uuid.UUID]bool{}
	return s.scan(claimMentions, keyOf(claim), func(_, at []byte) error {
		in, err := mentionedIn(at)
		if err != nil || counted[in.article] || s.get(mentionRows, at) == nil {
			return err
		}
		article, err := s.article(in.article)
		if err == nil && article.Revision == in.number {
			counted[in.article] = true
			article.Graded++
		}
		return err
	})
}
