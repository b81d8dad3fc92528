package extract

import (
	"os"
	"sync"
	"testing"

	"plumbline/internal/mention"
	"plumbline/internal/token"
)

// compiled is the project's own rules, loaded once for all tests.
var compiled = sync.OnceValues(func() (*Extractor, error) {
	data := os.DirFS("../../data")
	v := &token.Vocab{}
	places, err := mention.Load(data, v)
	if err != nil {
		return nil, err
	}
	return Load(data, v, places)
})

func load(t testing.TB) *Extractor {
	t.Helper()
	x, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestExamplesOfTheRules(t *testing.T) {
	for _, d := range load(t).CheckExamples() {
		t.Error(d.Error())
	}
}
