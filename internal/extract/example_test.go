package extract

import (
	"os"
	"testing"

	"plumbline/internal/mention"
	"plumbline/internal/token"
)

func load(t testing.TB) *Extractor {
	t.Helper()
	data := os.DirFS("../../data")
	v := &token.Vocab{}
	places, err := mention.Load(data, v)
	if err != nil {
		t.Fatal(err)
	}
	x, err := Load(data, v, places)
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
