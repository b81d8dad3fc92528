package fetch

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"plumbline"
)

const report = "/reports/2024-trafficking-in-persons-report/"

func TestWhatSitesRefuse(t *testing.T) {
	const at = "HOST" + report
	cases := []struct {
		name string
		site func(w *world)
		want string // the error of the run
		slept,
		requests int
	}{
		{"403 for the index", func(w *world) { w.status(report, "", 403) },
			at + ": the site refuses it (403); open it in a browser, save it and read it with: plumbline read FILE", 1, 2},
		{"404 for the index", func(w *world) { w.pages[report] = nil },
			at + ": there is no such page (404); its address may have changed: see data/sites/2019.site", 1, 2},
		{"418 for the index", func(w *world) { w.status(report, "", 418) },
			at + ": the site does not want the request: I'm a teapot (418); open it in a browser, save it and read it with: plumbline read FILE", 1, 2},
		{"429 that asks for hours", func(w *world) { w.status(report, "7200", 429) },
			at + ": the site asks to wait 2h0m0s; run the same command again then", 1, 2},
		{"429 until a date that is far", func(w *world) { w.status(report, "Wed, 04 Mar 2026 07:06:09 GMT", 429) },
			at + ": the site asks to wait 2h0m0s; run the same command again then", 1, 2},
		{"503 each time", func(w *world) { w.status(report, "", 503, 503, 503, 503) },
			at + ": the site is out of order (503); run the same command again later", 3, 4},
		{"429 each time", func(w *world) { w.status(report, "5", 429, 429, 429) },
			at + ": the site has had too many requests (429); run the same command again later, or with a longer --delay", 3, 4},
		{"robots.txt that forbids", func(w *world) { w.page("/robots.txt", "User-agent: *\nDisallow: /reports/\n") },
			at + ": the site's robots.txt keeps programs out; open it in a browser, save it and read it with: plumbline read FILE", 0, 1},
		{"robots.txt that forbids this program", func(w *world) { w.page("/robots.txt", "User-agent: Plumbline\nDisallow: /\n") },
			at + ": the site's robots.txt keeps programs out; open it in a browser, save it and read it with: plumbline read FILE", 0, 1},
		{"robots.txt that cannot be had", func(w *world) { w.status("/robots.txt", "", 500, 500, 500) },
			"HOST/robots.txt: the site is out of order (500); run the same command again later", 2, 3},
		{"an empty index", func(w *world) { w.pages[report] = func(http.ResponseWriter, *http.Request) {} },
			at + ": an empty answer; run the same command again later", 1, 2},
		{"an index without links", func(w *world) { w.page(report, "<p>Moved") },
			at + ": no link on it looks like a narrative of 2024; the site may have changed: see data/sites/2019.site; or save the pages in a browser and read them with: plumbline read FILE", 1, 2},
		{"304 out of the blue", func(w *world) { w.status(report, "", 304) },
			at + ": the site says that it is the same as before, and there is nothing before; run the same command again later", 1, 2},
		{"a page without end", func(w *world) {
			w.pages[report] = func(rw http.ResponseWriter, _ *http.Request) {
				for range 40 {
					_, _ = rw.Write(make([]byte, 64<<10))
				}
			}
		}, at + ": more than the 1 MB that a page may have; raise it with --max-size, in MB", 1, 2},
		{"a page that says it is too large", func(w *world) {
			w.pages[report] = func(rw http.ResponseWriter, _ *http.Request) {
				rw.Header().Set("Content-Length", "99999999")
				rw.WriteHeader(200)
			}
		}, at + ": more than the 1 MB that a page may have; raise it with --max-size, in MB", 1, 2},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			w.report()
			c.site(w)
			equal(t, "error", w.fails(w.order(2024)), c.want)
			if len(w.slept) != c.slept || len(w.asked) != c.requests {
				t.Errorf("%d waits %v, %d requests:\n%s", len(w.slept), w.slept, len(w.asked), w.took())
			}
		})
	}
}

