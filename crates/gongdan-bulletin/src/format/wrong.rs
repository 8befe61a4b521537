//! The kinds of mistakes in a format, and what is said of each.

use gongdan::Language;

/// What is wrong in a format's file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormatProblem {
    /// Neither a shipped format nor a folder with a `format.toml`.
    UnknownFormat,
    /// The file cannot be read; why, where the machine says so.
    Unread(String),
    /// `format.toml` is not well-formed, or has a setting that is not known.
    Setting(String),
    /// A figure that nobody counts.
    UnknownFigure(String),
    /// A figure that the table or row does not define.
    NotDefined(String),
    /// A name that a template sees nothing under.
    UnknownName(String),
    /// A list of rows that neither the format nor every template has.
    UnknownRows(String),
    /// A word that nothing is called by here.
    NoSuch(String),
    /// A group that no unit is in, or a part that nothing is of.
    NoGroup(String),
    /// A formula that cannot be read.
    Formula(String),
    /// A part that says nothing, two things, or has a name that means something else.
    Part(String),
    /// A number that is too large to stay exact.
    TooLarge(String),
    /// More than a format may have, or print.
    TooMuch,
    /// More decimals than nine.
    Decimals,
    /// A table by two things, or by none.
    ByOrRows,
    /// A column of a figure and a text, or of neither.
    FigureOrText,
    /// A value that the format names and that was not given.
    NotGiven(String),
    /// A value that was given and that the format does not name.
    NotNamed(String),
    /// A value that is not of its kind.
    GivenWrong(String),
    /// A table by something that tickets are not grouped by.
    UnknownGrouping(String),
    /// A table by something that this bulletin was not collected by.
    NotCollected(String),
    /// A ranking without the figure it is ordered by.
    NoOrder,
    /// A key that would have no effect beside the table's others.
    NoEffect(&'static str),
    /// A table without columns, by something for which an issue has none.
    NoColumns,
    /// The number was published in another format, which is named: one number is one document.
    PublishedIn(String),
    /// A template outside the format's folder.
    Outside,
    /// A template that holds the marks of figures, U+E000 and U+E001.
    Marks,
    /// A template whose filter changed a figure.
    Changed,
    /// A template that is not well-formed, names what is not there, or takes too many steps.
    Template(String),
}

