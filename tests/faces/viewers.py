"""Who asks, in C: every question of the header is asked of the view of every viewer, and everything that its
answer can say is read. Nothing of a ticket or text that is not for the viewer is in it."""

import ctypes
import itertools
import json
import random
import re
import zipfile
from pathlib import Path

from bad_values import HELPER, NUMBERS, UNIT, Desk

GUEST = "县水利局"
UNITS = [UNIT, HELPER, GUEST]
AS_OF = 1602259199999
#: Texts of the ticket itself; all others belong to a leg.
OF_TICKET = {"matter", "appeal", "answer"}
#: What is done at a hotline and asked of nobody: a view does not take it.
DONE = {"set_encoding", "begin", "commit", "roll_back", "begin_row", "keep_row", "take_row_back", "pending", "empty_log", "viewed_by_analyst"}
INVALID = 3


class Life(Desk):
    """A file with canaries, and what is known of it from what was done alone."""

    def __init__(self, folder, header, tables, seed=5, commands=320):
        super().__init__(folder, header)
        self.tables, self.dice, self.nth = tables, random.Random(seed), 0
        self.secret, self.canaries, self.callers = set(), [], []
        #: The printed number of each ticket, and the units that had it or of which something was demanded about it.
        self.had, self.units = {}, {}
        self.rows = {row["verb"]: row for row in tables["commands"] if row["on_ticket"] and row["answers"] == "ticket"}
        entry = self.struct("gd_new_entry", species=1, name=GUEST)
        self.done("gd_register_add", self.hotline, self.stamps["centre"], entry, None)
        self.library.gd_ticket_matter.restype = ctypes.c_char_p
        for unit in UNITS:
            self.stamps[unit] = self.stamp(role=2, unit=unit)
        for _ in range(commands):
            self.step()

    def word(self, field, words):
        self.nth += 1
        words.append((field, f"雀{self.nth:05}{field}尾"))
        return words[-1][1]

    def take_in(self):
        words, nth = [], self.nth + 1
        caller = {"caller_name": f"欧阳第{nth:05}位", "caller_phone": f"139{nth:05}417", "caller_address": f"鸟巷{nth:05}号"}
        secret = self.dice.random() < 0.2
        texts = {"matter": self.word("matter", words), "appeal": self.word("appeal", words)}
        intake = self.struct("gd_intake", channel="来电", category="城市管理", confidential=int(secret), **texts, **caller)
        self.done("gd_ticket_intake", self.hotline, self.stamps["centre"], intake, None)
        ticket = self.library.gd_hotline_last_ticket(self.hotline)
        self.callers += caller.values()
        self.had[ticket], self.units[ticket] = self.number_of(ticket), set()
        self.attach(ticket, words)
        self.note("confidential", ticket, None, {"confidential": secret}, words)

    def attach(self, ticket, words):
        """A file with its bytes, which belongs to the ticket."""
        content = self.word("matter", words)
        given = ("记录.txt", 4, content, len(content.encode()))
        self.done("gd_ticket_attach_file", self.hotline, ticket, self.stamps["centre"], *given, None)

    def step(self):
        if not self.had or len(self.had) < 30 and self.dice.random() < 0.2:
            return self.take_in()
        verb = self.dice.choice([*self.rows, *["transfer", "sign_off", "handle"] * 6])
        row, ticket, words = self.rows[verb], self.dice.choice(list(self.had)), []
        role = self.dice.choice(row["roles"])
        who = self.dice.choice([*UNITS, *sorted(self.units[ticket]) * 3]) if role == "unit" else role
        given = {each["name"]: self.given_for(each, words) for each in row["arguments"]}
        given = {name: value for name, value in given.items() if value is not None}
        command = json.dumps({verb: given} if row["arguments"] else verb, ensure_ascii=False)
        found = ctypes.c_void_p()
        status, _, said = self.call("gd_ticket_execute_json", self.hotline, ticket, self.stamps[who], command, self.place(found))
        if status == 0:
            self.note(verb, ticket, who if role == "unit" else None, given, words)
            matter = self.library.gd_ticket_matter(found)
            assert role != "unit" or ticket not in self.secret or matter is None, f"{verb} by {who}: answered what it may not see"
            self.library.gd_ticket_free(found)
        own = role != "unit" or who in self.units[ticket]
        assert own or status in (2, INVALID), f"{verb} by {who} of a ticket that it never had: {status} {said}"

    def given_for(self, row, words):
        if row.get("of") == "file_digest":
            return f"{self.dice.getrandbits(256):064x}"
        if row["takes"] == "text":
            return self.word(row["of"], words)
        if row["need"] != "required" and self.dice.random() < 0.4:
            return None
        listed = {each["name"]: each["words"] for each in self.tables["lists"]}
        if row["takes"] == "name":
            one = {"unit": self.dice.choice(UNITS), "channel": "来电", "category": "城市管理", "area": "洣水镇"}[row["of"]]
        elif row["takes"] == "word":
            one = self.dice.choice(listed[row["of"]])["word"]
        else:
            one = {"ticket": self.dice.choice(list(self.had)), "number": 1, "flag": True, "answer": True, "label": None, "instant": AS_OF}[row["takes"]]
        return [one] if row["need"] == "several" and one is not None else one

    def note(self, verb, ticket, by, given, words):
        """Which units see the ticket from now on, and which may read what was typed."""
        named = {"transfer": [given.get("lead"), *given.get("assisting", [])], "grant_return": [given.get("to")], "redispatch": [given.get("to")]}
        named = [each for each in named.get(verb, [given.get("unit")] if verb in ("designate", "supervise", "backfill") else []) if each]
        self.units[ticket].update(named)
        if verb == "confidential":
            (self.secret.add if given.get("confidential", True) else self.secret.discard)(ticket)
        concerned = set(named) if verb == "transfer" else self.concerned(ticket)
        for field, word in words:
            units = None if field in OF_TICKET else (concerned or set(UNITS)) & ({by} if by else set(UNITS))
            self.canaries.append((word, ticket, units))

    def concerned(self, ticket):
        """The unit that the last event of a ticket concerns."""
        history = ctypes.c_void_p()
        self.done("gd_ticket_history", self.hotline, ticket, self.place(history))
        place, entry = self.filled("gd_history_entry")
        count = self.library.gd_history_count(history)
        self.done("gd_history_at", history, count - 1, place)
        unit = entry.unit and ctypes.string_at(entry.unit).decode()
        self.library.gd_history_free(history)
        return {unit} if unit else set()

    def number_of(self, ticket):
        found = ctypes.c_void_p()
        self.done("gd_ticket_get", self.hotline, ticket, self.place(found))
        self.library.gd_ticket_number.restype = ctypes.c_char_p
        number = self.library.gd_ticket_number(found).decode()
        self.library.gd_ticket_free(found)
        return number

    def publish(self):
        printed = self.struct("gd_bulletin", period="2020-09", as_of=AS_OF, number=9)
        self.done("gd_bulletin_publish", self.hotline, self.stamps["centre"], printed, None, "编辑", None)

    def filled(self, name):
        """A struct that the library fills, and where it stands."""
        place = self.struct(name)
        return place, self.kept[-1]

    def may_read(self, unit, ticket, units):
        return unit in self.units[ticket] and ticket not in self.secret and (units is None or unit in units)


