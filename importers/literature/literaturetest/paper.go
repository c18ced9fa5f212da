package literaturetest

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Paper is an invented paper.
type Paper struct {
	PMID, DOI, PMCID string
	Title, Abstract  string
	Year             int
	XML              string // its PubMed record, instead of the one that is made of the rest
	NotByPMCID       bool   // no search finds it by its PMCID
}

// Papers makes n papers from PMID 99000001 on. Every second one is in PMC; what the converter does not know is found by a
// search alone.
func Papers(n int) []Paper {
	out := make([]Paper, n)
	for i := range out {
		out[i] = Paper{
			PMID: fmt.Sprint(99000001 + i), DOI: fmt.Sprintf("10.99999/examples.%d", i+1), Year: 2000 + i%25,
			Title:    fmt.Sprintf("Green tea and blood pressure: invented trial %d.", i+1),
			Abstract: fmt.Sprintf("In %d adults, green tea lowered systolic blood pressure by 2 mm Hg.", 100+i),
		}
		if i%2 == 0 {
			out[i].PMCID = fmt.Sprint("PMC", 9900001+i)
		}
	}
	return out
}

// Record is the paper's record in PubMed XML.
func (p Paper) Record() string {
	if p.XML != "" {
		return p.XML
	}
	ids := `<ArticleId IdType="pubmed">` + p.PMID + `</ArticleId>`
	if p.DOI != "" {
		ids += `<ArticleId IdType="doi">` + escape(p.DOI) + `</ArticleId>`
	}
	if p.PMCID != "" {
		ids += `<ArticleId IdType="pmc">` + p.PMCID + `</ArticleId>`
	}
	return fmt.Sprintf(`<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">%s</PMID><Article PubModel="Print"><Journal><JournalIssue CitedMedium="Internet"><Volume>1</Volume><PubDate><Year>%d</Year></PubDate></JournalIssue><Title>Examples</Title><ISOAbbreviation>Examples</ISOAbbreviation></Journal><ArticleTitle>%s</ArticleTitle><Abstract><AbstractText>%s</AbstractText></Abstract><Language>eng</Language><PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article></MedlineCitation><PubmedData><ArticleIdList>%s</ArticleIdList></PubmedData></PubmedArticle>
`, p.PMID, p.Year, escape(p.Title), escape(p.Abstract), ids)
}

// Set is what EFetch answers.
func Set(papers ...Paper) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2026//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_260101.dtd">
<PubmedArticleSet>
`)
	for _, p := range papers {
		b.WriteString(p.Record())
	}
	b.WriteString("</PubmedArticleSet>")
	return b.String()
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// europe is the paper as Europe PMC describes it.
func (p Paper) europe() string {
	b, err := json.Marshal(map[string]any{
		"id": p.PMID, "source": "MED", "pmid": p.PMID, "pmcid": p.PMCID, "doi": p.DOI, "title": p.Title,
		"journalInfo":  map[string]any{"volume": "1", "yearOfPublication": p.Year, "dateOfPublication": fmt.Sprint(p.Year), "journal": map[string]any{"title": "Examples"}},
		"abstractText": p.Abstract, "language": "eng", "pubTypeList": map[string]any{"pubType": []string{"Journal Article"}},
	})
	if err != nil {
		panic(err)
	}
	return string(b)
}
