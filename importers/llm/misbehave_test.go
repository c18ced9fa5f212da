package llm

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const one = "Salt raises blood pressure in adults."

var oneClaim = answerJSON(claimJSON(2, "Salt raises blood pressure in adults", one))

// A server that misbehaves for a while is asked again; what it says in the end counts.
func TestServersThatRecover(t *testing.T) {
	for _, tt := range []struct {
		name     string
		requests int
		script   func(w http.ResponseWriter, n int)
	}{
		{"429 once", 2, func(w http.ResponseWriter, n int) {
			if n == 1 {
				w.Header().Set("Retry-After", "7")
				refuse(w, 429, "slow down")
				return
			}
			say(w, oneClaim)
		}},
		{"500 three times", 4, func(w http.ResponseWriter, n int) {
			if n < 4 {
				w.WriteHeader(500)
				return
			}
			say(w, oneClaim)
		}},
		{"connection cut", 4, func(w http.ResponseWriter, n int) {
			if n < 4 {
				panic(http.ErrAbortHandler)
			}
			say(w, oneClaim)
		}},
		{"connection cut in the answer", 4, func(w http.ResponseWriter, n int) {
			if n < 4 {
				w.Header().Set("Content-Length", "1000")
				fmt.Fprint(w, `{"choices":[`)
				w.(http.Flusher).Flush()
				panic(http.ErrAbortHandler)
			}
			say(w, oneClaim)
		}},
		{"truncated protocol", 2, func(w http.ResponseWriter, n int) {
			if n == 1 {
				fmt.Fprint(w, `{"choices":[{"message":{"content":"{`)
				return
			}
			say(w, oneClaim)
		}},
		{"truncated answer", 2, func(w http.ResponseWriter, n int) {
			if n == 1 {
				say(w, oneClaim[:len(oneClaim)-5])
				return
			}
			say(w, oneClaim)
		}},
		{"no choices", 2, func(w http.ResponseWriter, n int) {
			if n == 1 {
				fmt.Fprint(w, `{"choices":[],"usage":{"prompt_tokens":5}}`)
				return
			}
			say(w, oneClaim)
		}},
		{"empty answer", 2, func(w http.ResponseWriter, n int) {
			if n == 1 {
				say(w, "  ")
				return
			}
			say(w, oneClaim)
		}},
		{"fenced", 1, func(w http.ResponseWriter, _ int) { say(w, "```json\n"+oneClaim+"\n```") }},
		{"in prose", 1, func(w http.ResponseWriter, _ int) {
			say(w, "Sure! Here are the claims [1]:\n\n"+oneClaim+"\n\nLet me know {if} you need more.")
		}},
		{"after thoughts", 1, func(w http.ResponseWriter, _ int) { say(w, `<think>{"claims":[{}]} or so?</think>`+oneClaim) }},
		{"the list alone", 1, func(w http.ResponseWriter, _ int) {
			say(w, strings.TrimSuffix(strings.TrimPrefix(oneClaim, `{"claims":`), "}"))
		}},
		{"more than was asked for", 1, func(w http.ResponseWriter, _ int) {
			say(w, strings.Replace(oneClaim, `"hedged"`, `"confidence":0.9,"hedged"`, 1))
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := serve(t, func(w http.ResponseWriter, n int, _ asked) { tt.script(w, n) })
			drafts, err := s.extractor(t, nil).Extract(context.Background(), salt)
			if err != nil || texts(drafts) != one {
				t.Errorf("got %q: %v", texts(drafts), err)
			}
			if got := len(s.requests()); got != tt.requests {
				t.Errorf("got %d requests, want %d", got, tt.requests)
			}
			if tt.name == "429 once" && (len(s.waits) != 1 || s.waits[0] != 7*time.Second) {
				t.Errorf("got pauses of %v, want 7 s", s.waits)
			}
		})
	}
}

