package pubmed

import (
	"cmp"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
)

var bulkPattern = regexp.MustCompile(`^pubmed([0-9]{2})n([0-9]{4,6})\.xml(?:\.gz)?$`)

// bulk is the place of a file among those that PubMed gives out each year: the baseline, and the updates that go on with its
// numbers.
type bulk struct{ year, number int }

func bulkOf(path string) (bulk, bool) {
	m := bulkPattern.FindStringSubmatch(filepath.Base(path))
	if m == nil {
		return bulk{}, false
	}
	year, _ := strconv.Atoi(m[1]) // they are digits, few enough
	number, _ := strconv.Atoi(m[2])
	return bulk{year, number}, true
}

// InOrder is the paths of files in the order in which they are to be read: those of PubMed's baseline and updates, such as
// pubmed26n0001.xml.gz, first and by their numbers, since each overrules the ones before it; then the others as they
// stand. A path that is there twice is there once.
func InOrder(paths []string) []string {
	var numbered, others []string
	met := map[string]bool{}
	for _, path := range paths {
		if clean := filepath.Clean(path); met[clean] {
			continue
		} else {
			met[clean] = true
		}
		if _, ok := bulkOf(path); ok {
			numbered = append(numbered, path)
		} else {
			others = append(others, path)
		}
	}
	slices.SortStableFunc(numbered, func(a, b string) int {
		x, _ := bulkOf(a)
		y, _ := bulkOf(b)
		return cmp.Or(cmp.Compare(x.year, y.year), cmp.Compare(x.number, y.number))
	})
	return append(numbered, others...)
}
