package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"plumbline"
)

// Client sends a request and gives the answer as it comes; it follows no
// redirects.
type Client interface {
	Do(r *http.Request) (*http.Response, error)
}

const (
	tries        = 3                // of one address
	maxRedirects = 5                // from one address
	longestWait  = 10 * time.Minute // that a site may ask for
	firstBackoff = 10 * time.Second // where it does not say
)

// answer is what a site says of an address.
type answer struct {
	status int
	from   *url.URL // the address that answered in the end
	header http.Header
	body   []byte
}

// partial is the beginning of an answer that broke off, by which a next one
// can go on.
type partial struct {
	from, tag string
	header    http.Header
	body      []byte
}

// again says that the same request may do better later.
type again struct {
	fault error
	after time.Duration // that the site asks for; 0 where it does not
}

func (e *again) Error() string { return e.fault.Error() }
func (e *again) Unwrap() error { return e.fault }

// get asks for an address and follows where it leads. What breaks off or is
// busy is asked again, after a while.
func (v *visit) get(ctx context.Context, to *url.URL, known *Entry) (*answer, error) {
	var begun partial
	backoff := firstBackoff
	for try := 1; ; try++ {
		a, err := v.follow(ctx, to, known, &begun)
		var later *again
		if !errors.As(err, &later) {
			return a, err
		}
		wait := later.after
		if wait == 0 {
			wait, backoff = backoff, 2*backoff
		}
		if wait > longestWait {
			return nil, fault(nil, to, fmt.Sprintf("the site asks to wait %s", wait.Round(time.Second)), "run the same command again then")
		}
		if try == tries {
			return nil, later.fault
		}
		if v.Waits != nil {
			v.Waits(later.fault, wait)
		}
		if err := v.Sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
}

// follow asks for an address and, where it leads elsewhere, for that.
func (v *visit) follow(ctx context.Context, to *url.URL, known *Entry, begun *partial) (*answer, error) {
	met := map[string]bool{}
	at := to
	for range maxRedirects + 1 {
		if err := v.allowed(ctx, to, at); err != nil {
			return nil, err
		}
		met[at.String()] = true
		a, err := v.send(ctx, at, known, begun)
		if err != nil {
			return nil, err
		}
		if a.status < 300 || a.status == http.StatusNotModified {
			return a, nil
		}
		if a.status >= 400 {
			return nil, v.refused(to, a)
		}
		next := resolve(at, a.header.Get("Location"))
		if next == nil || a.status == http.StatusMultipleChoices {
			return nil, fault(plumbline.ErrInvalid, to, fmt.Sprintf("a redirect (%d) that leads nowhere", a.status), "try again later")
		}
		if met[next.String()] {
			return nil, fault(plumbline.ErrInvalid, to, "it redirects in a circle", "try again later")
		}
		at = next
	}
	return nil, fault(plumbline.ErrInvalid, to, fmt.Sprintf("more than %d redirects", maxRedirects), "try again later")
}

// allowed reports whether an address may be asked for, on the way from another
// one.
func (v *visit) allowed(ctx context.Context, from, to *url.URL) error {
	switch {
	case !v.hosts[hostOf(to)]:
		return fault(plumbline.ErrForbidden, from, "it leads to another host, "+hostOf(to), "if that is right, name it in "+v.site.File+": also "+hostOf(to)+" unverified")
	case from.Scheme == "https" && to.Scheme == "http":
		return fault(plumbline.ErrForbidden, from, "it leads from https to http", "open it in a browser, save it and read it with: plumbline read FILE")
	}
	rules, err := v.robots(ctx, to)
	if err != nil {
		return err
	}
	path := to.EscapedPath()
	if path == "" {
		path = "/"
	}
	if to.RawQuery != "" {
		path += "?" + to.RawQuery
	}
	if !rules.allows(path) {
		return fault(plumbline.ErrForbidden, to, "the site's robots.txt keeps programs out", "open it in a browser, save it and read it with: plumbline read FILE")
	}
	return nil
}

// robots gives the rules of the host of an address.
func (v *visit) robots(ctx context.Context, of *url.URL) (*robots, error) {
	host := of.Scheme + "://" + hostOf(of)
	if r := v.rules[host]; r != nil {
		return r, nil
	}
	v.rules[host] = &robots{} // for its own request
	to := &url.URL{Scheme: of.Scheme, Host: of.Host, Path: "/robots.txt"}
	_, data, err := v.page(ctx, Link{Address: to.String(), Words: "robots.txt"}, asideFolder)
	var said *statusFault
	switch {
	case errors.As(err, &said) && said.status < 500 && said.status != http.StatusTooManyRequests: // there is none
	case errors.Is(err, errEmpty):
	case err != nil:
		delete(v.rules, host)
		return nil, err
	}
	v.rules[host] = parseRobots(data, v.name())
	return v.rules[host], nil
}

// send makes one request and reads its answer.
func (v *visit) send(ctx context.Context, to *url.URL, known *Entry, begun *partial) (*answer, error) {
	if err := v.pause(ctx, to); err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, v.Timeout)
	defer cancel()
	r, err := http.NewRequestWithContext(limited, http.MethodGet, to.String(), nil)
	if err != nil {
		return nil, fault(plumbline.ErrInvalid, to, "no address to ask for", "")
	}
	r.Header.Set("User-Agent", v.Agent)
	r.Header.Set("Accept", "text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.5")
	switch {
	case len(begun.body) > 0 && begun.from == to.String():
		r.Header.Set("Range", fmt.Sprintf("bytes=%d-", len(begun.body)))
		r.Header.Set("If-Range", begun.tag)
	case known != nil:
		set(r.Header, "If-None-Match", known.ETag)
		set(r.Header, "If-Modified-Since", known.Modified)
	}
	v.requests++
	defer func() { v.last = v.Now() }()
	res, err := v.Client.Do(r)
	if err != nil {
		return nil, v.unreached(ctx, limited, to, err)
	}
	defer res.Body.Close()
	a := &answer{status: res.StatusCode, from: to, header: res.Header}
	if a.status >= 300 { // nobody reads what else it says
		return a, nil
	}
	if err := v.body(a, res, begun); err != nil {
		var f *plumbline.Fault
		if errors.As(err, &f) {
			return nil, err
		}
		return nil, v.unreached(ctx, limited, to, err)
	}
	return a, nil
}

