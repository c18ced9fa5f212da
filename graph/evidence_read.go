package graph

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// Evidence is one piece of evidence with its claim and citation.
func (s *Store) Evidence(ctx context.Context, id uuid.UUID) (annotate.EvidenceRow, error) {
	return readOne(ctx, s, func(r reading) (annotate.EvidenceRow, error) {
		if r.get(evidenceRows, id[:]) == nil {
			return annotate.EvidenceRow{}, fmt.Errorf("evidence %s: %w", id, annotate.ErrNotFound)
		}
		return r.evidenceRow(id, time.Time{})
	})
}

// ClaimEvidence lists the evidence of a claim as of a time (now for the zero time), oldest first, with its citations. As
// of a time it costs as much as the claim has evidence.
func (s *Store) ClaimEvidence(ctx context.Context, claim uuid.UUID, asOf time.Time, p annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.EvidenceRow], error) {
		c, err := r.claimAsOf(claim, asOf)
		if err != nil {
			return annotate.List[annotate.EvidenceRow]{}, unlessMissing(err)
		}
		list := listing{bucket: claimEvidence, prefix: claim[:], total: c.Evidence}
		if !asOf.IsZero() {
			list.to = afterMoment(claim, asOf)
			list.total = r.length(list)
		}
		return readPage(r.rows, list, p, r.evidenceItem(asOf))
	})
}

// CitationEvidence lists the evidence that rests on a citation, oldest first, with its claims.
func (s *Store) CitationEvidence(ctx context.Context, citation uuid.UUID, p annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.EvidenceRow], error) {
		row, err := r.citationRow(citation)
		if err != nil {
			return annotate.List[annotate.EvidenceRow]{}, unlessMissing(err)
		}
		list := listing{bucket: citationEvidence, prefix: citation[:], total: row.Evidence}
		return readPage(r.rows, list, p, r.evidenceItem(time.Time{}))
	})
}

// evidenceItem reads the evidence that a row of a list names.
func (r rows) evidenceItem(asOf time.Time) func(k, v []byte) (annotate.EvidenceRow, error) {
	return func(_, v []byte) (annotate.EvidenceRow, error) {
		id, err := idIn(evidenceRows, v)
		if err != nil {
			return annotate.EvidenceRow{}, err
		}
		return r.evidenceRow(id, asOf)
	}
}

// evidenceRow is evidence as of a time, with the claim, and with the citation and the decision of that time.
func (r rows) evidenceRow(id uuid.UUID, asOf time.Time) (annotate.EvidenceRow, error) {
	var row evidenceRow
	if err := r.mustLoad(evidenceRows, id[:], &row); err != nil {
		return annotate.EvidenceRow{}, err
	}
	if !asOf.IsZero() {
		decision, err := r.decisionOf(id, asOf)
		if err != nil {
			return annotate.EvidenceRow{}, err
		}
		row.decide(decision)
	}
	claim, err := r.claimRow(row.Evidence.Claim)
	if err != nil {
		return annotate.EvidenceRow{}, err
	}
	id = row.Evidence.Citation
	paper, err := r.citationRow(id)
	if err != nil {
		return annotate.EvidenceRow{}, err
	}
	citation, err := r.versionAsOf(id, paper, asOf)
	if err != nil {
		return annotate.EvidenceRow{}, err
	}
	weight, err := r.weightAsOf(id, paper, asOf)
	return annotate.EvidenceRow{Evidence: row.Evidence, Claim: claim.Claim, Citation: citation, Weight: weight, Decision: row.Decision}, err
}

// evidenceAsOf is all evidence of a claim as of a time.
func (r rows) evidenceAsOf(claim uuid.UUID, asOf time.Time) ([]annotate.EvidenceRow, error) {
	var all []annotate.EvidenceRow
	list := listing{bucket: claimEvidence, prefix: claim[:], to: afterMoment(claim, asOf)}
	item := r.evidenceItem(asOf)
	err := r.walk(list, func(k, v []byte) error {
		row, err := item(k, v)
		all = append(all, row)
		return err
	})
	return all, err
}
