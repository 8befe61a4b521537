# make test runs every test there is; the other targets are its parts and what a developer wants.
CARGO ?= cargo

.PHONY: test lint rust docs demo bench clean

test: lint rust docs

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

demo:
	$(CARGO) run --release -- demo --out demo

bench:
	$(CARGO) bench -p gongdan-benches

clean:
	$(CARGO) clean
