"""Several programs on one file at once: starts them together, and judges what they said they did by
what stands in the file afterwards."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SECONDS = 300


def interpreter():
    """A Python that has the package: $GONGDAN_PYTHON, that of `make python`, or this one."""
    candidates = [os.environ.get("GONGDAN_PYTHON"), str(ROOT / ".venv" / "bin" / "python"), sys.executable]
    for python in filter(None, candidates):
        try:
            if subprocess.run([python, "-c", "import gongdan"], stderr=subprocess.DEVNULL, timeout=60).returncode == 0:
                return python
        except OSError:
            continue
    return None


def third(program):
    """How the third participant is started, and what it is: Python, or C where no package is."""
    python = interpreter()
    if python:
        return [python, str(HERE / "notebook.py")], "a Python session"
    print("c: SKIPPED: Python beside the desks: no interpreter here has the package (make python); C instead", flush=True)
    return program, "a third C program"


def words_of(program, *words):
    """A command: how the program is started, and what it is given."""
    return [str(word) for word in (*program, *words)]


def one_more(program):
    """A third participant that is a C program like the others."""
    return program, "a third"


class Participant:
    """A program that says `ready` once it has read its tickets, and works when it is told to go."""

    def __init__(self, program, file, *words):
        self.command = words_of(program, file, *words)
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ready(self):
        line = self.process.stdout.readline()
        assert line == "ready\n", f"{self.command}: {line}{self.process.stdout.read()}"

    def go(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def said(self):
        text, _ = self.process.communicate(timeout=SECONDS)
        assert self.process.returncode == 0, f"{self.command} ended with {self.process.returncode}:\n{text}"
        return [Said(line) for line in text.splitlines()]

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


class Said:
    """What a participant said of one command."""

    def __init__(self, line):
        self.line = line
        self.what, self.name, ticket, seen, *rest = line.split()
        assert self.what in ("done", "conflict", "refused"), line
        self.ticket, self.seen, self.rest = int(ticket), int(seen), rest


class File:
    """What stands in a file, as the library itself tells it."""

    def __init__(self, program, file):
        told = subprocess.run(words_of(program, file, "tell"), stdout=subprocess.PIPE, text=True, timeout=SECONDS)
        assert told.returncode == 0, told.stdout
        self.events, self.by, self.places = {}, {}, {}
        for line in told.stdout.splitlines():
            kind, *words = line.split(" ", 5)
            if kind == "findings":
                self.findings = int(words[0])
            else:
                self._event(*words)

    def _event(self, seq, ticket, place, event, by):
        seq, ticket = int(seq), int(ticket)
        assert seq not in self.events, f"the journal has {seq} twice"
        self.events[seq] = (ticket, event, by)
        self.by.setdefault(by, []).append((ticket, seq))
        self.places.setdefault(ticket, []).append(int(place))


def judge(before, after, said):
    """Nothing acknowledged is lost or repeated, nothing refused was done, nobody's was written over."""
    done = [each for each in said if each.what == "done"]
    for each in done:
        stands = after.by.get(each.name, [])
        assert stands == [(each.ticket, int(seq)) for seq in each.rest], f"{each.line}: in the file {stands}"
    for each in said:
        assert each.what == "done" or each.name not in after.by, f"{each.line}: and yet it stands in the file"
        assert each.what != "conflict" or int(each.rest[0]) > each.seen, f"{each.line}: it was not stale"
    new = sorted(set(after.events) - set(before.events))
    assert new == sorted(int(seq) for each in done for seq in each.rest), "somebody else's events stand in the file"
    assert new == list(range(max(before.events) + 1, max(before.events) + 1 + len(new))), "the journal has gaps"
    assert all(after.events[seq] == event for seq, event in before.events.items()), "the past was changed"
    pairs = [(each.ticket, each.seen) for each in done if each.seen]
    assert len(set(pairs)) == len(pairs), "two commands were done on one version of a ticket"
    assert after.findings == 0, f"verify has {after.findings} findings"


def first_round(said, tickets):
    """All had read the same versions before any of them wrote: of each, exactly one got its way."""
    for ticket, seen in tickets:
        on = [each.what for each in said if (each.ticket, each.seen) == (ticket, seen)]
        assert sorted(on) == ["conflict", "conflict", "done"], f"ticket {ticket} at version {seen}: {on}"


def race(program, file, rounds, beside=third):
    """Three participants live the same open tickets at once. Gives a line about it."""
    subprocess.run(words_of(program, file, "prepare", 12), check=True, timeout=SECONDS)
    before = File(program, file)
    other, what = beside(program)
    starts = [(program, "desk1"), (program, "desk2"), (other, "third")]
    taking = [Participant(each, file, "lives", who, rounds) for each, who in starts]
    try:
        for each in taking:
            each.ready()
        for each in taking:
            each.go()
        said = [line for each in taking for line in each.said()]
    finally:
        for each in taking:
            each.end()
    judge(before, File(program, file), said)
    newest = sorted({each.ticket for each in said if each.seen}, key=lambda ticket: -ticket)
    first_round(said, [(ticket, before.places[ticket][-1]) for ticket in newest if ticket in before.places])
    count = {kind: sum(each.what == kind for each in said) for kind in ("done", "conflict", "refused")}
    return f"two C programs and {what} on one file: {count['done']} commands done, each once; {count['conflict']} stale ones refused, {count['refused']} otherwise; sound"
