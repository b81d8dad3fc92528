package web

import (
	"testing"

	"plumbline/internal/page"
	"plumbline/internal/web/webtest"
)

// textKinds lists the pages on texts and on what follows from them.
func textKinds(t testing.TB, w *webtest.World) map[string]string {
	readPages(t, w)
	n, claims := narrativeOf(t, w, "MNE", 2018)
	paged, on := narrativeOf(t, w, "BEL", 2016)
	list := map[string]string{
		"narrative": page.NarrativePath(n.ID), "one type marked": page.NarrativePath(n.ID) + "?mark=law",
		"claim": page.ClaimPath(claims[len(claims)/2].ID), "document": page.DocumentPath(n.Document),
		"page beside the text": page.ScanPath(paged.ID, on[0].Citation.Page, on[0].ID),
		"assessment":           page.AssessmentPath("MNE", 2018), "assessment of a report": page.AssessmentPath("ARM", 2018),
		"change": page.ChangePath("ARM", 2018),
	}
	report, _ := narrativeOf(t, w, "ARM", 2018)
	list["narrative of a report"] = page.NarrativePath(report.ID)
	return list
}
