#!/usr/bin/env python3
"""Builds the C library as users get it and runs every C test against it.

    tests/c/run.py            all of it
    tests/c/run.py --fast     without valgrind, the small library, and the one with a planted overflow; under the
                              sanitizers a part of the month and of the sequences
    tests/c/run.py --quick    without sanitizers and documents as well
    tests/c/run.py --fuzz SECONDS FROM    new random sequences of calls, from this number on

Whatever tool is missing is named, and what it would have shown is skipped; what is there must
pass. The library is the debug build, installed under a temporary prefix: the small one, and then the
one with the feature `office`; where GONGDAN_BUILT says that everything has been built, that which was built
with it, which has that feature.
"""

import contextlib
import datetime
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import office
import race
import stories

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BINDING = ROOT / "bindings" / "c"
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
CARGO = os.environ.get("CARGO", "cargo")
BUILT = os.environ.get("GONGDAN_BUILT")
#: The library of everything that was built, where it was; and what the programs are told of it.
MADE, KIND = (f"{BUILT}/libgongdan_c.a", ["-DOFFICE"]) if BUILT else ("", [])
STRICT = ["-pedantic", "-Wall", "-Wextra", "-Werror", "-Wno-long-long"]
C89 = ["-std=c89", *STRICT]
PROGRAMS = ["names", "life", "caller", "viewer", "sound", "hostile", "gb18030", "golden", "opens", "scenarios", "replay"]
SANITIZERS = "-fsanitize=address,undefined"
SANITIZED = {"ASAN_OPTIONS": "detect_leaks=1", "UBSAN_OPTIONS": "halt_on_error=1"}


def say(text):
    print(f"c: {text}", flush=True)


def run(*command, **options):
    """Runs a command; when it fails, shows what it said and ends the tests."""
    words = [str(word) for word in command]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    text = done.stdout.decode(errors="replace")
    if done.returncode != 0:
        sys.exit(f"c: FAILED ({done.returncode}): {' '.join(words)}\n{text}")
    return text


def there(tool, shows):
    if shutil.which(tool):
        return True
    say(f"SKIPPED: {shows}: there is no {tool}")
    return False


class Desk:
    """What every test works with: the prefix, a folder for built programs, the golden file."""

    def __init__(self, folder):
        self.prefix = folder / "prefix"
        self.built = folder / "built"
        self.built.mkdir()
        self.golden, self.life = folder / "golden.db", folder / "life.db"
        self.cc = os.environ.get("CC", "cc")
        self.shared = [f"-L{self.prefix}/lib", "-lgongdan", "-lpthread", f"-Wl,-rpath,{self.prefix}/lib"]
        self.include = [f"-I{self.prefix}/include", f"-I{HERE}", "-D_DEFAULT_SOURCE", "-Wno-unused-function", *KIND]

    def install(self, prefix, **env):
        run(BINDING / "install", prefix, "debug", env={**os.environ, "CARGO": CARGO, "MADE": MADE, **env})

    def compile(self, name, *flags):
        program = self.built / (name + "".join(f for f in flags if f.startswith("-fsan")).replace("=", ""))
        run(self.cc, "-g", *C89, *flags, *self.include, HERE / f"{name}.c", "-o", program, *self.shared)
        return program

    def arguments(self, name, folder, quick):
        """What a program is given after its folder and the golden file."""
        if name == "golden" and quick:
            return ["quick"]
        if name == "opens":
            return [self.life, *self.moments(), *times()]
        if name == "scenarios":
            files = sorted((ROOT / "tests" / "scenarios").glob("*.json"))
            return [stories.written(each, folder) for each in files]
        if name == "replay":
            seeds = (HERE / "corpus.txt").read_text().split()
            return seeds[:4] if quick else seeds
        return []

    def moments(self):
        """A moment inside the wild life, and its last."""
        with contextlib.closing(sqlite3.connect(f"file:{self.life}?mode=ro", uri=True)) as life:
            (last,) = life.execute("SELECT MAX(last_at) FROM ticket").fetchone()
        written = "%Y-%m-%d %H:%M:%S.%f"
        office = datetime.timezone(datetime.timedelta(hours=8))
        of = [datetime.datetime.fromtimestamp(ms / 1000, office) for ms in (last - 9 * 86_400_000, last + 1)]
        return [each.strftime(written)[:-3] for each in of]

    def perform(self, program, *before, quick=False, env=None):
        """Runs a test program in a new folder, on a copy of the golden file."""
        name = re.sub("-fsan.*", "", program.name)
        with tempfile.TemporaryDirectory(dir=self.built) as folder:
            golden = Path(folder) / "golden.db"
            shutil.copy(self.golden, golden)
            full = {**os.environ, **(env or {})}
            given = self.arguments(name, folder, quick)
            return run(*before, program, folder, golden, *given, env=full).strip()


def times():
    """The counts that count events or minutes, not tickets."""
    return re.findall(r"^\| `(\w+)` .* Times\. \|$", (ROOT / "docs" / "figures.md").read_text(encoding="utf-8"), re.M)


