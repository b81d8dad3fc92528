package encode

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestReferencesHoldWhatIsKnownOnly(t *testing.T) {
	r := Reference{Key: "plumbline-RUR-2018", Title: "Ruritania 2018", Volume: "50% of {all} & more_files.txt", Year: 2018, Address: "https://example.org/a}b", Retrieved: "2024-05-06", Pages: "17--19"}
	want := `@misc{plumbline-RUR-2018,
  title        = {{Ruritania 2018}},
  howpublished = {50\% of \{all\} \& more\_files.txt},
  year         = {2018},
  pages        = {17--19},
  url          = {https://example.org/a%7Db},
  urldate      = {2024-05-06},
}
`
	if got := string(BibTeX(r)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	ris := string(RIS(r))
	if !strings.HasPrefix(ris, "TY  - RPRT\r\n") || !strings.HasSuffix(ris, "ER  - \r\n") || strings.Contains(ris, "AU  - ") || !strings.Contains(ris, "SP  - 17\r\nEP  - 19\r\n") {
		t.Error(ris)
	}
	r.Title = "a\nER  - \nTY  - BOOK"
	if got := string(RIS(r)); strings.Count(got, "\nER  -") != 1 {
		t.Errorf("a line break in a title ends the record:\n%s", got)
	}
}

func TestAFeedIsAtom(t *testing.T) {
	f := Feed{Name: "country/RUR", Title: "Ruritania <&>", Self: "/country/RUR/feed.xml", Page: "/country/RUR", Author: "Plumbline", Entries: []FeedEntry{
		{Name: "narrative/1", Title: "2017", Page: "/country/RUR/2017", Updated: "2024-01-02T03:04:05Z"}, {Name: "narrative/2", Title: "2018"}}}
	b, err := Atom(f)
	if err != nil {
		t.Fatal(err)
	}
	var back struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  []string `xml:"author>name"`
		Entries []struct {
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if back.Updated != "2024-01-02T03:04:05Z" || back.Title != f.Title || len(back.Author) != 1 || len(back.Entries) != 2 || back.Entries[1].Updated != firstMoment {
		t.Errorf("%+v", back)
	}
	if again, _ := Atom(f); string(again) != string(b) || back.ID == back.Entries[0].ID || !strings.HasPrefix(back.ID, "urn:uuid:") || len(back.ID) != 45 {
		t.Errorf("ids are not stable: %s %s", back.ID, back.Entries[0].ID)
	}
}
