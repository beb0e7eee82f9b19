# Everything this project does, by name. For GNU make 3.81 (macOS) and later.
# A target whose line ends in "## text" stands in `make help`.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest
# A module stays whole, for it shares what it builds; tests/conftest.py orders them.
SPREAD := -n auto --dist loadscope
UV := _build/uv/bin/uv
UV_VERSION := 0.13.9
YEAR ?=
MINUTES ?= 10
LOCKS := requirements.txt requirements-cluster.txt requirements-dev.txt
PLATFORMS := x86_64-manylinux_2_28 aarch64-manylinux_2_28 aarch64-apple-darwin x86_64-apple-darwin
PYTHONS := 3.11 3.12 3.13

# A shell may bring settings along that would send packages or imports elsewhere.
unexport PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX JUPYTER_PATH
# Without compiled modules every notebook takes 2.3 times as long.
unexport PYTHONDONTWRITEBYTECODE

# Jupyter, IPython and matplotlib write into HOME, which may be missing or read-only.
export JUPYTER_CONFIG_DIR := $(CURDIR)/_build/home/jupyter/config
export JUPYTER_DATA_DIR := $(CURDIR)/_build/home/jupyter/data
export JUPYTER_RUNTIME_DIR := $(CURDIR)/_build/home/jupyter/runtime
export IPYTHONDIR := $(CURDIR)/_build/home/ipython
export MPLCONFIGDIR := $(CURDIR)/_build/home/matplotlib

.DEFAULT_GOAL := help
.PHONY: help book serve watch run notebooks cluster test golden faults fuzz bench check coverage freeze lock lock-check clean distclean

help: ## show this list
	@echo "Run 'make book' first; it needs Python 3.11 to 3.13 and nothing else."
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/\1|\2/p' Makefile \
	  | awk -F'|' '{ printf "  make %-11s %s\n", $$1, $$2 }'
	@echo
	@echo "With another Python: make book PYTHON=/path/to/python3.12"

book: $(VENV)/.package ## run the notebooks and build the site into _build/html
	$(BIN)/minsheng book

watch: $(VENV)/.package ## build the book, and again whenever an input changes, until Ctrl-C
	$(BIN)/minsheng watch

serve: $(VENV)/.package ## show the built site on this machine, until Ctrl-C
	$(BIN)/minsheng serve

run: $(VENV)/.package ## run the notebooks only (YEAR=2023 for one edition)
	$(BIN)/minsheng run $(if $(YEAR),--year $(YEAR))

notebooks: $(VENV)/.package ## re-run the sources in notebooks/ and store their outputs
	$(BIN)/minsheng store

cluster: $(VENV)/.cluster ## install what --scheduler needs; its lock serves workers too

test: $(VENV)/.dev ## run every test, and every notebook against its stored outputs
	$(PYTEST) $(SPREAD) --no-loadscope-reorder --ignore tests/commentary tests
	$(PYTEST) -q --cov=minsheng.commentary --cov-report=term --cov-fail-under=100 tests/commentary
	$(PYTEST) $(SPREAD) --nbval notebooks

golden: $(VENV)/.dev ## write the golden sentences anew, to read the difference
	PYTHONPATH=tests $(BIN)/python -m commentary.golden.file
	git --no-pager diff --stat -- tests/commentary/golden

faults: $(VENV)/.dev ## write docs/faults.md anew, from faults planted in copies
	PYTHONPATH=tests $(BIN)/python -m faults.record

bench: $(VENV)/.dev ## measure against other tools into docs/benchmarks.md (PARTS="growth": print some)
	PYTHONPATH=tests $(BIN)/python -m bench.record $(PARTS)

fuzz: $(VENV)/.dev ## feed the readers what nobody would write, for MINUTES=10
	PYTHONPATH=tests $(BIN)/python -m faults.fuzz $(MINUTES)

check: $(VENV)/.dev ## look for faults in code and data without running the book
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/python -m mypy --strict src
	$(BIN)/lint-imports
	$(BIN)/minsheng check
	$(BIN)/minsheng translations --check

coverage: $(VENV)/.dev ## tell which lines of src no test reaches
	$(PYTEST) $(SPREAD) --cov=minsheng --cov-report=term tests

freeze: lock ## the same as lock

