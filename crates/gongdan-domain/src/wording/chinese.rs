//! The office's own sentences.

use crate::deadline::Limit;
use crate::invalid::{Invalid, Problem};
use crate::life::{Bound, Refusal, RefusalCode, Verb, Who};
use crate::vocabulary::Stage;
use crate::working_days::Why;

use super::pieces::{minute, next_steps, range_end};

pub(super) fn refusal(refusal: &Refusal) -> String {
    let (cause, done) = (cause(refusal), doing(refusal.asked));
    match advice(refusal) {
        Some(advice) => format!("{cause},不能{done};{advice}"),
        None => format!("{cause},不能{done}"),
    }
}

/// The verb after 不能.
fn doing(verb: Verb) -> &'static str {
    match verb {
        Verb::Reject => "作不予受理处理",
        Verb::Answer => "答复督办",
        _ => verb.term(),
    }
}

fn cause(refusal: &Refusal) -> String {
    let core = match refusal.code {
        RefusalCode::WrongStage => stage(refusal.stage),
        code => code.term(),
    };
    match refusal.bound {
        None => core.to_owned(),
        Some(Bound::Until(until)) => format!("{core}({})", minute(until)),
        Some(Bound::From(from)) => format!("{core}(须在{}以后)", minute(from)),
        Some(Bound::Times(times)) if refusal.code == RefusalCode::NoCallback => {
            format!("回访未接通不足{times}次")
        }
        Some(Bound::Times(times)) => format!("{core}(上限{times}次)"),
        Some(Bound::Days(days)) => format!("{core}(最多{days}个工作日)"),
        Some(Bound::Leap { given, newest }) => {
            format!("{core}(填写{},最近一笔{};确属如此的请写明)", minute(given), minute(newest))
        }
    }
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Accepted => "工单尚未转办",
        Stage::Transferred => "工单已转办",
        Stage::SignedOff => "工单已签收",
        Stage::Handled => "工单已办结",
        Stage::Rework => "工单正在重办",
        Stage::Difficult => "工单已列为疑难",
        Stage::Closed => "工单已结案",
        Stage::Rejected => "工单已作不予受理处理",
        Stage::Merged => "工单已并单",
    }
}

/// What would be allowed, where it helps a clerk to be told.
fn advice(refusal: &Refusal) -> Option<String> {
    let plain = |advice: &str| Some(advice.to_owned());
    match refusal.code {
        RefusalCode::WrongStage => {
            let steps: Vec<_> = next_steps(refusal).into_iter().map(Verb::term).collect();
            (!steps.is_empty()).then(|| format!("可以:{}…", steps.join("、")))
        }
        RefusalCode::WrongRole => Some(format!("须由{}办理", refusal.asked.row().who.term())),
        RefusalCode::WrongUnit => {
            let holder = [Who::LeadUnit, Who::HoldingUnit, Who::AssistingUnit, Who::FormerUnit];
            let who = Some(refusal.asked.row().who).filter(|who| holder.contains(who))?;
            Some(format!("须由{}办理", who.term()))
        }
        RefusalCode::ReturnPending => plain("请先由中心决定退件申请"),
        RefusalCode::ExtensionPending => plain("请先由中心决定延期申请"),
        RefusalCode::Suspended => plain("请先恢复办理"),
        RefusalCode::AssistantsMissing => plain("请先由协办单位反馈或免予反馈"),
        RefusalCode::NoCallback => plain("请先回访"),
        RefusalCode::ReviewPending => plain("请先审核答复"),
        RefusalCode::NobodyReached => plain("请再回访,或按其他方式结案"),
        RefusalCode::MainIsMerged => plain("请指向最初的工单"),
        RefusalCode::NotSignedOff
        | RefusalCode::AlreadySignedOff
        | RefusalCode::ReasonMissing
        | RefusalCode::RemarkMissing
        | RefusalCode::UnitRetired
        | RefusalCode::UnitTwice
        | RefusalCode::TimeBackwards
        | RefusalCode::TimeLeap
        | RefusalCode::ReturnTooLate
        | RefusalCode::ReturnForbidden
        | RefusalCode::TooManyReturns
        | RefusalCode::NoReturnPending
        | RefusalCode::ExtensionTooLate
        | RefusalCode::ExtensionTooLong
        | RefusalCode::TooManyExtensions
        | RefusalCode::NoExtensionPending
        | RefusalCode::NotSuspended
        | RefusalCode::AlreadyReported
        | RefusalCode::TooManyReworks
        | RefusalCode::MergeIntoItself
        | RefusalCode::UrgedTooSoon
        | RefusalCode::NoSuchSupervision
        | RefusalCode::NothingChanges
        | RefusalCode::NoPromise
        | RefusalCode::NoUnit
        | RefusalCode::Confidential
        | RefusalCode::Ended
        | RefusalCode::InFull
        | RefusalCode::OrderBroken
        | RefusalCode::NoSuchFact
        | RefusalCode::NoSuchAttachment
        | RefusalCode::NoSuchSection
        | RefusalCode::SectionTooLong
        | RefusalCode::NotForwarded
        | RefusalCode::Contradicts
        | RefusalCode::LivedHere
        | RefusalCode::NoReviewPending
        | RefusalCode::RelatedToItself => None,
    }
}

