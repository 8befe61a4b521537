"""The words of every closed list, each in English and as the office says it.

Written from the tables by `make faces`; do not edit. `gongdan.words` lists them while a program runs.
"""

from typing import Literal, Union

#: The kind of an error: name and number are the same in every face. The term is what a person is
#: told of it in Chinese, before any particulars.
ErrorKind = Literal[
    "refused", "不合办理规则",
    "not_found", "没有找到",
    "invalid_input", "填写有误",
    "conflict", "与他人的操作冲突",
    "busy", "文件正被他人占用,请稍后再试",
    "read_only", "文件以只读方式打开,不能改动",
    "file_too_new", "文件由更新版本的程序写成,请先升级",
    "not_a_hotline", "不是工单文件",
    "corrupt", "文件已损坏",
    "closed", "文件已经关闭",
    "io", "文件无法读写",
    "exists", "已有内容,不予覆盖",
    "bug", "程序自身有误",
    "interrupted", "已中断",
    "forked", "进程复制时文件正在使用,本进程不能再用此文件",
    "replaced", "文件或其日志已被其他程序移走或替换,请重新打开",
]

#: Where a ticket stands in its life. Overdue is no stage: it is a question with a moment.
Stage = Literal[
    "accepted", "已受理",
    "transferred", "已转办",
    "signed_off", "已签收",
    "handled", "已办结",
    "rework", "重办中",
    "difficult", "疑难",
    "closed", "已结案",
    "rejected", "不予受理",
    "merged", "已并单",
]

#: What the citizen wants (诉求类型).
Kind = Literal[
    "inquiry", "咨询",
    "help", "求助",
    "complaint", "投诉",
    "report", "举报",
    "suggestion", "建议",
    "praise", "表扬",
    "other", "其他",
]

#: How pressing it is (紧急程度).
Urgency = Literal[
    "normal", "一般",
    "urgent", "紧急",
    "critical", "特急",
]

#: On whose behalf somebody acts. It is declared by the caller; an embedded library cannot prove it.
Role = Literal[
    "centre", "热线中心",
    "unit", "承办单位",
    "supervisor", "督查部门",
]

#: How an attempt to call the citizen back went (回访).
CallbackOutcome = Literal[
    "reached", "已回访",
    "not_reached", "未接通",
    "refused", "拒绝回访",
    "disputed", "有异议",
    "own", "群众自评",
]

#: The citizen's answer. Never preset: not asked is not satisfied.
Satisfaction = Literal[
    "very_satisfied", "非常满意",
    "satisfied", "满意",
    "basically_satisfied", "基本满意",
    "dissatisfied", "不满意",
    "very_dissatisfied", "非常不满意",
    "unrated", "未评价",
]

#: With what outcome the centre closed a ticket: closed is not solved.
CloseOutcome = Literal[
    "solved", "实际解决",
    "explained", "解释说明",
    "unreachable", "无法回访",
    "not_accepted", "诉求不成立",
    "duplicate", "重复诉求",
    "withdrawn", "诉求撤回",
    "answered_online", "在线办结",
    "terminated", "终止办理",
    "unstated", "结案方式不详",
]

#: What sort of channel a contact or ticket came by.
ChannelKind = Literal[
    "call", "来电",
    "letter", "来信",
    "platform", "平台转派",
    "web", "网络",
]

#: A warning card shown to a unit.
Card = Literal[
    "yellow", "黄牌",
    "red", "红牌",
]

#: What a text beside the journal is. All of them can hold personal data.
TextField = Literal[
    "matter", "诉求标题",
    "appeal", "诉求内容",
    "caller_name", "来电人",
    "caller_phone", "联系电话",
    "caller_address", "联系地址",
    "answer", "答复内容",
    "remark", "转办意见",
    "reason", "理由",
    "result", "办理情况",
    "note", "备注",
    "demand", "督办要求",
    "title", "案例标题",
    "outcome", "办理结果",
    "file_name", "附件名称",
    "file_digest", "附件摘要",
    "file_place", "附件存放处",
    "instructed_by", "批示人",
    "attendees", "会商参加人",
    "decision", "会商意见",
]

