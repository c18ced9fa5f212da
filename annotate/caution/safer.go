package caution

import (
	"strings"
	"unicode"

	"claimlens/annotate/syntax"
)

// verb is a verb that claims an effect, by the form that a claim has it in.
type verb struct {
	base   string
	risk   string // "lower" or "higher" where its object becomes a risk: "prevents X" is "is linked to a lower risk of X"
	amount string // "lower" or "higher" where its object is an amount: "raises X" is "is linked to higher X"
	plural bool   // the form of a plural subject
}

// verbs are those that are changed, by their forms in the present. What is not here is left alone: a caution without safer words is better
// than one in bad English.
var verbs = func() map[string]verb {
	out := map[string]verb{}
	add := func(risk, amount, forms string) {
		for _, f := range strings.Fields(forms) {
			base, third, _ := strings.Cut(f, "/")
			out[third] = verb{base, risk, amount, false}
			out[base] = verb{base, risk, amount, true}
		}
	}
	add("lower", "", "prevent/prevents")
	add("higher", "", "cause/causes trigger/triggers")
	add("", "lower", "reduce/reduces lower/lowers decrease/decreases cut/cuts")
	add("", "higher", "increase/increases raise/raises elevate/elevates")
	add("", "", `improve/improves cure/cures treat/treats heal/heals relieve/relieves ease/eases alleviate/alleviates boost/boosts enhance/enhances protect/protects
		slow/slows delay/delays stop/stops repair/repairs restore/restores strengthen/strengthens weaken/weakens damage/damages harm/harms inhibit/inhibits
		block/blocks stimulate/stimulates promote/promotes help/helps lead/leads contribute/contributes worsen/worsens suppress/suppresses reverse/reverses
		shorten/shortens prolong/prolongs extend/extends support/supports regulate/regulates induce/induces eliminate/eliminates shrink/shrinks kill/kills
		accelerate/accelerates control/controls benefit/benefits work/works`)
	return out
}()

// amounts are nouns that are more or less, so that "reduces X" becomes "lower X" and no risk.
var amounts = wordSet("risk risks level levels rate rates pressure mortality incidence chance chances odds weight cholesterol glucose likelihood probability sugar")

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// clause is a claim that has one finite verb, which is one of ours: text[start:end).
type clause struct {
	text       string
	words      []syntax.Word
	at         int // the verb's word
	start, end int
	verb
}

// maxClaim bounds what is parsed, in bytes. A claim is a sentence.
const maxClaim = 400

// clauseOf finds the one finite verb of a claim. None when there are several, when one is a modal or denied, or when the verb is not ours:
// then nothing can be changed without changing more.
func clauseOf(text string) (clause, bool) {
	if len(text) > maxClaim {
		return clause{}, false
	}
	words := syntax.Parse(text)
	at := -1
	for i, w := range words {
		lower := strings.ToLower(w.Form)
		switch {
		case w.Penn == "MD" || w.Tag == "PART" && lower != "to" && lower != "'s" && lower != "’s" || negative[lower]:
			return clause{}, false
		case w.Penn == "VBZ" || w.Penn == "VBP" || w.Penn == "VBD":
			if at >= 0 {
				return clause{}, false
			}
			at = i
		}
	}
	if at <= 0 || words[at].Penn == "VBD" || asks(words) {
		return clause{}, false
	}
	v, ok := verbs[strings.ToLower(words[at].Form)]
	if !ok || v.plural != (words[at].Penn == "VBP") {
		return clause{}, false
	}
	return clause{text, words, at, words[at].Start, words[at].End, v}, true
}

var negative = wordSet("not no never nor neither cannot without hardly rarely seldom may might could can should perhaps possibly probably likely that which who if whether because although while when")

// asks says whether it is no statement.
func asks(words []syntax.Word) bool { return words[len(words)-1].Form == "?" }

// may puts "may" before the verb: "Coffee may prevent liver cancer". Several verbs that share a subject, and passives, are left alone.
func may(text string) string {
	if p := passiveMay(text); p != "" {
		return p
	}
	c, ok := clauseOf(text)
	if !ok || c.shares() || c.adverbBefore() {
		return ""
	}
	return c.text[:c.start] + "may " + c.base + c.text[c.end:]
}

// shares says whether another verb is joined to this one: "prevents A and reduce B" as a tagger may miss the second's form.
func (c clause) shares() bool {
	for i, w := range c.words {
		if i != c.at && w.Head == c.at && (w.Rel == "conj" && w.Tag == "VERB" || w.Rel == "parataxis" || w.Rel == "ccomp") {
			return true
		}
	}
	return false
}

// adverbBefore says whether something between subject and verb makes the claim already weak or general: "often prevents".
func (c clause) adverbBefore() bool {
	return c.words[c.at-1].Tag == "ADV" || c.words[c.at-1].Tag == "PUNCT"
}

