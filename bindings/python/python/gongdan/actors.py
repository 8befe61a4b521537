"""The three who act: the centre, a unit, a supervisor."""

from __future__ import annotations

from typing import Optional

from ._centre import CentreVerbs
from ._supervisor import SupervisorVerbs
from ._unit import UnitVerbs
from .actor import stamp
from .arguments import as_text
from .door import Door
from .moments import Moment
from .office import Office
from .privacy import Privacy


class Centre(CentreVerbs, Office, Privacy):
    """Somebody of the hotline's centre: it also keeps the register, the policy, the calendar and the
    contacts, publishes issues, and answers for personal data."""


class Unit(UnitVerbs):
    """Somebody of a member unit."""

    @property
    def name(self) -> str:
        """The unit, as it was named."""
        return self._stamp.unit or ""


class Supervisor(SupervisorVerbs):
    """Somebody who supervises centre and units (督查)."""


class Acting(Door):
    """Where somebody acts: a hotline, or a batch on it. The role is declared, since a library within
    a program cannot prove it."""

    def centre(self, *, by: str, at: Optional[Moment] = None) -> Centre:
        """Somebody of the centre, by name; at this moment, or now at each command."""
        return Centre(self, stamp(by, "centre", at=at))

    def unit(self, unit: str, *, by: str, at: Optional[Moment] = None) -> Unit:
        """Somebody of a unit, which is named by any of its names."""
        return Unit(self, stamp(by, "unit", as_text("unit", unit), at))

    def supervisor(self, *, by: str, at: Optional[Moment] = None) -> Supervisor:
        """Somebody who supervises centre and units (督查)."""
        return Supervisor(self, stamp(by, "supervisor", at=at))
