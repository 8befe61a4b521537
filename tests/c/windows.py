#!/usr/bin/env python3
"""Cross-builds the Windows library and runs the C tests against it under wine64.

    tests/c/windows.py

Not part of `make test`. Whatever tool is missing is named, and what it would have shown is skipped.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import race
import run as c

TARGET = "x86_64-pc-windows-gnu"
MINGW = "x86_64-w64-mingw32-gcc"
PROGRAMS = [*c.PROGRAMS, "old", "windows/paths"]


def wine():
    """wine64, where Debian puts it without a link too."""
    return shutil.which("wine64") or shutil.which("/usr/lib/wine/wine64")


def missing():
    """What is not here to build with, or None."""
    if not shutil.which(MINGW):
        return f"there is no {MINGW} (Debian: gcc-mingw-w64-x86-64)"
    asked = subprocess.run(["rustc", "--print", "target-libdir", "--target", TARGET], stdout=subprocess.PIPE, text=True)
    if asked.returncode != 0 or not Path(asked.stdout.strip()).is_dir():
        return f"rustc cannot build for {TARGET} (rustup target add {TARGET})"
    return None


class Windows(c.Desk):
    """A desk whose programs are made for Windows, and run by wine."""

    def __init__(self, folder):
        super().__init__(folder)
        self.env = {**os.environ, "WINEPREFIX": str(folder / "wine"), "WINEDEBUG": "-all", "LC_ALL": "C.UTF-8"}

    def build(self):
        c.run(c.BINDING / "dll", self.built, "debug", env={**os.environ, "CARGO": c.CARGO})
        c.run(MINGW, "-shared", "-static-libgcc", "-o", self.built / "bcryptprimitives.dll",
              c.HERE / "windows" / "bcryptprimitives.c", "-ladvapi32")
        c.run(c.CARGO, "build", "-q", "-p", "gongdan-sample", "--example", "golden_file", cwd=c.ROOT)
        c.run(c.TARGET / "debug" / "examples" / "golden_file", self.golden)

    def compile(self, name, *flags):
        program = self.built / (Path(name).name + ".exe")
        header = c.BINDING / "include" / ("history" if name == "old" else ".")
        c.run(MINGW, "-g", "-static", *c.C89, *flags, f"-I{header}", f"-I{c.BINDING}/include", f"-I{c.HERE}",
              "-Wno-unused-function", c.HERE / f"{name}.c", "-o", program, self.built / "libgongdan.dll.a", "-lpthread")
        return program

    def perform(self, program, *before, quick=False, env=None):
        with tempfile.TemporaryDirectory(dir=self.built) as folder:
            shutil.copy(self.golden, Path(folder) / "golden.db")
            given = self.arguments(program.stem, folder, quick)
            told = c.run(*before, program, folder, Path(folder) / "golden.db", *given, env=self.env, cwd=folder, timeout=900)
            return told.replace("\r\n", "\n").strip()


def imports(desk):
    """The library needs nothing that Windows does not have."""
    told = c.run("x86_64-w64-mingw32-objdump", "-p", desk.built / "gongdan.dll")
    needed = {line.split()[-1].lower() for line in told.splitlines() if "DLL Name:" in line}
    system = {"kernel32.dll", "msvcrt.dll", "ntdll.dll", "userenv.dll", "ws2_32.dll", "advapi32.dll", "bcryptprimitives.dll",
              "api-ms-win-core-synch-l1-2-0.dll"}
    assert needed <= system, needed - system
    exported = {line.split()[-1] for line in told.splitlines() if " gd_" in line and "[" in line}
    wanted = set((desk.built / "gongdan.def").read_text().split()[3:])
    assert exported == wanted, exported ^ wanted
    c.say(f"windows: gongdan.dll exports {len(wanted)} symbols and no others, and needs nothing but Windows")


def tests(desk, under):
    for name in PROGRAMS:
        c.say("windows: " + desk.perform(desk.compile(name), under).splitlines()[-1])
    told = desk.perform(desk.compile("walkthrough"), under)
    assert told == (c.ROOT / "tests" / "walkthrough.txt").read_text().strip(), "the walkthrough differs"
    c.say("windows: the walkthrough's transcript is that of every face, byte for byte")
    file = desk.built / "together.db"
    shutil.copy(desk.golden, file)
    os.environ.update(desk.env)
    c.say("windows: " + race.race([under, desk.compile("race")], file, rounds=3, beside=race.one_more))


def main():
    lacks = missing()
    if lacks:
        return c.say(f"SKIPPED: the Windows library: {lacks}")
    with tempfile.TemporaryDirectory(prefix="gongdan-windows-") as folder:
        desk = Windows(Path(folder))
        desk.build()
        imports(desk)
        under = wine()
        if not under:
            return c.say("SKIPPED: running the Windows library: there is no wine64 (Debian: wine64)")
        try:
            tests(desk, under)
        finally:
            server = Path(under).resolve().with_name("wineserver")
            if server.exists():
                subprocess.run([str(server), "-k"], env=desk.env)
                subprocess.run([str(server), "-w"], env=desk.env, timeout=60)
    c.say("windows: all well")


if __name__ == "__main__":
    sys.exit(main())
