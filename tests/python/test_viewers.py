"""Who asks: whatever is asked by whomever, nothing of a ticket or text that is not for them is answered.
Random lives in which every text and caller is a canary; every question that the package has, by everybody."""

from __future__ import annotations

import dataclasses
import io
import json
import pathlib
import random
import tempfile
import zipfile
from typing import Any, Callable, Dict, Iterable, List, Optional, Set, Tuple

import pytest

import gongdan
from gongdan import GongdanError, Hotline, InvalidInput, NotFound, Ticket
from gongdan.actor import Actor
from gongdan.door import Door
from test_faces import COMMANDS, LISTS

UNITS = ["县城管执法局", "县住建局", "县水利局", "县教育局"]
#: What a unit is called when the life has ended: one was renamed, one was taken over in mid-month.
NOW = {"县教育局": "县教育体育局", "县水利局": "县住建局"}
MONTH = {"period": "2020-09", "as_of": "2020-10-09"}
#: All that is done to a ticket, and answers the ticket.
VERBS = [verb for verb, row in COMMANDS.items() if row["on_ticket"] and row["answers"] == "ticket"]
#: Texts of the ticket itself; all others belong to a leg.
OF_TICKET = {"matter", "appeal", "answer"}


@dataclasses.dataclass
class Canary:
    """A word that was typed once, and for whom it is."""

    word: str
    ticket: int
    field: str
    #: The units, as they are called now, that may read it; nothing when every unit that has the ticket may.
    units: Optional[Set[str]]


