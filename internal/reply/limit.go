package reply

import (
	"errors"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// ErrTooMany is what a client is told that asks too often.
var ErrTooMany = errors.New("too many requests; wait a moment, or take the data whole from /data")

// remembered is how many addresses a Limit knows at once, twice.
const remembered = 10_000

// Limit lets each client address ask so often and no more. An address of IPv6
// stands for its network of 64 bits, which one client can have whole. What a
// proxy says of whom it asks for is not believed.
type Limit struct {
	PerSecond float64
	Burst     int
	Loopback  bool // clients on this machine are held to it too
	Now       func() time.Time

	mu            sync.Mutex
	recent, older map[netip.Addr]*rate.Limiter
}

// Before puts the limit before what answers.
func (l *Limit) Before(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !l.allows(r.RemoteAddr) {
			p := Problem{Type: "about:blank", Title: http.StatusText(http.StatusTooManyRequests), Status: http.StatusTooManyRequests, Detail: ErrTooMany.Error()}
			p.Serve(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (l *Limit) allows(remote string) bool {
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return true // no address of a network: nothing to tell clients apart by
	}
	client := at.Addr().Unmap()
	if client.IsLoopback() && !l.Loopback {
		return true
	}
	if client.Is6() {
		if network, err := client.WithZone("").Prefix(64); err == nil {
			client = network.Addr()
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	known := l.recent[client]
	if known == nil {
		if known = l.older[client]; known == nil {
			known = rate.NewLimiter(rate.Limit(l.PerSecond), l.Burst)
		}
		if l.recent == nil || len(l.recent) >= remembered {
			l.recent, l.older = map[netip.Addr]*rate.Limiter{}, l.recent
		}
		l.recent[client] = known
	}
	return known.AllowN(l.Now(), 1)
}
