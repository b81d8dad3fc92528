package store

import (
	"context"
	"database/sql"
	"os"

	"plumbline"
)

// Info sums up a database. Its counts hold samples too.
type Info struct {
	File       string
	Size       int64 // bytes of the file, and of its log
	Schema     int
	Narratives int
	Claims     int
	Doubts     int
	Originals  int            // files that are kept as they were read
	Kept       int64          // bytes that they take
	Documents  []DocumentInfo // in the order of reading
	ByType     []TypeCount    // in the order of the codebook, those with claims only
	ByYear     []YearCount    // oldest first; year 0 is unknown
}

// DocumentInfo sums up one document.
type DocumentInfo struct {
	plumbline.Document        // without text, pages, parts and boxes
	Tool               string // version of the program that read it
	Rules              string // hash of the rules that it was read with
	ReadAt             string // ISO 8601; empty where no clock was given
	Bytes              int64  // of text
	Kept               int64  // bytes that its original takes, shared with others or not; 0 where it is not kept
	Narratives, Claims int
}

// TypeCount is how many claims there are of a type.
type TypeCount struct {
	Type   plumbline.ClaimType
	Claims int
}

// YearCount is how many narratives and claims there are of a year.
type YearCount struct {
	Year, Narratives, Claims int
}

// Info sums up the database as of now.
func (db *DB) Info(ctx context.Context) (*Info, error) {
	info := &Info{File: db.file}
	for _, file := range []string{db.file, db.file + "-wal"} {
		if stat, err := os.Stat(file); err == nil {
			info.Size += stat.Size()
		}
	}
	err := db.view(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRow(`SELECT (SELECT max(number) FROM migration), (SELECT count(*) FROM narrative),
				(SELECT count(*) FROM claim), (SELECT count(*) FROM doubt),
				(SELECT count(*) FROM original), (SELECT coalesce(sum(octet_length(bytes)), 0) FROM original)`).
			Scan(&info.Schema, &info.Narratives, &info.Claims, &info.Doubts, &info.Originals, &info.Kept)
		if err != nil {
			return err
		}
		if info.Documents, err = documentInfos(tx, ""); err != nil {
			return err
		}
		if info.ByType, err = typeCounts(tx); err != nil {
			return err
		}
		info.ByYear, err = yearCounts(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return info, nil
}

// DocumentInfo sums up the document with the given id, or with the only id that
// begins so.
func (db *DB) DocumentInfo(ctx context.Context, id plumbline.DocumentID) (*DocumentInfo, error) {
	var info *DocumentInfo
	err := db.view(ctx, func(tx *sql.Tx) (err error) {
		if id, err = resolve(tx, "document", id); err != nil {
			return err
		}
		infos, err := documentInfos(tx, id)
		if len(infos) > 0 {
			info = &infos[0]
		}
		return err
	})
	return info, err
}

// documentInfos sums up all documents, or the one that is named.
func documentInfos(tx *sql.Tx, only plumbline.DocumentID) ([]DocumentInfo, error) {
	var infos []DocumentInfo
	var d DocumentInfo
	dest := append(documentDest(&d.Document), toWords[string]{&d.Tool}, &d.Rules, toWords[string]{&d.ReadAt}, &d.Bytes, &d.Kept, &d.Narratives, &d.Claims)
	w := new(where)
	w.is("document.id = $", words(only))
	err := each(tx, `SELECT `+documentColumns+`, `+provenanceColumns+`, tool, rules, read_at, octet_length(text),
			coalesce((SELECT octet_length(bytes) FROM original WHERE original.sha256 = document.sha256), 0),
			(SELECT count(*) FROM narrative WHERE document = document.id),
			(SELECT count(*) FROM claim JOIN narrative ON narrative.id = claim.narrative WHERE narrative.document = document.id)`+
		documentTables+w.String()+` ORDER BY sequence`, w.args, dest, func() error {
		infos = append(infos, d)
		return nil
	})
	return infos, err
}

func typeCounts(tx *sql.Tx) ([]TypeCount, error) {
	counts := map[plumbline.ClaimType]int{}
	var t TypeCount
	err := each(tx, `SELECT type, count(*) FROM claim GROUP BY type`, nil,
		[]any{toWords[plumbline.ClaimType]{&t.Type}, &t.Claims}, func() error {
			counts[t.Type] = t.Claims
			return nil
		})
	var list []TypeCount
	for _, t := range plumbline.ClaimTypes {
		if counts[t] > 0 {
			list = append(list, TypeCount{t, counts[t]})
		}
	}
	return list, err
}

func yearCounts(tx *sql.Tx) ([]YearCount, error) {
	var list []YearCount
	var y YearCount
	err := each(tx, `SELECT n.year, count(*), sum((SELECT count(*) FROM claim c WHERE c.narrative = n.id))
		FROM narrative n GROUP BY n.year ORDER BY coalesce(n.year, 0)`, nil,
		[]any{toNumber{&y.Year}, &y.Narratives, &y.Claims}, func() error {
			list = append(list, y)
			return nil
		})
	return list, err
}
