//! What a bulletin is asked with: the table of its arguments, and the issue that they make.

use chrono::Datelike;
use gongdan::{Day, Invalid, Moment, Period, Problem, Takes, asked};

use crate::column::Columns;
use crate::edition::Edition;
use crate::names;
use crate::needs::Needs;

asked! {
    /// What a bulletin is asked with: its period and cut-off, its number, and the words on it that are
    /// no figures.
    #[derive(Debug)]
    #[non_exhaustive]
    BulletinQuestion, BULLETIN {
        period: [Period] Takes::Period, "The days it is about", "统计期间";
        as_of: [Moment] Takes::Moment, "The cut-off: nothing later is seen", "截止时间";
        year: [Option<i32>] Takes::Number,
            "The year in its number (期); left out, that in which the period ends",
            "期号的年份,不填则为统计期间结束之年";
        number: [Option<u32>] Takes::Number,
            "Its number in that year (期); left out, that of the month in which the period ends",
            "期号,不填则为统计期间结束的月份";
        title: [Option<String>] Takes::Label,
            "Its title; left out, one made of the region's name and the period",
            "标题,不填则用地区名称和统计期间拟定";
        organ: [Option<String>] Takes::Label,
            "The office that publishes it; left out, that of the founding",
            "印发机关,不填则为建档时的主办机关";
        printed_on: [Option<Day>] Takes::Day,
            "The day printed on it; left out, that of the cut-off", "印发日期,不填则为截止当日";
        to: [Vec<String>] Takes::Label, "Whom it is reported to (报)", "报送对象";
        copies: [Vec<String>] Takes::Label, "Whom it is sent to (发)", "发送对象";
        remarks: [Vec<String>] Takes::Label,
            "The editor's own words on units that handle late, each a paragraph",
            "编者对超期单位的评述,每条一段";
        set: [Vec<String>] Takes::Label,
            "Values from outside and the editor's texts that a format names, each as name=value",
            "版式所列的外来数和编者文字,每条写作“名称=值”";
        given_by: [Option<String>] Takes::Label,
            "Who gave these values; it is printed beside them", "外来数由谁提供,随数印出";
        category_level: [Option<u32>] Takes::Number,
            "At which level of their tree categories are printed, 1 being the top; left out, each by itself",
            "问题分类按第几级合计,1 为最上一级;不填则各自单列";
        unit_level: [Option<u32>] Takes::Number,
            "At which level of their tree units are printed, 1 being the top; left out, each by itself",
            "单位按第几级合计,1 为最上一级;不填则各自单列";
        category_columns: [Option<Columns>] Takes::Structure,
            "The columns of the table by category, each a figure and its heading; left out, the usual ones",
            "分类统计表的各列(指标和表头),不填则用通常的";
        unit_columns: [Option<Columns>] Takes::Structure,
            "The columns of the table by unit, each a figure and its heading; left out, the usual ones",
            "单位统计表的各列(指标和表头),不填则用通常的";
    }
}

/// The longest title, name or paragraph, in characters.
const LONGEST: usize = 1_000;

impl BulletinQuestion {
    /// The bulletin of a period as of a moment, all else left out.
    ///
    /// ```
    /// use gongdan::{Moment, Period};
    /// use gongdan_bulletin::BulletinQuestion;
    /// let asked = BulletinQuestion::new(Period::month(2020, 9)?, Moment::parse_as_of("2020-10-09")?)
    ///     .to("县“四大家”主要负责人")
    ///     .copies("热线各成员单位");
    /// let issue = asked.issue()?;
    /// assert_eq!((issue.year, issue.number), (2020, 9));
    /// assert_eq!(issue.printed_on.to_string(), "2020-10-09");
    /// # Ok::<(), gongdan::Invalid>(())
    /// ```
    pub fn new(period: Period, as_of: Moment) -> Self {
        Self {
            period,
            as_of,
            year: None,
            number: None,
            title: None,
            organ: None,
            printed_on: None,
            to: Vec::new(),
            copies: Vec::new(),
            remarks: Vec::new(),
            set: Vec::new(),
            given_by: None,
            category_level: None,
            unit_level: None,
            category_columns: None,
            unit_columns: None,
        }
    }

    /// The issue that is asked for: what was left out is what its row says.
    ///
    /// # Errors
    /// [`Problem::TooLong`], naming the argument.
    pub fn issue(self) -> Result<Edition, Invalid> {
        self.check()?;
        let last = self.period.last();
        let given = self.set.iter().map(|each| given(each)).collect::<Result<_, _>>()?;
        let columns = |asked: Option<Columns>| asked.map(|columns| columns.0);
        Ok(Edition {
            period: self.period,
            as_of: self.as_of,
            year: self.year.unwrap_or(last.year()),
            number: self.number.unwrap_or(last.month()),
            title: self.title,
            organ: self.organ,
            printed_on: self.printed_on.unwrap_or(self.as_of.day()),
            to: self.to,
            copies: self.copies,
            remarks: self.remarks,
            category_level: self.category_level,
            unit_level: self.unit_level,
            category_columns: columns(self.category_columns)
                .unwrap_or_else(names::category_columns),
            unit_columns: columns(self.unit_columns).unwrap_or_else(names::unit_columns),
            given,
            given_by: self.given_by,
            needs: Needs::default(),
        })
    }

    /// Refuses what is too long to be printed.
    fn check(&self) -> Result<(), Invalid> {
        let texts = [
            ("title", self.title.as_slice()),
            ("organ", self.organ.as_slice()),
            ("to", &self.to),
            ("copies", &self.copies),
            ("remarks", &self.remarks),
            ("set", &self.set),
            ("given_by", self.given_by.as_slice()),
        ];
        let all =
            texts.into_iter().flat_map(|(name, texts)| texts.iter().map(move |one| (name, one)));
        match all.into_iter().find(|(_, text)| text.chars().count() > LONGEST) {
            Some((name, _)) => Err(Invalid::new(name, Problem::TooLong { max: LONGEST })),
            None => Ok(()),
        }
    }
}

/// A name and what it is set to; the last of a name counts.
fn given(told: &str) -> Result<(String, String), Invalid> {
    let parts = told.split_once('=').map(|(name, value)| (name.trim(), value.trim()));
    match parts.filter(|(name, _)| !name.is_empty()) {
        Some((name, value)) => Ok((name.to_owned(), value.to_owned())),
        None => Err(Invalid::new("set", Problem::Malformed { expected: "name=value" })),
    }
}
