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


def touched(patch: str) -> tuple[int, int]:
    """How many files, and how many places in them."""
    files = re.findall(r"^\+\+\+ b/(.+)$", patch, re.M)
    return len(files), len(re.findall(r"^@@ ", patch, re.M))


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
    run(str(COPY / "target/debug/gongdan"), "init", file, "--region=430424", "--name=衡东县",
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
