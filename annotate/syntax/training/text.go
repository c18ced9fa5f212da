package training

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"claimlens/annotate/syntax"
)

// fewestWords is how many spaces a string in JSON has at least to be a text, and not a name or a number.
const fewestWords = 4

// readTexts reads the sentences of text files, cut into words, each sentence once: what an article quotes from itself
// must not count twice. A file whose name ends in .json or .jsonl gives all its strings that are texts, any other is
// text itself; .gz behind the name is taken off first.
func readTexts(names []string) ([][]string, error) {
	r := texts{seen: map[string]bool{}}
	for _, name := range names {
		if err := r.readFile(name); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return r.sentences, nil
}

type texts struct {
	sentences [][]string
	seen      map[string]bool
}

func (r *texts) readFile(name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	var in io.Reader = bufio.NewReader(file)
	plain, packed := strings.CutSuffix(name, ".gz")
	if packed {
		if in, err = gzip.NewReader(in); err != nil {
			return err
		}
	}
	if strings.HasSuffix(plain, ".json") || strings.HasSuffix(plain, ".jsonl") {
		return r.readJSON(in)
	}
	text, err := io.ReadAll(in)
	r.add(string(text))
	return err
}

func (r *texts) readJSON(in io.Reader) error {
	for dec := json.NewDecoder(in); ; {
		token, err := dec.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if s, ok := token.(string); ok && strings.Count(s, " ") >= fewestWords {
			r.add(s)
		}
	}
}

func (r *texts) add(text string) {
	for _, s := range syntax.Sentences(text) {
		sentence := text[s.Start:s.End]
		if r.seen[sentence] {
			continue
		}
		r.seen[sentence] = true
		var forms []string
		for _, w := range syntax.Words(sentence) {
			forms = append(forms, w.Form)
		}
		r.sentences = append(r.sentences, forms)
	}
}
