#!/usr/bin/env python3
"""Clicks through the desk example under Xvfb over the golden month, and looks at what came of it.

    tests/c/desk.py DESK GOLDEN [PICTURES]

Keys stand for the buttons, since a bare X server has no window manager to click with.
"""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DISPLAY = ":97"
MOMENT = "2020-10-13 20:00"


def key(*keys):
    for each in keys:
        subprocess.run(["xdotool", "key", each], env={"DISPLAY": DISPLAY}, check=True)
        time.sleep(0.7)


def picture(folder, name):
    if folder:
        subprocess.run(["import", "-window", "root", str(Path(folder) / f"{name}.png")], env={"DISPLAY": DISPLAY}, check=True)


def events(path):
    """The journal's length, read when no desk has the file open."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return file.execute("SELECT count(*) FROM event").fetchone()[0]


def walk(pictures):
    picture(pictures, "list")
    key("F6")
    picture(pictures, "ticket")
    key("F11")  # closing it is refused
    picture(pictures, "refused")
    key("F8", "F9", "F11")
    picture(pictures, "closed")
    key("ctrl+Page_Down")
    picture(pictures, "figures")


def main():
    desk, golden = sys.argv[1:3]
    pictures = sys.argv[3] if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "golden.db"
        shutil.copy(golden, file)
        before = events(file)
        server = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1100x720x24"], stderr=subprocess.DEVNULL)
        time.sleep(1)
        app = subprocess.Popen([desk, str(file), MOMENT], env={"DISPLAY": DISPLAY, "HOME": folder, "LANG": "C.UTF-8"})
        try:
            time.sleep(3)
            subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "12345", "windowmove", "0", "0", "windowfocus"],
                           env={"DISPLAY": DISPLAY}, check=True, stdout=subprocess.DEVNULL, timeout=20)
            walk(pictures)
            assert app.poll() is None, "the desk ended by itself"
        finally:
            app.terminate()
            app.wait()
            server.terminate()
            server.wait()
        written = events(file) - before
        assert written == 3, f"handle, callback and close are three events, not {written}"
        print(f"desk: clicked through, {written} events written, one refusal shown")


if __name__ == "__main__":
    main()
