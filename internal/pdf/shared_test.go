package pdf

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"plumbline/internal/text"
)

// shared is the engine of all tests: it takes seconds to compile.
var shared = sync.OnceValue(func() *Engine {
	return &Engine{CacheDir: filepath.Join(os.TempDir(), "plumbline-test-pdf")}
})

func read(t testing.TB, data []byte) *Text {
	t.Helper()
	x, err := shared().Read(t.Context(), data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func spanOf(start, end int) text.Span { return text.Span{Start: start, End: end} }
