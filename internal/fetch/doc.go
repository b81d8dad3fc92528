// Package fetch gets the pages of a report politely and keeps them in a cache
// folder.
//
// In go a Site, which says where the pages of some years stand, a year and
// perhaps a country; out come the files of the pages with the address and time
// that each was got from. Nothing is guessed: the index page of the year is
// asked for, and the links on it that look like narratives are followed. One
// request is made at a time, with a pause between two. robots.txt is obeyed,
// as RFC 9309 has it, and so is the wait that a site asks for.
//
// # Sites
//
// data/sites/NAME.site says where the pages of some years stand, a fact a
// line; a line that begins with # is a comment.
//
//	years   2019-2025      report years, or one year, or 2019- for all since
//	about   WORDS          what is there, for people
//	source  WORDS          how that is known
//	index   ADDRESS MARK   where a year's pages are listed; several are tried in order
//	follow  ADDRESS MARK [WORDS]   a further index page that such a page links to
//	page    ADDRESS MARK   the narrative of the country that the link names
//	part    ADDRESS MARK [WORDS]   narratives of several countries
//	also    HOST MARK      another host that redirects may lead to
//
// An ADDRESS begins with http:// or https:// and may have {year}, {country} (a
// name as addresses write it: north-korea) and {number} in its path. A link
// looks like it whatever stands after ? or #, with or without a slash at its
// end. MARK is verified or unverified: whether somebody has seen that address
// answer. WORDS, where given, must stand in the words of the link, in any case.
// No year stands in two files.
//
// # Cache
//
// The cache folder has a folder for each year, .aside for robots.txt and index
// pages, and INDEX, a table with tabs of what was got: address, file, words of the link, time of retrieval, time of the
// last look, media type, size, SHA-256, ETag, Last-Modified and the address
// that answered in the end. A page that has changed is a new file; the old one
// stays. A file NAME.unfinished holds the time at which a run began that has
// not come to its end: what was got since then is not asked for again.
//
// The package touches the network by Client alone, and waits by Sleep alone. It
// reads nothing of what it gets but links.
package fetch
