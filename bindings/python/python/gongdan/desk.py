"""The desk: every command on a ticket, by its verb.

Each command names who (`by=`), for which unit or in which role, and when (`at=`, now by default).
It takes the ticket as it was seen and answers the ticket as it is: one that has changed in
between is a `Conflict`. An id alone does not say what was seen. `request=` makes a command safe
to send twice: the same id again has one effect and the same answer.
"""

from __future__ import annotations

from .closing import Closing
from .dispatch import Dispatch
from .handling import Handling
from .intake import Intake
from .overlays import Overlays


class Desk(Intake, Dispatch, Handling, Closing, Overlays):
    """The commands on tickets. A hotline has them, and so has a batch."""
