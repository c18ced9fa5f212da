package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"claimlens/annotate"
	paperterms "claimlens/annotate/terms"
	"claimlens/graph/papers"
)

// paperBatch is how many papers are indexed at a time, and so how many are held in memory.
const paperBatch = 4000

// openPapersBehind opens the index of papers, and begins a new one when it has seen more events than there are: then it
// is the index of some other record.
func openPapersBehind(dir string, last uint64) (*papers.Index, error) {
	x, err := papers.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("index of papers: %w", err)
	}
	if x.Seen() <= last {
		return x, nil
	}
	if err := errors.Join(x.Close(), os.RemoveAll(dir)); err != nil {
		return nil, err
	}
	return papers.Open(dir)
}

// paperIndex is the index of papers, which follows the record of a store.
type paperIndex struct {
	index *papers.Index
	store *Store
}

func (x paperIndex) seen() uint64 { return x.index.Seen() }
func (x paperIndex) clear() error { return x.index.Clear() }
func (x paperIndex) close() error { return x.index.Close() }

// catchUp indexes the papers whose latest version was made by the events after seen, up to want.
func (x paperIndex) catchUp(ctx context.Context, seen, want uint64, reached func(uint64)) error {
	for seen < want {
		batch, err := readOne(ctx, x.store, func(r reading) (paperBatchOf, error) { return r.papersAfter(seen, want) })
		if err != nil {
			return err
		}
		if len(batch.papers) > 0 {
			docs, err := paperDocs(ctx, batch.papers)
			if err != nil {
				return err
			}
			if err := x.index.Add(ctx, docs, batch.seen); err != nil {
				return err
			}
		}
		seen = batch.seen
		reached(seen)
	}
	return nil
}

// paperBatchOf is some papers, and the last event whose papers are all among them.
type paperBatchOf struct {
	papers []annotate.Citation
	seen   uint64
}

// papersAfter reads papers in the order in which their latest versions were made, by events after one and up to another:
// whole events, and not many papers more than a batch.
func (r rows) papersAfter(after, want uint64) (paperBatchOf, error) {
	b := paperBatchOf{seen: want}
	c := r.buckets[citationOrder].Cursor()
	step := c.Prev
	if k, _ := c.Seek(key{}.seqDown(after)); k == nil { // the first that is as old or older: those after are before it
		step = c.Last
	}
	for k, v := step(); len(k) == 12; k, v = c.Prev() {
		seq := ^binary.BigEndian.Uint64(k)
		if seq > want {
			break
		}
		if n := len(b.papers); n >= paperBatch && seq > b.seen {
			return b, nil
		}
		id, err := uuid.FromBytes(v)
		if err != nil {
			return b, err
		}
		paper, err := r.latestCitation(id)
		if err != nil {
			return b, err
		}
		b.papers = append(b.papers, paper)
		b.seen = seq
	}
	b.seen = want
	return b, nil
}

// latestCitation is the latest version of a citation, with what others say of it.
func (r rows) latestCitation(id uuid.UUID) (annotate.Citation, error) {
	row, err := r.citationRow(id)
	if err != nil {
		return annotate.Citation{}, err
	}
	var version versionRow
	err = r.mustLoad(citationVersions, keyOf(id).number(row.Version), &version)
	version.Citation.Heard = row.Heard
	return version.Citation, err
}

// paperDocs is papers as they are indexed.
func paperDocs(ctx context.Context, list []annotate.Citation) ([]papers.Doc, error) {
	docs := make([]papers.Doc, len(list))
	workers := min(runtime.GOMAXPROCS(0), 4)
	var g errgroup.Group
	for w := range workers {
		g.Go(func() error {
			reader := paperterms.NewReader()
			for i := w; i < len(list); i += workers {
				if err := ctx.Err(); err != nil {
					return err
				}
				doc, err := paperDoc(reader, list[i])
				if err != nil {
					return err
				}
				docs[i] = doc
			}
			return nil
		})
	}
	return docs, g.Wait()
}

// paperDoc is a paper as it is indexed. One that PubMed took back has no terms.
func paperDoc(reader *paperterms.Reader, c annotate.Citation) (papers.Doc, error) {
	n, err := strconv.ParseUint(c.PMID, 10, 32)
	if err != nil {
		return papers.Doc{}, fmt.Errorf("citation %s: %w", c.ID, err)
	}
	d := papers.Doc{Number: uint32(n)}
	if c.Deleted {
		return d, nil
	}
	d.Terms[papers.Title] = append(reader.Words(c.Title), reader.Words(c.Original)...)
	for _, s := range c.Abstract {
		d.Terms[papers.Abstract] = append(d.Terms[papers.Abstract], reader.Words(s.Text)...)
	}
	d.Terms[papers.Abstract] = append(d.Terms[papers.Abstract], reader.Words(c.Summary)...)
	for _, list := range [][]annotate.Term{c.Mesh, c.Types} {
		for _, t := range list {
			d.Terms[papers.Headings] = append(d.Terms[papers.Headings], reader.Words(t.Name)...)
		}
	}
	for _, k := range c.Keywords {
		d.Terms[papers.Headings] = append(d.Terms[papers.Headings], reader.Words(k)...)
	}
	return d, nil
}
