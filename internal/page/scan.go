package page

import (
	"fmt"
	"strings"
)

// Area is a part of a page as it is shown: shares of its width and height, from
// the left and from the top.
type Area struct{ Left, Top, Width, Height float64 }

// BoxesSVG draws boxes to be laid over the picture of a page of any size. width
// and height are those of the page.
func BoxesSVG(width, height float64, areas []Area) []byte {
	const margin = 1.5 // points between words and the line around them
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.2f %.2f" preserveAspectRatio="none">`, width, height)
	for _, a := range areas {
		fmt.Fprintf(&b, `<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" rx="1" fill="#ffd84d" fill-opacity=".38" stroke="#b34700" stroke-width="1"/>`,
			a.Left*width-margin, a.Top*height-margin, a.Width*width+2*margin, a.Height*height+2*margin)
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}
