#!/usr/bin/env python3
"""The same random commands through Rust, Python and C leave the same bytes.

    tests/parity/run.py [COMMANDS] [SEED]

Rust writes down what it was asked, what came of it and what the file answers; Python and C repeat
it on files of their own. Every command comes to the same (granted, or refused by the same rule), and
journal head, bulletin (Markdown and JSON) and every view of a file are the same bytes. Salts are
random, so all three run on a machine whose dice always fall the same way (torture/machine.c). The
interpreter that runs this must have the package.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CARGO = os.environ.get("CARGO", "cargo")
#: Where everything has been built before, if it has.
BUILT = os.environ.get("GONGDAN_BUILT")
CC = os.environ.get("CC", "cc")
TABLES = [
    *(f"v1_{of}" for of in ("tickets", "assignments", "events", "callbacks", "closures", "reworks")),
    *(f"v1_{of}" for of in ("supervisions", "attachments", "by_category", "by_unit", "by_channel")),
]
ANSWERS = ["head", "bulletin.md", "bulletin.json", *TABLES]


def run(*command, **options):
    words = [str(word) for word in command]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=1800, **options)
    text = done.stdout.decode(errors="replace").strip()
    if done.returncode != 0:
        sys.exit(f"parity: FAILED ({done.returncode}): {' '.join(words)}\n{text[-4000:]}")
    return text


def statuses():
    """The number of every kind of failure, from the header that C programs see."""
    header = (ROOT / "bindings/c/include/gongdan.h").read_text()
    found = re.findall(r"^#define GD_E_(\w+) (\d+)$", header, re.M)
    return {"ok": 0, **{name.lower(): int(number) for name, number in found}}


def story(script, out):
    """The script as the records that replay.c reads."""
    numbers = statuses()
    begun = {"found": "衡东县", "organ": "衡东县行政审批服务局", "by": "坐席01", "role": "centre", "at": 1597881600000}
    records = [[*begun.items(), ("begin", 1)]]
    for text in script.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        records.append([("commit", 1), ("begin", 1)] if "commit" in line else record(line, numbers))
    lines = ("".join(f"{key}\t{value}\n" for key, value in each) for each in records)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return out


def record(line, numbers):
    made = [(key, line[key]) for key in ("at", "by", "role", "unit", "ticket") if line.get(key) is not None]
    came = line["came"]
    made.append(("status", numbers[came]) if came in numbers else ("refused", came))
    if "office" in line:
        made.append(("office", json.dumps(line["office"], ensure_ascii=False)))
    elif "intake" in line:
        made += intake(line["intake"])
    else:
        made.append(("command", json.dumps(line["command"], ensure_ascii=False)))
        made += arguments(line["command"])
    return made


def intake(given):
    return [(key, value) for key, value in given.items() if value not in (None, False)]


def arguments(command):
    verb, given = (command, {}) if isinstance(command, str) else next(iter(command.items()))
    made = [("verb", verb)]
    for key, value in given.items():
        values = value if isinstance(value, list) else [value]
        made += [(f"arg.{key}", json.dumps(each) if isinstance(each, bool) else each) for each in values if each is not None]
    return made


def machine(folder):
    """The environment of a machine whose dice always fall the same way."""
    library = folder / "machine.so"
    run(CC, "-shared", "-fPIC", "-O1", "-o", library, ROOT / "torture/machine.c")
    return {**os.environ, "LD_PRELOAD": str(library), "GONGDAN_TORTURE_DICE": "1"}


def rust(folder, commands, seed, dice):
    if not BUILT:
        run(CARGO, "build", "-q", "-p", "gongdan-torture", cwd=ROOT)
    target = Path(BUILT or Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug")
    return run(target / "gongdan-torture", "parity", "--commands", commands, "--seed", seed, "--folder", folder, env=dice)


def python(folder, script, dice):
    made = folder / "python"
    return run(sys.executable, "-X", "dev", "-W", "error", HERE / "replay.py", script, made, *TABLES, env=dice)


def c(folder, script, dice):
    prefix, program, made = folder / "prefix", folder / "replay", folder / "c"
    run(ROOT / "bindings/c/install", prefix, "debug", env={**os.environ, "CARGO": CARGO, "MADE": f"{BUILT}/libgongdan_c.a" if BUILT else ""})
    include = [f"-I{prefix}/include", f"-I{ROOT}/tests/c", "-D_DEFAULT_SOURCE", "-Wno-unused-function"]
    library = [f"-L{prefix}/lib", "-lgongdan", "-lpthread", f"-Wl,-rpath,{prefix}/lib"]
    run(CC, "-g", "-std=c99", "-Wall", "-Wextra", "-Werror", *include, HERE / "replay.c", "-o", program, *library)
    made.mkdir()
    return run(program, story(script, folder / "story"), made, *TABLES, env=dice)


def compare(folder):
    different = []
    for name in ANSWERS:
        first, *others = [(folder / face / name).read_bytes() for face in ("rust", "python", "c")]
        different += [name] if any(other != first for other in others) else []
    if different:
        sys.exit(f"parity: FAILED: not the same bytes from Rust, Python and C: {', '.join(different)}")
    size = sum((folder / "rust" / name).stat().st_size for name in ANSWERS)
    head = (folder / "rust" / "head").read_text().strip()
    print(f"parity: head {head}; {len(ANSWERS)} answers, {size} bytes, the same from Rust, Python and C", flush=True)


def main(commands="600", seed="1"):
    if not sys.platform.startswith("linux"):
        return print("parity: SKIPPED: the dice can only be loaded on Linux")
    with tempfile.TemporaryDirectory(prefix="gongdan-parity-") as name:
        folder = Path(name)
        dice = machine(folder)
        print("parity: Rust:", rust(folder, commands, seed, dice), flush=True)
        script = folder / "script.jsonl"
        print("parity: Python:", python(folder, script, dice), flush=True)
        print("parity: C:", c(folder, script, dice), flush=True)
        compare(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