// A server that does not recover fails the article, in words that say what to do about it.
func TestServersThatDoNotRecover(t *testing.T) {
	for _, tt := range []struct {
		name     string
		requests int
		want     string
		script   func(w http.ResponseWriter, n int)
	}{
		{"429 for ever", 6, "the model's server says 429: slow down (asked 6 times)", func(w http.ResponseWriter, _ int) { refuse(w, 429, "slow down") }},
		{"429 for an hour", 1, "it asks to wait 1h0m0s, so try again later", func(w http.ResponseWriter, _ int) {
			w.Header().Set("Retry-After", "3600")
			refuse(w, 429, "slow down")
		}},
		{"no money", 1, "429: you have used up your quota", func(w http.ResponseWriter, _ int) {
			w.WriteHeader(429)
			fmt.Fprint(w, `{"error":{"message":"you have used up your quota","code":"insufficient_quota"}}`)
		}},
		{"500 for ever", 4, "the model's server says 500: Internal Server Error (asked 4 times)", func(w http.ResponseWriter, _ int) { w.WriteHeader(500) }},
		{"wrong key", 1, "the model's server refuses the key (401): no such key [31m … here", func(w http.ResponseWriter, _ int) {
			refuse(w, 401, "no such key\x1b[31m sk-secret\nhere")
		}},
		{"wrong model", 1, `the model's server knows no model "test-model" at this address (404): there is none`, func(w http.ResponseWriter, _ int) {
			refuse(w, 404, "there is none")
		}},
		{"wrong address", 1, "(404): <html>gone</html>", func(w http.ResponseWriter, _ int) {
			w.WriteHeader(404)
			fmt.Fprint(w, "<html>gone</html>")
		}},
		{"bad request", 1, "the model's server says 400: no", func(w http.ResponseWriter, _ int) { refuse(w, 400, "no") }},
		{"refusal", 1, "the model refuses: I can't help with that", func(w http.ResponseWriter, _ int) {
			fmt.Fprint(w, `{"choices":[{"message":{"role":"assistant","content":"","refusal":"I can't help with that"},"finish_reason":"stop"}]}`)
		}},
		{"filtered", 1, "filters the answer out", func(w http.ResponseWriter, _ int) { finish(w, "", "content_filter") }},
		{"prose alone", 2, "the model's answer holds no JSON of the form that was asked for (asked 2 times)", func(w http.ResponseWriter, _ int) { say(w, "There are no claims in it.") }},
		{"two answers", 2, "more than one JSON document", func(w http.ResponseWriter, _ int) { say(w, oneClaim+"\nor\n"+answerJSON(claimJSON(1, "x", "y"))) }},
		{"no protocol", 2, "cut short or not in OpenAI's protocol", func(w http.ResponseWriter, _ int) { fmt.Fprint(w, "<html>Hello</html>") }},
		{"nothing at all", 2, "cut short or not in OpenAI's protocol", func(http.ResponseWriter, int) {}},
		{"a stream that nobody asked for", 2, "cut short or not in OpenAI's protocol", func(w http.ResponseWriter, _ int) {
			w.Header().Set("Content-Type", "text/event-stream")
			fmt.Fprint(w, `data: {"choices":[{"index":0,"delta":{"content":"{\"claims\":[]}"}}]}`+"\n\n")
		}},
		{"huge answer", 1, "longer than 4 MB", func(w http.ResponseWriter, _ int) {
			for range 6 << 10 {
				if _, err := w.Write([]byte(strings.Repeat(" ", 1<<10))); err != nil {
					return
				}
			}
		}},
		{"too many claims", 2, "holds more than 1000 claims", func(w http.ResponseWriter, _ int) {
			say(w, answerJSON(strings.Split(strings.Repeat("{} ", maxClaims+1), " ")[:maxClaims+1]...))
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := serve(t, func(w http.ResponseWriter, n int, _ asked) { tt.script(w, n) })
			drafts, err := s.extractor(t, nil).Extract(context.Background(), salt)
			var f *Failure
			if !errors.As(err, &f) || !strings.Contains(f.Error(), tt.want) || len(drafts) > 0 {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if got := len(s.requests()); got != tt.requests {
				t.Errorf("got %d requests, want %d", got, tt.requests)
			}
			if strings.Contains(fmt.Sprint(err), "sk-secret") {
				t.Errorf("the key is in the error: %v", err)
			}
		})
	}
}

// A server that does not count tokens, or says what cannot be, has them estimated.
func TestServersThatDoNotCount(t *testing.T) {
	for _, usage := range []string{`null`, `{}`, `{"prompt_tokens":-5,"completion_tokens":3}`, `{"prompt_tokens":9223372036854775807,"completion_tokens":9223372036854775807}`} {
		s := serve(t, func(w http.ResponseWriter, _ int, _ asked) {
			fmt.Fprint(w, `{"choices":[{"message":{"content":"{\"claims\":[]}"},"finish_reason":"stop"}],"usage":`+usage+`}`)
		})
		drafts, report, err := s.extractor(t, nil).Claims(context.Background(), salt)
		if err != nil || len(drafts) > 0 || !report.Estimated || report.TokensIn < 800 || report.TokensIn > 2000 || report.TokensOut != 4 {
			t.Errorf("usage %s: got %+v: %v", usage, report, err)
		}
	}
}

func TestServersThatAreNotThere(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	s.Close()
	x, err := New(Config{URL: s.URL, Model: "m", Pause: func(context.Context, time.Duration) error { return nil }})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := x.Extract(context.Background(), salt); err == nil || !strings.Contains(err.Error(), "can't be reached") {
		t.Errorf("got %v", err)
	}
}

func TestSlowServers(t *testing.T) {
	release := make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, _ int, _ asked) { <-release })
	defer close(release)
	_, err := s.extractor(t, func(c *Config) { c.Timeout = 30 * time.Millisecond }).Extract(context.Background(), salt)
	if err == nil || !strings.Contains(err.Error(), "the model did not answer within 30ms (asked 2 times)") {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	x := s.extractor(t, func(c *Config) { c.Timeout = time.Hour })
	ended := make(chan error, 1)
	go func() {
		_, err := x.Extract(ctx, salt)
		ended <- err
	}()
	for len(s.requests()) < 3 {
		time.Sleep(time.Millisecond)
	}
	cancel()
	select {
	case err := <-ended:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Error("it goes on although it was cancelled")
	}
}

