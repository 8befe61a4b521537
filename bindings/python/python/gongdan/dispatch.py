"""Which unit has a ticket: transferred, signed for, returned, or taken by none."""

from __future__ import annotations

from typing import Optional, Sequence

from .door import Door, TicketLike
from .moments import Moment
from .ticket import Ticket


class Dispatch(Door):
    """Commands on who has the ticket."""

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
