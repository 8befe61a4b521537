"""One story, equal byte for byte in every face."""

from __future__ import annotations

import walkthrough

from conftest import ROOT


def test_the_transcript_is_the_one_of_every_face() -> None:
    wanted = (ROOT / "tests/walkthrough.txt").read_text(encoding="utf-8")
    assert walkthrough.transcript() == wanted
