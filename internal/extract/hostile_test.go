package extract

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"plumbline"
)

// long is a narrative's text: sections with a bit of everything.
var long = []string{
	"assessment", "The government does not fully meet the minimum standards. It convicted nine traffickers and identified 14 victims. It did not fund shelters.",
	"recommendations", "Investigate and prosecute traffickers; train the police; and fund shelters for victims.",
	"prosecution", "Courts convicted nine traffickers, compared with four the previous year. The government did not report any convictions of officials. Police may have arrested two brokers in 2012.",
	"protection", "Authorities identified 14 victims and referred nine to shelters. There is no evidence that officials detained victims; however, NGOs reported that police deported some women.",
	"prevention", "The government conducted awareness campaigns. It made no efforts to reduce the demand for commercial sex acts.",
	"profile", "Women from Nepal and Chad are subjected to forced labor in India, Oman, and Jordan. NGOs reported that children from Benin are forced to beg in Gabon.",
}

// times returns the narrative of long with each section n times as long.
func times(n int) (*plumbline.Document, *plumbline.Narrative) {
	parts := append([]string{}, long...)
	for i := 1; i < len(parts); i += 2 {
		parts[i] = strings.Repeat(parts[i]+" ", n)
	}
	return narrative(parts...)
}

func TestTimeGrowsWithTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	x := load(t)
	took := map[int]time.Duration{}
	counts := map[int]int{}
	for _, n := range []int{1, 10, 100} {
		d, nar := times(n)
		took[n] = time.Hour
		for range 5 {
			began := spent()
			counts[n] = len(x.Extract(nil, d, nar))
			took[n] = min(took[n], spent()-began)
		}
	}
	t.Log(took, counts)
	for _, n := range []int{10, 100} {
		if took[n] > 40*took[n/10]+20*time.Millisecond {
			t.Errorf("%d times the text took %v, %d times took %v", n/10, took[n/10], n, took[n])
		}
		if counts[n] < counts[1]*n*9/10 || counts[n] > counts[1]*n*11/10 {
			t.Errorf("%d claims in the text, %d in %d times the text", counts[1], counts[n], n)
		}
	}
}

// Sentences made to be slow to read take a time that grows with their length
// only.
func TestHostileSentences(t *testing.T) {
	x := load(t)
	for _, unit := range []string{
		"reported that ", "did not ", "no evidence ", "the government convicted nine traffickers and ", "and convicted ", "women from Nepal, ", "from Nepal to ", "in India, ",
		"according to NGOs ", "which ", "; ", "( ", "12 ", "victims ", "sex trafficking ", "may ", "if ", "a source country for ", "Chad ", "by ", "compared with 12 ",
		"convictions, ", "limited ", "however, these ", "identified and ",
		"it convicted nine traffickers and ", "they did not convict ", "it ", "The police met. They convicted nine traffickers; it convicted them; ",
	} {
		for _, section := range []plumbline.SectionName{plumbline.AssessmentPart, plumbline.Recommendations, plumbline.Protection, plumbline.Profile} {
			words := strings.Repeat(unit, 12_000/len(unit))
			began := time.Now()
			d, n := narrative(string(section), words)
			cited(t, d, n, x.Extract(nil, d, n))
			if took := time.Since(began); took > 10*time.Second {
				t.Errorf("%d KB of %q in %s took %v", len(words)>>10, unit, section, took)
			}
		}
	}
}

func TestTheSameTextGivesTheSameClaims(t *testing.T) {
	x := load(t)
	d, n := times(3)
	want := x.Extract(nil, d, n)
	if len(want) < 30 {
		t.Fatalf("%d claims", len(want))
	}
	small, few := narrative("protection", "Authorities identified 14 victims.")
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 5 {
				if got := x.Extract(nil, d, n); !reflect.DeepEqual(got, want) {
					t.Error("claims differ from one reading to the next")
				}
				x.Extract(nil, small, few)
			}
		})
	}
	all.Wait()
	before := x.Extract(nil, small, few)
	got := x.Extract(before[:len(before):len(before)], d, n)
	if !reflect.DeepEqual(got[:len(before)], before) || !reflect.DeepEqual(got[len(before):], want) {
		t.Error("claims behind others differ")
	}
}

// A claim's evidence is its own: adding to it does not write into another's.
func TestEvidenceIsNotShared(t *testing.T) {
	x := load(t)
	d, n := times(2)
	claims := x.Extract(nil, d, n)
	want := told(claims, d.Text, same)
	for i := range claims {
		claims[i].Evidence = append(claims[i].Evidence, plumbline.Evidence{What: plumbline.TimeCue, Span: span(0, 3)})
		claims[i].Evidence = claims[i].Evidence[:len(claims[i].Evidence)-1]
	}
	if got := told(claims, d.Text, same); !reflect.DeepEqual(got, want) {
		t.Error("evidence of one claim lies in the room of another")
	}
}

func FuzzExtract(f *testing.F) {
	for i := 0; i < len(long); i += 2 {
		f.Add(long[i+1], uint8(i/2), true)
	}
	for _, s := range []string{"", "\x00", "\xff\xfe\xed", "a", "and", "\n\n", "(a", "\u00ad", "No no no.", "women from and to in Nepal and", "12 12, 12; 12", "The Republic of Chad (ROC) ROC", "may be; may; be", "\"Nepal\" \"", "did not report whether"} {
		f.Add(s, uint8(2), false)
	}
	x := load(f)
	f.Fuzz(func(t *testing.T, words string, section uint8, country bool) {
		if len(words) > 16<<10 {
			return
		}
		name := plumbline.SectionNames[int(section)%len(plumbline.SectionNames)]
		d, n := narrative(string(name), words)
		if country {
			n.Country = "NPL"
		}
		began := time.Now()
		claims := x.Extract(nil, d, n)
		if took := time.Since(began); took > 10*time.Second {
			t.Fatalf("%d bytes took %v", len(words), took)
		}
		cited(t, d, n, claims)
		if !reflect.DeepEqual(x.Extract(nil, d, n), claims) {
			t.Fatal("read again, claims differ")
		}
		for _, c := range claims {
			if utf8.ValidString(words) && !utf8.ValidString(c.Citation.Quote) {
				t.Fatalf("quote %q cuts a character", c.Citation.Quote)
			}
			if c.Type.Conduct() && c.Reporting != plumbline.Stated && c.Quantity.Count.Known {
				t.Fatalf("%s: silence has a count of %d in %q", c.FoundBy, c.Quantity.Count.N, c.Citation.Quote)
			}
			if c.Movement == plumbline.LaborMigration && (c.Certainty == plumbline.Certain || len(c.Participants.Forms) > 0) {
				t.Fatalf("%s: labor migration is %s with forms %v", c.FoundBy, c.Certainty, c.Participants.Forms)
			}
		}
	})
}