class Reader:
    """Reads everything that an object can say, by all functions of the header that look into its kind."""

    def __init__(self, desk):
        self.desk, self.header = desk, desk.header
        self.looks = {}
        for name, given in self.header.functions.items():
            kind = given[0][1] if given else ""
            if re.fullmatch(r"const gd_\w+ \*", kind) and not name.endswith(("_free", "_arrow", "_save", "_is_overdue")):
                self.looks.setdefault(kind[6:-2], []).append((name, given[1:]))
        for name, result in self.header.results.items():
            kind = ctypes.c_char_p if "char" in result else ctypes.c_void_p if "*" in result else NUMBERS.get(result, ctypes.c_int32)
            getattr(desk.library, name).restype = kind

    def said(self, kind, pointer):
        """All that one object says."""
        return " ".join(self.looked(name, kind, pointer, more) for name, more in self.looks.get(kind, ()))

    def looked(self, name, kind, pointer, more):
        library = self.desk.library
        if name == "gd_document_bytes":
            return ctypes.string_at(library.gd_document_bytes(pointer), library.gd_document_length(pointer)).decode()
        numbers, filled = [of for _, of in more if "*" not in of], [of for _, of in more if "*" in of]
        said = []
        for places in self.places(kind, pointer, len(numbers)):
            outs = [self.room(of) for of in filled]
            given = [self.desk.value(of, each) for of, each in zip(numbers, places)]
            answer = getattr(library, name)(pointer, *given, *(place for place, _ in outs))
            if self.header.results[name] == "const gd_ticket *":
                answer = answer and self.said("gd_ticket", ctypes.c_void_p(answer))
            said += [answer.decode() if isinstance(answer, bytes) else f" {answer} "] + [self.members(own) for _, own in outs]
        return " ".join(said)

    def places(self, kind, pointer, numbers):
        """The places of a list, and within each the first few."""
        count = getattr(self.desk.library, f"{kind}_count", None)
        first = range(count(pointer)) if count else range(8)
        return itertools.product(*[first, range(24), range(1)][:numbers])

    def room(self, kind):
        """Room for what a function fills, and what stands there."""
        name = kind.removesuffix(" *")
        if name in self.header.structs:
            return self.desk.struct(name), self.desk.kept[-1]
        own = ctypes.create_string_buffer(128)
        return self.desk.place(own), own

    def members(self, own):
        if not isinstance(own, ctypes.Structure):
            return f" {own.raw[:64]} "
        values = [(getattr(own, member), kind) for member, kind in own._fields_]
        texts = [kind is ctypes.c_void_p and value for value, kind in values]
        return " ".join(ctypes.string_at(text).decode() if text else f" {value} " for (value, _), text in zip(values, texts))


