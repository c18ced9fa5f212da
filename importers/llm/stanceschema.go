package llm

import (
	"encoding/json"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"claimlens/annotate"
)

// verdict is a stance as the model gives it.
type verdict struct {
	Stance   annotate.Stance `json:"stance"`
	Passages []int           `json:"passages" jsonschema:"the numbers of the passages that carry the stance"`
	Reason   string          `json:"reason" jsonschema:"what in the passages led to it, in one short sentence"`
}

// stanceShape is the shape of a verdict: strict for the server, and lenient for what is read, which may lack passages and reason
// and have more than was asked for.
func stanceShape() (shape, error) {
	whole, err := jsonschema.For[verdict](nil)
	if err != nil {
		return shape{}, err
	}
	whole.Properties["stance"].Enum = listed(annotate.Stances)
	passages := whole.Properties["passages"]
	passages.Type, passages.Types = "array", nil // never null
	strict, err := json.Marshal(whole)
	if err != nil {
		return shape{}, err
	}
	lenient := whole.CloneSchemas()
	lenient.Required, lenient.AdditionalProperties = []string{"stance"}, nil
	form, err := lenient.Resolve(nil)
	return shape{name: "stance", schema: strict, parts: func(document string, _ bool) ([]json.RawMessage, bool) {
		v, ok := verdictIn(document, form)
		if !ok {
			return nil, false
		}
		part, err := json.Marshal(v)
		return []json.RawMessage{part}, err == nil
	}}, err
}

// verdictIn reads a document that has the form of a verdict.
func verdictIn(document string, form *jsonschema.Resolved) (verdict, bool) {
	var said map[string]any
	if json.Unmarshal([]byte(document), &said) != nil {
		return verdict{}, false
	}
	for name, value := range said {
		if value == nil {
			delete(said, name) // a way to say nothing
		}
	}
	if s, ok := said["stance"].(string); ok {
		said["stance"] = strings.ToLower(strings.TrimSpace(s))
	}
	if form.Validate(said) != nil {
		return verdict{}, false
	}
	var v verdict
	again, err := json.Marshal(said)
	if err != nil || json.Unmarshal(again, &v) != nil {
		return verdict{}, false
	}
	return v, true
}
