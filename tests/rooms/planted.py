#!/usr/bin/env python3
"""Mistakes planted in a copy of the sources, each of which circles.py must find, and nothing before."""

import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from circles import judge

ROOT = Path(__file__).resolve().parents[2]

# What is planted: the file, what is added to it, and what is found then.
PLANTED = [
    ("crates/gongdan-domain/src/day.rs", "use crate::calendar::Calendar;", "circle"),
    ("crates/gongdan/src/store/hash.rs", "fn late() { crate::store::head::nothing() }", "circle"),
    ("crates/gongdan/src/store/row.rs", "use crate::asking::Filter;", "arrow"),
    ("crates/gongdan/src/figures/rank.rs", "fn late() -> rusqlite::Result<()> { Ok(()) }", "arrow"),
    ("crates/gongdan/src/asking/find.rs", "fn late() { gongdan_domain::decide(1) }", "arrow"),
    ("crates/gongdan-bulletin/src/model.rs", "pub struct Receipt;", ""),
    ("crates/gongdan-bulletin/src/lib.rs", "pub use model::Receipt;", "arrow"),
    ("crates/gongdan-domain/src/text.rs", "fn late() { gongdan::now() }", "arrow"),
    ("bindings/python/python/gongdan/rate.py", "from .hotline import Hotline", "circle"),
    ("bindings/c/examples/desk/desk.c", "void late(void) { list_refresh(); }", "circle"),
    # What is said in comments, in texts and in tests is no arrow.
    ("crates/gongdan-domain/src/day.rs", "// use crate::calendar::Calendar;", ""),
    ("crates/gongdan-domain/src/day.rs", 'const LATE: &str = "crate::calendar::Calendar";', ""),
    ("crates/gongdan-domain/src/day.rs", "#[cfg(test)]\nmod late { use crate::calendar::Calendar; }", ""),
]


def found(root: Path) -> str:
    """What is wrong."""
    _, round_about, wrong = judge(root)
    return " ".join(["circle"] * bool(round_about) + ["arrow"] * bool(wrong))


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        copy, failed = Path(folder), []
        kept = shutil.ignore_patterns("target", "*.db", "__pycache__")
        for part in ("crates", "bindings", "faces"):
            shutil.copytree(ROOT / part, copy / part, ignore=kept)
        if before := found(copy):
            failed.append(f"nothing planted: {before}")
        for place, added, expected in PLANTED:
            file = copy / place
            text = file.read_text("utf-8")
            file.write_text(f"{text}\n{added}\n", "utf-8")
            if (now := found(copy)) != expected:
                failed.append(f"{place}: {added}: {expected or 'nothing'} expected, found {now or 'nothing'}")
            file.write_text(text, "utf-8")
    print("\n".join(failed) or f"planted: {len(PLANTED)}, each found for what it is")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
