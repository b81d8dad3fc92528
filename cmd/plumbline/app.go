package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"plumbline/internal/pipeline"
	"plumbline/internal/store"
)

// app is one run of the program, as subcommands see it.
type app struct {
	Main
	ctx      context.Context
	commands commands
	kong     *kong.Kong
	parsed   *kong.Context
	reader   *pipeline.Reader
}

// commands is the table of subcommands, and what all of them take.
type commands struct {
	Help     helpFlag      `short:"h" group:"general" help:"Show help and examples."`
	DB       string        `name:"db" help:"The database, plumbline.db unless told otherwise. :memory: keeps nothing." placeholder:"FILE" default:"plumbline.db" group:"general" setting:"PLUMBLINE_DB"`
	Color    string        `help:"When to use color: auto, always or never." placeholder:"WHEN" enum:"auto,always,never" default:"auto" group:"general" setting:"PLUMBLINE_COLOR"`
	Progress string        `help:"When to show progress: auto, always or never. Auto means on a terminal." placeholder:"WHEN" enum:"auto,always,never" default:"auto" group:"general" setting:"PLUMBLINE_PROGRESS"`
	Workers  int           `help:"How many narratives to read at once; 0 means one for each processor. The result is the same." placeholder:"N" default:"0" group:"general" setting:"PLUMBLINE_WORKERS"`
	CacheDir string        `help:"The folder that keeps what can be made again: the engine that reads PDFs, compiled. Empty, or not to be written: each run compiles it anew, which takes seconds." placeholder:"DIR" default:"${cache}" group:"general" setting:"PLUMBLINE_CACHE_DIR" blank:"yes"`
	Wait     time.Duration `help:"How long to wait for a database that another program has locked." placeholder:"TIME" default:"10s" group:"general" setting:"PLUMBLINE_WAIT"`

	Read       readCommand       `cmd:"" help:"Read files into the database, or straight to JSON Lines or CSV."`
	Fetch      fetchCommand      `cmd:"" help:"Get the pages of a year's report from the web, politely, and read them."`
	Inspect    inspectCommand    `cmd:"" help:"Say what files are taken for, before anything is stored."`
	Serve      serveCommand      `cmd:"" help:"Serve the explorer: pages, JSON and CSV of everything in the database."`
	MCP        mcpCommand        `cmd:"" name:"mcp" help:"Give language models the record: tools of the Model Context Protocol, for reading."`
	Show       showCommand       `cmd:"" help:"Show a country and year as a page with citations, or what is known of a document."`
	Claims     claimsCommand     `cmd:"" help:"List claims."`
	Search     searchCommand     `cmd:"" help:"Search sentences and claims by words, and claims by their sides."`
	Check      checkCommand      `cmd:"" help:"Hold a narrative against itself: figures, sums, trends, dates, formulas."`
	History    historyCommand    `cmd:"" help:"Show past placements and the clock of the two-year rule, and check what narratives say of them."`
	Change     changeCommand     `cmd:"" help:"Write the tier-change memo of a country and year."`
	Explain    explainCommand    `cmd:"" help:"Say how a claim was found, word by word."`
	Trace      traceCommand      `cmd:"" help:"Run one rule on a text and see where it stops."`
	Rules      rulesCommand      `cmd:"" help:"List the rules that find claims."`
	Assess     assessCommand     `cmd:"" help:"Hold a country-year against the law: findings, indicated tier, what would change it."`
	Backtest   backtestCommand   `cmd:"" help:"Hold indicated tiers against published ones."`
	Outliers   outliersCommand   `cmd:"" help:"Ask why a published tier lies far from what its narrative supports."`
	Calibrate  calibrateCommand  `cmd:"" help:"Fit the points of the fitted reading to published tiers."`
	Law        lawCommand        `cmd:"" help:"Show the law that reports are made under, and how it changed."`
	Eval       evalCommand       `cmd:"" help:"Hold what is read against annotations made by hand."`
	Database   databaseCommand   `cmd:"" name:"db" help:"Look after the database."`
	Config     configCommand     `cmd:"" help:"Print the settings and where each comes from."`
	Completion completionCommand `cmd:"" help:"Print shell completion for bash, zsh or fish."`
	Version    versionCommand    `cmd:"" help:"Print the version."`
}

