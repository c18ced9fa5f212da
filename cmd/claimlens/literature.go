package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/importers/answers"
	"claimlens/importers/europepmc"
	"claimlens/importers/literature"
	"claimlens/importers/ncbi"
)

// library is a service that gives papers.
type library interface {
	Fetch(ctx context.Context, ids []annotate.Identifier, yield func(literature.Found) error) error
	Search(ctx context.Context, query string, limit int) (literature.Hits, error)
}

// The libraries that --from names, and what people call them.
const (
	fromPubMed    = "pubmed"
	fromEuropePMC = "europepmc"
)

var libraryNames = map[string]string{fromPubMed: "PubMed", fromEuropePMC: "Europe PMC"}

// The key of NCBI comes from the environment alone: a command line can be read by others.
const (
	ncbiKeyVariable = "CLAIMLENS_NCBI_KEY"
	emailVariable   = "CLAIMLENS_EMAIL"
)

// literatureFlags say how libraries are asked.
type literatureFlags struct {
	url, email     string
	fresh, offline bool
}

// literatureFlags gives cmd the flags that say how libraries are asked; address is the name of the one that names a mirror.
func (a *app) literatureFlags(cmd *cobra.Command, address string) {
	f := cmd.Flags()
	f.StringVar(&a.library.url, address, "", "`ADDRESS` of a mirror of NCBI and Europe PMC, or of a test server, in place of their own hosts")
	f.StringVar(&a.library.email, "email", "", "`ADDRESS` that NCBI may write to when it is asked too much (default: $"+emailVariable+"); an API key is $"+ncbiKeyVariable)
	f.BoolVar(&a.library.offline, "offline", false, "ask nobody over the network for papers")
}

// service is how services that know papers are asked. They share one client, so that no host is asked faster than it likes.
type service struct {
	client     *literature.Client
	root       literature.Root
	email, key string
}

// service makes it; what services answer is kept in folder kept.
func (a *app) service(kept string) (service, error) {
	s := service{key: strings.TrimSpace(a.getenv(ncbiKeyVariable)), email: a.library.email}
	if a.library.url != "" {
		var err error
		if s.root, err = literature.NewRoot(a.library.url, s.key != ""); err != nil {
			return s, usage("%s", strings.TrimSuffix(err.Error(), ": "+annotate.ErrInvalid.Error()))
		}
	}
	if s.email == "" {
		s.email = strings.TrimSpace(a.getenv(emailVariable))
	}
	s.client = literature.New(literature.Config{
		UserAgent: "claimlens/" + version(), Named: s.root.Named(), Answers: answers.New(answers.Config{Dir: kept}),
		Fresh: a.library.fresh, Offline: a.library.offline,
	})
	return s, nil
}

// libraries are the libraries by the names that --from gives them.
func (s service) libraries() map[string]library {
	return map[string]library{
		fromPubMed:    ncbi.New(ncbi.Config{Client: s.client, Root: s.root, Email: s.email, Key: s.key}),
		fromEuropePMC: europepmc.New(europepmc.Config{Client: s.client, Root: s.root, Email: s.email}),
	}
}

// libraries are the libraries by the names that --from gives them; what they answer is kept in folder kept.
func (a *app) libraries(kept string) (map[string]library, error) {
	s, err := a.service(kept)
	if err != nil {
		return nil, err
	}
	return s.libraries(), nil
}

// libraryNamed is the library that --from names.
func (a *app) libraryNamed(from, kept string) (library, error) {
	all, err := a.libraries(kept)
	if err != nil {
		return nil, err
	}
	if all[from] == nil {
		return nil, usage("--from %q is neither %s nor %s", from, fromPubMed, fromEuropePMC)
	}
	return all[from], nil
}

// libraryWithData is libraryNamed with the answers beside the data, or, for those who store nothing, among the user's caches.
func (a *app) libraryWithData(from string, stores bool) (library, error) {
	if !stores {
		return a.libraryNamed(from, cachedPapers())
	}
	dir, err := a.dataDir()
	if err != nil {
		return nil, err
	}
	return a.libraryNamed(from, paperAnswersIn(dir))
}

// paperAnswersIn is the folder of what libraries answered in the folder of the data.
func paperAnswersIn(dir string) string { return filepath.Join(dir, "paper-answers") }

// cachedPapers is the folder of what libraries answered where there is no folder of data: among the user's caches, if there
// are any.
func cachedPapers() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return paperAnswersIn(filepath.Join(dir, "claimlens"))
}

// unreached is a library's error with what else can be done, where the library can't be reached.
func unreached(err error) error {
	if literature.IsOffline(err) && !errors.Is(err, context.Canceled) {
		return fmt.Errorf("%w; papers can come from a file: claimlens pubmed import FILE", err)
	}
	return err
}
