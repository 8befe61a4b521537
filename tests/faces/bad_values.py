"""One bad value for every argument of every command, and of whatever is asked, through the
library itself: the error names that argument as C's header does, wherever the ticket stands."""

import ctypes
import os
import subprocess

import tables as told

NUMBERS = {"int32_t": ctypes.c_int32, "uint32_t": ctypes.c_uint32, "int64_t": ctypes.c_int64, "uint64_t": ctypes.c_uint64}
REFUSED, UNKNOWN, INVALID = 1, 2, 3
UNIT, HELPER = "县城管执法局", "县住建局"
GOOD = {"text": "情况已核实", "label": "12345", "number": 1, "flag": 1, "answer": 1, "instant": 1600000000000, "moment": 1600000000000,
        "beginning": 1600000000000, "word": 1, "period": "2020-09", "day": "2020-09-30", "structure": "{}"}
BAD = {"text": "\x01", "label": "字" * 1001, "name": "查无此名", "number": 2**60, "flag": 7, "answer": 7, "instant": 2**62, "moment": 2**62,
       "beginning": 2**62, "word": 99, "period": "2020-13", "day": "2020-13-01", "structure": "{", "ticket": 4304240000099999}
#: What brings a new ticket to a stage, each with who does it.
STEPS = [("centre", f'{{"transfer": {{"lead": "{UNIT}", "assisting": ["{HELPER}"]}}}}'), ("lead", '"sign_off"'), ("helper", '"sign_off"'),
         ("helper", '{"report": {"result": "已核实"}}'), ("lead", '{"handle": {"result": "已修复"}}'),
         ("centre", '{"callback": {"outcome": "reached", "satisfaction": "satisfied"}}'), ("centre", '{"close": {"outcome": "solved"}}')]
#: How far along these steps, and what then.
STAGES = [(0, None), (0, '{"mark_difficult": {"reason": "无主管"}}'), (0, '{"merge": {"main": MAIN}}'), (1, None), (3, None),
          (3, '{"supervise": {"demand": "请报告"}}'), (5, None), (5, '{"rework": {"reason": "未修好"}}'), (7, None)]
#: What is asked of each table.
ASKED = {"filter": "gd_hotline_find", "question": "gd_hotline_figures", "ranking": "gd_hotline_rank", "bulletin": "gd_hotline_bulletin"}
WAITING = [(1, '{"request_return": {"reason": "不属"}}'), (3, '{"request_extension": {"days": 2, "reason": "雨"}}')]


def built(folder):
    """The library, as it is installed."""
    made = os.environ.get("GONGDAN_BUILT")
    env = {**os.environ, "CARGO": os.environ.get("CARGO", "cargo"), "MADE": f"{made}/libgongdan_c.a" if made else ""}
    subprocess.run([told.ROOT / "bindings" / "c" / "install", folder / "prefix", "debug"], check=True, env=env, stdout=subprocess.DEVNULL)
    return ctypes.CDLL(str(folder / "prefix" / "lib" / "libgongdan.so"))


