"""A ticket's life as the rule book has it: who holds which promise, and what became of it.

Written from the definitions, not from the library. Where they leave something open, the comment says
what was decided.
"""

from dataclasses import replace

from clock import day_of
from journal import stated
from said import named

REACHED = ("reached", "disputed")
MOVES_ON = (
    "resolved_online rejected merged unmerged transferred recalled marked_difficult extension_requested"
    " suspended rescheduled handled sent_back called_back terminated reopened redispatched reply_passed"
).split()
ENDED = ("closed", "rejected", "merged")
# The limit that nobody knows: the last moment of the year 9999 in Beijing.
NEVER = 253_402_300_799_999 - 8 * 3_600_000


class Leg:
    """One ticket at one unit, with its own promises."""

    def __init__(self, said, at):
        self.number, self.unit, self.leads = said["leg"], said["unit"], said["part"] == "lead"
        self.given = at
        self.sign_by, self.handle_by = said["sign_off_by"], said["handle_by"]
        self.signed = self.replied = None
        self.sign_broken = self.handle_broken = False
        self.minutes = 0
        self.ended = self.how = None
        self.left_behind = False
        self.return_asked = self.return_decide_by = None
        self.extension_asked = self.extension_decide_by = None
        self.returned_late = None
        self.exempt = self.exemption_asked = False
        self.forwarded = None
        # When the first reply that was reviewed was, and whether it passed.
        self.reviewed, self.passed = None, False
        self.asked = self.granted = self.denied = self.decided_late = 0
        # What an old register leaves open.
        self.unknown = set()

    def runs(self):
        return self.ended is None

    def owes(self):
        return self.runs() and self.replied is None


class Rework:
    """A reply that has to be given again: ordered, or promised by a reopening."""

    def __init__(self, said, at, reopened):
        self.leg, self.ordered, self.by, self.reopened = said["leg"], at, said["rework_by"], reopened
        self.replied = self.ended = None
        self.broken = False


