"""The language in which errors speak; codes and names are the same in any language."""

from __future__ import annotations

from typing import Optional

from . import _spoken
from .errors import InvalidInput


def set_language(language: Optional[str]) -> None:
    """Chooses the language of messages: "zh", "en", or None for the locale's.

    >>> import gongdan
    >>> gongdan.set_language("zh")
    >>> gongdan.language()
    'zh'
    >>> gongdan.set_language(None)
    """
    if language not in (None, "zh", "en"):
        raise InvalidInput._unknown("language", ["zh", "en"])
    _spoken.chosen = language


def language() -> str:
    """The language of messages now: "zh" or "en"."""
    return _spoken.spoken()