class Life:
    """A file with canaries, and what is known of it from what was done alone."""

    def __init__(self, hotline: Hotline, seed: int, commands: int) -> None:
        self.hotline, self.dice, self.nth = hotline, random.Random(seed), 0
        self.numbers: Dict[int, str] = {}
        self.canaries: List[Canary] = []
        self.callers: List[str] = []
        #: The units that had each ticket, or of which something was demanded about it, as they were named.
        self.had: Dict[int, Set[str]] = {}
        #: What a unit is called by now.
        self.now: Dict[str, str] = {}
        self.confidential: Set[int] = set()
        self.unknown = 0
        for nth in range(commands):
            self._at = f"2020-09-{nth * 25 // commands + 1:02} {9 + nth % 8:02}:{nth % 60:02}"
            if nth == commands // 2:
                self._office()
            self._step()
        self._publish()

    def _office(self) -> None:
        desk = self.hotline.centre(by="坐席07", at=self._at)
        desk.rename("unit", "县教育局", "县教育体育局", from_=self._at[:10])
        desk.merge_entry("unit", "县水利局", "县住建局", from_=self._at[:10])
        self.now = NOW

    def _publish(self) -> None:
        self.hotline.centre(by="编辑", at="2020-10-09 09:00").publish(**MONTH, number=9, answers_for="编辑")

    def _step(self) -> None:
        if not self.numbers or self.dice.random() < 0.2:
            return self._take_in()
        verb = self.dice.choice([*VERBS, *["transfer", "sign_off", "handle"] * 6])
        row, ticket = COMMANDS[verb], self.dice.choice(list(self.numbers))
        role = self.dice.choice(row["roles"])
        unit = self.dice.choice(UNITS) if role == "unit" else None
        words: List[Tuple[str, str]] = []
        given = {each["name"]: self._value(each, words) for each in row["arguments"]}
        given = {name: value for name, value in given.items() if value is not None}
        who = self._who(role, unit)
        own = unit is None or ticket in self.tickets_of(unit)
        try:
            answered: Ticket = getattr(who, verb)(ticket, **given)
        except NotFound:
            assert not own, f"{verb} of {ticket} by {unit}: it has the ticket"
            self.unknown += 1
            return
        except GongdanError as error:
            assert own or isinstance(error, InvalidInput), f"{verb} by {unit}: told {error} of a foreign ticket"
            return
        assert own and answered == who.ticket(ticket), f"{verb} by {unit}: answered what it may not see"
        self._note(verb, ticket, unit, given, words)

    def _who(self, role: str, unit: Optional[str]) -> Any:
        by = {"by": f"{role}的人", "at": self._at}
        return self.hotline.unit(unit, **by) if unit else getattr(self.hotline, role)(**by)

    def _word(self, field: str, words: List[Tuple[str, str]]) -> str:
        self.nth += 1
        words.append((field, f"雀{self.nth:05}{field}尾"))
        return words[-1][1]

    def _value(self, argument: Dict[str, Any], words: List[Tuple[str, str]]) -> Any:
        takes, needed = argument["takes"], argument["need"] == "required"
        if argument.get("of") == "file_digest":
            return f"{self.dice.getrandbits(256):064x}"
        if takes == "text":
            return self._word(argument["of"], words)
        if not needed and self.dice.random() < 0.4:
            return None
        if takes == "name":
            one = {"unit": self.dice.choice(UNITS), "channel": "来电", "category": "城市管理", "area": None}[argument["of"]]
            return [one] if argument["need"] == "several" else one
        if takes == "word":
            some = self.dice.choice(LISTS[argument["of"]]["words"])["word"]
            return [some] if argument["need"] == "several" else some
        plain = {"ticket": self.dice.choice(list(self.numbers) or [1]), "number": self.dice.randint(1, 3)}
        return {**plain, "flag": self.dice.random() < 0.8, "answer": True, "label": None, "instant": self._at}[takes]

    def _take_in(self) -> None:
        words: List[Tuple[str, str]] = []
        nth = self.nth + 1
        caller = {"name": f"欧阳第{nth:05}位", "phone": f"139{nth:05}417", "address": f"鸟巷{nth:05}号"}
        secret = self.dice.random() < 0.2
        ticket = self.hotline.centre(by="坐席07", at=self._at).intake(
            self._word("matter", words),
            channel="来电",
            category="城市管理",
            appeal=self._word("appeal", words),
            confidential=secret,
            **{f"caller_{part}": told for part, told in caller.items()},
        )
        self.callers.extend(caller.values())
        self.numbers[ticket.id], self.had[ticket.id] = ticket.number, set()
        self._note("intake", ticket.id, None, {"confidential": secret}, words)

    def _note(
        self, verb: str, ticket: int, unit: Optional[str], given: Dict[str, Any], words: List[Tuple[str, str]]
    ) -> None:
        if verb == "transfer":
            named = [given["lead"], *given.get("assisting", ())]
        elif verb in ("designate", "supervise", "backfill"):
            named = [given["unit"]] if "unit" in given else []
        else:
            named = [given["to"]] if "to" in given else []
        self.had[ticket].update(named)
        if "confidential" in given or verb == "confidential":
            secret = given.get("confidential", True)
            (self.confidential.add if secret else self.confidential.discard)(ticket)
        entry = self.hotline.history(ticket)[-1]
        concerned = named if verb == "transfer" else [each for each in [entry.unit] if each]
        for field, word in words:
            self.canaries.append(Canary(word, ticket, field, self._readers(field, concerned, unit)))

    def _readers(self, field: str, concerned: Iterable[str], by: Optional[str]) -> Optional[Set[str]]:
        if field in OF_TICKET:
            return None
        units = {NOW.get(each, each) for each in concerned}
        if by is None:
            return units or None
        return {NOW.get(by, by)} & (units or {NOW.get(by, by)})

    def tickets_of(self, unit: Optional[str]) -> Set[int]:
        """The tickets that somebody sees."""
        named = [self.now.get(unit, unit)] if unit else []
        return {id for id, had in self.had.items() if not named or any(self.now.get(each, each) in named for each in had)}

    def is_for(self, canary: Canary, unit: str) -> bool:
        own = canary.ticket in self.tickets_of(unit) - self.confidential
        return own and (canary.units is None or unit in canary.units)


# What is asked, of each question that there is.

Answer = Any
#: An error's words, which are an answer as well.
Said = str


def each_ticket(ask: Callable[[Any, int], Answer]) -> Callable[[Any, Life], Answer]:
    """Asks it of every ticket; to a unit a foreign one does not exist."""

    def of(who: Any, life: Life) -> List[Answer]:
        own = life.tickets_of(getattr(who, "name", None))
        found = []
        for ticket in life.numbers:
            try:
                found.append(ask(who, ticket))
                assert ticket in own, f"{ticket} was answered to {who!r}"
            except NotFound as error:
                assert ticket not in own, f"{ticket} was not answered to {who!r}: {error}"
                found.append(str(error).replace(str(ticket), "").replace(life.numbers[ticket], ""))
        return found

    return of


def figures(found: gongdan.Figures) -> Answer:
    """Figures, and the tickets behind each: as many as it says, but for those that count times."""
    lists = []
    for row in [*found.rows, found.total]:
        assert row.counts.get("accepted", 0) == len(row.tickets() if "accepted" in row.counts else ()), row
        lists.extend(row.tickets(count) for count, value in row.counts.items() if value and count != "citizens")
    return [repr(found), found._repr_html_(), found.to_arrow().to_pylist(), lists]


def rows(table: gongdan.Rows) -> Answer:
    return [repr(table), table._repr_html_(), list(table), table.to_arrow().to_pylist()]


