// Package mention finds the names of places and peoples in a scanned text and
// resolves them to countries and regions.
//
// In go the tables of data/countries and a token.Text; out come Mentions:
// ranges of tokens with what they name. The longest name wins, from left to
// right; mentions never overlap. Regions are things of their own and are never
// expanded into countries. A name that may mean several countries is left
// without one unless the narrative's own country or a name nearby decides.
//
// The package does not say who does what to whom: a Mention is a name, and
// what it takes part in is for others to find out.
//
// # Tables
//
// A Gazetteer is loaded from the .tsv files of one folder, countries/. Lines
// are UTF-8, columns are parted by tabs; blank lines and lines that begin with
// "#" say nothing. countries.tsv lists the countries; every other file lists
// names, and how names are spread over files is for the reader's convenience.
//
// countries.tsv has the columns code, years, short name and official name
// (which may be missing). Years are report years: "-" for all, "2018-",
// "-2017" or "2003-2006". Rows of one code stand together, oldest first, and
// their years do not overlap. A country whose last row ends is withdrawn: its
// names from this table count only in those years.
//
// The other files have the columns kind, ids, names and how (which may be
// missing). Names are parted by semicolons. The kinds:
//
//	place          a country; ids are codes of countries.tsv, parted by blanks
//	people         its people and its adjective
//	city           a city or other part of a country
//	region         a region; the id is made of small letters and hyphens
//	region-people  its people and its adjective
//	adjective      its adjective, which means the region only before a tail
//	tail           words that make an adjective before them the region
//	group          a people that is no nationality; the id is the group's own
//	not            a phrase that is no place although it holds the name of one
//	title person beside apart thing language link
//	               words that keep a name from being one; guards.tsv tells
//
// The ids of tail, not and the guard words are "-".
//
// A name is matched token by token without regard to accents. What is
// capitalised in the table must be capitalised in the text, and what is all
// capitals there must be all capitals here ("US"). "St." stands for "St" and
// "Saint" too. Words for people get a plural in -s by themselves. A name that
// begins with "=" is taken exactly, accents and all ("=Malé").
//
// The column how says when a name counts: "own" only in a narrative of one of
// its countries; "default" the first country is meant unless the narrative's
// own is another of them; "near" the narrative's own or the nearest one named
// nearby, else none; "from 2003", "to 2006" only in reports of those years.
// Several ids need one of own, default and near.
package mention