func TestAWaitThatASiteAsksForIsKept(t *testing.T) {
	for value, want := range map[string]time.Duration{
		"7": 7 * time.Second, "Wed, 04 Mar 2026 05:07:09 GMT": time.Minute, "": firstBackoff, "soon": firstBackoff,
	} {
		w := newWorld(t)
		w.report()
		w.status(report, value, 429)
		w.run(w.order(2024))
		equal(t, "asked", w.took(), lines("/robots.txt", "…/", "…/", "…/alpha/", "…/north-beta/", "…/gamma"))
		if w.slept[1] != want {
			t.Errorf("Retry-After %q: waited %v", value, w.slept)
		}
	}
}

func TestTheDelayOfRobotsIsKept(t *testing.T) {
	w := newWorld(t)
	w.report()
	w.page("/robots.txt", "User-agent: *\nCrawl-delay: 11\n")
	w.run(w.order(2024))
	for _, d := range w.slept {
		if d != 11*time.Second {
			t.Fatalf("slept %v", w.slept)
		}
	}
}

func TestOneBadPageDoesNotEndTheRun(t *testing.T) {
	w := newWorld(t)
	w.report()
	w.status(report+"alpha/", "", 403)
	r := w.run(w.order(2024))
	if len(r.Pages) != 2 || r.Failed != 1 {
		t.Errorf("got %+v", r)
	}
	equal(t, "refused", strings.Join(w.refused, "\n"), "HOST"+report+"alpha/: the site refuses it (403); open it in a browser, save it and read it with: plumbline read FILE")
	w.took()
	w.run(w.order(2024))
	equal(t, "asked for the rest", w.took(), lines("/robots.txt", "…/alpha/"))
}

func TestThreeBadPagesInARowEndTheRun(t *testing.T) {
	w := newWorld(t)
	w.report()
	for _, name := range []string{"alpha/", "north-beta/", "gamma"} {
		w.pages[report+name] = nil
	}
	equal(t, "error", w.fails(w.order(2024)), "stopped: 3 pages in a row could not be had; run the same command again later; what was got is kept in CACHE")
}

func TestRedirects(t *testing.T) {
	to := func(place string) http.HandlerFunc {
		return func(rw http.ResponseWriter, _ *http.Request) {
			rw.Header().Set("Location", place)
			rw.WriteHeader(http.StatusMovedPermanently)
		}
	}
	cases := []struct{ name, from, to, want string }{
		{"to a page beside it", "alpha/", "../elsewhere/alpha.html", ""},
		{"to another host", "alpha/", "http://example.org/alpha", "it leads to another host, example.org; if that is right, name it in data/sites/2019.site: also example.org unverified"},
		{"to this machine by another port", "alpha/", "http://127.0.0.1:1/", "it leads to another host, 127.0.0.1:1; if that is right, name it in data/sites/2019.site: also 127.0.0.1:1 unverified"},
		{"to itself", "alpha/", report + "alpha/", "it redirects in a circle; try again later"},
		{"to a file", "alpha/", "file:///etc/passwd", "a redirect (301) that leads nowhere; try again later"},
		{"to nothing", "alpha/", "", "a redirect (301) that leads nowhere; try again later"},
		{"to the front page", "alpha/", "/", "it leads to the front page of the site; its address may have changed: see data/sites/2019.site"},
		{"on and on", "alpha/", "/on/1", "more than 5 redirects; try again later"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			w.report()
			w.page("/", "front")
			w.page("/reports/2024-trafficking-in-persons-report/elsewhere/alpha.html", "<p>Alpha")
			w.pages[report+c.from] = to(c.to)
			for i := range 9 {
				w.pages[fmt.Sprintf("/on/%d", i)] = to(fmt.Sprintf("/on/%d", i+1))
			}
			r := w.run(w.order(2024))
			want := ""
			if c.want != "" {
				want = "HOST" + report + "alpha/: " + c.want
			} else if from := w.plain(r.Pages[0].Entry.From); from != "HOST"+report+"elsewhere/alpha.html" && from != "HOST/elsewhere/alpha.html" {
				t.Errorf("from %s", from)
			}
			equal(t, "refused", strings.Join(w.refused, "\n"), want)
		})
	}
}

