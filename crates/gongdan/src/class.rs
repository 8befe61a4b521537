//! How far the columns of a file may go: one class for every column of the schema, of its views and
//! of the tables that leave the file.

use gongdan_domain::vocabulary;

use crate::fields::Table;

vocabulary! {
    /// How far a column may go (PIPL, article 51: personal information is managed by classes).
    Class, "class" {
        /// What a bulletin prints: counts, and the names of the office's own register.
        Public = 1, "public", "公开";
        /// What the hotline's own people work with: single tickets by number, who did what and
        /// when. Staff are named here: that is what a journal is for.
        Internal = 2, "internal", "内部";
        /// What can name a citizen: every text that somebody typed. Left out of a table unless the
        /// column is asked for by its name, and then without telephone numbers.
        Personal = 3, "personal", "个人信息";
        /// A citizen's name, telephone number and address, and what would find or unlock them. It
        /// leaves by [`Hotline::reveal`](crate::Hotline::reveal) and
        /// [`Hotline::subject_export`](crate::Hotline::subject_export) only, with an event.
        Sensitive = 4, "sensitive", "敏感个人信息";
    }
}

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
        let stored = COLUMNS.iter().flat_map(|(place, class, columns)| {
            columns.split(' ').map(move |column| (*place, column, *class))
        });
        let tables = Table::ALL.iter().flat_map(|table| {
            let read = table.columns().iter().map(|field| (table.word(), field.name, field.class));
            read.chain(table.shown().map(|field| (table.view(), field.name, field.class)))
        });
        stored.chain(tables)
    }
}

/// Table of the file or view of its figures, class, and its columns of that class. A test compares
/// this list with the schema.
const COLUMNS: &[(&str, Class, &str)] = &[
    ("region", Class::Public, "region_id name office"),
    ("region", Class::Internal, "last_seq last_hash last_at office_seq fact_at tickets"),
    ("region", Class::Sensitive, "secret"),
    (
        "event",
        Class::Internal,
        "region_id seq subject at kind by role actor_unit unit_id late satisfied body \
         commitments hash",
    ),
    ("text", Class::Internal, "region_id seq field"),
    ("text", Class::Sensitive, "salt content lookup"),
    ("request", Class::Internal, "region_id request_id subject first_seq last_seq"),
    ("request", Class::Sensitive, "digest"),
    ("day_counter", Class::Public, "region_id day tickets"),
    (
        "ticket",
        Class::Internal,
        "region_id ticket_id number version first_seq last_seq last_at stage channel_id category_id \
         kind urgency area_id external accepted_at accepted_day accepted_month matter_seq \
         appeal_seq result_seq lead_unit_id first_transferred_at transferred_at sign_off_by signed_off_at \
         first_handle_by handle_by total_by handled_at rework_by suspended_at difficult_at \
         return_pending extension_pending callbacks first_called_back_at satisfaction attitude \
         first_closed_at closed_at close_outcome last_closed_at last_close_outcome \
         merged_into repeat_of featured running_by pending_by resolved_online transferred \
         rejected merged waiting ended_at_centre closed closed_late closed_solved \
         closed_explained handled handled_late pending at_centre ended_unreplied \
         awaiting_callback in_rework difficult called_back reached rated satisfied \
         unsatisfied assessed solved rework_tickets rework_times returned return_times \
         extended urged supervised confidential repeats distinct_matters reopened close_times \
         open handling_minutes",
    ),
    (
        "assignment",
        Class::Internal,
        "region_id ticket_id leg last_seq last_at channel_id category_id kind urgency area_id \
         accepted_at accepted_day accepted_month unit_id part designated transferred_at \
         sign_off_by signed_off_at first_handle_by handle_by handled_at ended_at ended_how \
         pending_by unsigned_by accepted pending signed_off sign_off_late handled \
         handled_late assisting returned returned_late extended rework_tickets rework_times",
    ),
    (
        "callback",
        Class::Internal,
        "region_id ticket_id attempt version at outcome satisfaction attitude solved \
         satisfied unit_id",
    ),
    (
        "rework",
        Class::Internal,
        "region_id ticket_id round version ordered_at unit_id rework_by handled_at late \
         reopened",
    ),
    ("closure", Class::Internal, "region_id ticket_id round version at outcome late"),
    ("supervision", Class::Internal, "region_id ticket_id no version at unit_id answered_at"),
    ("contact", Class::Public, "region_id seq at channel_id day contacts"),
    (
        "entry",
        Class::Public,
        "region_id species entry_id last_seq name channel_kind parent_id group_name \
         display_order retired_at merged_at merged_into",
    ),
    ("entry_name", Class::Public, "region_id species entry_id name from_at"),
    ("v1_by_category", Class::Public, "month category accepted closed closed_late"),
    (
        "v1_by_unit",
        Class::Public,
        "month unit accepted pending sign_off_late handled_late open_late",
    ),
    ("v1_by_channel", Class::Public, "month channel contacts"),
    ("问题分类统计", Class::Public, "月份 问题分类 受理件数 综合结案数 超期结案数"),
    (
        "成员单位工单办理情况",
        Class::Public,
        "月份 单位名称 受理案件数 待办理数 未及时签收数 超期已办结 超期未办理",
    ),
];
