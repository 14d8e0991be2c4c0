# Throughline's everyday commands. `make` alone lists them.

PORT ?= 8080
CUSTOMERS ?= 50
DATA ?= data/demo
DATABASE ?= sqlite:data/throughline.sqlite

program = .build/release/throughline
swift_code = Sources Tests Package.swift
ruff = --quiet --config Tests/EndToEnd/pyproject.toml
python_code = Tests/EndToEnd scripts/check-rooms scripts/closing-line

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test check-all bench docs format lint clean release

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what building and testing need, if it is missing
	@scripts/setup test

demo: release ## Serve a made-up partnership (PORT=8080 CUSTOMERS=50 DATA=data/demo)
	@mkdir -p $(DATA)
	$(program) demo --customers $(CUSTOMERS) --port $(PORT) --data $(DATA)

serve: release ## Serve a database of your own (PORT=8080 DATABASE=sqlite:data/throughline.sqlite)
	@mkdir -p data
	$(program) serve --database '$(DATABASE)' --port $(PORT)

test: setup ## Build, run the Swift tests, then the end-to-end tests in a real browser
	@scripts/test

check-all: ## Lint, then every test, the slow ones too, against a release build
	@scripts/setup all
	@$(MAKE) --no-print-directory lint
	@scripts/docs
	@CHECK_ALL=1 scripts/test

bench: ## Measure, and print the tables of docs/performance.md
	@scripts/setup all
	Benchmarks/run

docs: ## Build the documentation of the library Insight
	@scripts/setup build
	@scripts/docs

format: setup ## Lay out Swift and Python as this project writes them
	swift format format --in-place --recursive --parallel $(swift_code)
	.venv/bin/ruff check $(ruff) --fix-only $(python_code)
	.venv/bin/ruff format $(ruff) $(python_code)

lint: setup ## Check layout, types, and that every room keeps to its place
	swift format lint --strict --recursive --parallel $(swift_code)
	scripts/check-rooms
	.venv/bin/ruff check $(ruff) $(python_code)
	.venv/bin/ruff format $(ruff) --check $(python_code)
	.venv/bin/mypy --config-file Tests/EndToEnd/pyproject.toml Tests/EndToEnd

clean: ## Remove what was built and installed here; data/ stays
	rm -rf .build .build-* .venv artefacts

release:
	@scripts/setup build
	swift build -c release --product throughline