func TestAnotherHostThatTheSiteNames(t *testing.T) {
	w := newWorld(t)
	archive := newWorld(t)
	archive.page("/old/alpha", "<p>Alpha")
	archive.page("/robots.txt", "User-agent: *\nDisallow: /closed/\n")
	archive.page("/closed/gamma", "<p>Gamma")
	w.page("/2024/", `<a href="alpha">Alpha</a> <a href="gamma">Gamma</a>`)
	for name, place := range map[string]string{"alpha": "/old/alpha", "gamma": "/closed/gamma"} {
		w.pages["/2024/"+name] = http.RedirectHandler(archive.server.URL+place, http.StatusFound).ServeHTTP
	}
	o := w.site("years 2024\nindex HOST/{year}/ unverified\npage HOST/{year}/{country} unverified\nalso " + strings.TrimPrefix(archive.server.URL, "http://") + " unverified\n")
	r := w.run(o)
	equal(t, "asked there", archive.took(), lines("/robots.txt", "/old/alpha"))
	if len(r.Pages) != 1 || len(w.refused) != 1 || !strings.Contains(w.refused[0], "robots.txt keeps programs out") {
		t.Errorf("got %+v, refused %q", r.Pages, w.refused)
	}
}

// cut writes the beginning of what it promises.
func cut(words string, at int, header ...string) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		for i := 0; i < len(header); i += 2 {
			rw.Header().Set(header[i], header[i+1])
		}
		rw.Header().Set("Content-Type", "text/html")
		rw.Header().Set("Content-Length", fmt.Sprint(len(words)))
		_, _ = rw.Write([]byte(words[:at]))
	}
}

func TestAnAnswerThatBreaksOffIsAskedAgain(t *testing.T) {
	w := newWorld(t)
	w.report()
	whole := w.pages[report+"alpha/"]
	times := 0
	w.pages[report+"alpha/"] = func(rw http.ResponseWriter, r *http.Request) {
		if times++; times == 1 {
			cut("<h1>Alpha (Tier 2)</h1>", 9)(rw, r)
			return
		}
		whole(rw, r)
	}
	w.run(w.order(2024))
	equal(t, "asked", w.took(), lines("/robots.txt", "…/", "…/alpha/", "…/alpha/", "…/north-beta/", "…/gamma"))

	w = newWorld(t)
	w.report()
	w.pages[report+"alpha/"] = cut("<h1>Alpha (Tier 2)</h1>", 9)
	r := w.run(w.order(2024))
	equal(t, "refused", strings.Join(w.refused, "\n"), "HOST"+report+"alpha/: the answer broke off; run the same command again later")
	if len(r.Pages) != 2 {
		t.Errorf("a page that broke off was kept: %+v", r.Pages)
	}
}

func TestTheRestOfAnAnswerIsAskedFor(t *testing.T) {
	const words = "<h1>Alpha (Tier 2)</h1><p>Words of our own."
	for _, c := range []struct {
		name, rest, want string
		status           int
	}{
		{"the rest", words[20:], words, http.StatusPartialContent},
		{"the whole after all", words, words, http.StatusOK},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			w.report()
			w.pages[report+"alpha/"] = func(rw http.ResponseWriter, r *http.Request) {
				if r.Header.Get("Range") == "" {
					cut(words, 20, "ETag", `"v1"`, "Accept-Ranges", "bytes")(rw, r)
					return
				}
				if r.Header.Get("If-Range") != `"v1"` {
					t.Errorf("If-Range %q", r.Header.Get("If-Range"))
				}
				rw.Header().Set("Content-Range", fmt.Sprintf("bytes 20-%d/%d", len(words)-1, len(words)))
				rw.WriteHeader(c.status)
				_, _ = rw.Write([]byte(c.rest))
			}
			r := w.run(w.order(2024))
			if !strings.Contains(w.took(), "…/alpha/\n…/alpha/ bytes=20-") {
				t.Error("the rest was not asked for")
			}
			_, data := w.Cache.Entry(r.Pages[0].Address)
			equal(t, "page", string(data), c.want)
		})
	}
}