impl FormatProblem {
    /// What is wrong, in words.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::UnknownFormat => "没有这个版式,也没有带 format.toml 的这个文件夹".to_owned(),
            Self::Unread(why) => format!("版式文件读不出 {why}").trim().to_owned(),
            Self::Setting(what) => format!("设置有误:{what}"),
            Self::UnknownFigure(name) => format!("没有名为“{name}”的数字"),
            Self::NotDefined(name) => format!("这里按所用的口径和分组没有“{name}”这项数字"),
            Self::UnknownGrouping(name) => format!("没有名为“{name}”的分组"),
            Self::NotCollected(name) => format!("本期没有按“{name}”统计"),
            Self::UnknownName(name) => format!("模板里没有“{name}”"),
            Self::UnknownRows(name) => format!("没有名为“{name}”的行"),
            Self::NoSuch(name) => format!("没有“{name}”"),
            Self::NoGroup(name) => format!("没有单位或工单属于“{name}”"),
            Self::Formula(told) => format!("看不懂公式“{told}”"),
            Self::Part(name) => format!("部分“{name}”要且只要写明一样,名称不能另有所指"),
            Self::TooLarge(name) => format!("“{name}”过大,无法精确计算"),
            Self::TooMuch => "超出一个版式所能有的数量".to_owned(),
            Self::Decimals => "小数最多九位".to_owned(),
            Self::ByOrRows => "表要写 by 或 rows 之一".to_owned(),
            Self::FigureOrText => "列要写 figure 或 text 之一".to_owned(),
            Self::NotGiven(name) => format!("未提供外来数“{name}”:用 --set {name}=值"),
            Self::NotNamed(name) => format!("版式里没有名为“{name}”的外来数([[given]])"),
            Self::GivenWrong(name) => format!("外来数“{name}”的值与其类型不符"),
            Self::NoOrder => "排名要有 order".to_owned(),
            Self::NoEffect("first" | "leave_out_zero") => {
                "first、leave_out_zero 要有 order".to_owned()
            }
            Self::NoEffect("total") => "排名没有合计,不能写 total".to_owned(),
            Self::NoEffect("descending") => "descending 要有 order".to_owned(),
            Self::NoEffect("group") => "group 只用于按单位的表".to_owned(),
            Self::NoEffect(key) => format!("{key} 在这里不起作用"),
            Self::NoColumns => "只有按问题分类、按单位的表可以不写 columns".to_owned(),
            Self::PublishedIn(name) => format!("此期已按版式“{name}”发布:一期只有一份文件"),
            Self::Outside => "模板只能是版式文件夹里的文件".to_owned(),
            Self::Marks => "模板里不能有 U+E000 和 U+E001".to_owned(),
            Self::Changed => "过滤器改动了数字:数字请原样输出".to_owned(),
            Self::Template(what) => format!("模板有误:{what}"),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::UnknownFormat => {
                "no such format is shipped, and no such folder has a format.toml".to_owned()
            }
            Self::Unread(why) => {
                format!("the format's file cannot be read {why}").trim().to_owned()
            }
            Self::Setting(what) | Self::Template(what) => what.clone(),
            Self::UnknownFigure(name) => format!("no figure is called “{name}”"),
            Self::NotDefined(name) => {
                format!("the basis and grouping used here do not define “{name}”")
            }
            Self::UnknownGrouping(name) => format!("no grouping is called “{name}”"),
            Self::NotCollected(name) => format!("the bulletin was not collected by “{name}”"),
            Self::UnknownName(name) => format!("a template sees nothing called “{name}”"),
            Self::UnknownRows(name) => format!("no rows are called “{name}”"),
            Self::NoSuch(name) => format!("nothing is called “{name}” here"),
            Self::NoGroup(name) => format!("no unit or ticket is of “{name}”"),
            Self::Formula(told) => format!("the formula “{told}” cannot be read"),
            Self::Part(name) => {
                format!("the part “{name}” is by one thing, under a name that means nothing else")
            }
            Self::TooLarge(name) => format!("“{name}” is too large to stay exact"),
            Self::TooMuch => "this is more than a format may have or print".to_owned(),
            Self::Decimals => "at most nine decimals".to_owned(),
            Self::ByOrRows => "a table is by something (by), or of named rows (rows)".to_owned(),
            Self::FigureOrText => "a column has a figure or a text".to_owned(),
            Self::NotGiven(name) => format!("“{name}” was not given: --set {name}=VALUE"),
            Self::NotNamed(name) => {
                format!("no value of the format ([[given]]) is called “{name}”")
            }
            Self::GivenWrong(name) => format!("what was given for “{name}” is not of its kind"),
            Self::NoOrder => "a ranking needs an order".to_owned(),
            Self::NoEffect(key) => {
                let needs = match *key {
                    "first" | "leave_out_zero" => "only a table with an order keeps or drops lines",
                    "total" => "a ranking has no sum",
                    "descending" => "there is no order",
                    "group" => "only a table by unit has groups",
                    _ => "nothing asks for it",
                };
                format!("{key} has no effect here: {needs}")
            }
            Self::NoColumns => {
                "only a table by category or by unit can leave its columns to the issue".to_owned()
            }
            Self::PublishedIn(name) => {
                format!(
                    "this number was published in the format {name}: one number is one document"
                )
            }
            Self::Outside => "a template is a file in the format's own folder".to_owned(),
            Self::Marks => "U+E000 and U+E001 are not allowed in a template".to_owned(),
            Self::Changed => "a filter has changed a figure: print figures as they are".to_owned(),
        }
    }
}
