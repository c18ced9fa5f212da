package llm

import (
	"context"
	"net/url"

	openai "github.com/sashabaranov/go-openai"

	"claimlens/importers/answers"
)

// asker asks one model for answers of one shape, remembers them, and counts what that took. It is safe for concurrent use.
type asker struct {
	config Config
	client *client
	cache  *cache
	total  ledger
}

func newAsker(c Config, s shape) (*asker, error) {
	c, err := c.checked()
	if err != nil {
		return nil, err
	}
	return &asker{config: c, client: newClient(c, s), cache: newCache(c.Cache, maxKept)}, nil
}

// Host is where the texts are sent.
func (x *asker) Host() string {
	u, err := url.Parse(x.config.URL)
	if err != nil {
		return x.config.URL // it was parsed when it was checked
	}
	return u.Host
}

// Model is the name of the model.
func (x *asker) Model() string { return x.config.Model }

// Total is what all asking took so far, what failed too.
func (x *asker) Total() Report { return x.total.read() }

// answer is what the model says to messages, now or when it was asked before.
func (x *asker) answer(ctx context.Context, messages []openai.ChatCompletionMessage, l *ledger) (answered, error) {
	shape := x.client.shape
	key := answers.Key(x.config.URL, x.config.Model, string(shape.schema), messages[0].Content, messages[1].Content)
	if a, ok := x.cache.get(key, shape); ok {
		l.add(Report{Cached: 1})
		return a, nil
	}
	a, err := x.client.ask(ctx, messages, l)
	if err == nil {
		x.cache.put(key, a)
	}
	return a, err
}
