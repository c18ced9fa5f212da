// Package answers keeps on disk what servers elsewhere answered, so that they are not asked twice: within bounds of size
// and age, and safely while other processes do the same. What can't be read or written is as if it were not there: it costs
// another question.
package answers

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Config says where answers are kept, and how many.
type Config struct {
	Dir   string           // made when it is needed; empty: nothing is kept
	Limit int64            // bytes in all, at most about: 0 for 256 MB
	Now   func() time.Time // nil: the clock
}

const (
	defaultLimit = 256 << 20
	suffix       = ".answer"
	unfinished   = "new-"
	headLength   = 128 // more than the first line of an entry has
)

// Store keeps answers by the digest of what was asked, each in a file of its own. Those that were used longest ago make
// room for new ones. Two processes count on their own, so that they may keep up to twice the limit until one starts anew.
type Store struct {
	config Config

	mu   sync.Mutex
	size int64 // of all files, as far as known; -1 before they were looked at
}

// New makes a store. It touches nothing until something is kept.
func New(c Config) *Store {
	if c.Limit == 0 {
		c.Limit = defaultLimit
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return &Store{config: c, size: -1}
}

// Key is the name of what was asked, made of everything that decides the answer.
func Key(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		sum := sha256.Sum256([]byte(p))
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// longest is how long one answer may be.
func (s *Store) longest() int64 { return s.config.Limit / 4 }

func (s *Store) path(key string) string { return filepath.Join(s.config.Dir, key+suffix) }

// Get gives the answer that is kept for a key, unless it is older than age or damaged.
func (s *Store) Get(key string, age time.Duration) ([]byte, bool) {
	if s.config.Dir == "" {
		return nil, false
	}
	info, err := os.Stat(s.path(key))
	if err != nil || info.Size() > s.longest()+headLength {
		return nil, false
	}
	entry, err := os.ReadFile(s.path(key))
	if err != nil {
		return nil, false
	}
	kept, data, ok := sound(entry)
	if now := s.config.Now(); !ok || kept.After(now.Add(time.Minute)) || now.Sub(kept) > age {
		return nil, false
	}
	now := time.Now()
	_ = os.Chtimes(s.path(key), now, now) // only for the order in which room is made
	return data, true
}

// head is the first line of an entry: when it was kept, and the digest of what follows.
func head(at time.Time, data []byte) string {
	return fmt.Sprintf("claimlens answer 1 %d %x\n", at.Unix(), sha256.Sum256(data))
}

// sound is what an entry holds and since when, if it is whole.
func sound(entry []byte) (kept time.Time, data []byte, ok bool) {
	end := bytes.IndexByte(entry[:min(len(entry), headLength)], '\n')
	if end < 0 {
		return time.Time{}, nil, false
	}
	var seconds int64
	var digest string
	if n, err := fmt.Sscanf(string(entry[:end]), "claimlens answer 1 %d %s", &seconds, &digest); err != nil || n != 2 {
		return time.Time{}, nil, false
	}
	kept, data = time.Unix(seconds, 0), entry[end+1:]
	return kept, data, head(kept, data) == string(entry[:end+1])
}

// Put keeps an answer: whole or not at all, for a file takes its name only when it is written.
func (s *Store) Put(key string, data []byte) {
	if s.config.Dir == "" || int64(len(data)) > s.longest() {
		return
	}
	entry := append([]byte(head(s.config.Now(), data)), data...)
	s.mu.Lock()
	defer s.mu.Unlock()
	if os.MkdirAll(s.config.Dir, 0o700) != nil || s.write(key, entry) != nil {
		return
	}
	if s.size < 0 || s.size+int64(len(entry)) > s.config.Limit {
		s.makeRoom()
	} else {
		s.size += int64(len(entry))
	}
}

func (s *Store) write(key string, entry []byte) error {
	f, err := os.CreateTemp(s.config.Dir, unfinished+"*")
	if err != nil {
		return err
	}
	_, err = f.Write(entry)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), s.path(key))
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it is of no use; the next round of makeRoom takes what stays
	}
	return err
}

// makeRoom deletes the files that were used longest ago until four fifths of the room are taken at most, if there is more
// than the limit, and what an interrupted write left behind.
func (s *Store) makeRoom() {
	entries, err := os.ReadDir(s.config.Dir)
	if err != nil {
		return
	}
	var files []os.FileInfo
	s.size = 0
	for _, e := range entries {
		info, err := e.Info()
		switch {
		case err != nil || !info.Mode().IsRegular():
		case strings.HasPrefix(e.Name(), unfinished) && time.Since(info.ModTime()) > time.Hour:
			_ = os.Remove(filepath.Join(s.config.Dir, e.Name())) // tried again next time
		case filepath.Ext(e.Name()) == suffix:
			files = append(files, info)
			s.size += info.Size()
		}
	}
	if s.size <= s.config.Limit {
		return
	}
	slices.SortFunc(files, func(a, b os.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, f := range files {
		if s.size <= s.config.Limit/5*4 {
			return
		}
		if os.Remove(filepath.Join(s.config.Dir, f.Name())) == nil {
			s.size -= f.Size()
		}
	}
}
