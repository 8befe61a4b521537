#!/usr/bin/env python3
"""Clicks through the desk example under Xvfb over the golden month, and looks at what came of it.

    tests/c/desk.py DESK RACE GOLDEN [PICTURES]

First one desk alone; then two of them and a Python session on one file at once. Keys stand for the
buttons, since a bare X server has no window manager to click with, and every key is waited for: the
desk also writes to its standard output what it says at the foot of its window.
"""

import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import race

MOMENT = "2020-10-13 20:00"
PATIENCE = 60


class Window:
    """A desk in an X server of its own."""

    def __init__(self, desk, file, name, home):
        self.server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1100x720x24"],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.app = None
        try:
            self._open([desk, str(file), MOMENT, name], home)
        except BaseException:
            self.close()
            raise

    def _open(self, command, home):
        self.env = {"DISPLAY": ":" + self.server.stdout.readline().decode().strip(), "HOME": str(home), "LANG": "C.UTF-8"}
        self.app = subprocess.Popen(command, env=self.env, stdout=subprocess.PIPE)
        self.said = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.heard()
        self._focus()

    def _listen(self):
        for line in self.app.stdout:
            self.said.put(line.decode().rstrip("\n"))
        self.said.put(None)

    def _focus(self):
        """Refreshes the list until the window hears its keys."""
        for _ in range(PATIENCE):
            search = ["search", "--sync", "--onlyvisible", "--name", "12345"]
            subprocess.run(["xdotool", *search, "windowmove", "0", "0", "windowfocus", "key", "F5"], env=self.env,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE)
            time.sleep(1)
            if not self.said.empty():
                break
        assert not self.said.empty(), "the window does not hear its keys"
        while not self.said.empty():
            self.heard()

    def press(self, key):
        subprocess.run(["xdotool", "key", key], env=self.env, check=True, timeout=PATIENCE)

    def heard(self):
        """What the desk says next."""
        line = self.said.get(timeout=PATIENCE)
        assert line is not None, "the desk ended by itself"
        return line

    def does(self, key):
        self.press(key)
        return self.heard()

    def picture(self, folder, name):
        if folder:
            time.sleep(1)
            subprocess.run(["import", "-window", "root", str(Path(folder) / f"{name}.png")], env=self.env, check=True)

    def close(self):
        for process in filter(None, (self.app, self.server)):
            process.terminate()
            process.wait()


def one_desk(desk, file, folder, pictures):
    """A ticket that may not be closed yet, and then may; the figures."""
    window = Window(desk, file, "desk", folder)
    try:
        window.picture(pictures, "list")
        assert window.does("F6") == ""
        window.picture(pictures, "ticket")
        refusal = window.does("F11")
        assert refusal not in ("", "已结案"), refusal
        window.picture(pictures, "refused")
        said = [window.does(key) for key in ("F8", "F9", "F11")]
        assert said == ["已办结", "已回访", "已结案"], said
        window.picture(pictures, "closed")
        assert window.does("ctrl+Page_Down") == "2020-09"
        window.picture(pictures, "figures")
    finally:
        window.close()


def at_once(windows, key, good):
    """Both press the same button with the same version before them: one gets its way, and the other
    is told that somebody was faster, and shown the ticket as it stands."""
    for window in windows:
        window.press(key)
    said = [window.heard() for window in windows]
    assert said.count(good) == 1, f"{key}: {said}"
    return said


def open_first(windows):
    assert [window.does("F6") for window in windows] == ["", ""]


def two_desks(desk, program, file, folder):
    """Gives what they said, for the judge: by whose hand each step was done."""
    before = race.File(program, file)
    other, what = race.third(program)
    windows = []
    try:
        for name in ("desk1", "desk2"):
            windows.append(Window(desk, file, name, folder))
        open_first(windows)
        ticket = first_open(program, file)
        session = race.Participant(other, file, "notes", "third", 2, ticket)
        try:
            session.ready()
            both = [at_once(windows, "F8", "已办结")]
            session.go()
            noted = session.said()
        finally:
            session.end()
        stale = [window.does("F9") for window in windows]
        assert "已回访" not in stale, stale
        both += [at_once(windows, key, good) for key, good in (("F9", "已回访"), ("F11", "已结案"))]
    finally:
        for window in windows:
            window.close()
    judge(before, race.File(program, file), ticket, noted, both)
    return f"desk: two desks and {what} on one file: 3 steps each done once, {len(both) + len(stale)} stale ones and a stale note refused"


def first_open(program, file):
    """The ticket that F6 opens."""
    told = subprocess.run(race.words_of(program, file, "first"), stdout=subprocess.PIPE, check=True, text=True, timeout=PATIENCE)
    return int(told.stdout)


def judge(before, after, ticket, noted, both):
    """Of each pair of presses exactly that of the desk that was told so stands in the file."""
    winners = [("desk1", "desk2")[said.index(good)] for said, good in zip(both, ("已办结", "已回访", "已结案"))]
    noted = [each for each in noted if each.seen]
    assert [each.what for each in noted] == ["conflict", "done"], [each.line for each in noted]
    new = [after.events[seq] for seq in sorted(set(after.events) - set(before.events))]
    on_it = [(event, by) for where, event, by in new if where == ticket]
    wanted = [("handled", winners[0]), ("noted", noted[-1].name), ("called_back", winners[1]), ("closed", winners[2])]
    assert sorted(on_it) == sorted(wanted), (on_it, wanted)
    assert [event for event, _ in on_it][0] == "handled" and after.findings == 0


def main():
    desk, golden = sys.argv[1], sys.argv[3]
    program = [sys.argv[2]]
    pictures = sys.argv[4] if len(sys.argv) > 4 else None
    with tempfile.TemporaryDirectory() as folder:
        alone, shared = (Path(folder) / name for name in ("alone.db", "shared.db"))
        shutil.copy(golden, alone)
        shutil.copy(golden, shared)
        before = race.File(program, alone)
        one_desk(desk, alone, folder, pictures)
        written = len(race.File(program, alone).events) - len(before.events)
        assert written == 3, f"handle, callback and close are three events, not {written}"
        print(f"desk: clicked through, {written} events written, one refusal shown")
        print(two_desks(desk, program, shared, folder))


if __name__ == "__main__":
    main()
