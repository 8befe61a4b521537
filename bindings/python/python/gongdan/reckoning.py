"""Figures of any period, and the tickets behind them."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Tuple

from ._asked import Question
from ._literals import Count, Figure

# written:begin lists
from ._literals import Basis, Grouping
# written:end lists
from .arguments import Some, as_json, as_text, listed, mapping, question, told
from .door import Door
from .figures import Figures
from .lists import TicketRefs
from .moments import AsOf, Period
from .ticket import Ticket, TicketRef


class Reckoning(Door):
    """The figures over the tickets that whoever asks may see."""

    # written:begin figures
    def figures(
        self,
        period: Period,
        *,
        as_of: AsOf,
        basis: Basis = "cohort",
        by: Some[Grouping] = (),
        level: Optional[int] = None,
        seen: Optional[int] = None,
        zeros: bool = False,
        bands: Some[int] = (),
        effective: bool = False,
        measures: Optional[Sequence[Figure]] = None,
    ) -> Figures:
        """Counts and rates of any period by any grouping, as of any moment. The same question later
        answers the same. `measures` are the counts and rates that the table shows; a row has all.

        period: The days it is about. 统计期间。
        as_of: The cut-off: nothing later is seen. 截止时间。
        basis: Which tickets. 统计口径。
        by: By what, from the outer to the inner grouping; none means all together. 分组,由外到内,不填则合计。
        level: At which level of their trees categories, units and areas are counted: 1 gathers all
            below the topmost; left out, each by itself. 按问题分类、单位、区域的第几级合计:1 为最上一级;不填则各自单列。
        seen: How many events of the journal are seen; left out, all. 只看日志的前多少项,不填则全部。
        zeros: Whether what is in use and has no ticket gets a row of zeros; for one grouping only.
            无工单的单位、分类等也列出零行。
        bands: By age: up to how many working days each band reaches, rising; none means 3, 5, 10
            and 20. 按在办时长分组时各档的上限(工作日),由小到大,不填则为3、5、10、20。
        effective: Over tickets alone that are neither rejected nor merged at the cut-off, in all
            figures: the parts of an overview add up then. 只算有效工单(截止时未不予受理、未并单)。
        """
        return self._figures(
            measures,
            period=period,
            as_of=as_of,
            basis=basis,
            by=by,
            level=level,
            seen=seen,
            zeros=zeros,
            bands=bands,
            effective=effective,
        )
    # written:end figures

    def _figures(self, measures: Optional[Sequence[Figure]], /, **asked: Any) -> Figures:
        (reckoned,) = self._look("figures", as_json([told(asked)]))
        return Figures(self, reckoned, measures)

    def figures_of(self, questions: Sequence[Question]) -> List[Figures]:
        """Several questions of one state of the file, each the arguments of `figures`."""
        each_of = [mapping("questions", each) for each in listed("questions", questions)]
        asked = as_json([told(each) for each in each_of])
        return [Figures(self, each) for each in self._look("figures", asked)]

    def between(
        self,
        period: Period,
        *,
        as_of: AsOf,
        counted: Count,
        not_counted: Count,
        basis: Basis = "cohort",
    ) -> TicketRefs:
        """The tickets that one count counts and another does not."""
        asked = question(period, as_of, basis=basis)
        counts = {"counted": as_text("counted", counted), "not_counted": as_text("not_counted", not_counted)}
        found = self._ask("between", question=asked, **counts)
        return TicketRefs(TicketRef(each["id"], each["number"]) for each in found)

    def contacts(
        self, period: Period, *, as_of: AsOf, seen: Optional[int] = None
    ) -> Dict[str, int]:
        """Contacts (calls, letters) of a period by channel, in printed order."""
        found = self._ask("contacts", question=question(period, as_of, seen=seen))
        return {key["name"]: count for key, count in found}

    def cases(
        self, period: Period, *, as_of: AsOf, seen: Optional[int] = None
    ) -> Tuple[List[Ticket], List[Ticket]]:
        """The typical cases of a period, and the difficult tickets, as they stood at a moment."""
        found = self._ask("cases", question=question(period, as_of, seen=seen))
        typical, difficult = ([Ticket._from_json(each) for each in part] for part in found)
        return typical, difficult
