"""The door to a file: the one way in for everything that is asked of it or done to it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any


class Door(ABC):
    """A hotline is one, and so is a batch."""

    @abstractmethod
    def _do(self, verb: str, *arguments: Any) -> Any:
        """Lets a verb of the extension at the file."""
