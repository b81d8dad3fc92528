package history_test

import (
	"testing"

	"plumbline/internal/seed"
)

func TestMain(m *testing.M) { seed.Main(m) }
