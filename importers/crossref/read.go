package crossref

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"claimlens/annotate"
	"claimlens/importers/literature"
)

// maxUpdates is how many notices of one paper are read: more than anybody's paper has.
const maxUpdates = 200

// envelope is what an answer lies in.
type envelope struct {
	Type    string          `json:"message-type"`
	Message json.RawMessage `json:"message"`
}

// work is what Crossref says of one paper. What it lies in is read at first, so that one paper's fault is its own.
type work struct {
	DOI       string   `json:"DOI"`
	Aliases   []string `json:"aliases"`
	UpdatedBy []update `json:"updated-by"`
	UpdateTo  []update `json:"update-to"`
}

// update links a notice with a paper: DOI is the other one's.
type update struct {
	DOI     string `json:"DOI"`
	Type    string `json:"type"`
	Label   string `json:"label"`
	Source  string `json:"source"`
	Updated struct {
		Parts [][]int `json:"date-parts"`
	} `json:"updated"`
}

// readList reads the answer to a list of DOIs. A paper that was not asked about is not taken.
func readList(host string, answer []byte, dois []string, out map[string]Told) error {
	var message struct {
		Items []json.RawMessage `json:"items"`
	}
	if err := open(host, answer, "work-list", &message); err != nil {
		return err
	}
	if len(message.Items) > len(dois) {
		return literature.Garbled("%s answers with more papers than it was asked about", host)
	}
	for _, item := range message.Items {
		if told, ok := workOf(item); ok && slices.ContainsFunc(dois, func(d string) bool { return strings.EqualFold(d, told.DOI) }) {
			out[told.DOI] = told
		}
	}
	return nil
}

// readOne reads the answer about one DOI. Crossref may know the paper by another, and says so then.
func readOne(host string, answer []byte, doi string, out map[string]Told) error {
	var message json.RawMessage
	if err := open(host, answer, "work", &message); err != nil {
		return err
	}
	told, ok := workOf(message, doi)
	if !ok {
		return literature.Garbled("%s answers with another paper than it was asked about", host)
	}
	out[strings.ToLower(doi)] = told
	return nil
}

func open(host string, answer []byte, kind string, message any) error {
	var e envelope
	if err := literature.JSON(host, answer, &e); err != nil {
		return err
	}
	if e.Type != kind || len(e.Message) == 0 || json.Unmarshal(e.Message, message) != nil {
		return literature.Garbled("the answer of %s is none of Crossref's", host)
	}
	return nil
}

// workOf is what an item says of a paper: of whichever it is about, or of the one that is named. An item that can't be
// read is told with that, if its DOI can.
func workOf(item []byte, named ...string) (Told, bool) {
	var w work
	err := json.Unmarshal(item, &w)
	t := Told{DOI: strings.ToLower(w.DOI)}
	var other *json.UnmarshalTypeError
	switch {
	case w.DOI == "" || err != nil && !errors.As(err, &other):
		return t, false
	case len(named) > 0 && !slices.ContainsFunc(append(w.Aliases, w.DOI), func(s string) bool { return strings.EqualFold(s, named[0]) }):
		return t, false
	case err != nil:
		t.Err = fmt.Errorf("what Crossref says of %s can't be understood: %w", t.DOI, annotate.ErrInvalid)
	case len(w.UpdatedBy)+len(w.UpdateTo) > maxUpdates:
		t.Err = fmt.Errorf("of %s Crossref has more than %d notices: %w", t.DOI, maxUpdates, annotate.ErrInvalid)
	default:
		t.Notices = w.notices()
	}
	return t, true
}
