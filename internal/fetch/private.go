package fetch

import (
	"errors"
	"fmt"
	"net/netip"
	"syscall"
)

// errPrivate is what a connection to an address that is not public gives.
var errPrivate = errors.New("not a public address")

// closed are the networks that are not public beside those that netip knows.
var closed = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // behind a carrier's translation
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), // for documents, as the next ones
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), // for measurements
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), // may lead to any of the above
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("2002::/16"),
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("fec0::/10"),
}

// public reports whether an address is one of the open network.
func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, n := range closed {
		if n.Contains(a) {
			return false
		}
	}
	return true
}

// RefusePrivate is the Control of a net.Dialer: it refuses to connect to what
// is not an address of the open network, so that no name can lead to the
// user's own machines.
func RefusePrivate(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !public(to.Addr()) {
		return fmt.Errorf("%s: %w", address, errPrivate)
	}
	return nil
}
