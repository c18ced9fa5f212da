package training

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"claimlens/annotate/syntax/internal/model"
)

// A treebank of our own, as small as can be learned from.
const tiny = `1	Tea	_	NOUN	NN	_	2	nsubj	_	_
2	helps	_	VERB	VBZ	_	0	root	_	_
3	sleep	_	NOUN	NN	_	2	obj	_	_
4	.	_	PUNCT	.	_	2	punct	_	_

1	Green	_	ADJ	JJ	_	2	amod	_	_
2	tea	_	NOUN	NN	_	3	nsubj	_	_
3	lowers	_	VERB	VBZ	_	0	root	_	_
4	pressure	_	NOUN	NN	_	3	obj	_	_
5	.	_	PUNCT	.	_	3	punct	_	_

1	A	_	DET	DT	_	2	det	_	_
2	trial	_	NOUN	NN	_	4	nsubj:pass	_	_
3	was	_	AUX	VBD	_	4	aux:pass	_	_
4	scheduled	_	VERB	VBN	_	0	root	_	_
5	on	_	ADP	IN	_	7	case	_	_
6	the	_	DET	DT	_	7	det	_	_
7	effect	_	NOUN	NN	_	2	nmod	_	_
8	.	_	PUNCT	.	_	4	punct	_	_

`

// tinyConfig is a folder with two registers and a text.
func tinyConfig(t *testing.T) Config {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a-train.conllu": strings.Repeat(tiny, 10),
		"b-train.conllu": strings.ReplaceAll(tiny, "NN\t", "NNP\t"),
		"text.jsonl":     `{"id": 1, "text": "Tea helps sleep, and green tea lowers pressure. Tea helps sleep in a trial."}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return Config{Treebanks: []string{dir}, Texts: []string{filepath.Join(dir, "text.jsonl")}}
}

func TestTrainTwiceTheSame(t *testing.T) {
	c := tinyConfig(t)
	first, err := Train(c)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Train(c)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("two models of the same data differ")
	}
	m, err := model.Decode(first)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(m.Tags), 9; got != want {
		t.Errorf("there are %d tags, want %d", got, want)
	}
}

func TestTrainRefuses(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"none", "", "there is no file"},
		{"x-train.conllu", "1\tTea\n\n", "line 1: has 2 columns"},
		{"x-train.conllu", strings.Replace(tiny, "\t2\tnsubj", "\t9\tnsubj", 1), "the head"},
		{"x-train.conllu", strings.ReplaceAll(tiny, "NOUN", "NOON"), "NOON"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, test.name), []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Train(Config{Treebanks: []string{dir}}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got the error %v, want one with %q", test.name, err, test.want)
		}
	}
}
