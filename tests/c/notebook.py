"""An analyst's Python beside the desks: the part of `race.c` that it can take, in the same words.

    notebook.py FILE lives|notes WHO ROUNDS [TICKET]
"""

import sys
from datetime import timedelta

import gongdan

POOL = 30
UNIT_STAGES = ("transferred", "signed_off", "rework")


class Worker:
    """Works on one file; each command bears a name of its own and the version that was seen."""

    def __init__(self, hotline, who, only_notes):
        self.hotline, self.who, self.only_notes = hotline, who, only_notes
        self.attempts = 0

    def name(self):
        self.attempts += 1
        return f"{self.who}-{self.attempts}"

    def step(self, ticket, by):
        """The step that the ticket, as it was last seen, waits for."""
        stage = "closed" if self.only_notes else ticket.stage
        stamp = {"by": by, "at": ticket.last_at + timedelta(seconds=1)}
        if stage in UNIT_STAGES:
            unit = self.hotline.unit(ticket.unit, **stamp)
            return unit.sign_off(ticket) if stage == "transferred" else unit.handle(ticket, result="handled")
        desk = self.hotline.centre(**stamp)
        if stage == "handled" and ticket.callbacks == 0:
            return desk.callback(ticket, outcome="reached", satisfaction="satisfied", solved=True)
        if stage == "handled":
            return desk.close(ticket, outcome="solved")
        return desk.note(ticket, text="noted")

    def go_on(self, ticket):
        """Takes one step, says what came of it, and gives the ticket as it stands."""
        by = self.name()
        try:
            after = self.step(ticket, by)
        except gongdan.Conflict as stale:
            print("conflict", by, ticket.id, stale.expected, stale.actual)
        except gongdan.GongdanError as no:
            print("refused", by, ticket.id, ticket.version, type(no).__name__)
        else:
            return self.say(after, ticket.version, by)
        return self.hotline.ticket(ticket.id)

    def say(self, after, seen, by):
        print("done", by, after.id, seen, *(each.seq for each in after.written))
        return after

    def take_one_in(self):
        by = self.name()
        desk = self.hotline.centre(by=by, at="2020-10-13 20:00")
        self.say(desk.intake("路灯不亮", channel="来电"), 0, by)

    def work(self, tickets, rounds):
        for _ in range(rounds):
            for place, ticket in enumerate(tickets):
                tickets[place] = self.go_on(ticket)
                if place % 4 == 0:
                    self.take_one_in()


def main():
    file, mode, who, rounds, *only = sys.argv[1:]
    with gongdan.open(file) as hotline:
        worker = Worker(hotline, who, mode == "notes")
        tickets = [hotline.ticket(int(each)) for each in only] or list(hotline.find(open=True, limit=POOL))
        print("ready", flush=True)
        assert sys.stdin.readline()
        worker.work(tickets, int(rounds))


if __name__ == "__main__":
    main()
