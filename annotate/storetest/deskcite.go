package storetest

import (
	"sync/atomic"

	"claimlens/annotate"
)

var citePromises = []promise{
	{"keeps papers as one event", citeNew},
	{"of the same records changes nothing", citeAgain},
	{"of a changed record makes its next version", citeChanged},
	{"of one paper twice keeps the later", citeDuplicates},
	{"of an older record changes nothing", citeOlder},
	{"of a paper that was taken back keeps what it said", citeDeleted},
	{"of no papers is nothing", citeNone},
	{"refuses a record that is none, and all with it", citeInvalid},
	{"tries again when somebody was faster", citeRace},
}

// cite has a desk cite papers, and checks what it says of them.
func (b *bench) cite(what string, added, changed int, papers ...annotate.Citation) {
	b.Helper()
	a, c, err := b.desk().Cite(b.ctx, "ana", "from a file", papers)
	if a != added || c != changed || err != nil {
		b.Errorf("%s: got %d added, %d changed, %v; want %d, %d", what, a, c, err, added, changed)
	}
}

// unversioned is a paper as an importer gives it.
func unversioned(c annotate.Citation) annotate.Citation {
	c.Version = 0
	return c
}

func citeNew(b *bench) {
	b.cite("two papers", 2, 0, unversioned(paper("11")), unversioned(fullCitation()))
	same(b, "the full one", b.citation("12345678"), fullCitation())
	b.cite("one paper", 1, 0, unversioned(paper("12")))
	events := walk(b, b.events(zero), 0)
	same(b, "events", len(events), 2)
	same(b, "subject of one", events[0].Subject, annotate.CitationID("12"))
	same(b, "subject of two", events[1].Subject, zero)
	same(b, "note", events[0].Note, "from a file")
}

func citeAgain(b *bench) {
	papers := []annotate.Citation{unversioned(paper("11")), unversioned(fullCitation())}
	b.cite("new", 2, 0, papers...)
	b.cite("again", 0, 0, papers...)
	b.cite("again, with another", 1, 0, append(papers, unversioned(paper("12")))...)
	same(b, "version", b.citation("12345678").Version, 1)
	same(b, "counts", b.counts(), annotate.Counts{Events: 2, Citations: 3})
}

func citeChanged(b *bench) {
	c := unversioned(fullCitation())
	b.cite("new", 1, 0, c)
	for i, alter := range []func(){
		func() { c.Title = "Corrected" },
		func() { c.Notices = append(c.Notices, annotate.Notice{Kind: "RetractionIn"}) },
		func() { c.Abstract = c.Abstract[:1] },
		func() { c.Authors = nil },
		func() { c.Deleted = true },
	} {
		alter()
		b.cite("changed", 0, 1, c, unversioned(fullCitation()), c)
		want := c
		want.Version = i + 2
		same(b, "paper", b.citation("12345678"), want)
	}
	b.cite("back as it was", 0, 1, unversioned(fullCitation()))
}

func citeDuplicates(b *bench) {
	first, second := unversioned(paper("11")), unversioned(paper("11"))
	second.Title = "The later"
	b.cite("both new", 2, 0, first, unversioned(paper("12")), second)
	same(b, "title", b.citation("11").Title, "The later")
	same(b, "version", b.citation("11").Version, 1)
	b.cite("the later as it is", 0, 0, first, second)
	b.cite("the later changed", 0, 1, second, first)
	same(b, "title", b.citation("11").Title, first.Title)
}

func citeOlder(b *bench) {
	on := func(day, title string) annotate.Citation {
		c := unversioned(paper("11"))
		c.Revised, c.Title = day, title
		return c
	}
	b.cite("new, the later first", 1, 0, on("2024-03-02", "March"), on("2024-02-03", "February"))
	same(b, "title", b.citation("11").Title, "March")
	b.cite("a day earlier", 0, 0, on("2024-03-01", "Before"))
	b.cite("without a day", 0, 0, on("", "Some day"))
	b.cite("of the same day", 0, 1, on("2024-03-02", "March, corrected"))
	b.cite("a day later, and a day before that", 0, 1, on("2024-03-03", "After"), on("2024-03-02", "March"))
	same(b, "title", b.citation("11").Title, "After")
	same(b, "version", b.citation("11").Version, 3)
	b.cite("without a day, where none is known", 1, 0, unversioned(paper("12")))
	other := unversioned(paper("12"))
	other.Title = "Another"
	b.cite("again without a day", 0, 1, other)
}

func citeDeleted(b *bench) {
	whole := unversioned(fullCitation())
	gone := annotate.Citation{ID: whole.ID, PMID: whole.PMID, Deleted: true}
	unknown := annotate.Citation{ID: annotate.CitationID("11"), PMID: "11", Deleted: true}
	b.cite("that nobody has", 0, 0, gone, unknown)
	b.cite("new", 1, 0, whole)
	b.cite("taken back", 0, 1, gone)
	want := fullCitation()
	want.Version, want.Deleted = 2, true
	same(b, "paper", b.citation(whole.PMID), want)
	b.cite("taken back again", 0, 0, gone)
	b.cite("back", 0, 1, whole)
	b.cite("taken back and brought back at once", 0, 0, gone, whole)
	want.Version, want.Deleted = 3, false
	same(b, "paper", b.citation(whole.PMID), want)
	older := whole
	older.Revised, older.Title = "1999-01-01", "Older"
	newer := whole
	newer.Revised = "2099-01-01"
	b.cite("revised", 0, 1, newer)
	b.cite("taken back, and an older record", 0, 1, gone, older)
	same(b, "deleted", b.citation(whole.PMID).Deleted, true)
}

func citeNone(b *bench) {
	b.cite("none", 0, 0)
	same(b, "counts", b.counts(), annotate.Counts{})
}

func citeInvalid(b *bench) {
	bad := unversioned(paper("12"))
	bad.Title = ""
	_, _, err := b.desk().Cite(b.ctx, "ana", "", []annotate.Citation{unversioned(paper("11")), bad})
	wantKind(b, "a paper without a title", err, annotate.ErrInvalid)
	same(b, "counts", b.counts(), annotate.Counts{})
}

func citeRace(b *bench) {
	store := &rivalled{Store: b.store}
	theirs := unversioned(paper("11"))
	theirs.Title = "Theirs"
	store.rivals = []func(){
		func() { b.cite("theirs", 1, 0, theirs) },
		func() { b.cite("mine, by somebody else", 0, 1, unversioned(paper("11"))) },
	}
	d := b.deskWith(store, byBlock{asked: new(atomic.Int32)})
	_, _, err := d.Cite(b.ctx, "ana", "", []annotate.Citation{unversioned(paper("11"))})
	one(b, 0, err)
	want := paper("11")
	want.Version = 2
	same(b, "paper, which somebody else had made the same", b.citation("11"), want)
	same(b, "events", b.counts().Events, 2)
}
