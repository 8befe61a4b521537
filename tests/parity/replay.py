"""Repeats a script of commands through the Python package and writes down what the file answers.

    replay.py SCRIPT FOLDER TABLE...
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Dict, List

import gongdan
from gongdan import Hotline

FOUNDED = {"by": "坐席01", "at": "2020-08-20 08:00"}
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
COUNTY = {"region": 430424, "name": "衡东县", "office": "衡东县行政审批服务局"}


def repeat(batch: Any, line: Dict[str, Any]) -> None:
    """One command; what comes of it has to be what came of it in Rust."""
    try:
        perform(batch, line)
        came = "ok"
    except gongdan.Refused as refused:
        came = refused.code
    except gongdan.GongdanError as error:
        came = error.word
    if came != line["came"]:
        sys.exit(f"parity: Python came to {came}: {line}")


def perform(batch: Any, line: Dict[str, Any]) -> None:
    at = EPOCH + timedelta(milliseconds=line["at"])
    if "office" in line:
        batch.centre(by=line["by"], at=at).office(line["office"])
    elif "intake" in line:
        batch.centre(by=line["by"], at=at).intake(**line["intake"])
    else:
        acting(batch, line, at).execute(line["ticket"], line["command"])


def acting(batch: Any, line: Dict[str, Any], at: datetime) -> Any:
    """Who acts in a line."""
    unit = [line["unit"]] if line["role"] == "unit" else []
    return getattr(batch, line["role"])(*unit, by=line["by"], at=at)


def live(hotline: Hotline, script: Path) -> int:
    lines: List[Dict[str, Any]] = []
    number = 0
    for text in script.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        if "commit" not in line:
            lines.append(line)
            continue
        with hotline.batch() as batch:
            for each in lines:
                repeat(batch, each)
        number += len(lines)
        lines = []
    return number


def answer(hotline: Hotline, folder: Path, tables: List[str]) -> None:
    folder.mkdir(exist_ok=True)
    seq, hash = hotline.head()
    bulletin = hotline.bulletin("2020-09", as_of="2020-10-09", number=9)
    answers = {"head": f"{seq} {hash}\n", "bulletin.md": bulletin.markdown(), "bulletin.json": bulletin.json()}
    for table in tables:
        rows = hotline.query(f"SELECT * FROM {table}", steps=1 << 40)
        shown = ("\t".join("" if value is None else str(value) for value in row.values()) for row in rows)
        answers[table] = "".join(line + "\n" for line in shown)
    for name, text in answers.items():
        (folder / name).write_bytes(text.encode())


def main(script: str, folder: str, *tables: str) -> None:
    with gongdan.create(f"{folder}.db", **COUNTY, **FOUNDED, durable=False) as hotline:
        number = live(hotline, Path(script))
        answer(hotline, Path(folder), list(tables))
    print(f"{number} commands repeated")


if __name__ == "__main__":
    main(*sys.argv[1:])
