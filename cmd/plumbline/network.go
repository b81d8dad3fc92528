package main

import (
	"cmp"
	"context"
	"net"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/net/http/httpproxy"

	"plumbline/internal/fetch"
)

// network is a client of the open network. Only the mirror and the proxy,
// which the user named, may have addresses of his own machines.
func network(env func(string) (string, bool), mirror *url.URL) fetch.Client {
	get := func(name, small string) string {
		v, _ := env(name)
		w, _ := env(small)
		return cmp.Or(v, w)
	}
	proxies := httpproxy.Config{
		HTTPProxy: get("HTTP_PROXY", "http_proxy"), HTTPSProxy: get("HTTPS_PROXY", "https_proxy"), NoProxy: get("NO_PROXY", "no_proxy"),
	}
	named := map[string]bool{}
	for _, s := range []string{proxies.HTTPProxy, proxies.HTTPSProxy} {
		u, err := url.Parse(s)
		if err != nil || u.Host == "" {
			u, err = url.Parse("http://" + s)
		}
		if err == nil && s != "" {
			named[withPort(u)] = true
		}
	}
	if mirror != nil {
		named[withPort(mirror)] = true
	}
	any, open := &net.Dialer{Timeout: 30 * time.Second}, &net.Dialer{Timeout: 30 * time.Second, Control: fetch.RefusePrivate}
	proxy := proxies.ProxyFunc()
	return &http.Client{
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			Proxy: func(r *http.Request) (*url.URL, error) { return proxy(r.URL) },
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				if named[address] {
					return any.DialContext(ctx, network, address)
				}
				return open.DialContext(ctx, network, address)
			},
			ForceAttemptHTTP2: true, MaxIdleConns: 2, IdleConnTimeout: 90 * time.Second, TLSHandshakeTimeout: 15 * time.Second,
			MaxResponseHeaderBytes: 1 << 20,
		},
	}
}

// withPort is the address that a connection to a place is made to.
func withPort(u *url.URL) string {
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == "https":
		port = "443"
	case u.Scheme == "socks5", u.Scheme == "socks5h":
		port = "1080"
	default:
		port = "80"
	}
	return net.JoinHostPort(u.Hostname(), port)
}

// sleep waits, or ends early with ctx's error.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
