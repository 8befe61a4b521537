"""Every public name of the library's face is wrapped, or stands here with its reason."""

from __future__ import annotations

import re

import gongdan
from conftest import ROOT
from gongdan import Batch, Centre, Hotline

SOURCES = sorted((ROOT / "crates/gongdan/src").rglob("*.rs"))

#: Methods whose Python name is another one.
RENAMED = {
    "create": gongdan.create,
    "create_with": gongdan.create,
    "open": gongdan.open,
    "open_with": gongdan.open,
    "ticket_by_number": Hotline.ticket,
    "erase": Centre.erase_person,
    "begin": Batch.__enter__,
    "commit": Batch.__exit__,
    "roll_back": Batch.__exit__,
    "pending": Batch.__exit__,
    "begin_row": Batch.row,
    "keep_row": Batch.row,
    "take_row_back": Batch.row,
    "behind": gongdan.Row.tickets,
    "scan": Hotline.table,
    "ticket_of": Hotline.ticket,
    "history_of": Hotline.history,
    "contacts_of": Hotline.contacts,
    "cases_of": Hotline.cases,
    "rulebook_of": Hotline.rulebook,
    "verify_against": Hotline.verify,
    "salvage": gongdan.salvage,
    "from_journal": gongdan.from_journal,
    "viewed_by": Hotline.unit,
    "publish_if": Centre.publish,
}

#: Methods that Python does not have, and why.
ABSENT = {
    "read": "a closure over one state: `figures_of` and `bulletin` ask several questions of one",
    "answered": "what a command answers with; every command's answer is a `Ticket`",
    "contacts_on": "what a sheet of contacts is compared with; `contacts` answers a period",
    "behind_each": "one look for many cells, for bulletins; `Row.tickets` lists each",
}

#: Names of lib.rs that Python does not have as such, and why.
NAMES_ABSENT = {
    # arguments and builders: keyword arguments are Python's way
    "Durability Options Filter Page Question Basis Grouping NewIssue ScanOptions Against "
    "OtherRules Command Founding Intake NewEntry OfficeCommand Stamp Scope Setting "
    "Subject Value InspectionPoint Provision Notice SpecialDay DayKind OfficeHours Limit Period": "keyword arguments",
    # words: plain strings, listed by `gongdan.words`
    "CallbackOutcome Card ChannelKind CloseOutcome Count Kind Part RefusalCode Role "
    "Rounding Satisfaction Species Stage TextField Urgency Verb Who ErrorKind MEASURES Measure Relation Quantile Shape "
    "CountOf LimitOf Queue Fact FileKind Keeping SupervisionKind "
    "Answers Chapter Form State EventKind OfficeEventKind LegEnd "
    "Language": "words, in gongdan.words and gongdan.term",
    "Outcome": "a word, GongdanError.outcome",
    "ErrorReport": "an error as data: a GongdanError is pickled as it is",
    # answers under another name, or folded into one
    "Key Tally Times Receipt TicketView Tickets TicketText Rows Datum Cells Chunk Field FieldKind Scan Shown "
    "Error Result Refusal Bound Cell Invalid Problem SideBySide Since TicketEvent TicketId RegionId "
    "PointScore EntryId Day Fraction Place Register Rulebook Published Imprint FrozenRow FrozenTable Why Table": (
        "Ticket, Found, Row, Rate, Written, Issue, dictionaries, datetimes, exceptions"
    ),
    # the tables, from which this face is written
    "Argument COMMANDS CommandRow FILTER QUESTION RANKING Given Tabled Taken Takes Typed asked Need LISTS List Word rulebook_told "
    "command_of given_of": "signatures",
    # done before anything leaves
    "Class without_numbers without_person": "tables leave personal columns out, and texts come without numbers",
    # nothing to wrap
    "check_figure": "a figure that its basis does not define is refused where it is asked",
    "RankingFormula RankingQuestion": "the arguments of rank",
    "View Viewer": "Centre, Unit, Supervisor, Analyst",
    "figures_told": "signatures, and docs/figures.md",
    "now watched asked_outside": "at=None and Ctrl-C",
    "china_notices parse_day wording": "the file has the notices; days are dates; errors speak",
    "NewFile": "the arguments of attach_file",
    "distance": "errors name the nearest names themselves",
    "CountChange RateChange": "differences of Rate.fraction are exact in Python as they are",
    "Formula Grade Points RankedGroup RankedUnit Ranking Score ScoredTerm Term Policy": (
        "gongdan.formula and Ranked; the policy stands in rulebook()"
    ),
}


def methods() -> set:
    found = set()
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        for block in re.split(r"^impl ", text, flags=re.M)[1:]:
            if block.startswith("Hotline {"):
                body = block.split("\n}\n")[0]
                found.update(re.findall(r"^    pub fn (\w+)", body, flags=re.M))
    return found


def names() -> set:
    text = (ROOT / "crates/gongdan/src/lib.rs").read_text(encoding="utf-8")
    found = set()
    for listed in re.findall(r"^pub use [\w:]+(?:::\{([^}]*)\}|::(\w+));", text, flags=re.M):
        found.update(re.findall(r"\w+", " ".join(listed)))
    return found


def test_every_method_is_wrapped() -> None:
    found = methods()
    assert len(found) > 40, "the sources are read"
    missing = {
        name
        for name in found
        if not hasattr(Hotline, name) and not hasattr(Centre, name) and name not in {**RENAMED, **ABSENT}
    }
    assert not missing
    assert set(ABSENT) <= found and set(RENAMED) <= found, "the lists are no longer than the face"


def test_every_name_is_wrapped_or_has_its_reason() -> None:
    found = names()
    assert len(found) > 60, "lib.rs is read"
    absent = {name for line in NAMES_ABSENT for name in line.split()}
    assert not {name for name in found if not hasattr(gongdan, name)} - absent
    assert not absent - found, "a name on the list is no longer in the face"
