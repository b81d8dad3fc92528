package web

import (
	"container/list"
	"sync"

	"plumbline/internal/store"
)

// cacheRoom is how many bytes of answers are kept.
const cacheRoom = 48 << 20

// cache keeps answers for as long as the database stays as it is. The zero value
// is empty and ready.
type cache struct {
	mu    sync.Mutex
	of    store.Generation
	bytes int
	byKey map[string]*list.Element
	order list.List // the one asked for last in front
}

type cached struct {
	key    string
	entity *entity
}

func (c *cache) get(of store.Generation, key string) *entity {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != of {
		return nil
	}
	at := c.byKey[key]
	if at == nil {
		return nil
	}
	c.order.MoveToFront(at)
	return at.Value.(*cached).entity
}

// put keeps an answer that was made of the given state of the database.
func (c *cache) put(of store.Generation, key string, e *entity) {
	if e.size() > cacheRoom/8 {
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
	c.bytes += e.size() + len(key)
	for c.bytes > cacheRoom {
		last := c.order.Back()
		old := c.order.Remove(last).(*cached)
		delete(c.byKey, old.key)
		c.bytes -= old.entity.size() + len(old.key)
	}
}
