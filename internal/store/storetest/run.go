package storetest

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"plumbline"
	"plumbline/internal/store"
)

// Run holds the store that open makes, empty and anew for each test, to the
// contract.
func Run(t *testing.T, open func(t *testing.T) *store.DB) {
	for _, c := range []struct {
		name string
		test func(t *testing.T, db *store.DB)
	}{
		{"what was saved comes back as it was", roundTrip},
		{"the same reading again changes nothing", unchanged},
		{"other rules take the place of the old reading", replaced},
		{"a reading that contradicts itself is refused whole", refused},
		{"claims are found by each field of the filter", claimFilter},
		{"claims come in the order of reading and of the text", order},
		{"samples are left out unless asked for", samples},
		{"an id may be shortened as long as it is the only one", shortIDs},
		{"a removed document takes all with it", removed},
		{"an original is kept once for all documents of its bytes", original},
		{"an original that packs well comes back whole", packedOriginal},
		{"an original that was left out is kept by reading again", lateOriginal},
		{"boxes come back with their document", boxes},
		{"a reading that is broken off leaves nothing", brokenOff},
		{"readers go on while somebody writes", concurrent},
		{"an empty store answers every question", empty},
		{"the latest reading is primary", latestIsPrimary},
		{"a choice outlives reading again", choiceStays},
		{"a sample never stands for an official text", sampleIsNeverPrimary},
		{"a narrative without a year is never primary", yearlessIsNeverPrimary},
		{"of two narratives of one country-year one is primary", twins},
		{"a country is found where other narratives speak of it", elsewhere},
		{"flows come without their words", flows},
		{"narratives are listed without their parts", rows},
		{"sums count what stands for a country-year", counts},
		{"every change makes a new generation", generation},
		{"sentences and claims are found by words and sides", search},
		{"search goes on while somebody writes", searchWhileSaving},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := open(t)
			c.test(t, db)
			sound(t, db)
		})
	}
}

// sound fails the test when the store itself finds something wrong.
func sound(t *testing.T, db *store.DB) {
	t.Helper()
	problems, err := db.Check(context.Background())
	if err != nil {
		t.Errorf("check: %v", err)
	}
	for _, p := range problems {
		t.Errorf("check: %v", p)
	}
}

func save(t *testing.T, db *store.DB, r *plumbline.Reading, want store.Outcome) {
	t.Helper()
	got, err := db.Save(t.Context(), r)
	if err != nil || got != want {
		t.Fatalf("save %s: got %q, %v, want %q", r.Document.File, got, err, want)
	}
}

func claims(t *testing.T, db *store.DB, f store.ClaimFilter) []plumbline.Claim {
	t.Helper()
	cs, err := db.Claims(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return cs
}

func narratives(t *testing.T, db *store.DB, f store.NarrativeFilter) []plumbline.Narrative {
	t.Helper()
	ns, err := db.Narratives(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return ns
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

func kind(t *testing.T, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: got error %v, want %v", what, got, want)
	}
}
