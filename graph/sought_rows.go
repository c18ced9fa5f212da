package graph

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// signedDownKey orders what people signed about an owner, the newest first.
func signedDownKey(owner uuid.UUID, created time.Time, at mark) key {
	return keyOf(owner).momentDown(created).markDown(at)
}

func (s *step) addSearch(x annotate.Search, at mark) error {
	c, err := s.claim(x.Claim)
	if err != nil {
		return err
	}
	c.Standing.Searches++
	if x.Created.After(c.Standing.Searched) {
		c.Standing.Searched = x.Created
	}
	s.totals.Searches++
	s.about.add(x.Claim)
	return s.sign(claimSearches, signedDownKey(x.Claim, x.Created, at), x.ID, x)
}

// sign saves what a person signed, so that it is found by its identifier too.
func (s *step) sign(bucket string, k key, id uuid.UUID, x any) error {
	if err := s.save(bucket, k, x); err != nil {
		return err
	}
	return s.put(signedKeys, id[:], append([]byte(bucket+"\x00"), k...))
}
