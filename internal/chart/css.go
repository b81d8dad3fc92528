package chart

import _ "embed" // the stylesheet

// CSS is the stylesheet of all charts. Colors are custom properties with
// defaults of no weight: what a page sets on :root for --tier-1, --tier-2,
// --tier-2wl, --tier-3, --tier-sc, --paper, --ink, --soft and --rule counts.
//
//go:embed chart.css
var CSS string