#: The four kinds of reference data, all named, aliased, dated and retired in one way.
Species = Literal[
    "unit", "成员单位",
    "category", "问题分类",
    "channel", "渠道",
    "area", "区域",
]

#: What a provision settles.
Setting = Literal[
    "sign_off_limit", "签收时限",
    "handle_limit", "办理时限",
    "total_limit", "总时限",
    "rework_limit", "重办时限",
    "return_window", "退件时限",
    "return_cap", "退件次数上限",
    "extension_cap", "延期次数上限",
    "extension_days", "延期天数上限",
    "rework_cap", "重办次数上限",
    "callback_attempts", "回访次数",
    "satisfied_levels", "满意口径",
    "close_uncalled", "免回访结案",
    "assistants_report", "协办先报",
    "urge_interval", "催办间隔",
    "hours", "办公时间",
    "rounding", "取舍",
    "satisfaction_rule", "满意率口径",
    "late_return", "超期退件口径",
    "decide_within", "审批时限",
    "clock_tolerance", "时钟容差",
    "leap_days", "时间跳跃上限",
    "first_leap_days", "首件时间跳跃上限",
    "attachment_size", "附件大小上限(兆字节)",
    "attachment_kinds", "附件类型",
    "solved_unreached", "未接通可按解决结案",
    "review_replies", "答复审核",
    "inspection_sheet", "质检表",
    "warn_at", "预警比例",
]

#: How a rate is cut to two decimals.
Rounding = Literal[
    "half_up", "四舍五入",
    "truncate", "截断",
]

#: What can be asked of a ticket.
Verb = Literal[
    "intake", "受理",
    "resolve_online", "在线办结",
    "reject", "不予受理",
    "merge", "并单",
    "unmerge", "撤销并单",
    "repeat", "标记重复",
    "unrepeat", "取消重复",
    "relate", "多诉求关联",
    "unrelate", "取消关联",
    "backfill", "历史导入",
    "transfer", "转办",
    "recall", "撤回",
    "redispatch", "改派",
    "sign_off", "签收",
    "request_return", "申请退件",
    "grant_return", "同意退件",
    "deny_return", "不同意退件",
    "designate", "指定承办",
    "mark_difficult", "列为疑难",
    "consult", "会商",
    "request_extension", "申请延期",
    "grant_extension", "同意延期",
    "deny_extension", "不同意延期",
    "suspend", "挂账",
    "resume", "恢复办理",
    "report", "协办反馈",
    "excuse", "免予反馈",
    "forward", "加派",
    "unforward", "收回加派",
    "handle", "办结",
    "send_back", "退回重办",
    "pass_reply", "审核通过",
    "callback", "回访",
    "rate", "群众评价",
    "inspect", "质检",
    "rework", "发回重办",
    "close", "结案",
    "terminate", "终止办理",
    "withdraw", "撤诉",
    "reopen", "重新受理",
    "reclassify", "更改分类",
    "amend", "更正",
    "note", "备注",
    "attach", "附件",
    "detach", "撤下附件",
    "confidential", "设置保密",
    "urge", "催办",
    "supervise", "督办",
    "answer", "督办答复",
    "remind", "催复",
    "unsupervise", "撤销督办",
    "card", "亮牌",
    "ask_exempt", "申请不计入考核",
    "exempt", "不计入考核",
    "unexempt", "恢复考核",
    "feature", "选为典型案例",
    "reschedule", "重排时限",
    "correct", "更正时间",
    "reveal", "查看来电人",
    "erase", "删除个人信息",
]

