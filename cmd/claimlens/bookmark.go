package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// bookmarks says how far each file of papers was read, so that a run that was stopped goes on where it was and files that
// were read whole are not read again. They stand in a file of their own beside the store, are written after each batch, and
// may be lost: the papers are then compared with what is held, one by one.
type bookmarks struct {
	path  string
	store annotate.Reader

	Version string              `json:"version"` // of the program that read: another may read more out of a file
	Event   uint64              `json:"event"`   // the store's latest event when they were written, and
	Hash    string              `json:"hash"`    // its hash: a store without it, as from a backup, is another one
	Files   map[string]bookmark `json:"files"`   // by their absolute paths
}

// bookmark is how far one file was read.
type bookmark struct {
	Size    int64     `json:"size"` // of the file, and
	Changed time.Time `json:"changed"`
	Done    int       `json:"done"`            // records of it that are kept
	Whole   bool      `json:"whole,omitempty"` // they are all of them, and none was refused
	At      time.Time `json:"at"`
}

const bookmarkFile = "pubmed-files.json"

// openBookmarks reads the bookmarks of the store in a folder: none if they are of another store, or can't be read.
func openBookmarks(ctx context.Context, dir string, store annotate.Reader) (*bookmarks, error) {
	none := &bookmarks{path: filepath.Join(dir, bookmarkFile), store: store, Version: version(), Files: map[string]bookmark{}}
	data, err := os.ReadFile(none.path)
	if err != nil {
		return none, nil //nolint:nilerr // they may be lost
	}
	b := bookmarks{path: none.path, store: store}
	if err := json.Unmarshal(data, &b); err != nil || b.Version != version() || b.Files == nil {
		return none, nil //nolint:nilerr // they may be lost
	}
	if same, err := b.ofStore(ctx); err != nil || !same {
		return none, err
	}
	return &b, nil
}

// ofStore says whether the store has the event of the bookmarks.
func (b *bookmarks) ofStore(ctx context.Context) (bool, error) {
	for p := (annotate.Page{Limit: annotate.MaxPage}); ; {
		events, err := b.store.Events(ctx, uuid.Nil, p)
		if err != nil {
			return false, err
		}
		for _, e := range events.Items {
			if e.Seq <= b.Event {
				return e.Seq == b.Event && e.Hash == b.Hash, nil
			}
		}
		if p.After = events.Next; p.After == "" {
			return b.Event == 0, nil
		}
	}
}

// of is the bookmark in a file: the zero one in a file that was not met or has changed since.
func (b *bookmarks) of(f *paperFile) bookmark {
	if mark := b.Files[f.path]; mark.Size == f.size && mark.Changed.Equal(f.mtime) {
		return mark
	}
	return bookmark{}
}

// put puts a bookmark in a file, or takes it out for done 0.
func (b *bookmarks) put(ctx context.Context, f *paperFile, done int, whole bool) error {
	if f.path == "" {
		return nil
	}
	events, err := b.store.Events(ctx, uuid.Nil, annotate.Page{Limit: 1})
	if err != nil {
		return err
	}
	for _, e := range events.Items {
		b.Event, b.Hash = e.Seq, e.Hash
	}
	delete(b.Files, f.path)
	if done > 0 {
		b.Files[f.path] = bookmark{Size: f.size, Changed: f.mtime, Done: done, Whole: whole, At: time.Now().UTC().Truncate(time.Second)}
	}
	data, err := json.Marshal(b)
	if err != nil {
		return err
	}
	if err := os.WriteFile(b.path+".new", data, 0o600); err != nil {
		return err
	}
	return os.Rename(b.path+".new", b.path)
}
