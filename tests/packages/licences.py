"""Every crate that is built in comes from crates.io, under a licence that deny.toml allows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = "registry+https://github.com/rust-lang/crates.io-index"


def allows(licence: str, allowed: set[str]) -> bool:
    """Whether a licence expression can be met: one of what OR joins, all of what AND joins."""
    flat = re.sub(r"[()]", " ", licence.replace("/", " OR "))
    # AND binds closer than OR; brackets stand only around OR, so each side of an AND is met by itself.
    if ") AND" in licence or "AND (" in licence:
        return all(allows(part.strip(" ()"), allowed) for part in re.split(r"\bAND\b", licence))
    either = re.split(r"\bOR\b", flat)
    return any(all(each.strip() in allowed for each in re.split(r"\bAND\b", part)) for part in either)


def main() -> None:
    rules = tomllib.loads((ROOT / "deny.toml").read_text())["licenses"]
    allowed, beside = set(rules["allow"]), {each["name"]: set(each["allow"]) for each in rules["exceptions"]}
    told = subprocess.run(["cargo", "metadata", "--format-version=1", "--locked"], cwd=ROOT, check=True, capture_output=True)
    packages = json.loads(told.stdout)["packages"]
    ours = {each["name"] for each in packages if each["source"] is None}
    wrong = [f"{each['name']}: from {each['source']}" for each in packages if each["source"] not in (None, SOURCE)]
    wrong += [
        f"{each['name']}: {each['license']}"
        for each in packages
        if not allows(each["license"] or "none", allowed | beside.get(each["name"], set()))
    ]
    if wrong:
        sys.exit("licences and sources: " + "; ".join(wrong))
    print(f"licences and sources: {len(packages) - len(ours)} crates of others, all from crates.io and allowed")


if __name__ == "__main__":
    main()
