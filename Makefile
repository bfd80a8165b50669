# make run: install what is missing and open the board. make test: the tests. The rest: make help.
SHELL := /bin/bash
PYTHON := .venv/bin/python
PYTEST := QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(PYTHON) -m pytest
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test check format words pictures faults bench lock clean

help:
	@echo 'make run     install what is missing and open the board (make run ARGS="--windowed")'
	@echo 'make test    install what tests need and run them (make test ARGS="tests/board -x")'
	@echo 'make check   style, types and import borders; changes nothing'
	@echo 'make format  put the code into shape'
	@echo 'make words   bring the catalogues of words up to date (make words ARGS=it begins one)'
	@echo 'make pictures  paint the pictures of the README anew from the scenes of the gallery'
	@echo 'make faults  kills, cuts, damage and floods (make faults LONG=1 for the long form)'
	@echo 'make bench   measure speed and memory and print a table'
	@echo 'make lock    resolve the pinned packages anew'
	@echo 'make clean   remove the environment and what tools left behind'

run:
	@.ci/setup run
	@.venv/bin/gembaboard $(ARGS)

test: # what is painted is tried in a process of its own, in which nothing else has left anything behind
	@.ci/setup test
ifeq ($(strip $(ARGS)),)
	@$(PYTEST) -m "not faults and not bench" --ignore=tests/widgets --ignore=tests/themes
	@$(PYTEST) -m "not faults and not bench" tests/widgets tests/themes
else
	@$(PYTEST) -m "not faults and not bench" $(ARGS)
endif

check:
	@.ci/setup test
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@.venv/bin/lint-imports

format:
	@.ci/setup test
	@.venv/bin/ruff check --fix
	@.venv/bin/ruff format

words:
	@.ci/setup test
	@$(PYTHON) -m tests.house.catalogue $(ARGS)

pictures:
	@.ci/setup test
	@$(PYTHON) -m widgets --render assets/pictures --readme

faults:
	@.ci/setup test
	@LONG=$(LONG) $(PYTEST) -m faults $(ARGS)

bench:
	@.ci/setup bench
	@$(PYTHON) -m tests.bench $(ARGS)

lock:
	@.ci/lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist out *.egg-info
