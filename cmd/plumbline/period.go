package main

import (
	"strings"
	"time"

	"plumbline"
	"plumbline/internal/standard"
)

// periods gives the time that the report of a year covers.
type periods struct {
	told plumbline.Period // by the user; zero where nothing was said
	book *standard.Book
}

// periods reads what the user says of the time covered: two days parted by a
// slash, as in ISO 8601. Nothing said leaves it to the law.
func (a *app) periods(told string) (*periods, error) {
	book, err := standard.Load(a.Data)
	if err != nil {
		return nil, err
	}
	p := &periods{book: book}
	if told == "" {
		return p, nil
	}
	start, end, _ := strings.Cut(told, "/")
	from, err := time.Parse(time.DateOnly, start)
	until, err2 := time.Parse(time.DateOnly, end)
	if err != nil || err2 != nil || until.Before(from) {
		return nil, usagef("--period %s: not two days in order; write it as 2017-04-01/2018-03-31", told)
	}
	p.told = plumbline.Period{Start: start, End: end}
	return p, nil
}

// of returns the time that the report of a year covers; it is zero where
// neither the user nor the law says.
func (p *periods) of(year int) plumbline.Period {
	if p.told.Start != "" {
		told := p.told
		told.Year = year
		return told
	}
	law, err := p.book.ForReport(year)
	if err != nil {
		return plumbline.Period{}
	}
	period, _ := law.Period(year)
	return period
}
