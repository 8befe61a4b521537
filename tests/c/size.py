#!/usr/bin/env python3
"""How large the stripped shared library of a release is, as it is installed; above the limit it is said.

    tests/c/size.py PREFIX       # bindings/c/install PREFIX release was run before
"""

import subprocess
import sys
from pathlib import Path

#: Bytes: a library that is embedded stays below (ARCHITECTURE.md says what keeps it so).
LIMIT = 6_000_000


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    library = Path(sys.argv[1]) / "lib" / "libgongdan.so"
    size = library.stat().st_size
    sections = subprocess.run(["readelf", "-SW", library], capture_output=True, text=True, check=True).stdout
    if " .symtab" in sections or " .debug_info" in sections:
        sys.exit(f"size: {library} is not stripped: install a release")
    print(f"size: the stripped shared library has {size:,} bytes, fewer than {LIMIT:,} are allowed")
    if size >= LIMIT:
        sys.exit(f"size: FAILED: {size - LIMIT + 1:,} bytes too many")


if __name__ == "__main__":
    main()
