package page

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/view"
)

// hostile is what a file may hold.
const hostile = `"><script>alert(1)</script>'` + "\u202E\x1b[31m"

// fill sets every string that can be reached to a hostile one, and gives every
// list two items.
func fill(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(hostile)
	case reflect.Int:
		v.SetInt(3)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i), depth)
			}
		}
	case reflect.Slice:
		if depth < 8 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			for i := range 2 {
				fill(v.Index(i), depth+1)
			}
		}
	}
}

func TestTextPagesAreSafeWhateverTheyShow(t *testing.T) {
	pages, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []Body{&Narrative{}, &Claim{}, &Document{}, &Assessment{}, &Change{}} {
		for _, full := range []bool{false, true} {
			if full {
				fill(reflect.ValueOf(b).Elem(), 0)
			}
			var out bytes.Buffer
			if err := pages.Render(&out, &Frame{Title: "A page", Path: "/x"}, b); err != nil {
				t.Errorf("%T: %v", b, err)
				continue
			}
			got := out.String()
			if strings.Contains(got, "<script>alert") || strings.Contains(got, "style=") || strings.Contains(got, `onclick`) {
				t.Errorf("%T, full %v: what is shown becomes part of the page", b, full)
			}
		}
	}
}

func TestMarks(t *testing.T) {
	const src = "Police freed ten men.\u202E\x00"
	claims := []plumbline.Claim{
		{ID: "aa", Type: plumbline.Identification, Valence: plumbline.Good, Reporting: plumbline.Stated, Certainty: plumbline.Certain, Citation: plumbline.Citation{Span: text.Span{Start: 0, End: 20}}},
		{ID: "bb", Type: plumbline.Conviction, Valence: plumbline.Bad, Reporting: plumbline.NoneReported, Citation: plumbline.Citation{Span: text.Span{Start: 7, End: 16}}},
	}
	passages := view.Passages(&plumbline.Narrative{Span: text.Span{End: len(src)}}, claims, src)
	cases := []struct {
		name string
		m    Marking
		want string // of each piece: words, anchor or anchors, claims
	}{
		{"all", Marking{}, "Police |c-aa||aa;freed ten|c-bb||bb aa; men|||aa;"},
		{"one type", Marking{Type: plumbline.Conviction}, "Police ||c-aa|;freed ten|c-bb||bb; men|||;"},
		{"none, and the anchors stay", Marking{None: true}, "Police ||c-aa|;freed ten||c-bb|; men|||;"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got strings.Builder
			for _, p := range SetPassages(passages, claims, src, c.m)[0].Sentences[0].Pieces[:3] {
				got.WriteString(p.Words + "|" + p.Anchor + "|" + strings.Join(p.Anchors, " ") + "|" + p.Claims + ";")
			}
			if got.String() != c.want {
				t.Errorf("got  %q\nwant %q", got.String(), c.want)
			}
		})
	}
	last := SetPassages(passages, claims, src, Marking{})[0].Sentences[0].Pieces[3].Words
	if strings.ContainsAny(last, "\u202E\x00") {
		t.Errorf("%q: what would steer the screen is shown", last)
	}
}
