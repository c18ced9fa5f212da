package storetest

import "claimlens/annotate"

var identifierPromises = []promise{
	{"finds a paper by PMID, DOI and PMCID, however they are written", byIdentifier},
	{"follows a DOI from one record to another", movedDOI},
	{"that two papers have finds the one whose record changed last", sharedDOI},
	{"that is none is invalid, and one of no paper is not found", noIdentifier},
}

// named is a paper with a DOI.
func named(pmid, doi string) annotate.Citation {
	c := paper(pmid)
	c.DOI = doi
	return c
}

// finds checks which paper an identifier finds.
func (b *bench) finds(identifier, pmid string) {
	b.Helper()
	c, err := b.store.CitationBy(b.ctx, identifier)
	if err != nil || c.PMID != pmid {
		b.Errorf("%s: got PMID %q, %v; want %s", identifier, c.PMID, err, pmid)
	}
}

func byIdentifier(b *bench) {
	b.cites(paper("11"), fullCitation(), named("12", "10.1000/B"))
	for _, s := range []string{
		"12345678", " PMID: 12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/", "10.1000/x(1)y-é", "doi:10.1000/X(1)Y-É",
		"https://doi.org/10.1000/x(1)y-%C3%A9", "PMC123", "pmc123", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/",
	} {
		c, err := b.store.CitationBy(b.ctx, s)
		if err != nil {
			b.Errorf("%s: %v", s, err)
		}
		same(b, s, c, fullCitation())
	}
	b.finds("10.1000/b", "12")
	b.finds("11", "11")
}

func movedDOI(b *bench) {
	b.cites(named("11", "10.1000/a"), paper("12"))
	there, here := named("11", "10.1000/b"), named("12", "10.1000/a")
	there.Version, here.Version = 2, 2
	b.cites(here)
	b.finds("10.1000/a", "12")
	b.cites(there)
	b.finds("10.1000/a", "12")
	b.finds("10.1000/b", "11")
	gone := paper("12")
	gone.Version = 3
	b.cites(gone)
	_, err := b.store.CitationBy(b.ctx, "10.1000/a")
	wantKind(b, "a DOI that no paper has any more", err, annotate.ErrNotFound)
}

func sharedDOI(b *bench) {
	b.cites(named("11", "10.1000/a"))
	b.cites(named("12", "10.1000/a"))
	b.finds("10.1000/a", "12")
	again := named("11", "10.1000/a")
	again.Version, again.Title = 2, "Corrected"
	b.cites(again)
	b.finds("10.1000/a", "11")
	other := named("11", "10.1000/c")
	other.Version = 3
	b.cites(other)
	b.finds("10.1000/a", "12")
}

func noIdentifier(b *bench) {
	b.cites(named("11", "10.1000/a"))
	for _, s := range []string{"", "zinc", "012", "10.1000", "PMC"} {
		_, err := b.store.CitationBy(b.ctx, s)
		wantKind(b, s, err, annotate.ErrInvalid)
	}
	for _, s := range []string{"12", "10.1000/b", "10.1000/a.1", "PMC11"} {
		_, err := b.store.CitationBy(b.ctx, s)
		wantKind(b, s, err, annotate.ErrNotFound)
	}
}
