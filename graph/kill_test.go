package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// deskPath in the environment makes the test binary the desk that TestStoreKill kills.
const deskPath = "CLAIMLENS_DESK_PATH"

// A desk is killed without warning while it imports articles, links papers and grades claims. Nothing that it
// acknowledged is lost, nothing is there by halves, and the record verifies. CLAIMLENS_KILLS is how many times, 3 if it
// is not set.
func TestStoreKill(t *testing.T) {
	if dir := os.Getenv(deskPath); dir != "" {
		workForEver(dir)
	}
	kills := killsAsked(t, 3)
	dir := t.TempDir()
	acknowledged := map[string]int{}
	for kill := range kills {
		for what, n := range workAndKill(t, dir, time.Duration(20+rand.IntN(400))*time.Millisecond) {
			acknowledged[what] += n
		}
		checkAcknowledged(t, kill, dir, acknowledged)
	}
	t.Logf("%d kills, acknowledged %v", kills, acknowledged)
	if acknowledged["article"] == 0 || acknowledged["grade"] == 0 {
		t.Error("nothing was acknowledged before any kill")
	}
}

// checkAcknowledged opens the store after a kill, verifies it, and compares what it holds with what was acknowledged.
func checkAcknowledged(t *testing.T, kill int, dir string, acknowledged map[string]int) {
	t.Helper()
	s, err := Open(t.Context(), Config{Dir: dir})
	if err != nil {
		t.Fatalf("kill %d: %v", kill, err)
	}
	mustVerify(t, s, VerifyOptions{})
	c, err := s.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for what, n := range map[string]int{"article": c.Articles, "grade": c.Grades, "evidence": c.Evidence} {
		// what was under way when the kill came may be there or not: one thing for each of the desk's hands, each time
		if least := acknowledged[what]; n < least || n > least+hands*(kill+1) {
			t.Errorf("kill %d: got %d of %s, want the %d acknowledged or a few more", kill, n, what, least)
		}
	}
	if c.Claims != deskSentences*c.Articles || c.Mentions != c.Claims {
		t.Errorf("kill %d: got %+v, want %d claims and mentions an article", kill, c, deskSentences)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

const (
	hands         = 4 // how many things the desk does at once
	deskSentences = 5 // in each of its articles
)

// workAndKill runs a desk, kills it so long after its first acknowledgement, and counts what it acknowledged.
func workAndKill(t *testing.T, dir string, after time.Duration) map[string]int {
	t.Helper()
	return runAndKill(t, "TestStoreKill", deskPath+"="+dir, after)
}

// workForEver works with as many hands as it has, and acknowledges each thing on standard output once it is done.
func workForEver(dir string) {
	ctx := context.Background()
	fail := func(err error) {
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	s, err := Open(ctx, Config{Dir: dir})
	fail(err)
	desk, err := annotate.NewDesk(annotate.DeskConfig{Store: s, Extractor: sentencePerBlock{}})
	fail(err)
	_, _, err = desk.Cite(ctx, "ana", "", citing(0).Citations)
	fail(err)
	for hand := range hands {
		go func() {
			for i := 0; ; i++ {
				fail(doAll(ctx, desk, fmt.Sprintf("%d-%d-%d", os.Getpid(), hand, i)))
			}
		}()
	}
	select {}
}

// doAll imports an article, links a paper to its first claim, and grades that.
func doAll(ctx context.Context, desk *annotate.Desk, name string) error {
	a := annotate.Article{URL: "https://example.org/" + name, Title: name, Format: "text", Read: time.Now()}
	for i := range deskSentences {
		start := utf8.RuneCountInString(a.Text)
		a.Text += fmt.Sprintf("Claim %s-%d.\n", name, i)
		a.Blocks = append(a.Blocks, annotate.Block{Kind: annotate.Paragraph, Start: start, End: utf8.RuneCountInString(a.Text) - 1})
	}
	a = a.Complete()
	if _, err := desk.Import(ctx, "ana", a); err != nil {
		return err
	}
	fmt.Println("ack article")
	claim := annotate.ClaimID(fmt.Sprintf("Claim %s-0.", name))
	if _, err := desk.Link(ctx, "ana", annotate.Linking{Claim: claim, PMID: "1000", Stance: annotate.Supports}); err != nil {
		return err
	}
	fmt.Println("ack evidence")
	if _, err := desk.Grade(ctx, "ana", claim, uuid.Nil, annotate.Mixed, annotate.Low, "because"); err != nil {
		return err
	}
	fmt.Println("ack grade")
	return nil
}

// sentencePerBlock takes every block of an article for a claim.
type sentencePerBlock struct{}

func (sentencePerBlock) Extract(_ context.Context, a annotate.Article) ([]annotate.Draft, error) {
	text := annotate.NewText(a.Text)
	var drafts []annotate.Draft
	for i, b := range a.Blocks {
		anchor, err := text.Describe(b.Start, b.End)
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, annotate.Draft{Anchor: anchor, Block: i, Text: anchor.Exact, Kind: annotate.Effect, Polarity: annotate.Affirmed, Wording: annotate.Causal})
	}
	return drafts, nil
}
