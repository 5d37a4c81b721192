# Each command is defined once, in package.json. These targets set up first, then call it.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
RUN := npm run --silent
SETUP := node_modules/.package-lock.json
FORMATTED = $(if $(FORMAT), --format '$(FORMAT)')

.DEFAULT_GOAL := help
.PHONY: help setup generate watch api check lint typecheck test demo mock prism docs docs-serve docs-screenshots build exit-codes faults fuzz-cli size\
	bench bench-quick bench-diff mutate-spec mutation clean diff drift traffic matrix sbom release-check release-dry-run

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1 \2/p' Makefile | while read -r name text; do printf '  %-15s %s\n' "$$name" "$$text"; done

setup: $(SETUP) ## Install the toolchain, including its own Node

$(SETUP): package.json package-lock.json
	@echo 'Installing the toolchain, once: about 800 MB in node_modules/, a minute or two ...'
	@npm ci --loglevel=error
	@touch $@

generate: $(SETUP) ## Write generated/ from spec/, if either has changed
	@$(RUN) generate

watch: $(SETUP) ## Write generated/ whenever a file of spec/ is saved, until stopped
	@$(RUN) watch

api: $(SETUP) ## Write API Extractor's report of each entry point's exports into generated/api/
	@$(RUN) api

check: $(SETUP) ## Check that generated/ is up to date, writing nothing
	@$(RUN) check

lint: $(SETUP) ## Lint the contract and the code
	@$(RUN) lint

typecheck: $(SETUP) ## Type-check everything, including the type tests
	@$(RUN) typecheck

test: $(SETUP) ## Run every test
	@$(RUN) test

demo: $(SETUP) ## Show the main use case end to end
	@$(RUN) demo

mock: $(SETUP) ## Serve the mock, on port 4010 or PORT, with SCENARIO
	@$(RUN) mock -- --port $(or $(PORT),4010) --scenario $(or $(SCENARIO),echo)

prism: $(SETUP) ## Serve stock Prism on the contract, on port 4010 or PORT
	@$(RUN) prism -- --port $(or $(PORT),4010)

docs: $(SETUP) ## Build the docs site into dist/docs/
	@$(RUN) docs

docs-screenshots: $(SETUP) ## Build the docs site and take screenshots of it, into dist/docs-screenshots/
	@$(RUN) docs-screenshots

docs-serve: $(SETUP) ## Build the docs site and serve it on this machine
	@$(RUN) docs-serve

build: $(SETUP) ## Compile the package into dist/
	@$(RUN) build

faults: $(SETUP) ## Show how the client reports each server fault
	@$(RUN) faults

exit-codes: $(SETUP) ## Make input, output and process of the CLI fail, and compare its exit codes with what was created
	@$(RUN) exit-codes

fuzz-cli: $(SETUP) ## Feed the CLI FILES corrupted files (2000), generated from SEED
	@$(RUN) fuzz-cli -- --files $(or $(FILES),2000) --seed $(or $(SEED),1)

size: $(SETUP) ## Measure what each entry point of the package adds to a bundle
	@$(RUN) size

bench: $(SETUP) ## Benchmark the package against its peers, all figures or ONLY some, into dist/bench/ (an hour)
	@$(RUN) bench -- $(ONLY)

bench-diff: $(SETUP) ## Benchmark only the diff, against its peers and as documents grow
	@$(RUN) bench -- diff growth

bench-quick: $(SETUP) ## Take the same figures with few rounds
	@$(RUN) bench -- --quick $(ONLY)

diff: $(SETUP) ## Rate what changed since BASE, a git ref; from file BASE to file REVISION; or across the folder HISTORY
	@$(RUN) $(if $(HISTORY),spec-diff -- '$(HISTORY)',$(if $(REVISION),spec-diff -- '$(BASE)' '$(REVISION)',diff -- '$(or $(BASE),origin/main)'))$(FORMATTED)

drift: $(SETUP) ## Compare the contract with the vendor's document, UPSTREAM: a file or URL
	@$(RUN) drift -- $(if $(UPSTREAM),'$(UPSTREAM)')$(FORMATTED)

traffic: $(SETUP) ## Compare recorded traffic, HAR=<file>, with the contract
	@$(RUN) traffic -- $(if $(HAR),'$(HAR)')

matrix: $(SETUP) ## Compile and run the package under every TypeScript and runtime it supports (minutes)
	@$(RUN) matrix

sbom: $(SETUP) ## Write the bill of materials of what users install to dist/sbom.json
	@$(RUN) sbom

release-check: $(SETUP) ## Reject a version lower than the changes since the last tag require
	@$(RUN) release-check

release-dry-run: $(SETUP) ## Do everything that a release does except publish
	@$(RUN) release-dry-run

mutate-spec: $(SETUP) ## Break the contract, spec/, in every listed way and check that a test fails each time (minutes)
	@$(RUN) mutate-spec

mutation: $(SETUP) ## Mutate the code, src/transport and src/contract or ONLY one, with Stryker and check that a test fails (an hour)
	@$(RUN) mutation -- $(ONLY)

clean: $(SETUP) ## Remove what the commands above wrote
	@$(RUN) clean
