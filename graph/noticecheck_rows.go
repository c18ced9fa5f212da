package graph

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// addCheck keeps what a source said about a paper. When that changes the paper's weight, or corrects it, the claims that
// rest on it are judged again.
func (s *step) addCheck(n annotate.NoticeCheck, at mark) error {
	row, err := s.citationRow(n.Citation)
	if err != nil {
		return err
	}
	row.Checks++
	s.totals.Checks++
	s.about.add(n.Citation)
	if err := s.sign(noticeChecks, signedDownKey(n.Citation, n.Created, at), n.ID, n); err != nil {
		return err
	}
	before, err := s.latestVersion(n.Citation, row)
	if err != nil {
		return err
	}
	now := before
	if now.Heard, err = s.heard(n.Citation, time.Time{}); err != nil {
		return err
	}
	row.Heard = now.Heard
	turned, err := s.weigh(&row, before, now, n.Created)
	if err != nil {
		return err
	}
	if err := s.save(citationRows, n.Citation[:], row); err != nil || !turned {
		return err
	}
	return s.judgeAll(n.Citation)
}

// heard is what sources had said about a paper at a time (now for the zero time).
func (r rows) heard(citation uuid.UUID, asOf time.Time) ([]annotate.Notice, error) {
	var checks []annotate.NoticeCheck
	item := parseItem[annotate.NoticeCheck](noticeChecks)
	err := r.walk(signedUntil(noticeChecks, citation, asOf), func(k, v []byte) error {
		c, err := item(k, v)
		checks = append(checks, c)
		return err
	})
	return annotate.Heard(checks), err
}

// latestVersion is a paper as it is known: its latest version, with what others say.
func (r rows) latestVersion(id uuid.UUID, row citationRow) (annotate.Citation, error) {
	var version versionRow
	err := r.mustLoad(citationVersions, keyOf(id).number(row.Version), &version)
	version.Citation.Heard = row.Heard
	return version.Citation, err
}
