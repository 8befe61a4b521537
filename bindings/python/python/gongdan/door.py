"""The door to a file: the one way in for everything that is asked of it or done to it."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Optional

from .arguments import as_json, told

if TYPE_CHECKING:
    from . import _core


class Viewer(NamedTuple):
    """Who asks. The program that embeds the library decides who its viewer is."""

    #: "centre", "unit", "supervisor" or "analyst".
    role: str
    #: The unit, by any of its names.
    unit: Optional[str] = None


class Door(ABC):
    """Whoever goes in by it: a hotline, a batch on it, and whoever acts or looks."""

    @abstractmethod
    def _do(self, verb: str, *arguments: Any) -> Any:
        """Lets a verb of the extension at the file."""

    @property
    @abstractmethod
    def _handle(self) -> "_core.Handle":
        """The extension's handle on the file."""

    @property
    def _viewer(self) -> Viewer:
        """Who asks. A hotline and a batch are the centre's."""
        return Viewer("centre")

    def _look(self, verb: str, *arguments: Any) -> Any:
        """Lets a question of the extension at the file: it answers what the viewer may see."""
        return self._do(verb, self._viewer, *arguments)

    def _ask(self, name: str, **arguments: Any) -> Any:
        """A question that is answered in JSON."""
        asked: Any = {name: told(arguments)} if arguments else name
        return json.loads(self._look("ask", as_json(asked)))


@dataclass(frozen=True, repr=False)
class Through(Door):
    """Whoever goes in by another's door."""

    _door: Door

    def _do(self, verb: str, *arguments: Any) -> Any:
        return self._door._do(verb, *arguments)

    @property
    def _handle(self) -> "_core.Handle":
        return self._door._handle
