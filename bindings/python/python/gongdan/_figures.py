"""Every count and every measure, as attributes.

Written from the tables by `make faces`; do not edit.
"""

from .figured import Figured, _Count, _Measure


class AllFigures(Figured):
    """Something that has every figure that its question defines."""

    accepted = _Count(
        "受理件数: Tickets taken in; for a unit, the assignments it leads or led to the end."
    )
    resolved_online = _Count("在线办结数: Answered by the desk, no unit ever had it.")
    transferred = _Count(
        "转办数: With at least one assignment; for a unit, those it was given to lead."
    )
    rejected = _Count("不予受理数: 不予受理.")
    merged = _Count("并单数: 并单: points at a main ticket.")
    waiting = _Count("待派数: At the centre, no unit ever had it, not ended.")
    ended_at_centre = _Count("中心终结数: Rejected, merged or withdrawn before any unit had it.")
    closed = _Count("综合结案数: 结案 by the centre.")
    closed_late = _Count("超期结案数: Closed on a reply that had been late.")
    closed_solved = _Count("实际解决数: Closed as solved.")
    closed_explained = _Count("解释说明数: Closed with an explanation.")
    handled = _Count("已办结数: With the unit's standing reply.")
    handled_late = _Count("超期已办结: Replied after the limit: once true, for ever.")
    pending = _Count("待办理数: A unit has it and owes its first reply; open-late ones included.")
    pending_in_time = _Count("未到期待办数: Pending, limit not passed.")
    open_late = _Count("超期未办理: Pending, limit passed.")
    at_centre = _Count(
        "退回中心数: Back in the centre's hands after some unit had it, difficult or not."
    )
    ended_unreplied = _Count("未复终结数: Ended after some unit had it, with no standing reply.")
    awaiting_callback = _Count(
        "待回访数: Replied, fit to be asked about, and the citizen not yet called back since."
    )
    in_rework = _Count("重办中: 发回重办, reply outstanding.")
    difficult = _Count("疑难数: 疑难: no unit takes it.")
    called_back = _Count("回访数: With at least one attempt to call back.")
    reached = _Count("接通数: Reached in at least one attempt.")
    rated = _Count("评价数: With an answer that rates the result.")
    satisfied = _Count("满意数: Whose last rating counts as satisfied.")
    unsatisfied = _Count("不满意数: Whose last rating does not.")
    asked_solved = _Count("解决情况答复数: With an answer whether the matter is solved.")
    solved = _Count("解决数: Whose last such answer is yes.")
    rework_tickets = _Count("发回重办件数: Sent for rework at least once.")
    rework_times = _Count("发回重办次数: Times sent for rework.")
    returned = _Count("退件数: Returned by a unit at least once.")
    return_times = _Count("退件次数: Times returned.")
    returned_late = _Count("超期退件数: A return asked for after the window, whatever was decided.")
    extended = _Count("延期数: With at least one extension granted.")
    urged = _Count("催办数: Urged at least once.")
    supervised = _Count("督办数: Supervised at least once.")
    confidential = _Count("保密数: 保密.")
    repeats = _Count("重复投诉数: The same matter as another ticket.")
    distinct_matters = _Count("独立事项数: Neither merged nor a repeat.")
    reopened = _Count("重新受理数: Opened again at least once.")
    sign_off_late = _Count("超期签收数: Signed after the limit: once true, for ever.")
    sign_off_missing = _Count("未签收数: Unsigned past the limit, now or when the unit gave it away.")
    signed = _Count(
        "已签收数: Signed, or returned with leave, which counts as signed when it was asked for."
    )
    assisting = _Count("协办件数: Assignments in which the unit assists.")
    close_times = _Count("结案次数: Times closed, every closing counted.")
    citizens = _Count("诉求人数: Distinct citizens by telephone number.")
    open = _Count("未结数: Neither closed, rejected nor merged: what is carried over.")
    handling_minutes = _Count(
        "办理用时(分钟): Working minutes from transfer to standing reply, a working day being 1 440 of them."
    )
    due = _Count("应结数: Transferred, and the handling promise ends in the period.")
    due_closed = _Count("应结已结数: Of the due, closed.")
    due_in_time = _Count("按期结案数: Of the due, closed with no late handling.")
    carried_in = _Count("上期结转数: Open when the period began.")
    effective = _Count(
        "有效工单数: 有效工单: neither rejected nor merged; for a unit, the accepted assignments of such tickets."
    )
    given = _Count("派单数: 派单数: every assignment that was ever given to lead.")
    given_any = _Count("派单数(含协办): Every assignment that was ever given, to lead or to assist.")
    taken_back = _Count(
        "收回数: Taken back by the centre (撤回, 改派), or from the unit when the ticket was opened again."
    )
    ended = _Count(
        "随单终结数: Ended with a ticket that was merged, withdrawn or terminated before a standing reply."
    )
    signed_in_time = _Count("及时签收数: Signed by the limit.")
    not_signed_in_time = _Count("未及时签收数: Signed late, or unsigned past the limit.")
    known = _Count("可核时限数: Whose handling verdict is known.")
    handling_missed = _Count("超期未办离手数: Gone unanswered past the limit.")
    rework_open_late = _Count(
        "重办超期未办理: A rework (or the promise of a reopening) that is owed past its limit."
    )
    rework_late = _Count("重办超期已办结: Reworks replied to after their limit.")
    rework_missed = _Count("重办超期终结数: Reworks that ended with their ticket, past their limit.")
    report_open_late = _Count("协办超期未反馈: A report that is owed past its limit.")
    report_late = _Count("协办超期反馈: Reported after the limit.")
    report_missed = _Count("协办超期未反馈终结数: Gone, or ended with the ticket, unreported past the limit.")
    late_now = _Count("当前超期数: A reply, a rework or a report is owed past its limit.")
    sent_back_tickets = _Count("退回重办件数: With at least one reply that the centre sent back.")
    sent_back_times = _Count("退回重办次数: Replies that the centre sent back.")
    closed_unreachable = _Count("无法回访结案数: Closed without the citizen having been reached.")
    closed_not_accepted = _Count("诉求不成立结案数: Closed since the appeal did not stand.")
    closed_duplicate = _Count("重复诉求结案数: Closed as the same appeal as another.")
    closed_withdrawn = _Count("诉求撤回结案数: Closed since the citizen took it back.")
    closed_terminated = _Count("终止办理数: Ended by the centre without a reply.")
    extensions_asked = _Count("申请延期次数: Extensions asked for.")
    extensions_granted = _Count("同意延期次数: Extensions granted.")
    extensions_denied = _Count("不同意延期次数: Extensions denied.")
    urge_times = _Count("催办次数: Times urged.")
    supervisions_unanswered = _Count("督办未答复数: Demands of a supervisor that wait for an answer.")
    yellow_cards = _Count("黄牌数: Yellow cards shown.")
    red_cards = _Count("红牌数: Red cards shown.")
    undecided = _Count("待审批数: With a return or an extension that waits for the centre.")
    decided_late = _Count("超期审批次数: Returns and extensions decided after the centre's own limit.")
    fell_due = _Count("到期派单数: Assignments whose handling promise ends in the period.")
    fell_due_in_time = _Count("到期按时办结数: Of these, answered in time.")
    brought_back = _Count("恢复办理数: Ended before the period, opened again or unmerged in it.")
    first_satisfied = _Count("首次满意数: Whose first rating counts as satisfied.")
    rated_very_satisfied = _Count("评价“非常满意”数: Whose last rating of the result is: very satisfied.")
    rated_satisfied = _Count("评价“满意”数: Whose last rating of the result is: satisfied.")
    rated_basically_satisfied = _Count(
        "评价“基本满意”数: Whose last rating of the result is: basically satisfied."
    )
    rated_dissatisfied = _Count("评价“不满意”数: Whose last rating of the result is: dissatisfied.")
    rated_very_dissatisfied = _Count(
        "评价“非常不满意”数: Whose last rating of the result is: very dissatisfied."
    )
    manner_rated = _Count("态度评价数: With an answer that rates the manner.")
    manner_very_satisfied = _Count("态度“非常满意”数: Whose last rating of the manner is: very satisfied.")
    manner_satisfied = _Count("态度“满意”数: Whose last rating of the manner is: satisfied.")
    manner_basically_satisfied = _Count(
        "态度“基本满意”数: Whose last rating of the manner is: basically satisfied."
    )
    manner_dissatisfied = _Count("态度“不满意”数: Whose last rating of the manner is: dissatisfied.")
    manner_very_dissatisfied = _Count(
        "态度“非常不满意”数: Whose last rating of the manner is: very dissatisfied."
    )
    closed_answered_online = _Count(
        "在线办结结案数: Closed as answered by the desk, whether a unit had it before or not."
    )
    total_late = _Count(
        "总时限超期数: The citizen's own limit passed before the standing reply came, or before it ended without one."
    )
    total_open_late = _Count(
        "总时限超期未办理: The citizen's own limit has passed, and no reply stands, whoever has it."
    )
    timed = _Count("可计时长数: With a standing reply whose working time is known.")
    within_1 = _Count("1个工作日内办结数: With a standing reply within 1 working day of the transfer.")
    within_2 = _Count("2个工作日内办结数: With a standing reply within 2 working days of the transfer.")
    within_3 = _Count("3个工作日内办结数: With a standing reply within 3 working days of the transfer.")
    within_5 = _Count("5个工作日内办结数: With a standing reply within 5 working days of the transfer.")
    within_7 = _Count("7个工作日内办结数: With a standing reply within 7 working days of the transfer.")
    within_10 = _Count("10个工作日内办结数: With a standing reply within 10 working days of the transfer.")
    within_15 = _Count("15个工作日内办结数: With a standing reply within 15 working days of the transfer.")
    unsigned = _Count("待签收数: In the unit's hands and not signed yet, in time or not.")
    corrected = _Count("更正数: With at least one fact whose true moment was stated afterwards.")
    redispatched = _Count("改派数: Given to another unit by the centre (改派) at least once.")
    redispatch_times = _Count("改派次数: Times given to another unit by the centre.")
    exempt = _Count(
        "不计入考核数: 不计入考核: by which a unit is not judged; it is in every count, and in no assessed measure."
    )
    exemptions_undecided = _Count(
        "不计入考核待审批数: A unit asked not to be judged by it, and nobody has decided."
    )
    imported = _Count("历史导入数: Of which an old register told.")
    way_unknown = _Count(
        "去向不详数: From an old register that does not say which way they went: by the desk, or to which unit."
    )
    reply_unknown = _Count(
        "办理情况不详数: With a unit of an old register that does not say whether it replied."
    )
    sign_off_unknown = _Count("签收时限不详数: Whose sign-off nobody knows to have been in time or late.")
    handling_unknown = _Count("办理时限不详数: Whose reply nobody knows to be in time or late.")
    closed_unknown = _Count(
        "结案时限不详数: Closed on a reply that nobody knows to have been in time or late."
    )
    closed_unstated = _Count("结案方式不详数: Closed, and an old register does not say how.")
    awaiting_review = _Count("待审核数: Replied, and the centre has not reviewed the reply yet.")
    reviewed = _Count("审核件数: With a reply that was reviewed.")
    passed_first = _Count("一次审核通过数: Whose first reply that was reviewed passed.")
    supervisions_answered = _Count("督办答复数: Demands (督办) that were answered.")
    supervisions_answered_late = _Count(
        "督办逾期答复数: Demands that were answered after the limit that was set."
    )
    supervisions_open_late = _Count(
        "督办逾期未答复数: With a demand whose limit has passed without an answer."
    )
    related = _Count(
        "多诉求关联数: Of a contact from which another ticket came already: without them, a contact is counted once."
    )
    own_rated = _Count("群众自评数: Rated by the citizen unasked.")
    own_satisfied = _Count(
        "群众自评满意数: Whose last rating of the citizen's own satisfied, as the policy had it then."
    )
    either_rated = _Count("评价数(自评优先): Rated by the citizen, unasked or when called.")
    either_satisfied = _Count(
        "评价满意数(自评优先): Satisfied by the last rating of the citizen's own, or where there is none by that of the callback."
    )
    inspected = _Count("质检数: Scored against a sheet of points after they had ended.")
    inspection_points = _Count("质检得分: What the last inspection of each gave.")
    inspection_most = _Count("质检满分: What it could have given.")

    closure_rate = _Measure("综合办结率: closed / effective")
    closed_late_rate = _Measure("超期结案率: closed_late / (closed - closed_unknown)")
    in_time_rate = _Measure("按时办结率: (known - handled_late - open_late - handling_missed) / known")
    in_time_of_due_rate = _Measure("按时办结率(占到期): fell_due_in_time / fell_due")
    sign_off_in_time_rate = _Measure(
        "及时签收率: signed_in_time / (signed_in_time + not_signed_in_time)"
    )
    sign_off_in_time_of_transferred_rate = _Measure(
        "及时签收率(占派单): signed_in_time / (given_any - sign_off_unknown)"
    )
    resolved_online_rate = _Measure("直办率: resolved_online / accepted")
    satisfaction_rate = _Measure("满意率: satisfied / rated")
    satisfaction_of_reached_rate = _Measure("满意率(占接通): satisfied / reached")
    satisfaction_of_called_back_rate = _Measure("满意率(占回访): satisfied / called_back")
    first_satisfaction_rate = _Measure("首次满意率: first_satisfied / rated")
    rework_rate = _Measure("发回重办率: rework_tickets / transferred")
    solved_rate = _Measure("解决率: solved / asked_solved")
    own_satisfaction_rate = _Measure("群众自评满意率: own_satisfied / own_rated")
    either_satisfaction_rate = _Measure("满意率(自评优先): either_satisfied / either_rated")
    inspection_rate = _Measure("质检得分率: inspection_points / inspection_most")
    passed_first_rate = _Measure("一次审核通过率: passed_first / reviewed")
    return_rate = _Measure("退单率: returned / given")
    carried_closure_rate = _Measure(
        "办结率(含结转): (closed + rejected) / (accepted + carried_in + brought_back)"
    )
    due_closure_rate = _Measure("结案率: due_closed / due")
    due_in_time_rate = _Measure("按期结案率: due_in_time / due")
    mean_handling_days = _Measure("平均办结时长(工作日): handling_minutes / (1440 x timed)")
    median_handling_minutes = _Measure("办理时长中位数(工作分钟): the middle one of timed")
    ninetieth_handling_minutes = _Measure(
        "办理时长九成位数(工作分钟): the one that nine in ten of timed do not exceed"
    )
    within_1_rate = _Measure("1个工作日内办结率: within_1 / timed")
    within_2_rate = _Measure("2个工作日内办结率: within_2 / timed")
    within_3_rate = _Measure("3个工作日内办结率: within_3 / timed")
    within_5_rate = _Measure("5个工作日内办结率: within_5 / timed")
    within_7_rate = _Measure("7个工作日内办结率: within_7 / timed")
    within_10_rate = _Measure("10个工作日内办结率: within_10 / timed")
    within_15_rate = _Measure("15个工作日内办结率: within_15 / timed")