class Desk:
    """The library, called by what the header says of it."""

    def __init__(self, folder, header):
        self.library, self.header, self.kept = built(folder), header, []
        self.library.gd_error_argument.restype = self.library.gd_error_message.restype = ctypes.c_char_p
        self.hotline = ctypes.c_void_p()
        self.stamps = {"centre": self.stamp(role=1), "lead": self.stamp(role=2, unit=UNIT), "helper": self.stamp(role=2, unit=HELPER),
                       "supervisor": self.stamp(role=3)}
        founding = self.struct("gd_founding", region=430424, name="衡东县", office="政务服务中心")
        self.done("gd_hotline_create", str(folder / "faces.db"), founding, self.stamps["centre"], 0, self.place(self.hotline))
        for species, name in [(1, UNIT), (1, HELPER), (3, "来电"), (2, "城市管理"), (4, "洣水镇")]:
            entry = self.struct("gd_new_entry", species=species, name=name, channel_kind=int(species == 3))
            self.done("gd_register_add", self.hotline, self.stamps["centre"], entry, None)
        self.main = self.ticket(0, None)

    def value(self, kind, value):
        """A value as C has it."""
        if "*" not in kind:
            return NUMBERS.get(kind, ctypes.c_int32)(value or 0)
        if value is None or isinstance(value, ctypes.c_void_p):
            return value
        if isinstance(value, list):
            plain = kind.replace("const", "").replace("*", "").strip()
            one = ctypes.c_char_p if "char" in kind else NUMBERS.get(plain, ctypes.c_int32)
            own = (one * len(value))(*(each.encode() if isinstance(each, str) else each for each in value))
        else:
            own = ctypes.create_string_buffer(value.encode())
        return self.place(own)

    def place(self, own):
        """Where something stands, for as long as this desk does."""
        self.kept.append(own)
        return ctypes.c_void_p(ctypes.addressof(own))

    def struct(self, name, /, **given):
        """A struct as its _INIT has it, with these members."""
        kinds = self.header.structs[name]
        ctype = lambda kind: ctypes.c_void_p if "*" in kind else NUMBERS.get(kind, ctypes.c_int32)
        own = type(name, (ctypes.Structure,), {"_fields_": [(member, ctype(kind)) for member, kind in kinds]})()
        for (member, kind), preset in zip(kinds, self.header.presets[name]):
            if preset.startswith("sizeof"):
                own.size = ctypes.sizeof(own)
            else:
                value = given.get(member, int(self.header.numbers.get(preset, 0)))
                setattr(own, member, self.value(kind, value or None) if "*" in kind else value)
        return self.place(own)

    def stamp(self, **given):
        return self.struct("gd_stamp", by="李四", at=1598925600000, **given)

    def call(self, name, *given):
        """Calls a function, and says what came of it and which argument was wrong."""
        kinds = [kind for _, kind in self.header.functions[name]]
        assert len(kinds) == len(given), name
        status = getattr(self.library, name)(*(self.value(kind, each) for kind, each in zip(kinds, given)))
        return status, self.library.gd_error_argument().decode(), self.library.gd_error_message().decode()

    def done(self, name, *given):
        answer = self.call(name, *given)
        assert answer[0] == 0, (name, answer)

    def ticket(self, steps, last, waits=None):
        """A new ticket that has come so far."""
        intake = self.struct("gd_intake", channel="来电", matter="路灯不亮")
        self.done("gd_ticket_intake", self.hotline, self.stamps["centre"], intake, None)
        ask = self.library.gd_hotline_last_ticket
        ask.restype, ask.argtypes = ctypes.c_int64, [ctypes.c_void_p]
        ticket = ask(self.hotline)
        after = [("lead", waits)] if waits else [("centre", last)] if last else []
        for who, command in STEPS[:steps] + after:
            command = command.replace("MAIN", str(getattr(self, "main", 0)))
            self.done("gd_ticket_execute_json", self.hotline, ticket, self.stamps[who], command, None)
        return ticket

    def good(self, row):
        names = {"unit": UNIT, "channel": "来电", "category": "城市管理", "area": "洣水镇"}
        if row.get("of") == "file_digest":
            return "0123456789abcdef" * 4
        return self.main if row["takes"] == "ticket" else names[row["of"]] if row["takes"] == "name" else GOOD[row["takes"]]

    def given(self, rows, wrong):
        """Every argument that has to be given, and a bad one."""
        values = {}
        for row in rows:
            if row is wrong or row["need"] == "required":
                value = BAD[row["takes"]] if row is wrong else self.good(row)
                several = row["need"] == "several"
                values[row["name"]] = [value] if several else value
                values[row["name"] + "_count"] = int(several)
        return values

    def tried(self, row, wrong, ticket, stamp):
        """What a command with a bad argument comes to."""
        values = self.given(row["arguments"], wrong)
        if told.in_struct(row):
            own = [self.struct(f"gd_{row['verb']}", **values)]
        else:
            own = [values.get(name) for argument in row["arguments"] for name, _ in told.places(argument)]
        where = [ticket] if row["on_ticket"] else []
        return self.call(f"gd_ticket_{row['verb']}", self.hotline, *where, stamp, *own, None)


def refused(folder, header, tables):
    """Tries them all; how many were named."""
    desk = Desk(folder, header)
    tickets = [desk.ticket(*each) for each in STAGES] + [desk.ticket(steps, None, waits) for steps, waits in WAITING]
    named = 0
    for row in tables["commands"]:
        for wrong in row["arguments"] if row["answers"] == "ticket" else []:
            stamps = desk.stamps if row["on_ticket"] else ["centre"]
            tried = [(who, desk.tried(row, wrong, ticket, desk.stamps[who])) for ticket in tickets for who in stamps]
            # A unit that never had a ticket is told that there is none.
            answers = [answer for who, answer in tried if answer[:2] != (UNKNOWN, "") or who not in ("lead", "helper")]
            others = [each for each in answers if each[0] != REFUSED and each[:2] != (INVALID, wrong["name"])]
            assert not others, (row["verb"], wrong["name"], others[0])
            assert any(each[0] == INVALID for each in answers), (row["verb"], wrong["name"], answers[0])
            named += 1
    for name, call in ASKED.items():
        for wrong in tables[name]:
            asked, out = desk.struct(f"gd_{name}", **desk.given(tables[name], wrong)), ctypes.c_void_p()
            answer = desk.call(call, desk.hotline, asked, desk.place(out))
            assert answer[:2] == (INVALID, wrong["name"]), (name, wrong["name"], answer)
            named += 1
    return named
