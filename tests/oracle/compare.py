"""The library's answers beside the oracle's, cell by cell.

Asks the program in $GONGDAN_LAWS for every count and measure, on both bases, by every grouping, at
random moments of the file's life, and works the same out from the raw history.
"""

import collections
import functools
import json
import os
import random
import subprocess

import counts
import journal
import life
from clock import DAY, date_of, day_key, day_of, start_of
from office import Office

KINDS = "咨询 求助 投诉 举报 建议 表扬 其他".split()
KIND_WORDS = "inquiry help complaint report suggestion praise other".split()
URGENCIES = {"normal": (1, "一般"), "urgent": (2, "紧急"), "critical": (3, "特急")}
GROUPINGS = ["all", "channel", "category", "kind", "urgency", "unit", "unit_group", "area", "day", "month", "age"]
BASES = ["cohort", "flow"]


class Told:
    """Sums of counts by list."""

    def __init__(self):
        self.tickets, self.assignments = collections.Counter(), collections.Counter()
        self.minutes = {"tickets": [], "assignments": []}
        # What of it is exempt: in every count, and in no assessed measure.
        self.exempt = {"tickets": collections.Counter(), "assignments": collections.Counter()}

    def take(self, over, told, exempt):
        getattr(self, over).update(told)
        if exempt:
            self.exempt[over].update(told)
        if told.get("timed"):
            self.minutes[over].append(told.get("handling_minutes", 0))

    def add(self, other):
        for over in ("tickets", "assignments"):
            getattr(self, over).update(getattr(other, over))
            self.minutes[over] += other.minutes[over]
            self.exempt[over].update(other.exempt[over])

    def lists(self, defined, assessed):
        """Of each list the counts that are defined, without what is exempt where they are assessed."""
        lists = {}
        for over in ("tickets", "assignments"):
            counts, exempt = getattr(self, over), self.exempt[over]
            lists[over] = {count: int(counts[count]) - (int(exempt[count]) if assessed else 0) for count in defined[over]}
        return lists


