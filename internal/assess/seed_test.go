package assess

import (
	"testing"

	"plumbline/internal/seed"
)

func TestMain(m *testing.M) { seed.Main(m) }
