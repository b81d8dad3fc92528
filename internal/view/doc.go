// Package view groups nouns for whoever shows them: a narrative cut into
// paragraphs, sentences and the words that the same claims stand on; its claims
// by what they say of the situation and of conduct; figures over years.
//
// In go nouns of the root package; out come the same nouns, ordered. The
// terminal and the pages share these groupings, so that each is made once. The
// package words nothing and lays nothing out.
package view
