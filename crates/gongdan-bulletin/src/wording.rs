//! Every Chinese word of the bulletin: headings, sentences, reasons.

use chrono::Datelike;
use gongdan::{ChannelKind, Count, Day, Measure, Period, Rounding};

use crate::case::{DifficultTicket, TypicalCase};
use crate::channel::{ChannelAccount, ChannelContacts, ChannelPart, Hands};
use crate::document::{Block, Sentence};
use crate::figure::Figure;
use crate::issue::Column;
use crate::late::LateUnit;
use crate::model::Bulletin;
use crate::reason::Reason;
use crate::reconcile::{Check, Side, Which};

pub(crate) const CONTENTS: &str = "目录";
pub(crate) const ANNEX: &str = "附:对账";
pub(crate) const CATEGORY_HEADS: (&str, &str) = ("问题分类", "合计");
pub(crate) const UNIT_HEADS: (&str, &str) = ("单位名称", "合计");
pub(crate) const DIFFICULT_AFTER_TRANSFER: &str = "转办后列为疑难数";
pub(crate) const SUM_OF_LINES: &str = "各行之和";
pub(crate) const TOTAL: &str = "合计";
pub(crate) const CHANNELS: &str = "各渠道受理件数";
pub(crate) const SUM_OF_CHANNELS: &str = "各渠道之和";
pub(crate) const SUM_OF_UNITS_AND_OTHERS: &str = "各承办单位及其他去向之和";
pub(crate) const SAID: &str = "文中所列";
pub(crate) const LATE_UNITS: &str = "超期单位明细";
pub(crate) const SUM_OF_NAMED_UNITS: &str = "所列单位之和";
pub(crate) const LATE: &str = "超期已办结与超期未办理之和";
pub(crate) const TRANSFERRED_AND_LED: &str = "转办件数与成员单位受理件数";
pub(crate) const NOT_CLOSED_AND_PENDING: &str = "未结案件数与成员单位待办理件数";

/// The usual columns of the table by category.
pub(crate) fn category_columns() -> Vec<Column> {
    let columns = [
        ("accepted", "受理件数"),
        ("closed", "综合结案数"),
        ("closed_late", "超期结案数"),
        ("closed_late_rate", "超期结案率"),
    ];
    columns.into_iter().map(|(figure, head)| Column::new(figure, head)).collect()
}

/// The usual columns of the table by unit.
pub(crate) fn unit_columns() -> Vec<Column> {
    UNIT_COLUMNS.iter().map(|(count, head)| Column::new(count.word(), *head)).collect()
}

const UNIT_COLUMNS: [(Count, &str); 5] = [
    (Count::Accepted, "受理案件数"),
    (Count::Pending, "待办理数"),
    (Count::SignOffLate, "未及时签收数"),
    (Count::HandledLate, "超期已办结"),
    (Count::OpenLate, "超期未办理"),
];

/// The usual heading over a unit's count.
pub(crate) fn unit_head(count: Count) -> &'static str {
    let found = UNIT_COLUMNS.iter().find(|(each, _)| *each == count);
    found.map_or(count.term(), |(_, head)| head)
}

pub(crate) fn title(region: &str, period: &Period) -> String {
    format!("{region}“12345”政府服务热线{}工单办理情况通报", period_words(period))
}

pub(crate) fn number(year: i32, number: u32) -> String {
    format!("〔{year}〕第{number}期")
}

pub(crate) fn organ_line(bulletin: &Bulletin) -> String {
    format!("{} {}", bulletin.organ, day(bulletin.printed_on))
}

