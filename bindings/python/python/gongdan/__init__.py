"""gongdan (工单): the life of a government hotline's tickets on one SQLite file.

>>> import gongdan, os, tempfile
>>> folder = tempfile.TemporaryDirectory()
>>> with gongdan.sample.golden(os.path.join(folder.name, "2020-09.db")) as hotline:
...     b = hotline.bulletin("2020-09", as_of="2020-10-09")
...     print(b.accepted, b.closure_rate, b.satisfaction_rate)
...     late = b.by_unit["县住建局"].tickets("handled_late")
3338 98.41% 97.80%
>>> folder.cleanup()

Naive moments mean Beijing time, answers are aware. A date given as `as_of` means the end of that
day. Errors have one root, `GongdanError`; their codes are the same in any language, and
`set_language("zh")` makes their messages Chinese.
"""

from __future__ import annotations

import json as _json
import os
from typing import Callable as _Callable
from typing import List, Optional, Union

from . import _core, sample
from ._core import __version__
from ._words import term, words
from .actor import stamp as _stamp
from .actors import Analyst, Centre, Supervisor, Unit
from .answers import (
    Account,
    Caller,
    Compared,
    CorrectedFact,
    Correction,
    DayLine,
    Explained,
    HistoryEntry,
    Issue,
    LimitMove,
    LimitWarning,
    Ranked,
    Seat,
    Text,
    Withheld,
)
from .bulletin import Bulletin, given_values
from .chart import Chart
from .errors import (
    AlreadyExists,
    Busy,
    Closed,
    Conflict,
    Corrupt,
    FileFailed,
    FileTooNew,
    ForkedError,
    GongdanError,
    InternalError,
    Interrupted,
    InvalidInput,
    NotAHotline,
    NotFound,
    ReadOnly,
    Refused,
    Replaced,
)
from .figures import Figures, Row
from .hotline import Batch, BatchRow, DryRun, Hotline
from .importing import Imported, RowProblem, RowsRefused, suggest_mapping
from .language import language, set_language
from .moments import BEIJING, Moment
from .office import formula, provision
from .privacy import Erasure, Expired, Exposure, MaskedCaller, SubjectRecord
from .questions import Found
from .rate import Rate
from .soundness import Finding, Health, Salvaged, Verified
from .tables import Rows, Table
from .ticket import Ticket, TicketRef, Written

__all__ = [
    "BEIJING",
    "Account",
    "AlreadyExists",
    "Analyst",
    "Batch",
    "BatchRow",
    "Bulletin",
    "Busy",
    "Caller",
    "Centre",
    "Chart",
    "Closed",
    "Compared",
    "Conflict",
    "CorrectedFact",
    "Correction",
    "Corrupt",
    "DayLine",
    "DryRun",
    "Erasure",
    "Expired",
    "Explained",
    "Exposure",
    "Figures",
    "FileFailed",
    "FileTooNew",
    "Finding",
    "ForkedError",
    "Found",
    "GongdanError",
    "Health",
    "HistoryEntry",
    "Hotline",
    "Imported",
    "InternalError",
    "Interrupted",
    "InvalidInput",
    "Issue",
    "LimitMove",
    "LimitWarning",
    "MaskedCaller",
    "NotAHotline",
    "NotFound",
    "Ranked",
    "Rate",
    "ReadOnly",
    "Refused",
    "Replaced",
    "Row",
    "RowProblem",
    "Rows",
    "RowsRefused",
    "Salvaged",
    "Seat",
    "SubjectRecord",
    "Supervisor",
    "Table",
    "Text",
    "Ticket",
    "TicketRef",
    "Unit",
    "Verified",
    "Withheld",
    "Written",
    "__version__",
    "create",
    "formula",
    "given_values",
    "from_journal",
    "language",
    "open",
    "provision",
    "salvage",
    "sample",
    "set_language",
    "suggest_mapping",
    "term",
    "words",
]


def __dir__() -> List[str]:
    return list(__all__)


def open(
    path: Union[str, "os.PathLike[str]"],
    *,
    read_only: bool = False,
    durable: bool = True,
    patience: float = 10.0,
    reading: float = 30.0,
) -> Hotline:
    """Opens a hotline's file.

    Every command is on disk before it is acknowledged; `durable=False` lets a power cut (never a
    crash of the program) take the last ones. `patience` is how many seconds to wait for others
    who write before `Busy`, `reading` how many one question may take before it is stopped with
    `InvalidInput`: while it runs, the log cannot be emptied.
    """
    name = os.fspath(path)
    return Hotline(_core.open(name, read_only, durable, patience, reading), name)


def create(
    path: Union[str, "os.PathLike[str]"],
    *,
    region: int,
    name: str,
    office: str,
    by: str,
    at: Optional[Moment] = None,
    durable: bool = True,
    patience: float = 10.0,
    reading: float = 30.0,
) -> Hotline:
    """Makes a new file of a region (its six digits after GB/T 2260), with the published calendar
    and the default policy."""
    where = os.fspath(path)
    stamp = _stamp(by, "centre", at=at)
    made = _core.create(where, (region, name, office), stamp, durable, patience, reading)
    return Hotline(made, where)


def salvage(
    from_: Union[str, "os.PathLike[str]"], to: Union[str, "os.PathLike[str]"]
) -> Salvaged:
    """Makes a new file of what can be read of a damaged one, which does not change by a byte.

    Events are kept whose chain is whole from the first one on, and texts that agree with them;
    every row is rebuilt. Verifying the new file names each text that is missing.
    """
    return Salvaged(**_json.loads(_core.salvage(os.fspath(from_), os.fspath(to))))


def from_journal(
    lines: Union[str, "os.PathLike[str]"],
    to: Union[str, "os.PathLike[str]"],
    *,
    progress: Optional[_Callable[[int, int], object]] = None,
) -> Verified:
    """Makes a new file of the lines that `journal_to` wrote: the same journal, with the same head.

    Every line is checked as it is read, every row folded anew and the whole verified. A line that is
    damaged, missing or was altered raises `Corrupt` with its number, and no file is left there.
    """
    return Verified._from_json(_json.loads(_core.from_journal(os.fspath(lines), os.fspath(to), progress)))
