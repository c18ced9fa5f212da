package llm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Bounds on one answer.
const (
	maxAnswer = 4 << 20 // bytes, as it is sent
	maxClaims = 1000
)

// The ways in which an answer can't be read.
var (
	errNoJSON    = errors.New("holds no JSON of the form that was asked for")
	errAmbiguous = errors.New("holds more than one JSON document that could be the answer")
	errTooMany   = fmt.Errorf("holds more than %d claims", maxClaims)
)

// readAnswer finds the parts of an answer in what a model wrote: a JSON document of the form that was asked for, with prose, a
// fence or thoughts around it at most. Where several documents could be meant, none is.
func readAnswer(content string, s shape) ([]json.RawMessage, error) {
	content = strings.TrimSpace(withoutThoughts(content))
	if parts, ok := s.parts(content, true); ok {
		return bounded(parts)
	}
	var found []json.RawMessage
	var first string
	for _, document := range documents(content) {
		parts, ok := s.parts(document, false)
		switch {
		case !ok || document == first:
		case first != "":
			return nil, errAmbiguous
		default:
			found, first = parts, document
		}
	}
	if first == "" {
		return nil, errNoJSON
	}
	return bounded(found)
}

func bounded(claims []json.RawMessage) ([]json.RawMessage, error) {
	if len(claims) > maxClaims {
		return nil, errTooMany
	}
	return claims, nil
}

// withoutThoughts is an answer without what a reasoning model wrote before it.
func withoutThoughts(content string) string {
	if strings.HasPrefix(strings.TrimSpace(content), "<think>") {
		if _, after, ok := strings.Cut(content, "</think>"); ok {
			return after
		}
	}
	return content
}

// claimsIn reads the claims of a document: {"claims": […]}, or […] with objects in it. An empty list is an answer only by
// itself; in prose it may be anything.
func claimsIn(document string, alone bool) ([]json.RawMessage, bool) {
	switch {
	case strings.HasPrefix(document, "["):
		var claims []json.RawMessage
		if json.Unmarshal([]byte(document), &claims) != nil || len(claims) == 0 && !alone {
			return nil, false
		}
		for _, c := range claims {
			if !bytes.HasPrefix(c, []byte("{")) {
				return nil, false
			}
		}
		return claims, true
	case strings.HasPrefix(document, "{"):
		var whole struct {
			Claims *[]json.RawMessage `json:"claims"`
		}
		if json.Unmarshal([]byte(document), &whole) != nil || whole.Claims == nil {
			return nil, false
		}
		return *whole.Claims, true
	}
	return nil, false
}

// documents are the outermost stretches of s in balanced braces or brackets, in order; marks within JSON strings don't count.
// What opens and never closes ends the search. It reads s once.
func documents(s string) []string {
	var out []string
	start, depth := 0, 0
	quoted := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quoted && c == '\\':
			i++
		case c == '"' && depth > 0:
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth == 0 {
				start = i
			}
			depth++
		case (c == '}' || c == ']') && depth > 0:
			if depth--; depth == 0 {
				out = append(out, s[start:i+1])
			}
		}
	}
	return out
}
