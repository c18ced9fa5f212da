package llm

import "encoding/json"

// shape is the form of an answer: what a server is told of it, and how it is known in what a model writes.
type shape struct {
	name    string          // under which the server is told of it
	schema  json.RawMessage // that it is to keep to
	divided bool            // an answer that the model could not end is asked for again in parts; else it is of no use
	// parts are what a JSON document answers, if it has the form that was asked for. A document that is the whole answer may
	// be shorter than one that stands in prose.
	parts func(document string, alone bool) ([]json.RawMessage, bool)
}
