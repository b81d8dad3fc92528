// Package reply is what pages and API answer alike: entities with ETags and
// gzip, a cache that holds for as long as the database stays as it is, errors as
// problem details, and the guard that stands before every request: headers,
// limits, the log.
//
// In go bytes, errors and handlers; out come HTTP answers. The package knows
// neither pages nor operations.
package reply