func TestAHungConnectionIsGivenUp(t *testing.T) {
	w := newWorld(t)
	w.report()
	w.Timeout = 20 * time.Millisecond
	w.pages[report] = func(rw http.ResponseWriter, r *http.Request) {
		rw.WriteHeader(200)
		_, _ = rw.Write([]byte("<html>"))
		_ = http.NewResponseController(rw).Flush()
		<-r.Context().Done() // until the asker hangs up
	}
	equal(t, "error", w.fails(w.order(2024)), "HOST"+report+": no whole answer within 20ms; run the same command again later, or with a longer --timeout")
}

func TestOffline(t *testing.T) {
	w := newWorld(t)
	w.server.Close()
	_, err := w.Run(t.Context(), w.order(2024))
	if !errors.Is(err, ErrOffline) {
		t.Fatalf("got %v", err)
	}
	equal(t, "a mirror that is down", w.plain(err.Error()), "HOST/robots.txt: it cannot be reached, no connection; check --base-url and run the same command again; what was got before is in CACHE")

	w.Base = nil
	w.Client = failing{&net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "www.state.gov", IsNotFound: true}}}
	equal(t, "no network", w.fails(w.order(2024)), "https://www.state.gov/robots.txt: it cannot be reached, no host of this name is found; connect this computer to the network and run the same command again; what was got before is in CACHE")
	w.Client = failing{&net.OpError{Op: "proxyconnect", Err: errors.New("refused")}}
	equal(t, "no proxy", w.fails(w.order(2024)), "https://www.state.gov/robots.txt: it cannot be reached, the proxy does not answer; check HTTPS_PROXY and run the same command again; what was got before is in CACHE")
	if len(w.slept) != 0 {
		t.Errorf("waited %v", w.slept)
	}
}

type failing struct{ err error }

func (f failing) Do(*http.Request) (*http.Response, error) { return nil, f.err }

func TestNoNameLeadsToOnesOwnMachines(t *testing.T) {
	w := newWorld(t)
	w.report()
	w.Client = &http.Client{Transport: &http.Transport{DialContext: (&net.Dialer{Control: RefusePrivate}).DialContext}}
	_, err := w.Run(t.Context(), w.order(2024))
	if !errors.Is(err, plumbline.ErrForbidden) {
		t.Fatalf("got %v", err)
	}
	equal(t, "error", w.plain(err.Error()), "HOST/robots.txt: its host is not in the open network; name a mirror of your own with --base-url")
	for address, want := range map[string]bool{
		"8.8.8.8:443": true, "[2606:4700::1111]:443": true,
		"127.0.0.1:80": false, "10.1.2.3:80": false, "192.168.0.1:80": false, "172.16.5.5:80": false, "169.254.169.254:80": false,
		"100.64.0.1:80": false, "0.0.0.0:80": false, "[::1]:80": false, "[fe80::1%eth0]:80": false, "[fd00::1]:80": false,
		"[::ffff:127.0.0.1]:80": false, "[64:ff9b::7f00:1]:80": false, "224.0.0.1:80": false, "255.255.255.255:80": false, "x": false,
	} {
		if got := RefusePrivate("tcp", address, nil) == nil; got != want {
			t.Errorf("RefusePrivate(%s) lets it through: %t", address, got)
		}
	}
}

func TestFromHTTPSToHTTP(t *testing.T) {
	w := newWorld(t)
	secure := httptest.NewUnstartedServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(rw, r)
			return
		}
		http.Redirect(rw, r, w.server.URL+"/2024/", http.StatusFound)
	}))
	secure.Config.ErrorLog = log.New(io.Discard, "", 0) // of the hand that is not shaken
	secure.StartTLS()
	defer secure.Close()
	o := w.site("years 2024\nindex " + secure.URL + "/{year}/ unverified\npage HOST/{year}/{country} unverified\n")
	equal(t, "unknown signer", strings.ReplaceAll(w.fails(o), secure.URL, "SECURE"), "SECURE/robots.txt: its certificate is not to be trusted: x509: certificate signed by unknown authority; check the clock and the proxy of this computer")
	client := secure.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	w.Client = client
	equal(t, "error", strings.ReplaceAll(w.fails(o), secure.URL, "SECURE"), "SECURE/2024/: it leads from https to http; open it in a browser, save it and read it with: plumbline read FILE")
}
