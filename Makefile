# make test runs every test there is; the other targets are its parts and what a developer wants.
CARGO ?= cargo
PYTHON ?= python3
VENV := .venv
WHEELS := out/wheels

.PHONY: test test-long built crowds dev-wheel c-long package features faces faces-test lint rust docs oracle laws mutants torture torture-long wheel python bench-python bench-guard c c-windows c-fuzz fuzz fuzz-sheets \
	c-bench parity install demo bench clean

# Everything is built once, in one profile; then two parts are tried at a time, the longest first, and by itself what
# watches the clock.
# What tests need of it they take from BUILT and compile nothing again: other features are another compilation of
# every crate, so all that is compiled here is compiled with those of the whole workspace.
BUILT := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)/debug
WITH_BUILT := GONGDAN_BUILT=$(BUILT)
# (Python's extension is linked as one: a bare machine has no libpython.)
export PYO3_BUILD_EXTENSION_MODULE := 1
# (The C library among it is the one that writes every form.)
WORKSPACE := --workspace --features gongdan-c/office
test: built
	$(MAKE) --no-print-directory -j2 --output-sync=target python rust torture c lint docs laws oracle faces-test parity
	$(MAKE) --no-print-directory crowds

built:
	$(CARGO) build $(WORKSPACE) --lib --bins --examples --tests --quiet

# Writes every face from the tables (faces/README.md); make lint compares.
faces:
	$(CARGO) run --quiet -p gongdan-faces -- write

# Formatting, rooms (circles between files, arrows that run up), faces that are not as the tables have
# them, and every warning is an error.
lint: built
	$(PYTHON) -B tests/rooms/circles.py
	$(PYTHON) -B tests/rooms/planted.py
	$(CARGO) fmt --all --check
	$(BUILT)/gongdan-faces check
	@if command -v git >/dev/null; then for each in tests/cost_of_a_change/*.patch; do \
		git apply --check --whitespace=nowarn $$each || exit 1; done; \
		else echo "SKIPPED: that the patches of tests/cost_of_a_change apply: there is no git"; fi
	$(CARGO) clippy $(WORKSPACE) --all-targets --quiet -- -D warnings

# Unit, scenario, property, file and process tests, and every example in the docs.
rust: built
	MAKEFLAGS= $(CARGO) test $(WORKSPACE) --quiet

# The figures beside an oracle in Python that shares nothing with the library's counting, cell by cell,
# over wild lives (tests/oracle/README.md): make oracle LIVES=20 TICKETS=2000 SEED=1
SEED ?= 1
TICKETS ?= 200
LAWS := $(BUILT)/gongdan-laws
oracle: built
	GONGDAN_LAWS=$(LAWS) $(PYTHON) -B tests/oracle/run.py $(or $(LIVES),2) $(TICKETS) $(SEED)

# The laws of the figures over wild lives (laws/README.md), how often each was met: make laws LIVES=200 SEED=1
laws: built
	$(LAWS) laws $(or $(LIVES),20) $(SEED)

# Every predicate of a count wrong in every way, the laws and the oracle against each (tests/mutants):
# make mutants ONLY="closed_on flow_tickets" JOBS=1
mutants:
	CARGO="$(CARGO)" JOBS=$(JOBS) $(PYTHON) -B tests/mutants/run.py $(ONLY)

# Kills, faults, power cuts, crowds and forgers, and the mutants that must be caught: the fast set.
# What each one shows, and its figures: torture/README.md.
TORTURE := $(BUILT)/gongdan-torture --seed $(SEED)
torture: built
	$(TORTURE) kill --rounds 60
	$(TORTURE) kill --rounds 20 --mutant ack-first
	$(TORTURE) iofault --one-in 32
	$(TORTURE) iofault --during recovery --one-in 80
	$(TORTURE) iofault --during use --one-in 32
	$(TORTURE) iofault --during reading
	$(TORTURE) oom --one-in 600
	$(TORTURE) powercut --one-in 5
	$(TORTURE) powercut --commits 60 --one-in 20 --sync normal
	$(TORTURE) powercut --commits 60 --one-in 20 --sync off
	$(TORTURE) full
	$(TORTURE) flip
	$(TORTURE) flip --flips 100 --mutant skip-rows
	$(TORTURE) hostile
	$(TORTURE) tamper
	$(TORTURE) tamper --mutant skip-rows
	$(TORTURE) backup
	$(TORTURE) clock

# Crowds on one file, which have to be served in time.
crowds: built
	$(TORTURE) contend --seconds 6 --fair 500
	$(TORTURE) contend --seconds 5 --rate 10
	$(TORTURE) soak --seconds 10
	$(TORTURE) starve

# The same for a night, another one with every SEED; stopped and begun again, it goes on. PERCENT=5 is
# a twentieth of a night.
PERCENT ?= 100
torture-long:
	CARGO="$(CARGO)" torture/night $(SEED) $(PERCENT)

# The same random commands through Rust, Python and C leave the same bytes: make parity COMMANDS=10000
COMMANDS ?= 2000
parity: dev-wheel
	$(WITH_BUILT) $(VENV)/bin/python tests/parity/run.py $(COMMANDS) $(SEED)

# What takes longer than a test may: what a change costs (tests/cost_of_a_change), and whether anything has
# become dearer (benches/guard), that crates pack and build with each feature, and the mutants.
test-long: bench-guard package features mutants c-long
	$(PYTHON) tests/cost_of_a_change/run.py

# Every crate that is published builds from its package alone. (What is not published has no version.)
CRATES := $(notdir $(wildcard crates/*))
package:
	$(CARGO) package --quiet --allow-dirty $(CRATES:%=-p %)

# The bulletin with each of its features alone, with none and with all: its tests, and no warning.
FEATURES := $(shell sed -n '/^\[features\]/,/^\[dep/s/^\([a-z]*\) = .*/\1/p' crates/gongdan-bulletin/Cargo.toml | grep -v default)
features:
	for each in "" $(FEATURES); do echo "features: $${each:-none}"; \
		set -- -p gongdan-bulletin --no-default-features --features "$$each"; \
		$(CARGO) clippy --quiet --all-targets "$$@" -- -D warnings && $(CARGO) test --quiet "$$@" || exit 1; done
	$(CARGO) test --quiet -p gongdan-bulletin --all-features