const description = `Plumbline reads narratives of Trafficking in Persons reports into cited claims. ` +
	`Start with: plumbline read --sample`

// errDone ends the program early without fault.
var errDone = errors.New("done")

// errTold ends the program with code 1 when all has been said already.
var errTold = errors.New("told")

// errUsage marks what was asked for in the wrong way.
var errUsage = errors.New("usage")

func usagef(format string, args ...any) error {
	return fmt.Errorf("%w%w", fmt.Errorf(format, args...), quiet{errUsage})
}

// quiet marks an error with another one without adding to its words.
type quiet struct{ error }

func (quiet) Error() string   { return "" }
func (q quiet) Unwrap() error { return q.error }

// helpFlag prints help and ends the program.
type helpFlag bool

// BeforeReset is called by kong as soon as the flag is met.
func (helpFlag) BeforeReset(ctx *kong.Context) error {
	if err := ctx.PrintUsage(false); err != nil {
		return err
	}
	return errDone
}

func (a *app) dispatch() error {
	k, err := kong.New(&a.commands,
		kong.Name("plumbline"), kong.Description(description), kong.NoDefaultHelp(), kong.Vars{"cache": a.Cache},
		kong.ExplicitGroups([]kong.Group{{Key: "general", Title: "Flags of every subcommand:"}}),
		kong.Writers(a.Stdout, a.Stderr), kong.Resolvers(a.environment()),
		kong.ConfigureHelp(kong.HelpOptions{NoExpandSubcommands: true, WrapUpperBound: 100}))
	if err != nil {
		panic("BUG: " + err.Error())
	}
	a.kong = k
	args := a.Args
	if len(args) > 0 && args[0] == "help" {
		args = append(args[1:len(args):len(args)], "--help")
	}
	if len(args) == 0 {
		k.Stdout = a.Stderr
		args = []string{"--help"}
		defer func() { k.Stdout = a.Stdout }()
	}
	if a.parsed, err = k.Parse(args); err != nil {
		var parse *kong.ParseError
		if errors.As(err, &parse) && !errors.Is(err, errDone) {
			words := spoken.Replace(parse.Unwrap().Error())
			return usagef("%s; see: %s --help", words, a.path(parse.Context))
		}
		if len(a.Args) == 0 && errors.Is(err, errDone) {
			return quiet{errUsage}
		}
		return err
	}
	return a.parsed.Run(a)
}

// spoken puts some of what the parser says in plain words.
var spoken = strings.NewReplacer(`one of "",`, "one of ", "a valid 64 bit int", "a whole number",
	`expected string value but got "EOL" (<EOL>)`, "its value is missing", `expected int value but got "EOL" (<EOL>)`, "its value is missing")

// path names the subcommand that was reached: "plumbline db check".
func (a *app) path(c *kong.Context) string {
	if c == nil || c.Selected() == nil {
		return a.kong.Model.Name
	}
	return c.Selected().FullPath()
}

// exit says what went wrong and chooses the exit code.
func (a *app) exit(err error) int {
	switch {
	case err == nil, errors.Is(err, errDone):
		return exitDone
	case errors.Is(err, syscall.EPIPE): // whoever reads the output has enough
		return exitDone
	case errors.Is(err, errTold):
		return exitFailed
	}
	if words := err.Error(); words != "" {
		a.say("%s", strings.TrimSpace(words))
	}
	switch {
	case errors.Is(err, errUsage):
		return exitUsage
	case errors.Is(err, store.ErrUnusable):
		return exitDatabase
	}
	return exitFailed
}

// say writes a line to standard error.
func (a *app) say(format string, args ...any) {
	fmt.Fprintf(a.Stderr, format+"\n", args...)
}

// compiled gives the Reader, loading the data files on first use.
func (a *app) compiled() (*pipeline.Reader, error) {
	if a.reader != nil {
		return a.reader, nil
	}
	// What loading makes is nearly all kept: looking for garbage meanwhile would
	// take a third of its time.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	r, err := pipeline.Compile(a.Data)
	if err != nil {
		return nil, err
	}
	r.Tool = release()
	r.Intake.PDF.CacheDir = a.commands.CacheDir
	a.reader = r
	return r, nil
}
