package ui

import "sync"

// maxMemo bounds what a memo remembers; a fuller one is forgotten, for what it holds is soon worked out again.
const maxMemo = 5000

// memo remembers what was worked out, by a key that names all that it was worked out from. It is safe for concurrent use.
type memo[V any] struct {
	mu sync.Mutex
	m  map[string]V
}

func (m *memo[V]) get(key string, work func() V) V {
	m.mu.Lock()
	v, ok := m.m[key]
	m.mu.Unlock()
	if ok {
		return v
	}
	v = work()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.m == nil || len(m.m) >= maxMemo {
		m.m = map[string]V{}
	}
	m.m[key] = v
	return v
}
