package storetest

import (
	"encoding/hex"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var eventPromises = []promise{
	{"tells who did what, when, to what", eventRoundTrip},
	{"is numbered without a gap", eventNumbers},
	{"holds the hash of the one before", eventChain},
	{"has hashes that follow from what was done", eventHashes},
	{"is listed newest first, by subject", eventSubjects},
}

func eventRoundTrip(b *bench) {
	a := article("https://example.org/a", b.later(), "Zinc helps.")
	c := told(a, b.now)
	c.Actor, c.Note = "Ana Ñandú – 安", "„imported“\n👩‍⚕️"
	c.Time = b.now.Add(123456 * time.Microsecond).In(time.FixedZone("west", -3600))
	e := b.record(c)
	want := annotate.Event{
		Seq: 1, Time: annotate.Moment(c.Time), Actor: c.Actor, Kind: annotate.ArticleImported, Subject: a.ID, Note: c.Note,
		Content: e.Content, Hash: e.Hash,
	}
	same(b, "returned", e, want)
	same(b, "listed", walk(b, b.events(zero), 0), []annotate.Event{want})
}

// history makes one event of each kind.
func history(b *bench) {
	first, _ := zincChanged(b)
	b.cites(paper("11"))
	b.cites(paper("12"), paper("13"))
	e := b.links(zinc, "11", annotate.Supports)
	b.decides(e, annotate.Accepted)
	g := b.signs(zinc, "ana", annotate.Supported, zero)
	b.signs(zinc, "ana", annotate.Mixed, g.ID)
	b.retells(b.article(first.ID, 0), "Zinc helps.")
}

func eventNumbers(b *bench) {
	history(b)
	all := walk(b, b.events(zero), 3)
	same(b, "events", len(all), 9)
	same(b, "counted", b.counts().Events, 9)
	for i, e := range all {
		same(b, "number", e.Seq, uint64(9-i))
	}
	b.refuses("a grade of nothing", graded(b.grade(uuid.New(), "ana", annotate.Mixed, zero)), annotate.ErrNotFound)
	same(b, "number after a refusal", b.record(cited(b.later(), paper("14"))).Seq, uint64(10))
}

func eventChain(b *bench) {
	history(b)
	checkChain(b, walk(b, b.events(zero), 0))
}

// checkChain checks the hashes of all events, newest first.
func checkChain(b *bench, all []annotate.Event) {
	b.Helper()
	met := map[string]bool{}
	for i, e := range all {
		prev := ""
		if i+1 < len(all) {
			prev = all[i+1].Hash
		}
		if e.Prev != prev {
			b.Errorf("event %d: Prev is %q, want %q", e.Seq, e.Prev, prev)
		}
		for what, sum := range map[string]string{"Content": e.Content, "Hash": e.Hash} {
			if raw, err := hex.DecodeString(sum); err != nil || len(raw) != 32 {
				b.Errorf("event %d: %s is %q, want a SHA-256 in hexadecimal", e.Seq, what, sum)
			}
		}
		if met[e.Hash] || e.Hash == e.Content {
			b.Errorf("event %d: Hash %s is not its own", e.Seq, e.Hash)
		}
		met[e.Hash] = true
	}
}

func eventHashes(b *bench) {
	c := b.another()
	for _, x := range []*bench{b, c} {
		history(x)
	}
	same(b, "the same again", walk(c, c.events(zero), 0), walk(b, b.events(zero), 0))
	for what, alter := range map[string]func(x *annotate.Change){
		"actor": func(x *annotate.Change) { x.Actor = "somebody else" },
		"note":  func(x *annotate.Change) { x.Note = "by the way" },
		"time":  func(x *annotate.Change) { x.Time = x.Time.Add(time.Millisecond) },
	} {
		b, c = b.another(), c.another()
		change := cited(b.later(), paper("15"))
		plain := b.record(change)
		alter(&change)
		altered := c.record(change)
		same(b, what+": content", altered.Content, plain.Content)
		if altered.Hash == plain.Hash {
			b.Errorf("the hash does not hold the %s", what)
		}
	}
	change := cited(b.later(), paper("16"))
	other := change
	other.Citations = []annotate.Citation{paper("16")}
	other.Citations[0].Title = "Another title"
	if x, y := b.record(change), c.record(other); x.Content == y.Content {
		b.Error("the content's hash does not hold the title")
	}
}

func eventSubjects(b *bench) {
	history(b)
	article := annotate.ArticleID("https://example.org/a")
	for _, x := range []struct {
		what    string
		subject uuid.UUID
		want    []annotate.EventKind
	}{
		{"article", article, []annotate.EventKind{annotate.ArticleChanged, annotate.ArticleChanged, annotate.ArticleImported}},
		{"claim", zinc, []annotate.EventKind{annotate.ClaimGraded, annotate.ClaimGraded, annotate.EvidenceDecided, annotate.EvidenceLinked}},
		{"citation", annotate.CitationID("11"), []annotate.EventKind{annotate.CitationsImported}},
		{"unknown", uuid.New(), []annotate.EventKind{}},
	} {
		got := []annotate.EventKind{}
		last := uint64(1 << 62)
		for _, e := range walk(b, b.events(x.subject), 2) {
			got = append(got, e.Kind)
			same(b, x.what+": subject", e.Subject, x.subject)
			if e.Seq >= last {
				b.Errorf("%s: event %d after %d", x.what, e.Seq, last)
			}
			last = e.Seq
		}
		same(b, x.what, got, x.want)
	}
}
