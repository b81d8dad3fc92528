package fetch

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestFileNamesAreSafe(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.b/r/North-Korea/":                "north-korea-",
		"https://a.b/r/164231.htm":                  "164231-",
		"https://a.b/":                              "page-",
		"https://a.b/..%2f..%2fetc%2fpasswd":        "passwd-",
		"https://a.b/r/con.htm":                     "con-",
		`https://a.b/r/a%5Cb:c*d?e=f`:               "a-b-c-d-",
		"https://a.b/r/côte":                        "c-te-",
		"https://a.b/" + strings.Repeat("long", 99): strings.Repeat("long", 15) + "-",
		"https://a.b/%00%0A":                        "page-",
	} {
		name := fileName(&Entry{Address: address, MediaType: "text/html; charset=x", Retrieved: time.Date(2026, 3, 4, 23, 0, 0, 0, time.UTC)})
		rest, ok := strings.CutPrefix(name, want)
		if !ok || len(rest) != len("1a2b3c4d.2026-03-04.html") || !strings.HasSuffix(name, ".2026-03-04.html") || !filepath.IsLocal(name) {
			t.Errorf("%s: %s", address, name)
		}
	}
	for media, end := range map[string]string{"application/pdf": ".pdf", "image/png": ".bin", "": ".bin", "text/plain; charset=utf-8": ".txt"} {
		if name := fileName(&Entry{Address: "https://a.b/c", MediaType: media}); filepath.Ext(name) != end {
			t.Errorf("%s: %s", media, name)
		}
	}
}

func TestTheTableOfACacheIsNotTrusted(t *testing.T) {
	dir := t.TempDir()
	c, err := OpenCache(dir)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	e, err := c.keep("2024", Entry{Address: "https://a.b/c", Words: "One\tTwo\nThree", Retrieved: now, Checked: now, MediaType: "text/html", ETag: "\"a\tb\"", From: "https://a.b/c"}, []byte("words"))
	if err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile(filepath.Join(dir, "INDEX"))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "table", string(table), "address\tfile\twords\tretrieved\tchecked\ttype\tbytes\tsha256\tetag\tmodified\tfrom\n"+
		"https://a.b/c\t"+e.File+"\tOne Two Three\t2026-03-04T05:06:07Z\t2026-03-04T05:06:07Z\ttext/html\t5\t"+hash([]byte("words"))+"\t\"a b\"\t\thttps://a.b/c\n")

	secret := filepath.Join(filepath.Dir(dir), "secret")
	if err := os.WriteFile(secret, []byte("words"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(dir, "link.html")); err != nil {
		t.Skip("no links here")
	}
	for _, file := range []string{"../secret", secret, "link.html", "nowhere.html"} {
		line := strings.ReplaceAll(string(table), e.File, file)
		if err := os.WriteFile(filepath.Join(dir, "INDEX"), []byte(line+"nonsense\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		c, err := OpenCache(dir)
		if err != nil {
			t.Fatal(err)
		}
		if e, _ := c.Entry("https://a.b/c"); e != nil {
			t.Errorf("%s is read", file)
		}
		c.Close()
	}
}

func TestACacheThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := OpenCache(file)
	if err == nil || !strings.Contains(err.Error(), "name another folder with --cache") {
		t.Errorf("got %v", err)
	}
}

func TestAnchors(t *testing.T) {
	at, _ := url.Parse("https://a.b/c/d.htm")
	page := []byte("<a href='e.htm'>Bel\xE9m <i>and</i><br>more <a href=\"javascript:x()\">no</a><a href='//x.y/z#f'></a><a name=q>no</a><a href='https://u:p@a.b/'>no</a><option value=all>no<option value='/p/q'> Q </option>tail<a href='http://[::bad'>no")
	var got []string
	for _, a := range anchors(page, "text/html; charset=windows-1252", at) {
		got = append(got, a.to.String()+" "+a.words)
	}
	equal(t, "links", strings.Join(got, "\n"), lines("https://a.b/c/e.htm Belém and more", "https://x.y/z ", "https://a.b/p/q Q"))
}

func FuzzAnchors(f *testing.F) {
	f.Add([]byte("<base href=/x><a href=y>z"), "text/html")
	at, _ := url.Parse("https://a.b/c/d.htm")
	f.Fuzz(func(t *testing.T, page []byte, media string) {
		for _, a := range anchors(page, media, at) {
			if a.to.Scheme != "http" && a.to.Scheme != "https" || a.to.Host == "" {
				t.Errorf("a link to %s", a.to)
			}
		}
	})
}
