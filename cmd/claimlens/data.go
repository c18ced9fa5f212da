package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"strings"

	"claimlens/annotate"
	"claimlens/graph"
)

// dataDir is the folder of the data: --data, else $CLAIMLENS_DATA, else claimlens in the user's data directory.
func (a *app) dataDir() (string, error) {
	switch {
	case a.data != "":
		return a.data, nil
	case a.getenv("CLAIMLENS_DATA") != "":
		return a.getenv("CLAIMLENS_DATA"), nil
	case filepath.IsAbs(a.getenv("XDG_DATA_HOME")):
		return filepath.Join(a.getenv("XDG_DATA_HOME"), "claimlens"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", usage("there is no home directory to keep data in; say where with --data DIR")
	}
	return filepath.Join(home, ".local", "share", "claimlens"), nil
}

// actor is the name that signs what is done.
func (a *app) actor() string {
	if name := strings.TrimSpace(a.as); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return "reviewer"
}

// openStore opens the store that the flags name, and makes it when there is none.
func (a *app) openStore(ctx context.Context) (*graph.Store, error) {
	dir, err := a.dataDir()
	if err != nil {
		return nil, err
	}
	return openAt(ctx, dir, a.err)
}

// openExisting opens the store that the flags name, which must be there: whoever checks a store or takes it out by a name
// that is mistyped wants to be told.
func (a *app) openExisting(ctx context.Context) (*graph.Store, error) {
	dir, err := a.dataDir()
	if err != nil {
		return nil, err
	}
	if there, err := graph.Exists(dir); err != nil || !there {
		return nil, errors.Join(err, fmt.Errorf("data in %s: there is no store yet; claimlens import makes one, --data DIR names another folder", dir))
	}
	return openAt(ctx, dir, a.err)
}

func openAt(ctx context.Context, dir string, log io.Writer) (*graph.Store, error) {
	store, err := graph.Open(ctx, graph.Config{Dir: dir, Log: slog.New(slog.NewTextHandler(log, nil))})
	if err != nil {
		return nil, fmt.Errorf("data in %s: %w", dir, err)
	}
	return store, nil
}

// openDesk opens the store that the flags name, with a desk to work at.
func (a *app) openDesk(ctx context.Context, x annotate.Extractor) (*graph.Store, *annotate.Desk, error) {
	store, err := a.openStore(ctx)
	if err != nil {
		return nil, nil, err
	}
	desk, err := newDesk(store, x)
	if err != nil {
		return nil, nil, errors.Join(err, store.Close())
	}
	return store, desk, nil
}

func newDesk(store *graph.Store, x annotate.Extractor) (*annotate.Desk, error) {
	return annotate.NewDesk(annotate.DeskConfig{Store: store, Extractor: x})
}
