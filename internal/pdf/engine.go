package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Engine runs PDFium. Its zero value works. It is compiled when it is first
// wanted, which takes seconds, and may be used by several goroutines at once.
type Engine struct {
	// CacheDir keeps the compiled engine between runs; empty keeps nothing. What
	// lies there is run as it is, so that nobody else should be able to write to
	// it. A folder that cannot be used costs time, nothing else.
	CacheDir string
	PageTime time.Duration // the most that one page may take; 0 means 20 s

	mu   sync.Mutex
	pool pdfium.Pool
}

const (
	defaultPageTime = 20 * time.Second
	// mostMemory bounds what one file may take inside the sandbox, in pages of
	// 64 KB: 1 GB.
	mostMemory = 1 << 14
	// mostInstances is more than there ever are workers.
	mostInstances = 1 << 10
)

// ErrSlow says that a page took longer than PageTime.
var ErrSlow = errors.New("takes too long")

// ErrBroken says that the engine itself gave up on a file.
var ErrBroken = errors.New("the engine gave up")

// Close frees the engine.
func (e *Engine) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool == nil {
		return nil
	}
	err := e.pool.Close()
	e.pool = nil
	return err
}

// compiled gives the pool of instances, compiling the engine on first use.
func (e *Engine) compiled() (pdfium.Pool, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool != nil {
		return e.pool, nil
	}
	pool, err := start(cacheIn(e.CacheDir))
	if err != nil { // perhaps by what lies in the cache, or for want of room there
		pool, err = start(nil)
	}
	if err != nil {
		return nil, fmt.Errorf("the PDF engine does not start: %w", err)
	}
	e.pool = pool
	return pool, nil
}

// cacheIn gives the cache in a folder, nil where it cannot be written.
func cacheIn(folder string) wazero.CompilationCache {
	if folder == "" {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(folder)
	if err != nil {
		return nil
	}
	probe, err := os.CreateTemp(folder, ".probe-*")
	if err != nil {
		return nil
	}
	probe.Close()
	os.Remove(probe.Name())
	return cache
}

// start compiles the engine, or takes it out of the cache where there is one.
func start(cache wazero.CompilationCache) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(mostMemory)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		Context:       experimental.WithFunctionListenerFactory(context.Background(), watch{}),
		MaxTotal:      mostInstances,
		FSConfig:      wazero.NewFSConfig(), // none: by default it would see the whole disk
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// guest is one instance of the engine, with one file in it. It is for one
// goroutine. The library's own calls take a dozen steps for the box of one
// letter, so that guest calls the engine's functions itself.
type guest struct {
	instance pdfium.Pdfium
	memory   api.Memory
	find     func(name string) api.Function
	stack    [10]uint64
	quick    context.Context
	limit    time.Duration
	broken   error // once set, the instance is of no use
}

func (e *Engine) guest(ctx context.Context) (*guest, error) {
	pool, err := e.compiled()
	if err != nil {
		return nil, err
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("the PDF engine does not start: %w", err)
	}
	g := &guest{instance: instance, quick: context.WithoutCancel(ctx), limit: e.PageTime}
	if g.limit == 0 {
		g.limit = defaultPageTime
	}
	inside := instance.GetImplementation()
	functions, ok := inside.(interface {
		Fn(name string) api.Function
	})
	module, known := reflect.Indirect(reflect.ValueOf(inside)).FieldByName("Module").Interface().(api.Module)
	if !ok || !known {
		panic("BUG: this version of the PDF engine is not the one that was built for")
	}
	g.find, g.memory = functions.Fn, module.Memory()
	return g, nil
}

func (g *guest) close() { _ = g.instance.Close() }

// call runs a function of the engine that takes next to no time.
func (g *guest) call(f api.Function, args ...uint64) uint64 {
	if g.broken != nil {
		return 0
	}
	copy(g.stack[:], args)
	if err := f.CallWithStack(g.quick, g.stack[:]); err != nil {
		g.broken = fmt.Errorf("%w: %w", ErrBroken, err)
		return 0
	}
	return g.stack[0]
}

// work runs a function of the engine that may take long. It is stopped at the
// end of ctx, or of the time for a page.
func (g *guest) work(ctx context.Context, name string, args ...uint64) (uint64, error) {
	if g.broken != nil {
		return 0, g.broken
	}
	limited, stop := context.WithTimeout(ctx, g.limit)
	defer stop()
	copy(g.stack[:], args)
	err := g.find(name).CallWithStack(limited, g.stack[:])
	switch {
	case err == nil:
		return g.stack[0], nil
	case ctx.Err() != nil:
		g.broken = ctx.Err()
	case limited.Err() != nil:
		g.broken = ErrSlow
	default:
		g.broken = fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return 0, g.broken
}

// malloc reserves room in the sandbox, 0 where there is none.
func (g *guest) malloc(size int) uint64 {
	return g.call(g.find("malloc"), uint64(size))
}

func (g *guest) free(at uint64) { g.call(g.find("free"), at) }

// double reads a number that the engine wrote.
func (g *guest) double(at uint64) float64 {
	v, _ := g.memory.ReadFloat64Le(uint32(at))
	return v
}

// float reads a small number that the engine wrote.
func (g *guest) float(at uint64) float64 {
	v, _ := g.memory.ReadFloat32Le(uint32(at))
	return float64(v)
}

// integer reads a whole number that the engine wrote.
func (g *guest) integer(at uint64) float64 {
	v, _ := g.memory.ReadUint32Le(uint32(at))
	return float64(int32(v))
}
