package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/claims"
	"claimlens/fixtures"
	"claimlens/graph"
	"claimlens/importers"
)

func (a *app) demoCommand() *cobra.Command {
	var address string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Look around: the web UI on a throw-away store with invented articles, papers and grades",
		Long: "Serves the web UI on a store of its own, in a temporary folder that is deleted at the end, filled with invented articles,\n" +
			"papers (journal “Examples”), evidence and grades. Nothing else is needed and nothing is kept. A language model that is\n" +
			"asked for reads what you bring in, not the invented articles.",
		Example: "  claimlens demo",
		Args:    noArguments,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.demo(cmd, address) },
	}
	a.asFlag(cmd)
	a.extractorFlags(cmd)
	a.judgeFlags(cmd)
	a.literatureFlags(cmd, "ncbi-url")
	cmd.Flags().StringVar(&address, "addr", defaultAddress, "`HOST:PORT` to listen on; port 0 takes a free one")
	return cmd
}

func (a *app) demo(cmd *cobra.Command, address string) error {
	ctx := cmd.Context()
	if err := a.checkModel(cmd); err != nil {
		return err
	}
	listener, err := listen(address)
	if err != nil {
		return err
	}
	defer listener.Close()
	dir, err := os.MkdirTemp("", "claimlens-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	m, err := a.newModel(cmd, answersIn(dir))
	if err != nil {
		return err
	}
	j, err := a.newJudge(cmd, answersIn(dir))
	if err != nil {
		return err
	}
	store, err := openAt(ctx, dir, a.err)
	if err != nil {
		return err
	}
	defer store.Close()
	a.say("filling a throw-away store with invented articles and papers")
	if err := fillDemo(ctx, store); err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	return a.serve(ctx, served{store: store, dir: dir, model: m, judge: j, notice: demoNotice}, listener)
}

// demoNotice stands above every page of the demo, so that nobody takes what is invented for real.
const demoNotice = "A demonstration: the articles, papers, people and grades are invented, and nothing is kept when it ends."

// demoImporter signs what the demo imports.
const demoImporter = "Demo"

// fillDemo fills the store with the fixtures, as if a desk had worked on them over the last ten days.
func fillDemo(ctx context.Context, store *graph.Store) error {
	at := time.Now().Add(-10 * 24 * time.Hour)
	clock := func() time.Time {
		at = at.Add(time.Hour)
		return at
	}
	desk, err := annotate.NewDesk(annotate.DeskConfig{Store: store, Extractor: claims.New(claims.Config{}), Now: clock})
	if err != nil {
		return err
	}
	if err := demoPapers(ctx, store, desk); err != nil {
		return err
	}
	if err := demoArticles(ctx, desk, clock); err != nil {
		return err
	}
	demo, err := fixtures.DemoData()
	if err != nil {
		return err
	}
	for _, e := range demo.Evidence {
		if err := demoEvidence(ctx, desk, e); err != nil {
			return fmt.Errorf("evidence of %q: %w", e.Claim, err)
		}
	}
	for _, s := range demo.Searches {
		search := annotate.Search{
			Claim: annotate.ClaimID(s.Claim), Where: s.Where, Query: s.Query, Hits: s.Hits, Looked: s.Looked,
			Outcome: annotate.SearchOutcome(s.Outcome), Comment: s.Comment,
		}
		if _, err := desk.Look(ctx, s.By, search); err != nil {
			return fmt.Errorf("search about %q: %w", s.Claim, err)
		}
	}
	for _, g := range demo.Grades {
		if _, err := desk.Grade(ctx, g.By, annotate.ClaimID(g.Claim), uuid.Nil, annotate.Verdict(g.Verdict), annotate.Certainty(g.Certainty), g.Rationale); err != nil {
			return fmt.Errorf("grade of %q: %w", g.Claim, err)
		}
	}
	if err := demoNotices(ctx, desk, demo.Notices); err != nil {
		return fmt.Errorf("notices: %w", err)
	}
	for _, e := range demo.Edits {
		if err := demoEdit(ctx, store, desk, e); err != nil {
			return fmt.Errorf("edit of %q: %w", e.Words, err)
		}
	}
	return store.WaitIndexed(ctx)
}

// demoEdit corrects the claim that is found at an edit's words; what is not taken for a claim needs no correction.
func demoEdit(ctx context.Context, store *graph.Store, desk *annotate.Desk, e fixtures.Edit) error {
	article, err := store.ArticleByURL(ctx, e.Article)
	if err != nil {
		return err
	}
	list, err := store.Mentions(ctx, article.ID, 0, annotate.Page{Limit: annotate.MaxPage})
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list.Items, func(r annotate.MentionRow) bool { return strings.Contains(r.Mention.Anchor.Exact, e.Words) })
	if i < 0 {
		return nil
	}
	m := list.Items[i].Mention
	var entries []annotate.Entry
	for _, text := range e.Texts {
		entries = append(entries, annotate.Entry{Start: m.Anchor.Start, End: m.Anchor.End, Text: text})
	}
	switch len(entries) {
	case 0:
		_, err = desk.DropClaim(ctx, e.By, []uuid.UUID{m.ID}, annotate.DropReason(e.Reason), "")
	case 1:
		_, err = desk.EditClaim(ctx, e.By, m.ID, entries[0])
	default:
		_, err = desk.SplitClaim(ctx, e.By, m.ID, entries)
	}
	return err
}

