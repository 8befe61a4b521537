"""Who acts and asks: the centre, a unit, a supervisor, and an analyst, who only asks."""

from __future__ import annotations

from typing import Optional

from ._centre import CentreVerbs
from ._supervisor import SupervisorVerbs
from ._unit import UnitVerbs
from .actor import stamp
from .arguments import as_text
from .door import Door, Through, Viewer
from .files import Attaching
from .importing import Importing
from .listing import Listing
from .moments import Moment
from .office import Office
from .paper import Printing
from .oversight import Oversight
from .privacy import Exposures, Privacy
from .questions import Questions
from .reading import Reading
from .reckoning import Reckoning


class Asking(Questions, Reckoning, Listing):
    """Whoever asks: everybody is answered of what they may see."""


class Overseeing(Asking, Reading, Oversight, Exposures):
    """Whoever sees every ticket and its texts: callers are masked also to them."""


class Centre(CentreVerbs, Attaching, Importing, Office, Printing, Privacy, Overseeing):
    """Somebody of the hotline's centre: it also keeps the register, the policy, the calendar and the
    contacts, publishes issues, and answers for personal data."""


class Unit(UnitVerbs, Attaching, Printing, Asking, Reading):
    """Somebody of a member unit. It is told of the tickets that it has or ever had, under any of its
    numbers, and of those that something was demanded of it about: without what was typed for other
    units, and without any text of a confidential ticket. To it no other ticket exists."""

    @property
    def name(self) -> str:
        """The unit, as it was named."""
        return self._stamp.unit or ""


class Supervisor(SupervisorVerbs, Overseeing):
    """Somebody who supervises centre and units (督查), and sees what the centre sees."""


class Analyst(Through, Asking, Oversight):
    """Somebody who works with figures and tables: of every ticket, without any text and without its
    caller, not even masked. It acts on nothing, so it has no name."""

    @property
    def _viewer(self) -> Viewer:
        return Viewer("analyst")

    def __repr__(self) -> str:
        return "<Analyst>"


class Acting(Door):
    """Where somebody acts or asks: a hotline, or a batch on it. The role is declared, since a library
    within a program cannot prove it."""

    def centre(self, *, by: str, at: Optional[Moment] = None) -> Centre:
        """Somebody of the centre, by name; at this moment, or now at each command."""
        return Centre(self, stamp(by, "centre", at=at))

    def unit(self, unit: str, *, by: str, at: Optional[Moment] = None) -> Unit:
        """Somebody of a unit, which is named by any of its names."""
        return Unit(self, stamp(by, "unit", as_text("unit", unit), at))

    def supervisor(self, *, by: str, at: Optional[Moment] = None) -> Supervisor:
        """Somebody who supervises centre and units (督查)."""
        return Supervisor(self, stamp(by, "supervisor", at=at))

    def analyst(self) -> Analyst:
        """Somebody who works with figures and tables, and sees no text."""
        return Analyst(self)
