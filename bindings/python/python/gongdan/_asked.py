"""Filters and questions, as keyword arguments are checked.

Written from their tables by `make faces`; do not edit.
"""

from __future__ import annotations

from typing import Optional, TypedDict

from ._literals import Basis, Grouping, Stage
from .arguments import Some
from .moments import AsOf, Period


class Filter(TypedDict, total=False):
    """What to look for; what is not set does not narrow."""

    #: In this stage. 所处阶段。
    stage: Some[Stage]
    #: Come by this channel. 来源渠道。
    channel: Optional[str]
    #: In this category. 问题分类。
    category: Optional[str]
    #: Led by this unit now. 现主办单位。
    unit: Optional[str]
    #: Taken in during this period. 受理期间。
    accepted: Optional[Period]
    #: Whose running limit (of the handling or the rework) had passed at this moment. 此时已超过当前时限。
    overdue_on: Optional[AsOf]
    #: Whose running limit ends at this moment or later. 当前时限不早于此时。
    due_from: Optional[AsOf]
    #: Whose running limit ends by this moment. 当前时限不晚于此时。
    due_by: Optional[AsOf]
    #: Only those not ended. 只列未结。
    open: bool
    #: Only those that no unit takes. 只列疑难。
    difficult: bool
    #: Only those picked by an editor. 只列典型案例。
    featured: bool
    #: With this text in number, matter, appeal, result, answer or remark; blank means any.
    #: 编号、标题、内容、办理情况、答复或意见中含有此文字。
    text: Optional[str]


class _Needed(TypedDict):
    """What every question says."""

    #: The days it is about. 统计期间。
    period: Period
    #: The cut-off: nothing later is seen. 截止时间。
    as_of: AsOf


class Question(_Needed, total=False):
    """A question to the figures."""

    #: Which tickets. 统计口径。
    basis: Basis
    #: By what, from the outer to the inner grouping; none means all together. 分组,由外到内,不填则合计。
    by: Some[Grouping]
    #: How many events of the journal are seen; left out, all. 只看日志的前多少项,不填则全部。
    seen: Optional[int]
    #: Whether what is in use and has no ticket gets a row of zeros; for one grouping only.
    #: 无工单的单位、分类等也列出零行。
    zeros: bool
