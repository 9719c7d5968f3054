# The newest Python on the machine that this project runs on; override: make demo PYTHON=/path/to/python3.12
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	2>/dev/null && { command -v $$p; break; }; done)
BIN := .venv/bin
COVERAGE ?=
EDITION ?=
PORT ?=

# Installs, and says how far it is: each package is looked at first, then all are installed at once.
# What pip ends with goes past awk on a stream of its own, so that a failure is one here too.
install = echo "Installing $(1), once; this takes some minutes."; exec 4>&1; \
	ended=$$({ { $(BIN)/python -m pip install --disable-pip-version-check --progress-bar off \
	-c constraints.txt -e '$(1)'; echo $$? >&3; } | awk -v most=$$(grep -c '==' constraints.txt) \
	'/^(Collecting|Requirement already)/ { n++; if (n % 25 == 0) print "  " n " of at most " most " packages looked at" } \
	/^Installing collected/ { print "  installing " NF - 3 " packages" } { fflush() }' >&4; } 3>&1); exit $$ended

.DEFAULT_GOAL := help
.PHONY: help demo test test-containers nightly up format docs clean

help:  ## Say what can be made.
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' Makefile

demo: .venv/.runtime  ## Replay the bundled newsroom (or COVERAGE=DIR, at PORT=N) through Airflow and show the reports.
	@$(BIN)/bias demo --airflow $(if $(COVERAGE),--coverage "$(COVERAGE)") $(if $(EDITION),--edition "$(EDITION)") $(if $(PORT),--port "$(PORT)")

test: .venv/.dev  ## Run every check: lint, types, import contract, unit, gold, DAG, browser, end to end.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bias lexicon check
	$(BIN)/python -m pytest -n auto

test-containers: .venv/.dev  ## Build the image and bring docker-compose.yml up once; needs a container engine.
	$(BIN)/python -m tests.containers

nightly: .venv/.runtime  ## Run the DAG nightly_coverage on the outlets of outlets.toml, over the internet.
	@$(BIN)/bias nightly --airflow $(if $(EDITION),--edition "$(EDITION)")

up: .venv/.runtime  ## Start Airflow with its UI, scheduler and this project's DAGs; prints the credentials.
	@$(BIN)/bias up $(if $(PORT),--port "$(PORT)")

format: .venv/.dev  ## Format the code and mend what the linter can mend.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: .venv/.dev  ## Write what is generated again: docs/lexicon/, data.md, library.md, docs/sample/, the JSON Schema, the gold pages.
	$(BIN)/python -m bias.wording.document
	$(BIN)/python -m tests.report.gold
	$(BIN)/python -m tests.sample

clean:  ## Remove the environment, Airflow's home and the demo's results; keeps archive/ and reports/ of your own.
	rm -rf .venv .airflow build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf archive/demo* reports/demo*

.venv/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 (with venv) is needed and was not found; name one: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.runtime: .venv/pyvenv.cfg pyproject.toml constraints.txt
	@$(call install,.[airflow])
	@touch $@

.venv/.dev: .venv/.runtime
	@$(call install,.[dev])
	@touch $@
