package fetch

import (
	"strconv"
	"strings"
	"time"
)

// robots are the rules of a robots.txt for this program, as RFC 9309 has them:
// of the groups that name it, or else of those for everybody.
type robots struct {
	rules []robotsRule
	delay time.Duration // that the site asks for between two requests
}

type robotsRule struct {
	allow bool
	path  string // with * for any characters and $ for the end
}

// maxRobots is how much of a robots.txt is read; RFC 9309 asks for 500 KiB at
// least.
const maxRobots = 512 << 10

// maxCrawlDelay bounds the pause that a site can ask for, so that a slip of its
// keeper's pen does not hold a run up for days.
const maxCrawlDelay = 2 * time.Minute

// parseRobots reads a robots.txt for a program of the given name. What it does
// not understand it passes over.
func parseRobots(data []byte, name string) *robots {
	own, all := &robots{}, &robots{}
	named := false       // some group is for this program
	var groups []*robots // that the lines at hand belong to
	fresh := false       // the line before began a group
	for line := range strings.Lines(string(data[:min(len(data), maxRobots)])) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		key, value = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(key, "\uFEFF"))), strings.TrimSpace(value)
		switch {
		case !ok:
		case key == "user-agent":
			if !fresh {
				groups = groups[:0]
			}
			fresh = true
			switch agent, _, _ := strings.Cut(strings.ToLower(value), "/"); agent {
			case "*":
				groups = append(groups, all)
			case name:
				groups, named = append(groups, own), true
			}
		case key == "allow", key == "disallow":
			fresh = false
			for _, g := range groups {
				if value != "" { // an empty one forbids nothing
					g.rules = append(g.rules, robotsRule{allow: key == "allow", path: value})
				}
			}
		case key == "crawl-delay":
			fresh = false
			seconds, err := strconv.ParseFloat(value, 64)
			for _, g := range groups {
				if err == nil && seconds > 0 {
					g.delay = time.Duration(min(seconds, maxCrawlDelay.Seconds()) * float64(time.Second))
				}
			}
		}
	}
	if named {
		return own
	}
	return all
}

// allows reports whether a path, with its query, may be asked for: the longest
// rule that matches decides, and of two as long the one that allows.
func (r *robots) allows(path string) bool {
	allowed, longest := true, -1
	for _, rule := range r.rules {
		if n := len(rule.path); matches(rule.path, path) && (n > longest || n == longest && rule.allow) {
			allowed, longest = rule.allow, n
		}
	}
	return allowed || path == "/robots.txt"
}

// matches reports whether the path begins as the form says. It takes the
// leftmost place for each piece between two stars, which finds a match where
// there is one.
func matches(form, path string) bool {
	form, toEnd := strings.CutSuffix(form, "$")
	pieces := strings.Split(form, "*")
	if !strings.HasPrefix(path, pieces[0]) {
		return false
	}
	path = path[len(pieces[0]):]
	for i, piece := range pieces[1:] {
		if toEnd && i == len(pieces)-2 {
			return strings.HasSuffix(path, piece)
		}
		at := strings.Index(path, piece)
		if at < 0 {
			return false
		}
		path = path[at+len(piece):]
	}
	return !toEnd || path == ""
}