class Oracle:
    """One file, as its raw history tells it."""

    def __init__(self, path):
        self.history = journal.read(path)
        self.office = Office(self.history.office)
        tickets = self.history.tickets.items()
        self.defined = {basis: (set(), set()) for basis in BASES}
        self.dated = {number: life.dated(self.office, number, facts) for number, facts in tickets}

    @functools.lru_cache(maxsize=4)
    def lives(self, as_of):
        lives = (life.until(self.office, number, dated, as_of) for number, dated in self.dated.items())
        return [each for each in lives if each is not None]

    def key(self, by, each, unit, as_of, over_legs):
        office, none = self.office, (-2, "无")
        if by == "all":
            return (0, "合计")
        if by == "channel":
            return office.named("channel", each.channel, as_of)
        if by == "category":
            online = each.stage == "closed" and each.closings[-1]["outcome"] == "answered_online" and not each.legs
            if each.category is None:
                return (-1, "在线办结") if online and not over_legs else (-2, "未分类")
            return office.named("category", each.category, as_of)
        if by == "kind":
            place = KIND_WORDS.index(each.kind)
            return (place + 1, KINDS[place])
        if by == "urgency":
            return URGENCIES[each.urgency]
        if by == "area":
            return none if each.area is None else office.named("area", each.area, as_of)
        if by == "unit":
            return office.named("unit", unit, as_of)
        if by == "unit_group":
            group = office.group(unit, as_of)
            return (0, group) if group else (-2, "未分组")
        if by == "age":
            return self.age(each, as_of)
        date = date_of(day_of(each.accepted))
        return (0, date.isoformat() if by == "day" else date.isoformat()[:7])

    def age(self, each, as_of):
        """For how many working days after that of its intake it has been open."""
        if each.ended():
            return (-2, "已终结")
        today, works = day_of(as_of), self.office.calendar.works
        age = sum(works(day, today) for day in range(day_of(each.accepted) + 1, today + 1))
        bands = [(3, "3个工作日内"), (5, "4至5个工作日"), (10, "6至10个工作日"), (20, "11至20个工作日")]
        return next(((to, name) for to, name in bands if age <= to), (21, "超过20个工作日"))

    def answer(self, basis, period, as_of, effective):
        """For every grouping, its rows: each the sums of its counts."""
        (since, until), lives = period, self.lives(as_of)
        tables = {by: collections.defaultdict(Told) for by in GROUPINGS}
        for each in lives:
            inside = since <= each.accepted < until
            if each.accepted >= until or (basis == "cohort" and not inside):
                continue
            if effective and each.stage in ("rejected", "merged"):
                continue
            if basis == "cohort":
                told = counts.ticket(each, as_of)
                legs = [(leg, counts.leg_of_cohort(each, leg, as_of)) for leg in each.legs]
            else:
                told = counts.ticket_of_flow(each, since, until)
                legs = [(leg, counts.leg_of_flow(each, leg, since, until)) for leg in each.legs]
            self.defined[basis] = (set(told), self.defined[basis][1].union(*(own for _, own in legs)))
            told = {name: value for name, value in told.items() if value}
            legs = [(leg, {name: value for name, value in own.items() if value}) for leg, own in legs]
            for by, table in tables.items():
                by_unit = by in ("unit", "unit_group")
                if not by_unit:
                    table[self.key(by, each, None, as_of, False)[1]].take("tickets", told, each.unassessed())
                for leg, own in legs:
                    table[self.key(by, each, leg.unit, as_of, True)[1]].take("assignments", own, leg.exempt)
        if basis == "flow" and not effective:
            self.carry(tables["all"]["合计"].tickets, since, until, as_of, lives)
        if basis == "cohort":
            tables["all"]["合计"].tickets["citizens"] = self.citizens(lives, since, until, effective)
        return tables

    def check_defined(self, tally, basis, where, total):
        """What is defined here, and what is not: nothing is missing, and nothing undefined is 0."""
        tickets, legs = self.defined[basis]
        by_unit = where[2] in ("unit", "unit_group")
        more = {"citizens"} if basis == "cohort" else {"carried_in", "brought_back"}
        more = more if where[2] == "all" and (basis == "cohort" or where[3] == "all") else set()
        # Which counts are defined is known from the first ticket on.
        defined = (set() if by_unit or not tickets else tickets | more, legs)
        for over, own in zip(("tickets", "assignments"), defined):
            if own:
                tally.cell((basis, over, "defined"), where, sorted(own), sorted(total[over]))

    def carry(self, told, since, until, as_of, lives):
        """Those that were there before: open when the period began, or brought back in it."""
        before = {each.number for each in self.lives(min(as_of, since - 1)) if not each.ended()}
        for each in lives:
            if each.number in before:
                told["carried_in"] += 1
            elif each.accepted < since:
                back = ("reopened", "unmerged")
                told["brought_back"] += any(verb in back and since <= at < until for verb, at in each.happened)

    def citizens(self, lives, since, until, effective):
        """Distinct numbers; one that was erased is nobody else's."""
        known, erased = set(), 0
        for each in lives:
            dropped = effective and each.stage in ("rejected", "merged")
            if dropped or not since <= each.accepted < until or each.number not in self.history.phones:
                continue
            phone = self.history.phones[each.number]
            erased += phone is None
            known.add(phone)
        return len(known - {None}) + erased

    def moments(self, dice):
        """Random moments: the end of a day, inside one, on a limit's own millisecond, on a fact's, and when a
        fact was stated that counts from a later one."""
        facts = sorted(at for dated in self.dated.values() for _, at in dated)
        limits = sorted(limit for each in self.lives(facts[-1]) for leg in each.legs for limit in (leg.sign_by, leg.handle_by))
        limits = [limit for limit in limits if limit <= facts[-1]]
        inside = [dice.randrange(facts[0], facts[-1]) for _ in range(3)]
        ends = [start_of(day_of(dice.choice(facts)) + 1) - 1 for _ in range(2)]
        on = [dice.choice(limits), dice.choice(limits) + 1, dice.choice(facts), dice.choice(facts) - 1]
        answered = [fact.at for dated in self.dated.values() for fact, at in dated if fact.at < at]
        on += [dice.choice(answered) for _ in range(2) if answered]
        # Before the first intake there is nothing to compare.
        return sorted(each for each in {*inside, *ends, *on, facts[-1]} if each >= facts[0])

    def periods(self, dice):
        """The whole of the life, a month, and any stretch of days."""
        facts = [at for dated in self.dated.values() for _, at in dated]
        first, last = day_of(min(facts)), day_of(max(facts))
        begin = dice.randrange(first, last + 1)
        end = min(last, begin + dice.randrange(1, 60))
        month = date_of(dice.randrange(first, last + 1)).replace(day=1)
        after = (month.replace(day=28) + (date_of(4) - date_of(0))).replace(day=1)
        epoch = date_of(0)
        return [(first, last + 1), (begin, end + 1), ((month - epoch).days, (after - epoch).days)]


