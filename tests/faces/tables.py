"""The tables, and what an argument of theirs has to be in C."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {"text", "name", "label", "day", "period", "structure"}
TYPES = {"ticket": "int64_t", "instant": "int64_t", "moment": "int64_t", "beginning": "int64_t", "number": "uint64_t",
         "flag": "int32_t", "answer": "int32_t", **dict.fromkeys(TEXTS, "const char *")}


def tables():
    """Commands, filter, question, fields and lists, as `faces tables` prints them."""
    cargo = [os.environ.get("CARGO", "cargo"), "run", "--quiet", "-p", "gongdan-faces", "--"]
    built = os.environ.get("GONGDAN_BUILT")
    command = [*([f"{built}/gongdan-faces"] if built else cargo), "tables"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def places(row):
    """Where an argument stands in C: names and types."""
    kind = f"gd_{row['of']}" if row["takes"] == "word" else TYPES[row["takes"]]
    if row["need"] != "several":
        return [(row["name"], kind)]
    pointer = "const char *const *" if kind == "const char *" else f"const {kind} *"
    return [(row["name"], pointer), (row["name"] + "_count", "uint32_t")]


def in_struct(row):
    """Whether so much may be left out that the arguments come in a struct."""
    return sum(argument["need"] != "required" for argument in row["arguments"]) >= 3


def stem(each):
    """How C calls a list: the kinds of errors are its statuses, and shorter."""
    return "E" if each["name"] == "error_kind" else each["name"].upper()
