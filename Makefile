# The commands of this project; the README shows the plain lines behind each.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP_INSTALL = $(BIN)/pip install --quiet --disable-pip-version-check -c requirements.lock
NO_MODELS = echo 'Sideline runs, but overlays are off until "$(BIN)/python app.py models" succeeds.'

.PHONY: run setup test check words bench screenshots clean

run: $(VENV)/.run-ready
	$(BIN)/python app.py

setup: $(VENV)/.dev-ready

test: $(VENV)/.dev-ready
	$(BIN)/python -m pytest -n 2

check: $(VENV)/.dev-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

words: $(VENV)/.dev-ready
	$(BIN)/python -m components.locale

bench: $(VENV)/.dev-ready
	$(BIN)/python -m benchmarks

screenshots: $(VENV)/.dev-ready
	$(BIN)/python -m docs.screenshots

clean:
	rm -rf $(VENV) .cache

$(BIN)/pip:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-ready: $(BIN)/pip pyproject.toml requirements.lock
	$(PIP_INSTALL) -e .
	$(BIN)/python app.py --help > /dev/null
	$(BIN)/python app.py models || $(NO_MODELS)
	touch $@

$(VENV)/.dev-ready: $(VENV)/.run-ready
	$(PIP_INSTALL) -e '.[dev]'
	touch $@