#: Why a command was refused. Codes are stable; the term is the sentence's core, the full sentence
#: is made by the wording.
RefusalCode = Literal[
    "wrong_stage", "工单所处阶段不允许",
    "wrong_role", "身份不符",
    "wrong_unit", "工单不在该单位",
    "not_signed_off", "工单尚未签收",
    "already_signed_off", "工单已签收",
    "reason_missing", "未说明理由",
    "remark_missing", "再次转办须写明转办意见",
    "unit_retired", "该单位已停用",
    "unit_twice", "同一单位重复",
    "time_backwards", "时间早于工单上一步",
    "return_too_late", "已过退件时限",
    "return_forbidden", "该单位不得再退件",
    "too_many_returns", "退件次数已满",
    "return_pending", "退件申请待决",
    "no_return_pending", "没有待决的退件申请",
    "extension_too_late", "已过办理时限",
    "extension_too_long", "延期天数超过上限",
    "too_many_extensions", "延期次数已满",
    "extension_pending", "延期申请待决",
    "no_extension_pending", "没有待决的延期申请",
    "suspended", "工单已挂账",
    "not_suspended", "工单没有挂账",
    "assistants_missing", "协办单位尚未反馈",
    "already_reported", "协办单位已反馈",
    "too_many_reworks", "重办次数已满",
    "no_callback", "尚未回访",
    "merge_into_itself", "不能并入自身",
    "main_is_merged", "主工单本身已并单",
    "urged_too_soon", "催办间隔未到",
    "no_such_supervision", "没有待答复的该项督办",
    "nothing_changes", "与现状相同",
    "no_promise", "本中心未设该项时限",
    "no_unit", "工单没有承办单位",
    "time_leap", "时间与已有记录相差过大",
    "confidential", "工单保密,来电人信息不向承办单位提供",
    "ended", "工单已经终结,承办单位无须再联系来电人",
    "in_full", "原文不向承办单位提供,承办单位可查看联系电话",
    "order_broken", "与工单其他环节的先后不符",
    "no_such_fact", "工单没有这一环节",
    "no_such_attachment", "工单没有这个附件,或已撤下",
    "nobody_reached", "回访没有接通,不能按解决结案",
    "no_such_section", "本单位没有该科室",
    "section_too_long", "内部时限超过单位时限",
    "not_forwarded", "工单没有加派",
    "contradicts", "与已知情况矛盾",
    "lived_here", "工单在本系统办理,既往情况已有记录",
    "review_pending", "答复待审核",
    "no_review_pending", "没有待审核的答复",
    "related_to_itself", "不能与本工单关联",
]

