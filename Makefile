# From a bare machine to the PDF. `make help` lists the targets.

PYTHON ?= python3
RUN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)/python
# Only the locked files, never a package's own set-up code; compiled to bytecode
# now, since the first start would otherwise take 2.5 times as long.
INSTALL := $(RUN) -m pip --disable-pip-version-check install --quiet --compile \
	--require-hashes --no-deps --only-binary :all: --requirement

# Bytecode of ours is kept, too, even where the environment says otherwise: the
# tests start the program a hundred times.
unexport PYTHONDONTWRITEBYTECODE

TESTS := $(wildcard tests/test_*.py tests/*/test_*.py)

# A .venv without its packages is made anew: its Python may be gone, or be another
# one since the system was upgraded.
USABLE := import sys, importlib.util as u; sys.exit(sys.version_info < (3, 11) or not u.find_spec("weasyprint"))
STALE := $(shell $(RUN) -c '$(USABLE)' 2>/dev/null || echo stale)

.PHONY: pdf test lint conformance attack mutants bench lock clean help stale
.NOTPARALLEL: # two pips must not write to one .venv

pdf: .venv/ready-runtime ## make the PDF (the default); ARGS='...' goes to build.py
	@$(RUN) build.py $(ARGS)

test: .venv/ready-test ## run the tests; ARGS='...' goes to pytest
	$(if $(TESTS),$(RUN) -m pytest -n auto --dist worksteal -m 'not conformance and not attack' $(ARGS),@echo 'There are no tests yet.')

lint: .venv/ready-lint ## check style, format and types
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy $(wildcard build.py communique) $(if $(TESTS),tests)

conformance: .venv/ready-conformance ## have veraPDF and outloud judge the PDF; minutes long
	$(if $(TESTS),$(RUN) -m pytest -n auto --dist loadfile -m conformance $(ARGS),@echo 'There are no tests yet.')

attack: .venv/ready-conformance ## try to make it lose, hide or break something; an hour
	$(if $(TESTS),$(RUN) -m pytest -n auto --dist loadfile -m attack tests/attack $(ARGS),@echo 'There are no tests yet.')

# Making .venv anew would empty what a link leads to.
.venv/ready-runtime: requirements/runtime.txt $(STALE)
	@if [ -h .venv ]; then echo '.venv is a link; remove it, and it is made here' >&2; exit 1; fi
	@PYTHON='$(PYTHON)' sh tools/prepare build
	@echo 'Installing the packages of $< in .venv'
	@$(PYTHON) -m venv --clear .venv
	@$(INSTALL) $<
	@touch $@

.venv/ready-%: requirements/%.txt .venv/ready-runtime
	@PYTHON='$(PYTHON)' sh tools/prepare $*
	@echo 'Installing the packages of $< in .venv'
	@$(INSTALL) $<
	@touch $@

# Each lock keeps to the versions of the one before, so all fit in one .venv.
# uv locks for every system and Python at once, and heeds no pip configuration.
LOCK := build/lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command 'make lock' $(ARGS) pyproject.toml

mutants: .venv/ready-test ## see that tests notice each small change in read, prove and publish
	$(RUN) tools/mutants $(ARGS)

bench: .venv/ready-bench ## measure against plain WeasyPrint and Typst; a quarter of an hour
	$(RUN) tools/bench $(ARGS)

lock: build/lock/ready ## lock the packages of pyproject.toml; ARGS=--upgrade takes the newest
	$(LOCK) --output-file requirements/runtime.txt --extra word --extra desk
	$(LOCK) --output-file requirements/test.txt --extra word --extra desk --extra test --extra cluster --constraint requirements/runtime.txt
	$(LOCK) --output-file requirements/lint.txt --extra word --extra desk --extra test --extra cluster --extra lint --constraint requirements/test.txt
	$(LOCK) --output-file requirements/conformance.txt --extra word --extra desk --extra test --extra cluster --extra conformance --constraint requirements/test.txt
	$(LOCK) --output-file requirements/bench.txt --extra word --extra desk --extra bench --constraint requirements/runtime.txt

build/lock/ready: Makefile
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/pip --disable-pip-version-check install --quiet uv==0.13.9
	@touch $@

clean: ## remove all that the other targets made
	rm -rf .venv out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1	\2/p' Makefile | expand -t 14
