package papers

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// form names the form of the index: what is written, and how terms are made. An index of another form is made anew.
const form = "papers 2"

const manifestName = "manifest.json"

// manifest is what an index consists of.
type manifest struct {
	Form     string   `json:"form"`
	Seen     uint64   `json:"seen"`
	Next     int      `json:"next"` // the number of the next file
	Segments []listed `json:"segments"`
}

// listed is a segment, and the file that says which of its papers are gone, if any.
type listed struct {
	Name string `json:"name"`
	Gone string `json:"gone,omitempty"`
}

func readManifest(dir string) (manifest, error) {
	var m manifest
	b, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, err
	}
	if m.Form != form {
		return m, fmt.Errorf("the index of papers has the form %q", m.Form)
	}
	for _, s := range m.Segments {
		if filepath.Base(s.Name) != s.Name || s.Gone != "" && filepath.Base(s.Gone) != s.Gone {
			return m, ErrDamaged
		}
	}
	return m, nil
}

// write replaces the manifest in a folder.
func (m *manifest) write(dir string) error {
	m.Form = form
	b, err := json.Marshal(m)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, manifestName)
	if err := writeDurably(path+".new", b); err != nil {
		return err
	}
	if err := os.Rename(path+".new", path); err != nil {
		return err
	}
	return syncFolder(dir)
}

func writeDurably(path string, b []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Sync(), f.Close())
}

// syncFolder makes a folder's names durable, where the system can.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = f.Sync() // not every system can: then the rename is as durable as it gets
	return f.Close()
}

func (m *manifest) newName(kind string) string {
	m.Next++
	return fmt.Sprintf("%08d.%s", m.Next, kind)
}

// names says whether a file is one of the index.
func (m *manifest) names(file string) bool {
	return file == manifestName || slices.ContainsFunc(m.Segments, func(s listed) bool { return s.Name == file || s.Gone == file })
}

// commit writes what has changed, then the manifest, and then lets searches see it. Nothing of it counts before the
// manifest is there.
func (x *Index) commit(next *change) error {
	before := map[string]listed{}
	for _, s := range x.manifest.Segments {
		before[s.Name] = s
	}
	next.manifest.Segments = nil
	for _, s := range next.segments {
		entry := listed{Name: s.name, Gone: before[s.name].Gone}
		if gone, changed := next.gone[s]; changed {
			entry.Gone = next.manifest.newName("gone")
			if err := writeDurably(filepath.Join(x.dir, entry.Gone), gone); err != nil {
				return err
			}
		}
		next.manifest.Segments = append(next.manifest.Segments, entry)
	}
	if err := next.manifest.write(x.dir); err != nil {
		return fmt.Errorf("index of papers: %w", err)
	}
	x.show(next)
	return x.sweep()
}

// show lets searches see a change, and closes the segments that they no longer need.
func (x *Index) show(next *change) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for s, gone := range next.gone {
		s.setGone(gone)
	}
	for _, s := range x.segments {
		if !slices.Contains(next.segments, s) {
			_ = s.file.Close() // it was only read, and goes
		}
	}
	x.manifest, x.segments = next.manifest, next.segments
}

// readGone reads which papers are gone from a file, "" for none.
func (s *segment) readGone(dir, name string) error {
	if name == "" {
		return nil
	}
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	if len(b) > s.papers()/8+1 {
		return ErrDamaged
	}
	s.setGone(b)
	return nil
}