#: How the path of what a function writes ends, where it is no document.
ENDINGS = {"backup": (".db",), "journal": (".lines",), "save_table": (".csv", ".jsonl", ".xlsx")}

#: No interview writes where another has.
PATHS = itertools.count()


class Interview:
    """Everything that can be asked of a handle, with arguments by their names: one that nobody knows ends
    the test."""

    def __init__(self, life, reader, handle, folder):
        self.life, self.reader, self.handle, self.folder = life, reader, handle, folder
        self.answered, self.refused = {}, {}
        self.figures = ctypes.c_void_p()
        life.done("gd_hotline_figures", handle, self.question(1), life.place(self.figures))
        for name, given in questions(life.header).items():
            self.ask(name, given)
        life.library.gd_figures_free(self.figures)

    def question(self, basis, *by):
        grouped = {"by": list(by), "by_count": len(by)} if by else {}
        return self.life.struct("gd_question", period="2020-09", as_of=AS_OF, basis=basis, **grouped)

    def filters(self):
        numbers = self.life.header.numbers
        late = [{"overdue_on": AS_OF, "limit_of": numbers[f"GD_LIMIT_OF_{word}"]} for word in ("LATE_NOW", "SIGN_OFF", "REWORK")]
        more = [{}, {"open": 1}, {"difficult": 1}, {"as_of": AS_OF}, {"text": "雀"}, {"text": "尾"}, *late]
        return [self.life.struct("gd_filter", **each) for each in more]

    def alternatives(self, name, kind, function):
        """What an argument is given, one after the other."""
        life, numbers = self.life, self.life.header.numbers
        tables = {each["word"]: [c["name"] for c in each["columns"]] for each in life.tables["tables"]}
        if (name, kind) == ("path", "const char *"):
            endings = next((own for word, own in ENDINGS.items() if word in function), (".md", ".html", ".json", ".docx"))
            return [self.folder / f"a{ending}" for ending in endings]
        if kind == "const gd_filter *":
            return self.filters() if function == "gd_hotline_find" else self.filters()[:2]
        if kind == "const gd_question *":
            return [self.question(basis, *by) for basis in (1, 2) for by in ((), (3,), (2, 3))]
        given = {
            "id": list(life.had), ("number", "const char *"): list(life.had.values()), "tickets": [[each] for each in life.had],
            "as_of": [AS_OF], "seen": [0], "at": [AS_OF], "given": [AS_OF], "period": ["2020-09"], "year": [2020], "number": [9],
            "seq": [1], "no": [1], "count": [1], ("count", "gd_count"): [numbers[f"GD_COUNT_{each}"] for each in ("ACCEPTED", "TRANSFERRED", "OPEN")],
            "counted": [numbers["GD_COUNT_ACCEPTED"]], "not_counted": [numbers["GD_COUNT_CLOSED"]], "row": [2**64 - 1, 0],
            "questions": [[self.question(1), self.question(2)]], "figures": [self.figures], "progress": [None], "context": [None],
            "anchors": [None], "format": [None, "hengdong-2020"], "species": [1, 2, 3, 4], "against": [1], "limit_kind": [1], "limit": [5],
            "provisions": ["[]"], "throughout": ["[]"], "notices": ["[]"], "months": [1], "by": [None], "values": [None], "steps": [0],
            "sql": ["SELECT * FROM v1_tickets", "SELECT * FROM v1_events"], "table": list(tables), "labels": [1], "batch": [0],
            "columns": [None, "all"], "columns_count": [0], "ranking": [life.struct("gd_ranking", period="2020-09", as_of=AS_OF, formula=FORMULA)],
            "bulletin": [life.struct("gd_bulletin", period="2020-09", as_of=AS_OF, form=form) for form in (1, 2)],
        }
        return given[(name, kind)] if (name, kind) in given else given[name]

    def ask(self, function, given):
        """Asks it in every way; what was answered, and what was refused, as text."""
        places = [place for place in given if not is_out(place)]
        ways = itertools.product(*(self.alternatives(*place, function) for place in places))
        for way in ways:
            self.one(function, given, {place: self.fresh(each) for place, each in zip(places, way)})

    def fresh(self, value):
        """A path where nothing stands yet; every other value as it is."""
        return str(value.with_stem(f"{next(PATHS)}")) if isinstance(value, Path) else value

    def one(self, function, given, chosen):
        life, outs, values = self.life, [], []
        for place in given:
            if is_out(place):
                outs.append((place[1], *self.place_for(place[1])))
                values.append(outs[-1][1])
            else:
                values.append(self.told(place, chosen, function))
        status, argument, message = life.call(function, self.handle, *values)
        ticket = next((each[0] if isinstance(each, list) else each for (name, _), each in chosen.items() if name in ("id", "tickets")), None)
        ticket = ticket or next((id for id, number in life.had.items() if number in chosen.values()), None)
        if status == 0:
            text = " ".join(self.read(kind, own) for kind, _, own in outs) + self.written(chosen)
            self.answered.setdefault(function, []).append((ticket, text))
        else:
            bare = message.replace(str(ticket), "").replace(life.had.get(ticket, "-"), "")
            self.refused.setdefault(function, []).append((ticket, status, argument, bare))

    def told(self, place, chosen, function):
        """A value as it is called with; some follow from others."""
        value = chosen[place]
        table = chosen.get(("table", "const char *"), "tickets")
        every = [[c["name"] for c in each["columns"]] for each in self.life.tables["tables"] if each["word"] == table]
        if place[0] == "columns" and value == "all":
            return every[0]
        if place[0] == "columns_count":
            return len(every[0]) if chosen[("columns", "const char *const *")] == "all" else 0
        if function == "gd_hotline_figures_of" and place == ("count", "uint32_t"):
            return 2
        if place[0] == "questions":
            own = (ctypes.c_void_p * 2)(*(each.value for each in value))
            return self.life.place(own)
        if place[0] == "tickets":
            return self.life.place((ctypes.c_int64 * 1)(*value))
        return 0 if function in ("gd_hotline_verify_against", "gd_hotline_query") and place[0] == "count" else value

    def place_for(self, kind):
        own = (ctypes.c_void_p * 4)() if kind.endswith("**") else None
        return self.reader.room(kind) if own is None else (self.life.place(own), own)

    def read(self, kind, own):
        if kind.startswith("struct ArrowArrayStream"):
            import pyarrow

            return str(pyarrow.RecordBatchReader._import_from_c(ctypes.addressof(own)).read_all().to_pylist())
        if not kind.endswith("**"):
            return self.reader.members(own)
        name, said = kind.removesuffix(" **"), []
        for pointer in filter(None, own):
            said.append(self.reader.said(name, ctypes.c_void_p(pointer)))
            getattr(self.life.library, f"{name}_free")(ctypes.c_void_p(pointer))
        return " ".join(said)

    def written(self, chosen):
        """What stands in a document that was written; a copy and a whole history hold all, and are for nobody else."""
        path = Path(chosen.get(("path", "const char *")) or "-")
        if not path.is_file() or path.suffix in (".db", ".lines"):
            return ""
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as parts:
                return " ".join(parts.read(each).decode(errors="replace") for each in parts.namelist())
        return path.read_bytes().decode(errors="replace")

    def everything(self):
        return {name: " ".join(text for _, text in all) for name, all in self.answered.items()}