#: A count. The term is the heading printed over it.
Count = Literal[
    "accepted", "受理件数",
    "resolved_online", "在线办结数",
    "transferred", "转办数",
    "rejected", "不予受理数",
    "merged", "并单数",
    "waiting", "待派数",
    "ended_at_centre", "中心终结数",
    "closed", "综合结案数",
    "closed_late", "超期结案数",
    "closed_solved", "实际解决数",
    "closed_explained", "解释说明数",
    "handled", "已办结数",
    "handled_late", "超期已办结",
    "pending", "待办理数",
    "pending_in_time", "未到期待办数",
    "open_late", "超期未办理",
    "at_centre", "退回中心数",
    "ended_unreplied", "未复终结数",
    "awaiting_callback", "待回访数",
    "in_rework", "重办中",
    "difficult", "疑难数",
    "called_back", "回访数",
    "reached", "接通数",
    "rated", "评价数",
    "satisfied", "满意数",
    "unsatisfied", "不满意数",
    "asked_solved", "解决情况答复数",
    "solved", "解决数",
    "rework_tickets", "发回重办件数",
    "rework_times", "发回重办次数",
    "returned", "退件数",
    "return_times", "退件次数",
    "returned_late", "超期退件数",
    "extended", "延期数",
    "urged", "催办数",
    "supervised", "督办数",
    "confidential", "保密数",
    "repeats", "重复投诉数",
    "distinct_matters", "独立事项数",
    "reopened", "重新受理数",
    "sign_off_late", "超期签收数",
    "sign_off_missing", "未签收数",
    "signed", "已签收数",
    "assisting", "协办件数",
    "close_times", "结案次数",
    "citizens", "诉求人数",
    "open", "未结数",
    "handling_minutes", "办理用时(分钟)",
    "due", "应结数",
    "due_closed", "应结已结数",
    "due_in_time", "按期结案数",
    "carried_in", "上期结转数",
    "effective", "有效工单数",
    "given", "派单数",
    "given_any", "派单数(含协办)",
    "taken_back", "收回数",
    "ended", "随单终结数",
    "signed_in_time", "及时签收数",
    "not_signed_in_time", "未及时签收数",
    "known", "可核时限数",
    "handling_missed", "超期未办离手数",
    "rework_open_late", "重办超期未办理",
    "rework_late", "重办超期已办结",
    "rework_missed", "重办超期终结数",
    "report_open_late", "协办超期未反馈",
    "report_late", "协办超期反馈",
    "report_missed", "协办超期未反馈终结数",
    "late_now", "当前超期数",
    "sent_back_tickets", "退回重办件数",
    "sent_back_times", "退回重办次数",
    "closed_unreachable", "无法回访结案数",
    "closed_not_accepted", "诉求不成立结案数",
    "closed_duplicate", "重复诉求结案数",
    "closed_withdrawn", "诉求撤回结案数",
    "closed_terminated", "终止办理数",
    "extensions_asked", "申请延期次数",
    "extensions_granted", "同意延期次数",
    "extensions_denied", "不同意延期次数",
    "urge_times", "催办次数",
    "supervisions_unanswered", "督办未答复数",
    "yellow_cards", "黄牌数",
    "red_cards", "红牌数",
    "undecided", "待审批数",
    "decided_late", "超期审批次数",
    "fell_due", "到期派单数",
    "fell_due_in_time", "到期按时办结数",
    "brought_back", "恢复办理数",
    "first_satisfied", "首次满意数",
    "rated_very_satisfied", "评价“非常满意”数",
    "rated_satisfied", "评价“满意”数",
    "rated_basically_satisfied", "评价“基本满意”数",
    "rated_dissatisfied", "评价“不满意”数",
    "rated_very_dissatisfied", "评价“非常不满意”数",
    "manner_rated", "态度评价数",
    "manner_very_satisfied", "态度“非常满意”数",
    "manner_satisfied", "态度“满意”数",
    "manner_basically_satisfied", "态度“基本满意”数",
    "manner_dissatisfied", "态度“不满意”数",
    "manner_very_dissatisfied", "态度“非常不满意”数",
    "closed_answered_online", "在线办结结案数",
    "total_late", "总时限超期数",
    "total_open_late", "总时限超期未办理",
    "timed", "可计时长数",
    "within_1", "1个工作日内办结数",
    "within_2", "2个工作日内办结数",
    "within_3", "3个工作日内办结数",
    "within_5", "5个工作日内办结数",
    "within_7", "7个工作日内办结数",
    "within_10", "10个工作日内办结数",
    "within_15", "15个工作日内办结数",
    "unsigned", "待签收数",
    "corrected", "更正数",
    "redispatched", "改派数",
    "redispatch_times", "改派次数",
    "exempt", "不计入考核数",
    "exemptions_undecided", "不计入考核待审批数",
    "imported", "历史导入数",
    "way_unknown", "去向不详数",
    "reply_unknown", "办理情况不详数",
    "sign_off_unknown", "签收时限不详数",
    "handling_unknown", "办理时限不详数",
    "closed_unknown", "结案时限不详数",
    "closed_unstated", "结案方式不详数",
    "awaiting_review", "待审核数",
    "reviewed", "审核件数",
    "passed_first", "一次审核通过数",
    "supervisions_answered", "督办答复数",
    "supervisions_answered_late", "督办逾期答复数",
    "supervisions_open_late", "督办逾期未答复数",
    "related", "多诉求关联数",
    "own_rated", "群众自评数",
    "own_satisfied", "群众自评满意数",
    "either_rated", "评价数(自评优先)",
    "either_satisfied", "评价满意数(自评优先)",
    "inspected", "质检数",
    "inspection_points", "质检得分",
    "inspection_most", "质检满分",
]

#: Which tickets a figure speaks of.
Basis = Literal[
    "cohort", "按受理时间",
    "flow", "按发生时间",
]

#: By what a figure is broken down.
Grouping = Literal[
    "all", "合计",
    "channel", "来源渠道",
    "category", "问题分类",
    "kind", "诉求类型",
    "urgency", "紧急程度",
    "unit", "成员单位",
    "unit_group", "单位分组",
    "area", "所属区域",
    "day", "受理日期",
    "month", "受理月份",
    "age", "在办时长",
]

