package ingest

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestTextInAnyEncoding(t *testing.T) {
	const western = "CÔTE D’IVOIRE (Tier 2)\n\nThe “Brigade” of Abobo – a new office – counted 12 victims in Curaçao; the café’s owner paid € 500 at Peña’s."
	const russian = "Правительство страны открыло три приюта и обучило сорок сотрудников полиции, но суды не рассмотрели ни одного дела за весь год."
	const arabic = "افتتحت الحكومة ثلاثة ملاجئ ودربت أربعين من ضباط الشرطة ولكن المحاكم لم تنظر في أي قضية طوال العام."
	const japan = "政府は三つの避難所を開き、四十人の警察官を訓練したが、裁判所は一年を通じて一件の事件も審理しなかった。"
	cases := []struct {
		name     string
		encoding encoding.Encoding
		text     string
		want     string
		told     bool
	}{
		{"windows-1252", charmap.Windows1252, western, "windows-1252", true},
		{"of the Macintosh", charmap.Macintosh, western, "macintosh", true},
		{"Latin-1", charmap.ISO8859_1, "The café of Peña in Curaçao.", "windows-1252", true},
		{"Cyrillic", charmap.Windows1251, russian, "windows-1251", true},
		{"KOI8-R", charmap.KOI8R, russian, "koi8-r", true},
		{"Arabic", charmap.Windows1256, arabic, "windows-1256", true},
		{"Japanese", japanese.ShiftJIS, japan, "shift_jis", true},
		{"UTF-16 with a mark", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), western, "UTF-16LE", false},
		{"UTF-16 of the other order", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), western, "UTF-16BE", false},
		{"UTF-16 without a mark", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), western, "UTF-16LE", false},
		{"UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), western, "UTF-32LE", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			data, err := c.encoding.NewEncoder().Bytes([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			in := read(t, "a.txt", data)
			if in.Text != c.text || in.Encoding != c.want || (len(in.Doubts) > 0) != c.told {
				t.Errorf("got %s %q, doubts %v", in.Encoding, in.Text, in.Doubts)
			}
		})
	}
}

func TestMixedEncodingsAreMended(t *testing.T) {
	in := read(t, "a.txt", []byte("Curaçao and Côte d’Ivoire\nthe caf\xE9 in C\xF4te\n"))
	if in.Text != "Curaçao and Côte d’Ivoire\nthe café in Côte\n" || len(in.Doubts) != 1 ||
		in.Doubts[0].Message != "line 2, byte offset 37: 2 bytes are not UTF-8, the first is 0xE9; they are read as windows-1252" {
		t.Errorf("got %q, %v", in.Text, in.Doubts)
	}
	if in = read(t, "a.txt", []byte("Curaçao, caf\xC3")); in.Text != "Curaçao, caf" {
		t.Errorf("a letter cut off at the end: got %q", in.Text)
	}
}

func TestAPageSaysItsEncoding(t *testing.T) {
	in := read(t, "a.html", []byte("<html><head><meta charset=\"iso-8859-2\"></head><body><p>\xB1\xE6\xEA \xB3\xF3\xBF</p></body></html>"))
	if in.Text != "ąćę łóż\n" || in.Encoding != "iso-8859-2" || len(in.Doubts) > 0 {
		t.Errorf("got %s %q, %v", in.Encoding, in.Text, in.Doubts)
	}
	in = read(t, "a.html", []byte("<html><head><meta charset=\"iso-8859-1\"></head><body><p>Curaçao</p></body></html>"))
	if in.Text != "Curaçao\n" || in.Encoding != "UTF-8" {
		t.Errorf("a page that says something else than it is: got %s %q", in.Encoding, in.Text)
	}
}
