package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"

	"claimlens/graph"
	"claimlens/importers"
	"claimlens/ui"
)

// startsModel starts a server that speaks OpenAI's protocol and puts its address in $LLM: model KIND. An honest one takes
// the first sentence of every block for a claim and the last passage of a paper for a dispute, an inventive one makes up two
// quotes, or a passage and a number, beside, a picky one refuses texts with
// coffee in them, and a strict one knows no key.
func startsModel(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: model honest|inventive|picky|strict")
	}
	server := httptest.NewServer(fakeModel(args[0]))
	ts.Defer(server.Close)
	ts.Setenv("LLM", server.URL+"/v1")
}

func fakeModel(kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var request struct {
			Messages []struct{ Content string }
		}
		var question struct {
			Claim    string
			Passages []struct {
				Passage int
				Text    string
			}
			Blocks []struct {
				Block      int
				Kind, Text string
			}
		}
		err := json.NewDecoder(r.Body).Decode(&request)
		if err == nil && len(request.Messages) == 2 {
			err = json.Unmarshal([]byte(request.Messages[1].Content), &question)
		}
		switch {
		case err != nil:
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		case kind == "strict":
			http.Error(w, `{"error":{"message":"wrong key: `+r.Header.Get("Authorization")+`"}}`, http.StatusUnauthorized)
			return
		case kind == "picky" && strings.Contains(request.Messages[1].Content, "coffee"):
			http.Error(w, `{"error":{"message":"no coffee"}}`, http.StatusBadRequest)
			return
		}
		if question.Claim != "" {
			passages, reason := []int{question.Passages[len(question.Passages)-1].Passage}, "It says so."
			if kind == "inventive" {
				passages, reason = append([]int{99}, passages...), "It says so 77 times."
			}
			sayModel(w, map[string]any{"stance": "disputes", "passages": passages, "reason": reason})
			return
		}
		claims := []map[string]any{}
		claim := func(block int, quote, text string) {
			claims = append(claims, map[string]any{"block": block, "quote": quote, "text": text, "kind": "effect", "polarity": "affirmed", "wording": "causal", "hedged": false})
		}
		for _, b := range question.Blocks {
			if b.Kind == "heading" {
				continue
			}
			first, _, _ := strings.Cut(b.Text, ".")
			claim(b.Block, first, first)
			if kind == "inventive" {
				claim(b.Block, "it heals everything", "It heals everything.")
				claim(b.Block, "and costs nothing", "It costs nothing.")
			}
		}
		sayModel(w, map[string]any{"claims": claims})
	}
}

// sayModel answers in OpenAI's protocol.
func sayModel(w http.ResponseWriter, said any) {
	answer, err := json.Marshal(said)
	if err != nil {
		panic(err)
	}
	fmt.Fprintf(w, `{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":%s}}],"usage":{"prompt_tokens":2000,"completion_tokens":300}}`,
		quoted(string(answer)))
}

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// noNetwork fails the test when anything is asked of the network by name or by the default transport, and says how often.
func noNetwork(t *testing.T) *int {
	t.Helper()
	asked := 0
	transport, resolver := http.DefaultTransport, net.DefaultResolver
	t.Cleanup(func() { http.DefaultTransport, net.DefaultResolver = transport, resolver })
	http.DefaultTransport = refusing(func() { asked++ })
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		asked++
		return nil, errors.New("no network")
	}}
	return &asked
}

type refusing func()

func (r refusing) RoundTrip(*http.Request) (*http.Response, error) {
	r()
	return nil, errors.New("no network")
}

// Without --extractor openai or --judge openai nothing leaves the machine, whatever the environment says; with it the model is asked.
func TestNothingLeavesTheMachine(t *testing.T) {
	asked := noNetwork(t)
	articles := filepath.Join(root, "fixtures", "articles")
	data := t.TempDir()
	claimlens := func(args ...string) int {
		var out bytes.Buffer
		environment := map[string]string{keyVariable: "sk-secret", "CLAIMLENS_DATA": data}
		getenv := func(name string) string { return environment[name] }
		code := execute(t.Context(), streams{in: strings.NewReader(""), out: &out, err: &out}, args, getenv)
		if strings.Contains(out.String(), "sk-secret") {
			t.Errorf("%v says the key: %s", args, out.String())
		}
		return code
	}
	for _, args := range [][]string{
		{"extract", "--jsonl", articles}, {"extract", "--extractor", "grammar", "--sentences", "--jsonl", articles}, {"import", articles}, {"import", "--extractor", "grammar", "--json", articles},
		{"pubmed", "import", filepath.Join(root, "fixtures", "papers", "library.ris")}, {"evidence", "find", "--claim", "Coffee causes headaches."}, {"evidence", "stance", "--judge", "grammar", "--claim", "Coffee causes headaches.", filepath.Join(articles, "air-pollution.md")},
	} {
		if code := claimlens(args...); code != exitDone || *asked > 0 {
			t.Errorf("%v ends with %d and asks the network %d times", args, code, *asked)
		}
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	note := filepath.Join(articles, "air-pollution.md")
	for _, args := range [][]string{
		{"extract", "--extractor", "openai", note}, {"evidence", "stance", "--judge", "openai", "--claim", "Coffee causes headaches.", note},
	} {
		*asked = 0
		ctx, cancel := context.WithCancel(t.Context())
		http.DefaultTransport = refusing(func() { *asked++; cancel() })
		var out bytes.Buffer
		execute(ctx, streams{in: strings.NewReader(""), out: &out, err: &out}, append(args, "--llm-url", "https://model.example/v1", "--llm-model", "m"),
			func(string) string { return "" })
		if *asked == 0 {
			t.Errorf("%v: the watch on the network does not see a model being asked: %s", args, out.String())
		}
		cancel()
	}
}

// What the web UI brings in is read by the model too, and its page says what that took.
func TestWebImportByModel(t *testing.T) {
	server := httptest.NewServer(fakeModel("inventive"))
	defer server.Close()
	a := &app{getenv: func(string) string { return "" }, llm: modelFlags{extractor: byModel, url: server.URL, model: "m", timeout: time.Minute}}
	m, err := a.newModel(&cobra.Command{}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	store, err := graph.Open(t.Context(), graph.Config{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	desk, err := newDesk(store, m.extractor())
	if err != nil {
		t.Fatal(err)
	}
	w := &webImports{intake{reader: importers.New(importers.Config{}), desk: desk, actor: "ana", model: m}}
	var got []string
	for range 2 {
		err = w.Import(t.Context(), ui.ImportSource{Pasted: "Tea\n\nGreen tea lowers blood pressure in adults.", PastedTitle: "Tea"}, func(p ui.ImportProgress) {
			got = append(got, fmt.Sprint(p.Refused, p.Unchanged, p.Claims, p.Notes))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	want := "[false 1 [2 quotes of the model are not in the text and were dropped 2000 tokens in, 300 out] true 0 []]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
}
