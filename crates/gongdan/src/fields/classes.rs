//! The class of every column of the schema, of its views and of the tables that leave the file: that of
//! its field, or of this list where no field shows it.

use std::collections::BTreeMap;

use super::field::Source;
use crate::words::{Class, Table};

impl Class {
    /// The class of a column; [`Class::Sensitive`] for one that nobody has classed.
    pub fn of(place: &str, column: &str) -> Self {
        let mut all = Self::columns();
        let found = all.find(|(own, each, _)| *own == place && *each == column);
        found.map_or(Self::Sensitive, |(_, _, class)| class)
    }

    /// Every column with its class, as `(table or view, column, class)`: those of the schema, and
    /// then those of each [`Table`](crate::Table) by its word, and of its view by the view's name.
    pub fn columns() -> impl Iterator<Item = (&'static str, &'static str, Self)> {
        let columns = COLUMNS.iter().flat_map(|(place, class, columns)| {
            columns.split(' ').map(move |column| (*place, column, *class))
        });
        let fields = Table::ALL.iter().flat_map(|table| table.columns());
        let fields = fields.filter_map(|field| match field.source {
            Source::Stored(table, column) => Some((table, column, field.class)),
            Source::Flag(..) | Source::Sql(_) | Source::Folded => None,
        });
        let stored: BTreeMap<_, _> =
            fields.chain(columns).map(|(place, column, class)| ((place, column), class)).collect();
        let stored = stored.into_iter().map(|((place, column), class)| (place, column, class));
        let tables = Table::ALL.iter().flat_map(|table| {
            let read = table.columns().iter().map(|field| (table.word(), field.name, field.class));
            read.chain(table.shown().map(|field| (table.view(), field.name, field.class)))
        });
        stored.chain(tables)
    }
}

/// Table of the file or view of its figures, class, and its columns of that class, where no field
/// says it. A test compares the whole with the schema.
const COLUMNS: &[(&str, Class, &str)] = &[
    ("region", Class::Public, "region_id name office"),
    ("region", Class::Internal, "last_seq last_hash last_at office_seq fact_at tickets requests"),
    ("region", Class::Sensitive, "secret"),
    ("event", Class::Internal, "region_id later commitments hash"),
    ("text", Class::Internal, "region_id seq field"),
    ("text", Class::Sensitive, "salt content lookup"),
    ("request", Class::Internal, "region_id request_id number subject first_seq last_seq seal"),
    ("request", Class::Sensitive, "asked"),
    ("day_counter", Class::Public, "region_id day tickets"),
    (
        "ticket",
        Class::Internal,
        "region_id first_seq last_seq accepted_day accepted_month matter_seq appeal_seq \
         result_seq pending_by late_by due_by total_open_by total_late_at demand_open_by flags",
    ),
    (
        "assignment",
        Class::Internal,
        "region_id last_seq last_at accepted_day accepted_month flags satisfaction attitude own_satisfaction sign_off_broken \
         handling_broken returned_late_at pending_by unsigned_by rework_open_by report_open_by",
    ),
    ("callback", Class::Internal, "region_id version leg"),
    ("rework", Class::Internal, "region_id version leg ended_at broken"),
    ("closure", Class::Internal, "region_id version leg unknown"),
    ("supervision", Class::Internal, "region_id version"),
    ("attachment", Class::Internal, "region_id version"),
    ("file", Class::Internal, "region_id seq"),
    ("file", Class::Sensitive, "bytes"),
    ("contact", Class::Public, "region_id"),
    (
        "entry",
        Class::Public,
        "region_id species entry_id last_seq name channel_kind parent_id group_name \
         display_order retired_at merged_at merged_into",
    ),
    ("entry_name", Class::Public, "region_id species entry_id name from_at"),
    ("entry_code", Class::Public, "region_id species entry_id scheme code"),
    ("v1_moment", Class::Public, "region_id as_of"),
    ("v1_entries", Class::Public, "region_id species entry_id now_id name display_order"),
    ("v1_codes", Class::Public, "species name scheme code"),
    ("v1_by_category", Class::Public, "month category accepted closed closed_late"),
    (
        "v1_by_unit",
        Class::Public,
        "month unit accepted pending sign_off_late not_signed_in_time handled_late open_late",
    ),
    ("v1_by_channel", Class::Public, "month channel contacts"),
    ("问题分类统计", Class::Public, "月份 问题分类 受理件数 综合结案数 超期结案数"),
    (
        "成员单位工单办理情况",
        Class::Public,
        "月份 单位名称 受理案件数 待办理数 未及时签收数 超期已办结 超期未办理",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_column_is_classed_beside_its_field() {
        let fields = Table::ALL.iter().flat_map(|table| table.columns());
        let twice = fields.filter_map(|field| match field.source {
            Source::Stored(table, column) => {
                let listed = COLUMNS.iter().any(|(place, _, columns)| {
                    *place == table && columns.split(' ').any(|each| each == column)
                });
                listed.then_some((table, column))
            }
            Source::Flag(..) | Source::Sql(_) | Source::Folded => None,
        });
        let twice: Vec<_> = twice.collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