// passiveMay turns "is prevented by" into "may be prevented by".
func passiveMay(text string) string {
	if len(text) > maxClaim {
		return ""
	}
	words := syntax.Parse(text)
	at := -1
	for i, w := range words {
		lower := strings.ToLower(w.Form)
		switch {
		case w.Penn == "MD" || w.Tag == "PART" && lower != "to" && lower != "'s" && lower != "’s" || negative[lower]:
			return ""
		case w.Penn == "VBZ" || w.Penn == "VBP" || w.Penn == "VBD":
			if at >= 0 || lower != "is" && lower != "are" {
				return ""
			}
			at = i
		}
	}
	if at <= 0 || at+1 >= len(words) || words[at+1].Penn != "VBN" || asks(words) || linkedAlready[strings.ToLower(words[at+1].Form)] {
		return ""
	}
	for _, w := range words[at+2:] {
		if w.Penn == "VBN" && w.Rel == "conj" {
			return ""
		}
	}
	return text[:words[at].Start] + "may be" + text[words[at].End:]
}

var linkedAlready = wordSet("linked associated related correlated tied connected")

// linked says the claim as an association: "Coffee prevents liver cancer" is "Coffee is linked to a lower risk of liver cancer".
func linked(text string) string {
	c, ok := clauseOf(text)
	if !ok || c.shares() || c.adverbBefore() || c.end >= len(c.text) {
		return ""
	}
	for _, w := range c.words[c.at+1:] {
		if w.Tag == "NUM" || w.Tag == "SYM" { // "by 18%" says how much lower, and goes with no risk
			return ""
		}
	}
	object, head := strings.TrimSpace(c.text[c.end:]), c.object()
	be := " is"
	if c.plural {
		be = " are"
	}
	before := strings.TrimRight(c.text[:c.start], " ") + be
	switch {
	case head < 0:
		return ""
	case c.risk != "":
		if c.words[c.at+1].Tag == "DET" || c.words[c.at+1].Tag == "PRON" || amounts[strings.ToLower(c.words[head].Form)] {
			return ""
		}
		return before + " linked to a " + c.risk + " risk of " + object
	case c.amount != "" && amounts[strings.ToLower(c.words[head].Form)]:
		return before + c.amounts(head)
	}
	return ""
}

// object is the head of the verb's object, -1 unless it has just one that is a noun and begins right behind the verb.
func (c clause) object() int {
	found := -1
	for i, w := range c.words {
		if w.Head == c.at && (w.Rel == "obj" || w.Rel == "iobj") {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	if found <= c.at || c.words[found].Tag != "NOUN" && c.words[found].Tag != "PROPN" {
		return -1
	}
	for _, w := range c.words[c.at+1 : found] {
		switch w.Tag {
		case "NOUN", "PROPN", "ADJ", "DET", "PUNCT", "NUM":
		default:
			return -1
		}
	}
	return found
}

// amounts says that an amount is lower or higher: "the risk of stroke" is "a lower risk of stroke", "blood pressure" is "lower blood
// pressure".
func (c clause) amounts(head int) string {
	from := c.at + 1
	article := false
	switch strings.ToLower(c.words[from].Form) {
	case "the", "a", "your", "their", "his", "her", "our":
		article = true
		from++
	}
	if from > head || c.words[from].Tag == "DET" || c.words[from].Tag == "PUNCT" || c.words[from].Tag == "NUM" || c.words[from].Tag == "PRON" {
		return ""
	}
	single := wordSet("risk rate chance likelihood probability level incidence")[strings.ToLower(c.words[head].Form)]
	kind := " linked to " + c.amount + " "
	if single && (article || strings.EqualFold(c.words[head].Form, "risk")) {
		kind = " linked to a " + c.amount + " "
	}
	return kind + c.text[c.words[from].Start:]
}

// within says the claim of what was studied: "In mice, coffee prevents liver cancer". A claim that begins otherwise than with its subject, or
// names people itself, is left alone.
func within(text, where string) string {
	if where == "" || len(text) > maxClaim {
		return ""
	}
	words := syntax.Parse(text)
	if len(words) < 2 || asks(words) {
		return ""
	}
	for _, w := range words {
		if lower := strings.ToLower(w.Form); peopled[lower] || strings.Contains(where, lower) && w.Tag == "NOUN" {
			return ""
		}
	}
	switch words[0].Tag {
	case "NOUN", "ADJ", "DET", "PROPN", "VERB", "NUM":
	default:
		return ""
	}
	if words[0].Penn == "VB" { // a command
		return ""
	}
	return "In " + where + ", " + lowerFirst(text, words[0])
}

var peopled = wordSet(`people person persons patient patients adults women men children woman man child human humans you your we us our someone everyone
	anyone individuals infants babies participants volunteers boys girls smokers americans mothers mice mouse rats animals rat no none`)

// lowerFirst makes the first letter small unless the word is a name or has capitals inside: "Coffee", but not "Parkinson", "DNA".
func lowerFirst(text string, first syntax.Word) string {
	runes := []rune(first.Form)
	if first.Tag == "PROPN" || len(runes) == 0 {
		return text
	}
	for _, r := range runes[1:] {
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			return text
		}
	}
	if len(runes) == 1 && runes[0] != 'A' {
		return text
	}
	return text[:first.Start] + string(unicode.ToLower(runes[0])) + text[first.Start+len(string(runes[0])):]
}