def tables(ask: Callable[..., gongdan.Rows], name: str) -> Answer:
    """A table with every column that there is."""
    every = [column for column, _ in gongdan._words.TABLES[name]]
    found = [rows(ask())]
    try:
        return [*found, rows(ask(columns=every))]
    except InvalidInput as error:
        assert error.argument == "columns" and gongdan._words.WITHHELD[name]
        return [*found, str(error)]


def bulletin(found: gongdan.Bulletin) -> Answer:
    pictures = [[(chart := found.chart(name)).title, chart.bars, chart.svg, repr(chart)] for name in found.charts]
    files = [zipfile.ZipFile(io.BytesIO(each)) for each in (found._collected.docx(), found._collected.xlsx())]
    parts = [file.read(name).decode(errors="replace") for file in files for name in file.namelist()]
    told = [found.json(), found.markdown(), found._collected.html(), found._repr_html_(), repr(found)]
    return [*told, pictures, parts, figures(found.by_unit), figures(found.by_category)]


def filters() -> List[Dict[str, Any]]:
    late = [{"overdue_on": "2020-10-09", "limit_of": word} for word in gongdan.words("LimitOf")]
    queues = [{"stage": word} for word in gongdan.words("Stage")]
    more = [{}, {"open": True}, {"as_of": "2020-09-12"}, {"difficult": True}, {"featured": True}]
    return [*more, *late, *queues, {"due_by": "2020-10-09"}, {"unit": "县住建局"}]


def groupings(ask: Callable[..., Any], *by: Any) -> List[Any]:
    return [ask(**MONTH, basis=basis, by=each) for basis in gongdan.words("Basis") for each in by]


def found_by_a_canary(who: Any, life: Life) -> Answer:
    """A text that is not for somebody finds nothing; an analyst looks for none."""
    for canary in life.canaries[::7]:
        try:
            found = who.find(text=canary.word)
        except InvalidInput as error:
            assert isinstance(who, gongdan.Analyst) and error.argument == "text"
            continue
        assert not found or not isinstance(who, gongdan.Unit) or life.is_for(canary, who.name), canary
    return []


def attached(who: Any, ticket: int) -> Answer:
    """Nothing but what was attached with its bytes is given out."""
    who.history(ticket)
    try:
        return repr(who.attached_file(ticket, 1))
    except NotFound as error:
        assert "attachment" in str(error)
        return ""


def printed(who: Any, ticket: int) -> str:
    """What stands on a ticket's own sheet."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.docx"
        who.save_sheets(ticket, path)
        return zipfile.ZipFile(path).read("word/document.xml").decode()


def published(who: Any) -> str:
    """What is written for those who publish."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.json"
        who.save_open311(path)
        return path.read_text(encoding="utf-8")


