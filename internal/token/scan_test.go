package token

import (
	"strings"
	"testing"

	"plumbline/internal/text"
)

func scan(source string, words ...string) *Text {
	v := &Vocab{}
	for _, w := range words {
		v.Add(w)
	}
	t := &Text{}
	(&Scanner{Vocab: v}).Scan(t, source, text.Span{End: len(source)}, nil)
	return t
}

func list(t *Text) string {
	words := make([]string, len(t.Tokens))
	for i := range t.Tokens {
		words[i] = t.Of(i)
	}
	return strings.Join(words, "|")
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"hyphens join letters", "anti-trafficking law", "anti-trafficking|law"},
		{"a number and its unit part", "a 24-hour line", "a|24|-|hour|line"},
		{"possessives stand apart", "the government's and officials' acts, women’s too", "the|government|'s|and|officials|'|acts|,|women|’s|too"},
		{"an apostrophe inside a name stays", "Cote d'Ivoire", "Cote|d'Ivoire"},
		{"acronyms keep their dots", "the P.R.C. and the D.P.R.K.'s camps", "the|P.R.C.|and|the|D.P.R.K.|'s|camps"},
		{"thousands group", "2,500 of 14,040.5, 3,41", "2,500|of|14,040.5|,|3|,|41"},
		{"letters beyond ASCII", "Côte, Türkiye’s Curaçao", "Côte|,|Türkiye|’s|Curaçao"},
		{"damaged dashes split words", "traffickersŠthe first", "traffickers|Š|the|first"},
		{"damaged quotes are marks", "a ﬁcountryﬂ here", "a|ﬁ|country|ﬂ|here"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := list(scan(c.in)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestDamageIsLookedUp(t *testing.T) {
	got := scan("The conftict and the oﬃce, reﬂect ﬁrst", "conflict", "office", "reflect", "first")
	var known []string
	for i, k := range got.Tokens {
		if k.ID != Unknown {
			known = append(known, got.Of(i))
		}
	}
	if s := strings.Join(known, " "); s != "conftict oﬃce reﬂect ﬁrst" {
		t.Errorf("known words: %s", s)
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"after a full stop", "One came. Two went.", "One came.|Two went."},
		{"acronym before an opener", "They left the P.R.C. In May they returned.", "They left the P.R.C.|In May they returned."},
		{"acronym inside a name", "The D.P.R.K. Penal Code and the U.S. Government agreed.", "The D.P.R.K. Penal Code and the U.S. Government agreed."},
		{"acronym before officials", "They went to the U.S. Officials did not help.", "They went to the U.S.|Officials did not help."},
		{"Saint", "St. Lucia and St. Petersburg are far.", "St. Lucia and St. Petersburg are far."},
		{"articles and numbers", "Under Art. 240 and No. 12 it is a crime. Sec. 3 is not.", "Under Art. 240 and No. 12 it is a crime.|Sec. 3 is not."},
		{"a closing quote stays", `He said "no one came." Then he left.`, `He said "no one came."|Then he left.`},
		{"a closing bracket stays", "It ended (in 2016.) They left.", "It ended (in 2016.)|They left."},
		{"no space", "all minorities.The government acted.", "all minorities.|The government acted."},
		{"a decimal is no end", "It paid 3.5 million. 12 came.", "It paid 3.5 million.|12 came."},
		{"a blank line ends", "A heading\n\nthe text", "A heading|the text"},
		{"a wrapped line does not", "the text\ngoes on", "the text\ngoes on"},
		{"bullets begin", "First:\n• do this\n• do that", "First:|• do this|• do that"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := scan(c.in)
			var parts []string
			for _, s := range got.Sentences {
				parts = append(parts, got.Span(s.First, s.Last).In(c.in))
			}
			if s := strings.Join(parts, "|"); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func TestSkippedTextIsReadThrough(t *testing.T) {
	src := "The government 79AUSTRALIAprosecuted five."
	gap := strings.Index(src, "79")
	v := &Vocab{}
	got := &Text{}
	(&Scanner{Vocab: v}).Scan(got, src, text.Span{End: len(src)}, []text.Span{{Start: gap, End: gap + len("79AUSTRALIA")}})
	if s := list(got); s != "The|government|prosecuted|five|." {
		t.Error(s)
	}
	if len(got.Sentences) != 1 {
		t.Errorf("%d sentences, want 1", len(got.Sentences))
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"The D.P.R.K.'s camps. 2,500 of them.", "traffickersŠthe ﬁrst", "a\n\n• b", "'''s -- é’s\u00ad"} {
		f.Add(s)
	}
	v := &Vocab{}
	v.Add("first")
	sc := Scanner{Vocab: v}
	var t Text
	f.Fuzz(func(tt *testing.T, s string) {
		sc.Scan(&t, s, text.Span{End: len(s)}, nil)
		end := uint32(0)
		for _, k := range t.Tokens {
			if k.Start < end || k.End <= k.Start || int(k.End) > len(s) {
				tt.Fatalf("token [%d,%d) after %d in %d bytes", k.Start, k.End, end, len(s))
			}
			end = k.End
		}
		at := 0
		for _, st := range t.Sentences {
			if st.First != at || st.Last <= st.First {
				tt.Fatalf("sentence %v after %d", st, at)
			}
			at = st.Last
		}
		if at != len(t.Tokens) {
			tt.Fatalf("sentences end at %d of %d", at, len(t.Tokens))
		}
	})
}
