package training

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"claimlens/annotate/syntax/conllu"
	"claimlens/annotate/syntax/internal/lexicon"
	"claimlens/annotate/syntax/internal/model"
	"claimlens/annotate/syntax/internal/traits"
)

// treebank is sentences with their tags and trees, and the names of those.
type treebank struct {
	sentences []*sentence
	tags      []model.Tag
	labels    []string
	registers int // how many treebanks it is made of
}

// sentence is one tree to learn from.
type sentence struct {
	forms    []string
	words    []traits.Traits // filled in when there is a lexicon
	register uint8           // which treebank it is of
	tags     []uint8         // as they should be
	given    []uint8         // as a tagger that has not seen the sentence gives them
	tree     *tree
}

// readFolder reads all *.conllu and *.conllu.gz files of a folder whose names say that they are for training, in the order of their names.
func readFolder(dir string) (*treebank, error) {
	var all []string
	for _, pattern := range []string{"*-train.conllu", "*-train.conllu.gz"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		all = append(all, names...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: there is no file *-train.conllu or *-train.conllu.gz", dir)
	}
	slices.Sort(all)
	t := &treebank{}
	for _, name := range all {
		if err := t.readFile(name); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		t.registers++
	}
	return t, nil
}

func (t *treebank) readFile(name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	var in io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			return err
		}
	}
	return t.read(in)
}

func (t *treebank) read(in io.Reader) error {
	for r := conllu.NewReader(in); ; {
		s, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := t.add(s); err != nil {
			return fmt.Errorf("line %d: %w", s.Lines[0].Number, err)
		}
	}
}

// add adds a sentence, unless it has no words.
func (t *treebank) add(s *conllu.Sentence) error {
	rows := s.Words()
	if len(rows) == 0 {
		return nil
	}
	out := &sentence{register: uint8(t.registers)}
	heads, labels := make([]int, len(rows)+1), make([]uint8, len(rows)+1)
	for i, row := range rows {
		head, err := strconv.Atoi(row[conllu.Head])
		if err != nil || head < 0 || head > len(rows) || head == i+1 {
			return fmt.Errorf("word %d has the head %q", i+1, row[conllu.Head])
		}
		if head == 0 {
			head = len(rows) + 1
		}
		heads[i+1], labels[i+1] = head, number(&t.labels, row[conllu.Relation])
		out.forms = append(out.forms, row[conllu.Form])
		out.tags = append(out.tags, number(&t.tags, model.Tag{Universal: row[conllu.UPOS], Penn: row[conllu.XPOS]}))
	}
	if len(t.tags) > 250 || len(t.labels) > 120 {
		return errors.New("there are too many tags or relations")
	}
	out.tree = newTree(heads, labels)
	t.sentences = append(t.sentences, out)
	return nil
}

// number is the place of a name among names, where it is put when it is new.
func number[T comparable](names *[]T, name T) uint8 {
	i := slices.Index(*names, name)
	if i < 0 {
		i = len(*names)
		*names = append(*names, name)
	}
	return uint8(i)
}

// look fills in what can be seen of the words.
func (t *treebank) look(l *lexicon.Lexicon) {
	for _, s := range t.sentences {
		for _, form := range s.forms {
			s.words = append(s.words, traits.Of(form, l))
		}
	}
}