lock: $(UV) ## resolve requirements*.in anew into the locks, with hashes
	rm -f $(LOCKS:%=_build/%)
	cp $(LOCKS:.txt=.in) _build
	cd _build && $(RESOLVE) --output-file requirements.txt requirements.in
	cd _build && $(RESOLVE) --output-file requirements-cluster.txt \
	  --constraint requirements.txt requirements.in requirements-cluster.in
	cd _build && $(RESOLVE) --output-file requirements-dev.txt requirements-dev.in
	mv -f $(LOCKS:%=_build/%) .
	rm -f $(LOCKS:%.txt=_build/%.in)

lock-check: $(UV) ## prove that the locks install from wheels on Linux and macOS
	@set -e; for lock in $(LOCKS); do \
	  for platform in $(PLATFORMS); do for python in $(PYTHONS); do \
	    $(UV) pip install --no-config --quiet --dry-run --target _build/uv/target \
	      --python-platform $$platform --python-version $$python \
	      --only-binary :all: --require-hashes --requirement $$lock \
	      || { echo "$$lock does not install on $$platform, Python $$python." >&2; exit 1; }; \
	    echo "ok  $$lock  $$platform  Python $$python"; \
	  done; done; \
	done

clean: ## remove what was built, keep .venv
	rm -rf _build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf book/[0-9][0-9][0-9][0-9] book/*.ipynb
	rm -f .coverage .coverage.*

distclean: clean ## remove what was built and .venv
	rm -rf $(VENV) src/*.egg-info
	find src tests -type d -name __pycache__ -prune -exec rm -rf {} +

# --- how .venv comes to be -------------------------------------------------------------------

# Finds a Python by running it: a pyenv shim exists even where its version does not.
CAN_RUN := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
SAY_WHICH := import sys; print("Found:", sys.executable, "is Python", sys.version.split()[0])

$(BIN)/python:
	@set -e; \
	for python in $(if $(PYTHON),"$(PYTHON)",python3.13 python3.12 python3.11 python3 python); do \
	  if "$$python" -c '$(CAN_RUN)' >/dev/null 2>&1; then \
	    echo "Making $(VENV) with $$("$$python" --version) ($$python)"; \
	    exec "$$python" -m venv --clear $(VENV); \
	  fi; \
	done; \
	echo "No Python from 3.11 to 3.13 that can make a virtual environment$(if $(PYTHON), at $(PYTHON))." >&2; \
	for python in $(if $(PYTHON),"$(PYTHON)",python3 python); do \
	  "$$python" -c '$(SAY_WHICH)' >&2 2>/dev/null || true; \
	done; \
	echo "Install one of them (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew" >&2; \
	echo "install python@3.13), or name one: make book PYTHON=/path/to/python3.12" >&2; \
	exit 1

# The locks are whole, so nothing is resolved: a pip that resolves takes the newest release of a
# package that is asked for with an extra (coverage[toml]), and then finds that it has no hash.
LOCKED := --quiet --compile --no-deps --require-hashes

# pip fetches everything before it installs anything.
SAY_AS_IT_WAS = echo "The packages that $< names could not be installed, for the reason above:" \
  "nothing was changed, and the built site is as it was. Remedy: mend the lock or the network" \
  "(behind a mirror, set PIP_INDEX_URL) and run make again." >&2

# The stamps: a lock newer than its stamp is installed again.
$(VENV)/.runtime: requirements.txt | $(BIN)/python
	@echo "Installing the packages of $<"
	@$(PIP) install $(LOCKED) --requirement $< || { $(SAY_AS_IT_WAS); exit 1; }
	$(BIN)/python -m compileall -q $(VENV)/lib >/dev/null || true
	@touch $@

$(VENV)/.package: pyproject.toml requirements.in requirements-cluster.in $(VENV)/.runtime
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.cluster: requirements-cluster.txt $(VENV)/.package
	@echo "Installing the packages of $<"
	@$(PIP) install $(LOCKED) --requirement $< || { $(SAY_AS_IT_WAS); exit 1; }
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.package
	@echo "Installing the packages of $<"
	@$(PIP) install $(LOCKED) --requirement $< || { $(SAY_AS_IT_WAS); exit 1; }
	@touch $@

# Resolves from nothing, so that no earlier answer is kept; in _build, so that the comments in the
# locks name plain files; without the caller's configuration, so that no index of theirs leaks.
RESOLVE := uv/bin/uv pip compile --no-config --quiet --no-header \
  --universal --python-version 3.11 --fork-strategy fewest --generate-hashes

$(UV): Makefile | $(BIN)/python
	$(BIN)/python -m venv --clear _build/uv
	_build/uv/bin/python -m pip --disable-pip-version-check install --quiet uv==$(UV_VERSION)
	@touch $@
