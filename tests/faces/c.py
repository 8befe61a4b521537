#!/usr/bin/env python3
"""The C face against the tables: what a compiler reads in the header is what they say, both ways, and
each bad value is refused under the name by which it was given.

    tests/faces/c.py [HEADER]       # make faces-test; with a header, only it is looked at
"""

import sys
import tempfile
from pathlib import Path

import tables as told
from header import Header

HEADER = told.ROOT / "bindings" / "c" / "include" / "gongdan.h"


def same(what, found, wanted):
    """Two sets, both ways."""
    found, wanted = set(found), set(wanted)
    if found != wanted:
        only = "\n".join(f"  only in C: {each}" for each in sorted(map(str, found - wanted)))
        missing = "\n".join(f"  not in C: {each}" for each in sorted(map(str, wanted - found)))
        raise SystemExit(f"faces: {what} differ\n{only}\n{missing}")
    return len(found)


def members(header, name, rows, beside=(), **preset):
    """A struct has the members of the rows, in their order, and what it is preset to; of those beside them too."""
    wanted = [("size", "uint32_t"), *(place for row in rows for place in told.places(row)), *beside]
    found = header.structs[name]
    if found[-1] == ("reserved", "int32_t"):
        found = found[:-1]
    if found != wanted:
        raise SystemExit(f"faces: the members of {name} differ\n  C: {found}\n  tables: {wanted}")
    for row in rows:
        if row["need"] == "default":
            yes = {"yes": "GD_YES", "no": "0"}
            word = f"GD_{row['of']}_{row['default']}".upper() if row["takes"] == "word" else yes[row["default"]]
            preset[row["name"]] = word
    for (member, _), value in zip(header.structs[name], header.presets[name]):
        if member != "size" and value != preset.get(member, "0"):
            raise SystemExit(f"faces: {name}.{member} is preset to {value}")


def commands(header, rows):
    """Every command has its function, with its arguments, and no other function takes a ticket on."""
    wanted = set()
    for row in rows:
        name = f"gd_ticket_{row['verb']}"
        struct = f"gd_{row['verb']}"
        own = [place for argument in row["arguments"] for place in told.places(argument)]
        if told.in_struct(row):
            members(header, struct, row["arguments"])
            own = [(row["verb"], f"const {struct} *")]
        elif {place for place, _ in header.structs.get(struct, ())} & {place for place, _ in own}:
            raise SystemExit(f"faces: {name} takes its arguments one by one, and there is a {struct}")
        ticket = [("id", "int64_t")] if row["on_ticket"] else []
        wanted.add((name, ("hotline", "gd_hotline *"), *ticket, ("stamp", "const gd_stamp *"), *own,
                    ("ticket", "gd_ticket **")))
    stamped = {(name, *given) for name, given in header.functions.items()
               if ("stamp", "const gd_stamp *") in given and given[-1] == ("ticket", "gd_ticket **")}
    # By JSON, and with its bytes.
    stamped = {each for each in stamped if not each[0].endswith(("_json", "_file"))}
    return same("commands", stamped, wanted)


def words(header, lists):
    """Every word of every list has its number, and no number bears the name of a list without a word."""
    wanted = {f"GD_{told.stem(each)}_{word['word'].upper()}": word["code"] for each in lists for word in each["words"]}
    stems = tuple(f"GD_{told.stem(each)}_" for each in lists)
    found = {name: number for name, number in header.numbers.items() if name.startswith(stems)}
    numbers = {"GD_LIST_" + ("STATUS" if told.stem(each) == "E" else told.stem(each)): each["number"] for each in lists}
    listed = {name: number for name, number in header.numbers.items() if name.startswith("GD_LIST_") and name != "GD_LIST_MEASURE"}
    return same("words", found.items(), wanted.items()) + same("lists", listed.items(), numbers.items())


#: What a field's function gives.
GIVES = {"id": "int64_t", "number": "uint32_t", "flag": "int32_t", "moment": "int64_t", "day": "int64_t",
         "text": "const char *", "name": "const char *"}
#: What a ticket is asked beside its fields: what a command wrote that answered with it.
BESIDE = {("gd_ticket_entries_count", "uint64_t"), ("gd_ticket_repeated", "int32_t")}


def fields(header, rows):
    """Every field of a ticket has its function, and a ticket is asked for nothing else."""
    wanted = set(BESIDE)
    for row in rows:
        name, kind = f"gd_ticket_{row['name']}", row["kind"]
        if kind == "names":
            wanted |= {(f"{name}_count", "uint64_t"), (f"{name}_at", "const char *")}
        elif kind == "flag":
            wanted.add((f"gd_ticket_is_{row['name']}", "int32_t"))
        else:
            wanted.add((name, f"gd_{row['of']}" if kind == "word" else GIVES[kind]))
    ticket = ("ticket", "const gd_ticket *")
    asked = [name for name, given in header.functions.items() if given in ([ticket], [ticket, ("index", "uint64_t")])]
    return same("fields", {(name, header.results[name]) for name in asked}, wanted)


def main():
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else HEADER
    header, rows = Header(path), told.tables()
    answered = [row for row in rows["commands"] if row["answers"] == "ticket"]
    print(f"faces: C has the {commands(header, answered)} commands of the table, with their arguments", flush=True)
    members(header, "gd_filter", rows["filter"], [("offset", "uint64_t"), ("limit", "uint64_t")])
    members(header, "gd_question", rows["question"])
    members(header, "gd_ranking", rows["ranking"])
    members(header, "gd_bulletin", rows["bulletin"], [("form", "gd_form")], form="GD_FORM_MD")
    print("faces: C has the filter, the question, the ranking and the bulletin of the tables", flush=True)
    print(f"faces: C has the {fields(header, rows['fields']) - len(BESIDE)} fields of a ticket", flush=True)
    print(f"faces: C has the {words(header, rows['lists'])} words and lists of the tables", flush=True)
    if len(sys.argv) == 1:
        import bad_values
        import viewers

        with tempfile.TemporaryDirectory(prefix="gongdan-faces-") as folder:
            print(f"faces: {bad_values.refused(Path(folder), header, rows)} bad values are named in C as they were given", flush=True)
        with tempfile.TemporaryDirectory(prefix="gongdan-viewers-") as folder:
            print(f"faces: {viewers.law(Path(folder), header, rows)} questions of C answer each viewer what is for it")


if __name__ == "__main__":
    main()