// A redirect to another host, or out of https, ends it: neither the text nor the key goes there.
func TestRedirects(t *testing.T) {
	stranger := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the stranger was asked") }))
	defer stranger.Close()
	s := serve(t, func(w http.ResponseWriter, _ int, _ asked) {
		w.Header().Set("Location", stranger.URL+"/v1/chat/completions")
		w.WriteHeader(http.StatusTemporaryRedirect)
	})
	_, err := s.extractor(t, nil).Extract(context.Background(), salt)
	if err == nil || !strings.Contains(err.Error(), "which is not followed") || len(s.requests()) != 1 {
		t.Errorf("got %v", err)
	}
}

// A server that does not know a part of the request is asked without it, and is not sent it again.
func TestUnknownParts(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, _ int, q asked) {
		for _, part := range []string{"temperature", "max_completion_tokens", "response_format"} {
			if _, there := q.body[part]; there {
				refuse(w, 400, "Unsupported parameter: '"+part+"'")
				return
			}
		}
		say(w, oneClaim)
	})
	x := s.extractor(t, func(c *Config) { c.Concurrency = 1 })
	for _, want := range []int{4, 5} {
		if drafts, err := x.Extract(context.Background(), salt); err != nil || texts(drafts) != one || len(s.requests()) != want {
			t.Errorf("got %q after %d requests, want %d: %v", texts(drafts), len(s.requests()), want, err)
		}
	}
	s = serve(t, func(w http.ResponseWriter, n int, q asked) {
		if _, there := q.body["temperature"]; there {
			refuse(w, 422, "temperature is fixed")
			return
		}
		sentences(w, n, q)
	})
	if drafts, err := s.extractor(t, nil).Extract(context.Background(), long(100)); err != nil || len(drafts) != 100 {
		t.Errorf("several at the same time: got %d claims: %v", len(drafts), err)
	}
}
