"""What a change costs: replays three changes on a copy of the repository, and counts what they touch."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COPY = ROOT / "target" / "cost_of_a_change"
CARGO = os.environ.get("CARGO", "cargo")

#: The most files that may be touched by hand, and what shows that the change works.
CHANGES = {"command": 5, "intake_field": 8, "measure": 1}


def run(*line: str, say: bool = False) -> str:
    """Runs a line in the copy; what it printed."""
    target = {**os.environ, "CARGO_TARGET_DIR": str(COPY / "target")}
    done = subprocess.run(line, cwd=COPY / "tree", env=target, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(line)}:\n{done.stdout}{done.stderr}")
    return done.stdout


def lay(patch: Path) -> None:
    """A fresh copy of what is committed, with the change made."""
    tree = COPY / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    packed = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True)
    subprocess.run(["tar", "-x"], cwd=tree, input=packed.stdout, check=True)
    run("git", "init", "--quiet")
    run("git", "apply", "--whitespace=nowarn", str(patch))


def told() -> dict[str, set[str]]:
    """The files that CONTRIBUTING.md lists for each change that is marked with a star."""
    text = (ROOT / "CONTRIBUTING.md").read_text()
    parts = re.findall(r"^\*\*[A-Z][^*]*\*\*\*.*?(?=^\*\*|\Z)", text, re.M | re.S)
    files = [set(re.findall(r"^- `([^`]+)`", part, re.M)) for part in parts]
    return dict(zip(CHANGES, files, strict=True))


def named(patch: str) -> set[str]:
    """The files that a patch touches."""
    return set(re.findall(r"^\+\+\+ b/(.+)$", patch, re.M))


def touched(patch: str) -> tuple[int, int]:
    """How many files, and how many places in them."""
    return len(named(patch)), len(re.findall(r"^@@ ", patch, re.M))


def works(change: str) -> None:
    """Tries the change at the terminal."""
    folder = COPY / "tried"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    file = str(folder / "h.db")

    def gongdan(*line: str) -> dict[str, object]:
        told: dict[str, object] = json.loads(run(str(COPY / "target/debug/gongdan"), *line, "--json"))
        return told

    at = ("--by=陈静", "--at=2020-09-01 09:00")
    run(str(COPY / "target/debug/gongdan"), "init", "--bare", file, "--region=430424", "--name=衡东县",
        "--office=局", "--at=2020-08-31 09:00")
    run(str(COPY / "target/debug/gongdan"), "register", file, "channel", "来电", "--kind=call",
        "--at=2020-08-31 09:00")
    intake = ["intake", file, "--channel=来电", "--matter=路灯不亮", *at]
    if change == "intake_field":
        number = str(gongdan(*intake, "--language=土家语")["number"])
        assert gongdan("show", file, number)["language"] == "土家语"
        found = gongdan("find", file)["tickets"]
        assert isinstance(found, list) and found[0]["language"] == "土家语"
        return
    number = str(gongdan(*intake)["number"])
    if change == "command":
        assert gongdan("escalate", file, number, "--reason=涉及两县", *at)["version"] == 2
    else:
        figures = gongdan("figures", file, "--period=2020-09", "--as-of=2020-09-30")
        measures = figures["measures"]
        assert isinstance(measures, dict) and "urged_share" in measures


def main() -> None:
    for change, files in told().items():
        differ = files ^ named((HERE / f"{change}.patch").read_text())
        if differ:
            sys.exit(f"CONTRIBUTING.md on {change} is not what it touches: {', '.join(sorted(differ))}")
    for change, most in CHANGES.items():
        patch = HERE / f"{change}.patch"
        files, places = touched(patch.read_text())
        lay(patch)
        run(CARGO, "run", "--quiet", "-p", "gongdan-faces", "--", "write")
        run(CARGO, "run", "--quiet", "-p", "gongdan-faces", "--", "check")
        run(CARGO, "fmt", "--all", "--check")
        run(CARGO, "clippy", "--quiet", "--workspace", "--", "-D", "warnings")
        run(CARGO, "build", "--quiet", "-p", "gongdan-cli")
        works(change)
        print(f"{change}: {files} files by hand in {places} places (at most {most} files)")
        if files > most:
            sys.exit(f"{change} touches more than {most} files")


if __name__ == "__main__":
    main()
