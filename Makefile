# What to type: make run, make test. The rest is in "make help".

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
BIN     := build/plumbline
BROWSER := build/browser
LDFLAGS := -X main.version=$(VERSION)

# Packages whose values are shared between goroutines. The race detector slows a
# test tenfold, so it looks at these only, and leaves out what -short leaves out.
RACED    = ./internal/text ./internal/token ./internal/mention ./internal/grammar ./internal/extract ./internal/standard ./internal/store/... ./internal/pipeline

FUZZTIME ?= 20s
GOLD     ?= ../shared/gold
PLATFORMS = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64

.PHONY: help run build check test browser tools format vet lint unit race docs bench fuzz eval atlas release clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' Makefile

run: build ## read the bundled sample and serve it at http://localhost:8080
	@$(BIN) read --sample --db build/sample.db
	@echo "Try next, in another window:"
	@echo "  $(BIN) read --db build/sample.db YOUR-REPORT.pdf"
	@echo "  $(BIN) show ARM 2018 --db build/sample.db"
	@echo "  $(BIN) --help"
	@echo
	@$(BIN) serve --db build/sample.db --addr localhost:8080

build: ## the binary, as build/plumbline
	@mkdir -p build
	CGO_ENABLED=0 go build -trimpath -ldflags '$(LDFLAGS)' -o $(BIN) ./cmd/plumbline

check: format vet lint race unit ## format, vet, staticcheck, races, every test

test: tools check browser ## what must pass: installs what it needs, then check and browser

browser: $(BROWSER)/node_modules ## drive a real browser over every kind of page
	@cp internal/web/browser/*.mjs $(BROWSER)/
	go test -count 1 -timeout 10m -run TestBrowser ./internal/web -browser '$(CURDIR)/$(BROWSER)'

$(BROWSER)/node_modules: internal/web/browser/package.json internal/web/browser/package-lock.json
	@mkdir -p $(BROWSER) && cp internal/web/browser/package*.json internal/web/browser/.npmrc $(BROWSER)/
	cd $(BROWSER) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# What the tests need beside Go: a C compiler for the race detector, and a browser
# with what drives it. Each is installed where it is missing and apt-get is there.
tools:
	@command -v go >/dev/null 2>&1 || { echo "make test: no go on the path; get it from https://go.dev/dl" >&2; exit 1; }
	@want=; \
	command -v "$${CC:-cc}" >/dev/null 2>&1 || want="$$want gcc libc6-dev"; \
	command -v chromium >/dev/null 2>&1 || want="$$want chromium"; \
	command -v node >/dev/null 2>&1 || want="$$want nodejs"; \
	command -v npm >/dev/null 2>&1 || want="$$want npm"; \
	[ -z "$$want" ] || { command -v apt-get >/dev/null 2>&1 || { echo "make test: needs$$want; install them, then run it again" >&2; exit 1; }; \
	  root=; [ "$$(id -u)" = 0 ] || root="sudo -n"; \
	  echo "make test: installing$$want with apt-get"; \
	  { $$root apt-get update -qq && $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$want; } >/dev/null \
	    || { echo "make test: apt-get did not install$$want; install them, then run it again" >&2; exit 1; }; }

format:
	@files=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); \
	  [ -z "$$files" ] || { echo "gofmt: not formatted, run gofmt -w on:"; echo "$$files"; exit 1; }

vet:
	go vet ./...

lint:
	go tool staticcheck ./...

unit:
	go test -timeout 12m ./...

# The race detector needs a C compiler.
race:
	@if command -v "$${CC:-cc}" >/dev/null 2>&1 && [ "$$(go env CGO_ENABLED)" = 1 ]; then \
	  echo "go test -race -short $(RACED)"; go test -race -short -timeout 12m $(RACED); \
	else echo "make race: no C compiler; races are not looked for"; fi

docs: ## write doc/cli.md and the tour in README.md anew
	go test ./cmd/plumbline -run 'TestDocs|TestReadme' -docs

bench: ## how fast it reads, in MB/s, and how fast pages are served
	go test -run '^$$' -bench . -benchmem ./...
	go test -count 1 -v -timeout 10m -run TestLoad ./internal/web -load
	cd bench && go test -count 1 -v ./...

fuzz: ## every fuzz test, FUZZTIME each (20s)
	@for pkg in $$(go list ./...); do \
	  for name in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
	    echo "$$pkg $$name"; go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
	  done; \
	done

eval: build ## hold what is read against annotations in GOLD
	@[ -d '$(GOLD)' ] || { echo "make eval: no folder $(GOLD); say where the annotations are: make eval GOLD=DIR"; exit 1; }
	@for gold in $(GOLD)/*.json $(GOLD)/*.jsonl; do echo "== $$gold"; $(BIN) eval --gold "$$gold" || exit 1; done

atlas: ## the shapes of the world in data/atlas anew; needs Node
	cd internal/chart/atlas && npm ci --no-fund --no-audit && npm run --silent build

release: ## binaries for Linux, macOS and Windows, with checksums, in build/release
	@rm -rf build/release && mkdir -p build/release
	@for p in $(PLATFORMS); do \
	  os=$${p%/*} arch=$${p#*/}; ext=; [ $$os = windows ] && ext=.exe; \
	  out=build/release/plumbline-$(VERSION)-$$os-$$arch$$ext; echo "$$out"; \
	  CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -ldflags '-s -w $(LDFLAGS)' -o $$out ./cmd/plumbline || exit 1; \
	done
	@cp LICENSE NOTICE build/release/
	@cd build/release && { sha256sum plumbline-* 2>/dev/null || shasum -a 256 plumbline-*; } > SHA256SUMS && cat SHA256SUMS

clean: ## remove build/
	rm -rf build
