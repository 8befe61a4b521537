"""The file as a whole: its journal, its soundness, its copies."""

from __future__ import annotations

import json
import os
from datetime import datetime
from typing import Callable, Iterable, Optional, Tuple, Union

from .arguments import MOST, as_text, listed, whole
from .door import Door
from .errors import InvalidInput
from .moments import moment_of
from .soundness import Health, Verified

#: Hears (done, of) while a long call runs; what it raises ends the call. `tqdm` bars fit through
#: `lambda done, of: bar.update(done - bar.n)`.
Progress = Callable[[int, int], object]


def _anchor(given: Tuple[int, str]) -> Tuple[int, str]:
    """An event's number and its hash."""
    parts = listed("anchors", given)
    if len(parts) != 2:
        raise InvalidInput._foreign("anchors", f"{len(parts)} of an event's number and its hash")
    return whole("anchors", parts[0], MOST), as_text("anchors", parts[1])


class Keeping(Door):
    """What is asked of the file, whoever's tickets are in it."""

    def verify(
        self,
        *,
        anchors: Iterable[Tuple[int, str]] = (),
        progress: Optional[Progress] = None,
    ) -> Verified:
        """Checks the file against its journal. What does not agree is a finding, not an error.

        `anchors` are heads that stand elsewhere, in printed issues or in reports of backups: an
        event's number, and at least 16 characters of its hash. They find a tail cut off and a
        journal rewritten whole, which the file alone cannot show.
        """
        given = [_anchor(each) for each in listed("anchors", anchors)]
        return Verified._from_json(json.loads(self._do("verify", given, progress)))

    def empty_log(self) -> bool:
        """Empties the log beside the file into it, and says whether it could: needed only after an
        erasure whose `log_emptied` is False."""
        return bool(self._do("empty_log"))

    def head(self) -> Tuple[int, str]:
        """How many events the journal has, and the hash of the last one."""
        events, last = self._ask("head")
        return events, last

    def hash_at(self, seq: int) -> Optional[str]:
        """The hash of an event; None when there is no such event."""
        found: Optional[str] = self._ask("hash_at", seq=whole("seq", seq, MOST))
        return found

    def last_at(self) -> datetime:
        """The moment of the latest event."""
        return moment_of(int(self._ask("last_at")))

    def founder(self) -> str:
        """The name on the file's first event."""
        return str(self._ask("founder"))

    def health(self) -> Health:
        """How the file stands: its size, its log, its free pages."""
        return Health(**self._ask("health"))

    def backup_to(self, path: Union[str, "os.PathLike[str]"]) -> None:
        """Copies the file, complete and consistent, while others read and write it."""
        self._ask("backup_to", path=os.fspath(path))

    def backup_verified(self, path: Union[str, "os.PathLike[str]"]) -> Verified:
        """As `backup_to`, and then opens the copy and verifies it whole. The report's `head`, kept
        elsewhere, is an anchor. A copy that is not sound raises `Corrupt` and is left there."""
        return Verified._from_json(self._ask("backup_verified", path=os.fspath(path)))

    def journal_to(
        self, path: Union[str, "os.PathLike[str]"], *, progress: Optional[Progress] = None
    ) -> Tuple[int, str]:
        """Writes the whole history into a new file of JSON Lines, and answers the head that it leads to.

        A line an event, with its texts and salts: it is the whole record, personal data and keys too, for
        whoever may copy the file. `gongdan.from_journal` makes the same file of it; docs/FILE.md says
        what stands in a line.
        """
        head: Tuple[int, str] = self._look("journal_to", os.fspath(path), progress)
        return head
