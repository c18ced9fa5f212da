package pubmed

import (
	"regexp"
	"strings"

	"claimlens/annotate"
)

// labelWords are the words that the headings in abstracts are made of, and the category that PubMed gives to headings with
// them.
var labelWords = map[string]string{
	"BACKGROUND": "BACKGROUND", "INTRODUCTION": "BACKGROUND", "CONTEXT": "BACKGROUND", "RATIONALE": "BACKGROUND", "IMPORTANCE": "BACKGROUND",
	"OBJECTIVE": "OBJECTIVE", "OBJECTIVES": "OBJECTIVE", "AIM": "OBJECTIVE", "AIMS": "OBJECTIVE", "PURPOSE": "OBJECTIVE", "GOAL": "OBJECTIVE",
	"GOALS": "OBJECTIVE", "HYPOTHESIS": "OBJECTIVE", "QUESTION": "OBJECTIVE",
	"METHOD": "METHODS", "METHODS": "METHODS", "METHODOLOGY": "METHODS", "DESIGN": "METHODS", "SETTING": "METHODS", "SETTINGS": "METHODS", "PATIENTS": "METHODS",
	"PARTICIPANTS": "METHODS", "SUBJECTS": "METHODS", "POPULATION": "METHODS", "SAMPLE": "METHODS", "INTERVENTION": "METHODS", "INTERVENTIONS": "METHODS",
	"EXPOSURE": "METHODS", "EXPOSURES": "METHODS", "MEASURE": "METHODS", "MEASURES": "METHODS", "MEASUREMENT": "METHODS", "MEASUREMENTS": "METHODS",
	"SOURCES": "METHODS", "SELECTION": "METHODS", "EXTRACTION": "METHODS", "SYNTHESIS": "METHODS", "CRITERIA": "METHODS", "PROCEDURES": "METHODS",
	"ANALYSIS": "METHODS", "MATERIALS": "METHODS",
	"RESULT": "RESULTS", "RESULTS": "RESULTS", "FINDING": "RESULTS", "FINDINGS": "RESULTS", "OBSERVATIONS": "RESULTS",
	"CONCLUSION": "CONCLUSIONS", "CONCLUSIONS": "CONCLUSIONS", "INTERPRETATION": "CONCLUSIONS", "DISCUSSION": "CONCLUSIONS", "IMPLICATIONS": "CONCLUSIONS",
	"RELEVANCE": "CONCLUSIONS", "SIGNIFICANCE": "CONCLUSIONS", "SUMMARY": "CONCLUSIONS", "LIMITATIONS": "CONCLUSIONS",
	"REGISTRATION": "UNASSIGNED", "FUNDING": "UNASSIGNED", "EVIDENCE": "UNASSIGNED", "DISCLOSURES": "UNASSIGNED",
}

var labelPattern = regexp.MustCompile(`(?:^|[.!?)\]]\s+)(\p{Lu}[\p{Lu}0-9 ,&/'()-]{1,80}):\s`)

// sectionsOf takes the abstract of a MEDLINE record apart where it is clearly made of sections: it begins with a heading in
// capitals, and there are several.
func sectionsOf(text string) []annotate.Section {
	type heading struct {
		label, category string
		start, end      int
	}
	var found []heading
	for _, m := range labelPattern.FindAllStringSubmatchIndex(text, -1) {
		label := text[m[2]:m[3]]
		if category := categoryOf(label); category != "" {
			found = append(found, heading{label, category, m[2], m[1]})
		}
	}
	if len(found) < 2 || found[0].start != 0 {
		return []annotate.Section{{Text: text}}
	}
	var out []annotate.Section
	for i, h := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1].start
		}
		if part := strings.TrimSpace(text[h.end:end]); part != "" {
			out = append(out, annotate.Section{Label: h.label, Category: h.category, Text: part})
		}
	}
	return out
}

// categoryOf is the category of a heading, or "" when it is none: that of the last of its words that tell one, so that
// “METHODS AND RESULTS” are results.
func categoryOf(label string) string {
	category := ""
	for _, w := range strings.FieldsFunc(label, func(r rune) bool { return r < 'A' || r > 'Z' }) {
		if c := labelWords[w]; c != "" {
			category = c
		}
	}
	return category
}
