package storetest

import (
	"github.com/google/uuid"

	"claimlens/annotate"
)

var citationPromises = []promise{
	{"comes back with all fields", citationRoundTrip},
	{"comes back bare, absent lists absent", bareCitation},
	{"is read in its latest version", citationVersion},
	{"that PubMed took back is kept", deletedCitation},
	{"is listed, the one whose record changed last first", citationOrder},
	{"that is not there is not found", noCitation},
}

func fullCitation() annotate.Citation {
	return annotate.Citation{
		ID: annotate.CitationID("12345678"), Version: 1, PMID: "12345678", DOI: "10.1000/x(1)y-é", PMCID: "PMC123", Original: "Žink – 锌", Title: "Žinc – 锌 in <b>β</b>‑cells: a trial",
		Authors: []annotate.Author{{Family: "van der Ñ", Given: "A. B."}, {Collective: "The Zinc Group"}, {Family: "Li"}},
		Journal: "Example J", Year: 1999, Volume: "12(A)", Issue: "3-4", Pages: "e1-e9", Language: "eng",
		Date: "1999-07", Keywords: []string{"zinc", "β-cells"}, Trials: []string{"NCT01234567", "ISRCTN12345678"},
		Summary: "Zinc was seen.", Revised: "2021-07-03",
		Types:    []annotate.Term{{UI: "D016449", Name: "Randomized Controlled Trial"}, {Name: "Journal Article"}},
		Mesh:     []annotate.Term{{UI: "D015032", Name: "Zinc"}, {UI: "D006801", Name: "Humans"}},
		Notices:  []annotate.Notice{{Kind: "ErratumIn", PMID: "99", DOI: "10.1000/e", Source: "Example J. 2000;1:2", Date: "2000"}, {Kind: "CommentIn"}},
		Abstract: []annotate.Section{{Label: "AIM", Category: "OBJECTIVE", Text: "To see."}, {Text: "Seen – 5 µg/l ± 0.1."}, {Label: "END", Text: ""}},
	}
}

func citationRoundTrip(b *bench) {
	want := fullCitation()
	b.cites(want)
	same(b, "citation", b.citation("12345678"), want)
	same(b, "listed", walk(b, b.citations, 0), []annotate.Citation{want})
}

func bareCitation(b *bench) {
	want := paper("11")
	b.cites(want)
	got := b.citation("11")
	same(b, "citation", got, want)
	if got.Authors != nil || got.Types != nil || got.Mesh != nil || got.Notices != nil || got.Abstract != nil || got.Keywords != nil || got.Trials != nil || got.Heard != nil {
		b.Errorf("got %#v, want no lists: they tell a changed record from an unchanged one", got)
	}
}

func citationVersion(b *bench) {
	first := fullCitation()
	b.cites(first, paper("11"))
	next := paper("12345678")
	next.Version, next.Title = 2, "Zinc, corrected"
	b.cites(next)
	same(b, "latest", b.citation("12345678"), next)
	same(b, "papers", b.counts().Citations, 2)
	same(b, "listed", len(walk(b, b.citations, 1)), 2)
}

func deletedCitation(b *bench) {
	b.cites(paper("11"))
	gone := annotate.Citation{ID: annotate.CitationID("11"), Version: 2, PMID: "11", Deleted: true}
	b.cites(gone)
	same(b, "citation", b.citation("11"), gone)
	never := annotate.Citation{ID: annotate.CitationID("12"), Version: 1, PMID: "12", Deleted: true}
	b.cites(never)
	same(b, "one that was never held", b.citation("12"), never)
}

func citationOrder(b *bench) {
	for _, pmid := range []string{"3", "1", "2"} {
		b.cites(paper(pmid))
	}
	list := func() []string {
		var out []string
		for _, c := range walk(b, b.citations, 2) {
			out = append(out, c.PMID)
		}
		return out
	}
	same(b, "last first", list(), []string{"2", "1", "3"})
	next := paper("1")
	next.Version, next.Year = 2, 2001
	b.cites(next)
	same(b, "after 1 changed", list(), []string{"1", "2", "3"})
}

func noCitation(b *bench) {
	b.cites(paper("11"))
	for _, pmid := range []string{"12", "1", "111", "", "011", "x"} {
		_, err := b.store.Citation(b.ctx, pmid)
		wantKind(b, "PMID "+pmid, err, annotate.ErrNotFound)
	}
	for _, id := range []uuid.UUID{zero, annotate.CitationID("12")} {
		same(b, "evidence", len(walk(b, b.citationEvidence(id), 0)), 0)
	}
}