pub(super) fn invalid(invalid: &Invalid, typed: &str) -> String {
    let name = match argument(invalid.argument) {
        Some(word) => format!("{word}({typed})"),
        None => typed.to_owned(),
    };
    format!("{name}{}", problem(&invalid.problem))
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Empty => "不能为空".to_owned(),
        Problem::TooLong { max } => format!("过长,最多{max}个字"),
        Problem::ControlCharacter => "含有控制字符,请删去".to_owned(),
        Problem::Malformed { expected } => format!("格式不对,应为:{}", expectation(expected)),
        Problem::OutOfRange { from, to } => {
            format!("超出范围,应在{}至{}之间", range_end(*from), range_end(*to))
        }
        Problem::Unknown { given, nearest } if nearest.is_empty() => {
            format!("中没有“{given}”")
        }
        Problem::Unknown { given, nearest } => {
            format!("中没有“{given}”,可选:{}", nearest.join("、"))
        }
        Problem::Ambiguous { given, paths } => {
            format!("叫“{given}”的不止一个,请写明:{}", paths.join("、"))
        }
        Problem::Retired { given } => format!("“{given}”已停用"),
        Problem::Duplicate { given } => format!("“{given}”已有或重复"),
        Problem::UnknownYear { year } => {
            format!("缺少{year}年放假安排,请先采用该年的放假通知")
        }
        Problem::NotDefined { given, defined } => {
            format!("在所问的口径和分组下没有“{given}”这项数字,有的是:{}", defined.join("、"))
        }
        Problem::Rule { rule: broken } => format!("不合规则:{}", rule(broken)),
    }
}

/// The office's word for an argument.
fn argument(argument: &str) -> Option<&'static str> {
    Some(match argument {
        "unit" => "成员单位",
        "lead" => "主办单位",
        "assisting" => "协办单位",
        "main" => "主工单",
        "category" => "问题分类",
        "channel" => "渠道",
        "area" => "区域",
        "by" => "经办人",
        "role" => "身份",
        "viewer" | "as" => "查看身份",
        "at" => "时间",
        "as_of" => "截止时间",
        "period" => "统计期间",
        "day" | "date" => "日期",
        "published" => "发布日期",
        "year" => "年份",
        "calendar" => "工作日历",
        "notices" | "notice" => "放假通知",
        "source" => "来源",
        "days" => "天数",
        "limit" => "时限",
        "value" => "规定的值",
        "setting" => "规定",
        "scope" => "适用范围",
        "office_hours" => "办公时间",
        "matter" => "诉求标题",
        "appeal" => "诉求内容",
        "caller_name" => "来电人",
        "caller_phone" => "联系电话",
        "caller_address" => "联系地址",
        "external" => "外部编号",
        "answer" => "答复内容",
        "remark" => "转办意见",
        "reason" => "理由",
        "result" => "办理情况",
        "text" => "文字",
        "note" => "备注",
        "demand" => "督办要求",
        "supervision_kind" => "督办类别",
        "instructed_by" => "批示人",
        "answer_by" => "答复时限",
        "attendees" => "会商参加人",
        "decision" => "会商意见",
        "title" => "案例标题",
        "handling" => "办理结果",
        "outcome" => "结果",
        "satisfaction" => "满意度",
        "kind" => "诉求类型",
        "urgency" => "紧急程度",
        "stage" => "阶段",
        "card" => "亮牌",
        "scheme" => "编码体系",
        "code" => "编码",
        "file_kind" => "附件类型",
        "file_place" => "附件存放处",
        "no" => "序次",
        "size" => "附件大小",
        "sha256" => "附件摘要",
        "name" => "名称",
        "alias" => "别名",
        "to" => "改为",
        "into" => "并入",
        "from" => "起始时间",
        "pause_to" => "恢复时间",
        "group" => "分组",
        "parent" => "上级",
        "place" => "排列位置",
        "channel_kind" => "渠道类别",
        "region" => "地区代码",
        "office" => "主办机关",
        "count" => "数量",
        "rounding" => "取舍",
        _ => return None,
    })
}

