package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/google/uuid"
)

// maxQuery is how many code points of a query are looked at. Nobody types more; who pastes a paragraph finds the claims
// that hold any of its first words.
const maxQuery = 200

// shortestBeginning is how many code points of an unfinished word it takes to look for words that begin with it. One
// letter begins a tenth of all words.
const shortestBeginning = 2

// maxCompletions is how many of the words that begin with an unfinished one are looked for. The beginnings of two and
// three letters would else take most of the time of all searches; whoever wants a rare word types another letter.
const maxCompletions = 50

// search finds the claims that hold all words of the query, or, when there is none, any of them; the best match first,
// and says how many there are. Words match by their stems, words in quotes as they stand and side by side, and the last
// word also by its beginning unless something follows it. There is no other syntax: no text is an error, and one without
// words finds nothing.
func (s *searcher) search(ctx context.Context, text string, offset, limit int) ([]uuid.UUID, int, error) {
	if err := ctx.Err(); err != nil {
		return nil, 0, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	wanted, err := s.parse(text)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	if len(wanted) == 0 {
		return nil, 0, nil
	}
	ids, total, err := s.find(ctx, bleve.NewConjunctionQuery(wanted...), offset, limit)
	if err == nil && total == 0 && len(wanted) > 1 {
		ids, total, err = s.find(ctx, bleve.NewDisjunctionQuery(wanted...), offset, limit)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	return ids, total, nil
}

func (s *searcher) find(ctx context.Context, q query.Query, offset, limit int) ([]uuid.UUID, int, error) {
	request := bleve.NewSearchRequestOptions(q, max(0, limit), max(0, offset), false)
	request.SortBy([]string{"-_score", "_id"}) // the same order every time, so that pages fit together
	result, err := s.words.SearchInContext(ctx, request)
	if err != nil {
		return nil, 0, err
	}
	ids := make([]uuid.UUID, len(result.Hits))
	for i, hit := range result.Hits {
		if ids[i], err = uuid.Parse(hit.ID); err != nil {
			return nil, 0, fmt.Errorf("claim %q: %w", hit.ID, err)
		}
	}
	return ids, int(result.Total), nil
}

// parse is what each word and each phrase of a query asks for.
func (s *searcher) parse(text string) ([]query.Query, error) {
	cut := firstRunes(text, maxQuery)
	finished := cut != text || strings.TrimRight(cut, " \t\n") != cut
	parts := strings.Split(searchText(cut), `"`)
	if n := len(parts); n%2 == 0 { // a quotation mark without another: what follows are words
		parts = append(parts[:n-2], parts[n-2]+" "+parts[n-1])
	}
	var says, spare []query.Query // words that say nothing are spared, in case there are no others
	for i, part := range parts {
		if i%2 == 1 {
			if len(s.wordsOf(plainField, part)) > 0 {
				says = append(says, phraseQuery(part))
			}
			continue
		}
		words := strings.Fields(part)
		for j, word := range words {
			unfinished := !finished && i == len(parts)-1 && j == len(words)-1
			q, err := s.wordQuery(word, unfinished)
			switch {
			case err != nil:
				return nil, err
			case q == nil:
			case unfinished || len(s.wordsOf(stemField, word)) > 0:
				says = append(says, q)
			default:
				spare = append(spare, q)
			}
		}
	}
	if len(says) == 0 {
		return spare, nil
	}
	return says, nil
}

// wordQuery asks for a word by its stem or as it stands, and by its beginning if it may not be finished. It is nil for
// what is no word.
func (s *searcher) wordQuery(word string, unfinished bool) (query.Query, error) {
	plain := s.wordsOf(plainField, word)
	if len(plain) == 0 {
		return nil, nil
	}
	either := bleve.NewDisjunctionQuery(fieldQuery(stemField, word), fieldQuery(plainField, word))
	end := plain[len(plain)-1]
	if !unfinished || utf8.RuneCountInString(end) < shortestBeginning {
		return either, nil
	}
	ends, err := s.completions(end)
	if err != nil || len(ends) == 0 {
		return either, err
	}
	var whole []query.Query // of “covid-1”, covid and what begins with 1
	for _, w := range plain[:len(plain)-1] {
		whole = append(whole, termQuery(w))
	}
	either.AddQuery(bleve.NewConjunctionQuery(append(whole, bleve.NewDisjunctionQuery(ends...))...))
	return either, nil
}

// completions asks for the words that begin with a beginning, the most frequent ones if there are many.
func (s *searcher) completions(beginning string) ([]query.Query, error) {
	dictionary, err := s.words.FieldDictPrefix(plainField, []byte(beginning))
	if err != nil {
		return nil, err
	}
	type entry struct {
		term  string
		count uint64
	}
	var entries []entry
	next, err := dictionary.Next()
	for ; next != nil && err == nil; next, err = dictionary.Next() {
		entries = append(entries, entry{next.Term, next.Count})
	}
	if err := errors.Join(err, dictionary.Close()); err != nil {
		return nil, err
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(b.count, a.count) })
	var completions []query.Query
	for _, e := range entries[:min(len(entries), maxCompletions)] {
		completions = append(completions, termQuery(e.term))
	}
	return completions, nil
}

// termQuery asks for a word as it stands in the index.
func termQuery(term string) query.Query {
	q := bleve.NewTermQuery(term)
	q.SetField(plainField)
	return q
}

// fieldQuery asks for all words of a text in a field.
func fieldQuery(field, text string) query.Query {
	q := bleve.NewMatchQuery(text)
	q.SetField(field)
	q.SetOperator(query.MatchQueryOperatorAnd)
	return q
}

// phraseQuery asks for the words of a text as they stand, side by side.
func phraseQuery(text string) query.Query {
	q := bleve.NewMatchPhraseQuery(text)
	q.SetField(plainField)
	return q
}

// wordsOf is the words that a field makes of a text.
func (s *searcher) wordsOf(field, text string) []string {
	var words []string
	for _, token := range s.words.Mapping().AnalyzerNamed(field).Analyze([]byte(text)) {
		words = append(words, string(token.Term))
	}
	return words
}

// firstRunes is at most the first n code points of s, found without reading the rest.
func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
