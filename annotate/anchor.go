package annotate

// Anchor says where a quote stands in a text: a W3C TextQuoteSelector (exact, prefix, suffix) and a
// TextPositionSelector (start, end) together. Offsets count Unicode code points, end exclusive; prefix and suffix hold up
// to ContextLength code points of what stands before and after.
type Anchor struct {
	Exact  string `json:"quote"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

// ContextLength is how many code points of prefix and of suffix an anchor keeps: 32, as the W3C's and Hypothesis' own.
const ContextLength = 32
