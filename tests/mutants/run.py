"""Mutants of the counts' predicates, the laws and the oracle against each: run.py [NAME ...].

Prints who caught what, and who got away; at most 2 in 100 may, each with a reason in explained.txt.
"""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import plant

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "oracle"))
import compare
import journal

HOUSE = ROOT / "target" / "mutants"
SOURCES = ["crates", "tests", "laws", "schema.sql", "README.md", "README.zh-CN.md", "Cargo.lock", "docs", "bindings/python/README.md"]
STATEMENTS = ["brought_back", "open_tickets", "citizens"]
PATIENCE = 180


def build_house():
    """A copy of the sources in which every mutant is planted; the mutants; the program."""
    for part in SOURCES:
        own, other = ROOT / part, HOUSE / part
        if own.is_dir():
            shutil.copytree(own, other, dirs_exist_ok=True, copy_function=copy_changed)
        elif own.exists():
            other.parent.mkdir(parents=True, exist_ok=True)
            copy_changed(own, other)
    manifest = (ROOT / "Cargo.toml").read_text()
    manifest = re.sub(r"members = \[.*?\]", 'members = ["crates/*", "tests", "laws"]', manifest, count=1)
    write_changed(HOUSE / "Cargo.toml", manifest)
    mutants = []
    for path in plant.RUST:
        planted = plant.Planted(path, (ROOT / path).read_text(), len(mutants))
        mutants += planted.mutants
        write_changed(HOUSE / path, planted.text)
    shared = plant.PlantedShared((ROOT / plant.SHARED).read_text(), len(mutants))
    mutants += shared.mutants
    write_changed(HOUSE / plant.SHARED, shared.text)
    for crate in ("gongdan-domain", "gongdan"):
        source = HOUSE / "crates" / crate / "src"
        (source / "mutants.rs").write_text(plant.SWITCH)
        lib = (ROOT / "crates" / crate / "src" / "lib.rs").read_text()
        write_changed(source / "lib.rs", re.sub(r"\nmod ", "\n#[allow(missing_docs, dead_code)]\nmod mutants;\nmod ", lib, count=1))
    plant_statements()
    build()
    return mutants


def copy_changed(own, other):
    write_changed(Path(other), Path(own).read_bytes())
    return other


def write_changed(path, content):
    """Leaves alone what stands already: only what changed is compiled again."""
    content = content.encode() if isinstance(content, str) else content
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)


def plant_statements():
    """Every statement of the figures asks which text it has."""
    for path in (ROOT / "crates/gongdan/src/store").rglob("*.rs"):
        text = path.read_text()
        names = re.findall(r"Self::\w+ => sql!\(file \"sql/(\w+)\.sql\"\)", text) if path.name == "figures.rs" else []
        for name in names + STATEMENTS:
            own = f'sql!(file "sql/{name}.sql")'
            text = text.replace(own, f'crate::mutants::statement("{name}", {own})')
        if text != path.read_text():
            write_changed(HOUSE / path.relative_to(ROOT), text)


PROGRAM = HOUSE / "target" / "debug" / "gongdan-laws"


def build():
    command = [os.environ.get("CARGO", "cargo"), "build", "--quiet", "-p", "gongdan-laws"]
    env = {**os.environ, "CARGO_TARGET_DIR": str(HOUSE / "target")}
    done = subprocess.run(command, cwd=HOUSE, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)


