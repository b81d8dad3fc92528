package standard

import (
	"fmt"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"

	"plumbline/internal/text"
)

// compiler turns the formulas of the data files into what can be evaluated.
// Formulas that are written alike are compiled once.
type compiler struct {
	criteria *cel.Env
	claims   *cel.Env
	parsed   map[string]*cel.Ast
	programs map[string]cel.Program
}

func newCompiler() *compiler {
	criteria, err := cel.NewCustomEnv(cel.ClearMacros())
	if err != nil {
		panic("BUG: " + err.Error())
	}
	return &compiler{criteria: criteria, claims: claimEnv(), parsed: map[string]*cel.Ast{}, programs: map[string]cel.Program{}}
}

// gateParser makes a gate of the formula of a criterion.
type gateParser struct {
	*parser
	value *value
	ast   *ast.AST
	names []string // that the formula may use
	use   map[string]bool
	ok    bool
}

const formulaHint = "a formula is names joined by && and ||, in brackets, or atLeast(2, [a, b, c])"

// gate compiles the formula of a criterion and marks in use the names that
// stand in it. It returns false when the formula has faults.
func (c *compiler) gate(p *parser, v *value, names []string, use map[string]bool) (gate, bool) {
	parsed := c.parsed[v.text]
	if parsed == nil {
		a, issues := c.criteria.Parse(v.text)
		if issues.Err() != nil {
			p.issues(v, issues)
			return gate{}, false
		}
		parsed, c.parsed[v.text] = a, a
	}
	g := gateParser{parser: p, value: v, ast: parsed.NativeRep(), names: names, use: use, ok: true}
	out := g.gate(g.ast.Expr())
	return out, g.ok
}

func (p *gateParser) gate(e ast.Expr) gate {
	switch e.Kind() {
	case ast.IdentKind:
		name := e.AsIdent()
		if !slices.Contains(p.names, name) {
			p.refuse(e, fmt.Sprintf("unknown name %q in the formula", name), hint(name, p.names))
		}
		p.use[name] = true
		return gate{name: name}
	case ast.CallKind:
		return p.call(e)
	}
	p.refuse(e, "not a yes or no", formulaHint)
	return gate{}
}

func (p *gateParser) call(e ast.Expr) gate {
	call := e.AsCall()
	switch name := call.FunctionName(); {
	case name == operators.LogicalAnd || name == operators.LogicalOr:
		return p.join(name, call.Args())
	case name == "atLeast" && !call.IsMemberFunction():
		return p.atLeast(e, call)
	case name == operators.LogicalNot:
		p.refuse(e, "negation in the formula", "good evidence could then make the answer worse; word the element the other way round")
	default:
		p.refuse(e, "not a yes or no", formulaHint)
	}
	return gate{}
}

// join makes one gate of a chain of && or ||, which CEL parses as a tree.
func (p *gateParser) join(name string, args []ast.Expr) gate {
	g := gate{need: 1}
	for _, arg := range args {
		if arg.Kind() == ast.CallKind && arg.AsCall().FunctionName() == name {
			g.args = append(g.args, p.join(name, arg.AsCall().Args()).args...)
			continue
		}
		g.args = append(g.args, p.gate(arg))
	}
	if name == operators.LogicalAnd {
		g.need = len(g.args)
	}
	return g
}

func (p *gateParser) atLeast(e ast.Expr, call ast.CallExpr) gate {
	args := call.Args()
	if len(args) != 2 || args[0].Kind() != ast.LiteralKind || args[1].Kind() != ast.ListKind {
		p.refuse(e, "atLeast takes a number and a list", "write atLeast(2, [a, b, c])")
		return gate{}
	}
	var g gate
	for _, arg := range args[1].AsList().Elements() {
		g.args = append(g.args, p.gate(arg))
	}
	n, ok := args[0].AsLiteral().(types.Int)
	if !ok || n < 1 || int(n) > len(g.args) {
		p.refuse(args[0], fmt.Sprintf("atLeast of %d names", len(g.args)), fmt.Sprintf("write a number from 1 to %d", max(1, len(g.args))))
	}
	g.need = int(n)
	return g
}

