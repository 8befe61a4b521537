//! One issue (期): what is printed, as of when, by whom and for whom.

use gongdan::{Day, Moment, Period};

use crate::column::Column;
use crate::needs::Needs;

/// What one bulletin prints: a [`BulletinQuestion`](crate::BulletinQuestion) in which nothing is left
/// out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The days it is about.
    pub period: Period,
    /// The cut-off: nothing later is seen.
    pub as_of: Moment,
    /// The year in its number, 〔2020〕.
    pub year: i32,
    /// Its number in that year (第9期).
    pub number: u32,
    /// Its title; nothing means one made of the region's name and the period.
    pub title: Option<String>,
    /// The office that publishes it; nothing means that of the founding.
    pub organ: Option<String>,
    /// The day printed on it.
    pub printed_on: Day,
    /// Whom it is reported to (报).
    pub to: Vec<String>,
    /// Whom it is sent to (发).
    pub copies: Vec<String>,
    /// The editor's own words on units that handle late, each a paragraph.
    pub remarks: Vec<String>,
    /// At which level of their tree categories are printed; nothing for each by itself.
    pub category_level: Option<u32>,
    /// At which level of their tree units are printed; nothing for each by itself.
    pub unit_level: Option<u32>,
    /// The columns of the table by category.
    pub category_columns: Vec<Column>,
    /// The columns of the table by unit.
    pub unit_columns: Vec<Column>,
    /// Values from outside (外来数) and the editor's texts, as they were given: name and value.
    pub given: Vec<(String, String)>,
    /// Who gave them.
    pub given_by: Option<String>,
    /// What a format's tables and sentences need beyond category, unit and channel.
    pub needs: Needs,
}
