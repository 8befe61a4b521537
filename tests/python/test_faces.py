"""Nothing is missing in the face, and nothing is called otherwise: names, arguments and defaults are
read from the package's own text, and compared both ways with the tables. What is wrong is named."""

from __future__ import annotations

import ast
import inspect
import json
import os
import pathlib
import subprocess
import sys
from typing import Any, Callable, Dict, List, Set, Tuple

import pytest

import gongdan
from conftest import ROOT
from gongdan import Hotline, InvalidInput, Ticket

PACKAGE = pathlib.Path(gongdan.__file__).parent
CARGO = os.environ.get("CARGO", "cargo")

#: What stands for a default that an argument does not have.
NEEDED = "needed"


def read_tables() -> Dict[str, Any]:
    built = os.environ.get("GONGDAN_BUILT")
    faces = [f"{built}/gongdan-faces"] if built else [CARGO, "run", "--quiet", "-p", "gongdan-faces", "--"]
    done = subprocess.run([*faces, "tables"], cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


TABLES = read_tables()
COMMANDS: Dict[str, Dict[str, Any]] = {row["verb"]: row for row in TABLES["commands"]}
LISTS = {each["name"]: each for each in TABLES["lists"]}
ARGUMENTS = [(verb, each) for verb, row in COMMANDS.items() for each in row["arguments"]]


def called(case: Tuple[str, Dict[str, Any]]) -> str:
    return f"{case[0]}-{case[1]['name']}"


# What the package's text says.


def classes(file: str) -> Dict[str, ast.ClassDef]:
    tree = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    return {each.name: each for each in tree.body if isinstance(each, ast.ClassDef)}


def methods(of: ast.ClassDef) -> Dict[str, ast.FunctionDef]:
    return {each.name: each for each in of.body if isinstance(each, ast.FunctionDef)}


def methods_of(who: type) -> Dict[str, ast.FunctionDef]:
    """The methods of a class and of all that it is made of, as the package's text has them."""
    found: Dict[str, ast.FunctionDef] = {}
    for each in reversed(who.__mro__):
        if each.__module__.startswith("gongdan."):
            found.update(methods(classes(f"{each.__module__.rpartition('.')[2]}.py")[each.__name__]))
    return found


def taken(method: ast.FunctionDef) -> Dict[str, Tuple[str, Any]]:
    """What a method takes, without itself and the ticket: type and default by name."""
    given = method.args
    plain = [(each, None) for each in given.args]
    some = [*plain[len(plain) - len(given.defaults) :]] if given.defaults else []
    assert not some, "nothing with a default is told by its place"
    named = list(zip(given.kwonlyargs, given.kw_defaults))
    return {
        argument.arg: (
            ast.unparse(argument.annotation) if argument.annotation else "",
            NEEDED if default is None else ast.literal_eval(default),
        )
        for argument, default in plain + named
        if argument.arg not in ("self", "ticket")
    }


# What the tables say.


def kind(argument: Dict[str, Any]) -> str:
    """The type of an argument, as people who type Python know it."""
    plain = {
        **dict.fromkeys(("text", "name", "label"), "str"),
        **dict.fromkeys(("flag", "answer"), "bool"),
        **dict.fromkeys(("moment", "beginning"), "AsOf"),
        "instant": "Moment",
        "ticket": "TicketLike",
        "number": "int",
        "day": "Day",
        "period": "Period",
        "structure": "Structure",
    }
    takes = argument["takes"]
    one = LISTS[argument["of"]]["type"] if takes == "word" else plain[takes]
    wraps = {"optional": "Optional[%s]", "several": "Some[%s]"}
    return wraps.get(argument["need"], "%s") % one


def default(argument: Dict[str, Any]) -> Any:
    plain: Dict[str, Any] = {"required": NEEDED, "optional": None, "several": ()}
    if argument["need"] != "default":
        return plain[argument["need"]]
    word = argument["default"]
    return {"yes": True, "no": False}[word] if argument["takes"] == "flag" else word


def expected(rows: List[Dict[str, Any]]) -> Dict[str, Tuple[str, Any]]:
    return {each["name"]: (kind(each), default(each)) for each in rows}


@pytest.mark.parametrize("role", gongdan.words("Role"))
def test_each_role_has_its_verbs_with_their_arguments_and_no_other(role: str) -> None:
    (verbs,) = classes(f"_{role}.py").values()
    found = {name: taken(method) for name, method in methods(verbs).items()}
    rows = {verb: row for verb, row in COMMANDS.items() if role in row["roles"]}
    assert found == {verb: expected(row["arguments"]) for verb, row in rows.items()}
    actor = getattr(gongdan, role.capitalize())
    assert {verb for verb in COMMANDS if hasattr(actor, verb)} == set(rows)
    for name, method in methods(verbs).items():
        told = ast.get_docstring(method) or ""
        assert rows[name]["term"] in told and rows[name]["chinese"] in told, name
        assert all(each["name"] + ": " in told for each in rows[name]["arguments"]), name


def test_a_row_has_every_count_and_every_measure_and_no_other() -> None:
    found = dict(vars(gongdan.figures.AllFigures))
    kinds = {name: type(each).__name__ for name, each in found.items() if not name.startswith("_")}
    counts = {each["word"]: "_Count" for each in LISTS["count"]["words"]}
    assert kinds == {**counts, **dict.fromkeys(TABLES["measures"], "_Measure")}
    assert all(found[name].__doc__ for name in kinds)
    assert not set(kinds) & {name for name in vars(gongdan.Row) if not name.startswith("_")}


def test_every_verb_is_somebodys() -> None:
    assert all(row["roles"] for row in COMMANDS.values())
    assert len(COMMANDS) == len(gongdan.words("Verb")) > 30


#: What each method takes beside the table's arguments, and which it does not take.
FILTERED = {"find": {"limit", "offset"}, "tickets": {"columns", "batch"}}
ASKED: Dict[str, Set[str]] = {
    "figures": {"measures"},
    "what_if": {"provisions", "throughout", "notices"},
    "since": {"year_before"},
    "rank": set(),
    "bulletin": {"format"},
}
#: The table of each that is not asked by a filter or a question.
TABLE = {**dict.fromkeys(FILTERED, "filter"), "rank": "ranking", "bulletin": "bulletin"}


@pytest.mark.parametrize("name", [*FILTERED, *ASKED])
def test_what_is_asked_takes_what_its_table_says(name: str) -> None:
    own = {**FILTERED, **ASKED}[name]
    found = taken(methods_of(Hotline)[name])
    assert own <= set(found)
    table = TABLES[TABLE.get(name, "question")]
    assert {each: found[each] for each in set(found) - own} == expected(table)


def test_filters_and_questions_as_dictionaries_have_the_same_keys() -> None:
    found = {}
    for name, each in classes("_asked.py").items():
        lines = [line for line in each.body if isinstance(line, ast.AnnAssign)]
        found[name] = {ast.unparse(line.target): ast.unparse(line.annotation) for line in lines}
    assert found["Filter"] == {each["name"]: kind(each) for each in TABLES["filter"]}
    asked = {**found["_Needed"], **found["Question"]}
    assert asked == {each["name"]: kind(each) for each in TABLES["question"]}
    needed = {each["name"] for each in TABLES["question"] if each["need"] == "required"}
    assert set(found["_Needed"]) == needed


def test_every_list_is_a_literal_with_its_words_in_both_languages() -> None:
    tree = ast.parse((PACKAGE / "_literals.py").read_text(encoding="utf-8"))
    values = {ast.unparse(each.targets[0]): each.value for each in tree.body if isinstance(each, ast.Assign)}
    assert ast.unparse(values.pop("Figure")) == "Union[Count, Measure]"
    measures = set(ast.literal_eval(values.pop("Measure").slice))
    assert measures == {word for name in TABLES["measures"] for word in (name, gongdan._words.heading(name))}
    found = {name: set(ast.literal_eval(value.slice)) for name, value in values.items()}
    spelt = {
        each["type"]: {word[key] for word in each["words"] for key in ("word", "term")}
        for each in TABLES["lists"]
    }
    assert found == spelt


# What is wrong is named as it was typed.

#: Values that no argument of a kind takes.
BAD: Dict[str, List[Any]] = {
    **dict.fromkeys(("text", "name", "label"), [7, True, {"no": "text"}, object(), "\ud800", b"x"]),
    "word": ["绿", 7, {"no": "word"}, float("inf")],
    "ticket": ["甲", -1, 2.5, {"no": "ticket"}, object()],
    "number": ["many", -1, 2.5, float("inf"), 10**30, {"no": "number"}],
    **dict.fromkeys(("flag", "answer"), ["maybe", 7, {"no": "flag"}]),
    "instant": ["昨天", "2020-09-01", {"no": "moment"}, True],
    **dict.fromkeys(("moment", "beginning"), ["昨天", "2020-13-01", {"no": "moment"}, True]),
    "day": ["昨天", {"no": "day"}],
    "period": ["九月", 7, {"no": "period"}],
    "structure": ["{", "查无此名", 7, {"no": "structure"}, object()],
}
GOOD: Dict[str, Any] = {"text": "已联系", "label": "甲", "number": 1, "flag": True, "answer": True, "period": "2020-09"}


def good(argument: Dict[str, Any], lamp: Ticket) -> Any:
    if argument["takes"] == "word":
        return LISTS[argument["of"]]["words"][0]["word"]
    if argument.get("of") == "file_digest":
        return "0123456789abcdef" * 4
    if argument["takes"] == "name":
        return {"channel": "来电", "unit": "县住建局", "category": "城市管理", "area": None}[argument["of"]]
    return {**GOOD, "ticket": lamp.id, "moment": "2020-10-09", "instant": "2020-10-09 09:00"}[argument["takes"]]


def bad(argument: Dict[str, Any]) -> List[Any]:
    several = [["甲", each] for each in BAD[argument["takes"]]] if argument["need"] == "several" else []
    nothing = [None, float("nan")] if argument["need"] == "required" else []
    return [*BAD[argument["takes"]], *several, *nothing]


def named(argument: str, call: Callable[..., Any], *by_place: Any, **by_name: Any) -> None:
    with pytest.raises(InvalidInput) as raised:
        call(*by_place, **by_name)
    assert raised.value.argument == argument, (by_name, raised.value)
    assert all(argument in raised.value.message(each) for each in ("zh", "en"))


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with gongdan.sample.office(tmp_path_factory.mktemp("faces") / "a.db") as hotline:
        yield hotline


def verb(hotline: Hotline, name: str, ticket: Any) -> Callable[..., Any]:
    """A command on a ticket, by somebody who may ask it."""
    who = {"by": "坐席07", "at": "2020-09-24 17:30"}
    role = COMMANDS[name]["roles"][0]
    unit = "县水利局" if COMMANDS[name]["who"] == "assisting_unit" else "县城管执法局"
    actor = hotline.unit(unit, **who) if role == "unit" else getattr(hotline, role)(**who)
    method = getattr(actor, name)
    return (lambda **given: method(ticket, **given)) if COMMANDS[name]["on_ticket"] else method


@pytest.mark.parametrize("case", ARGUMENTS, ids=called)
def test_a_bad_value_of_a_command_is_named(living: Hotline, case: Tuple[str, Dict[str, Any]]) -> None:
    name, argument = case
    desk = living.centre(by="坐席07", at="2020-09-24 16:50")
    lamp = desk.intake("路灯不亮", channel="来电")
    given = {each["name"]: good(each, lamp) for each in COMMANDS[name]["arguments"]}
    for value in bad(argument):
        call = verb(living, name, lamp)
        named(argument["name"], call, **{**given, argument["name"]: value})


@pytest.mark.parametrize("argument", TABLES["filter"], ids=lambda each: each["name"])
def test_a_bad_value_of_a_filter_is_named(living: Hotline, argument: Dict[str, Any]) -> None:
    for call in (living.find, living.tickets, living.events):
        for value in bad(argument):
            named(argument["name"], call, **{argument["name"]: value})


@pytest.mark.parametrize("argument", TABLES["question"], ids=lambda each: each["name"])
def test_a_bad_value_of_a_question_is_named(living: Hotline, argument: Dict[str, Any]) -> None:
    right = {"period": "2020-09", "as_of": "2020-10-09"}
    calls: List[Callable[..., Any]] = [living.figures, living.what_if, living.since]
    calls.append(lambda **asked: living.figures_of([asked]))
    for call in calls:
        for value in bad(argument):
            named(argument["name"], call, **{**right, argument["name"]: value})


@pytest.mark.parametrize("argument", TABLES["ranking"], ids=lambda each: each["name"])
def test_a_bad_value_of_a_ranking_is_named(living: Hotline, argument: Dict[str, Any]) -> None:
    formula = gongdan.formula("考核", [{"figure": "in_time_rate", "points": 100}])
    right = {"period": "2020-09", "as_of": "2020-10-09", "formula": formula}
    for value in bad(argument):
        named(argument["name"], living.rank, **{**right, argument["name"]: value})


@pytest.mark.parametrize("argument", TABLES["bulletin"], ids=lambda each: each["name"])
def test_a_bad_value_of_a_bulletin_is_named(living: Hotline, argument: Dict[str, Any]) -> None:
    right = {"period": "2020-09", "as_of": "2020-10-09"}
    for value in bad(argument):
        named(argument["name"], living.bulletin, **{**right, argument["name"]: value})


#: What is told beside the tables, one good value for each name.
BESIDE: Dict[str, Any] = {
    **{"ticket": 1, "tickets": [1], "period": "2020-09", "as_of": "2020-10-09", "at": "2020-10-09"},
    **{"given": "2020-09-01 09:00", "year": 2020, "number": 9, "months": 1, "seq": 1, "steps": 9, "values": ()},
    **{"limit": {"working_days": 5}, "name": "来电", "species": "channel", "into": ["甲局"], "to": "乙", "order": 1},
    **{"from_": "2020-10-10", "alias": "甲", "setting": "leap_days", "value": {"number": 1}, "terms": (), "day": "2020-09-01"},
    **{"channel": "来电", "count": 1, "phone": "13800000000", "reason": "因", "notice": {}, "sql": "SELECT 1"},
    **{"counted": "accepted", "not_counted": "closed", "questions": (), "command": {}, "version": 1, "request": "甲"},
    **{"path": "甲", "text": "甲", "by": "坐席07", "unit": "县住建局"},
    **{"table": (), "content": b"x", "no": 1, "scheme": "甲", "code": "1", "of": "unit", "source": ()},
}
#: What Python itself refuses, as it does everywhere: paths, and what is called.
PYTHONS = {"path", "content", "format", "progress", "refused"}


#: What one argument needs beside it.
WITH: Dict[Tuple[str, str], Any] = {
    ("erase_person", "reason"): {"ticket": 1},
    **{(name, argument): {"path": "甲.docx"} for name in ("save_sheets", "reveal_sheets") for argument in ("date", "tickets")},
}
#: Structures: what is wrong within them is told of the whole command.
STRUCTURES = {"notice", "value", "command", "limit"}


def told_beside() -> List[Tuple[str, str]]:
    """Every argument of every question, of the office and of the file that no table tells."""
    rows = [row for table in ("filter", "question", "ranking", "bulletin") for row in TABLES[table]]
    of_tables = {each["name"] for each in rows} - {"period", "as_of", "limit_of", "seen"}
    found = []
    for name, method in inspect.getmembers(gongdan.Centre, inspect.isfunction) + inspect.getmembers(
        gongdan.Hotline, inspect.isfunction
    ):
        asked = not name.startswith("_") and name not in COMMANDS and name not in ("batch", "dry_run", "close", "execute")
        written = name in FILTERED or name in ASKED or name == "publish"
        for argument in inspect.signature(method).parameters.values() if asked else ():
            named = argument.kind is not argument.VAR_KEYWORD and argument.name not in {"self", *PYTHONS}
            if named and not (written and argument.name in of_tables):
                found.append((name, argument.name))
    return sorted(set(found))


@pytest.mark.parametrize("case", told_beside(), ids=".".join)
def test_a_bad_value_that_no_table_knows_is_named(living: Hotline, case: Tuple[str, str]) -> None:
    name, argument = case
    who = living.centre(by="坐席07", at="2020-10-10 09:00")
    ask = getattr(who if hasattr(who, name) else living, name)
    needed = [each for each in inspect.signature(ask).parameters.values() if each.default is each.empty]
    given = {each.name: BESIDE[each.name] for each in needed if each.kind is not each.VAR_KEYWORD}
    given.update({"name": "tickets"} if name == "table" else {"into": "乙"} if name == "merge_entry" else {})
    given.update(WITH.get(case, {}))
    for value in [object(), b"x", 2.5, *([] if argument in STRUCTURES else [{"no": 1}])]:
        named(argument, ask, **{**given, argument: value})


def test_a_bad_ticket_is_named(living: Hotline) -> None:
    for value in ("甲", -1, 2.5, None, True, float("nan"), 1 << 63, object(), ["甲"]):
        named("ticket", living.centre(by="坐席07").note, value, text="补记")
        named("ticket", living.history, value)


def test_whoever_acts_is_named(living: Hotline) -> None:
    for value in (7, None, True, float("nan"), object()):
        named("by", living.centre, by=value)
        named("unit", living.unit, value, by="李四")
        named("request", living.centre(by="坐席07").request, value)
        named("version", living.centre(by="坐席07").seen, -1 if value == 7 else str(value))
    for value in (7, True, float("nan"), object()):
        named("at", living.supervisor, by="督查室", at=value)
    sign = {"by": "李四", "at": "2020-09-24 17:00"}
    note = {"text": "补记"}
    ticket = living.centre(by="坐席07", at="2020-09-24 16:50").intake("路灯不亮", channel="来电")
    named("unit", living.unit("没有此局", **sign).note, ticket, **note)
    named("by", living.centre(by=" ").note, ticket, **note)
    named("at", living.centre(by="坐席07", at="昨天").note, ticket, **note)
    named("request", living.centre(by="坐席07").request("编号").note, ticket, **note)


# Names that the register does not know, and texts that cannot be printed, are found by the rules.


def stages(hotline: Hotline) -> Dict[str, Ticket]:
    """A ticket in each stage, that waits for a decision where one can be asked for."""
    desk = hotline.centre(by="坐席07", at="2020-09-24 16:50")
    unit = hotline.unit("县城管执法局", by="李四", at="2020-09-24 17:00")

    def fresh() -> Ticket:
        return desk.intake("路灯不亮", channel="来电")

    def with_unit(*assisting: str) -> Ticket:
        return desk.transfer(fresh(), lead="县城管执法局", assisting=assisting)

    def handled() -> Ticket:
        return unit.handle(unit.sign_off(with_unit()), result="已修复")

    late = desk.at("2020-09-24 17:10")
    helper = hotline.unit("县水利局", by="赵六", at="2020-09-24 17:00")
    return {
        "accepted": fresh(),
        "transferred": unit.request_return(with_unit("县水利局"), reason="不属我局"),
        "signed_off": unit.sign_off(with_unit()),
        "handled": handled(),
        "rework": late.rework(late.callback(handled(), outcome="reached", satisfaction="不满意"), reason="未修"),
        "difficult": late.mark_difficult(fresh(), reason="无主"),
        "closed": late.resolve_online(fresh()),
        "merged": late.merge(fresh(), main=fresh()),
        "demanded": late.supervise(fresh(), demand="三日内答复"),
        "helped": helper.sign_off(with_unit("县水利局")),
        "extending": unit.request_extension(unit.sign_off(with_unit()), days=3, reason="缺料"),
    }


#: Commands that not every ticket of their first stage can take.
WHERE = {
    "request_return": "signed_off",
    "deny_extension": "extending",
    "report": "helped",
    "ask_exempt": "signed_off",
    "answer": "demanded",
    "remind": "demanded",
    "unsupervise": "demanded",
}


LOOKED_UP = [case for case in ARGUMENTS if case[1]["takes"] in ("name", "text", "label")]


@pytest.mark.parametrize("case", LOOKED_UP, ids=called)
def test_what_the_rules_find_wrong_is_named(office: Hotline, case: Tuple[str, Dict[str, Any]]) -> None:
    name, argument = case
    here = stages(office)
    row = COMMANDS[name]
    ticket = here[WHERE.get(name, (row["stages"] or ["accepted"])[0])]
    given = {
        each["name"]: good(each, here["accepted"])
        for each in row["arguments"]
        if each["need"] == "required"
    }
    value = "没有这个名称" if argument["takes"] == "name" else "甲\u0000乙"
    named(argument["name"], verb(office, name, ticket), **{**given, argument["name"]: value})


# A page of misuse, which a type checker has to see through.


def test_each_misuse_is_seen_before_anything_runs() -> None:
    page = ROOT / "tests/python/typed_misuse.py"
    wrong = {
        number
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1)
        if line.endswith("# wrong")
    }
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(page)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout
    found = {int(line.split(":")[1]) for line in told.splitlines() if ": error:" in line}
    assert found == wrong and len(wrong) > 10, told
