//! A mapping for a sheet that no mapping knows yet (拟对照表): its headings under the facts that they seem to be, with
//! what has to be looked at in comments. A clerk corrects it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use gongdan::{Argument, Takes, distance};

use crate::cell::SheetCell;
use crate::error::SheetError;
use crate::mapping::{ACCEPTED_AT, field, fields};
use crate::row::SheetRow;
use crate::sheet::Sheet;
use crate::shipped::SHIPPED;

/// In how many rows from the top the headings are looked for.
const TOP: usize = 20;
/// So many values of a column are looked at, and told, at most.
const VALUES: usize = 30;

/// Other headings of facts, as offices have them.
const ALIASES: &[(&str, &[&str])] = &[
    (
        "external",
        &["工单号", "流水号", "受理编号", "诉求编号", "留言编号", "案件编号", "序列号", "派单编号"],
    ),
    (
        ACCEPTED_AT,
        &[
            "受理日期",
            "登记日期",
            "来件时间",
            "诉求时间",
            "提交时间",
            "反映时间",
            "留言时间",
            "创建时间",
            "上报时间",
        ],
    ),
    ("channel", &["受理渠道", "诉求渠道", "来源", "诉求来源", "受理方式", "处理受理方式"]),
    ("kind", &["诉求性质", "事项类型", "诉求类别"]),
    ("category", &["诉求分类", "问题类别", "事项分类", "归口类别", "一级分类"]),
    ("area", &["区域", "乡镇", "所属乡镇", "街乡镇", "所属街道", "被反映区", "村/社区"]),
    ("matter", &["诉求主题", "事由", "主题", "摘要", "问题描述", "反映事项"]),
    ("appeal", &["诉求详情", "反映内容", "留言详情", "详细内容", "问题内容", "内容"]),
    ("caller_name", &["诉求人", "市民姓名", "来电人姓名", "联系人", "留言用户", "投诉人"]),
    (
        "caller_phone",
        &["来电号码", "联系方式", "手机号", "手机号码", "市民电话", "诉求人电话", "来电电话"],
    ),
    ("caller_address", &["地址", "事发地址", "详细地址", "问题点位"]),
    (
        "unit",
        &[
            "办理单位",
            "办理部门",
            "处理单位",
            "承办部门",
            "主办部门",
            "牵头单位",
            "派往单位",
            "处置单位",
        ],
    ),
    ("transferred_at", &["转派时间", "交办时间", "下派时间", "派发时间"]),
    ("handle_by", &["应办结时间", "截止时间", "要求办结时间", "限办时间"]),
    ("signed_off_at", &["接收时间", "接件时间"]),
    ("handled_at", &["回复时间", "反馈时间", "办复时间", "处理时间"]),
    ("result", &["办理结果", "处理结果", "处置结果", "反馈内容", "办理意见", "答复内容"]),
    ("satisfaction", &["满意情况", "满意程度", "群众满意度", "回访满意度", "评价结果"]),
    ("solved", &["解决情况", "问题是否解决", "是否办成"]),
    ("closed_at", &["办毕时间", "归档时间", "完结时间"]),
];

/// The text of a mapping for a sheet. It is read as it stands, and imports once what it asks for is filled in.
///
/// # Errors
/// A sheet without any row that could be its headings.
pub fn suggest(sheet: &Sheet) -> Result<String, SheetError> {
    let known = known();
    let rows = sheet.rows.iter().take(TOP);
    let placed = rows.map(|row| Placed::of(&known, row));
    let best = placed.reduce(|best, next| if next.found() > best.found() { next } else { best });
    let best = best.filter(|best| best.found() > 0).ok_or_else(|| {
        SheetError::new(
            "前二十行里没有认得的列名;请照“说明.md”自写对照表",
            "no heading of the first twenty rows is known: write a mapping by hand",
        )
    })?;
    Ok(best.written(sheet))
}

