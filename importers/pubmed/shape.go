package pubmed

// leaf is a part of a record of which something is wanted: its place ("Author/LastName"), its attributes and its text. The
// leaves of a record, in its order, are the shape in which it is decoded.
type leaf struct {
	path  string
	attrs []attr
	text  string
}

type attr struct{ name, value string }

// get is the value of an attribute, or "".
func (l leaf) get(name string) string {
	for _, a := range l.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// interest is what is wanted of an element.
type interest int

const (
	none  interest = iota // nothing: it is passed over with all that it holds
	inner                 // what it holds
	group                 // what it holds, and that it began, with its attributes
	taken                 // its text, that of its children included, and its attributes
)

// shape says what is wanted of which element, by its parent's name and its own. Since all others are passed over whole,
// two names are enough: a PMID of a paper that is only cited, or a DOI out of the list of references, is never met.
var shape = map[string]interest{
	"/PubmedArticle":                  inner,
	"PubmedArticle/MedlineCitation":   inner,
	"MedlineCitation/PMID":            taken,
	"MedlineCitation/Article":         inner,
	"Article/Journal":                 inner,
	"Journal/Title":                   taken,
	"Journal/ISOAbbreviation":         taken,
	"Journal/JournalIssue":            inner,
	"JournalIssue/Volume":             taken,
	"JournalIssue/Issue":              taken,
	"JournalIssue/PubDate":            inner,
	"PubDate/Year":                    taken,
	"PubDate/Month":                   taken,
	"PubDate/Day":                     taken,
	"PubDate/MedlineDate":             taken,
	"Article/ArticleTitle":            taken,
	"Article/VernacularTitle":         taken,
	"Article/Pagination":              inner,
	"Pagination/MedlinePgn":           taken,
	"Pagination/StartPage":            taken,
	"Pagination/EndPage":              taken,
	"Article/ELocationID":             taken,
	"Article/Abstract":                inner,
	"Abstract/AbstractText":           taken,
	"Article/AuthorList":              group,
	"AuthorList/Author":               group,
	"Author/LastName":                 taken,
	"Author/ForeName":                 taken,
	"Author/FirstName":                taken,
	"Author/Initials":                 taken,
	"Author/CollectiveName":           taken,
	"Article/Language":                taken,
	"Article/PublicationTypeList":     inner,
	"Article/ArticleDate":             inner,
	"ArticleDate/Year":                taken,
	"ArticleDate/Month":               taken,
	"ArticleDate/Day":                 taken,
	"MedlineCitation/DateRevised":     inner,
	"DateRevised/Year":                taken,
	"DateRevised/Month":               taken,
	"DateRevised/Day":                 taken,
	"MedlineCitation/OtherAbstract":   group,
	"OtherAbstract/AbstractText":      taken,
	"MedlineCitation/KeywordList":     inner,
	"KeywordList/Keyword":             taken,
	"Article/DataBankList":            inner,
	"DataBankList/DataBank":           group,
	"DataBank/DataBankName":           taken,
	"DataBank/AccessionNumberList":    inner,
	"MedlineCitation/OtherID":         taken,
	"PubmedArticle/PubmedData":        inner,
	"PubmedData/ArticleIdList":        inner,
	"ArticleIdList/ArticleId":         taken,
	"MeshHeadingList/MeshHeading":     inner,
	"MeshHeading/DescriptorName":      taken,
	"CommentsCorrections/RefSource":   taken,
	"CommentsCorrections/PMID":        taken,
	"MedlineJournalInfo/MedlineTA":    taken,
	"MedlineCitation/MeshHeadingList": inner,

	"MedlineCitation/MedlineJournalInfo":          inner,
	"MedlineCitation/CommentsCorrectionsList":     inner,
	"CommentsCorrectionsList/CommentsCorrections": group,
	"AccessionNumberList/AccessionNumber":         taken,
	"PublicationTypeList/PublicationType":         taken,

	"/PubmedBookArticle":               inner,
	"PubmedBookArticle/BookDocument":   inner,
	"BookDocument/PMID":                taken,
	"BookDocument/ArticleIdList":       inner,
	"BookDocument/Book":                inner,
	"Book/BookTitle":                   taken,
	"Book/PubDate":                     inner,
	"Book/AuthorList":                  group,
	"BookDocument/ArticleTitle":        taken,
	"BookDocument/VernacularTitle":     taken,
	"BookDocument/Language":            taken,
	"BookDocument/AuthorList":          group,
	"BookDocument/PublicationType":     taken,
	"BookDocument/Abstract":            inner,
	"BookDocument/Pagination":          inner,
	"BookDocument/KeywordList":         inner,
	"BookDocument/ContributionDate":    inner,
	"ContributionDate/Year":            taken,
	"ContributionDate/Month":           taken,
	"ContributionDate/Day":             taken,
	"BookDocument/DateRevised":         inner,
	"PubmedBookArticle/PubmedBookData": inner,
	"PubmedBookData/ArticleIdList":     inner,

	"/DeleteCitation":     inner,
	"DeleteCitation/PMID": taken,
	"/DeleteDocument":     inner,
	"DeleteDocument/PMID": taken,
}
