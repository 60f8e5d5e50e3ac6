# `make` builds the articles in input/ into output/; `make help` lists the rest.
# `make ENGINE=kokoro` (or hibari, or piper) does so with a neural voice, which it installs.
# The first call makes .venv from the lock files, which needs Python 3.11 or newer and nothing else.

PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/.run-stamp
DEV := .venv/.dev-stamp
BENCH := .venv/.bench-stamp
AUDIT_VENV := .venv/audit
AUDIT := $(AUDIT_VENV)/.stamp
BROWSER := tests/browser/node_modules/.stamp
TEST_VOICES := .venv/voices/.stamp
ARGS ?=

# What speaks, if not the default; the neural ones are set up first.
ENGINE ?=
READY := $(RUN) $(patsubst %,.venv/.extra-%-stamp,$(filter hibari piper kokoro,$(ENGINE)))
BUILD := $(BIN)/oped-audio build $(if $(ENGINE),--engine $(ENGINE))

.DEFAULT_GOAL := audiobook
.PHONY: audiobook check epub audio captions daisy shelf serve watch test torture fuzz lint audit sbom bench bench-peers bench-growth lock clean help

audiobook: $(READY)  ## Turn every article in input/ into a talking book in output/ (the default)
	@$(BUILD) $(ARGS)

epub: $(READY)  ## Make only the EPUBs
	@$(BUILD) --only epub $(ARGS)

audio: $(READY)  ## Make only the audio files
	@$(BUILD) --only audio $(ARGS)

captions: $(READY)  ## Make only the captions
	@$(BUILD) --only captions $(ARGS)

daisy: $(READY)  ## Make only the DAISY 2.02 books, for talking-book players
	@$(BUILD) --only daisy $(ARGS)

# What a shelf offers of each article; the MP3 of all of it is an episode of the podcast.
ON_SHELF ?= audio captions epub mp3-book read-along

shelf: $(READY)  ## Build every article, and put the books on a web site in site/ (BASE_URL=https://… for feeds)
	@$(BUILD) $(addprefix --only ,$(ON_SHELF)) $(ARGS)
	@$(BIN)/oped-audio shelf output -o site $(if $(BASE_URL),--base-url $(BASE_URL))

check: $(RUN) .venv/.extra-check-stamp  ## Check the books in output/, with EPUBCheck and by rules of our own
	@$(BIN)/oped-audio check output $(ARGS)

serve: $(READY) .venv/.extra-serve-stamp  ## Hear and correct the articles on a page in your browser
	@$(BIN)/oped-audio serve $(ARGS)

watch: $(READY) .venv/.extra-serve-stamp  ## Build the articles, and again whatever you change
	@$(BIN)/oped-audio watch $(if $(ENGINE),--engine $(ENGINE)) $(ARGS)

test bench bench-peers: export OPED_AUDIO_VOICES_DIR := $(CURDIR)/.venv/voices

test: $(DEV) $(BROWSER) $(TEST_VOICES)  ## Run all tests, with EPUBCheck, Ace and Chromium, and measure their coverage
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term $(ARGS)
	$(BIN)/python -m coverage report --fail-under=90 --format=total
	$(BIN)/python -m coverage report --fail-under=98 --format=total --include="*/model/*,*/scripting/*,*/reading/*,*/publishing/*,*/mixing/timeline.py,*/mixing/tags.py,*/voices/timing.py"

torture: $(DEV)  ## Inject hundreds of faults into builds, and tell what came of them; takes a quarter of an hour
	OPED_AUDIO_TORTURE=$${OPED_AUDIO_TORTURE:-1} nice $(BIN)/python -m pytest -n auto --dist worksteal tests/faults $(ARGS)
fuzz: $(DEV)  ## Make thousands of hostile articles, and see that each becomes a book or a clear error
	$(BIN)/python -m pytest -q tests/hostile/test_fuzz.py --hypothesis-profile=thorough --hypothesis-show-statistics $(ARGS)

