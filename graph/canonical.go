package graph

import (
	"bytes"
	"encoding/json"
	"slices"

	"claimlens/annotate"
)

// canonical is the one form in which a value is hashed or kept as JSON: encoding/json, the fields in the order of their
// declaration, nothing escaped that need not be, no line break at the end.
func canonical(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// settled is a copy of m as it will be read back: times cut to the millisecond, evidence waiting for its decision, and
// no difference between an empty list and none where JSON makes none.
func settled(m annotate.Made) annotate.Made {
	return annotate.Made{
		Articles:  each(m.Articles, settledArticle),
		Claims:    each(m.Claims, settledClaim),
		Mentions:  slices.Clone(m.Mentions),
		Edits:     each(m.Edits, settledEdit),
		Citations: each(m.Citations, settledCitation),
		Checks:    each(m.Checks, settledCheck),
		Evidence:  each(m.Evidence, settledEvidence),
		Decisions: each(m.Decisions, settledDecision),
		Searches:  each(m.Searches, settledSought),
		Grades:    each(m.Grades, settledGrade),
	}
}

func each[T any](list []T, settle func(T) T) []T {
	if len(list) == 0 {
		return nil
	}
	out := make([]T, len(list))
	for i, x := range list {
		out[i] = settle(x)
	}
	return out
}

// orNil is list, or nil when it is empty.
func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
