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
            Self::NoOrder => "排名要有 order".to_owned(),
            Self::NoEffect("first" | "leave_out_zero") => {
                "first、leave_out_zero 只用于排名(rank)".to_owned()
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
            Self::NoOrder => "a ranking needs an order".to_owned(),
            Self::NoEffect(key) => {
                let needs = match *key {
                    "first" | "leave_out_zero" => "only a ranking (rank) keeps or drops lines",
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