# The reference builds without a warning.
docs:
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --workspace --no-deps --quiet

# The wheel, built and installed in a virtual environment of its own.
wheel: $(VENV)/.ready
	rm -rf $(WHEELS)
	$(VENV)/bin/maturin build --quiet --release --locked -m bindings/python/Cargo.toml -o $(WHEELS)
	$(VENV)/bin/pip install --quiet --force-reinstall --no-deps $(WHEELS)/*.whl

# The same as everything else is built for tests.
dev-wheel: built $(VENV)/.ready
	rm -rf $(WHEELS)
	$(VENV)/bin/maturin build --quiet --locked -m bindings/python/Cargo.toml -o $(WHEELS)
	$(VENV)/bin/pip install --quiet --force-reinstall --no-deps $(WHEELS)/*.whl

# Everything that tests it: pytest, the docstrings, the types of a sample of use, the stubs against the
# extension.
python: dev-wheel
	GONGDAN_WHEEL=$$(ls $(WHEELS)/*.whl) $(VENV)/bin/python -X dev -W error -m pytest -q \
		-p no:cacheprovider -rP tests/python/test_wheel.py
	$(WITH_BUILT) $(VENV)/bin/python -X dev -W error -m pytest -q tests/python -p no:cacheprovider \
		--deselect tests/python/test_wheel.py
	$(VENV)/bin/python -m pytest -q --doctest-modules --pyargs gongdan -p no:cacheprovider
	$(VENV)/bin/mypy --strict tests/python/typed_use.py
	$(VENV)/bin/mypy --strict --config-file bindings/python/pyproject.toml -p gongdan
	$(VENV)/bin/python -m mypy.stubtest gongdan._core

$(VENV)/.ready: bindings/python/requirements-test.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

# The package beside its public peers (benches/python/README.md).
bench-python: $(VENV)/.ready
	$(VENV)/bin/pip install --quiet -r bindings/python/requirements-bench.txt
	$(VENV)/bin/maturin build --quiet --release --locked -m bindings/python/Cargo.toml -o $(WHEELS)
	$(VENV)/bin/pip install --quiet --force-reinstall --no-deps $(WHEELS)/*.whl
	$(VENV)/bin/python benches/python/all.py

# Instructions of a dozen paths beside kept ones, and what grew by more than 3 % (benches/README.md);
# KEEP=1 keeps what it counts, ONLY="open verify" counts these alone. The stripped C library and the wheel stay
# below their limits.
bench-guard: wheel
	bindings/c/install $(CURDIR)/target/c-prefix release
	$(PYTHON) -B tests/c/size.py $(CURDIR)/target/c-prefix $(WHEELS)/*.whl
	GONGDAN_PREFIX=$(CURDIR)/target/c-prefix GONGDAN_PYTHON=$(CURDIR)/$(VENV)/bin/python \
		$(CARGO) run --quiet --release -p gongdan-benches --bin bench-guard $(if $(KEEP),keep,$(ONLY))

# The C face as its users get it: header, symbols, C tests, walkthrough, scenarios, consumers,
# sanitizers. What a missing tool would have shown is named and skipped.
c: dev-wheel
	$(WITH_BUILT) MAKEFLAGS= $(PYTHON) tests/c/run.py --fast

# The same for the small library and the one with the feature `office`, each as it is released, under valgrind, and
# with a planted overflow that the sanitizers must see.
c-long:
	$(PYTHON) tests/c/run.py

# The C face against the tables, both ways: a compiler reads the header, and each bad value is named.
faces-test: built $(VENV)/.ready
	$(WITH_BUILT) $(VENV)/bin/python tests/faces/c.py

# The Windows library, cross-built, and the C tests against it under wine64; not part of make test.
c-windows:
	python3 tests/c/windows.py

# Random sequences of hostile calls through the C face: make c-fuzz SECONDS=600 FROM=1
SECONDS ?= 60
FROM ?= 1000000
c-fuzz:
	python3 tests/c/run.py --fuzz $(SECONDS) $(FROM)

# The coverage-guided ones, over calls and over hostile files, where there are cargo-fuzz, a nightly
# compiler and clang (bindings/c/fuzz/README.md): make fuzz SECONDS=600 SEED=2
fuzz:
	bindings/c/fuzz/run calls $(SECONDS) $(SEED)
	bindings/c/fuzz/run files $(SECONDS) $(SEED)
	PLANTED=1 bindings/c/fuzz/run calls 180 $(SEED)

# Sheets that are damaged by lot, through the readers of sheets, in at most four gigabytes: make fuzz-sheets SECONDS=600 SEED=2
fuzz-sheets:
	ulimit -v 4194304; GONGDAN_FUZZ_SECONDS=$(SECONDS) GONGDAN_FUZZ_SEED=$(SEED) \
		$(CARGO) test $(WORKSPACE) --quiet --test mutated -- --nocapture

# What a call through the C face costs, and how large the stripped library is.
c-bench:
	bindings/c/install $(CURDIR)/target/c-prefix release
	GONGDAN_PREFIX=$(CURDIR)/target/c-prefix $(CARGO) bench -p gongdan-benches --bench c_face

# Header, libraries, pkg-config file and CMake package: make install PREFIX=/usr/local
PREFIX ?= /usr/local
install:
	bindings/c/install $(PREFIX) release

demo:
	$(CARGO) run --release -- demo --out demo

bench:
	$(CARGO) bench -p gongdan-benches

clean:
	$(CARGO) clean