func demoPapers(ctx context.Context, held annotate.Reader, desk *annotate.Desk) error {
	names, err := fs.Glob(fixtures.Papers(), "*")
	if err != nil {
		return err
	}
	for _, name := range names {
		in, err := fixtures.Papers().Open(name)
		if err != nil {
			return err
		}
		p := &papers{refusals: refusals{keep: true}}
		err = (&citer{desk: desk, held: held, actor: demoImporter, papers: p}).cite(ctx, name, in, 0)
		in.Close()
		if err != nil {
			return err
		}
		if len(p.Refused) > 0 {
			return fmt.Errorf("%s: %s", name, p.Refused[0].Reason)
		}
	}
	return nil
}

// demoArticles imports the articles in the order of their names, so that a page's later version comes later.
func demoArticles(ctx context.Context, desk *annotate.Desk, now func() time.Time) error {
	in := &intake{reader: importers.New(importers.Config{UserAgent: "claimlens/" + version(), Now: now}), desk: desk, actor: demoImporter}
	names, err := fs.Glob(fixtures.Articles(), "*")
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := fs.ReadFile(fixtures.Articles(), name)
		if err != nil {
			return err
		}
		o, err := in.take(ctx, importers.Source{Name: path.Base(name), Data: data})
		if err := errors.Join(err, o.refused); err != nil {
			return err
		}
	}
	return nil
}

func demoEvidence(ctx context.Context, desk *annotate.Desk, e fixtures.Evidence) error {
	l := annotate.Linking{Claim: annotate.ClaimID(e.Claim), PMID: e.PMID, Stance: annotate.Stance(e.Stance), Passage: e.Passage}
	comment := ""
	if e.State == string(annotate.Rejected) {
		comment = "The passage does not speak to this claim."
	}
	if e.Confidence > 0 {
		s := annotate.Suggestion{Linking: l, By: e.By, Confidence: e.Confidence}
		_, err := desk.Answer(ctx, e.DecidedBy, s, annotate.EvidenceState(e.State), comment)
		return err
	}
	made, err := desk.Link(ctx, e.By, l)
	if err != nil || e.DecidedBy == "" {
		return err
	}
	return desk.Decide(ctx, e.DecidedBy, made.ID, annotate.EvidenceState(e.State), comment)
}

func demoNotices(ctx context.Context, desk *annotate.Desk, notices []fixtures.Notice) error {
	var checks []annotate.NoticeCheck
	for _, n := range notices {
		checks = append(checks, annotate.NoticeCheck{
			Citation: annotate.CitationID(n.PMID), From: annotate.NoticeSource(n.From),
			Notices: []annotate.Notice{{Kind: n.Kind, DOI: n.DOI, Date: n.Date}},
		})
	}
	_, err := desk.Hear(ctx, demoImporter, checks)
	return err
}
