package main

import (
	"net/http"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"claimlens/importers/literature/literaturetest"
)

// startsLiterature starts a server in the shapes of NCBI and Europe PMC, with 30 invented papers from PMID 99000001 on, and
// puts its address in $PAPERS: literature KIND. A good one answers, a busy one twice not, a failing one never, one that
// breaks answers twice with records and then no more, and one that is gone is not there.
func startsLiterature(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: literature good|busy|failing|breaks|gone")
	}
	server := literaturetest.New(literaturetest.Papers(1200)...)
	ts.Defer(server.Close)
	records := 0
	answer := func(w http.ResponseWriter, status int) bool { w.WriteHeader(status); return true }
	server.Misbehave(func(n int, w http.ResponseWriter, r *http.Request) bool {
		switch args[0] {
		case "busy":
			return n <= 2 && answer(w, http.StatusTooManyRequests)
		case "failing":
			return answer(w, http.StatusNotFound)
		case "breaks":
			if strings.HasSuffix(r.URL.Path, "efetch.fcgi") {
				records++
			}
			return records > 1 && answer(w, http.StatusForbidden)
		}
		return false
	})
	if args[0] == "gone" {
		server.Close()
	}
	ts.Setenv("PAPERS", server.URL)
}
