package pubmed

import (
	"regexp"
	"slices"
	"strings"

	"claimlens/annotate"
)

// registries are the forms of the numbers that registries of trials give, with what people put between the letters and
// the digits. A number is its groups, joined as its registry does, in capitals.
var registries = []struct {
	form *regexp.Regexp
	join string
}{
	{regexp.MustCompile(`(?i)\b(NCT)[- :#]{0,2}([0-9]{8})\b`), ""},
	{regexp.MustCompile(`(?i)\b(ISRCTN)[- :#]{0,2}([0-9]{8})\b`), ""},
	{regexp.MustCompile(`(?i)\b(ACTRN)[- :#]{0,2}([0-9]{14})\b`), ""},
	{regexp.MustCompile(`(?i)\b(DRKS)[- :#]{0,2}([0-9]{8})\b`), ""},
	{regexp.MustCompile(`(?i)\b(ChiCTR)[- :#]{0,2}([0-9]{8,10})\b`), ""},
	{regexp.MustCompile(`(?i)\b(ChiCTR-[A-Z]{2,6})[- ]([0-9]{8,10})\b`), "-"},
	{regexp.MustCompile(`(?i)\b(UMIN)(?:[- ]?CTR)?[- :#]{0,2}([0-9]{9})\b`), ""},
	{regexp.MustCompile(`(?i)\b(JapicCTI)[- :#]{0,2}([0-9]{6})\b`), "-"},
	{regexp.MustCompile(`(?i)\b(JMA-IIA)[- :#]?([0-9]{5})\b`), ""},
	{regexp.MustCompile(`(?i)\b(jRCTs?)[- :#]{0,2}([0-9]{9,10})\b`), ""},
	{regexp.MustCompile(`(?i)\b(CTRI/[0-9]{4}/[0-9]{2,3}/[0-9]{6})\b`), ""},
	{regexp.MustCompile(`(?i)\b(IRCT)[- :#]{0,2}([0-9]{8,20}(?:N[0-9]{1,3})?)\b`), ""},
	{regexp.MustCompile(`(?i)\b(KCT)[- :#]{0,2}([0-9]{7})\b`), ""},
	{regexp.MustCompile(`(?i)\b(PACTR)[- :#]{0,2}([0-9]{15,16})\b`), ""},
	{regexp.MustCompile(`(?i)\b(TCTR)[- :#]{0,2}([0-9]{11})\b`), ""},
	{regexp.MustCompile(`(?i)\b(LBCTR)[- :#]{0,2}([0-9]{10})\b`), ""},
	{regexp.MustCompile(`(?i)\b(RPCEC)[- :#]{0,2}([0-9]{8})\b`), ""},
	{regexp.MustCompile(`(?i)\b(SLCTR/[0-9]{4}/[0-9]{3})\b`), ""},
	{regexp.MustCompile(`\b(RBR)-([0-9a-z]{6,7})\b`), "-"},
	{regexp.MustCompile(`\b(NTR)[- :#]{0,2}([0-9]{2,5})\b`), ""},
	{regexp.MustCompile(`(?i)\b(?:EudraCT|EU ?CT|EU clinical trials|CTIS)\b[^0-9;]{0,30}([0-9]{4}-[0-9]{6}-[0-9]{2})\b`), ""},
}

// shortNumbers begin the numbers that have no five digits in a row.
var shortNumbers = []string{"NTR", "RBR-", "SLCTR"}

// before and after are how many bytes around a number may belong to it.
const before, after = 48, 24

// places is where in a text numbers of registries may be: around five digits in a row, or where the shorter ones begin. To
// search all of an abstract for each of the forms would take longer than to read it.
func places(text string) []string {
	var out []string
	start, end, digits := 0, 0, 0 // of the place that is being found
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			digits = 0
		} else {
			digits++
		}
		if digits < 5 && !slices.ContainsFunc(shortNumbers, func(name string) bool { return text[i] == name[0] && strings.HasPrefix(text[i:], name) }) {
			continue
		}
		if i-before > end {
			out = append(out, text[start:end])
			start = i - before
		}
		end = min(i+after, len(text))
	}
	return append(out, text[start:end])
}

// trialsIn is the registration numbers in a text, those of each registry in its order.
func trialsIn(text string) []string {
	var out []string
	for _, place := range places(text) {
		for _, r := range registries {
			for _, m := range r.form.FindAllStringSubmatch(place, -1) {
				number := m[1]
				if len(m) > 2 {
					number += r.join + m[2]
				}
				out = append(out, strings.ToUpper(number))
			}
		}
	}
	return withoutRepeats(out)
}

// banks are the data banks of MEDLINE that are registries of trials; the others hold genes, structures and data.
var banks = []string{
	"ClinicalTrials.gov", "ISRCTN", "EudraCT", "ANZCTR", "ChiCTR", "CRiS", "CTRI", "DRKS", "IRCT", "JapicCTI", "JMACCT", "JPRN", "jRCT", "LBCTR", "NTR", "NTRR",
	"PACTR", "PER", "ReBec", "REPEC", "RPCEC", "SLCTR", "TCTR", "UMIN CTR", "UMIN-CTR", "EU-CTR", "CTIS",
}

// accession is the registration number that a data bank gave, or "" if it is no registry of trials.
func accession(bank, number string) string {
	if !slices.ContainsFunc(banks, func(b string) bool { return strings.EqualFold(b, bank) }) {
		return ""
	}
	for _, text := range []string{number, bank + " " + number} { // some leave the letters out
		if found := trialsIn(text); len(found) > 0 {
			return found[0]
		}
	}
	return strings.ToUpper(strings.TrimSpace(number))
}

// registered is the registration numbers of a paper: those that were given, and those that its title or its abstract names.
func registered(given []string, title string, abstract []annotate.Section) []string {
	all := append(given, trialsIn(title)...)
	for _, s := range abstract {
		all = append(all, trialsIn(s.Label+": "+s.Text)...)
	}
	return withoutRepeats(all)
}

// withoutRepeats leaves out empty texts, and those that were there before.
func withoutRepeats(texts []string) []string {
	var out []string
	met := map[string]bool{}
	for _, t := range texts {
		if t != "" && !met[t] {
			met[t] = true
			out = append(out, t)
		}
	}
	return out
}
