package literature

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// JSON reads an answer that must be a JSON document. A page with excuses in its place, one that broke off, and one that is
// not in UTF-8, as all JSON is, are Garbled.
func JSON(host string, answer []byte, v any) error {
	answer = bytes.TrimSpace(bytes.TrimPrefix(answer, []byte("\ufeff")))
	switch {
	case len(answer) == 0:
		return Garbled("the answer of %s is empty", host)
	case answer[0] == '<':
		return Garbled("%s answers with a web page instead of data", host)
	case !utf8.Valid(answer):
		return Garbled("the answer of %s is not in UTF-8", host)
	}
	if err := json.Unmarshal(answer, v); err != nil {
		return Garbled("the answer of %s can't be understood, or broke off", host)
	}
	return nil
}
