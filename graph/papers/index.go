package papers

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Index finds papers by their terms. It is safe for concurrent use, but one process, and one Add at a time.
type Index struct {
	dir string

	adding   sync.Mutex   // held while the index changes
	mu       sync.RWMutex // held while segments are read, or exchanged
	manifest manifest
	segments []*segment
}

// Open opens the index in a folder, and makes an empty one where there is none, or one that can't be read: nothing is
// lost that can't be derived again, which Seen tells.
func Open(dir string) (*Index, error) {
	x := &Index{dir: dir}
	err := x.open()
	if err == nil {
		return x, nil
	}
	if err := x.Clear(); err != nil {
		return nil, err
	}
	return x, nil
}

// Clear makes the index an empty one, which has seen nothing.
func (x *Index) Clear() error {
	x.adding.Lock()
	defer x.adding.Unlock()
	x.mu.Lock()
	defer x.mu.Unlock()
	err := x.closeFiles()
	x.manifest = manifest{}
	return errors.Join(err, os.RemoveAll(x.dir), os.MkdirAll(x.dir, 0o700))
}

func (x *Index) open() (err error) {
	if x.manifest, err = readManifest(x.dir); err != nil {
		return err
	}
	for _, listed := range x.manifest.Segments {
		s, err := openSegment(x.dir, listed.Name)
		if err != nil {
			return err
		}
		x.segments = append(x.segments, s)
		if err := s.check(); err != nil {
			return err
		}
		if err := s.readGone(x.dir, listed.Gone); err != nil {
			return err
		}
	}
	return x.sweep()
}

// sweep deletes the files that a crash has left over.
func (x *Index) sweep() error {
	all, err := os.ReadDir(x.dir)
	if err != nil {
		return err
	}
	for _, f := range all {
		if !x.manifest.names(f.Name()) {
			err = errors.Join(err, os.Remove(filepath.Join(x.dir, f.Name())))
		}
	}
	return err
}

// Close closes the index. Closing twice is closing once.
func (x *Index) Close() error {
	x.adding.Lock()
	defer x.adding.Unlock()
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.closeFiles()
}

func (x *Index) closeFiles() error {
	var err error
	for _, s := range x.segments {
		err = errors.Join(err, s.file.Close())
	}
	x.segments = nil
	return err
}

// Seen is the last event that the index was derived from, 0 for a new one.
func (x *Index) Seen() uint64 {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.manifest.Seen
}

// Size is how many papers the index has, and how many bytes on disk.
func (x *Index) Size() (papers int, bytes int64) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	for _, s := range x.segments {
		papers += s.papers() - s.goneNum
		bytes += s.size
	}
	return papers, bytes
}

// Add takes in papers, in the place of those with the same numbers, and remembers seen as the last event; all or
// nothing. Of papers with the same number the last counts. It may take a while longer when segments have to become one.
func (x *Index) Add(ctx context.Context, docs []Doc, seen uint64) error {
	x.adding.Lock()
	defer x.adding.Unlock()
	next := x.next()
	next.manifest.Seen = seen
	if err := x.takeIn(next, docs); err != nil {
		return err
	}
	if err := x.commit(next); err != nil {
		return err
	}
	for {
		some := x.crowd()
		if len(some) == 0 {
			return nil
		}
		if err := x.merge(ctx, some); err != nil {
			return err
		}
	}
}

// change is the index as it will be: the segments that it has, with what is gone from them.
type change struct {
	manifest manifest
	segments []*segment
	gone     map[*segment]bitmap
}

func (x *Index) next() *change {
	return &change{manifest: x.manifest, segments: slices.Clone(x.segments), gone: map[*segment]bitmap{}}
}

// takeIn makes a segment of papers, and marks what they replace as gone.
func (x *Index) takeIn(next *change, docs []Doc) error {
	last := map[uint32]int{}
	for i, d := range docs {
		last[d.Number] = i
	}
	if err := next.drop(last); err != nil {
		return err
	}
	b := newBuilder()
	for i := range docs {
		if d := &docs[i]; last[d.Number] == i && !d.empty() {
			b.add(d)
		}
	}
	if len(b.numbers) == 0 {
		return nil
	}
	name := next.manifest.newName("segment")
	if err := b.write(filepath.Join(x.dir, name)); err != nil {
		return fmt.Errorf("index of papers: %w", err)
	}
	s, err := openSegment(x.dir, name)
	if err != nil {
		return err
	}
	next.segments = append(next.segments, s)
	return nil
}

// drop marks the papers with those numbers as gone.
func (c *change) drop(numbers map[uint32]int) error {
	for _, s := range c.segments {
		places, err := s.places(numbers)
		if err != nil {
			return fmt.Errorf("index of papers: %w", err)
		}
		gone, changed := slices.Clone(s.gone), false
		for _, place := range places {
			if gone.add(place) {
				changed = true
			}
		}
		if changed {
			c.gone[s] = gone
		}
	}
	return nil
}
