package pipeline

import (
	"sync"

	"plumbline"
)

// room is memory that a run uses again and again.
type room struct {
	claims  spare[plumbline.Claim]
	printed spare[byte]
}

// spare is a stack of slices that nobody uses now.
type spare[T any] struct {
	mu   sync.Mutex
	list [][]T
}

// get gives a slice whose contents do not matter, perhaps nil.
func (s *spare[T]) get() []T {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.list)
	if n == 0 {
		return nil
	}
	last := s.list[n-1]
	s.list = s.list[:n-1]
	return last
}

func (s *spare[T]) put(slices ...[]T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = append(s.list, slices...)
}
