package graph

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/google/uuid"
)

// maxQuery is how many code points of a query are looked at. Nobody types more; who pastes a paragraph finds the claims
// that hold any of its first words.
const maxQuery = 200

// shortestPrefix is how many code points of an unfinished word it takes to look for words that begin with it: one letter
// begins a tenth of all words.
const shortestPrefix = 2

// search finds the claims that hold all words of the query, or, when there is none, any of them; the best match first,
// and says how many there are. Words match by their stems, words in quotes as they stand and side by side, and the last
// word also by its beginning unless something follows it. There is no other syntax: no text is an error, and one without
// words finds nothing.
func (s *searcher) search(ctx context.Context, text string, offset, limit int) ([]uuid.UUID, int, error) {
	wanted := parseQuery(s.words.Mapping(), text)
	if len(wanted) == 0 {
		return nil, 0, ctx.Err()
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

// parseQuery is what each word and each phrase of a query asks for.
func parseQuery(m mapping.IndexMapping, text string) []query.Query {
	cut := firstRunes(text, maxQuery)
	finished := cut == "" || cut != text || strings.TrimRight(cut, " \t\n") != cut
	parts := strings.Split(searchText(cut), `"`)
	if len(parts)%2 == 0 { // a quotation mark without another: what follows are words
		parts = append(parts[:len(parts)-2], parts[len(parts)-2]+" "+parts[len(parts)-1])
	}
	var wanted []query.Query
	var spare []query.Query // words that say nothing, in case there are no others
	for i, part := range parts {
		if i%2 == 1 {
			if words := analyze(m, plainField, part); len(words) > 0 {
				wanted = append(wanted, phraseQuery(part))
			}
			continue
		}
		words := strings.Fields(part)
		for j, word := range words {
			last := !finished && i == len(parts)-1 && j == len(words)-1
			q, says := wordQuery(m, word, last)
			switch {
			case q == nil:
			case says:
				wanted = append(wanted, q)
			default:
				spare = append(spare, q)
			}
		}
	}
	if len(wanted) == 0 {
		return spare
	}
	return wanted
}

// wordQuery asks for a word by its stem or as it stands, and by its beginning if it may not be finished. It is nil for
// what is no word; says is false for a word that says nothing, such as "the".
func wordQuery(m mapping.IndexMapping, word string, unfinished bool) (q query.Query, says bool) {
	plain := analyze(m, plainField, word)
	if len(plain) == 0 {
		return nil, false
	}
	stem := fieldQuery(stemField, word)
	either := bleve.NewDisjunctionQuery(stem, fieldQuery(plainField, word))
	says = len(analyze(m, stemField, word)) > 0
	end := plain[len(plain)-1]
	if !unfinished || utf8.RuneCountInString(end) < shortestPrefix {
		return either, says
	}
	begins := bleve.NewPrefixQuery(end)
	begins.SetField(plainField)
	whole := make([]query.Query, 0, len(plain))
	for _, w := range plain[:len(plain)-1] {
		whole = append(whole, fieldQuery(plainField, w))
	}
	either.AddQuery(bleve.NewConjunctionQuery(append(whole, begins)...))
	return either, true
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

// analyze is the words that a field makes of a text.
func analyze(m mapping.IndexMapping, field, text string) []string {
	var words []string
	for _, token := range m.AnalyzerNamed(field).Analyze([]byte(text)) {
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