/// Every heading that a shipped mapping or the list above has, and what it is.
fn known() -> BTreeMap<String, &'static str> {
    let mut known = BTreeMap::new();
    for shipped in SHIPPED.iter().filter_map(|shipped| shipped.mapping().ok()) {
        for name in fields().map(|field| field.name).chain([ACCEPTED_AT]) {
            for heading in shipped.headings(name) {
                known.entry(plain(heading)).or_insert(name);
            }
        }
    }
    for (name, headings) in ALIASES {
        headings.iter().for_each(|heading| {
            known.entry(plain(heading)).or_insert(*name);
        });
    }
    for field in fields() {
        known.entry(plain(field.chinese)).or_insert(field.name);
    }
    known
}

/// A row taken for the headings.
struct Placed<'a> {
    row: &'a SheetRow,
    /// Facts with their columns and headings, in the order of the columns; whether each was known as it is.
    facts: Vec<(&'static str, u32, String, bool)>,
    /// The levels of a path over several columns.
    levels: Vec<String>,
    /// Headings that mean nothing to anybody.
    foreign: Vec<String>,
}

impl<'a> Placed<'a> {
    fn of(known: &BTreeMap<String, &'static str>, row: &'a SheetRow) -> Self {
        let mut placed = Self { row, facts: Vec::new(), levels: Vec::new(), foreign: Vec::new() };
        for (column, cell) in &row.cells {
            let heading = cell.shown();
            if level(&heading) {
                placed.levels.push(heading);
                continue;
            }
            match meant(known, &heading) {
                Some((name, exact)) => placed.facts.push((name, *column, heading, exact)),
                None => placed.foreign.push(heading),
            }
        }
        if placed.levels.len() == 1 {
            placed.foreign.append(&mut placed.levels);
        }
        placed
    }

    fn found(&self) -> usize {
        let exact = self.facts.iter().filter(|(.., exact)| *exact).count();
        2 * exact + self.levels.len() + (self.facts.len() - exact)
    }

    fn has(&self, name: &str) -> bool {
        self.facts.iter().any(|(fact, ..)| *fact == name)
    }

    fn written(&self, sheet: &Sheet) -> String {
        let mut text = String::from("# 按列名拟的对照表,请逐项核对;各项含义见 说明.md。\n");
        // Writing into a String cannot fail.
        let _ = writeln!(text, "name = \"拟\"\nheader = {}", self.row.number);
        if !sheet.name.is_empty() {
            let _ = writeln!(text, "sheet = {}", quoted(&sheet.name));
        }
        if !self.has(ACCEPTED_AT) {
            text.push_str("# 没有认出受理时间一列:在 [columns] 补上 accepted_at = \"列名\",或写明表格的日期:\n");
            text.push_str("# known_on = \"2026-03-31\"\n");
        }
        text.push_str(
            "# 时限:sheet 表上写的,policy 按当时规定推算,unknown 一律不详\nlimits = \"sheet\"\n",
        );
        text.push_str("# 登记簿里没有的单位、分类、区域:refuse 退回,add 新增\n");
        text.push_str(
            "unknown_unit = \"refuse\"\nunknown_category = \"add\"\nunknown_area = \"add\"\n",
        );
        if !self.levels.is_empty() {
            let levels: Vec<String> = self.levels.iter().map(|level| quoted(level)).collect();
            let _ = writeln!(text, "category_levels = [{}]", levels.join(", "));
        }
        self.columns(&mut text);
        self.constants(&mut text);
        self.values(&mut text, sheet);
        text
    }

    fn columns(&self, text: &mut String) {
        text.push_str("\n[columns]\n");
        let mut said = BTreeSet::new();
        for (name, _, heading, exact) in &self.facts {
            if !said.insert(*name) {
                let _ = writeln!(text, "# “{}”也像是 {name}({}),未用", line(heading), term(name));
                continue;
            }
            let doubt = if *exact { "" } else { ",列名只是相近,请核对" };
            let _ = writeln!(text, "{name} = {}  # {}{doubt}", quoted(heading), term(name));
        }
        if !self.has("matter") && !self.has("appeal") {
            text.push_str(
                "# 没有认出诉求标题或内容:补上 matter = \"列名\",或在 [constants] 写固定值\n",
            );
        }
        for heading in &self.foreign {
            let _ = writeln!(text, "# 未用的列:{}", line(heading));
        }
    }

