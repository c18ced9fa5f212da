package pubmed

import (
	"regexp"
	"strings"

	"claimlens/annotate"
)

// risDraft is a citation in the making: the texts of its fields by their tags, in the order of the record.
type risDraft map[string][]string

// first is the first text under the first of some tags that has one, or "".
func (d risDraft) first(tags ...string) string {
	for _, tag := range tags {
		if texts := d[tag]; len(texts) > 0 {
			return texts[0]
		}
	}
	return ""
}

// all is the texts under some tags.
func (d risDraft) all(tags ...string) []string {
	var out []string
	for _, tag := range tags {
		out = append(out, d[tag]...)
	}
	return out
}

// adaptRIS makes a citation of a record's fields. The dialects put one thing under several tags: the most specific counts.
func adaptRIS(fields []field) annotate.Citation {
	d := risDraft{}
	for _, f := range fields {
		d[f.tag] = append(d[f.tag], f.text)
	}
	c := annotate.Citation{
		PMID: d.pmid(), DOI: d.doi(), PMCID: d.pmcid(),
		Title:   d.first("TI", "T1", "CT", "BT", "ST"),
		Authors: d.authors(),
		Journal: d.first("JA", "J2", "J1", "JO", "JF", "T2", "SO"),
		Volume:  d.first("VL", "VO"), Issue: d.first("IS", "CP"), Pages: d.pages(),
		Language: languageOf(d.first("LA")),
		Keywords: d.keywords(),
	}
	if strings.HasPrefix(c.Title, "[") && !sameWords(c.Title, d.first("TT")) {
		c.Original = d.first("TT")
	}
	if text := d.first("AB", "N2"); text != "" {
		c.Abstract = sectionsOf(text)
	}
	c = dated(c, finer(dateOf(d.first("PY", "Y1")), dateOf(d.first("DA"))))
	c.Trials = registered(nil, c.Title, c.Abstract)
	return c
}

// authors is the authors, or the editors where there are none.
func (d risDraft) authors() []annotate.Author {
	for _, tags := range [][]string{{"AU", "A1"}, {"A2", "ED"}} {
		var out []annotate.Author
		for _, text := range d.all(tags...) {
			if !strings.EqualFold(strings.Trim(text, ". "), "et al") {
				out = append(out, risAuthor(text))
			}
		}
		if out = named(out); out != nil {
			return out
		}
	}
	return nil
}

var dotted = regexp.MustCompile(`^(\S.*?)\s+((?:\p{Lu}\.[- ]?){1,4})$`)

// risAuthor takes “Casbon, James A.” or “Casbon J. A.” apart. A name of several words without either, or with nothing behind
// its comma, is that of a group.
func risAuthor(text string) annotate.Author {
	family, given, comma := strings.Cut(text, ",")
	if comma && strings.Trim(given, ", ") != "" {
		return fullAuthor(text)
	}
	family = strings.TrimSpace(family)
	if m := dotted.FindStringSubmatch(family); m != nil {
		return annotate.Author{Family: m[1], Given: strings.TrimSpace(m[2])}
	}
	if a := shortAuthor(family); a.Given != "" && !comma {
		return a
	}
	if strings.Contains(family, " ") {
		return annotate.Author{Collective: family}
	}
	return annotate.Author{Family: family}
}

func (d risDraft) pages() string {
	start, end := d.first("SP"), d.first("EP")
	if start != "" && end != "" && start != end && !strings.Contains(start, "-") {
		return start + "-" + end
	}
	return first(start, end)
}

// keywords is the keywords, each once, without the star of a major topic.
func (d risDraft) keywords() []string {
	var out []string
	for _, text := range d["KW"] {
		for part := range strings.SplitSeq(text, ";") {
			out = append(out, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "*")))
		}
	}
	return withoutRepeats(out)
}

// The tags under which the dialects put addresses, and those under which they put notes of all kinds.
var (
	addressTags = []string{"UR", "L1", "L2", "L3", "L4", "LK", "LI"}
	noteTags    = []string{"AN", "ID", "M1", "M2", "M3", "N1", "NO", "U1", "U2", "U3", "U4", "U5", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "DB"}
)

var bareDOI = regexp.MustCompile(`(?i)^(?:doi:?\s*)?10\.[0-9]{4,}\S*/\S+$`)