MOMENT = {"as_of": "2020-09-20", "seen": 10_000}
ASKED: Dict[str, Callable[[Any, Life], Answer]] = {
    "ticket": lambda who, life: [
        each_ticket(lambda who, ticket: who.ticket(ticket))(who, life),
        each_ticket(lambda who, ticket: who.ticket(life.numbers[ticket]))(who, life),
        each_ticket(lambda who, ticket: who.ticket(ticket, as_of="2020-10-09"))(who, life),
    ],
    "find": lambda who, life: [
        *(who.find(limit=1_000, **narrowed) for narrowed in filters()),
        found_by_a_canary(who, life),
    ],
    "history": lambda who, life: [
        each_ticket(lambda who, ticket: who.history(ticket))(who, life),
        each_ticket(lambda who, ticket: who.history(ticket, as_of="2020-10-09"))(who, life),
    ],
    "explain": each_ticket(lambda who, ticket: who.explain(ticket)),
    "warnings": lambda who, life: who.warnings(as_of="2020-09-20"),
    "references": each_ticket(lambda who, ticket: who.references([ticket])),
    "texts": each_ticket(lambda who, ticket: who.texts(ticket)),
    "attached_file": each_ticket(lambda who, ticket: attached(who, ticket)),
    "caller": each_ticket(lambda who, ticket: who.caller(ticket)),
    "save_sheets": each_ticket(lambda who, ticket: printed(who, ticket)),
    "save_open311": lambda who, life: published(who),
    "rulebook": lambda who, life: [who.rulebook(), who.rulebook(seen=20)],
    "rounding": lambda who, life: who.rounding(at="2020-09-20"),
    "end_of": lambda who, life: who.end_of({"working_days": 5}, given="2020-09-20 09:00"),
    "figures": lambda who, life: [figures(each) for each in groupings(who.figures, (), "unit", ["category", "unit"])],
    "figures_of": lambda who, life: [figures(each) for each in who.figures_of([{**MONTH, "by": "unit"}, MONTH])],
    "between": lambda who, life: who.between(**MONTH, counted="accepted", not_counted="closed"),
    "contacts": lambda who, life: who.contacts(**MONTH),
    "cases": lambda who, life: who.cases(**MONTH),
    "tickets": lambda who, life: tables(who.tickets, "tickets"),
    "table": lambda who, life: [
        tables(lambda **more: who.table(name, **more), name) for name in gongdan._words.TABLES
    ],
    "assignments": lambda who, life: tables(who.assignments, "assignments"),
    "events": lambda who, life: tables(who.events, "events"),
    "contact_rows": lambda who, life: tables(who.contact_rows, "contacts"),
    "callbacks": lambda who, life: tables(who.callbacks, "callbacks"),
    "bulletin": lambda who, life: [bulletin(who.bulletin(**MONTH)), bulletin(who.bulletin(**MONTH, number=10, format="hengdong-2023"))],
    "published": lambda who, life: bulletin(who.published(2020, 9)),
    "what_if": lambda who, life: [[figures(each) for each in pair] for pair in groupings(who.what_if, "unit")],
    "since": lambda who, life: [[*map(figures, three[:2]), three[2]] for three in groupings(who.since, "unit")],
    "rank": lambda who, life: who.rank(**MONTH, formula=gongdan.formula("考", [{"figure": "closure_rate", "points": 9}])),
    "account": lambda who, life: who.account(**MONTH),
    "seats": lambda who, life: who.seats(**MONTH),
    "issues": lambda who, life: who.issues(),
    "issue": lambda who, life: who.issue(2020, 9),
    "compare": lambda who, life: who.compare(2020, 9),
    "followed_up": lambda who, life: who.followed_up(as_of="2020-11-09"),
    "issue_before": lambda who, life: who.issue_before(as_of="2020-11-09"),
    "retention": lambda who, life: who.retention(as_of="2030-01-01", months=1),
    "query": lambda who, life: [
        who.query(f"SELECT * FROM {view}")
        for view in ("v1_tickets", "v1_assignments", "v1_events", "v1_callbacks", "v1_supervisions", "v1_by_unit")
    ],
    "reveals": lambda who, life: who.reveals("2020"),
}
ROLES = ("centre", "unit", "supervisor", "analyst")


def questions(who: type) -> Set[str]:
    """Every question that somebody has: all that stands in no class of those who act."""
    asking = [each for each in who.__mro__ if issubclass(each, Door) and not issubclass(each, Actor)]
    names = {name for each in asking for name, made in vars(each).items() if callable(made)}
    return {name for name in names if not name.startswith("_")}


def plain(answer: Answer) -> str:
    """Everything that an answer says, however it says it."""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, Ticket):
        return plain([answer.as_dict(), repr(answer), answer._repr_html_(), answer.written])
    if dataclasses.is_dataclass(answer) and not isinstance(answer, type):
        return plain([vars(answer), repr(answer)])
    if isinstance(answer, dict):
        return plain([*answer.items()])
    if isinstance(answer, (list, tuple, set)):
        return " ".join(map(plain, answer)) + repr(type(answer))
    return f" {answer} "


def answers(who: Any, life: Life) -> Dict[str, str]:
    """What somebody is told, question by question."""
    return {name: plain(ASKED[name](who, life)) for name in sorted(questions(type(who)))}


