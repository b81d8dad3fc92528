package ingest

import (
	"fmt"
	"strings"
	"testing"
)

// told writes what was read of a table: each record with country, year and
// text.
func told(in *Intake) string {
	var lines []string
	for _, r := range in.Records {
		lines = append(lines, fmt.Sprintf("%d %s %d %q", r.Number, r.Country, r.Year, r.Span.In(in.Text)))
	}
	return strings.Join(lines, "\n")
}

func TestReadTables(t *testing.T) {
	named := Fields{Text: []string{"profile", "rating"}, Country: "iso3"}
	cases := []struct {
		name, file, data string
		fields           Fields
		want             string
	}{
		{"CSV with names that tell", "a.csv", "Country,Year,Text\nChad,2018,One.\n\"Korea, North\",2007-06-12,\"Two, \"\"three\"\".\"\n", Fields{},
			"1 Chad 2018 \"One.\"\n2 Korea, North 2007 \"Two, \\\"three\\\".\""},
		{"fields that the user names", "a.csv", "iso3,profile,rating\nTCD,One.,Tier 2\nPRK,Two.,\n", named,
			"1 TCD 0 \"One.\\n\\nTier 2\"\n2 PRK 0 \"Two.\""},
		{"semicolons", "a.csv", "iso3;text\nTCD;One, two.\n", Fields{}, `1 TCD 0 "One, two."`},
		{"tabs", "a.tsv", "iso3\ttext\nTCD\tOne, two.\n", Fields{}, `1 TCD 0 "One, two."`},
		{"quotes that are not doubled", "a.csv", "text,iso3\na \"big\" one,TCD\n", Fields{}, `1 TCD 0 "a \"big\" one"`},
		{"a byte order mark", "a.csv", bom + "text\nOne.\n", Fields{}, `1  0 "One."`},
		{"a value that has a page's tags", "a.csv", "text\n<p>One<br>two</p><p>three &amp; four</p>\n", Fields{}, `1  0 "One\ntwo\n\nthree & four"`},
		{"line breaks of another system", "a.csv", "text\n\"One\r\n\r\ntwo\"\n", Fields{}, `1  0 "One\n\ntwo"`},
		{"a list of objects", "a.json", `[{"iso3":"TCD","profile":"One.","rating":null},{"rating":"Tier 2","iso3":"PRK","year":2007}]`, named,
			"1 TCD 0 \"One.\"\n2 PRK 0 \"Tier 2\""},
		{"an object that has the list", "a.json", `{"made": "2018", "data": [{"text": "One.", "year": 2018}]}`, Fields{}, `1  2018 "One."`},
		{"an object a line", "a.jsonl", "{\"text\":\"One.\",\"tags\":[{\"a\":1}]}\n{\"text\":\"Two.\"}\n", Fields{}, "1  0 \"One.\"\n2  0 \"Two.\""},
		{"fields inside others, and lists of paragraphs", "a.json", `[{"where":{"iso3":"TCD"},"body":["One.","Two."]}]`, Fields{Country: "where.iso3"}, `1 TCD 0 "One.\n\nTwo."`},
		{"a name that tells nothing", "-", `[{"t":"One."}]`, Fields{Text: []string{"t"}}, `1  0 "One."`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			in, err := Read(t.Context(), c.file, []byte(c.data), Options{Fields: c.fields})
			if err != nil {
				t.Fatal(err)
			}
			if got := told(in); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestTablesAreRefused(t *testing.T) {
	cases := []struct{ name, file, data, want string }{
		{"no field for the text", "a.csv", "id,iso3\n1,TCD\n", "a.csv: no field is known to hold the text; name it with --text-field; its fields are id, iso3"},
		{"no record", "a.csv", "text\n", "a.csv: it has no records; check that it was saved or downloaded whole"},
		{"no text", "a.csv", "text,a\n,1\n", "a.csv: none of its 1 records has a text in text; name other fields with --text-field"},
		{"two columns of one name", "a.csv", "text,text\na,b\n", `a.csv: line 1: two columns are called "text"; give one another name`},
		{"a quote that never ends", "a.csv", "text\n\"one\n", "a.csv: line 2, column 6: extraneous or missing \" in quoted-field; double the quotes inside a value that stands in quotes"},
		{"JSON cut off", "a.json", `[{"text":"One."},{"te`, "a.json: it ends in the middle of a record; save or download it again"},
		{"no JSON", "a.json", "[\n{text:1}]", "a.json: line 2, byte offset 3: no JSON: invalid character 't'; save or download it again"},
		{"a list of words", "a.json", `["one"]`, `a.json: line 1, byte offset 6: no record: it is no object; write records as objects: {"country": ..., "text": ...}`},
		{"deep nesting", "a.json", strings.Repeat("[", 100_000), `a.json: line 1, byte offset 2: no record: it is no object; write records as objects: {"country": ..., "text": ...}`},
		{"more records than a table may have", "a.csv", "text\n" + strings.Repeat("x\n", mostRecords+1), "a.csv: line 100002: more than the 100000 records that one file may have; split it"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(t.Context(), c.file, []byte(c.data), Options{})
			if err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestAFieldThatIsNotThere(t *testing.T) {
	_, err := Read(t.Context(), "a.csv", []byte("profile\none\n"), Options{Fields: Fields{Text: []string{"proflie"}}})
	if want := `a.csv: no field "proflie"; did you mean profile? its fields are profile`; err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}
