package llm

import (
	"encoding/json"

	"github.com/google/jsonschema-go/jsonschema"

	"claimlens/annotate"
)

// reply is the form of the answer that is asked for.
type reply struct {
	Claims []candidate `json:"claims" jsonschema:"the claims in the order of the text"`
}

// candidate is a claim as the model gives it.
type candidate struct {
	Block    int               `json:"block" jsonschema:"the number of the block that the quote stands in"`
	Quote    string            `json:"quote" jsonschema:"copied from the block, character for character"`
	Text     string            `json:"text" jsonschema:"the claim as a sentence that stands alone"`
	Kind     annotate.Kind     `json:"kind"`
	Polarity annotate.Polarity `json:"polarity"`
	Wording  annotate.Wording  `json:"wording"`
	Hedged   *bool             `json:"hedged"`
}

// polarities are both of them.
var polarities = []annotate.Polarity{annotate.Affirmed, annotate.Negated}

// forms are the schemas of an answer: what a server is told, strict, and what one claim of an answer is checked against, which
// may lack what can be told from its text and have more than was asked for.
type forms struct {
	strict json.RawMessage
	claim  *jsonschema.Resolved
}

func newForms() (forms, error) {
	whole, err := jsonschema.For[reply](nil)
	if err != nil {
		return forms{}, err
	}
	claims := whole.Properties["claims"]
	claims.Type, claims.Types = "array", nil // never null
	claim := claims.Items
	claim.Properties["kind"].Enum = listed(annotate.Kinds)
	claim.Properties["polarity"].Enum = listed(polarities)
	claim.Properties["wording"].Enum = listed(annotate.Wordings)
	claim.Properties["hedged"].Type, claim.Properties["hedged"].Types = "boolean", nil
	strict, err := json.Marshal(whole)
	if err != nil {
		return forms{}, err
	}
	lenient := claim.CloneSchemas()
	lenient.Required, lenient.AdditionalProperties = []string{"quote", "text"}, nil
	resolved, err := lenient.Resolve(nil)
	return forms{strict: strict, claim: resolved}, err
}

func listed[T ~string](all []T) []any {
	out := make([]any, len(all))
	for i, x := range all {
		out[i] = string(x)
	}
	return out
}
