package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var articlePromises = []promise{
	{"comes back with all fields", articleRoundTrip},
	{"comes back bare", bareArticle},
	{"keeps times in UTC to the millisecond", articleTime},
	{"has a row", articleRow},
	{"is found by every address it was read at", articleByURL},
	{"has no address when it came from a file", articleWithoutURL},
	{"is listed by when it was read", articleOrder},
	{"that is not there is not found", noArticle},
}

func fullArticle() annotate.Article {
	text := "Überschrift – 标题 👩‍⚕️\n\nZinc “helps”, they say;\u00a0and é is e\u0301.\n\n\tcell A | cell B"
	return annotate.Article{
		Revision: 1, URL: "https://example.org/a/?id=1&utm_source=x", CanonicalURL: "https://example.org/a", Title: "Überschrift – 标题 👩‍⚕️",
		Byline: "Ana Ñandú", Site: "Example – Health", Published: "2026-01-31", Language: "en-GB", Format: "html", Text: text,
		Blocks: []annotate.Block{{Kind: annotate.Heading, Level: 2, Start: 0, End: 20}, {Kind: annotate.Paragraph, Start: 22, End: 58}, {Kind: annotate.TableRow, Start: 60, End: 70}},
		Runs:   []annotate.Run{{Start: 0, End: 20, Path: "/html[1]/body[1]/h2[1]/text()[1]", Offset: 3}, {Start: 22, End: 58, Path: "/html[1]/body[1]/p[1]/text()[1]"}},
		Read:   time.Date(2026, 2, 28, 23, 59, 59, 123e6, time.UTC),
	}.Complete()
}

func articleRoundTrip(b *bench) {
	want := fullArticle()
	b.record(told(want, b.later()))
	same(b, "latest", b.article(want.ID, 0), want)
	same(b, "revision 1", b.article(want.ID, 1), want)
}

func bareArticle(b *bench) {
	want := annotate.Article{Revision: 1, Format: "text", Text: "One line."}.Complete()
	c := annotate.Change{Actor: "importer", Kind: annotate.ArticleImported, Time: b.later(), Subject: want.ID}
	c.Articles = []annotate.Article{want}
	b.record(c)
	same(b, "article", b.article(want.ID, 0), want)
	same(b, "row", b.row(want.ID), annotate.ArticleRow{ID: want.ID, Revision: 1, Read: want.Read})
	same(b, "mentions", len(walk(b, b.mentions(want.ID, 0), 0)), 0)
}

func articleTime(b *bench) {
	zone := time.FixedZone("east", 5*3600+1800)
	a := article("https://example.org/a", b.now, "Zinc helps.")
	a.Read = time.Date(2026, 3, 1, 10, 0, 0, 123_456_789, zone)
	b.record(told(a, b.later()))
	got := b.article(a.ID, 0).Read
	if want := annotate.Moment(a.Read); !got.Equal(want) || got.Location() != time.UTC {
		b.Errorf("got %v, want %v", got, want)
	}
}

func articleRow(b *bench) {
	a := fullArticle()
	b.record(told(a, b.later()))
	want := annotate.ArticleRow{
		ID: a.ID, Revision: 1, Title: a.Title, Site: a.Site, URL: "https://example.org/a", Published: a.Published, Read: a.Read, Claims: 3,
	}
	same(b, "row", b.row(a.ID), want)
	same(b, "listed", walk(b, b.articles, 0), []annotate.ArticleRow{want})
	row, err := b.store.ArticleByURL(b.ctx, a.URL)
	same(b, "by address", one(b, row, err), want)
	plain := b.tells("https://www.example.net/b", "Iron helps.")
	same(b, "site of an article whose page names none", b.row(plain.ID).Site, "www.example.net")
}

func articleByURL(b *bench) {
	first := fullArticle()
	b.record(told(first, b.later()))
	next := first
	next.URL, next.Text, next.Blocks, next.Runs, next.Revision = "http://m.example.org/mobile/a?page=1", "Another text.", nil, nil, 2
	next = next.Complete()
	b.record(told(next, b.later()))
	b.tells("https://example.org/b", "Iron helps.")
	for _, address := range []string{
		"https://example.org/a", "http://EXAMPLE.org:80/a/#part", "https://example.org/a?id=1", "https://example.org/a/?utm_source=mail&id=1",
		"https://m.example.org/mobile/a?page=1",
	} {
		row, err := b.store.ArticleByURL(b.ctx, address)
		if err != nil || row.ID != first.ID || row.Revision != 2 {
			b.Errorf("%s: got %v revision %d, %v; want %v revision 2", address, row.ID, row.Revision, err, first.ID)
		}
	}
	for _, address := range []string{"https://example.org/", "https://example.org/a?id=2", "https://example.org/a/b", "", "://", "sha256:" + first.Digest} {
		_, err := b.store.ArticleByURL(b.ctx, address)
		wantKind(b, address, err, annotate.ErrNotFound)
	}
}

func articleWithoutURL(b *bench) {
	a := b.tells("", "Zinc helps.")
	same(b, "address", b.row(a.ID).URL, "")
	same(b, "site", b.row(a.ID).Site, "")
	_, err := b.store.ArticleByURL(b.ctx, a.Key())
	wantKind(b, "its key as an address", err, annotate.ErrNotFound)
}

func articleOrder(b *bench) {
	var want []uuid.UUID
	for _, x := range []struct {
		address string
		hour    int
	}{{"https://example.org/b", 2}, {"https://example.org/d", 4}, {"https://example.org/a", 1}, {"https://example.org/c", 3}} {
		a := article(x.address, time.Date(2026, 2, 1, x.hour, 0, 0, 0, time.UTC), "Zinc helps "+x.address+".")
		b.record(told(a, b.later()))
	}
	for _, name := range []string{"d", "c", "b", "a"} {
		want = append(want, annotate.ArticleID("https://example.org/"+name))
	}
	same(b, "most recently read first", articleIDs(walk(b, b.articles, 3)), want)
	b.retells(b.article(want[2], 0), "Zinc is of no use.")
	same(b, "after b was read again", articleIDs(walk(b, b.articles, 3)), []uuid.UUID{want[2], want[0], want[1], want[3]})
}

func articleIDs(rows []annotate.ArticleRow) []uuid.UUID {
	var ids []uuid.UUID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return ids
}

func noArticle(b *bench) {
	a := b.tells("https://example.org/a", "Zinc helps.")
	for _, x := range []struct {
		what     string
		id       uuid.UUID
		revision int
	}{{"unknown", uuid.New(), 0}, {"zero", uuid.Nil, 0}, {"a claim's", annotate.ClaimID("Zinc helps."), 0}, {"next revision", a.ID, 2}, {"negative revision", a.ID, -1}} {
		_, err := b.store.Article(b.ctx, x.id, x.revision)
		wantKind(b, "article, "+x.what, err, annotate.ErrNotFound)
		same(b, "mentions, "+x.what, len(walk(b, b.mentions(x.id, x.revision), 0)), 0)
	}
	_, err := b.store.ArticleRow(b.ctx, uuid.New())
	wantKind(b, "row", err, annotate.ErrNotFound)
}
