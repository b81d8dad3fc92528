package fetch

import (
	"strings"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	cases := []struct {
		name, file    string
		allow, forbid string // paths
	}{
		{"nothing is forbidden by nothing", "", "/ /a", ""},
		{"for everybody", "User-agent: *\nDisallow: /private/\n", "/ /private /a", "/private/ /private/a"},
		{"its own group goes before everybody's", "User-agent: *\nDisallow: /\n\nUser-agent: Plumbline/2.0\nDisallow: /b\n", "/a", "/b /bc"},
		{"another's group is none of ours", "User-agent: plumb\nDisallow: /\nUser-agent: plumbliner\nDisallow: /\n", "/a", ""},
		{"one group for two", "user-agent: other\nuser-agent: *\ndisallow: /a\n", "/b", "/a"},
		{"a group in two pieces", "user-agent: *\ndisallow: /a\nuser-agent: other\ndisallow: /c\nuser-agent: *\ndisallow: /b\n", "/c", "/a /b"},
		{"the longest rule decides", "user-agent: *\ndisallow: /a\nallow: /a/b\n", "/a/b /a/bc", "/a /a/c"},
		{"of two as long the one that allows", "user-agent: *\ndisallow: /a\nallow: /a\n", "/a", ""},
		{"an empty rule forbids nothing", "user-agent: *\ndisallow:\n", "/a", ""},
		{"stars and ends", "user-agent: *\ndisallow: /*.pdf$\ndisallow: /*?q=\n", "/a.pdfs /a.pdf?x /a", "/a.pdf /b/a.pdf /x?q=1"},
		{"robots.txt itself is always allowed", "user-agent: *\ndisallow: /\n", "/robots.txt", "/ /a"},
		{"comments, odd lines and a byte order mark", "\uFEFFUser-agent: * # all\nnonsense\nDisallow: /a # not this\n<html>\n", "/b", "/a"},
		{"a rule before any group is nobody's", "disallow: /\nuser-agent: *\ndisallow: /a\n", "/b", "/a"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := parseRobots([]byte(c.file), "plumbline")
			for _, path := range strings.Fields(c.allow) {
				if !r.allows(path) {
					t.Errorf("%s is forbidden", path)
				}
			}
			for _, path := range strings.Fields(c.forbid) {
				if r.allows(path) {
					t.Errorf("%s is allowed", path)
				}
			}
		})
	}
}

func TestCrawlDelay(t *testing.T) {
	for file, want := range map[string]time.Duration{
		"user-agent: *\ncrawl-delay: 2.5\n":  2500 * time.Millisecond,
		"user-agent: *\ncrawl-delay: 1e9\n":  maxCrawlDelay,
		"user-agent: *\ncrawl-delay: -1\n":   0,
		"user-agent: *\ncrawl-delay: soon\n": 0,
	} {
		if r := parseRobots([]byte(file), "plumbline"); r.delay != want {
			t.Errorf("%q: %v", file, r.delay)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("user-agent: *\ndisallow: /*a*b$\n", "/xaxb")
	f.Fuzz(func(t *testing.T, file, path string) {
		r := parseRobots([]byte(file), "plumbline")
		r.allows(path)
		if !r.allows("/robots.txt") {
			t.Error("robots.txt is forbidden")
		}
	})
}