#: What can have happened to a ticket.
EventKind = Literal[
    "taken_in", "受理",
    "resolved_online", "在线办结",
    "rejected", "不予受理",
    "merged", "并单",
    "unmerged", "撤销并单",
    "marked_repeat", "标记重复",
    "transferred", "转办",
    "recalled", "撤回",
    "signed_off", "签收",
    "return_requested", "申请退件",
    "return_granted", "同意退件",
    "return_denied", "不同意退件",
    "marked_difficult", "列为疑难",
    "extension_requested", "申请延期",
    "extension_granted", "同意延期",
    "extension_denied", "不同意延期",
    "suspended", "挂账",
    "resumed", "恢复办理",
    "reported", "协办反馈",
    "excused", "免予反馈",
    "handled", "办结",
    "sent_back", "退回重办",
    "called_back", "回访",
    "rework_ordered", "发回重办",
    "closed", "结案",
    "terminated", "终止办理",
    "reopened", "重新受理",
    "reclassified", "更改分类",
    "amended", "更正",
    "noted", "备注",
    "confidentiality_set", "设置保密",
    "urged", "催办",
    "supervised", "督办",
    "supervision_answered", "督办答复",
    "carded", "亮牌",
    "featured", "选为典型案例",
    "rescheduled", "重排时限",
    "revealed", "查看来电人",
    "erased", "删除个人信息",
    "corrected", "更正时间",
    "redispatched", "改派",
    "unmarked_repeat", "取消重复",
    "attached", "登记附件",
    "detached", "撤下附件",
    "exemption_asked", "申请不计入考核",
    "exempted", "不计入考核",
    "unexempted", "恢复考核",
    "forwarded", "加派",
    "unforwarded", "收回加派",
    "imported", "历史导入",
    "reply_passed", "审核通过",
    "reminded", "催复",
    "supervision_lifted", "撤销督办",
    "consulted", "会商",
    "related", "多诉求关联",
    "unrelated", "取消关联",
    "rated", "群众评价",
    "inspected", "质检",
]

#: What became of a command that ended in an error.
Outcome = Literal[
    "not_committed", "没有写入",
    "unknown", "不能确定是否已经写入",
]

#: A unit's part in a ticket: the lead answers for it, the others help.
Part = Literal[
    "lead", "主办",
    "assisting", "协办",
]

#: How an assignment came to an end: taken back, returned, excused, or ended with its ticket
#: (merged, terminated, or closed before an assisting unit had reported).
LegEnd = Literal[
    "recalled", "撤回",
    "returned", "退件",
    "excused", "免办",
    "ended", "随单终结",
    "redispatched", "改派",
]

#: Who may ask it.
Who = Literal[
    "centre", "热线中心",
    "lead_unit", "主办单位",
    "holding_unit", "主办或协办单位",
    "assisting_unit", "协办单位",
    "centre_or_supervisor", "热线中心或督查部门",
    "centre_or_unit", "热线中心或承办单位",
    "anyone", "任何一方",
    "centre_or_holding_unit", "热线中心或主办、协办单位",
    "former_unit", "承办过的单位",
]

#: What a notice says of a day that it names.
DayKind = Literal[
    "holiday", "放假",
    "workday", "调休上班",
]

#: What can have happened to the office: its register, rules, contacts and issues.
OfficeEventKind = Literal[
    "founded", "建立",
    "entry_added", "登记",
    "entry_aliased", "添加别名",
    "entry_renamed", "更名",
    "entry_placed", "调整位置",
    "entry_merged", "合并",
    "entry_retired", "停用",
    "provision_set", "设定规定",
    "notice_adopted", "采用放假安排",
    "formula_set", "设定计分办法",
    "contacts_recorded", "登记诉求量",
    "issue_published", "发布通报",
    "entry_coded", "登记编码",
]

#: How far a column may go (PIPL, article 51: personal information is managed by classes).
Class = Literal[
    "public", "公开",
    "internal", "内部",
    "personal", "个人信息",
    "sensitive", "敏感个人信息",
]

#: A table that can be read whole.
Table = Literal[
    "tickets", "工单",
    "assignments", "转办",
    "events", "办理过程",
    "contacts", "诉求量",
    "callbacks", "回访",
    "closures", "结案",
    "reworks", "重办",
    "supervisions", "督办",
    "attachments", "附件",
]

#: What a period is compared with.
Against = Literal[
    "before", "环比",
    "year_before", "同比",
]

