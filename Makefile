# Two commands do all the set-up: `make run` and `make test`. The others are for every day (CONTRIBUTING.md).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
FORMS := $(patsubst ui/%.ui,src/reviewer/gui/forms/%.py,$(wildcard ui/*.ui))

.PHONY: run test lint types forms bench clean libraries test-libraries

run: libraries $(INSTALLED)
	@FILE="$(FILE)" $(BIN)/python packaging/main_job.py

test: test-libraries $(INSTALLED)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest

lint: $(INSTALLED)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: $(INSTALLED)
	@$(BIN)/mypy

forms: $(FORMS)

src/reviewer/gui/forms/%.py: ui/%.ui $(INSTALLED)
	@$(BIN)/pyside6-uic -g python $< -o $@

bench: $(INSTALLED)
	@$(BIN)/python benchmarks/window_start.py
	@$(BIN)/python benchmarks/reading.py
	@$(BIN)/python benchmarks/importing.py

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "Python 3.11 or newer is needed; name it with PYTHON=…"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) >/dev/null || { echo "Type: sudo apt-get install -y python3-venv"; exit 1; }
	@echo "Installing the Python packages into $(VENV) …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

libraries:
	@$(PYTHON) packaging/system_libraries.py

test-libraries:
	@$(PYTHON) packaging/system_libraries.py --tests

clean:
	rm -rf $(VENV) output artefacts build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
