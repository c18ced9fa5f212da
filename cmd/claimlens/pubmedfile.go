package main

import (
	"bytes"
	"context"
	"crypto/md5" //nolint:gosec // what PubMed gives beside its files, against faulty transfers
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// paperFile is a file of papers, open.
type paperFile struct {
	io.ReadCloser
	name  string // what people call it
	path  string // absolute; "" for standard input
	size  int64  // -1 when it is not known
	mtime time.Time
}

// openPapers opens a file of papers, or standard input for "-". One that has its MD5 beside it is checked against it first,
// as the files of the baseline have: pubmed26n0001.xml.gz.md5.
func (a *app) openPapers(ctx context.Context, name string) (*paperFile, error) {
	if name == "-" {
		return &paperFile{ReadCloser: io.NopCloser(a.in), name: "standard input", size: -1}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, cause(err)
	}
	p := &paperFile{ReadCloser: f, name: strings.ToValidUTF8(name, "\uFFFD"), size: -1}
	if err := p.check(ctx, f); err != nil {
		f.Close()
		return nil, err
	}
	return p, nil
}

func (p *paperFile) check(ctx context.Context, f *os.File) error {
	info, err := f.Stat()
	switch {
	case err != nil:
		return cause(err)
	case info.IsDir():
		return errors.New("is a folder; name the files in it: " + filepath.Join(f.Name(), "*.xml.gz"))
	case !info.Mode().IsRegular():
		return nil
	}
	if p.path, err = filepath.Abs(f.Name()); err != nil {
		return err
	}
	p.size, p.mtime = info.Size(), info.ModTime()
	want, err := sumBeside(f.Name())
	if err != nil || want == "" {
		return err
	}
	hash := md5.New() //nolint:gosec // see above
	if _, err := io.Copy(hash, untilDone(ctx, f)); err != nil {
		return cause(err)
	}
	if got := fmt.Sprintf("%x", hash.Sum(nil)); got != want {
		return fmt.Errorf("its MD5 is %s, but %s.md5 says %s: it was not transferred whole; fetch both again", got, filepath.Base(f.Name()), want)
	}
	_, err = f.Seek(0, io.SeekStart)
	return cause(err)
}

var md5Pattern = regexp.MustCompile(`(?i)(?:^|[^0-9a-f])([0-9a-f]{32})(?:[^0-9a-f]|$)`)

// sumBeside is the MD5 that the file beside a file says it has, in either of the forms in use, or "" if there is none.
func sumBeside(file string) (string, error) {
	f, err := os.Open(file + ".md5")
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	defer f.Close()
	said, err := io.ReadAll(io.LimitReader(f, 4096))
	if err != nil {
		return "", err
	}
	m := md5Pattern.FindSubmatch(said)
	if m == nil {
		return "", fmt.Errorf("%s.md5 holds no MD5", filepath.Base(file))
	}
	return string(bytes.ToLower(m[1])), nil
}
