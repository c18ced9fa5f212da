// Package study says how a paper's study was made, of whom and of how many, as far as its record tells; and which papers
// report one and the same study.
package study

// Study is what a record says of the study behind its paper.
type Study struct {
	Design        Design  `json:"design,omitempty"` // empty: not known
	DesignGuessed bool    `json:"designGuessed,omitempty"`
	Subject       Subject `json:"subject,omitempty"` // empty: not known
	SubjectGuess  bool    `json:"subjectGuessed,omitempty"`
	Animal        string  `json:"animal,omitempty"`   // which, in words: "mice"
	Sample        int     `json:"sample,omitempty"`   // how many were studied, 0 where it is not stated
	SampleOf      string  `json:"sampleOf,omitempty"` // what was counted: "people", "studies", "mice"
}

// Design is how a study was made.
type Design string

// Subject is in whom or what it was made.
type Subject string