class Asked:
    """The library, asked through a program that answers questions, one a line."""

    def __init__(self, path, program, env=None):
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([program, "ask", path], stdin=pipe, stdout=pipe, text=True, env=env)

    def ask(self, basis, days, as_of, effective):
        first, last = date_of(days[0]).isoformat(), date_of(days[1] - 1).isoformat()
        question = {
            "period": f"{first}..{last}",
            "as_of": as_of,
            "basis": basis,
            "by": [[by] for by in GROUPINGS],
            "effective": effective,
        }
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return {by: json.loads(self.process.stdout.readline()) for by in GROUPINGS}

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Tally:
    """Cells compared, those that were not 0, and those that differ."""

    def __init__(self):
        self.compared, self.not_zero = collections.Counter(), collections.Counter()
        self.different = []

    def cell(self, what, where, own, theirs):
        self.compared[what] += 1
        self.not_zero[what] += own not in (0, [0, 0])
        if own != theirs:
            self.different.append((what, where, own, theirs))


def compare(tally, basis, where, own, answer):
    """One table: rows that neither has are nothing."""
    rows = {row["keys"][0][1]: row["row"] for row in answer["rows"]}
    if where[2] == "all" and not rows:
        rows["合计"] = answer["total"]
    total = Told()
    for name in {*own, *rows}:
        told = own.get(name, Told())
        total.add(told)
        # What has no row is nothing in every count that is defined: the total says which are.
        compare_row(tally, basis, (*where, name), told, rows.get(name), answer["total"])
    if any(row["keys"][0][1] == "合计" for row in answer["rows"]):
        total.tickets["citizens"] = answer["total"]["tickets"].get("citizens", 0)
    compare_row(tally, basis, (*where, "total"), total, answer["total"], answer["total"])


def compare_row(tally, basis, where, told, row, defined):
    for over in ("tickets", "assignments"):
        own = getattr(told, over)
        theirs = row[over] if row else {}
        for count in {*own, *defined[over]}:
            value = int(own[count])
            if count in defined[over]:
                tally.cell((basis, over, count), where, value, theirs.get(count, 0))
            elif count != "citizens":
                tally.cell((basis, over, count), where, value, "not defined")
    for name in [*counts.MEASURES, *counts.QUANTILES]:
        terms = counts.measured(name, told.lists(defined, name in counts.ASSESSED), told.minutes)
        theirs = row["measures"].get(name) if row else ([0, 0] if terms is not None else None)
        if terms is not None or theirs is not None:
            tally.cell((basis, "measure", name), where, terms, theirs)


def run(path, seed, tally, first_only=False):
    """Every table at every moment of a file."""
    asked = Asked(path, os.environ["GONGDAN_LAWS"])
    compared(Oracle(path), asked, random.Random(seed), tally, first_only)
    return tally


def compared(oracle, asked, dice, tally, first_only):
    """Every table at every moment; where only whether anything differs is asked, up to the first that does."""
    for as_of in oracle.moments(dice):
        for days in oracle.periods(dice):
            effective = dice.random() < 0.2
            for basis in BASES:
                if not (first_only and tally.different):
                    compare_tables(oracle, asked, tally, (basis, days, as_of, effective))
    asked.close()


def compare_tables(oracle, asked, tally, question):
    basis, days, as_of, effective = question
    answers = asked.ask(basis, days, as_of, effective)
    own = oracle.answer(basis, (start_of(days[0]), start_of(days[1])), as_of, effective)
    for by in GROUPINGS:
        where = (as_of, days, by, "effective" if effective else "all")
        compare(tally, basis, where, own[by], answers[by])
        oracle.check_defined(tally, basis, where, answers[by]["total"])
