package importers

import (
	"context"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Source is one thing to read an article from: bytes in hand, an address, or a file.
type Source struct {
	Name  string // as people know it: the address, the file as it was given, "standard input"
	URL   string // the address to read, or, with Data, the one that Data was read from; "" if it has none
	Path  string // the file to read; "-" is standard input
	Data  []byte // what is read instead of URL or Path, if not nil: an upload, or a text that was pasted
	Title string // a title that counts instead of the one found; "" for none
}

// stdin is the path of standard input.
const stdin = "-"

// Bounds on what arguments expand to.
const (
	maxSources = 1_000_000
	maxDepth   = 64
)

// address tells an address from a file: it has a scheme and two slashes.
var address = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*://`)

// Sources is what arguments stand for: an address, a file, "-" for standard input, and for a folder the files in it and
// in the folders below, in the order of their names. Hidden files are left out, and so is the folder of images and scripts
// that a browser saves beside a page. Links are followed, but no folder is gone through twice for one argument. What can't be read at all is refused by name;
// whether a file holds an article is seen when it is read.
func (r *Reader) Sources(ctx context.Context, args []string) ([]Source, []Refusal) {
	var e expansion
	for _, arg := range args {
		switch {
		case ctx.Err() != nil:
			e.refuse(arg, ctx.Err())
		case arg == stdin:
			e.sources = append(e.sources, Source{Name: "standard input", Path: stdin})
		case address.MatchString(arg):
			if _, err := parseAddress(arg); err != nil {
				e.refuse(arg, err)
			} else {
				e.sources = append(e.sources, Source{Name: arg, URL: arg})
			}
		default:
			e.given(ctx, arg)
		}
	}
	return e.sources, e.refusals
}

// expansion is what the arguments seen so far stand for.
type expansion struct {
	sources  []Source
	refusals []Refusal
}

func (e *expansion) refuse(name string, err error) {
	e.refusals = append(e.refusals, of(name, err))
}

// given takes a file or a folder that was named, hidden or not.
func (e *expansion) given(ctx context.Context, name string) {
	info, err := os.Stat(name)
	switch {
	case name == "":
		e.refuse(name, refuse("is an empty name"))
	case err != nil:
		e.refuse(name, fileError(err))
	case info.IsDir():
		before := len(e.sources) + len(e.refusals)
		e.folder(ctx, name, map[string]bool{}, 0)
		if len(e.sources)+len(e.refusals) == before {
			e.refuse(name, refuse("holds no files"))
		}
	default:
		e.file(name, info)
	}
}

func (e *expansion) file(name string, info fs.FileInfo) {
	switch {
	case info.Mode().Type() == fs.ModeNamedPipe:
		e.refuse(name, refuse("is a pipe: what comes out of it can be given as standard input"))
	case !info.Mode().IsRegular():
		e.refuse(name, refuse("is no file but a device"))
	case info.Size() > MaxBytes:
		e.refuse(name, tooLong)
	case len(e.sources) >= maxSources:
		e.refuse(name, refuse("is one of more than %d files", maxSources))
	default:
		e.sources = append(e.sources, Source{Name: name, Path: name})
	}
}

// folder takes what is in a folder. Met are the folders that were gone through, by their names without links.
func (e *expansion) folder(ctx context.Context, name string, met map[string]bool, depth int) {
	real, err := filepath.EvalSymlinks(name)
	switch {
	case err != nil:
		e.refuse(name, fileError(err))
		return
	case met[real]:
		return
	case depth > maxDepth:
		e.refuse(name, refuse("lies more than %d folders deep", maxDepth))
		return
	}
	met[real] = true
	entries, err := os.ReadDir(name) // in the order of their names
	if err != nil {
		e.refuse(name, fileError(err))
	}
	for _, entry := range entries {
		full := filepath.Join(name, entry.Name())
		if strings.HasPrefix(entry.Name(), ".") || besidePage(entry.Name(), entries) {
			continue
		}
		if err := ctx.Err(); err != nil {
			e.refuse(name, err)
			return
		}
		info, err := os.Stat(full)
		switch {
		case err != nil:
			e.refuse(full, fileError(err))
		case info.IsDir():
			e.folder(ctx, full, met, depth+1)
		default:
			e.file(full, info)
		}
	}
}

// besidePage says whether name is that of the folder which a browser saves beside a page: "page_files" beside "page.html".
func besidePage(name string, entries []fs.DirEntry) bool {
	page, ok := strings.CutSuffix(name, "_files")
	if !ok {
		return false
	}
	for _, ending := range []string{".html", ".htm"} {
		if _, ok := slices.BinarySearchFunc(entries, page+ending, func(e fs.DirEntry, n string) int { return strings.Compare(e.Name(), n) }); ok {
			return true
		}
	}
	return false
}

// baseName is the last part of a file's name or an address, by which its format may be told.
func baseName(name string) string {
	if address.MatchString(name) {
		if u, err := url.Parse(name); err == nil {
			return path.Base(u.Path)
		}
	}
	return filepath.Base(name)
}
