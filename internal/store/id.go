package store

import (
	"database/sql"
	"fmt"
	"strings"

	"plumbline"
)

// The shortest beginning that may stand for an id, and how many candidates an
// ambiguous one lists.
const (
	shortestID = 4
	candidates = 8
)

// resolve returns the id in table that is id, or that alone begins with it.
// The error is ErrInvalid for a beginning that is too short, ErrNotFound when
// nothing begins so, and ErrConflict, with the candidates, when several do.
func resolve[T ~string](tx *sql.Tx, table string, id T) (T, error) {
	if len(id) < shortestID {
		return "", &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("%s %q: too short", table, id),
			Hint: fmt.Sprintf("give at least %d characters of its id", shortestID)}
	}
	found, err := column(tx, `SELECT id FROM `+table+` WHERE id = $1
		UNION SELECT id FROM `+table+` WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3`,
		string(id), string(id)+"\U0010ffff", candidates+1)
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("%s %s: not found", table, id), Hint: listed[table]}
	case len(found) == 1 || found[0] == string(id):
		return T(found[0]), nil
	}
	more := ""
	if len(found) > candidates {
		found, more = found[:candidates], ", ..."
	}
	return "", &plumbline.Fault{Kind: plumbline.ErrConflict, Hint: "give more characters",
		Fact: fmt.Sprintf("%s %s: it may be %s%s", table, id, strings.Join(found, ", "), more)}
}

// listed says where the ids of a table are to be had.
var listed = map[string]string{
	"claim":     "the ids are in what these print: plumbline show, plumbline claims",
	"document":  "list the documents with: plumbline db info",
	"narrative": "list the narratives with: plumbline db info",
}
