# One entry for all work. Everything runs in .venv, which is made with what pyproject.toml names.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint quality bench compile plain clean
.DELETE_ON_ERROR:

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

# The readers of pages, compiled where a C compiler is at hand. Compiled modules go before their sources until they are
# made anew: whoever edits these works on `make plain`.
.venv/compiled: .venv/ready hatch_build.py src/onrecord/types.py $(wildcard src/onrecord/accounts/*.py)
	$(BIN)/python hatch_build.py
	touch $@

compile: .venv/compiled  ## compile what is older than its source

plain: .venv/ready       ## remove what is compiled
	$(BIN)/python hatch_build.py --plain
	rm -f .venv/compiled

demo: .venv/compiled        ## build the record of the sample accounts
	$(BIN)/onrecord demo

test: .venv/compiled        ## the whole test suite
	$(BIN)/pytest

lint: .venv/ready        ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

quality: .venv/quality   ## accuracy on public corpora, beside other tools; fails below a floor
	$(BIN)/python -m quality

bench: .venv/bench       ## speed, beside other tools in the same run
	$(BIN)/python -m bench.segmentation
	$(BIN)/python -m bench.attribution
	$(BIN)/python -m bench.collation

.venv/quality: .venv/compiled
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[quality]'
	touch $@

.venv/bench: .venv/quality
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	touch $@

clean:
	rm -rf .venv build dist onrecord-demo.html
