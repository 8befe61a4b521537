//! The sections of the built-in layout, sentence by sentence.

use gongdan::{ChannelKind, Count, Measure, Period};

use crate::case::{DifficultTicket, TypicalCase};
use crate::channel::{ChannelAccount, ChannelContacts, ChannelPart, Hands};
use crate::chart::Chart;
use crate::document::{Block, Sentence};
use crate::figure::Figure;
use crate::late::LateUnit;
use crate::model::Bulletin;
use crate::names::{ended, formula, period_words, quoted};

/// The heading of the `number`-th section.
pub(crate) fn heading(number: usize, period: &Period) -> String {
    let period = period_words(period);
    match number {
        1 => format!("一、“12345”政府服务热线{period}运行概况"),
        2 => format!("二、{period}群众诉求问题分类统计"),
        3 => format!("三、{period}成员单位工单办理情况"),
        4 => "四、工单办理较差成员单位情况".to_owned(),
        5 => "五、典型案例".to_owned(),
        6 => "六、疑难工单".to_owned(),
        _ => "七、上期疑难工单督办处理情况".to_owned(),
    }
}

/// 一: contacts and tickets, channels, lateness.
pub(crate) fn overview(bulletin: &Bulletin) -> Vec<Block> {
    let mut paragraphs = vec![intake(bulletin).say("。"), outcome(bulletin)];
    paragraphs.extend(beside(bulletin));
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
    let sentence = sentence.say("共形成有效电子工单").figure(&overview.accepted).say("件,");
    let sentence = sentence.say("其中在线办结数").figure(&overview.resolved_online).say("件");
    sentence.say(",转办工单").figure(&overview.transferred).say("件")
}

/// What stands beside: effective tickets that no unit had, and those that are not effective.
fn beside(bulletin: &Bulletin) -> Option<Sentence> {
    let overview = &bulletin.overview;
    let parts = [
        ("有效电子工单中待派", &overview.waiting),
        ("有效电子工单中由中心终结", &overview.ended_at_centre),
        ("不予受理", &overview.rejected),
        ("并入其他工单", &overview.merged),
    ];
    let parts = parts.into_iter().filter(|(_, figure)| figure.number() > 0);
    let parts: Vec<_> =
        parts.map(|(words, figure)| Sentence::of(words).figure(figure).say("件")).collect();
    (!parts.is_empty()).then(|| Sentence::of("另有:").list(parts, "、").say("。"))
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
        Hands::EndedAtCentre => "中心终结",
        Hands::NoUnit => "暂无单位承办",
        Hands::Unreplied => "未复终结",
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

/// 二: the table, and its picture.
pub(crate) fn categories(bulletin: &Bulletin) -> Vec<Block> {
    let table = Block::Table(bulletin.by_category.clone());
    let chart =
        Chart::column("categories", CATEGORY_CHART, &bulletin.by_category, Count::Accepted.word());
    std::iter::once(table).chain(chart.map(Block::Chart)).collect()
}

const CATEGORY_CHART: &str = "各类问题受理件数";
const LATE_CHART: &str = "各单位超期工单件数";

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
        let rank = Figure::rank(i64::try_from(rank).unwrap_or(i64::MAX));
        let named = [Sentence::default().figure(&rank), Sentence::of(&unit.unit)];
        let figures = [&unit.late, &unit.handled_late, &unit.open_late];
        named.into_iter().chain(figures.map(cell)).collect()
    });
    let grid = Block::Grid(heads.map(str::to_owned).to_vec(), rows.collect());
    let bars = bulletin.late.units.iter().map(|unit| (unit.unit.clone(), unit.late.clone()));
    let chart = Chart::of("units_late", LATE_CHART, bars.collect()).map(Block::Chart);
    let blocks = [Block::Paragraph(Sentence::of(rule)), grid].into_iter();
    blocks.chain(chart).chain(remarks).collect()
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
pub(super) fn told(index: usize, case: &TypicalCase) -> String {
    let title = case.title.clone().unwrap_or_else(|| format!("工单{}", case.number));
    let appeal = case.appeal.as_deref().unwrap_or_default();
    format!("{}、{}{appeal}", index + 1, ended(&title))
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
