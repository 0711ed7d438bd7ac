# One entry for all work. Everything runs in .venv, which is made from the locks: exact versions, checked by their hashes.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-compile
LOCKED := $(PIP) --require-hashes --requirement

.PHONY: demo test lint quality bench compile plain lock clean
.DELETE_ON_ERROR:

# What is needed to use the package, and nothing more.
.venv/ready: pyproject.toml src/onrecord/tested.txt requirements/build.txt
	$(PYTHON) -m venv .venv
	$(LOCKED) src/onrecord/tested.txt --requirement requirements/build.txt
	$(PIP) --no-build-isolation --editable .
	touch $@

.venv/dev: .venv/ready requirements/dev.txt
	$(LOCKED) requirements/dev.txt
	touch $@

.venv/quality: .venv/ready requirements/quality.txt
	$(LOCKED) requirements/quality.txt
	touch $@

.venv/bench: .venv/quality requirements/bench.txt
	$(LOCKED) requirements/bench.txt
	touch $@

# The readers of pages, compiled: the same sources, faster. Compiled modules go before their sources until they are made
# anew: whoever edits these works plainly.
.venv/compiled: .venv/dev hatch_build.py src/onrecord/types.py $(shell find src/onrecord/accounts src/onrecord/text/dates -name "*.py")
	$(BIN)/python hatch_build.py
	touch $@

compile: .venv/compiled  ## compile what is older than its source; wants a C compiler

plain: .venv/dev         ## remove what is compiled
	$(BIN)/python hatch_build.py --plain
	rm -f .venv/compiled

demo: .venv/ready        ## build the record of the sample accounts
	$(BIN)/onrecord demo

test: .venv/dev          ## the whole test suite, file by file in two processes
	$(BIN)/pytest --numprocesses 2 --dist loadfile

lint: .venv/dev          ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

quality: .venv/quality   ## accuracy on public corpora, beside other tools; fails below a floor
	$(BIN)/python -m quality

bench: .venv/bench .venv/compiled  ## speed, beside other tools in the same run
	$(BIN)/python -m bench.segmentation
	$(BIN)/python -m bench.attribution
	$(BIN)/python -m bench.collation
	$(BIN)/python -m bench.growth
	$(BIN)/python -m bench.growth_collation
	$(BIN)/python -m bench.large

lock: .venv/dev          ## write the locks anew; UPGRADE=--upgrade takes the newest versions that the bounds allow
	$(PIP) uv==0.13.9
	PATH=$(CURDIR)/$(BIN):$$PATH requirements/lock

clean:
	rm -rf .venv build dist onrecord-demo.html
