package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// unzip lists an archive in memory.
func unzip(t *testing.T, data []byte) (*Archive, bool, error) {
	t.Helper()
	return Unzip("a.zip", bytes.NewReader(data), int64(len(data)), false)
}

func TestUnzip(t *testing.T) {
	inner := packFiles(t, "c.md", "three", "d.bin", "x")
	deeper := packFiles(t, "deep.zip", string(packFiles(t, "e.txt", "four")))
	a, is, err := unzip(t, packFiles(t, "one.txt", "one", "folder/", "", "folder/two.html", "<p>two", ".DS_Store", "x", "__MACOSX/one.txt", "x",
		"list.csv", "text\nx", "inner.zip", string(inner), "deeper.zip", string(deeper), "../out.txt", "x", "/etc/passwd.txt", "x", `..\w.txt`, "x", "bell\a.txt", "x", "one.txt", "again"))
	if err != nil || !is {
		t.Fatal(is, err)
	}
	var got []string
	for _, e := range a.Entries {
		data, err := e.Open()
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s %d %s", e.Name, e.Size, data))
	}
	want := []string{"a.zip!one.txt 3 one", "a.zip!folder/two.html 6 <p>two", "a.zip!inner.zip!c.md 5 three"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if a.Other[".bin"] != 1 || a.Other[".csv"] != 1 || len(a.Other) != 2 {
		t.Errorf("others are %v", a.Other)
	}
	var faults []string
	for _, f := range a.Faults {
		faults = append(faults, f.Error())
	}
	const out = ": its name leads out of the archive, or is no name; unpack it yourself if you trust it"
	wantFaults := []string{
		"a.zip!deeper.zip!deep.zip: archives inside each other, more than 2 deep; unpack it first",
		`a.zip!"../out.txt"` + out, `a.zip!"/etc/passwd.txt"` + out, `a.zip!"..\\w.txt"` + out, `a.zip!"bell\a.txt"` + out,
		"a.zip!one.txt: it stands twice in the archive; the first one is read",
	}
	if !slices.Equal(faults, wantFaults) {
		t.Errorf("faults are\n%s", strings.Join(faults, "\n"))
	}
}

func TestUnzipLeavesDocumentsAlone(t *testing.T) {
	for name, data := range map[string][]byte{"text": []byte("PK and more"), "a DOCX": docx(t, para1("x")), "an EPUB": epub(t, "<p>x", "<p>y")} {
		if _, is, err := unzip(t, data); is || err != nil {
			t.Errorf("%s: %t %v", name, is, err)
		}
	}
}

func TestAnEntryThatIsLargerThanItSays(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	f, _ := z.CreateHeader(&zip.FileHeader{Name: "a.txt", Method: zip.Deflate})
	_, _ = f.Write(bytes.Repeat([]byte("word "), 1<<20))
	z.Close()
	data := b.Bytes()
	at := bytes.LastIndex(data, []byte("PK\x01\x02"))
	copy(data[at+24:], "\x05\x00\x00\x00") // it says that it has five bytes
	a, _, err := unzip(t, data)
	if err != nil || len(a.Entries) != 1 {
		t.Fatal(err)
	}
	if got, err := a.Entries[0].Open(); err == nil || !strings.Contains(err.Error(), "a.zip!a.txt: a.txt in it is damaged") {
		t.Errorf("got %d bytes, %v", len(got), err)
	}
}
