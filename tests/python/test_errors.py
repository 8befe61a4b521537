"""Errors: every kind has its class, in any language, with its fields."""

from __future__ import annotations

import pickle
from datetime import timedelta

import pytest

import gongdan
from gongdan import GongdanError, Hotline, Refused, Ticket, errors
from gongdan._words import ERROR_KINDS


def test_every_kind_has_its_class_and_every_class_its_kind() -> None:
    kinds = {word for word, _, _ in ERROR_KINDS}
    assert kinds == set(errors.BY_KIND)
    for word, each in errors.BY_KIND.items():
        assert issubclass(each, GongdanError) and each.word == word
        assert getattr(gongdan, each.__name__) is each and each.__name__ in gongdan.__all__


def test_the_extension_raises_each_of_them() -> None:
    for word in errors.BY_KIND:
        made = errors._made(word, "english", "中文", "null")
        assert type(made) is errors.BY_KIND[word]
        assert (made.message("en"), made.message("zh")) == ("english", "中文")
        again = pickle.loads(pickle.dumps(made))
        assert type(again) is type(made) and again.message("zh") == "中文"


def test_a_refusal_has_its_fields(office: Hotline, lamp: Ticket) -> None:
    with pytest.raises(Refused) as raised:
        unit = office.unit("县城管执法局", by="李四", at="2020-09-25 09:00")
        unit.handle(lamp, result="x")
    no = raised.value
    assert (no.code, no.stage, no.asked) == ("not_signed_off", "transferred", "handle")
    assert "sign_off" in no.allowed and no.bound is None
    assert str(no) == "cannot handle: it is not signed off yet"
    gongdan.set_language("zh")
    assert str(no) == "工单尚未签收,不能办结"
    assert pickle.loads(pickle.dumps(no)).allowed == no.allowed


def test_a_broken_limit_is_quoted(office: Hotline, lamp: Ticket) -> None:
    with pytest.raises(Refused) as raised:
        office.centre(by="管理员", at="2020-09-01 09:00").recall(lamp)
    name, moment = raised.value.bound
    # The clocks of two machines may differ by five minutes.
    assert (name, moment) == ("from", lamp.last_at - timedelta(minutes=5))


def test_the_language_follows_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    gongdan.set_language(None)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert gongdan.language() == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert gongdan.language() == "zh"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert gongdan.language() == "en"
    with pytest.raises(ValueError):
        gongdan.set_language("fr")
