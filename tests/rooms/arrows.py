"""Which file of a package takes names from which: Rust, Python and C, read as text.

In Rust by `use` and by paths, followed through re-exports to the file that defines the name; in Python by
imports; in C by what is called. A file that only re-exports is no room, tests are none, and what is called
on a value (a method) draws no arrow.
"""

import ast
import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

QUOTED = re.compile(
    r"""//[^\n]*|/\*.*?\*/|\bb?r(#*)".*?"\1|"(?:\\.|[^"\\])*"|'(?:\\(?:u\{\w+\}|x\w\w|.)|[^'\\])'""", re.S
)
USE = re.compile(r"(pub(?:\([\w: ]+\))?\s+)?\buse\s+([^;$]+);")
PATH = re.compile(r"(?<![\w:.])(\$crate|[a-z_]\w*)((?:\s*::\s*\w+)+)")


def block_end(text: str, start: int) -> int:
    """Where the item that begins at `start` ends: at its `;`, or with its braces."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0 and text[place] in ";}":
            return place + 1
    return len(text)


@lru_cache(maxsize=None)
def product(text: str) -> str:
    """Rust without comments, strings and tests; what stands in an inline module stands in its file."""
    text = QUOTED.sub(lambda quoted: " " if quoted[0][:2] in ("//", "/*") else '""', text)
    while test := re.search(r"#\[cfg\((?:test|doctest|all\(test)[^\]]*\]", text):
        text = text[: test.start()] + text[block_end(text, test.end()) :]
    for inline in re.finditer(r"\bmod \w+ \{", text):
        end = block_end(text, inline.start())
        text = text[: inline.end()] + text[inline.end() : end].replace("super::", "self ::") + text[end:]
    return text


def leaves(tree: str, before: tuple = ()) -> list:
    """A tree of `use` as (path, name here): `a::{b, c as d}` is two."""
    head, brace, inner = tree.strip().partition("{")
    steps = [step.strip() for step in re.sub(r"\s+as\s+.*", "", head).split("::") if step.strip()]
    path = before + tuple(steps)
    if brace:
        parts, depth, begun = [], 0, 0
        inner = inner.rstrip()[:-1]
        for place, letter in enumerate(inner + ","):
            depth += {"{": 1, "}": -1}.get(letter, 0)
            if letter == "," and depth == 0:
                parts.append(inner[begun:place])
                begun = place + 1
        return [leaf for part in parts if part.strip() for leaf in leaves(part, path)]
    path = path[:-1] if path and path[-1] == "self" and len(path) > 1 else path
    renamed = re.search(r"\s+as\s+(\w+)", head)
    return [(path, renamed[1] if renamed else path[-1])] if path else []


class Crate:
    """One crate: its modules, which file each is, and what its files re-export."""

    def __init__(self, folder: Path):
        self.files, self.texts, self.aliases = {}, {}, {}
        for file in sorted(folder.rglob("*.rs")):
            steps = file.relative_to(folder).with_suffix("").parts
            module = steps[:-1] if steps[-1] in ("mod", "lib", "main") else steps
            if steps[-1] != "tests":
                self.files[module], self.texts[module] = file, product(file.read_text("utf-8"))
        for module, text in self.texts.items():
            trees = [leaf for use in USE.finditer(text) for leaf in leaves(use[2])]
            self.aliases[module] = {name: path for path, name in trees if path[-1] != "*"}

    def faces(self, module: tuple) -> bool:
        """Whether a file only re-exports."""
        text = re.sub(r"#!?\[[^\]]*\]|(pub(\([\w: ]+\))? )?(mod \w+|use [^;]+);", "", self.texts[module])
        return not text.strip()

    def resolve(self, module: tuple, path: tuple, asked: frozenset = frozenset()):
        """The module whose file defines what a path means there; nothing when it is another crate's."""
        here, first = module, path[0]
        if first in ("crate", "$crate"):
            here, path = (), path[1:]
        while path and path[0] in ("self", "super"):
            here, path = (here[:-1] if path[0] == "super" else here), path[1:]
        if path and first == path[0] and here + path[:1] not in self.files and first not in self.aliases[here]:
            return None
        for place, step in enumerate(path):
            if here + (step,) in self.files:
                here += (step,)
            elif step in self.aliases[here] and (here, step) not in asked:
                meant = self.aliases[here][step] + path[place + 1 :]
                return self.resolve(here, meant, asked | {(here, step)})
            else:
                return here
        return None if self.faces(here) else here

    def arrows(self) -> dict:
        arrows = defaultdict(lambda: defaultdict(set))
        for module, text in self.texts.items():
            if self.faces(module):
                continue
            paths = [path for use in USE.finditer(text) for path, _ in leaves(use[2])]
            rest = USE.sub("", text)
            paths += [(each[1], *re.findall(r"\w+", each[2])) for each in PATH.finditer(rest)]
            for path in paths:
                target = self.resolve(module, path)
                if target is not None and target != module:
                    arrows[self.files[module]][self.files[target]].add(path[-1])
        return arrows


def python_arrows(folder: Path) -> dict:
    """Arrows between the modules of a Python package; what its face hands on leads to where it stands."""
    arrows, handed = defaultdict(lambda: defaultdict(set)), {}
    trees = {file: ast.parse(file.read_text("utf-8")) for file in sorted(folder.glob("*.py"))}
    imports = [(file, node) for file, tree in trees.items() for node in ast.walk(tree)
               if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").startswith("gongdan"))]
    for face in (True, False):
        for file, node in imports:
            if (file.name == "__init__.py") != face:
                continue
            module = (node.module or "").removeprefix("gongdan").lstrip(".")
            for name in node.names:
                target = folder / f"{module or name.name}.py"
                if not module and not target.exists():
                    target = handed.get(name.name, folder / "__init__.py")
                if face:
                    handed[name.asname or name.name] = target
                elif target in trees and target != file:
                    arrows[file][target].add(name.name)
    return arrows


def c_arrows(folder: Path) -> dict:
    """Arrows between C sources: who calls what another defines."""
    texts = {file: QUOTED.sub(" ", file.read_text("utf-8")) for file in sorted(folder.glob("*.c"))}
    defines = {name: file for file, text in texts.items()
               for name in re.findall(r"^(?!static)\w[\w *]*?\b(\w+)\([^;{}]*\)\s*\{", text, re.M)}
    defines |= {name: file for file, text in texts.items()
                for name in re.findall(r"^(?!static|extern|typedef|return)\w[\w *]*?\b(\w+)(?: =[^;]*)?;", text, re.M)}
    arrows = defaultdict(lambda: defaultdict(set))
    for file, text in texts.items():
        for name in set(re.findall(r"\b\w+\b", text)) & set(defines):
            if defines[name] != file:
                arrows[file][defines[name]].add(name)
    return arrows
