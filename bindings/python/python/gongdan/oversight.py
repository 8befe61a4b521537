"""Questions over all tickets at once, which no unit asks."""

from __future__ import annotations

import json
import os
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union

# written:begin lists
from ._literals import Basis, Grouping
# written:end lists
from .answers import (
    Account,
    Compared,
    CorrectedFact,
    Correction,
    Issue,
    Ranked,
    Rankings,
    Seat,
    Seats,
    Withheld,
)
from .arguments import (
    MOST,
    Some,
    Structure,
    as_json,
    as_period,
    as_text,
    flag,
    listed,
    plain,
    told,
    whole,
)
from .bulletin import Bulletin
from .door import Door
from .figures import Figures
from .lists import Answers
from .moments import AsOf, Day, Period
from .privacy import Expired, Expiring
from .questions import view


class Oversight(Door):
    """What is answered to whoever sees every ticket: bulletins and issues, rankings, the account of a
    period, what if and since, SQL. To an analyst without texts."""

    # written:begin bulletin
    def bulletin(
        self,
        period: Period,
        *,
        as_of: AsOf,
        year: Optional[int] = None,
        number: Optional[int] = None,
        title: Optional[str] = None,
        organ: Optional[str] = None,
        printed_on: Optional[Day] = None,
        to: Some[str] = (),
        copies: Some[str] = (),
        remarks: Some[str] = (),
        set: Some[str] = (),
        given_by: Optional[str] = None,
        category_level: Optional[int] = None,
        unit_level: Optional[int] = None,
        category_columns: Optional[Structure] = None,
        unit_columns: Optional[Structure] = None,
        format: Optional[Union[str, "os.PathLike[str]"]] = None,
    ) -> Bulletin:
        """The bulletin of a period as of a moment, collected from one state of the file. A `format`
        (版式) lays out what is printed and saved: `hengdong-2020`, `hengdong-2023`, `plain`,
        `quarter`, or a folder of your own.

        period: The days it is about. 统计期间。
        as_of: The cut-off: nothing later is seen. 截止时间。
        year: The year in its number (期); left out, that in which the period ends.
            期号的年份,不填则为统计期间结束之年。
        number: Its number in that year (期); left out, that of the month in which the period ends.
            期号,不填则为统计期间结束的月份。
        title: Its title; left out, one made of the region's name and the period.
            标题,不填则用地区名称和统计期间拟定。
        organ: The office that publishes it; left out, that of the founding. 印发机关,不填则为建档时的主办机关。
        printed_on: The day printed on it; left out, that of the cut-off. 印发日期,不填则为截止当日。
        to: Whom it is reported to (报). 报送对象。
        copies: Whom it is sent to (发). 发送对象。
        remarks: The editor's own words on units that handle late, each a paragraph.
            编者对超期单位的评述,每条一段。
        set: Values from outside and the editor's texts that a format names, each as name=value.
            版式所列的外来数和编者文字,每条写作“名称=值”。
        given_by: Who gave these values; it is printed beside them. 外来数由谁提供,随数印出。
        category_level: At which level of their tree categories are printed, 1 being the top; left
            out, each by itself. 问题分类按第几级合计,1 为最上一级;不填则各自单列。
        unit_level: At which level of their tree units are printed, 1 being the top; left out, each
            by itself. 单位按第几级合计,1 为最上一级;不填则各自单列。
        category_columns: The columns of the table by category, each a figure and its heading; left
            out, the usual ones. 分类统计表的各列(指标和表头),不填则用通常的。
        unit_columns: The columns of the table by unit, each a figure and its heading; left out, the
            usual ones. 单位统计表的各列(指标和表头),不填则用通常的。
        """
        return self._bulletin(
            format,
            period=period,
            as_of=as_of,
            year=year,
            number=number,
            title=title,
            organ=organ,
            printed_on=printed_on,
            to=to,
            copies=copies,
            remarks=remarks,
            set=set,
            given_by=given_by,
            category_level=category_level,
            unit_level=unit_level,
            category_columns=category_columns,
            unit_columns=unit_columns,
        )
    # written:end bulletin

    def _bulletin(
        self, format: Optional[Union[str, "os.PathLike[str]"]], /, **asked: Any
    ) -> Bulletin:
        named = None if format is None else as_text("format", os.fspath(format))
        return Bulletin(self, *self._look("bulletin", as_json(told(asked)), named))

    def published(
        self,
        year: int,
        number: int,
        *,
        format: Optional[Union[str, "os.PathLike[str]"]] = None,
    ) -> Bulletin:
        """A published issue by its number, as it was published, at any time. A `format` is needed only
        where it was published in a folder of your own.
        """
        named = None if format is None else as_text("format", os.fspath(format))
        return Bulletin(self, *self._look("published", whole("year", year), whole("number", number), named))

    # written:begin what_if
    def what_if(
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
        provisions: Sequence[Mapping[str, Any]] = (),
        throughout: Sequence[Mapping[str, Any]] = (),
        notices: Sequence[Mapping[str, Any]] = (),
    ) -> Tuple[Figures, Figures]:
        """The figures as they were, and as they would have been under other rules: what people did
        stays, every promise is worked out anew, the file is not changed. Those made by
        `gongdan.provision(...)` hold from their own dates on, in `throughout` at every date.

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
        return self._what_if(
            provisions,
            throughout,
            notices,
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
    # written:end what_if

    def _what_if(
        self,
        provisions: Sequence[Mapping[str, Any]],
        throughout: Sequence[Mapping[str, Any]],
        notices: Sequence[Mapping[str, Any]],
        /,
        **asked: Any,
    ) -> Tuple[Figures, Figures]:
        given = {"provisions": provisions, "throughout": throughout, "notices": notices}
        instead = {name: listed(name, each) for name, each in given.items()}
        was, would_be = self._look("what_if", as_json(told(asked)), as_json(told(instead)))
        return Figures(self, was), Figures(self, would_be)

    # written:begin since
    def since(
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
        year_before: bool = False,
    ) -> Tuple[Figures, Figures, Optional[Issue]]:
        """The figures, those of the period before (环比) or a year before (同比), and the issue whose
        frozen figures these are, where that period was published.

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
        return self._since(
            year_before,
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
    # written:end since

    def _since(
        self, year_before: bool, /, **asked: Any
    ) -> Tuple[Figures, Figures, Optional[Issue]]:
        now, before, issue = self._look("since", as_json(told(asked)), flag("year_before", year_before))
        published = json.loads(issue)
        quoted = None if published is None else Issue._from_json(published)
        return Figures(self, now), Figures(self, before), quoted

    # written:begin rank
    def rank(
        self,
        period: Period,
        *,
        as_of: AsOf,
        basis: Basis = "cohort",
        seen: Optional[int] = None,
        effective: bool = False,
        formula: Optional[Structure] = None,
        level: Optional[int] = None,
    ) -> Rankings:
        """The units of a period ranked (得分, 排名), each group apart: by `formula(...)`, or by the one
        in force. Units without tickets come last in their group, without a rank.

        period: The days it is about. 统计期间。
        as_of: The cut-off: nothing later is seen. 截止时间。
        basis: Which tickets. 统计口径。
        seen: How many events of the journal are seen; left out, all. 只看日志的前多少项,不填则全部。
        effective: Over tickets alone that are neither rejected nor merged at the cut-off.
            只算有效工单(截止时未不予受理、未并单)。
        formula: The name of a formula of the file, or a formula; left out, the one in force at the
            cut-off. 排名办法的名称,或排名办法本身,不填则为截止时所用。
        level: At which level of their tree units are ranked: 1 gathers all below each top entry;
            left out, each by itself. 按单位的哪一级排名:1 为最上一级(含其下),不填则各自排名。
        """
        return self._rank(
            period=period,
            as_of=as_of,
            basis=basis,
            seen=seen,
            effective=effective,
            formula=formula,
            level=level,
        )
    # written:end rank

    def _rank(self, /, **asked: Any) -> Rankings:
        found = self._ask("rank", question=told(asked))
        return Rankings(Ranked._from_json(unit) for unit in found["units"])

    def account(self, period: Period, *, as_of: AsOf) -> Account:
        """The carry-over account of a period, ticket by ticket."""
        account = self._ask("account", period=as_period("period", period), as_of=as_text("as_of", as_of))
        return Account._from_json(account)

    def seats(self, period: Period, *, as_of: AsOf) -> Seats:
        """What each seat took in during a period, and what its inspected tickets were given; by unit,
        `figures(by="unit")` tells it."""
        found = self._ask("seats", period=as_period("period", period), as_of=as_text("as_of", as_of))
        return Seats(Seat(**each) for each in found)

    def issues(self) -> List[Issue]:
        """Every published issue, in the order of publication."""
        return [Issue._from_json(issue) for issue in self._ask("issues")]

    def issue(self, year: int, number: int) -> Issue:
        """One published issue."""
        which = {"year": whole("year", year), "number": whole("number", number)}
        return Issue._from_json(self._ask("issue", **which))

    def compare(self, year: int, number: int) -> Compared:
        """Holds an issue against the file: does it still stand, and what would be printed today."""
        which = {"year": whole("year", year), "number": whole("number", number)}
        found = self._ask("compare", **which)
        corrections = tuple(Correction._from_json(each) for each in found["corrections"])
        withheld = tuple(Withheld._from_json(each) for each in found["withheld"])
        corrected = tuple(CorrectedFact._from_json(each) for each in found["corrected"])
        return Compared(
            Issue._from_json(found["issue"]), found["intact"], corrections, corrected, withheld
        )

    def followed_up(self, *, as_of: AsOf) -> List[int]:
        """The difficult tickets of the last issue before a moment, by id."""
        return list(self._ask("followed_up", as_of=as_text("as_of", as_of)))

    def issue_before(self, *, as_of: AsOf, seen: Optional[int] = None) -> Optional[Issue]:
        """The last published issue of an earlier cut-off."""
        found = self._ask("issue_before", question=view(as_of, seen))
        return None if found is None else Issue._from_json(found)

    def retention(self, *, as_of: AsOf, months: int) -> Expiring:
        """保存期限届满: the tickets whose callers' data and other texts may be erased, when they are kept
        for so many months after a ticket's end; the first that ended first.

        Tickets as they stand now: what runs, or was erased already, is not among them.
        """
        kept = whole("months", months)
        found = self._ask("retention", as_of=as_text("as_of", as_of), months=kept)
        return Expiring(Expired._from_json(each) for each in found)

    def query(
        self, sql: str, values: Iterable[Any] = (), *, steps: int = 100_000_000
    ) -> Answers:
        """Answers one SELECT on the documented views `v1_…`, read-only, row by row.

        A query that takes more than `steps` instructions of SQLite's machine is stopped.
        """
        given = listed("values", plain("values", values))
        limit = whole("steps", steps, MOST)
        found = self._ask("query", sql=as_text("sql", sql), values=given, steps=limit)
        answers = Answers(dict(zip(found["columns"], row)) for row in found["rows"])
        answers.columns = tuple(found["columns"])
        return answers
