package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"claimlens/annotate/finding"
	"claimlens/graph"
	"claimlens/ui"
)

// defaultAddress is where the web UI listens when nobody says otherwise.
const defaultAddress = "127.0.0.1:8650"

func (a *app) serveCommand() *cobra.Command {
	var address string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the web UI, the API and the overlay on one port",
		Long: "Serves the web UI on this machine, and makes the store when there is none. Whoever can reach the port works under the\n" +
			"name that --as gives, so it listens on this machine's own addresses only.",
		Example: "  claimlens serve",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			m, err := a.modelWithData(cmd)
			if err != nil {
				return err
			}
			j, err := a.judgeWithData(cmd)
			if err != nil {
				return err
			}
			listener, err := listen(address)
			if err != nil {
				return err
			}
			defer listener.Close()
			store, err := a.openStore(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			dir, err := a.dataDir()
			if err != nil {
				return err
			}
			a.say("the data is in %s", dir)
			return a.serve(ctx, served{store: store, dir: dir, model: m, judge: j}, listener)
		},
	}
	a.dataFlag(cmd)
	a.asFlag(cmd)
	a.loopbackFlag(cmd)
	a.extractorFlags(cmd)
	a.judgeFlags(cmd)
	a.literatureFlags(cmd, "ncbi-url")
	cmd.Flags().StringVar(&address, "addr", defaultAddress, "`HOST:PORT` to listen on; port 0 takes a free one")
	return cmd
}

// served is what is served: a store, the folder in which it lies, the models that read what is imported and judge what
// papers say of claims if there are any, and what stands above every page.
type served struct {
	store  *graph.Store
	dir    string
	model  *model
	judge  *modelJudge
	notice string
}

// serve serves the store until ctx ends, then lets running requests end.
// Whoever calls it opens the port first, so that one that is taken is said before anything is made.
func (a *app) serve(ctx context.Context, s served, listener net.Listener) error {
	handler, err := a.site(s)
	if err != nil {
		return err
	}
	defer handler.Close()
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, BaseContext: func(net.Listener) context.Context { return ctx }}
	if s.model != nil {
		a.say("claims are found by %s, to which articles are sent", s.model.name())
	}
	if s.judge != nil {
		a.say("stances are judged by %s at %s, to which claims and abstracts are sent", s.judge.model.Model(), s.judge.model.Host())
		defer a.sayJudged(s.judge)
	}
	fmt.Fprintf(a.out, "claimlens is at http://%s (as %s; stop it with Ctrl-C)\n", listener.Addr(), visible(a.actor()))
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(listener) }()
	select {
	case err := <-stopped:
		return err
	case <-ctx.Done():
	}
	// The requests' own context has ended with ctx: what still runs gets a moment to say so.
	grace, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := server.Shutdown(grace); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	fmt.Fprintln(a.out, "stopped; everything is kept")
	return nil
}

// listen opens the port, on this machine's own addresses only.
func listen(address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, usage("--addr %q is not HOST:PORT", address)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, usage("--addr %s: without sign-in claimlens listens on this machine only: 127.0.0.1, [::1] or localhost", address)
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("%w; choose another port with --addr 127.0.0.1:0", err)
	}
	return listener, nil
}

func (a *app) site(s served) (*ui.Server, error) {
	desk, err := newDesk(s.store, s.model.extractor())
	if err != nil {
		return nil, err
	}
	reader, err := a.reader("")
	if err != nil {
		return nil, err
	}
	papers, err := a.webLiterature(paperAnswersIn(s.dir))
	if err != nil {
		return nil, err
	}
	judges, host := s.judge.signs()
	return ui.New(ui.Config{
		Desk:       desk,
		Store:      s.store,
		Reviewer:   a.actor(),
		Imports:    &webImports{intake: intake{reader: reader, desk: desk, actor: a.actor(), model: s.model}},
		Citations:  &webCitations{desk: desk, held: s.store, actor: a.actor()},
		Finder:     finding.New(finding.Config{Papers: s.store, Judge: s.judge.judge()}),
		Literature: papers,
		Judge:      judges,
		JudgeHost:  host,
		Model:      s.model.name(),
		Version:    version(),
		Notice:     s.notice,
		Log:        slog.New(slog.NewTextHandler(a.err, nil)),
	})
}