@pytest.fixture(scope="module", params=[1, 2])
def life(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    gongdan.set_language("en")
    with gongdan.sample.office(tmp_path_factory.mktemp("viewed") / "v.db") as hotline:
        yield Life(hotline, request.param, 320)


def test_every_question_is_asked_here_and_no_other() -> None:
    found = set().union(*(questions(getattr(gongdan, role.capitalize())) for role in ROLES))
    assert found == set(ASKED)
    verbs = set(COMMANDS)
    assert not found & verbs, "a question and a command have one name"


def test_who_may_ask_what() -> None:
    everybody, centre = questions(gongdan.Unit), questions(gongdan.Centre)
    assert questions(gongdan.Supervisor) == centre == set(ASKED)
    assert centre - everybody > {"bulletin", "issues", "rank", "account", "query", "reveals"}
    assert centre - questions(gongdan.Analyst) == {"texts", "attached_file", "caller", "reveals", "save_sheets"}


def test_nothing_that_is_not_for_a_unit_is_told_to_it(life: Life) -> None:
    foreign = read = withheld = 0
    assert life.unknown > 5, "no unit asked what it never had"
    for unit in sorted({NOW.get(each, each) for each in UNITS}):
        who = life.hotline.unit(unit, by="李四")
        told, own = answers(who, life), life.tickets_of(unit)
        assert {each.id for each in who.find(limit=1_000)} == own
        for name, said in told.items():
            for ticket in set(life.numbers) - own:
                assert str(ticket) not in said and life.numbers[ticket] not in said, (name, unit, ticket)
                foreign += 1
            for canary in life.canaries:
                assert canary.word not in said or life.is_for(canary, unit), (name, unit, canary)
            assert not any(caller in said for caller in life.callers), (name, unit)
        everything = "".join(told.values())
        for canary in life.canaries:
            read += canary.word in everything
            withheld += canary.ticket in own and canary.word not in everything
    assert foreign > 500 and read > 30 and withheld > 10, (foreign, read, withheld)


def test_an_analyst_is_told_of_every_ticket_and_no_text(life: Life) -> None:
    told = answers(life.hotline.analyst(), life)
    for name, said in told.items():
        assert "雀" not in said and "欧阳" not in said, name
        assert not any(caller in said for caller in life.callers), name
    assert all(number in told["ticket"] and number in told["tickets"] for number in life.numbers.values())


def test_the_centre_and_a_supervisor_are_told_what_the_hotline_says(life: Life) -> None:
    said = [answers(who, life) for who in (life.hotline.centre(by="甲"), life.hotline.supervisor(by="乙"))]
    assert said[0] == said[1]
    everything = "".join(said[0].values())
    assert not any(caller in everything for caller in life.callers)
    assert sum(canary.word in everything for canary in life.canaries) > len(life.canaries) // 2
    asked = {name: plain(ASKED[name](life.hotline, life)) for name in ASKED}
    assert asked == said[0]


def test_a_unit_rings_whom_it_has_to_ring_and_reads_no_more(office: Hotline) -> None:
    desk = office.centre(by="坐席07", at="2020-09-01 09:00")
    who = {"caller_name": "欧阳若兰", "caller_phone": "13807340417", "caller_address": "洣水镇"}
    ticket = desk.transfer(desk.intake("井盖碎裂", channel="来电", **who), lead="县城管执法局")
    unit = office.unit("县城管执法局", by="李四", at="2020-09-01 10:00")
    other = office.unit("县住建局", by="王五", at="2020-09-01 10:00")
    assert unit.reveal(ticket.id, reason="约上门时间") == gongdan.Caller("欧阳某", "13807340417", None)
    assert unit.history(ticket)[-1].event == "revealed"
    for ask in (other.reveal, lambda which, **_: other.note(which, text="看看")):
        with pytest.raises(NotFound):
            ask(ticket.id, reason="看看")
    assert not hasattr(unit, "reveal_history") and not hasattr(unit, "subject_export")
    secret = desk.at("2020-09-01 11:00").confidential(ticket.id)
    assert secret.matter == "井盖碎裂"
    assert unit.note(ticket.id, text="已到场").matter is None
    assert unit.caller(ticket.id) == gongdan.MaskedCaller(None, False, False, False, withheld=True)
    with pytest.raises(gongdan.Refused) as refused:
        unit.reveal(ticket.id, reason="约上门时间")
    assert refused.value.code == "confidential"


def test_whoever_looks_is_named(office: Hotline) -> None:
    nobody = office.unit("宇航局", by="李四")
    for ask in (nobody.find, nobody.tickets, lambda: nobody.figures(**MONTH)):
        with pytest.raises(InvalidInput) as raised:
            ask()
        assert raised.value.argument == "unit" and "宇航局" in str(raised.value)
    assert office.unit("县城管执法局", by="李四") == office.unit("县城管执法局", by="李四")
    assert repr(office.analyst()) == "<Analyst>" and office.analyst() == office.analyst()


def test_a_batch_hides_what_is_not_yet_on_disk_as_well(office: Hotline) -> None:
    with office.batch() as many:
        desk = many.centre(by="坐席07", at="2020-09-01 09:00")
        ticket = desk.transfer(desk.intake("路灯不亮", channel="来电"), lead="县住建局")
        assert many.unit("县住建局", by="李四").ticket(ticket).matter == "路灯不亮"
        assert many.unit("县住建局", by="李四").figures(**MONTH).total.accepted == 1
        assert many.analyst().ticket(ticket).matter is None
        with pytest.raises(NotFound):
            many.unit("县城管执法局", by="李四").ticket(ticket)
    assert json.loads(office.analyst().bulletin(**MONTH).json())["overview"]
