package training

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"claimlens/annotate/syntax/internal/lexicon"
)

// wordnetFiles are the indexes of WordNet 3.0 by part of speech, in the order of the lexicon's senses.
var wordnetFiles = [...]string{"index.noun", "index.verb", "index.adj", "index.adv"}

// readWordNet reads which parts of speech the single words of WordNet may have, and which one each mostly has: the one
// with the most senses that were met in text. An empty folder is no dictionary.
func readWordNet(dir string) (map[string]uint8, error) {
	counts := map[string]*[len(wordnetFiles)]int{}
	if dir == "" {
		return nil, nil
	}
	for i, name := range wordnetFiles {
		file, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		err = readIndex(bufio.NewScanner(file), func(word string, met int) {
			if counts[word] == nil {
				counts[word] = new([len(wordnetFiles)]int)
			}
			counts[word][i] = 1 + met
		})
		if err := errors.Join(err, file.Close()); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	senses := map[string]uint8{}
	for word, n := range counts {
		senses[word] = sensesOf(n[:])
	}
	return senses, nil
}

// readIndex reads lines of a word, its part of speech, how many senses it has, how many kinds of pointers, those, the
// senses again, and how many of them were met in text. The licence before them is set in.
func readIndex(in *bufio.Scanner, yield func(word string, met int)) error {
	for in.Scan() {
		if strings.HasPrefix(in.Text(), " ") {
			continue
		}
		columns := strings.Fields(in.Text())
		if len(columns) < 6 {
			return errors.New("is no index of WordNet")
		}
		pointers, err := strconv.Atoi(columns[3])
		if err != nil || pointers < 0 || len(columns) < pointers+6 {
			return errors.New("is no index of WordNet")
		}
		met, err := strconv.Atoi(columns[pointers+5])
		if err != nil {
			return err
		}
		if !strings.Contains(columns[0], "_") {
			yield(columns[0], met)
		}
	}
	return in.Err()
}

func sensesOf(counts []int) uint8 {
	senses, best := uint8(0), 0
	for i, n := range counts {
		if n > 0 {
			senses |= lexicon.Noun << i
		}
		if n > counts[best] {
			best = i
		}
	}
	return lexicon.Mostly(senses, best)
}
