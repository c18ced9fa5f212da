package graph

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/char/asciifolding"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
)

// searchForm names the form of the index: what is written, and how its words are made. An index of another form is
// made anew. Whoever changes what searchMapping or searchText make changes it.
const searchForm = "claims 1"

// formKey holds the form.
var formKey = []byte("claimlens form")

// lockTimeout is how long opening waits for another process that holds the index; without one bleve waits for ever.
func lockTimeout() map[string]any { return map[string]any{"bolt_timeout": openTimeout.String()} }

// openIndex opens the index in dir if it is whole and of our form.
func openIndex(dir string) (index bleve.Index, err error) {
	defer func() {
		if x := recover(); x != nil { // bleve trusts what it reads
			index, err = nil, fmt.Errorf("the index is broken: %v", x)
		}
	}()
	segments, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	if err != nil {
		return nil, err
	}
	if index, err = bleve.OpenUsing(dir, lockTimeout()); err != nil {
		return nil, err
	}
	form, err := index.GetInternal(formKey)
	if err == nil && string(form) != searchForm {
		err = fmt.Errorf("the index has the form %q", form)
	}
	if err == nil {
		err = checkSegments(segments)
	}
	if err != nil {
		return nil, errors.Join(err, index.Close())
	}
	return index, nil
}

// checkSegments compares the files of an index with their checksums. Bleve does not; a damaged file makes it panic, or
// wait for ever, on some later search. A file that is gone was a leftover, which bleve deletes as it opens an index, or is
// merged into another by now.
func checkSegments(paths []string) error {
	for _, path := range paths {
		if err := checkSegment(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// checkSegment compares a file with its last four bytes, the checksum of the others.
func checkSegment(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, info.Size()-crc32.Size); err != nil {
		return err
	}
	var want uint32
	if err := binary.Read(f, binary.BigEndian, &want); err != nil {
		return err
	}
	if got := sum.Sum32(); got != want {
		return fmt.Errorf("%s: the checksum is %x, not %x", path, got, want)
	}
	return nil
}

// newIndex makes an empty index in dir, in the place of whatever is there.
func newIndex(dir string) (bleve.Index, error) {
	if err := os.RemoveAll(dir); err != nil {
		return nil, err
	}
	m, err := searchMapping()
	if err != nil {
		return nil, err
	}
	index, err := bleve.NewUsing(dir, m, scorch.Name, scorch.Name, lockTimeout())
	if err != nil {
		return nil, err
	}
	if err := index.SetInternal(formKey, []byte(searchForm)); err != nil {
		return nil, errors.Join(err, index.Close())
	}
	return index, nil
}

// searchMapping says how a claim's text becomes words. Accents on Latin letters do not count in either field.
func searchMapping() (*mapping.IndexMappingImpl, error) {
	m := bleve.NewIndexMapping()
	err := errors.Join(
		m.AddCustomAnalyzer(stemField, map[string]any{
			"type": custom.Name, "char_filters": []any{asciifolding.Name}, "tokenizer": unicode.Name,
			"token_filters": []any{en.PossessiveName, lowercase.Name, en.StopName, porter.Name},
		}),
		m.AddCustomAnalyzer(plainField, map[string]any{
			"type": custom.Name, "char_filters": []any{asciifolding.Name}, "tokenizer": unicode.Name,
			"token_filters": []any{en.PossessiveName, lowercase.Name},
		}),
	)
	claim := bleve.NewDocumentStaticMapping()
	claim.AddFieldMappingsAt(stemField, textField(stemField, false))
	claim.AddFieldMappingsAt(plainField, textField(plainField, true))
	claim.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	m.DefaultMapping = claim
	return m, err
}

// textField is a field of the words that the analyzer of the same name makes; with their places if phrases are looked for.
func textField(name string, places bool) *mapping.FieldMapping {
	f := bleve.NewTextFieldMapping()
	f.Analyzer = name
	f.Store, f.DocValues, f.IncludeInAll = false, false, false
	f.IncludeTermVectors = places
	return f
}
