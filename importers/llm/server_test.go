package llm

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"claimlens/annotate"
)

// server speaks OpenAI's protocol, as well as its script lets it. It remembers what it was asked.
type server struct {
	*httptest.Server
	mu    sync.Mutex
	asked []asked
	waits []time.Duration // that the client paused for
}

// asked is one request: its headers, its body, and the question in it.
type asked struct {
	header http.Header
	body   map[string]any
	text   string // the body as it came
	question
}

// serve starts a server that answers the nth request, from 1, by its script.
func serve(t *testing.T, script func(w http.ResponseWriter, n int, q asked)) *server {
	t.Helper()
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var a asked
		a.header = r.Header
		var b strings.Builder
		if err := json.NewDecoder(http.MaxBytesReader(w, tee{r.Body, &b}, 10<<20)).Decode(&a.body); err != nil {
			t.Errorf("request %s: %v", r.URL, err)
		}
		a.text = b.String()
		if r.URL.Path != "/v1/chat/completions" || r.Method != http.MethodPost {
			t.Errorf("got %s %s", r.Method, r.URL)
		}
		messages, _ := a.body["messages"].([]any)
		if len(messages) != 2 {
			t.Errorf("got %d messages, want instructions and question", len(messages))
			return
		}
		if err := json.Unmarshal([]byte(messages[1].(map[string]any)["content"].(string)), &a.question); err != nil {
			t.Errorf("the question is no JSON document: %v", err)
		}
		s.mu.Lock()
		s.asked = append(s.asked, a)
		n := len(s.asked)
		s.mu.Unlock()
		script(w, n, a)
	}))
	t.Cleanup(s.Close)
	return s
}

type tee struct {
	body interface {
		Read([]byte) (int, error)
		Close() error
	}
	to *strings.Builder
}

func (t tee) Read(p []byte) (int, error) {
	n, err := t.body.Read(p)
	t.to.Write(p[:n])
	return n, err
}

func (t tee) Close() error { return t.body.Close() }

func (s *server) requests() []asked {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]asked(nil), s.asked...)
}

// extractor asks the server, without pausing between attempts.
func (s *server) extractor(t *testing.T, change func(*Config)) *Extractor {
	t.Helper()
	c := Config{URL: s.URL + "/v1", Model: "test-model", Key: "sk-secret", Timeout: 5 * time.Second, Pause: func(ctx context.Context, d time.Duration) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.waits = append(s.waits, d)
		return ctx.Err()
	}}
	if change != nil {
		change(&c)
	}
	x, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// say answers with content, as a server does that goes by the protocol.
func say(w http.ResponseWriter, content string) { finish(w, content, "stop") }

func finish(w http.ResponseWriter, content, reason string) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{
		"id": "1", "object": "chat.completion", "model": "test-model",
		"choices": []any{map[string]any{"index": 0, "finish_reason": reason, "message": map[string]any{"role": "assistant", "content": content}}},
		"usage":   map[string]any{"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
	})
}

// refuse answers with a status and a message, in the protocol's form.
func refuse(w http.ResponseWriter, status int, message string) {
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{"message": message, "type": "x", "code": nil}})
}

// claimJSON is a claim as a model gives it.
func claimJSON(block int, quote, text string) string {
	b, err := json.Marshal(candidate{block, quote, text, annotate.Effect, annotate.Affirmed, annotate.Causal, new(bool)})
	if err != nil {
		panic(err)
	}
	return string(b)
}

func answerJSON(claims ...string) string { return `{"claims":[` + strings.Join(claims, ",") + `]}` }

// sentences answers as a model does that takes every first sentence of a block for a claim.
func sentences(w http.ResponseWriter, _ int, q asked) {
	var claims []string
	for _, b := range q.Blocks {
		if holdsClaims(b.Kind) {
			first, _, _ := strings.Cut(b.Text, ".")
			claims = append(claims, claimJSON(b.Block, first, first))
		}
	}
	say(w, answerJSON(claims...))
}

// article makes an article of paragraphs; one that begins with # is a heading.
func article(paragraphs ...string) annotate.Article {
	a := annotate.Article{Title: "Salt and pressure", Language: "en"}
	at := 0
	for i, p := range paragraphs {
		kind := annotate.Paragraph
		if strings.HasPrefix(p, "#") {
			kind = annotate.Heading
		}
		if i > 0 {
			a.Text += "\n\n"
			at += 2
		}
		n := utf8.RuneCountInString(p)
		a.Text += p
		a.Blocks = append(a.Blocks, annotate.Block{Kind: kind, Start: at, End: at + n})
		at += n
	}
	return a.Complete()
}

var salt = article("# Salt and pressure", "Salt raises blood pressure in adults. Nobody “knows” why.", "Potassium lowers blood pressure by 5 mmHg and protects the kidneys.")

func texts(drafts []annotate.Draft) string {
	var out []string
	for _, d := range drafts {
		out = append(out, d.Text)
	}
	return strings.Join(out, " | ")
}
