package reply

import (
	"container/list"
	"sync"

	"plumbline/internal/store"
)

// cacheRoom is how many bytes of answers are kept.
const cacheRoom = 48 << 20

// Cache keeps answers for as long as the database stays as it is. The zero value
// is empty and ready.
type Cache struct {
	mu     sync.Mutex
	of     store.Generation
	bytes  int
	hits   int
	misses int
	byKey  map[string]*list.Element
	order  list.List // the one asked for last in front
}

type cached struct {
	key    string
	entity *Entity
}

// Get returns the answer that is kept under a key, made of the given state of the
// database; nil where there is none.
func (c *Cache) Get(of store.Generation, key string) *Entity {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != of || c.byKey[key] == nil {
		c.misses++
		return nil
	}
	c.hits++
	at := c.byKey[key]
	c.order.MoveToFront(at)
	return at.Value.(*cached).entity
}

// Put keeps an answer that was made of the given state of the database.
func (c *Cache) Put(of store.Generation, key string, e *Entity) {
	if e.Size() > cacheRoom/8 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != of || c.byKey == nil {
		c.of, c.bytes, c.byKey = of, 0, map[string]*list.Element{}
		c.order.Init()
	}
	if c.byKey[key] != nil {
		return
	}
	c.byKey[key] = c.order.PushFront(&cached{key, e})
	c.bytes += e.Size() + len(key)
	for c.bytes > cacheRoom {
		last := c.order.Back()
		old := c.order.Remove(last).(*cached)
		delete(c.byKey, old.key)
		c.bytes -= old.entity.Size() + len(old.key)
	}
}

// CacheFigures are what a cache did since it was made, and what it holds now.
type CacheFigures struct{ Hits, Misses, Answers, Bytes int }

// Figures returns what the cache did and holds.
func (c *Cache) Figures() CacheFigures {
	c.mu.Lock()
	defer c.mu.Unlock()
	return CacheFigures{c.hits, c.misses, len(c.byKey), c.bytes}
}