class Life:
    """A ticket after the facts it was told so far."""

    def __init__(self, office, number, fact):
        self.office, self.number, self.accepted = office, number, fact.at
        said = fact.said
        self.channel, self.category = said["channel"], said.get("category")
        self.kind, self.urgency, self.area = said["kind"], said["urgency"], said.get("area")
        self.confidential = said["confidential"]
        self.stage, self.stage_since, self.before_merger = "accepted", fact.at, None
        self.legs, self.reworks, self.callbacks, self.closings = [], [], [], []
        self.own_ratings, self.inspections = [], []
        self.paused = self.merged_since = None
        self.repeat = self.featured = self.related = False
        # The citizen's own limit: from the first transfer on, whoever has the ticket, while no reply stands.
        self.total_by = None
        self.total_broken = False
        self.replied_since = 0
        self.under_review = False
        self.demands, self.cards, self.sent_back = {}, [], []
        self.happened = []
        self.told = 0
        self.unknown = set()

    # The moment from which a fact counts: its own, or that of the fact which it answers.

    def answers(self, fact):
        """What moves a ticket on answers what brought it where it is; a decision, what was asked for;
        what a unit does to its own leg, that leg. Overlays and other units' facts delay nothing."""
        verb, leg, since = fact.verb, self.leg(fact.said.get("leg")), self.stage_since
        if verb in ("signed_off", "excused", "return_requested"):
            return leg.given
        if verb in ("return_granted", "return_denied"):
            return max(leg.given, leg.return_asked or 0, since if leg.leads else 0)
        if verb in ("extension_granted", "extension_denied"):
            leg = leg or self.leg(fact.said["limits"]["leg"])
            return max(leg.extension_asked or 0, since)
        if verb in ("exemption_asked", "exempted", "unexempted"):
            return max(self.leg(number).given for number in fact.said["legs"])
        if verb == "unforwarded":
            return leg.forwarded or 0
        if verb in ("reported", "forwarded"):
            return leg.signed or leg.given
        if verb in ("rework_ordered", "closed"):
            return max([since] + [callback["at"] for callback in self.callbacks[-1:]])
        if verb == "transferred" and all(leg["part"] != "lead" for leg in fact.said["legs"]):
            return 0
        if verb == "resumed":
            return max(since, self.paused)
        if verb in ("supervision_answered", "supervision_lifted", "reminded"):
            return self.demands[fact.said["no"]]["at"]
        return since if verb in MOVES_ON else 0

    def counts_from(self, fact):
        return max(fact.at, self.accepted, self.answers(fact))

    # Who has it.

    def leg(self, number):
        return next((leg for leg in self.legs if leg.number == number), None)

    def ended(self):
        return self.stage in ENDED

    def lead(self):
        """The present lead leg; with a ticket that has ended, the one it ended with."""
        for leg in reversed(self.legs):
            ended_with = leg.how == "ended" and not leg.left_behind and self.ended()
            if leg.leads and (leg.runs() or ended_with):
                return leg
        return None

    # Limits. None ends while the centre holds the clock: a pause, a return or an extension that was
    # asked for by the limit and still lasts.

    def holds(self, leg):
        return [since for since in (self.paused, leg.return_asked, leg.extension_asked) if since is not None]

    def held(self, leg, by):
        return min((since for since in self.holds(leg) if since <= by), default=None)

    def judged(self, leg, by, at):
        """Ended by something that is no decision on the hold: judged when the hold began."""
        held = self.held(leg, by)
        return at if held is None else held

    def passed(self, leg, by, at):
        return self.held(leg, by) is None and at > by

    def unsigned(self, leg, at):
        """Whether a sign-off is owed past its limit."""
        owed = leg.runs() and leg.signed is None and "sign_off" not in leg.unknown
        return owed and (leg.sign_broken or self.passed(leg, leg.sign_by, at))

    def overdue(self, leg, at):
        """Whether a reply, or a report, is owed past its limit."""
        owed = leg.owes() and not self.ended() and not leg.unknown & {"reply", "handling"}
        return owed and (leg.handle_broken or self.passed(leg, leg.handle_by, at))

    def rework(self):
        return self.reworks[-1] if self.stage == "rework" else None

    def rework_passed(self, rework, at):
        held = self.paused is not None and self.paused <= rework.by
        return rework.broken or (not held and at > rework.by)

    def replied(self):
        lead = self.lead()
        return lead is not None and lead.replied is not None

    def awaited(self):
        """Whether the citizen waits for a reply under a limit."""
        return self.total_by is not None and not self.ended() and not self.replied()

    def total_passed(self, at):
        """A pause, and an extension that the lead asked for, hold it: they alone can move it."""
        lead = self.lead()
        holds = [self.paused, lead and lead.extension_asked]
        held = any(since is not None and since <= self.total_by for since in holds)
        return self.total_broken or (not held and at > self.total_by)

    def total_overdue(self, at):
        return self.awaited() and self.total_passed(at)

    def total_late(self):
        """When the reply stood, or the ticket ended without one, after that limit."""
        if not self.total_broken or self.awaited():
            return None
        return self.lead().replied if self.replied() else self.stage_since

    def judge_total(self, at):
        self.total_broken = self.total_broken or self.total_overdue(at)

    # What happens.

    def tell(self, fact, at):
        self.told += 1
        self.happened.append((fact.verb, at))
        getattr(self, f"on_{fact.verb}", self.nothing)(at, fact.said)

    def nothing(self, at, said):
        pass

    def enter(self, stage, at):
        if stage != self.stage:
            self.stage, self.stage_since = stage, at

    def on_resolved_online(self, at, said):
        self.close(at, "answered_online")

    def on_rejected(self, at, said):
        self.judge_total(at)
        self.enter("rejected", at)

    def on_merged(self, at, said):
        self.judge_total(at)
        for leg in self.legs:
            if leg.owes() and "reply" not in leg.unknown:
                self.end(leg, at, "ended")
        self.end_rework(at)
        self.before_merger, self.merged_since = self.stage, at
        self.enter("merged", at)

    def end_rework(self, at):
        rework = self.rework()
        if rework and rework.replied is None:
            held = self.paused is not None and self.paused <= rework.by
            rework.broken = rework.broken or (self.paused if held else at) > rework.by
            rework.ended = at

    def on_unmerged(self, at, said):
        """As before; the time between was a pause, so the limits are given back."""
        self.enter(self.before_merger, at)
        since, self.merged_since = self.merged_since, None
        for leg in self.legs:
            if leg.how == "ended" and not leg.left_behind:
                leg.ended = leg.how = None
        if self.rework():
            self.rework().ended = None
        self.judge_total(since)
        for moved in said.get("limits", []):
            self.move(moved, since)
        if said.get("rework_by") and self.rework():
            self.rework().by = said["rework_by"]
        self.total_by = said.get("total_by") or self.total_by

    def on_marked_repeat(self, at, said):
        self.repeat = True

    def on_unmarked_repeat(self, at, said):
        self.repeat = False

    def on_related(self, at, said):
        self.related = True

    def on_unrelated(self, at, said):
        self.related = False

    def on_imported(self, at, said):
        """What an old register leaves open is told before what it says."""
        unknown = {what for what, whether in said.get("unknown", {}).items() if whether}
        if self.legs:
            self.legs[-1].unknown = unknown
        else:
            self.unknown = unknown

    def on_transferred(self, at, said):
        legs = [Leg(leg, at) for leg in said["legs"]]
        for leg in legs:
            leg.unknown = self.unknown - {"way"}
        self.legs += legs
        self.unknown = set()
        self.total_by = said.get("total_by")
        if any(leg["part"] == "lead" for leg in said["legs"]):
            self.enter("transferred", at)

    def on_redispatched(self, at, said):
        """The leg is taken back with what it kept and broke; a rework that it owed ends with it."""
        self.end_rework(at)
        leg = self.leg(said["leg"])
        self.end(leg, at, "redispatched")
        self.forget(leg)
        self.paused = None

    def on_recalled(self, at, said):
        for leg in self.legs:
            if leg.runs():
                self.end(leg, at, "taken_back")
                self.forget(leg)
        self.enter("accepted", at)

    def on_signed_off(self, at, said):
        leg = self.leg(said["leg"])
        if leg is None:
            return
        leg.signed = at
        if leg.sign_by != NEVER:
            leg.unknown.discard("sign_off")
        leg.sign_broken = leg.sign_broken or self.judged(leg, leg.sign_by, at) > leg.sign_by
        if leg.leads and self.stage == "transferred":
            self.enter("signed_off", at)

    def on_return_requested(self, at, said):
        leg = self.leg(said["leg"])
        leg.return_asked, leg.return_decide_by = at, said.get("decide_by")
        window = self.office.rule("return_window", self.scope(), at)["limit"]
        hours = self.office.rule("hours", self.scope(), at)["hours"]
        if at > self.office.calendar.limit(leg.given, window, hours, day_of(at)) and leg.returned_late is None:
            leg.returned_late = at

    def decide(self, leg, by, at):
        leg.decided_late += by is not None and at > by

    def on_return_granted(self, at, said):
        leg = self.leg(said["leg"])
        self.decide(leg, leg.return_decide_by, at)
        asked = leg.return_asked
        self.end(leg, at, "returned", asked)
        leg.signed = leg.signed or asked
        self.forget(leg)
        if self.lead() is None:
            self.paused = None
            self.enter("accepted", at)

    def on_return_denied(self, at, said):
        """As if it had never been asked for."""
        leg = self.leg(said["leg"])
        self.decide(leg, leg.return_decide_by, at)
        leg.return_asked = leg.return_decide_by = None
        if leg.signed is not None and self.held(leg, leg.sign_by) is None:
            leg.sign_broken = leg.sign_broken or leg.signed > leg.sign_by

    def on_marked_difficult(self, at, said):
        self.enter("difficult", at)

    def on_extension_requested(self, at, said):
        leg = self.leg(said["leg"])
        leg.extension_asked, leg.extension_decide_by = at, said.get("decide_by")
        leg.asked += 1

    def on_extension_granted(self, at, said):
        leg = self.leg(said["limits"]["leg"])
        self.judge_total(at)
        self.decide(leg, leg.extension_decide_by, at)
        leg.granted += 1
        self.move(said["limits"], at)
        leg.extension_asked = leg.extension_decide_by = None
        self.total_by = said.get("total_by")

    def on_extension_denied(self, at, said):
        leg = self.leg(said["leg"])
        self.decide(leg, leg.extension_decide_by, at)
        leg.denied += 1
        leg.extension_asked = leg.extension_decide_by = None

    def on_suspended(self, at, said):
        self.paused = at

    def on_resumed(self, at, said):
        self.judge_total(at)
        for moved in said["limits"]:
            self.move(moved, at)
        self.move_rework(said, at)
        self.total_by = said.get("total_by")
        self.paused = None

    def on_rescheduled(self, at, said):
        self.judge_total(at)
        for moved in said["limits"]:
            self.move(moved, at)
        self.move_rework(said, at)
        self.total_by = said.get("total_by")

    def move(self, moved, at):
        """What was broken before a limit moves stays broken."""
        leg = self.leg(moved["leg"])
        if leg is None:
            return
        leg.sign_broken = leg.sign_broken or self.unsigned(leg, at)
        leg.handle_broken = leg.handle_broken or self.overdue(leg, at)
        leg.sign_by, leg.handle_by = moved["sign_off_by"], moved["handle_by"]

    def move_rework(self, said, at):
        rework = self.rework()
        if said.get("rework_by") and rework:
            rework.broken = self.rework_passed(rework, at)
            rework.by = said["rework_by"]

    def on_reported(self, at, said):
        self.reply(self.leg(said["leg"]), at)

    def on_excused(self, at, said):
        leg = self.leg(said["leg"])
        self.end(leg, at, "excused")
        self.forget(leg)

    def reply(self, leg, at):
        """An extension that waits lapses: judged by the old limit."""
        leg.replied = at
        if "reply" in leg.unknown:
            leg.unknown -= {"reply", "handling"} if leg.handle_by != NEVER else {"reply"}
        late = at > leg.handle_by and "handling" not in leg.unknown
        leg.handle_broken = leg.handle_broken or late
        leg.minutes = None if "time" in leg.unknown else self.office.calendar.worked_ms(leg.given, at) // 60_000
        leg.extension_asked = leg.extension_decide_by = None

    def on_handled(self, at, said):
        rework = self.rework()
        if rework:
            rework.replied = at
            rework.broken = rework.broken or at > rework.by
        else:
            # As any reply, it is judged by the limit as it stands, whatever waits.
            limited = self.total_by is not None
            self.total_broken = self.total_broken or (limited and at > self.total_by)
            self.reply(self.leg(said["leg"]), at)
        self.replied_since = self.told
        self.under_review = said.get("review", False)
        self.enter("handled", at)

    def on_reply_passed(self, at, said):
        self.review(self.leg(said["leg"]), at, True)

    def review(self, leg, at, passed):
        if self.under_review and leg.reviewed is None:
            leg.reviewed, leg.passed = at, passed
        self.under_review = False

    def on_sent_back(self, at, said):
        self.review(self.leg(said["leg"]), at, False)
        self.sent_back.append((said["leg"], at))
        rework = self.reworks[-1] if self.reworks and self.reworks[-1].leg == said["leg"] else None
        if rework:
            rework.replied = None
            rework.by = said.get("by") or rework.by
            self.enter("rework", at)
        else:
            leg = self.leg(said["leg"])
            leg.replied, leg.minutes = None, 0
            leg.handle_by = said.get("by") or leg.handle_by
            self.enter("signed_off", at)

    def on_called_back(self, at, said):
        lead = self.lead()
        satisfied = self.office.rule("satisfied_levels", self.scope(), at)["levels"]
        answer = said.get("satisfaction")
        self.callbacks.append(
            {
                "at": at,
                "leg": lead and lead.number,
                "reached": said["outcome"] in REACHED,
                "rated": answer is not None and answer != "unrated",
                "result": answer,
                "manner": said.get("attitude"),
                "satisfied": answer in satisfied,
                "solved": said.get("solved"),
                "told": self.told,
            }
        )

    def on_rated(self, at, said):
        """Unasked: no call, and counted beside what was said in one."""
        lead = self.lead()
        satisfied = said["satisfaction"] in self.office.rule("satisfied_levels", self.scope(), at)["levels"]
        self.own_ratings.append({"at": at, "leg": lead and lead.number, "satisfied": satisfied})

    def on_inspected(self, at, said):
        lead = self.lead()
        given, most = (sum(each[what] for each in said["scores"]) for what in ("given", "most"))
        self.inspections.append({"leg": lead and lead.number, "given": given, "most": most})

    def on_rework_ordered(self, at, said):
        self.reworks.append(Rework(said, at, False))
        self.enter("rework", at)

    def on_closed(self, at, said):
        self.close(at, said["outcome"])

    def on_terminated(self, at, said):
        self.close(at, "terminated")

    def close(self, at, outcome):
        self.judge_total(at)
        for leg in self.legs:
            if leg.owes() and "reply" not in leg.unknown:
                self.end(leg, at, "ended")
        self.end_rework(at)
        for leg in self.legs:
            self.forget(leg)
        self.enter("closed", at)
        self.paused = None
        lead = self.lead()
        on = lead if lead and lead.replied is not None else None
        late = on is not None and on.handle_broken
        if lead is None:
            unknown = "way" in self.unknown and outcome != "answered_online"
        else:
            unknown = "reply" in lead.unknown or (on is not None and "handling" in lead.unknown)
        leg = on and on.number
        self.closings.append({"at": at, "outcome": outcome, "leg": leg, "late": late, "unknown": unknown})

    def on_reopened(self, at, said):
        for leg in self.legs:
            leg.left_behind = leg.left_behind or leg.how == "ended"
        if said.get("rework"):
            self.reworks.append(Rework(said["rework"], at, True))
            self.enter("rework", at)
        else:
            self.on_recalled(at, said)

    def on_reclassified(self, at, said):
        self.category = said.get("category")

    def on_amended(self, at, said):
        self.kind, self.urgency = said.get("kind") or self.kind, said.get("urgency") or self.urgency
        self.area = said.get("area") or self.area

    def on_confidentiality_set(self, at, said):
        self.confidential = said["confidential"]

    def on_supervised(self, at, said):
        self.demands[said["no"]] = {"at": at, "by": said.get("answer_by"), "answered": None, "lifted": False}

    def on_supervision_answered(self, at, said):
        self.demands[said["no"]]["answered"] = at

    def on_supervision_lifted(self, at, said):
        self.demands[said["no"]]["lifted"] = True

    def waiting(self):
        """The demands that somebody has to answer."""
        return [each for each in self.demands.values() if each["answered"] is None and not each["lifted"]]

    def answers_given(self, since=float("-inf"), until=float("inf")):
        """Whether each answer that came between two moments was late."""
        given = [each for each in self.demands.values() if each["answered"] is not None]
        during = [each for each in given if since <= each["answered"] < until]
        return [each["by"] is not None and each["answered"] > each["by"] for each in during]

    def on_carded(self, at, said):
        self.cards.append(said["card"])

    def on_forwarded(self, at, said):
        self.leg(said["leg"]).forwarded = at

    def on_unforwarded(self, at, said):
        self.leg(said["leg"]).forwarded = None

    def on_exemption_asked(self, at, said):
        for number in said["legs"]:
            self.leg(number).exemption_asked = True

    def on_exempted(self, at, said):
        self.exempt(said["legs"], True)

    def on_unexempted(self, at, said):
        self.exempt(said["legs"], False)

    def exempt(self, legs, exempt):
        for leg in self.legs:
            if leg.number in legs:
                leg.exempt, leg.exemption_asked = exempt, False

    def unassessed(self):
        """Whether the leg that replied, or else the present one, is exempt."""
        lead = self.lead()
        return lead is not None and lead.exempt

    def scope(self):
        return {"kind": self.kind, "urgency": self.urgency, "category": self.category, "channel": self.channel}

    def forget(self, leg):
        """What was asked for is void."""
        leg.return_asked = leg.return_decide_by = leg.extension_asked = leg.extension_decide_by = None

    def end(self, leg, at, how, asked=None):
        """A granted return is judged when it was asked for, or when an earlier hold began."""
        at_most = at if asked is None else asked
        signing = self.judged(leg, leg.sign_by, at_most)
        signed = signing if leg.signed is None else min(leg.signed, signing)
        leg.sign_broken = leg.sign_broken or (signed > leg.sign_by and "sign_off" not in leg.unknown)
        if leg.replied is None and "handling" not in leg.unknown:
            leg.handle_broken = leg.handle_broken or self.judged(leg, leg.handle_by, at_most) > leg.handle_by
        leg.ended, leg.how = at, how


