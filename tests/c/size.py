#!/usr/bin/env python3
"""How large what is released is: the stripped shared library of C as it is installed, and the wheel; above the limit it is said.

    tests/c/size.py PREFIX           # bindings/c/install PREFIX release was run before
    tests/c/size.py PREFIX WHEEL     # make wheel as well
"""

import subprocess
import sys
from pathlib import Path

#: Bytes: a library that is embedded stays below (ARCHITECTURE.md says what keeps it so).
LIMIT = 6_000_000
#: And of the whole package of Python, as it is downloaded.
WHEEL = 8_000_000


def library(prefix):
    """The stripped library's bytes; one that is not stripped is no release."""
    file = Path(prefix) / "lib" / "libgongdan.so"
    sections = subprocess.run(["readelf", "-SW", file], capture_output=True, text=True, check=True).stdout
    if " .symtab" in sections or " .debug_info" in sections:
        sys.exit(f"size: {file} is not stripped: install a release")
    return file.stat().st_size


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sizes = [("the stripped shared library", library(sys.argv[1]), LIMIT)]
    sizes += [("the wheel", Path(each).stat().st_size, WHEEL) for each in sys.argv[2:]]
    for what, size, limit in sizes:
        print(f"size: {what} has {size:,} bytes, fewer than {limit:,} are allowed", flush=True)
    over = [f"{what}, by {size - limit + 1:,} bytes" for what, size, limit in sizes if size >= limit]
    if over:
        sys.exit(f"size: FAILED: {'; '.join(over)}")


if __name__ == "__main__":
    main()