FORMULA = json.dumps({"name": "考", "from": 0, "base": 0, "terms": [{"figure": "closure_rate", "points": 9}]})


def is_out(place):
    name, kind = place
    return kind.endswith("*") and not kind.startswith(("const ", "void")) or kind.startswith("char (*)")


def questions(header):
    """Every question of the header: what takes a hotline and no stamp."""
    asked = {}
    for name, given in header.functions.items():
        if given and given[0] == ("hotline", "gd_hotline *") and ("stamp", "const gd_stamp *") not in given:
            if name not in {f"gd_hotline_{each}" for each in DONE} | {"gd_hotline_close", "gd_hotline_last_ticket"}:
                asked[name] = given[1:]
    return asked


def view(life, who):
    handle = ctypes.c_void_p()
    if who == "analyst":
        life.done("gd_hotline_viewed_by_analyst", life.hotline, life.place(handle))
    else:
        life.done("gd_hotline_viewed_by", life.hotline, life.stamps[who], life.place(handle))
    return handle


def units_are_told_what_is_theirs(life, reader, folder):
    foreign = read = 0
    for unit in UNITS:
        own = {ticket for ticket, had in life.units.items() if unit in had}
        asked = Interview(life, reader, view(life, unit), folder)
        for name, ways in asked.answered.items():
            assert all(ticket is None or ticket in own for ticket, _ in ways), f"{name}: a foreign ticket was answered to {unit}"
        for name, ways in asked.refused.items():
            for ticket, status, argument, said in ways:
                strange = ticket is not None and ticket not in own
                wanted = life.header.numbers["GD_E_NOT_FOUND"] if strange else INVALID
                gone = name == "gd_ticket_attached_file" and status == life.header.numbers["GD_E_NOT_FOUND"]
                assert status == wanted or gone or (name, argument) == ("gd_ticket_explain", ""), (name, unit, ticket, status, said)
        told = asked.everything() | {f"refused {name}": str([each[3] for each in ways]) for name, ways in asked.refused.items()}
        for name, said in told.items():
            for ticket in set(life.units) - own:
                assert str(ticket) not in said and life.had[ticket] not in said, (name, unit, ticket)
                foreign += 1
            for word, ticket, units in life.canaries:
                assert word not in said or life.may_read(unit, ticket, units), (name, unit, word)
            assert not any(caller in said for caller in life.callers), (name, unit)
        everything = " ".join(told.values())
        read += sum(word in everything for word, _, _ in life.canaries)
    assert foreign > 500 and read > 20, (foreign, read)


