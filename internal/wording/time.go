package wording

import (
	"time"

	"plumbline"
)

// When says a time, in ISO 8601 as it is kept.
func When(t plumbline.Interval) string {
	switch {
	case t.Start == "" && t.End == "":
		return ""
	case t.Start == "":
		return "until " + day(t.End)
	case t.End == "" || t.End == t.Start:
		return "in " + day(t.Start)
	}
	return day(t.Start) + " to " + day(t.End)
}

// day writes a month or day of a year that is not said in words: "--12-03".
func day(s string) string {
	for _, layout := range []string{"--01", "--01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(map[string]string{"--01": "January", "--01-02": "2 January"}[layout])
		}
	}
	return s
}
