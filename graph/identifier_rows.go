package graph

import (
	"crypto/sha256"

	"claimlens/annotate"
)

// identifierKey begins the keys of the papers that have an identifier.
func identifierKey(i annotate.Identifier) key {
	sum := sha256.Sum256([]byte(string(i.Kind) + "\x00" + i.Value))
	return append(make(key, 0, len(sum)+12), sum[:]...)
}

// identify lists a paper under the DOI and the PMCID of its latest version, before those of the papers that have the same
// one and changed before; under its PMID it is found anyway.
func (s *step) identify(was annotate.Citation, wasAt mark, is annotate.Citation, at mark) error {
	for _, i := range was.Identifiers()[1:] {
		if err := s.delete(citationNames, identifierKey(i).latest(wasAt)); err != nil {
			return err
		}
	}
	for _, i := range is.Identifiers()[1:] {
		if err := s.put(citationNames, identifierKey(i).latest(at), is.ID[:]); err != nil {
			return err
		}
	}
	return nil
}
