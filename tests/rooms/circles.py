#!/usr/bin/env python3
"""Circles between the files of a package, arrows that run up, names out of place, and type names of the public
face that mean two things.

    tests/rooms/circles.py [ROOT]           prints each with the names that tie it, and how many there are
    tests/rooms/circles.py --of FILE        prints the arrows of one file

What is wrong is written in ARCHITECTURE.md, "Who may know whom", and in the tables below.
"""

import re
import sys
from pathlib import Path

from arrows import USE, Crate, c_arrows, leaves, product, python_arrows

# The packages from the ground up: each may know those of the rows below its own.
PACKAGES = [
    ["crates/gongdan-domain", "crates/gongdan-process"],
    ["crates/gongdan"],
    ["crates/gongdan-bulletin", "crates/gongdan-import", "crates/gongdan-lists", "crates/gongdan-sample", "crates/gongdan-tables"],
    ["crates/gongdan-cli", "bindings/c", "bindings/python", "faces"],
]
# The rooms of crates/gongdan from the ground up.
ROOMS = ["words", "machine", "fields", "store", "hotline", "asking", "figures", "persons", "exchange", "keeping"]
# A name, and where alone in the product it may stand.
ONLY = {
    r"rusqlite\b": ["crates/gongdan/src/store/", "crates/gongdan-process/src/"],
    r"decide\w*\(": ["crates/gongdan-domain/src/", "crates/gongdan/src/hotline/"],
}
PYTHON = "bindings/python/python/gongdan"
C_EXAMPLE = "bindings/c/examples/desk"


def circles(arrows: dict) -> list:
    """Groups of files each of which reaches the others."""
    reach = {}
    for file in arrows:
        seen, waiting = set(), list(arrows[file])
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += arrows.get(one, ())
        reach[file] = seen
    tied = {frozenset(other for other in reach[file] if file in reach.get(other, ())) for file in arrows}
    return sorted(sorted(group) for group in tied if len(group) > 1)


def floor(file: Path) -> int:
    """On which floor of crates/gongdan a file stands; lib.rs above all."""
    room = file.parts[3]
    return ROOMS.index(room) if room in ROOMS else len(ROOMS)


def upward(arrows: dict) -> list:
    """Arrows of crates/gongdan from a room to one above it."""
    return [(file, target) for file in arrows for target in arrows[file] if floor(file) < floor(target)]


def foreign(package: str, file: Path, text: str) -> list:
    """What a file names and may not: packages that do not stand below its own, and the names of ONLY."""
    row = next(place for place, packages in enumerate(PACKAGES) if package in packages)
    not_below = [each for packages in PACKAGES[row:] for each in packages if each != package]
    names = [rf"\b{Path(each).name.replace('-', '_')}::" for each in not_below if each.startswith("crates/")]
    names += [name for name, places in ONLY.items() if not str(file).startswith(tuple(places))]
    return [name for name in names if re.search(r"(?<![\w.])" + name, text)]


def exported(crate: Crate) -> dict:
    """The types that a crate's front page exports of its own, each with the file that defines it."""
    handed = [leaf for use in USE.finditer(crate.texts.get((), "")) if use[1] for leaf in leaves(use[2])]
    types = [(name, crate.resolve((), path)) for path, name in handed if name[0].isupper() and not name.isupper()]
    return {name: crate.files[module] for name, module in types if module is not None}


def twice(crates: dict, root: Path) -> list:
    """Types of the public face whose name means another thing elsewhere in it."""
    wrong, first = [], {}
    for package, crate in crates.items():
        if not package.startswith("crates/"):
            continue
        for name, file in exported(crate).items():
            if name in first:
                wrong.append((file.relative_to(root), f"{name} is a type of {first[name].relative_to(root)}"))
            first.setdefault(name, file)
    return wrong


def judge(root: Path) -> tuple:
    """All arrows, and what is wrong: circles, arrows up, names out of place, types with two meanings."""
    every, round_about = {}, []
    crates = {package: Crate(root / package / "src") for packages in PACKAGES for package in packages}
    wrong = twice(crates, root)
    for package, crate in crates.items():
        every |= (own := relative(crate.arrows(), root))
        round_about += circles(own)
        wrong += upward(own) if package == "crates/gongdan" else []
        for module, file in crate.files.items():
            place = file.relative_to(root)
            wrong += [(place, name) for name in foreign(package, place, crate.texts[module])]
    for own in (python_arrows(root / PYTHON), c_arrows(root / C_EXAMPLE)):
        every |= (own := relative(own, root))
        round_about += circles(own)
    return every, round_about, wrong


def relative(arrows: dict, root: Path) -> dict:
    """The same arrows with paths from the root."""
    short = lambda file: file.relative_to(root)
    return {short(file): {short(to): names for to, names in own.items()} for file, own in arrows.items()}


def main(arguments: list) -> int:
    root = Path(__file__).resolve().parents[2]
    if arguments[:1] == ["--of"]:
        every, _, _ = judge(root)
        for target, names in every.get(Path(arguments[1]), {}).items():
            print(f"{target}: {' '.join(sorted(names))}")
        return 0
    every, round_about, wrong = judge(Path(arguments[0]).resolve() if arguments else root)
    for group in round_about:
        print(f"circle of {len(group)} files")
        for file in group:
            for target in sorted(set(every[file]) & set(group)):
                print(f"    {file} -> {target}: {' '.join(sorted(every[file][target]))}")
    for file, what in wrong:
        names = f": {' '.join(sorted(every[file][what]))}" if isinstance(what, Path) else ""
        print(f"not allowed: {file} -> {what}{names}")
    print(f"files: {len(every)}  arrows: {sum(map(len, every.values()))}  not allowed: {len(wrong)}")
    print(f"circles: {len(round_about)}")
    return 1 if round_about or wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
