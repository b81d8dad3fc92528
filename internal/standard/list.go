package standard

import (
	"errors"
	"reflect"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
)

// list is a list of strings to CEL that is asked for its members without
// making a value of each.
type list struct{ words []string }

var _ traits.Lister = (*list)(nil)

func (l *list) plain() traits.Lister { return types.NewStringList(types.DefaultTypeAdapter, l.words) }

// Contains reports whether a word is in the list.
func (l *list) Contains(value ref.Val) ref.Val {
	s, ok := value.(types.String)
	if !ok {
		return types.MaybeNoSuchOverloadErr(value)
	}
	for _, w := range l.words {
		if w == string(s) {
			return types.True
		}
	}
	return types.False
}

// Size returns the number of words.
func (l *list) Size() ref.Val { return types.Int(len(l.words)) }

// Get returns the word at an index.
func (l *list) Get(index ref.Val) ref.Val { return l.plain().Get(index) }

// Add joins two lists.
func (l *list) Add(other ref.Val) ref.Val { return l.plain().Add(other) }

// Iterator goes through the words.
func (l *list) Iterator() traits.Iterator { return l.plain().Iterator() }

// Equal reports whether another list has the same words.
func (l *list) Equal(other ref.Val) ref.Val { return l.plain().Equal(other) }

// Type is that of lists.
func (l *list) Type() ref.Type { return types.ListType }

// Value returns the words.
func (l *list) Value() any { return l.words }

// ConvertToType turns the list into a value of another type of CEL.
func (l *list) ConvertToType(t ref.Type) ref.Val { return l.plain().ConvertToType(t) }

// ConvertToNative turns the list into a value of Go.
func (l *list) ConvertToNative(t reflect.Type) (any, error) {
	if t == reflect.TypeFor[[]string]() {
		return l.words, nil
	}
	return nil, errors.New("list: only a list of strings in Go")
}