    fn constants(&self, text: &mut String) {
        text.push_str("\n[constants]\n");
        if !self.has("channel") {
            text.push_str("channel = \"来电\"  # 表上没有来源渠道,请核对\n");
        }
        if !self.has("matter") && !self.has("appeal") {
            text.push_str("# matter = \"(原表无标题)\"\n");
        }
    }

    /// The values of a closed list that nobody knows yet, to be said what they are.
    fn values(&self, text: &mut String, sheet: &Sheet) {
        let mut said = BTreeSet::new();
        for (name, column, ..) in &self.facts {
            let Some(argument) = field(name).filter(|_| said.insert(*name)) else { continue };
            let Some(words) = words(argument) else { continue };
            let below = sheet.rows.iter().filter(|row| row.number > self.row.number);
            let seen: BTreeSet<String> =
                below.filter_map(|row| row.cell(*column)).map(SheetCell::shown).collect();
            let unknown: Vec<&String> = seen
                .iter()
                .filter(|value| !words.iter().any(|(word, term)| word == value || term == value))
                .collect();
            if unknown.is_empty() {
                continue;
            }
            let all: Vec<String> =
                words.iter().map(|(word, term)| format!("{word} {term}")).collect();
            let _ = writeln!(
                text,
                "\n# {}:写成下列之一,\"\" 为不详:{}",
                term_of(argument),
                all.join("、")
            );
            let _ = writeln!(text, "[values.{name}]");
            for value in unknown.iter().take(VALUES) {
                let _ = writeln!(text, "{} = {}", quoted(value), quoted(guessed(value)));
            }
        }
    }
}

/// What a heading seems to be, and whether it is known as it is.
fn meant(known: &BTreeMap<String, &'static str>, heading: &str) -> Option<(&'static str, bool)> {
    let heading = plain(heading);
    if let Some(name) = known.get(&heading) {
        return Some((name, true));
    }
    let letters = heading.chars().count();
    let near = known.iter().filter(|(known, _)| known.chars().count() >= 4 && letters >= 4);
    let near = near.map(|(known, name)| (distance(known, &heading), *name));
    near.min().filter(|(far, _)| *far <= 1).map(|(_, name)| (name, false))
}

/// Whether a heading is a level of a path: 一级分类, 二级业务分类.
fn level(heading: &str) -> bool {
    let plain = plain(heading);
    let numbered = ["一级", "二级", "三级", "四级", "五级"].iter().any(|n| plain.starts_with(n));
    numbered && (plain.ends_with("分类") || plain.ends_with("类别") || plain.ends_with("事项"))
}

/// The words that a fact of a closed list takes, each with its term.
fn words(argument: &Argument) -> Option<Vec<(&'static str, &'static str)>> {
    match argument.takes {
        Takes::Word(list) => Some(list.words.iter().map(|word| (word.word, word.term)).collect()),
        Takes::Flag | Takes::Answer => {
            Some(vec![("yes", "是"), ("no", "否"), ("true", "1"), ("false", "0")])
        }
        _ => None,
    }
}

/// What a value of an answer seems to mean; what it does not tell is unknown.
fn guessed(value: &str) -> &'static str {
    match value {
        "已解决" => "yes",
        "未解决" => "no",
        _ => "",
    }
}

fn term(name: &str) -> &'static str {
    field(name).map_or("受理时间", term_of)
}

fn term_of(argument: &Argument) -> &'static str {
    argument.chinese.split(',').next().unwrap_or_default()
}

/// A text as TOML writes it, on one line.
fn quoted(text: &str) -> String {
    format!("\"{}\"", line(text).replace('\\', "\\\\").replace('"', "\\\""))
}

/// A heading on one line.
fn line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A heading without blanks, signs narrow.
fn plain(heading: &str) -> String {
    crate::placed::plain(heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_of_a_fact_is_one() {
        for (name, _) in ALIASES {
            assert!(*name == ACCEPTED_AT || field(name).is_some(), "{name}");
        }
        assert_eq!(quoted("甲\"\\乙"), "\"甲\\\"\\\\乙\"");
    }
}