def statements():
    """The text of each statement, and its mutants."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "GONGDAN_MUTANT_DUMP": folder}
        subprocess.run([PROGRAM, "laws", "1", "1"], env=env, check=True, stdout=subprocess.DEVNULL)
        return {path.stem: path.read_text() for path in sorted(Path(folder).glob("*.sql"))}


# A statement that SQLite cannot read is no mutant.
BROKEN = re.compile(r"syntax error|no such column|wrong number of arguments|ambiguous|misuse of")


def told_by(command, env):
    """What a program says went wrong: nothing where all went well; what hangs did not."""
    try:
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return "it hangs"
    return done.stderr or "it failed" if done.returncode else ""


def laws(env, name, lives, seed, *how):
    """Whether a law is broken in some lives: in small ones, until one is, where only the first is asked for."""
    wrong = told_by([PROGRAM, "laws", str(lives), str(seed), *how], env)
    if BROKEN.search(wrong):
        raise SystemExit(f"{name} is no mutant: {wrong}")
    return bool(wrong)


# What the oracle says of a history does not depend on the mutant: it is worked out once for each.
REMEMBERED = {}


class Remembered(compare.Oracle):
    """An oracle that does not think twice."""

    def __init__(self, path):
        super().__init__(path)
        self.known = {}

    @staticmethod
    def of(path):
        history = hashlib.sha256(repr(journal.read(path)).encode()).digest()
        if history not in REMEMBERED:
            REMEMBERED[history] = Remembered(path)
            while len(REMEMBERED) > 20:
                del REMEMBERED[next(iter(REMEMBERED))]
        return REMEMBERED[history]

    def answer(self, *asked):
        if asked not in self.known:
            self.known[asked] = super().answer(*asked)
        return self.known[asked]


def oracle(env, tickets, seeds):
    """Whether the oracle finds a difference in some lives."""
    return any(differs(env, tickets, seed) for seed in seeds)


def differs(env, tickets, seed):
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "life.db")
        if told_by([PROGRAM, "live", path, str(seed), str(tickets)], env):
            return True
        tally = compare.Tally()
        try:
            compare.compared(Remembered.of(path), compare.Asked(path, PROGRAM, env), random.Random(seed), tally, True)
        except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError):
            # A history that nobody could have lived, or no answer: without a mutant neither happens.
            return True
        return bool(tally.different)


# Each looks first at every other mutant, at a small life; the other sees what it lets pass. What neither catches
# goes on, up to the first who does: to more small lives, then to large ones.
SMALL, LARGE = 5, 200
BOTH = [
    ("laws", lambda env, name: laws(env, name, 1, 1, "first")),
    ("oracle", lambda env, name: oracle(env, SMALL, [1])),
]
FURTHER = [
    ("oracle", lambda env, name: oracle(env, SMALL, [2, 3, 4, 5, 6])),
    ("laws", lambda env, name: laws(env, name, 3, 2, "first")),
    ("oracle", lambda env, name: oracle(env, LARGE, [7])),
    ("laws", lambda env, name: laws(env, name, 3, 5)),
]


def catch(mutant):
    """Who looks at a mutant, up to the first who catches it; whether anybody does."""
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as other:
        env = {**os.environ}
        if mutant and mutant.text:
            other.write(mutant.text)
            other.flush()
            env["GONGDAN_MUTANT_SQL"] = other.name
        elif mutant:
            env["GONGDAN_MUTANT"] = str(mutant.number)
        name = f"{mutant.where}: {mutant.name}" if mutant else "none"
        other = 1 if mutant and mutant.number % 2 else -1
        looked = []
        for who, looks in BOTH[::other] + FURTHER:
            looked.append(who)
            if looks(env, name):
                return mutant, looked, True
        return mutant, looked, False


def reasons(name):
    """Why some get away, or are none: a line each, the mutant and the reason."""
    lines = (Path(__file__).parent / name).read_text().splitlines()
    return dict(line.split(" | ") for line in lines if line and not line.startswith("#"))


def main():
    mutants = build_house()
    for name, text in statements().items():
        mutants += plant.sql_mutants(name, text, len(mutants))
    equal, known = reasons("equal.txt"), {f"{each.where}: {each.name}" for each in mutants}
    if gone := [each for each in equal if each not in known]:
        sys.exit(f"equal.txt names what is no mutant any more: {gone}")
    mutants = [each for each in mutants if f"{each.where}: {each.name}" not in equal]
    print(f"{len(mutants)} mutants; {len(equal)} changes that change nothing are left out (equal.txt)", flush=True)
    wanted = sys.argv[1:]
    mutants = [each for each in mutants if not wanted or any(word in f"{each.where}: {each.name}" for word in wanted)]
    if catch(None)[2]:
        sys.exit("without a mutant, the laws and the oracle must hold")
    # A run that is cut short has seen something of everything.
    random.Random(1).shuffle(mutants)
    jobs = int(os.environ.get("JOBS") or os.cpu_count())
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        caught = []
        for each in pool.map(catch, mutants):
            caught.append(each)
            who, what = told(each)
            print(f"{len(caught)}/{len(mutants)} {who:8} {what}", flush=True)
    tell(caught)


def told(each):
    """Who caught a mutant, and what it is."""
    mutant, looked, caught = each
    return looked[-1] if caught else "GOT AWAY", f"{mutant.where}: {mutant.name}"


def seen(caught, who):
    """How many mutants one of the two saw at first, and how many of them it caught."""
    first = [(looked, done) for _, looked, done in caught if looked[0] == who]
    return len(first), sum(done and len(looked) == 1 for looked, done in first)


def tell(caught):
    why = reasons("explained.txt")
    away = [told(each)[1] for each in caught if not each[2]]
    unexplained = [what for what in away if what not in why]
    for what in away:
        print(f"got away: {what}: {why.get(what, 'UNEXPLAINED')}")
    for who, _ in BOTH:
        first, own = seen(caught, who)
        all_own = sum(told(each)[0] == who for each in caught)
        print(f"the {who} caught {all_own}: of the {first} that it saw first, {own} in one small life")
    print(f"mutants: {len(caught)}, caught {len(caught) - len(away)},", end=" ")
    print(f"got away {len(away)} ({100 * len(away) / max(1, len(caught)):.1f} %), {len(unexplained)} unexplained")
    sys.exit(bool(unexplained) or len(away) > 0.02 * len(caught))


if __name__ == "__main__":
    main()
