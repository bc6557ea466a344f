# Commands for a fresh machine and for every day; `make help` lists them.

PORT ?= 5000
ROWS ?=
NAME ?=

PYTHON := .venv/bin/python
SCREENING := .venv/bin/screening
CATALOGS := $(wildcard screening/translations/*/LC_MESSAGES/messages.po)

# The public registry alone, and no trace of where the packages came from.
LOCK := env -u PIP_EXTRA_INDEX_URL -u PIP_FIND_LINKS PIP_CONFIG_FILE=/dev/null \
	CUSTOM_COMPILE_COMMAND="make lock" .venv/bin/pip-compile --quiet --generate-hashes \
	--allow-unsafe --strip-extras --build-deps-for editable \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

# A database of its own, for what looks at tables only.
SCRATCH := env -u DATABASE_URL -u SCREENING_CONFIG INSTANCE_PATH=build/migration

.NOTPARALLEL:
.PHONY: help demo run install install-check install-test test check bench coverage screenshots \
	check-format check-lint check-types check-imports check-templates check-conventions \
	check-docs compile-translations translations migration lock upgrade

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: install compile-translations ## Serve labeled synthetic data on PORT (5000); ROWS sets its size
	$(SCREENING) init
	$(SCREENING) demo $(if $(ROWS),--rows $(ROWS))
	$(SCREENING) serve --port $(PORT)

run: install compile-translations ## Serve what is in instance/ on PORT (5000) with the production server
	$(SCREENING) init
	$(SCREENING) serve --port $(PORT)

install: ## Make .venv with what the program needs
	@sh scripts/bootstrap.sh run

install-check:
	@sh scripts/bootstrap.sh check

install-test:
	@sh scripts/bootstrap.sh test

test: install-test compile-translations ## Run every test: both databases, real browser
	$(PYTHON) -m pytest -n 2 --dist worksteal

coverage: install-test compile-translations ## Run every test in one process and report the lines missed
	.venv/bin/coverage run -m pytest
	.venv/bin/coverage report

check: check-format check-lint check-types check-imports check-templates check-conventions check-docs ## Format, lint, types, imports, templates, translations, generated docs

check-format: install-check
	.venv/bin/ruff format --check

check-lint: install-check
	.venv/bin/ruff check

check-types: install-check
	.venv/bin/mypy

check-imports: install-check
	.venv/bin/lint-imports

check-templates: install-check
	.venv/bin/djlint --lint --quiet templates

check-conventions: install-check compile-translations
	$(PYTHON) -m pytest tests/conventions -q

check-docs: install-check
	$(SCREENING) docs --check

bench: install-test compile-translations ## Run the benchmarks and print one table
	$(PYTHON) -m benchmarks

screenshots: install-test compile-translations ## Take the screenshots of the README anew
	$(PYTHON) scripts/screenshots.py

compile-translations: $(CATALOGS:.po=.mo)

%.mo: %.po
	.venv/bin/pybabel --quiet compile --input-file $< --output-file $@

translations: install ## Bring the catalogs up to date with the sentences in code and templates
	mkdir -p build
	scripts/extract-messages.sh build/messages.pot
	.venv/bin/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete \
		--ignore-pot-creation-date \
		--input-file build/messages.pot --output-dir screening/translations

migration: install-check ## Write what the models have and the newest migration has not: NAME=words_joined_so
	@test -n "$(NAME)" || { echo "usage: make migration NAME=words_joined_so" >&2; exit 2; }
	rm -rf build/migration
	mkdir -p build/migration
	$(SCRATCH) .venv/bin/flask --app wsgi db upgrade
	$(SCRATCH) .venv/bin/flask --app wsgi db revision --autogenerate \
		--rev-id $(shell date +%Y%m%d)_$(NAME) --message "$(subst _, ,$(NAME))"
	.venv/bin/ruff check --quiet --fix --select F,I screening/database/migrations
	.venv/bin/ruff format --quiet screening/database/migrations

lock: ## Write the locks anew for setup.cfg, keeping versions that still fit
upgrade: ## Write the locks anew with the newest versions
upgrade: LOCK += --upgrade
lock upgrade: install-check
	$(LOCK) --output-file requirements.lock setup.cfg
	$(LOCK) --extra test --constraint requirements.lock --output-file requirements-test.lock setup.cfg