lint: $(DEV)  ## Check style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# --strict: a package that the service does not know is not audited, which is not the same as clean.
audit: $(AUDIT)  ## Look for unsafe code, and for packages with known holes (which asks a service on the internet)
	$(AUDIT_VENV)/bin/bandit --quiet --recursive src --configfile pyproject.toml
	@for locked in requirements/*.txt; do \
		$(AUDIT_VENV)/bin/pip-audit --progress-spinner off --timeout 15 --strict --disable-pip --requirement $$locked \
			>$(AUDIT_VENV)/said 2>&1 && { echo "$$locked: no known holes"; continue; }; \
		grep -q '^Found [0-9]* known vulnerabilit' $(AUDIT_VENV)/said && { cat $(AUDIT_VENV)/said; exit 1; }; \
		tail -n 1 $(AUDIT_VENV)/said | cut -c 1-200; \
		echo "NOT AUDITED: the service that knows of holes in packages did not answer, so nothing is known of $$locked."; \
		exit 3; \
	done

# Each package once, without times or serial numbers: equal lock files give equal lists.
sbom: $(AUDIT)  ## Write sbom.json, the list of all packages that the program may use (CycloneDX 1.6)
	@awk '/^[^ ]/ { isnew = !seen[$$1]++ } isnew' requirements/run.txt $(EXTRAS:%=requirements/%.txt) >$(AUDIT_VENV)/all.txt
	$(AUDIT_VENV)/bin/cyclonedx-py requirements $(AUDIT_VENV)/all.txt --pyproject pyproject.toml --mc-type application \
		--output-reproducible --spec-version 1.6 --validate --output-file sbom.json

bench: $(BENCH) $(TEST_VOICES)  ## Compare building, reading, scripting and narrating with the bare tools, as ratios
	$(BIN)/python bench/build_ratio.py
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/scripting.py
	$(BIN)/python bench/narration.py
	$(BIN)/python bench/marks.py
	$(BIN)/python bench/long_book.py
	$(BIN)/python bench/cluster.py
	$(BIN)/python bench/archive_simulation.py --check
	$(BIN)/python bench/archive_simulation.py

bench-peers: $(BENCH) $(TEST_VOICES)  ## Compare with other tools, each in .venv/peers; rewrites docs/performance.md
	$(BIN)/python bench/peers.py $(ARGS)

bench-growth: $(RUN)  ## Tell what 1 to 1,000 sections cost; rewrites docs/performance.md
	$(BIN)/python bench/growth.py $(ARGS)

# docopt is only for num2words' own command, and would have to be built.
LOCKED := --universal --python-version 3.11 --quiet --generate-hashes --no-emit-index-url --no-annotate --no-header
COMPILE := $(BIN)/python -m uv pip compile pyproject.toml $(LOCKED) --no-emit-package docopt
EXTRAS := hibari piper kokoro japanese listen check serve cluster
lock: $(DEV)  ## Write the lock files anew from pyproject.toml
	$(COMPILE) --group build --upgrade --output-file requirements/run.txt
	for extra in $(EXTRAS); do \
		$(COMPILE) --extra $$extra --group build --constraints requirements/run.txt --output-file requirements/$$extra.txt || exit 1; done
	$(COMPILE) --all-extras --group build --group lint --group test --group lock --constraints requirements/run.txt \
		--output-file requirements/dev.txt
	$(COMPILE) --all-extras --group build --group bench --constraints requirements/run.txt --output-file requirements/bench.txt
	$(BIN)/python -m uv pip compile --group pyproject.toml:audit $(LOCKED) --upgrade --output-file requirements/audit.txt

# npm may know a way to its registry that Python does not.
$(TEST_VOICES): $(DEV) src/oped_audio/voices/weights/catalogue.toml
	$(BIN)/oped-audio voices install kokoro --voices-dir .venv/voices || { \
		mkdir -p .venv/voices/kokoro/.unfinished && \
		npm pack --silent --pack-destination .venv/voices/kokoro/.unfinished kokoro-js@1.2.1 && \
		$(BIN)/oped-audio voices install kokoro --voices-dir .venv/voices; }
	@touch $@

$(BROWSER): tests/browser/package-lock.json
	@if command -v npm >/dev/null; then \
		cd tests/browser && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --silent && touch node_modules/.stamp; \
	else echo "npm is not installed: the browser tests are skipped"; fi

clean:  ## Remove the environment and what was built; articles and the cache stay
	rm -rf .venv tests/browser/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find output -mindepth 1 ! -name .gitkeep -delete

help:  ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(RUN): requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("oped-audio needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(DEV): $(RUN) requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

.venv/.extra-%-stamp: requirements/%.txt $(RUN)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	$(if $(filter kokoro,$*),$(BIN)/oped-audio voices install kokoro)
	@touch $@

$(BENCH): $(DEV) requirements/bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/bench.txt
	@touch $@

# Apart from the others: nothing of it is needed to build a book or to test.
$(AUDIT): requirements/audit.txt
	$(PYTHON) -m venv $(AUDIT_VENV)
	$(AUDIT_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/audit.txt
	@touch $@
