package llm

import (
	"encoding/json"
	"math"
	"time"

	"claimlens/importers/answers"
)

// Bounds on what is kept: the answers that were used longest ago make room. They were paid for, so none is too old.
const (
	maxKept  = 128 << 20 // bytes in all
	forEver  = time.Duration(math.MaxInt64)
	maxEntry = maxAnswer
)

// cache keeps answers on disk by what was asked.
type cache struct {
	kept *answers.Store
}

// entry is what is kept. A cut one says that the answer was longer than the model may give, so that an article is asked about
// in smaller parts.
type entry struct {
	Answer string `json:"answer,omitempty"`
	Cut    bool   `json:"cut,omitempty"`
}

func newCache(dir string, limit int64) *cache {
	return &cache{answers.New(answers.Config{Dir: dir, Limit: limit})}
}

// get gives the answer of a shape that is kept for a key. One that can't be read is none.
func (c *cache) get(key string, s shape) (answered, bool) {
	data, ok := c.kept.Get(key, forEver)
	var e entry
	if !ok || json.Unmarshal(data, &e) != nil {
		return answered{}, false
	}
	if e.Cut {
		return answered{cut: true}, true
	}
	parts, err := readAnswer(e.Answer, s)
	if err != nil {
		return answered{}, false
	}
	return answered{content: e.Answer, parts: parts}, true
}

// put keeps an answer.
func (c *cache) put(key string, a answered) {
	data, err := json.Marshal(entry{Answer: a.content, Cut: a.cut})
	if err != nil || len(data) > maxEntry {
		return
	}
	c.kept.Put(key, data)
}
