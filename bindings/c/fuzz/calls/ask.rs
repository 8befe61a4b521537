//! Questions about tickets and figures.

use std::ptr::{null, null_mut};

use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use gongdan_c::arrow::*;
use gongdan_c::attachment::gd_ticket_attached_file;
use gongdan_c::desk::gd_hotline;
use gongdan_c::document::gd_document_free;
use gongdan_c::explain::*;
use gongdan_c::figures::*;
use gongdan_c::find::*;
use gongdan_c::history::*;
use gongdan_c::office::{gd_hotline_since, gd_hotline_what_if};
use gongdan_c::query::*;
use gongdan_c::refs::*;
use gongdan_c::register::gd_hotline_register;
use gongdan_c::status::{GD_OK, gd_status};
use gongdan_c::ticket::*;
use gongdan_c::written::filter::gd_filter;
use gongdan_c::written::question::gd_question;

use super::given::{CATEGORY, CHANNEL, MATTER, PERIODS, UNIT};
use super::look::seen;
use super::{Caller, held, sized};

/// Two that are refused and one that asks for nothing stored: they take no time. Then the views.
const SQL: [&str; 7] = [
    "drop table event",
    "pragma writable_schema = 1",
    "select ?, char(0) || 'x', 1.5, null",
    "select * from v1_tickets",
    "select ?, * from v1_events",
    "select count(*) from v1_by_unit",
    "select number || char(0) || 'x', 1.5, null from v1_tickets",
];

const MEASURES: [&str; 4] = ["closure_rate", "in_time_rate", "satisfaction_rate", "no_such_rate"];

const PROVISIONS: [&str; 3] = [
    "[]",
    "[{\"setting\": \"handle_limit\", \"from\": 1598889600000, \"value\": {\"limit\": {\"working_days\": 1}}}]",
    "[{\"setting\": \"handle_limit\", \"from\": -1, \"value\": {\"limit\": {\"working_days\": 65535}}}]",
];