#: The chapters in which the commands are told.
Chapter = Literal[
    "desk", "受理",
    "dispatch", "派单",
    "handling", "办理",
    "closing", "回访结案",
    "beside", "督办与更正",
    "persons", "个人信息",
]

#: How firmly a command stands.
State = Literal[
    "stable", "稳定",
    "trial", "试行",
]

#: What a command answers.
Answers = Literal[
    "ticket", "工单",
    "caller", "来电人",
]

#: A written form of a bulletin: the word is how the name of its file ends.
Form = Literal[
    "md", "Markdown文本",
    "json", "JSON数据",
    "html", "网页",
    "docx", "Word文档",
    "xlsx", "Excel工作簿",
    "pdf", "PDF文件",
    "png", "图片",
]

#: A promise whose limit a list is about.
LimitOf = Literal[
    "handle", "办理时限",
    "rework", "重办时限",
    "sign_off", "签收时限",
    "report", "协办反馈时限",
    "late_now", "办理、重办或反馈时限",
    "total", "总时限",
    "section", "加派时限",
    "demand", "督办答复时限",
]

#: What waits for somebody: each holds the tickets of the count of the same name.
Queue = Literal[
    "undecided", "待审批",
    "awaiting_callback", "待回访",
    "supervisions_unanswered", "督办未答复",
    "unsigned", "待签收",
    "exemptions_undecided", "不计入考核待审批",
    "awaiting_review", "待审核",
]

#: A fact whose true moment a correction can state.
Fact = Literal[
    "intake", "受理",
    "transfer", "转办",
    "sign_off", "签收",
    "report", "协办反馈",
    "handle", "办结",
    "callback", "回访",
    "close", "结案",
]

#: What sort of file is attached.
FileKind = Literal[
    "photo", "照片",
    "recording", "录音",
    "video", "录像",
    "paper", "文书",
    "other", "其他",
]

#: Where the bytes of an attached file stay, where gongdan keeps them.
Keeping = Literal[
    "inside", "工单文件内",
    "beside", "旁边的文件夹",
]

#: Whose demand it is (督办类别): each place has words of its own for these.
SupervisionKind = Literal[
    "hotline", "热线督办",
    "government", "政府督查",
    "instruction", "领导批示",
    "discipline", "纪检监察督办",
    "assembly", "人大政协督办",
    "other", "其他督办",
]

#: A measure: a formula over counts, by its name or by the heading printed over it.
Measure = Literal[
    "closure_rate", "综合办结率",
    "closed_late_rate", "超期结案率",
    "in_time_rate", "按时办结率",
    "in_time_of_due_rate", "按时办结率(占到期)",
    "sign_off_in_time_rate", "及时签收率",
    "sign_off_in_time_of_transferred_rate", "及时签收率(占派单)",
    "resolved_online_rate", "直办率",
    "satisfaction_rate", "满意率",
    "satisfaction_of_reached_rate", "满意率(占接通)",
    "satisfaction_of_called_back_rate", "满意率(占回访)",
    "first_satisfaction_rate", "首次满意率",
    "rework_rate", "发回重办率",
    "solved_rate", "解决率",
    "own_satisfaction_rate", "群众自评满意率",
    "either_satisfaction_rate", "满意率(自评优先)",
    "inspection_rate", "质检得分率",
    "passed_first_rate", "一次审核通过率",
    "return_rate", "退单率",
    "carried_closure_rate", "办结率(含结转)",
    "due_closure_rate", "结案率",
    "due_in_time_rate", "按期结案率",
    "mean_handling_days", "平均办结时长(工作日)",
    "median_handling_minutes", "办理时长中位数(工作分钟)",
    "ninetieth_handling_minutes", "办理时长九成位数(工作分钟)",
    "within_1_rate", "1个工作日内办结率",
    "within_2_rate", "2个工作日内办结率",
    "within_3_rate", "3个工作日内办结率",
    "within_5_rate", "5个工作日内办结率",
    "within_7_rate", "7个工作日内办结率",
    "within_10_rate", "10个工作日内办结率",
    "within_15_rate", "15个工作日内办结率",
]

#: What a table of figures can show.
Figure = Union[Count, Measure]
