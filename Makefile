# `make` alone shows what there is. Every target first makes its own environment, in .venv.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8000
PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
RUFF := $(PYTHON) -m ruff
DJADE := .venv/bin/djade --target-version 5.2

# `make test` looks here for the other database and the other broker.
export TEST_DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/postgres
export TEST_REDIS_URL ?= redis://127.0.0.1:6379/0
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PRODUCTION := VSM_ENV=production SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_hex(32))') \
	ALLOWED_HOSTS=portal.example.com PORTAL_URL=https://portal.example.com \
	DATABASE_URL=postgres://portal@127.0.0.1/portal BROKER_URL=redis://127.0.0.1 \
	CACHE_URL=redis://127.0.0.1/1 EMAIL_URL=smtp://127.0.0.1:25 \
	DEFAULT_FROM_EMAIL=portal@example.com MEDIA_ROOT=/srv/portal/media

.PHONY: help setup run test ci journeys lint bench pictures lock format

help: ## show this list
	@sed -nE 's/^([a-z]+):.*## (.*)/\1|\2/p' Makefile | awk -F '|' '{ printf "make %-10s %s\n", $$1, $$2 }'

setup: ## make .venv, and install again when requirements.txt has changed
	@if ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		for python in python3 python3.13 python3.12 python3.11; do \
			$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; \
		done; \
		[ -n "$$python" ] || { echo "The portal wants Python 3.11 or later." >&2; exit 1; }; \
		echo "Making .venv with $$($$python --version)"; \
		$$python -m venv --clear .venv || { \
			echo "Python's venv is not complete; on Debian: apt-get install python3-venv" >&2; exit 1; }; \
	fi
	@cmp -s requirements.txt .venv/installed.txt || { \
		echo "Installing requirements.txt"; \
		$(PYTHON) -m pip install --quiet --require-hashes -r requirements.txt; \
		cp requirements.txt .venv/installed.txt; }

run: setup ## start the portal with its demo on http://localhost:8000 (or PORT=8001)
	@exec $(PYTHON) -m vsm_portal.start $(PORT)

test: setup ## run the whole suite on SQLite, and what differs there on PostgreSQL and Redis
	@$(PYTHON) -m vsm_portal.testing.suites

ci: setup ## run all that must hold before a change lands: PostgreSQL, Redis and Chromium are demanded
	@$(PYTHON) -m vsm_portal.testing.suites --demand-everything
	@$(MAKE) journeys lint

journeys: setup ## run the journeys in a real browser, on PostgreSQL
	@$(PYTHON) -m pytest -m browser

lint: setup ## check style, missing migrations and the settings for production
	@$(RUFF) check .
	@$(RUFF) format --check .
	@find templates -name '*.html' -print0 | xargs -0r $(DJADE) --check
	@$(MANAGE) makemigrations --check --dry-run
	@$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

bench: setup ## measure: every benchmarks/bench_*.py prints a table
	@for script in benchmarks/bench_*.py; do $(PYTHON) "$$script"; echo; done

pictures: setup ## take the pictures in docs/pictures/
	@$(PYTHON) docs/take_pictures.py

lock: setup ## write requirements.txt, with hashes, from requirements.in
	@$(PYTHON) -m pip install --quiet uv
	@$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command 'make lock' requirements.in -o requirements.txt

format: setup ## write the code as ruff and djade want it
	@$(RUFF) check --fix --select I .
	@$(RUFF) format .
	@find templates -name '*.html' -print0 | xargs -0r $(DJADE)
