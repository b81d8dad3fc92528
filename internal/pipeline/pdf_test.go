package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/pdf/pdftest"
)

// setVolume sets a report of several narratives with running heads.
func setVolume(columns int) []byte {
	s := pdftest.Setter{Columns: columns, Size: 9, Hyphen: "-", Head: func(page int) []pdftest.Run {
		return []pdftest.Run{
			{X: pdftest.Margin, Y: pdftest.SheetHeight - 36, Size: 8, Text: "TRAFFICKING IN PERSONS REPORT 2018"},
			{X: pdftest.SheetWidth / 2, Y: 30, Size: 8, Text: fmt.Sprint(page)},
		}
	}}
	for i, name := range []string{"LITHUANIA", "MALTA", "NEPAL", "PERU", "QATAR"} {
		s.Heading(name + ": TIER 2")
		s.Paragraph("The government does not fully meet the minimum standards, though it makes significant efforts.")
		s.Heading("PROSECUTION")
		for k := range 12 {
			s.Paragraph(fmt.Sprintf("In 2017 courts convicted %d traffickers in proceedings that took many months. Police investigated %d suspects, "+
				"among them owners of restaurants and of fishing vessels. Prosecutors did not report how many sentences were suspended.", 10*i+k+1, 200+10*i+k))
		}
	}
	return s.Bytes()
}

// pdfReader is compiled with the engine of all tests.
func pdfReader(t *testing.T) *Reader {
	r := compiled(t)
	r.Intake.PDF.CacheDir = filepath.Join(os.TempDir(), "plumbline-test-pdf")
	t.Cleanup(func() { r.Intake.PDF.Close() })
	return r
}

func TestPDFGivesClaimsWithPages(t *testing.T) {
	r := pdfReader(t)
	for _, columns := range []int{1, 2} {
		reading, err := r.Read(t.Context(), Input{File: "volume.pdf", Data: setVolume(columns)})
		if err != nil {
			t.Fatal(err)
		}
		d := &reading.Document
		var headings []string
		for _, n := range reading.Narratives {
			headings = append(headings, fmt.Sprintf("%s %d %s", n.Country, n.Year, n.Heading.In(d.Text)))
		}
		want := "LTU 2018 LITHUANIA: TIER 2, MLT 2018 MALTA: TIER 2, NPL 2018 NEPAL: TIER 2, PER 2018 PERU: TIER 2, QAT 2018 QATAR: TIER 2"
		if got := strings.Join(headings, ", "); got != want {
			t.Errorf("%d columns: narratives\n got %s\nwant %s", columns, got, want)
		}
		counted, last := map[int64]bool{}, 1
		for _, c := range reading.Claims {
			at := c.Citation
			boxes := d.BoxesOf(at.Span)
			if at.Page < last || at.LastPage < at.Page || len(boxes) == 0 || boxes[0].Page != at.Page || boxes[len(boxes)-1].Page != at.LastPage {
				t.Fatalf("%d columns: %q on pages %d to %d, boxes %v", columns, at.Quote, at.Page, at.LastPage, boxes)
			}
			last = at.Page
			if c.Type == plumbline.Conviction && c.Quantity.Count.Known {
				counted[c.Quantity.Count.N] = true
			}
		}
		if len(counted) != 52 || last != len(d.Pages) || len(d.Pages) < 3 { // 60 sentences with numbers from 1 to 52
			t.Errorf("%d columns: %d numbers of convictions, last page %d of %d", columns, len(counted), last, len(d.Pages))
		}
	}
}

func TestOriginalsAreThoseOfFilesWithPages(t *testing.T) {
	r := pdfReader(t)
	pdf := setVolume(1)
	inputs := []Input{
		{File: "volume.pdf", Open: func() ([]byte, error) { return pdf, nil }, Size: int64(len(pdf))},
		{File: "a.txt", Data: []byte(withTable)},
	}
	for _, wanted := range []bool{true, false} {
		var kept, pages []int
		o := Options{Originals: wanted, Progress: func(p Progress) {
			if p.Pages > p.AllPages {
				t.Errorf("progress: %+v", p)
			}
			pages = append(pages, p.Pages)
		}}
		err := r.Run(t.Context(), inputs, o, func(reading *plumbline.Reading) error {
			kept = append(kept, len(reading.Original))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		want := []int{0, 0}
		if wanted {
			want[0] = len(pdf)
		}
		if fmt.Sprint(kept) != fmt.Sprint(want) {
			t.Errorf("kept %v, want %v", kept, want)
		}
		if n := pages[len(pages)-1]; n < 3 {
			t.Errorf("progress told of %d pages", n)
		}
	}
}
