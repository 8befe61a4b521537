"""The language that is chosen, and else that of the locale."""

from __future__ import annotations

import os
from typing import Optional

#: The language that was chosen; nothing for the locale's.
chosen: Optional[str] = None


def spoken() -> str:
    """The language of messages now: "zh" or "en"."""
    if chosen is not None:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = os.environ.get(name)
        if locale:
            return "zh" if locale.startswith("zh") else "en"
    return "en"