// body reads the answer's body, or the rest of one that broke off before.
func (v *visit) body(a *answer, res *http.Response, begun *partial) error {
	var head []byte
	if res.StatusCode == http.StatusPartialContent {
		want := fmt.Sprintf("bytes %d-", len(begun.body))
		if !strings.HasPrefix(res.Header.Get("Content-Range"), want) || len(begun.body) == 0 {
			*begun = partial{}
			return io.ErrUnexpectedEOF
		}
		head, a.header, a.status = begun.body, begun.header, http.StatusOK
	}
	tooLarge := fault(plumbline.ErrInvalid, a.from, fmt.Sprintf("more than the %d MB that a page may have", v.MaxBytes>>20), "raise it with --max-size, in MB")
	if res.ContentLength > v.MaxBytes-int64(len(head)) {
		return tooLarge
	}
	rest, err := io.ReadAll(io.LimitReader(res.Body, v.MaxBytes-int64(len(head))+1))
	a.body = append(bytes.Clone(head), rest...)
	if int64(len(a.body)) > v.MaxBytes {
		return tooLarge
	}
	if err == nil {
		return nil
	}
	*begun = partial{}
	if tag := strongTag(a.header); tag != "" && !res.Uncompressed && a.header.Get("Accept-Ranges") == "bytes" {
		*begun = partial{from: a.from.String(), tag: tag, header: a.header, body: a.body}
	}
	return err
}

// strongTag is by what a site knows the very bytes of an answer again.
func strongTag(h http.Header) string {
	if tag := h.Get("ETag"); !strings.HasPrefix(tag, "W/") {
		return tag
	}
	return ""
}

// pause waits until the host of an address may be asked again.
func (v *visit) pause(ctx context.Context, to *url.URL) error {
	if err := ctx.Err(); err != nil || v.last.IsZero() {
		return err
	}
	delay := v.Delay
	if r := v.rules[to.Scheme+"://"+hostOf(to)]; r != nil {
		delay = max(delay, r.delay)
	}
	if left := delay - v.Now().Sub(v.last); left > 0 {
		return v.Sleep(ctx, left)
	}
	return nil
}

func set(h http.Header, key, value string) {
	if value != "" {
		h.Set(key, value)
	}
}

// retryAfter is how long an answer asks to wait, in seconds or until a time.
func retryAfter(h http.Header, now time.Time) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.Atoi(value); err == nil && seconds >= 0 {
		return max(time.Duration(min(seconds, 1<<30))*time.Second, time.Millisecond)
	}
	if t, err := http.ParseTime(value); err == nil {
		return max(t.Sub(now), time.Millisecond)
	}
	return 0
}
