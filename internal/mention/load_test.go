package mention

import (
	"os"
	"testing"

	"plumbline/internal/token"
)

func loaded(t testing.TB) (*Gazetteer, *token.Vocab) {
	t.Helper()
	v := &token.Vocab{}
	g, err := Load(os.DirFS("../../data"), v)
	if err != nil {
		t.Fatal(err)
	}
	return g, v
}

func TestTablesLoad(t *testing.T) { loaded(t) }