impl Caller<'_> {
    pub(super) fn filter(&mut self) -> *const gd_filter {
        let stages = self.codes(9);
        let filter = sized!(gd_filter {
            stage: stages,
            stage_count: u32::from(self.below(3)),
            channel: self.maybe(CHANNEL),
            category: self.maybe(CATEGORY),
            unit: self.maybe(UNIT),
            accepted: self.maybe("2020-09"),
            text: if self.below(2) == 1 { self.words_like(MATTER) } else { null() },
            overdue_on: self.seldom(),
            due_from: self.seldom(),
            due_by: self.seldom(),
            open: i32::from(self.below(2)),
            difficult: i32::from(self.below(8) == 7),
            offset: self.seldom() as u64,
            limit: self.seldom() as u64,
        });
        self.given(filter)
    }

    /// Three codes, where an array of codes is asked for.
    pub(super) fn codes(&mut self, most: u8) -> *const i32 {
        let three = [self.code(most), self.code(most), self.code(most)];
        self.given_array(&three)
    }

    pub(super) fn find(&mut self) {
        let (h, filter) = (self.handle(), self.filter());
        let (mut list, mut ticket, mut numbered) = (null_mut(), null_mut(), null_mut());
        if held!(self, gd_hotline_find(h, filter), list) == GD_OK {
            let (place, index) = (self.place(), u64::from(self.below(4)));
            unsafe {
                assert!(gd_tickets_count(list) <= gd_tickets_total(list));
                gd_ticket_free(gd_tickets_at(list, index).cast_mut());
                gd_tickets_free(self.lists[place]);
            }
            self.lists[place] = list;
            self.look_at_ticket(unsafe { gd_tickets_at(list, index) });
        }
        held!(self, gd_ticket_get(self.handle(), self.id()), ticket);
        self.keep(ticket);
        held!(self, gd_ticket_get_by_number(self.handle(), self.name("20200901-0001")), numbered);
        self.keep(numbered);
    }

    pub(super) fn ask_about_one(&mut self) {
        let (mut history, mut promises) = (null_mut(), null_mut());
        let (one, other) = (u64::from(self.below(5)), u64::from(self.below(5)));
        if held!(self, gd_ticket_history(self.handle(), self.id()), history) == GD_OK {
            self.look_at_history(history);
            unsafe { gd_history_free(history) };
        }
        let (no, mut file) = (u64::from(self.below(3)), null_mut());
        if held!(self, gd_ticket_attached_file(self.handle(), self.id(), no), file) == GD_OK {
            unsafe { gd_document_free(file) };
        }
        if held!(self, gd_ticket_explain(self.handle(), self.id()), promises) == GD_OK {
            unsafe { gd_promises_count(promises) };
            held!(self, gd_promises_at(promises, one, self.room()));
            held!(self, gd_promises_day(promises, one, other, self.room()));
            held!(self, gd_promises_move(promises, one, other, self.room()));
            unsafe { gd_promises_free(promises) };
        }
    }

    pub(super) fn look_at_history(&mut self, history: *mut gd_history) {
        let (one, other) = (u64::from(self.below(5)), u64::from(self.below(5)));
        unsafe { gd_history_count(history) };
        held!(self, gd_history_at(history, one, self.room()));
        held!(self, gd_history_text(history, one, other, self.room()));
    }

    pub(super) fn question(&mut self) -> *const gd_question {
        let by = self.codes(10);
        let question = sized!(gd_question {
            basis: self.code(2),
            period: self.one_of(&PERIODS),
            as_of: self.moment(),
            seen: self.seldom() as u64,
            by: by,
            by_count: u32::from(self.below(4)),
            zeros: i32::from(self.below(3)),
        });
        self.given(question)
    }

    pub(super) fn ask_for_figures(&mut self) {
        let (h, question) = (self.handle(), self.question());
        let (mut answer, mut before) = (null_mut(), null_mut());
        match self.below(8) {
            0..=2 if self.unhurried => {
                let (provisions, notices) = (self.one_of(&PROVISIONS), self.maybe("[]"));
                let always = self.maybe("[]");
                held!(
                    self,
                    gd_hotline_what_if(h, question, provisions, always, notices, &mut before),
                    answer
                )
            }
            3..=5 if self.unhurried => {
                let (against, mut year, mut number) = (self.code(3), 0, 0);
                let status = unsafe {
                    gd_hotline_since(
                        h,
                        question,
                        against,
                        &mut answer,
                        &mut before,
                        &mut year,
                        &mut number,
                    )
                };
                self.held(status, !answer.is_null() || !before.is_null(), "gd_hotline_since")
            }
            7 => self.ask_between(h, question),
            _ => held!(self, gd_hotline_figures(h, question), answer),
        };
        unsafe { gd_figures_free(before) };
        self.look_at(answer);
    }

    fn ask_between(&mut self, h: *mut gd_hotline, question: *const gd_question) -> gd_status {
        let (counted, not_counted, mut refs) = (self.code(52), self.code(52), null_mut());
        let status = held!(self, gd_hotline_between(h, question, counted, not_counted), refs);
        self.look_at_refs(refs);
        status
    }

    fn look_at_refs(&mut self, refs: *mut gd_refs) {
        let index = u64::from(self.below(4));
        unsafe {
            assert!(gd_refs_number(refs, gd_refs_count(refs)).is_null());
            seen(gd_refs_number(refs, index));
            gd_refs_id(refs, index);
            gd_refs_free(refs);
        }
    }

    fn look_at(&mut self, answer: *mut gd_figures) {
        if answer.is_null() {
            return;
        }
        let (mut value, mut refs) = (0, null_mut());
        let row = if self.below(2) == 0 { u64::MAX } else { u64::from(self.below(4)) };
        held!(self, gd_figures_value(answer, row, self.code(52), &mut value));
        held!(self, gd_figures_rate(answer, row, self.one_of(&MEASURES), self.room()));
        unsafe {
            gd_figures_count(answer);
            seen(gd_figures_label(answer, row, u64::from(self.below(4))));
            gd_figures_key(answer, row, u64::from(self.below(4)));
        }
        held!(self, gd_hotline_behind(self.handle(), answer, row, self.code(52)), refs);
        self.look_at_refs(refs);
        let place = self.place();
        unsafe { gd_figures_free(self.figures[place]) };
        self.figures[place] = answer;
    }

    pub(super) fn ask_for_rows(&mut self) {
        let h = self.handle();
        let mut answer = null_mut();
        if self.below(4) > 0 {
            held!(self, gd_hotline_register(h, self.code(4), self.moment()), answer);
        } else {
            let value = gd_datum {
                sort: i32::from(self.below(5)),
                reserved: 0,
                integer: self.number(),
                real: 0.5,
                text: self.text(),
            };
            let values = self.given_array(&[value]);
            let (count, steps) = (u32::from(self.below(2)), 1 + u64::from(self.below(250)) * 40);
            let sql = self.one_of(if self.unhurried { &SQL[3..] } else { &SQL[..3] });
            held!(self, gd_hotline_query(h, sql, values, count, steps), answer);
        }
        self.keep_rows(answer);
    }

    pub(super) fn keep_rows(&mut self, answer: *mut gd_rows) {
        if answer.is_null() {
            return;
        }
        let (row, column, place) =
            (u64::from(self.below(4)), u64::from(self.below(4)), self.place());
        unsafe {
            assert!(gd_rows_column(answer, gd_rows_columns(answer)).is_null());
            assert_eq!(gd_rows_integer(answer, gd_rows_count(answer), column), 0);
            seen(gd_rows_text(answer, row, column));
            seen(gd_rows_column(answer, column));
            gd_rows_sort(answer, row, column);
            gd_rows_integer(answer, row, column);
            gd_rows_real(answer, row, column);
            gd_rows_free(self.rows[place]);
        }
        self.rows[place] = answer;
    }

    /// Columns are read to their end by a reader that is not ours.
    pub(super) fn ask_for_columns(&mut self) {
        let h = self.handle();
        let mut stream = FFI_ArrowArrayStream::empty();
        let status = if self.below(3) == 0 {
            let (figures, labels) = (self.figures[self.place()], self.code(2));
            held!(self, gd_figures_arrow(figures, labels, &mut stream))
        } else {
            let filter = self.filter();
            let table = self.one_of(&["tickets", "assignments", "events", "contacts", "callbacks"]);
            let given = if self.below(2) == 0 { null() } else { filter };
            let (columns, count) = (self.names(), u32::from(self.below(2)));
            let batch = u32::from(self.below(20));
            held!(
                self,
                gd_hotline_arrow(h, table, given, self.code(2), columns, count, batch, &mut stream)
            )
        };
        if status == GD_OK {
            let rows = RecordBatchStreamReader::try_new(stream)
                .map(|reader| reader.take(8).filter(Result::is_ok).count());
            assert!(rows.is_ok(), "a stream that was handed out has columns");
        }
    }
}