// doi is the DOI: in its own field, else in an address, else where a field is nothing but a DOI or names one.
func (d risDraft) doi() string {
	for _, text := range append(d.all("DO", "DI"), d.all(addressTags...)...) {
		for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ';' }) {
			if doi := doiOf(part); doi != "" {
				return doi
			}
		}
		if doi := doiOf(text); doi != "" {
			return doi
		}
	}
	for _, text := range d.all(noteTags...) {
		if bareDOI.MatchString(text) {
			return doiOf(text)
		}
		if doi := doiIn(text); doi != "" {
			return doi
		}
	}
	return ""
}

var (
	pmidAddress = regexp.MustCompile(`(?i)(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|ncbi\.nlm\.nih\.gov/entrez/\S*list_uids=|europepmc\.org/(?:abstract|article)/med/)([1-9][0-9]{0,7})(?:[^0-9]|$)`)
	pmcAddress  = regexp.MustCompile(`(?i)(?:pmc\.ncbi\.nlm\.nih\.gov/articles/|ncbi\.nlm\.nih\.gov/pmc/articles/|europepmc\.org/(?:abstract|article|articles)/(?:pmc/)?)(PMC[0-9]+)`)
	pmidLabel   = regexp.MustCompile(`(?i)(?:^|[;|]\s*)(?:PMID|PubMed[- ]?ID|Medline)\b[:=\s#]*([1-9][0-9]{0,7})\b`)
	anyPMID     = regexp.MustCompile(`(?i)\bPMID\b[:=\s#]*([1-9][0-9]{0,7})\b`)
	pmcLabel    = regexp.MustCompile(`(?i)(?:\bPMCID\b[:;=\s]*|^)(PMC[0-9]+)\b`)
	medlineName = regexp.MustCompile(`(?i)\b(?:pubmed|medline|nlm)\b`)
	digits      = regexp.MustCompile(`^[1-9][0-9]{0,7}$`)
)

// pmid is the PMID. Nothing in RIS is made for it: it is the number of a record that says it is PubMed's, one in an address
// of PubMed, or one that a note calls a PMID, at its beginning and as the only one: “Comment in: Examples. PMID: 99000001” is
// another paper's. A number that another database gave is none.
func (d risDraft) pmid() string {
	if medlineName.MatchString(strings.Join(d.all("DB", "DP"), " ")) {
		for _, text := range d.all("AN", "ID") {
			if digits.MatchString(text) {
				return text
			}
		}
	}
	if found := matches(pmidAddress, d.all(addressTags...)); len(found) > 0 {
		return found[0]
	}
	for _, tags := range [][]string{{"AN", "ID"}, noteTags} {
		texts := d.all(tags...)
		if own, all := matches(pmidLabel, texts), matches(anyPMID, texts); len(own) == 1 && len(all) <= 1 {
			return own[0]
		}
	}
	return ""
}

func (d risDraft) pmcid() string {
	found := append(matches(pmcAddress, d.all(addressTags...)), matches(pmcLabel, d.all(noteTags...))...)
	if len(found) == 0 {
		return ""
	}
	return pmcOf(found[0])
}

// matches is what the first group of a pattern matches in some texts, each once.
func matches(pattern *regexp.Regexp, texts []string) []string {
	var out []string
	for _, text := range texts {
		for _, m := range pattern.FindAllStringSubmatch(text, -1) {
			out = append(out, m[1])
		}
	}
	return withoutRepeats(out)
}

var languages = map[string]string{
	"arabic": "ara", "chinese": "chi", "croatian": "hrv", "czech": "cze", "danish": "dan", "dutch": "dut", "english": "eng", "finnish": "fin", "french": "fre",
	"german": "ger", "greek": "gre", "hebrew": "heb", "hungarian": "hun", "italian": "ita", "japanese": "jpn", "korean": "kor", "norwegian": "nor",
	"persian": "per", "polish": "pol", "portuguese": "por", "romanian": "rum", "russian": "rus", "serbian": "srp", "slovak": "slo", "spanish": "spa",
	"swedish": "swe", "turkish": "tur", "ukrainian": "ukr", "en": "eng", "de": "ger", "fr": "fre", "es": "spa", "it": "ita", "pt": "por", "ru": "rus", "zh": "chi", "ja": "jpn",
}

// languageOf is the three letters that PubMed has for a language, or "".
func languageOf(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if len(name) == 3 {
		return name
	}
	name, _, _ = strings.Cut(name, "-")
	return languages[name]
}