fn expectation(expected: &'static str) -> &'static str {
    match expected {
        "a limit" => "时限",
        "a text" => "文字",
        "points as a fraction" => "以分数表示的得分",
        "a whole number" => "整数",
        "a moment" => "日期或时间",
        "yes or no (是/否)" => "是或否",
        "a month, quarter, week, year, or two days" => "年、季度、月、周或两个日期",
        "a number" => "数字",
        "a list of answers" => "满意度列表",
        "yes or no" => "是或否",
        "office hours" => "办公时间",
        "half_up or truncate" => "四舍五入或截断",
        "the name of a measure" => "指标名称",
        "sorts of files" => "附件类型列表",
        "points of a sheet, each with its most" => "质检表各项及满分",
        "shares of a limit in per cent, rising" => "由小到大的时限百分比",
        "names without an equals sign, and no space around them" => "不含等号、前后没有空格的名称",
        "a point of the sheet and its score: 规范用语=18" => {
            "质检表的一项及得分,如:规范用语=18"
        }
        "a file's name without its folder" => "不含文件夹的附件名称",
        "the name of a scheme, without a colon" => "不含冒号的编码体系名称",
        "digits and letters, at most 40" => "数字和字母,最多40个",
        "64 hexadecimal digits" => "64 位十六进制数",
        "a moment after the demand" => "督办之后的时间",
        "mark or refuse" => "mark(受理并注明超期)或 refuse(不予受理)",
        "YYYY-MM-DD HH:MM[:SS], Beijing time" => "YYYY-MM-DD HH:MM[:SS](北京时间)",
        "YYYY, YYYY-Qn, YYYY-MM, YYYY-Wnn, YYYY-MM-DD, or two of these joined by .." => {
            "YYYY、YYYY-Qn、YYYY-MM、YYYY-Wnn、YYYY-MM-DD,或以 .. 相连的两个"
        }
        "notice,YEAR,PUBLISHED,SOURCE, then holiday,DATE,NAME or workday,DATE,NAME" => {
            "notice,年份,发布日期,来源;以下各行为 holiday,日期,名称 或 workday,日期,名称"
        }
        _ => expected,
    }
}

/// The rules of the reference data and of the calendar. One that has no Chinese words yet is
/// quoted as it stands.
fn rule(rule: &'static str) -> &'static str {
    match rule {
        "the centre takes tickets in" => "工单由热线中心受理",
        "what a unit was given or did needs the unit" => "写了转办、签收或办理情况,须同时写明单位",
        "a call to the citizen needs how it went, or an answer" => {
            "写了回访时间,须同时写明回访结果或评价"
        }
        "an answer needs a citizen who was reached" => "未联系上诉求人,不能记录评价",
        "a rating of the citizen's own is made by rate" => "群众自评须用群众评价登记",
        "a rating of the citizen's own says how satisfied they are" => "群众评价须写明满意程度",
        "no sheet of points is set for such a ticket (inspection_sheet)" => {
            "尚未设定适用的质检表(inspection_sheet)"
        }
        "each point of the sheet is given one score" => "质检表每一项须有且只有一个得分",
        "a sample has at most 10,000 tickets: ask of fewer days, or for a smaller share" => {
            "一次抽样不超过一万件,请缩短期间或降低比例"
        }
        "answered_online, terminated and unstated are made by their own commands" => {
            "在线办结、终止办理须用各自的操作,“结案方式不详”只用于历史导入"
        }
        "a day lies in the notice's year, the December before or the January after" => {
            "日期须在通知所属年份及其前后相邻的一个月之内"
        }
        "the last day must not come before the first" => "末日不能早于首日",
        "the end must not come before the beginning" => "结束不能早于开始",
        "a limit ends within ten years of the calendar's working days" => {
            "时限须在日历的十年之内届满"
        }
        "office hours are 1 to 8 stretches within 0 to 1440 minutes, in order and apart" => {
            "办公时间为一至八段,每段在0至1440分钟之内,依次排列,互不重叠"
        }
        "a channel needs a channel kind, nothing else may have one" => {
            "渠道须有渠道类别,其他条目不得有"
        }
        "an entry cannot be merged into itself, nor into one that was merged into it" => {
            "不能并入自身,也不能并入已并入它的条目"
        }
        "an entry that was taken over is not merged again" => "已并入其他条目的,不能再次合并",
        "an entry cannot stand below itself" => "条目不能是自己的上级",
        "only the centre changes the office's rules and reference data" => {
            "办公规则和基础资料只能由热线中心更改"
        }
        "an entry splits into two or more entries of its own species" => {
            "拆分须拆为两个以上同类条目"
        }
        "at_least must not be more than at_most" => "下限不能高于上限",
        "each grade begins below the one before" => "各等级的起始分须逐级降低",
        "this basis does not define the count" => "该口径没有这项统计",
        "this basis does not define the count over tickets" => "该口径没有这项按工单的统计",
        "a batch is open already" => "已有一批操作正在进行",
        "a row of the batch is open" => "这一批操作中有一行尚未结束",
        "no row of the batch is open" => "这一批操作中没有正在进行的一行",
        "no batch is open" => "没有正在进行的一批操作",
        "figures that should agree differ: somebody must answer for it by name" => {
            "应当一致的数字不一致,须有人署名负责方可发布"
        }
        "a what-if needs a limit, a setting or a calendar that is otherwise" => {
            "假设须给出不同的时限、规定或日历"
        }
        "no ranking formula is in force: set one, or give one with the question" => {
            "尚无生效的计分办法:请先设定,或随问题给出"
        }
        "a what-if changes promises: limits of sign-off, handling, total and rework, and hours" => {
            "假设只能改变时限:签收、办理、总时限、重办时限和办公时间"
        }
        "this question is not answered to a unit" => "此项查询不对承办单位开放",
        "an analyst sees no texts" => "统计分析人员不能查看文字",
        "a unit is shown a telephone of one ticket, by reveal, and nothing else in full" => {
            "承办单位只能逐件查看联系电话,其他信息不提供原文"
        }
        "the unit is retired and had no ticket" => "该单位已停用,且没有工单",
        _ => rule,
    }
}

pub(super) fn limit(limit: Limit) -> String {
    match limit {
        Limit::WorkingDays(days) => format!("{days}个工作日"),
        Limit::WorkingMinutes(minutes) => format!("办公时间{}", hours(minutes)),
        Limit::ClockMinutes(minutes) => hours(minutes),
    }
}

fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}分钟"),
        (hours, 0) => format!("{hours}小时"),
        (hours, minutes) => format!("{hours}小时{minutes}分钟"),
    }
}

pub(super) fn why(why: &Why) -> String {
    match why {
        Why::Weekday => "工作日".to_owned(),
        Why::Weekend => "周末休息".to_owned(),
        Why::Holiday(festival) => format!("{festival}放假"),
        Why::MakeUpDay(festival) => format!("{festival}调休上班"),
        Why::WallClock => "按自然时间连续计算".to_owned(),
        Why::Held => "中心暂停计时".to_owned(),
    }
}
