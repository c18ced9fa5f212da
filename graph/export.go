package graph

import (
	"context"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// exportStep is how many quads are written between two reports of progress.
const exportStep = 1000

// Export writes the record as N-Quads, in the order in which it was recorded, as it is when Export begins; changes go on
// meanwhile. The derived rows are not a part of it. progress, unless nil, is told how many quads have been written.
func (s *Store) Export(ctx context.Context, w io.Writer, progress func(done, total int)) error {
	out := nquads.NewWriter(w)
	err := s.record.view(ctx, func(v *view) error {
		done, total := 0, v.size()
		err := v.quads(ctx, func(q quad.Quad) error {
			done++
			if progress != nil && done%exportStep == 0 {
				progress(done, max(done, total))
			}
			return out.WriteQuad(q)
		})
		if err == nil && progress != nil {
			progress(done, done)
		}
		return err
	})
	if err == nil {
		err = out.Close()
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}
