# make test runs every test there is; the other targets are its parts and what a developer wants.
CARGO ?= cargo

.PHONY: test lint rust docs c c-fuzz install demo bench clean

test: lint rust docs c

# Formatting, and every warning is an error.
lint:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --quiet -- -D warnings

# Unit, scenario, property, file and process tests, and every example in the docs.
rust:
	$(CARGO) test --workspace --quiet

# The reference builds without a warning.
docs:
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --workspace --no-deps --quiet

# The C face as its users get it: header, symbols, C tests, walkthrough, scenarios, consumers,
# sanitizers, valgrind. What a missing tool would have shown is named and skipped.
c:
	python3 tests/c/run.py

# Random sequences of hostile calls through the C face: make c-fuzz SECONDS=600 FROM=1
SECONDS ?= 60
FROM ?= 1000000
c-fuzz:
	python3 tests/c/run.py --fuzz $(SECONDS) $(FROM)

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
