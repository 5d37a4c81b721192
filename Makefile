# One place owns each command: package.json. These targets set up first, then call it.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
RUN := npm run --silent
SETUP := node_modules/.package-lock.json
FORMATTED = $(if $(FORMAT), --format '$(FORMAT)')

.DEFAULT_GOAL := help
.PHONY: help setup generate watch api check lint typecheck test demo mock prism docs docs-serve docs-screenshots build exit-codes faults fuzz-cli size\
	bench bench-quick bench-diff mutate-spec mutation clean diff drift traffic matrix sbom release-check release-dry-run

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1 \2/p' Makefile | while read -r name text; do printf '  %-15s %s\n' "$$name" "$$text"; done

setup: $(SETUP) ## Install the toolchain, a Node of its own included

$(SETUP): package.json package-lock.json
	@echo 'Installing the toolchain, once: about 800 MB in node_modules/, a minute or two ...'
	@npm ci --loglevel=error
	@touch $@

generate: $(SETUP) ## Write generated/ from spec/, redoing only what changed
	@$(RUN) generate

watch: $(SETUP) ## Write generated/ as soon as a file of spec/ is saved, until it is stopped
	@$(RUN) watch

api: $(SETUP) ## Write what users import, API Extractor's report of each entry, into generated/api/
	@$(RUN) api

check: $(SETUP) ## Prove that generated/ is fresh, writing nothing
	@$(RUN) check

lint: $(SETUP) ## Lint the contract and the code
	@$(RUN) lint

typecheck: $(SETUP) ## Compile everything, the type tests included, writing nothing
	@$(RUN) typecheck

test: $(SETUP) ## Run every test
	@$(RUN) test

demo: $(SETUP) ## Show the main job from end to end
	@$(RUN) demo

mock: $(SETUP) ## Serve the mock, on port 4010 or PORT, with SCENARIO
	@$(RUN) mock -- --port $(or $(PORT),4010) --scenario $(or $(SCENARIO),echo)

prism: $(SETUP) ## Serve stock Prism on the contract, on port 4010 or PORT
	@$(RUN) prism -- --port $(or $(PORT),4010)

docs: $(SETUP) ## Build the docs site into dist/docs/
	@$(RUN) docs

docs-screenshots: $(SETUP) ## Build the docs site and take pictures of it, into dist/docs-screenshots/
	@$(RUN) docs-screenshots

docs-serve: $(SETUP) ## Build the docs site and serve it on this machine
	@$(RUN) docs-serve

build: $(SETUP) ## Compile the package into dist/
	@$(RUN) build

faults: $(SETUP) ## Show what the client makes of each fault of a server
	@$(RUN) faults

exit-codes: $(SETUP) ## Let output, input and process of the command line fail, and compare exit codes with what was created
	@$(RUN) exit-codes

fuzz-cli: $(SETUP) ## Give the command line FILES mangled files (2000), drawn from SEED
	@$(RUN) fuzz-cli -- --files $(or $(FILES),2000) --seed $(or $(SEED),1)

size: $(SETUP) ## Measure what each entry of the package costs in a bundle
	@$(RUN) size

bench: $(SETUP) ## Measure the package beside its peers, all figures or ONLY some, into dist/bench/ (an hour)
	@$(RUN) bench -- $(ONLY)

bench-diff: $(SETUP) ## Measure the diff alone, beside its peers and as documents grow
	@$(RUN) bench -- diff growth

bench-quick: $(SETUP) ## Look at the same figures, with few rounds
	@$(RUN) bench -- --quick $(ONLY)

diff: $(SETUP) ## Rate what changed since BASE, a git ref; from the file BASE to REVISION; or in a folder, HISTORY
	@$(RUN) $(if $(HISTORY),spec-diff -- '$(HISTORY)',$(if $(REVISION),spec-diff -- '$(BASE)' '$(REVISION)',diff -- '$(or $(BASE),origin/main)'))$(FORMATTED)

drift: $(SETUP) ## Compare the contract with the vendor's document, UPSTREAM: a file or URL
	@$(RUN) drift -- $(if $(UPSTREAM),'$(UPSTREAM)')$(FORMATTED)

traffic: $(SETUP) ## Compare recorded traffic, HAR=<file>, with the contract
	@$(RUN) traffic -- $(if $(HAR),'$(HAR)')

matrix: $(SETUP) ## Compile and run the package under every TypeScript and runtime it supports (minutes)
	@$(RUN) matrix

sbom: $(SETUP) ## Write the bill of materials of what users install to dist/sbom.json
	@$(RUN) sbom

release-check: $(SETUP) ## Refuse a version smaller than what changed since the last tag demands
	@$(RUN) release-check

release-dry-run: $(SETUP) ## Do everything that a release does but publish
	@$(RUN) release-dry-run

mutate-spec: $(SETUP) ## Break the contract, spec/, in every listed way and see a test fail each time (minutes)
	@$(RUN) mutate-spec

mutation: $(SETUP) ## Break the code, src/transport and src/contract or ONLY one, by Stryker and see a test fail (an hour)
	@$(RUN) mutation -- $(ONLY)

clean: $(SETUP) ## Remove what the commands above wrote
	@$(RUN) clean
