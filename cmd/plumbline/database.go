package main

import (
	"fmt"

	"plumbline"
	"plumbline/internal/store"
)

// databaseCommand has the subcommands of "plumbline db".
type databaseCommand struct {
	Info   databaseInfo   `cmd:"" help:"Say what the database holds."`
	Check  databaseCheck  `cmd:"" help:"Verify the database: its structure, every span and every quote."`
	Backup databaseBackup `cmd:"" help:"Write a copy to a new file, safe while others read and write."`
	Remove databaseRemove `cmd:"" help:"Take documents out, with their narratives and claims."`
}

// open opens the database that the settings name. It must exist.
func (a *app) open(o store.Options) (*store.DB, error) {
	if a.commands.DB == ":memory:" {
		return nil, usagef("--db :memory: holds nothing to look at; name a file")
	}
	o.MustExist, o.Now, o.Wait = true, a.Now, a.commands.Wait
	return store.Open(a.ctx, a.commands.DB, o)
}

type databaseInfo struct {
	Format string `help:"table, json or csv." placeholder:"FORMAT" enum:"table,json,csv" default:"table"`
}

// Help is shown below the usage.
func (databaseInfo) Help() string {
	return `A list of the documents, in the order of reading. As a table it is headed by sums.

Examples:

    plumbline db info
    plumbline db info --format csv`
}

// Run prints what the database holds.
func (c *databaseInfo) Run(a *app) error {
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	info, err := db.Info(a.ctx)
	if err != nil {
		return err
	}
	if c.Format == "table" {
		fmt.Fprintf(a.Stdout, "%s: schema %d, %s, %s, %s, %s, %s, %s\n\n", info.File, info.Schema, megabytes(info.Size),
			count(len(info.Documents), "document"), count(info.Narratives, "narrative"), count(info.Claims, "claim"), count(info.Doubts, "doubt"), originals(info))
	}
	documents := list{columns: []string{"document", "file", "narratives", "claims", "bytes", "original", "sample", "read_at", "rules"}}
	for _, d := range info.Documents {
		documents.add(string(d.ID), d.File, d.Narratives, d.Claims, d.Bytes, d.Kept, d.Sample, d.ReadAt, d.Rules[:min(12, len(d.Rules))])
	}
	return documents.write(a, c.Format)
}

// originals says how many files are kept as they were read.
func originals(info *store.Info) string {
	words := count(info.Originals, "original")
	if info.Originals > 0 {
		words += " of " + megabytes(info.Kept)
	}
	return words
}

type databaseCheck struct{}

// Help is shown below the usage.
func (databaseCheck) Help() string {
	return `Prints nothing but a last line when all is well. Otherwise each fault is named on standard error, and the exit code is 3.

Examples:

    plumbline db check
    plumbline db check --db old.db`
}

// Run verifies the database.
func (c *databaseCheck) Run(a *app) error {
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	problems, err := db.Check(a.ctx)
	if err != nil {
		return err
	}
	for _, p := range problems {
		a.say("%s", p)
	}
	if len(problems) > 0 {
		return fmt.Errorf("database %s: %s; remove what is named and read it again, or go back to a backup%w",
			a.commands.DB, count(len(problems), "fault"), quiet{store.ErrUnusable})
	}
	_, err = fmt.Fprintf(a.Stdout, "%s: no faults\n", a.commands.DB)
	return err
}

type databaseBackup struct {
	File string `arg:"" help:"The new file. One that is there already is never written over."`
}

// Help is shown below the usage.
func (databaseBackup) Help() string {
	return `Examples:

    plumbline db backup plumbline-2026-07-01.db`
}

// Run writes the copy.
func (c *databaseBackup) Run(a *app) error {
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	if err := db.Backup(a.ctx, c.File); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.Stdout, "%s: copied to %s\n", a.commands.DB, c.File)
	return err
}

type databaseRemove struct {
	Documents []string `arg:"" name:"document" help:"Ids of documents, or enough of their beginnings."`
}

// Help is shown below the usage.
func (databaseRemove) Help() string {
	return `The ids are those that "plumbline db info" lists.

Examples:

    plumbline db remove 4f2a91c0`
}

// Run takes the documents out.
func (c *databaseRemove) Run(a *app) error {
	db, err := a.open(store.Options{})
	if err != nil {
		return err
	}
	defer db.Close()
	for _, id := range c.Documents {
		if err := db.Remove(a.ctx, plumbline.DocumentID(id)); err != nil {
			return err
		}
		fmt.Fprintf(a.Stdout, "%s: removed\n", id)
	}
	return nil
}
