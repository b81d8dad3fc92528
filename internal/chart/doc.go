// Package chart draws maps and charts as SVG, for pages, site and print alike.
//
// In go the shapes of the atlas and the values that a page has ready: places
// with their class, years with their tier, counts, flows, each with its title
// and address. Out comes one SVG element for each chart, complete and the same
// for the same values: title and description inside, every text escaped, no
// script, no color and no font. How it looks is in chart.css, of which CSS
// holds the text; light, dark, print and forced colors are there, and a page's own
// custom properties (--tier-1 and so on, --paper, --ink) win over its. It knows no
// claims and asks nothing of a store, and makes no HTML around a chart: legends
// are lists of Key, and a page puts the table beside.
//
// # Never by color alone
//
// Each class of a tier has a texture, and each dot a shape of its own. A number,
// a zero, none reported, not reported and nothing known are five different
// things.
//
// # Flows
//
// An arc is as thick as many narratives say so, never as many people. What is
// not said flatly is dashed. Labor migration is a layer of its own with open
// heads. Regions are no countries: Flows hands back what it cannot draw, and the
// page lists it.
//
// # The atlas
//
// data/atlas is written by "make atlas" (internal/chart/atlas, with Node) and
// committed; nothing else needs Node. Lines are rows, columns parted by tabs, #
// for comments.
//
//	places.tsv   code  years  shape or none  label x y  dot x y or none  frame  part
//	world.tsv    shape or border  code  years  path
//	detail.tsv   the same, in units a quarter as large
//
// Units are tenths of a pixel of a map 960 pixels wide (Equal Earth, turned so
// that the edge runs through the Bering Strait). Years are report years as in
// data/countries: a code has rows for the years in which it stood for that
// territory, so that the Serbia and Montenegro of 2005 is drawn as one. Label is
// where an arc ends; a dot stands apart from its neighbours, a thin line leads to
// where the place lies; the frame holds the most of a country, without what lies
// overseas; part is the longer side of its largest piece. Paths are M or m, one l with relative pairs, z. Antarctica is left
// out. What is drawn as whose is in doc/borders.md.
package chart
