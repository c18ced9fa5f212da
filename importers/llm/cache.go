package llm

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Bounds on what is kept: the answers that were used longest ago make room.
const (
	maxKept     = 128 << 20 // bytes in all
	maxEntry    = maxAnswer
	entrySuffix = ".json"
)

// cache keeps answers on disk, each in a file that is named after the digest of what was asked. What can't be read or written is
// as if it were not there: it costs another question.
type cache struct {
	dir   string // "": nothing is kept
	limit int64

	mu   sync.Mutex
	size int64 // of all files, as far as known; -1 before they were looked at
}

// entry is what a file holds. A cut one says that the answer was longer than the model may give, so that its text is asked about
// in halves.
type entry struct {
	Answer string `json:"answer,omitempty"`
	Cut    bool   `json:"cut,omitempty"`
}

func newCache(dir string, limit int64) *cache { return &cache{dir: dir, limit: limit, size: -1} }

// keyOf is the name of what was asked: everything that decides the answer.
func keyOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		sum := sha256.Sum256([]byte(p))
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (c *cache) path(key string) string { return filepath.Join(c.dir, key+entrySuffix) }

// get gives the answer that is kept for a key. A file that is damaged is none.
func (c *cache) get(key string) (answered, bool) {
	if c.dir == "" {
		return answered{}, false
	}
	info, err := os.Stat(c.path(key))
	if err != nil || info.Size() > maxEntry {
		return answered{}, false
	}
	data, err := os.ReadFile(c.path(key))
	var e entry
	if err != nil || json.Unmarshal(data, &e) != nil {
		return answered{}, false
	}
	now := time.Now()
	_ = os.Chtimes(c.path(key), now, now) // only for the order in which room is made
	if e.Cut {
		return answered{cut: true}, true
	}
	claims, err := readAnswer(e.Answer)
	if err != nil {
		return answered{}, false
	}
	return answered{content: e.Answer, claims: claims}, true
}

// put keeps an answer: whole or not at all, for a file takes its name only when it is written.
func (c *cache) put(key string, a answered) {
	if c.dir == "" {
		return
	}
	data, err := json.Marshal(entry{Answer: a.content, Cut: a.cut})
	if err != nil || len(data) > maxEntry {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := os.MkdirAll(c.dir, 0o700); err != nil {
		return
	}
	if writeWhole(c.dir, c.path(key), data) != nil {
		return
	}
	if c.size < 0 || c.size+int64(len(data)) > c.limit {
		c.makeRoom()
	} else {
		c.size += int64(len(data))
	}
}

func writeWhole(dir, path string, data []byte) error {
	f, err := os.CreateTemp(dir, "new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it is of no use; the next round of makeRoom takes what stays
	}
	return err
}

// makeRoom deletes the files that were used longest ago until four fifths of the room are taken at most, if there is more than
// the limit, and what an interrupted write left behind.
func (c *cache) makeRoom() {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	var files []os.FileInfo
	c.size = 0
	for _, e := range entries {
		info, err := e.Info()
		switch {
		case err != nil || !info.Mode().IsRegular():
		case strings.HasPrefix(e.Name(), "new-") && time.Since(info.ModTime()) > time.Hour:
			_ = os.Remove(filepath.Join(c.dir, e.Name())) // tried again next time
		case filepath.Ext(e.Name()) == entrySuffix:
			files = append(files, info)
			c.size += info.Size()
		}
	}
	if c.size <= c.limit {
		return
	}
	slices.SortFunc(files, func(a, b os.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, f := range files {
		if c.size <= c.limit/5*4 {
			return
		}
		if os.Remove(filepath.Join(c.dir, f.Name())) == nil {
			c.size -= f.Size()
		}
	}
}
