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

// treebank is sentences with their tags and trees, and the names of those and of the registers.
type treebank struct {
	sentences []*sentence
	tags      []model.Tag
	labels    []string
	registers []string
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

// readFolders reads all files *-train.conllu and *-train.conllu.gz of folders, in the order of the folders and of the
// files' names. What stands before the first hyphen of a name is its register.
func readFolders(dirs []string) (*treebank, error) {
	t := &treebank{}
	for _, dir := range dirs {
		names, err := trainFiles(dir)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			kind, _, _ := strings.Cut(filepath.Base(name), "-")
			if err := t.readFile(name, number(&t.registers, kind)); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return t, nil
}

func trainFiles(dir string) ([]string, error) {
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
	return all, nil
}

func (t *treebank) readFile(name string, register uint8) error {
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
	return t.read(in, register)
}

func (t *treebank) read(in io.Reader, register uint8) error {
	for r := conllu.NewReader(in); ; {
		s, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := t.add(s, register); err != nil {
			return fmt.Errorf("line %d: %w", s.Lines[0].Number, err)
		}
	}
}

// add adds a sentence, unless it has no words.
func (t *treebank) add(s *conllu.Sentence, register uint8) error {
	rows := s.Words()
	if len(rows) == 0 {
		return nil
	}
	out := &sentence{register: register}
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
