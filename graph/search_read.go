package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"claimlens/annotate"
)

// SearchClaims lists the claims that hold the query's words, the best match first. The index may run behind Record by a
// moment; WaitIndexed waits for it.
func (s *Store) SearchClaims(ctx context.Context, query string, p annotate.Page) (annotate.List[annotate.ClaimRow], error) {
	var out annotate.List[annotate.ClaimRow]
	offset, err := offsetOf(query, p.After)
	if err != nil || strings.TrimSpace(query) == "" {
		return out, err
	}
	ids, total, err := s.claimIndex.search(ctx, query, offset, p.Size())
	if err != nil {
		return out, fmt.Errorf("search: %w", err)
	}
	out.Total = total
	err = s.read(ctx, func(r reading) error {
		for _, id := range ids {
			row, err := r.claimRow(id)
			if errors.Is(err, annotate.ErrNotFound) {
				continue // an index older than the record that it is of; it is being caught up with
			}
			if err != nil {
				return err
			}
			out.Items = append(out.Items, row.ClaimRow)
		}
		return nil
	})
	if len(out.Items) > 0 {
		out.First = offset + 1
	}
	if next := offset + len(ids); len(ids) > 0 && next < total {
		out.Next = offsetCursor(query, next)
	}
	return out, err
}

// results stands for the list of what a query finds, of which a cursor holds the number of results passed over.
func results(query string) listing { return listing{bucket: "search", prefix: []byte(query)} }

// maxOffset bounds how far one can leaf through results, because a search costs as much as all that it passes over.
const maxOffset = 1_000_000

func offsetCursor(query string, offset int) string {
	return results(query).encode(binary.AppendUvarint(nil, uint64(offset)))
}

func offsetOf(query, cursor string) (int, error) {
	if cursor == "" {
		return 0, nil
	}
	offset, rest, err := results(query).decode(cursor)
	if err == nil && (len(rest) > 0 || offset > maxOffset) {
		err = fmt.Errorf("%q is not the place of a page of this search: %w", cursor, annotate.ErrInvalid)
	}
	return offset, err
}
