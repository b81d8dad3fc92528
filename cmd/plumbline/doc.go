// Command plumbline reads narratives of Trafficking in Persons reports into
// typed, hedged, attributed and cited claims, keeps them in a database and
// shows them.
//
// Each subcommand has a file of its own and a line in the struct commands.
// What goes wrong is said on standard error, one line a fault, with the place
// and the next step. Exit codes: 0 done; 1 some inputs failed, each named, the
// others done; 2 wrong usage; 3 the database cannot be used.
//
// Settings are flags over environment variables over defaults; "plumbline
// config" prints them with where each comes from.
package main