def put_right(facts):
    """Every fact at its true moment, and what was promised from there. A correction counts with its fact;
    order stays that of the journal."""
    right = facts[:]
    for fact in facts:
        if fact.verb == "corrected":
            place = fact.said["fact"] - 1
            right[place] = replace(right[place], at=fact.said["at"])
            for again in fact.said.get("again", []):
                place, (_, parts) = again["version"] - 1, again["event"]
                verb = right[place].verb
                right[place] = replace(right[place], said=stated(verb, named(verb, parts)))
    moment = {nth: right[fact.said["fact"] - 1].at for nth, fact in enumerate(facts) if fact.verb == "corrected"}
    return [replace(fact, at=moment.get(nth, fact.at)) for nth, fact in enumerate(right)]


def dated(office, number, facts):
    """Each fact with the moment from which it counts."""
    facts = put_right(facts)
    life = Life(office, number, facts[0])
    dated = [(facts[0], facts[0].at)]
    for fact in facts[1:]:
        at = life.counts_from(fact)
        dated.append((fact, at))
        life.tell(fact, at)
    return dated


def until(office, number, dated, as_of):
    """The ticket as it stood at a moment: nothing when it was not yet taken in."""
    (intake, at), rest = dated[0], dated[1:]
    if at > as_of:
        return None
    life = Life(office, number, intake)
    for fact, at in rest:
        if at <= as_of:
            life.tell(fact, at)
    return life