def analysts_read_nothing(life, reader, folder):
    told = Interview(life, reader, view(life, "analyst"), folder).everything()
    for name, said in told.items():
        assert "雀" not in said and "欧阳" not in said and not any(each in said for each in life.callers), name
    assert all(number in told["gd_hotline_find"] for number in life.had.values())


def all_others_are_told_all(life, reader, folder):
    asked = [Interview(life, reader, handle, folder) for handle in (life.hotline, view(life, "centre"), view(life, "supervisor"))]
    wanted = set(questions(life.header))
    assert set(asked[0].answered) == wanted, f"never answered: {wanted - set(asked[0].answered)}"
    told = [each.everything() for each in asked]
    everything = " ".join(told[0].values())
    assert not any(caller in everything for caller in life.callers)
    assert sum(word in everything for word, _, _ in life.canaries) > len(life.canaries) // 2
    for other in told[1:]:
        assert {name for name in told[0] if told[0][name] != other[name]} <= {"gd_hotline_health"}


def nothing_is_done_through_a_view(life):
    handle = view(life, "centre")
    for name in sorted(DONE):
        given = [None if "*" in kind else 0 for _, kind in life.header.functions[f"gd_hotline_{name}"][1:]]
        status, argument, _ = life.call(f"gd_hotline_{name}", handle, *given)
        assert (status, argument) == (INVALID, "hotline"), name
    stamped = [name for name, given in life.header.functions.items() if given[:1] == [("hotline", "gd_hotline *")] and ("stamp", "const gd_stamp *") in given]
    for name in stamped:
        given = [life.stamps["centre"] if which == "stamp" else None if "*" in kind else 0 for which, kind in life.header.functions[name][1:]]
        status, argument, _ = life.call(name, handle, *given)
        assert status == INVALID and argument in ("hotline", "out", "view", "bulletin"), (name, status, argument)
    nobody = life.stamp(role=2, unit="宇航局")
    assert life.call("gd_hotline_viewed_by", life.hotline, nobody, life.place(ctypes.c_void_p()))[:2] == (INVALID, "unit")
    life.library.gd_hotline_close(handle)
    closed = life.call("gd_hotline_head", handle, None, None)[0]
    assert closed == life.header.numbers["GD_E_CLOSED"] and life.call("gd_hotline_head", life.hotline, None, None)[0] == 0


def law(folder, header, tables):
    """Lives, and asks everything of everybody; how many questions there are."""
    life = Life(folder, header, tables)
    reader = Reader(life)
    life.publish()
    all_others_are_told_all(life, reader, folder)
    units_are_told_what_is_theirs(life, reader, folder)
    analysts_read_nothing(life, reader, folder)
    nothing_is_done_through_a_view(life)
    return len(questions(header))
