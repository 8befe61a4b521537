"""The desk: every command on a ticket, by its verb.

Each command names who (`by=`), for which unit or in which role, and when (`at=`, now by default).
It takes the ticket as it was seen and answers the ticket as it is: one that has changed in
between is a `Conflict`. An id alone does not say what was seen. `request=` makes a command safe
to send twice: the same id again has one effect and the same answer.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import Any, Dict, Optional, Sequence, Tuple, Union

from . import _words
from .answers import Caller
from .moments import Moment, optional_text_of
from .ticket import Ticket, TicketRef

#: A ticket as it was seen, or just which one: a reference or an id.
TicketLike = Union[Ticket, TicketRef, int]
_Stamp = Tuple[str, str, Optional[str], Optional[str]]


def ticket_id(ticket: TicketLike) -> int:
    """The id of a ticket, reference or id."""
    if isinstance(ticket, (Ticket, TicketRef)):
        return ticket.id
    if isinstance(ticket, int):
        return ticket
    raise TypeError(f"a ticket, a reference or an id is wanted, not {type(ticket).__name__}")


def stamp(by: str, role: Optional[str], unit: Optional[str], at: Optional[Moment]) -> _Stamp:
    """Who, in which role, for which unit, when."""
    role = _words.word("Role", "role", role) or ("centre" if unit is None else "unit")
    return (by, role, unit, optional_text_of(at))


class Desk(ABC):
    """The commands on tickets. A hotline has them, and so has a batch."""

    @abstractmethod
    def _do(self, verb: str, *arguments: Any) -> Any:
        """Lets a verb of the extension at the file."""

    def intake(
        self,
        matter: str,
        *,
        channel: str,
        by: str,
        at: Optional[Moment] = None,
        appeal: Optional[str] = None,
        category: Optional[str] = None,
        kind: str = "help",
        urgency: str = "normal",
        area: Optional[str] = None,
        caller: Optional[Caller] = None,
        confidential: bool = False,
        external: Optional[str] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """受理: a ticket comes into being. Channels, categories and areas by any of their names.

        An `external` number seen before answers with the ticket that stands (`repeated`).
        """
        intake: Dict[str, Any] = {
            "matter": matter,
            "channel": channel,
            "appeal": appeal,
            "category": category,
            "kind": _words.word("Kind", "kind", kind),
            "urgency": _words.word("Urgency", "urgency", urgency),
            "area": area,
            "confidential": confidential,
            "external": external,
        }
        if caller is not None:
            intake["caller"] = vars(caller)
        who = stamp(by, role, unit, at)
        return Ticket(*self._do("intake", who, json.dumps(intake), request))

    def execute(
        self,
        ticket: TicketLike,
        command: Union[str, Dict[str, Any]],
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """Any command as data: `"sign_off"`, or `{"transfer": {"lead": "县住建局"}}`."""
        return self._execute(ticket, command, (by, role, unit, at), request)

    def _execute(
        self,
        ticket: TicketLike,
        command: Union[str, Dict[str, Any]],
        who: Tuple[str, Optional[str], Optional[str], Optional[Moment]],
        request: Optional[str],
    ) -> Ticket:
        seen = ticket.version if isinstance(ticket, Ticket) else None
        told = json.dumps(command)
        return Ticket(*self._do("execute", ticket_id(ticket), stamp(*who), told, seen, request))

    def resolve_online(
        self,
        ticket: TicketLike,
        *,
        answer: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """在线办结: the desk answered at once, no unit ever had it."""
        command = {"resolve_online": {"answer": answer}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def reject(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """不予受理."""
        return self._execute(ticket, {"reject": {"reason": reason}}, (by, role, unit, at), request)

    def merge(
        self,
        ticket: TicketLike,
        *,
        main: TicketLike,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """并单: a pointer to the main ticket; both stay counted."""
        command = {"merge": {"main": ticket_id(main)}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def unmerge(
        self,
        ticket: TicketLike,
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """Takes a merger back."""
        return self._execute(ticket, "unmerge", (by, role, unit, at), request)

    def repeat(
        self,
        ticket: TicketLike,
        *,
        main: TicketLike,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """标记重复: the same matter as another ticket; both go on."""
        command = {"repeat": {"main": ticket_id(main)}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def transfer(
        self,
        ticket: TicketLike,
        *,
        to: str,
        assisting: Sequence[str] = (),
        remark: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """转办: hands it to a lead unit, and to assisting ones; both limits are given now."""
        command = {"transfer": {"lead": to, "assisting": list(assisting), "remark": remark}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def recall(
        self,
        ticket: TicketLike,
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """撤回, before the unit has signed."""
        return self._execute(ticket, "recall", (by, role, unit, at), request)

    def sign_off(
        self,
        ticket: TicketLike,
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """签收: the unit acknowledges receipt."""
        return self._execute(ticket, "sign_off", (by, role, unit, at), request)

    def request_return(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """申请退件: the unit says "not ours"."""
        command = {"request_return": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def grant_return(
        self,
        ticket: TicketLike,
        *,
        to: Optional[str] = None,
        remark: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """同意退件, and on to another unit at once if one is named."""
        command = {"grant_return": {"to": to, "remark": remark}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def deny_return(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        forbid: bool = False,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """不同意退件; `forbid` says the unit may not ask again."""
        command = {"deny_return": {"reason": reason, "forbid": forbid}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def designate(
        self,
        ticket: TicketLike,
        *,
        to: str,
        remark: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """指定承办: this unit, and it may not return it."""
        command = {"designate": {"unit": to, "remark": remark}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def mark_difficult(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """列为疑难: no unit takes it."""
        command = {"mark_difficult": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def request_extension(
        self,
        ticket: TicketLike,
        *,
        days: int,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """申请延期: so many working days more."""
        command = {"request_extension": {"days": days, "reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def grant_extension(
        self,
        ticket: TicketLike,
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """同意延期."""
        return self._execute(ticket, "grant_extension", (by, role, unit, at), request)

    def deny_extension(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """不同意延期."""
        command = {"deny_extension": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def suspend(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """挂账: off the clock."""
        return self._execute(ticket, {"suspend": {"reason": reason}}, (by, role, unit, at), request)

    def resume(
        self,
        ticket: TicketLike,
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """恢复办理: on the clock again."""
        return self._execute(ticket, "resume", (by, role, unit, at), request)

    def report(
        self,
        ticket: TicketLike,
        *,
        result: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """协办反馈: what the assisting unit found or did."""
        return self._execute(ticket, {"report": {"result": result}}, (by, role, unit, at), request)

    def excuse(
        self,
        ticket: TicketLike,
        *,
        assistant: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """免予反馈: an assisting unit need not report."""
        return self._execute(ticket, {"excuse": {"unit": assistant}}, (by, role, unit, at), request)

    def handle(
        self,
        ticket: TicketLike,
        *,
        result: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """办结: the lead unit has replied."""
        return self._execute(ticket, {"handle": {"result": result}}, (by, role, unit, at), request)

    def send_back(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """退回重办: the centre rejects a poor reply."""
        command = {"send_back": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def callback(
        self,
        ticket: TicketLike,
        *,
        outcome: str = "reached",
        satisfaction: Optional[str] = None,
        attitude: Optional[str] = None,
        solved: Optional[bool] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """回访: one attempt to ask the citizen. Satisfaction is never preset."""
        attempt = {
            "outcome": _words.word("CallbackOutcome", "outcome", outcome),
            "satisfaction": _words.word("Satisfaction", "satisfaction", satisfaction),
            "attitude": _words.word("Satisfaction", "attitude", attitude),
            "solved": solved,
        }
        command = {"callback": attempt}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def rework(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """发回重办: unsatisfied, so back to the unit."""
        return self._execute(ticket, {"rework": {"reason": reason}}, (by, role, unit, at), request)

    def close_ticket(
        self,
        ticket: TicketLike,
        *,
        outcome: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """结案: the centre ends it. Closed is not solved: the outcome says which."""
        command = {"close": {"outcome": _words.word("CloseOutcome", "outcome", outcome)}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def terminate(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """终止办理."""
        command = {"terminate": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def reopen(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """重新受理: a new fact; the first close stays a fact."""
        return self._execute(ticket, {"reopen": {"reason": reason}}, (by, role, unit, at), request)

    def reclassify(
        self,
        ticket: TicketLike,
        *,
        category: Optional[str],
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """更改分类; None takes the category away."""
        command = {"reclassify": {"category": category}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def amend(
        self,
        ticket: TicketLike,
        *,
        kind: Optional[str] = None,
        urgency: Optional[str] = None,
        area: Optional[str] = None,
        matter: Optional[str] = None,
        appeal: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """更正: facts of the intake put right; limits already given stay."""
        facts = {
            "kind": _words.word("Kind", "kind", kind),
            "urgency": _words.word("Urgency", "urgency", urgency),
            "area": area,
            "matter": matter,
            "appeal": appeal,
        }
        command = {"amend": facts}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def note(
        self,
        ticket: TicketLike,
        *,
        text: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """备注."""
        return self._execute(ticket, {"note": {"text": text}}, (by, role, unit, at), request)

    def set_confidential(
        self,
        ticket: TicketLike,
        *,
        confidential: bool = True,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """保密: the caller's data is withheld, or no longer."""
        command = {"confidential": {"confidential": confidential}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def urge(
        self,
        ticket: TicketLike,
        *,
        text: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """催办."""
        return self._execute(ticket, {"urge": {"text": text}}, (by, role, unit, at), request)

    def supervise(
        self,
        ticket: TicketLike,
        *,
        demand: str,
        of: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """督办: something is demanded of a unit, or of the centre itself."""
        command = {"supervise": {"unit": of, "demand": demand}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def answer(
        self,
        ticket: TicketLike,
        *,
        no: int,
        result: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """督办答复: the answer to the demand of this number."""
        command = {"answer": {"no": no, "result": result}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def card(
        self,
        ticket: TicketLike,
        *,
        card: str,
        shown_to: str,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """亮牌: a yellow or red card is shown to a unit."""
        shown = {
            "card": _words.word("Card", "card", card),
            "unit": shown_to,
            "reason": reason,
        }
        command = {"card": shown}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def feature(
        self,
        ticket: TicketLike,
        *,
        featured: bool = True,
        title: Optional[str] = None,
        appeal: Optional[str] = None,
        handling: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """选为典型案例, edited for print, or taken out again."""
        case = {"title": title, "appeal": appeal, "handling": handling}
        command = {"feature": {"featured": featured, "case": case}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def reschedule(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """重排时限: works the running limits out again under the rules of today."""
        command = {"reschedule": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)
