package encode

import (
	"strings"
	"testing"
)

func TestLists(t *testing.T) {
	columns := []string{"name", "count", "whole"}
	rows := [][]any{{`a "b", c`, 2, true}, {nil, int64(0), false}}
	var b strings.Builder
	if err := WriteList(&b, columns, rows); err != nil {
		t.Fatal(err)
	}
	want := "[\n" + `{"name":"a \"b\", c","count":2,"whole":true},` + "\n" + `{"name":null,"count":0,"whole":false}` + "\n]\n"
	if b.String() != want {
		t.Errorf("got %s", b.String())
	}
	b.Reset()
	if err := WriteListCSV(&b, columns, rows); err != nil {
		t.Fatal(err)
	}
	if want := "name,count,whole\r\n\"a \"\"b\"\", c\",2,true\r\n,0,false\r\n"; b.String() != want {
		t.Errorf("got %q", b.String())
	}
}
