// Package webtest makes records for tests of the pages and the API: the bundled
// sample, and volumes of made-up narratives on real countries, set out as
// reports are, so that every kind of page has something to show.
//
// What the made-up narratives say is nobody's finding. They exist in tests only.
package webtest
