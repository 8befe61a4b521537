//! The words of the annex and the foot: what was compared, by which rules, from which journal.

use gongdan::Rounding;

use crate::check::{Check, Side, Which};
use crate::document::{Block, Sentence};
use crate::model::{Bulletin, Publication};
use crate::names::day;
use crate::reason::Reason;

/// After the number of a bulletin that was not published.
pub(crate) const DRAFT: &str = "(草稿)";
pub(crate) const HEADING: &str = "附:对账";
/// The annex: one row for each comparison, then the tickets between figures that differ.
pub(crate) fn reconciliation(bulletin: &Bulletin) -> Vec<Block> {
    let row = |(index, check): (usize, &Check)| {
        let cells = [(index + 1).to_string(), check.subject.clone(), side(&check.left)];
        let rest = [side(&check.right), verdict(check)];
        cells.into_iter().chain(rest).map(Sentence::of).collect()
    };
    let heads = ["序号", "对账事项", "甲数", "乙数", "结果"].map(str::to_owned).to_vec();
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
            Which::Left => "仅甲数",
            Which::Right => "仅乙数",
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
        Reason::WayUnknown => "历史导入:去向不详",
        Reason::ReplyUnknown => "历史导入:办理情况不详",
        Reason::Closed => "已结案",
    }
}

/// Cut-off, rules, journal.
pub(crate) fn foot(
    bulletin: &Bulletin,
    rules: &[String],
    (rounding, usual): (Rounding, bool),
) -> Vec<Sentence> {
    let rules = rules.join(";");
    let decimals = if usual { "至两位小数" } else { "至所印小数位" };
    let cut = match rounding {
        Rounding::HalfUp => "四舍五入",
        Rounding::Truncate => "截断",
    };
    let (period, journal) = (&bulletin.period, &bulletin.journal);
    let days = format!("{}至{}", day(period.first()), day(period.last()));
    let mut lines = vec![
        format!("统计范围:{days}受理的工单;统计时点:{}(北京时间)。", bulletin.as_of),
        match rules.is_empty() {
            true => String::new(),
            false => format!("口径:{rules}。比率{cut}{decimals},分母为零记“—”。"),
        },
        format!("数据依据:事件{}条,末条校验值{}。", journal.events, journal.hash),
    ];
    lines.extend(bulletin.published.as_ref().map(publication));
    lines.retain(|line| !line.is_empty());
    lines.into_iter().map(Sentence::of).collect()
}

/// When and by whom it was published, and who answers for what does not agree.
fn publication(published: &Publication) -> String {
    let answers = published.answers_for.as_ref();
    let answers = answers.map(|who| format!(",差异由{who}负责")).unwrap_or_default();
    let Publication { at, by, seq, .. } = published;
    format!("发布:{at},{by},第{seq}条事件存档{answers}。")
}

/// 报 and 发.
pub(crate) fn readers(bulletin: &Bulletin) -> Vec<Sentence> {
    let line = |word: &str, readers: &[String]| {
        (!readers.is_empty()).then(|| format!("{word}:{}", readers.join("、")))
    };
    let lines = [line("报", &bulletin.to), line("发", &bulletin.copies)];
    lines.into_iter().flatten().map(Sentence::of).collect()
}
