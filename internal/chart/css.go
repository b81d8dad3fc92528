package chart

import _ "embed" // the stylesheet

// CSS is the stylesheet of all charts. Colors are custom properties on .chart
// (--tier-1 and so on), which a page may set anew.
//
//go:embed chart.css
var CSS string
