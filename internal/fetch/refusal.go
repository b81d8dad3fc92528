package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"

	"plumbline"
)

// ErrOffline is the kind of the fault of a site that cannot be reached at all.
var ErrOffline = errors.New("offline")

// errEmpty is the kind of the fault of an answer without a body.
var errEmpty = errors.New("empty")

// statusFault is the fault of an answer by its status.
type statusFault struct {
	plumbline.Fault
	status int
}

// fault says what is wrong with an address.
func fault(kind error, at *url.URL, fact, hint string) error {
	return &plumbline.Fault{Kind: kind, Fact: at.String() + ": " + fact, Hint: hint}
}

// refused says what a status means.
func (v *visit) refused(to *url.URL, a *answer) error {
	said := &statusFault{status: a.status}
	say := func(kind error, fact, hint string) {
		said.Fault = plumbline.Fault{Kind: kind, Fact: fmt.Sprintf("%s: %s (%d)", to, fact, a.status), Hint: hint}
	}
	switch {
	case a.status == http.StatusNotFound, a.status == http.StatusGone:
		say(plumbline.ErrNotFound, "there is no such page", "its address may have changed: see "+v.site.File)
	case a.status == http.StatusUnauthorized, a.status == http.StatusForbidden, a.status == http.StatusUnavailableForLegalReasons:
		say(plumbline.ErrForbidden, "the site refuses it", "open it in a browser, save it and read it with: plumbline read FILE")
	case a.status == http.StatusTooManyRequests:
		say(plumbline.ErrForbidden, "the site has had too many requests", "run the same command again later, or with a longer --delay")
		return &again{said, retryAfter(a.header, v.Now())}
	case a.status >= 500:
		say(nil, "the site is out of order", "run the same command again later")
		return &again{said, retryAfter(a.header, v.Now())}
	default:
		say(plumbline.ErrInvalid, "the site does not want the request: "+http.StatusText(a.status), "open it in a browser, save it and read it with: plumbline read FILE")
	}
	return said
}

// unreached says in our words why no whole answer came.
func (v *visit) unreached(ctx, limited context.Context, to *url.URL, err error) error {
	var name *net.DNSError
	var op *net.OpError
	var cert *tls.CertificateVerificationError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case limited.Err() != nil:
		return &again{fault: fault(nil, to, fmt.Sprintf("no whole answer within %s", v.Timeout), "run the same command again later, or with a longer --timeout")}
	case errors.Is(err, errPrivate):
		return fault(plumbline.ErrForbidden, to, "its host is not in the open network", "name a mirror of your own with --base-url")
	case errors.As(err, &cert):
		return fault(plumbline.ErrForbidden, to, "its certificate is not to be trusted: "+cert.Err.Error(), "check the clock and the proxy of this computer")
	case errors.As(err, &op) && op.Op == "proxyconnect":
		return v.offline(to, "the proxy does not answer", "check HTTPS_PROXY")
	case errors.As(err, &name):
		return v.offline(to, "no host of this name is found", "connect this computer to the network")
	case errors.As(err, &op) && op.Op == "dial":
		return v.offline(to, "no connection", "check the network of this computer")
	}
	return &again{fault: fault(nil, to, "the answer broke off", "run the same command again later")}
}

// offline is the fault of a site that cannot be reached.
func (v *visit) offline(to *url.URL, fact, hint string) error {
	if v.Base != nil {
		hint = "check --base-url"
	}
	return fault(ErrOffline, to, "it cannot be reached, "+fact, hint+" and run the same command again; what was got before is in "+v.Cache.Dir)
}