fn day(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `9月份`, `7—8月份`, `2020年`, or from day to day.
pub(crate) fn period_words(period: &Period) -> String {
    let (first, last) = (period.first(), period.last());
    let one_year = first.year() == last.year();
    match period.whole_months() {
        Some(1) => format!("{}月份", first.month()),
        Some(12) if one_year => format!("{}年", first.year()),
        Some(_) if one_year => format!("{}—{}月份", first.month(), last.month()),
        _ if first == last => day(first),
        _ => format!("{}至{}", day(first), day(last)),
    }
}

/// The heading of the `number`-th section.
pub(crate) fn heading(number: usize, period: &Period) -> String {
    let period = period_words(period);
    match number {
        1 => format!("一、“12345”政府服务热线{period}运行概况"),
        2 => format!("二、{period}群众诉求问题分类统计"),
        3 => format!("三、{period}成员单位工单办理情况"),
        4 => "四、工单办理较差成员单位情况".to_owned(),
        5 => "五、典型案例".to_owned(),
        _ => "六、疑难工单".to_owned(),
    }
}

/// A name inside full-width quotation marks.
pub(crate) fn quoted(name: &str) -> String {
    format!("“{name}”")
}

/// 一: contacts and tickets, channels, lateness.
pub(crate) fn overview(bulletin: &Bulletin) -> Vec<Block> {
    let mut paragraphs = vec![intake(bulletin).say("。"), outcome(bulletin)];
    let written = |channel: &&ChannelAccount| channel.kind != ChannelKind::Call;
    let channels: Vec<_> = bulletin.channels.iter().filter(written).map(channel).collect();
    if !channels.is_empty() {
        paragraphs.push(Sentence::default().list(channels, ";").say("。"));
    }
    paragraphs.push(lateness(bulletin));
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

fn intake(bulletin: &Bulletin) -> Sentence {
    let (overview, region) = (&bulletin.overview, &bulletin.region);
    let period = period_words(&bulletin.period);
    let mut sentence =
        Sentence::of(format!("{period},{region}“12345”政府服务热线接收市民来电总量"))
            .figure(&overview.calls)
            .say("次,");
    let written = bulletin.contacts.iter().filter(|each| each.kind != ChannelKind::Call);
    let written: Vec<_> = written.map(contacts).collect();
    if !written.is_empty() {
        sentence = sentence.say("接收").list(written, "、").say(",");
    }
    let ways = [
        ("其中在线办结数", &overview.resolved_online),
        (",转办工单", &overview.transferred),
        (",不予受理及并单", &overview.ended_at_centre),
        (",待派", &overview.waiting),
    ];
    let sentence = sentence.say("共形成有效电子工单").figure(&overview.accepted).say("件,");
    let told =
        ways.into_iter().enumerate().filter(|(way, (_, figure))| *way < 2 || figure.number() > 0);
    told.fold(sentence, |sentence, (_, (words, figure))| {
        sentence.say(words).figure(figure).say("件")
    })
}

fn contacts(channel: &ChannelContacts) -> Sentence {
    let kind = match channel.kind {
        ChannelKind::Call => "来电",
        ChannelKind::Letter | ChannelKind::Web => "来信",
        ChannelKind::Platform => "转派工单",
    };
    Sentence::of(quoted(&channel.channel) + kind).figure(&channel.contacts).say("件")
}

fn outcome(bulletin: &Bulletin) -> Sentence {
    let overview = &bulletin.overview;
    let rate = &overview.satisfaction_rate;
    let rule = Measure::named(rate.name).map(formula).unwrap_or_default();
    Sentence::of("截至统计时点已综合办结数")
        .figure(&overview.closed)
        .say("件,综合办结率")
        .figure(&overview.closure_rate)
        .say("。热线回访来电人,市民对办理结果的满意率为")
        .figure(rate)
        .say(format!("({rule})。"))
}

fn channel(channel: &ChannelAccount) -> Sentence {
    let sentence =
        Sentence::of(quoted(&channel.channel) + "有效工单").figure(&channel.accepted).say("件");
    let parts: Vec<_> = channel.parts.iter().map(part).collect();
    sentence.say(",具体承办单位为:").list(parts, "、")
}

fn part(part: &ChannelPart) -> Sentence {
    let hands = match &part.hands {
        Hands::Unit(unit) => unit.as_str(),
        Hands::Online => "在线办结",
        Hands::Waiting => "中心待派",
        Hands::EndedAtCentre => "不予受理及并单",
        Hands::NoUnit => "退回中心",
    };
    Sentence::of(hands).figure(&part.tickets).say("件")
}

fn lateness(bulletin: &Bulletin) -> Sentence {
    let late = &bulletin.late;
    let sentence =
        Sentence::of("本期转办工单共计").figure(&bulletin.overview.transferred).say("件,");
    let sentence = sentence.say("超期办结工单共").figure(&late.handled_late).say("件");
    let sentence = units(sentence, &late.units, |unit| &unit.handled_late);
    let sentence = sentence.say(";超期未办理工单共").figure(&late.open_late).say("件");
    units(sentence, &late.units, |unit| &unit.open_late).say("。")
}

fn units(sentence: Sentence, units: &[LateUnit], figure: fn(&LateUnit) -> &Figure) -> Sentence {
    let units = units.iter().filter(|unit| figure(unit).number() > 0);
    let named = |unit: &LateUnit| Sentence::of(&unit.unit).figure(figure(unit)).say("件");
    let named: Vec<_> = units.map(named).collect();
    match named.is_empty() {
        true => sentence,
        false => sentence.say(",具体承办单位为:").list(named, "、"),
    }
}

/// 四: the late units, worst first.
pub(crate) fn late_units(bulletin: &Bulletin) -> Vec<Block> {
    let ranked = bulletin.late.ranked();
    let remarks = bulletin.remarks.iter().map(|remark| Block::Paragraph(Sentence::of(remark)));
    if ranked.is_empty() {
        let none = Block::Paragraph(Sentence::of("本期无超期工单。"));
        return std::iter::once(none).chain(remarks).collect();
    }
    let rule =
        "按超期件数(超期已办结与超期未办理之和)由多到少排列,件数相同的位次并列;无超期的单位不列。";
    let heads = ["位次", "单位名称", "超期件数", "超期已办结", "超期未办理"];
    let cell = |figure| Sentence::default().figure(figure);
    let rows = ranked.into_iter().map(|(rank, unit)| {
        let named = [Sentence::of(rank.to_string()), Sentence::of(&unit.unit)];
        let figures = [&unit.late, &unit.handled_late, &unit.open_late];
        named.into_iter().chain(figures.map(cell)).collect()
    });
    let grid = Block::Grid(heads.map(str::to_owned).to_vec(), rows.collect());
    [Block::Paragraph(Sentence::of(rule)), grid].into_iter().chain(remarks).collect()
}

/// 五: each case with its handling.
pub(crate) fn typical_cases(bulletin: &Bulletin) -> Vec<Block> {
    if bulletin.typical.is_empty() {
        return vec![Block::Paragraph(Sentence::of("本期未选登典型案例。"))];
    }
    let case = |(index, case): (usize, &TypicalCase)| {
        let handling = case.handling.as_ref().map(|text| format!("办理情况:{text}"));
        [Some(told(index, case)), handling].into_iter().flatten()
    };
    let paragraphs = bulletin.typical.iter().enumerate().flat_map(case);
    paragraphs.map(|words| Block::Paragraph(Sentence::of(words))).collect()
}

/// `1、` title and appeal; a ticket whose texts were erased or withheld keeps its number.
fn told(index: usize, case: &TypicalCase) -> String {
    let title = case.title.clone().unwrap_or_else(|| format!("工单{}", case.number));
    let appeal = case.appeal.as_deref().unwrap_or_default();
    format!("{}、{}{appeal}", index + 1, ended(&title))
}

/// A text that ends a sentence, whether or not its writer did.
fn ended(text: &str) -> String {
    match text.ends_with(['。', '!', '?', '…', '”', ';']) {
        true => text.to_owned(),
        false => format!("{text}。"),
    }
}

/// 六: each difficult ticket with what was tried.
pub(crate) fn difficult_tickets(bulletin: &Bulletin) -> Vec<Block> {
    if bulletin.difficult.is_empty() {
        return vec![Block::Paragraph(Sentence::of("本期无疑难工单。"))];
    }
    let paragraphs = bulletin.difficult.iter().enumerate().flat_map(|(index, ticket)| {
        let carried = if ticket.carried_over { "(往期结转)" } else { "" };
        let now = format!("截至统计时点,工单{}无单位受理{carried}。", ticket.case.number);
        [Some(told(index, &ticket.case)), tried(ticket), Some(now)].into_iter().flatten()
    });
    paragraphs.map(|words| Block::Paragraph(Sentence::of(words))).collect()
}

/// The editor's account, or else what each unit said.
fn tried(ticket: &DifficultTicket) -> Option<String> {
    if let Some(edited) = &ticket.case.handling {
        return Some(format!("前期处理结果:{edited}"));
    }
    let said = ticket.statements.iter().map(|statement| match &statement.said {
        Some(said) => format!("{}申请退件,称:{}", statement.unit, ended(said)),
        None => format!("{}申请退件。", statement.unit),
    });
    let reason = ticket.reason.iter().map(|reason| format!("热线中心:{}", ended(reason)));
    let all: String = said.chain(reason).collect();
    (!all.is_empty()).then(|| format!("前期处理结果:{all}"))
}

/// 报, 发, and who printed it when.
pub(crate) fn distribution(bulletin: &Bulletin) -> Vec<Sentence> {
    let line = |word: &str, readers: &[String]| {
        (!readers.is_empty()).then(|| format!("{word}:{}", readers.join("、")))
    };
    let lines = [line("报", &bulletin.to), line("发", &bulletin.copies)];
    let printed = format!("{} 印发", organ_line(bulletin));
    lines.into_iter().flatten().chain([printed]).map(Sentence::of).collect()
}

/// The annex: one row for each comparison, then the tickets between figures that differ.
pub(crate) fn reconciliation(bulletin: &Bulletin) -> Vec<Block> {
    let row = |(index, check): (usize, &Check)| {
        let cells = [(index + 1).to_string(), check.subject.clone(), side(&check.left)];
        let rest = [side(&check.right), verdict(check)];
        cells.into_iter().chain(rest).map(Sentence::of).collect()
    };
    let heads = ["序号", "对账事项", "甲方", "乙方", "结果"].map(str::to_owned).to_vec();
    let rows = bulletin.checks.iter().enumerate().map(row).collect();
    let mut blocks = vec![Block::Paragraph(compared(&bulletin.checks)), Block::Grid(heads, rows)];
    for (index, check) in bulletin.checks.iter().enumerate() {
        if !check.tickets.is_empty() {
            blocks.extend(differing(index + 1, check));
        }
    }
    blocks
}

fn compared(checks: &[Check]) -> Sentence {
    let agreeing = checks.iter().filter(|check| check.agrees()).count();
    let rest = checks.len() - agreeing;
    let lead = format!("本期各项数字逐一核对{}项,其中一致{agreeing}项", checks.len());
    Sentence::of(match rest {
        0 => format!("{lead}。"),
        _ => format!("{lead},有差异{rest}项,差异工单逐件列明如下表后。"),
    })
}

fn side(side: &Side) -> String {
    let terms = side.0.iter().map(|term| format!("{}{}", term.term, term.count));
    let terms = terms.collect::<Vec<_>>().join("+");
    if side.0.len() > 1 { format!("{terms}={}", side.sum()) } else { terms }
}

fn verdict(check: &Check) -> String {
    let difference = (check.left.sum() - check.right.sum()).abs();
    match (check.agrees(), check.accounts_for_all()) {
        (true, _) => "一致".to_owned(),
        (false, true) => format!("相差{difference}件,已列明{}件", check.tickets.len()),
        (false, false) => format!("相差{difference}件,未能全部列明"),
    }
}

fn differing(number: usize, check: &Check) -> [Block; 2] {
    let count = check.tickets.len();
    let words = format!("第{number}项({})差异工单{count}件:", check.subject);
    let heads = ["工单编号", "计入", "统计时点状态"].map(str::to_owned).to_vec();
    let rows = check.tickets.iter().map(|ticket| {
        let counted = match ticket.counted_by {
            Which::Left => "仅甲方",
            Which::Right => "仅乙方",
        };
        [ticket.number.as_str(), counted, reason(ticket.reason)].map(Sentence::of).to_vec()
    });
    [Block::Paragraph(Sentence::of(words)), Block::Grid(heads, rows.collect())]
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::InRework => "发回重办中:单位已办结,中心未结案",
        Reason::AwaitingCallback => "单位已办结,待回访",
        Reason::AwaitingClosure => "单位已办结并已回访,待结案",
        Reason::Pending => "单位办理中",
        Reason::Difficult => "疑难:无单位受理",
        Reason::AtCentre => "已退回中心,待再派",
        Reason::Waiting => "中心待派",
        Reason::Rejected => "不予受理",
        Reason::Merged => "已并单",
        Reason::EndedUnreplied => "单位未答复",
        Reason::Closed => "已结案",
    }
}

/// Which table a figure of a comparison stands in.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    Categories,
    Units,
}