def build(desk):
    desk.install(desk.prefix)
    if not BUILT:
        run(CARGO, "build", "-q", "-p", "gongdan-sample", "--example", "golden_file", cwd=ROOT)
        run(CARGO, "build", "-q", "-p", "gongdan-laws", cwd=ROOT)
    run(TARGET / "debug" / "examples" / "golden_file", desk.golden)
    run(TARGET / "debug" / "gongdan-laws", "live", desk.life, 43, 60)


def header(desk):
    program = desk.built / "header"
    run(desk.cc, *C89, *desk.include[:2], HERE / "header.c", "-o", program)
    run(program)
    if there("g++", "the header as C++98"):
        run("g++", "-x", "c++", "-std=c++98", *STRICT, *desk.include[:2], HERE / "header.c", "-c", "-o", f"{program}.o")
    say("the header compiles alone, twice included, as C89 and C++98")


def first_program(desk):
    """The example at the top of the header, as somebody copies it from there."""
    text = (desk.prefix / "include" / "gongdan.h").read_text()
    source = desk.built / "first.c"
    source.write_text(text.split("#if 0 /* An example. */\n")[1].split("\n#endif")[0] + "\n")
    run(desk.cc, *C89, *desk.include[:1], source, "-o", desk.built / "first", *desk.shared)
    told = run(desk.built / "first", desk.built / "first.db")
    assert "not_signed_off" in told and "a lamp is out: handled" in told, told
    say("the example in the header compiles as C89 and runs")


def symbols(desk):
    names = (BINDING / "gongdan.map").read_text()
    wanted = set(re.findall(r"^ +(gd_\w+);$", names, re.M))
    found = run("nm", "-D", "--defined-only", desk.prefix / "lib" / "libgongdan.so").split("\n")
    exported = {line.split()[-1] for line in found if line.strip()}
    assert exported == {f"{name}@@GONGDAN_0" for name in wanted} | {"GONGDAN_0"}, exported ^ wanted
    outside = run("nm", "--defined-only", "--extern-only", desk.prefix / "lib" / "libgongdan.a", stdin=subprocess.DEVNULL)
    visible = {line.split()[-1] for line in outside.split("\n") if len(line.split()) == 3}
    assert visible == wanted, visible ^ wanted
    soname = run("readelf", "-d", desk.prefix / "lib" / "libgongdan.so")
    assert "[libgongdan.so.0]" in soname, soname
    say(f"{len(wanted)} exported symbols, versioned, and no others in either library")


def programs(desk):
    for name in PROGRAMS:
        say(desk.perform(desk.compile(name)).splitlines()[-1])


def together(desk):
    """Three programs on one copy of the golden file at once."""
    with tempfile.TemporaryDirectory(dir=desk.built) as folder:
        file = Path(folder) / "golden.db"
        shutil.copy(desk.golden, file)
        say(race.race([desk.compile("race")], file, rounds=5))


def walkthrough(desk):
    told = desk.perform(desk.compile("walkthrough"))
    wanted = (ROOT / "tests" / "walkthrough.txt").read_text().strip()
    if told != wanted:
        pairs = zip(told.split("\n"), wanted.split("\n"))
        line = next((f"C: {a}\nall: {b}" for a, b in pairs if a != b), "one is longer")
        sys.exit(f"c: FAILED: the walkthrough differs\n{line}")
    say("the walkthrough's transcript is that of every face, byte for byte")


def has_sanitizers(desk):
    probe = desk.built / "probe.c"
    probe.write_text("int main(void) { return 0; }\n")
    has = subprocess.run([desk.cc, SANITIZERS, str(probe), "-o", str(desk.built / "probe")]).returncode == 0
    if not has:
        say("SKIPPED: AddressSanitizer: the compiler has none")
    return has


def sanitized(desk):
    if not has_sanitizers(desk):
        return
    for name in PROGRAMS:
        desk.perform(desk.compile(name, SANITIZERS), quick="--fast" in sys.argv, env=SANITIZED)
    say(f"{len(PROGRAMS)} programs under AddressSanitizer and UndefinedBehaviorSanitizer: no error, no leak")


def planted(desk):
    """The same replay, on a library with a planted overflow (src/strings.rs), has to fail: the sanitizer sees it."""
    if not has_sanitizers(desk):
        return
    prefix = desk.built / "planted"
    desk.install(prefix, GONGDAN_PLANTED_BUG="1", MADE="")
    program, golden = desk.compile("replay", SANITIZERS), desk.built / "planted.db"
    shutil.copy(desk.golden, golden)
    found = subprocess.run([program, desk.built, golden, *desk.arguments("replay", desk.built, False)], stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, env={**os.environ, **SANITIZED, "LD_LIBRARY_PATH": f"{prefix}/lib"}, timeout=600)
    text = found.stdout.decode(errors="replace")
    if found.returncode == 0 or "AddressSanitizer: heap-buffer-overflow" not in text:
        sys.exit(f"c: FAILED: nobody saw the planted overflow\n{text}")
    say("the replay finds an overflow that is planted behind the interface")