func (p *gateParser) refuse(e ast.Expr, message, hint string) {
	p.ok = false
	at := 0
	if r, ok := p.ast.SourceInfo().GetOffsetRange(e.ID()); ok {
		at = byteAt(p.value.text, int(r.Start))
	}
	p.fault(p.value.word(at), message, hint)
}

// issues reports what CEL finds wrong with a formula.
func (p *parser) issues(v *value, issues *cel.Issues) {
	for _, e := range issues.Errors() {
		message, _, _ := strings.Cut(e.Message, " (in container '')")
		message, _, _ = strings.Cut(message, " expecting ")
		message, near, _ := strings.Cut(message, " (did you mean '")
		hint := ""
		if near, ok := strings.CutSuffix(near, "'?)"); ok {
			hint = "did you mean " + near + "?"
		}
		message = strings.TrimPrefix(message, "Syntax error: ")
		p.fault(v.word(byteAt(v.text, e.Location.Column())), "formula: "+strings.ReplaceAll(message, "<EOF>", "its end"), hint)
	}
}

// byteAt turns an offset in characters into one in bytes.
func byteAt(s string, characters int) int {
	for i := range s {
		if characters == 0 {
			return i
		}
		characters--
	}
	return len(s)
}

// program compiles a formula over claims; nil when it has faults.
func (c *compiler) program(p *parser, v *value) cel.Program {
	if program := c.programs[v.text]; program != nil {
		return program
	}
	a, issues := c.claims.Compile(v.text)
	if issues.Err() != nil {
		p.issues(v, issues)
		return nil
	}
	if a.OutputType() != cel.BoolType {
		p.fault(v.span(), "not a yes or no: the formula is of type "+a.OutputType().String(), "compare it with something")
		return nil
	}
	if !p.known(v, a.NativeRep()) {
		return nil
	}
	program, err := c.claims.Program(a, cel.EvalOptions(cel.OptOptimize))
	if err != nil {
		p.fault(v.span(), "formula: "+err.Error(), "")
		return nil
	}
	c.programs[v.text] = program
	return program
}

// known reports each word that a formula compares a variable with and that the
// variable can never be.
func (p *parser) known(v *value, a *ast.AST) bool {
	faults := len(p.faults)
	ast.PreOrderVisit(a.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		if e.Kind() != ast.CallKind {
			return
		}
		args := e.AsCall().Args()
		switch e.AsCall().FunctionName() {
		case operators.Equals, operators.NotEquals:
			p.compared(v, a, args[0], args[1])
			p.compared(v, a, args[1], args[0])
		case operators.In:
			if args[1].Kind() == ast.ListKind {
				for _, word := range args[1].AsList().Elements() {
					p.compared(v, a, args[0], word)
				}
			} else {
				p.compared(v, a, args[1], args[0])
			}
		}
	}))
	return len(p.faults) == faults
}

func (p *parser) compared(v *value, a *ast.AST, variable, word ast.Expr) {
	if variable.Kind() != ast.IdentKind || word.Kind() != ast.LiteralKind {
		return
	}
	list := vocabulary[variable.AsIdent()]
	s, ok := word.AsLiteral().(types.String)
	if list == nil || !ok || slices.Contains(list, string(s)) {
		return
	}
	r, _ := a.SourceInfo().GetOffsetRange(word.ID())
	start, stop := byteAt(v.text, int(r.Start)), byteAt(v.text, int(r.Stop))
	p.faults = append(p.faults, text.Diagnostic{Source: p.src, Span: v.part(start, stop),
		Message: fmt.Sprintf("no %s is %q", variable.AsIdent(), string(s)), Hint: hint(string(s), list)})
}