impl Place {
    fn words(self) -> &'static str {
        match self {
            Self::Categories => "问题分类表",
            Self::Units => "成员单位表",
        }
    }
}

pub(crate) fn parts_of(whole: Count) -> String {
    format!("{}的构成", whole.term())
}

pub(crate) fn column_of(place: Place, head: &str) -> String {
    format!("{}“{head}”", place.words())
}

pub(crate) fn total_of(place: Place, head: &str) -> String {
    format!("{}{head}合计", place.words())
}

pub(crate) fn by_ticket_and_by_unit(count: Count) -> String {
    format!("{}:按工单与按成员单位", count.term())
}

pub(crate) fn pair(left: &str, right: &str) -> String {
    format!("{left}与{right}")
}

pub(crate) fn not_closed_of(place: Place) -> String {
    format!("{}受理件数减综合结案数", place.words())
}

/// Cut-off, rules, journal.
pub(crate) fn foot(bulletin: &Bulletin) -> Vec<Sentence> {
    let rules = bulletin.measures();
    let rules = rules.iter().map(|measure| format!("{}={}", measure.term, formula(measure)));
    let rules = rules.collect::<Vec<_>>().join(";");
    let cut = match bulletin.rounding {
        Rounding::HalfUp => "四舍五入",
        Rounding::Truncate => "截断",
    };
    let (period, journal) = (&bulletin.period, &bulletin.journal);
    let days = format!("{}至{}", day(period.first()), day(period.last()));
    let lines = [
        format!("统计范围:{days}受理的工单;统计时点:{}(北京时间)。", bulletin.as_of),
        format!("口径:{rules}。比率{cut}至两位小数,分母为零记“—”。"),
        format!("数据依据:事件{}条,末条校验值{}。", journal.events, journal.hash),
    ];
    lines.into_iter().map(Sentence::of).collect()
}

/// `满意数÷回访数`, `(转办数-超期已办结)÷转办数`.
fn formula(measure: &'static Measure) -> String {
    format!("{}÷{}", terms(measure.numerator), terms(measure.denominator))
}

fn terms(counts: &[(i64, Count)]) -> String {
    let mut words = String::new();
    for (sign, count) in counts {
        if *sign < 0 {
            words.push('-');
        } else if !words.is_empty() {
            words.push('+');
        }
        words.push_str(count.term());
    }
    if counts.len() > 1 { format!("({words})") } else { words }
}
