package mention

import (
	"cmp"
	"slices"
	"sort"

	"plumbline/internal/token"
)

// maxTokens is the most tokens that a name may have: the bits of a leaf's masks.
const maxTokens = 16

// markKey sets the keys of marks apart from the numbers of words.
const markKey = 1 << 31

// keyOf returns the key of a token in the trie; 0 is in no trie.
func keyOf(k token.Token) uint32 {
	switch k.Kind {
	case token.Possessive:
		return markKey | 0x100
	case token.Dash, token.Punct:
		return markKey | uint32(k.Mark)
	}
	return uint32(k.ID)
}

// leaf is a name that ends at a node.
type leaf struct {
	entry  int32
	caps   uint16 // by token: must be capitalised
	all    uint16 // by token: must be all capitals
	person bool   // also a given name or surname
}

type edge struct {
	key  uint32
	node int32
}

// node is a point in the trie: its edges and leaves are ranges of the trie's.
type node struct {
	edges, edgesEnd   int32
	leaves, leavesEnd int32
}

// trie holds all names token by token. It is not changed once built.
type trie struct {
	first  []int32 // by WordID, the node behind a first word; 0 is none
	nodes  []node
	edges  []edge
	leaves []leaf
}

// begin returns the node behind a first token with the given id, or 0.
func (t *trie) begin(id token.WordID) int32 {
	if int(id) < len(t.first) {
		return t.first[id]
	}
	return 0
}

// next returns the node behind n that key leads to, or 0.
func (t *trie) next(n int32, key uint32) int32 {
	edges := t.edges[t.nodes[n].edges:t.nodes[n].edgesEnd]
	for len(edges) > 8 {
		mid := len(edges) / 2
		if edges[mid].key > key {
			edges = edges[:mid]
		} else {
			edges = edges[mid:]
		}
	}
	for _, e := range edges {
		if e.key == key {
			return e.node
		}
	}
	return 0
}

// at returns the names that end at n.
func (t *trie) at(n int32) []leaf {
	return t.leaves[t.nodes[n].leaves:t.nodes[n].leavesEnd]
}

// branch is a node while the trie is built.
type branch struct {
	children map[uint32]*branch
	leaves   []builtLeaf
}

func (b *branch) child(key uint32) *branch {
	if b.children == nil {
		b.children = map[uint32]*branch{}
	}
	c := b.children[key]
	if c == nil {
		c = &branch{}
		b.children[key] = c
	}
	return c
}

// freeze lays the branches out as a trie. The entries tell which leaves come
// first where several end at one node.
func freeze(root *branch, entries []entry, words int) *trie {
	t := &trie{first: make([]int32, words), nodes: make([]node, 1)}
	for key, n := range t.lay(root, entries) {
		if key < uint32(words) {
			t.first[key] = n
		}
	}
	return t
}

// lay appends b's children to the trie, children first, and returns them.
func (t *trie) lay(b *branch, entries []entry) map[uint32]int32 {
	keys := make([]uint32, 0, len(b.children))
	for key := range b.children {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	placed := make(map[uint32]int32, len(keys))
	for _, key := range keys {
		c := b.children[key]
		below := t.lay(c, entries)
		n := node{edges: int32(len(t.edges)), leaves: int32(len(t.leaves))}
		for k, at := range below {
			t.edges = append(t.edges, edge{k, at})
		}
		n.edgesEnd = int32(len(t.edges))
		slices.SortFunc(t.edges[n.edges:], func(a, b edge) int { return cmp.Compare(a.key, b.key) })
		for _, l := range orderLeaves(c.leaves, entries) {
			t.leaves = append(t.leaves, l.leaf)
		}
		n.leavesEnd = int32(len(t.leaves))
		placed[key] = int32(len(t.nodes))
		t.nodes = append(t.nodes, n)
	}
	return placed
}

// orderLeaves puts names that count in some narratives only before those that
// count in all, and stricter spellings before looser ones.
func orderLeaves(ls []builtLeaf, entries []entry) []builtLeaf {
	sort.SliceStable(ls, func(i, j int) bool {
		a, b := entries[ls[i].entry].conditional(), entries[ls[j].entry].conditional()
		if a != b {
			return a
		}
		return ls[i].caps|ls[i].all > ls[j].caps|ls[j].all
	})
	return ls
}
