"""Files that are kept with tickets, bytes and all."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Optional, Union

from ._literals import FileKind
from .actor import Actor
from .arguments import TicketLike, as_text, ticket_id
from .errors import InvalidInput, NotFound
from .ticket import Ticket

#: What a file is by its ending.
ENDINGS = {
    "photo": "jpg jpeg png heic webp bmp tif tiff",
    "recording": "wav mp3 m4a amr ogg",
    "video": "mp4 mov avi mkv",
    "paper": "pdf doc docx wps txt xls xlsx ofd",
}


def _by_ending(name: str) -> str:
    ending = name.rpartition(".")[2].lower()
    return next((kind for kind, endings in ENDINGS.items() if ending in endings.split()), "other")


def _bytes(path: Path) -> bytes:
    """What stands in a file; why it cannot be read is told of the argument."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise NotFound(f"content: there is no such file: {path}", f"没有这个文件:{path}", {}) from None
    except (OSError, ValueError) as error:
        english, chinese = f"content: {path} cannot be read: {error}", f"content:读不了 {path}"
        raise InvalidInput(english, chinese, {"argument": "content"}) from error


class Attaching(Actor):
    """Whoever attaches files: the centre, and a unit that has the ticket."""

    def attach_file(
        self,
        ticket: TicketLike,
        content: Union[bytes, str, "PathLike[str]"],
        *,
        name: Optional[str] = None,
        file_kind: Optional[FileKind] = None,
    ) -> Ticket:
        """Keeps a file with a ticket, bytes and all: in the file up to a megabyte, in the folder beside it above.

        content: The bytes, or the path of a file.
        name: Its name on the ticket; that of the path if left out. 附件名称。
        file_kind: What sort of file it is; by the ending of its name if left out. 附件类型。
        """
        if not isinstance(content, bytes):
            path = Path(content)
            name, content = name or path.name, _bytes(path)
        told = as_text("name", name or "")
        stamp = self._stamp
        if stamp.seen is None and isinstance(ticket, Ticket):
            stamp = stamp._replace(seen=ticket.version)
        kind = as_text("file_kind", file_kind or _by_ending(told))
        return Ticket(*self._do("attach_file", ticket_id(ticket), stamp, (told, kind), content))
