package seed

import (
	"flag"
	"os"
	"testing"
)

// Main runs the tests of a package with a fixed seed for pgregory.net/rapid,
// unless the command line gives one. It is called by TestMain and ends the
// program.
func Main(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.seed" })
	if !given {
		if err := flag.Set("rapid.seed", "1"); err != nil {
			panic("BUG: " + err.Error())
		}
	}
	os.Exit(m.Run())
}