def valgrind(desk):
    if not there("valgrind", "no error and no leak under valgrind"):
        return
    grind = ["valgrind", "-q", "--error-exitcode=9", "--leak-check=full", "--errors-for-leak-kinds=definite,indirect,possible", f"--suppressions={HERE}/valgrind.supp"]
    for name in PROGRAMS:
        desk.perform(desk.built / name, *grind, quick=True)
    say(f"{len(PROGRAMS)} programs under valgrind: no error, no leak")


def old_program(desk):
    program = desk.built / "old"
    run(desk.cc, *C89, f"-I{BINDING}/include/history", HERE / "old.c", "-o", program, *desk.shared)
    say(desk.perform(program))


def consumers(desk):
    source = HERE / "consumers"
    config = {**os.environ, "PKG_CONFIG_PATH": f"{desk.prefix}/lib/pkgconfig"}
    rpath = f"-Wl,-rpath,{desk.prefix}/lib"
    if there("pkg-config", "a program built by cc with pkg-config"):
        flags = run("pkg-config", "--cflags", "--libs", "gongdan", env=config).split()
        run(desk.cc, source / "consumer.c", "-o", desk.built / "by_pkg_config", *flags, rpath)
        say("cc and pkg-config: " + run(desk.built / "by_pkg_config").strip())
        private = run("pkg-config", "--static", "--libs-only-l", "gongdan", env=config).split()[1:]
        run(desk.cc, "-DGD_STATIC", source / "two_sqlites.c", f"-I{desk.prefix}/include", "-o", desk.built / "two",
            desk.prefix / "lib" / "libgongdan.a", *private)
        say("static: " + run(desk.built / "two").strip())
    if there("g++", "a program built as C++"):
        run("g++", source / "consumer.cpp", "-o", desk.built / "by_cpp", f"-I{desk.prefix}/include", *desk.shared)
        say("C++: " + run(desk.built / "by_cpp").strip())
    if there("cmake", "a program built by CMake"):
        out = desk.built / "cmake"
        run("cmake", "-S", source, "-B", out, f"-DCMAKE_PREFIX_PATH={desk.prefix}")
        run("cmake", "--build", out)
        say("CMake, shared: " + run(out / "consumer_shared").strip())
        say("CMake, static: " + run(out / "consumer_static").strip())


def example(desk):
    """The GTK desk, built from the prefix and clicked through, where GTK and an X server are."""
    config = {**os.environ, "PKG_CONFIG_PATH": f"{desk.prefix}/lib/pkgconfig:{os.environ.get('PKG_CONFIG_PATH', '')}"}
    gtk = shutil.which("pkg-config") and subprocess.run(["pkg-config", "--exists", "gtk+-3.0"]).returncode == 0
    if not gtk:
        return say("SKIPPED: the desk example: there is no GTK 3 (Debian: libgtk-3-dev)")
    source = desk.built / "desk"
    shutil.copytree(BINDING / "examples" / "desk", source)
    run("make", "-C", source, "CFLAGS=-g -O1 -Wall -Wextra -Werror", env=config)
    say("the desk example builds")
    if there("Xvfb", "clicking through the desk example") and there("xdotool", "clicking through the desk example"):
        for line in run(sys.executable, HERE / "desk.py", source / "desk", desk.compile("race"), desk.golden).splitlines():
            say(line.removeprefix("c: "))


def with_office(desk):
    """The library that also writes workbooks and knows formats: each form of the golden month opens again."""
    prefix, folder = desk.built / "with-office", desk.built / "documents"
    if BUILT:
        prefix = desk.prefix
    else:
        desk.install(prefix, FEATURES="office")
    folder.mkdir()
    golden = shutil.copy(desk.golden, folder / "golden.db")
    env = {**os.environ, "LD_LIBRARY_PATH": f"{prefix}/lib"}
    run(desk.compile("office"), folder, golden, env=env)
    say(office.opened(folder))


def fuzz(desk, seconds, first):
    """Runs new sequences under the sanitizers, in memory where the system has such a folder."""
    program = desk.compile("replay", SANITIZERS)
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else desk.built) as folder:
        print(run(program, folder, desk.golden, "for", seconds, first).strip())


def main():
    quick = "--quick" in sys.argv
    with tempfile.TemporaryDirectory(prefix="gongdan-c-") as folder:
        desk = Desk(Path(folder))
        build(desk)
        if "--fuzz" in sys.argv:
            return fuzz(desk, *sys.argv[sys.argv.index("--fuzz") + 1:][:2])
        steps = [header, first_program, symbols, programs, together, walkthrough, old_program, consumers, example]
        more = [] if quick else [sanitized, with_office] if "--fast" in sys.argv else [sanitized, with_office, valgrind, planted]
        for step in [*steps, *more]:
            step(desk)
    say("all well")


if __name__ == "__main__":
    main()
