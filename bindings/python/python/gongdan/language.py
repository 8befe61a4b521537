"""The language in which errors speak; codes and names are the same in any language."""

from __future__ import annotations

import os
from typing import Optional

_chosen: Optional[str] = None


def set_language(language: Optional[str]) -> None:
    """Chooses the language of messages: "zh", "en", or None for the locale's.

    >>> import gongdan
    >>> gongdan.set_language("zh")
    >>> gongdan.language()
    'zh'
    >>> gongdan.set_language(None)
    """
    global _chosen
    if language not in (None, "zh", "en"):
        from .errors import InvalidInput

        raise InvalidInput._unknown("language", ["zh", "en"])
    _chosen = language


def language() -> str:
    """The language of messages now: "zh" or "en"."""
    if _chosen is not None:
        return _chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = os.environ.get(name)
        if locale:
            return "zh" if locale.startswith("zh") else "en"
    return "en"
