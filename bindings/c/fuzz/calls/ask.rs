//! Questions about tickets and figures.

use std::ptr::{null, null_mut};

use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use gongdan_c::arrow::*;
use gongdan_c::explain::*;
use gongdan_c::figures::*;
use gongdan_c::find::*;
use gongdan_c::history::*;
use gongdan_c::office::{gd_hotline_since, gd_hotline_what_if};
use gongdan_c::query::*;
use gongdan_c::refs::*;
use gongdan_c::register::gd_hotline_register;
use gongdan_c::status::GD_OK;
use gongdan_c::ticket::*;

use super::given::{CATEGORY, CHANNEL, MATTER, UNIT};
use super::{Caller, held, sized};

const SQL: [&str; 6] = [
    "select * from v1_tickets",
    "select ?, * from v1_history",
    "drop table event",
    "select count(*) from v1_by_unit",
    "pragma writable_schema = 1",
    "select number || char(0) || 'x', 1.5, null from v1_tickets",
];

impl Caller<'_> {
    fn filter(&mut self, stages: &[i32; 2]) -> gd_filter {
        let seldom = |caller: &mut Self| if caller.below(3) == 0 { caller.number() } else { 0 };
        sized!(gd_filter {
            stages: stages.as_ptr(),
            stage_count: u32::from(self.below(3)),
            channel: self.maybe(CHANNEL),
            category: self.maybe(CATEGORY),
            unit: self.maybe(UNIT),
            accepted: self.maybe("2020-09"),
            text: self.maybe(MATTER),
            overdue_at: seldom(self),
            due_by: seldom(self),
            open: i32::from(self.below(2)),
            offset: seldom(self) as u64,
            limit: seldom(self) as u64,
        })
    }

    pub(super) fn find(&mut self) {
        let h = self.handle();
        let stages = [self.code(9), self.code(9)];
        let filter = self.filter(&stages);
        let (mut list, mut ticket, mut numbered) = (null_mut(), null_mut(), null_mut());
        if held!(self, gd_hotline_find(h, &filter), list) == GD_OK {
            let (place, index) = (self.place(), u64::from(self.below(4)));
            unsafe {
                assert!(gd_tickets_count(list) <= gd_tickets_total(list));
                gd_ticket_free(gd_tickets_at(list, index).cast_mut());
                gd_tickets_free(self.lists[place]);
            }
            self.lists[place] = list;
        }
        held!(self, gd_ticket_get(self.handle(), self.id()), ticket);
        self.keep(ticket);
        held!(self, gd_ticket_get_by_number(self.handle(), self.name("20200901-0001")), numbered);
        self.keep(numbered);
    }

    pub(super) fn ask_about_one(&mut self) {
        let (mut history, mut promises) = (null_mut(), null_mut());
        let mut entry = sized!(gd_history_entry {});
        let mut words = sized!(gd_text {});
        let mut promise = sized!(gd_promise {});
        let mut day = sized!(gd_promise_day {});
        let (one, other) = (u64::from(self.below(5)), u64::from(self.below(5)));
        if held!(self, gd_ticket_history(self.handle(), self.id()), history) == GD_OK {
            held!(self, gd_history_at(history, one, &mut entry));
            held!(self, gd_history_text(history, one, other, &mut words));
            unsafe { gd_history_free(history) };
        }
        if held!(self, gd_ticket_explain(self.handle(), self.id()), promises) == GD_OK {
            promise.size =
                if self.below(4) == 0 { u32::from(self.below(80)) } else { promise.size };
            held!(self, gd_promises_at(promises, one, &mut promise));
            held!(self, gd_promises_day(promises, one, other, &mut day));
            unsafe { gd_promises_free(promises) };
        }
    }

    fn question(&mut self, by: &[i32; 3]) -> gd_question {
        sized!(gd_question {
            basis: self.code(2),
            period: self.name("2020-09..2020-10"),
            as_of: self.moment(),
            seen: if self.below(4) == 0 { self.number() as u64 } else { 0 },
            by: by.as_ptr(),
            by_count: u32::from(self.below(4)),
        })
    }

    pub(super) fn ask_for_figures(&mut self) {
        let h = self.handle();
        let by = [self.code(10), self.code(10), self.code(10)];
        let question = self.question(&by);
        let (mut answer, mut before) = (null_mut(), null_mut());
        match self.below(4) {
            0 => {
                let (provisions, notices) = (self.maybe("[]"), self.maybe("[]"));
                held!(
                    self,
                    gd_hotline_what_if(h, &question, provisions, notices, &mut before),
                    answer
                )
            }
            1 => {
                let (against, mut year, mut number) = (self.code(3), 0, 0);
                let status = unsafe {
                    gd_hotline_since(
                        h,
                        &question,
                        against,
                        &mut answer,
                        &mut before,
                        &mut year,
                        &mut number,
                    )
                };
                self.held(status, !answer.is_null() || !before.is_null(), "gd_hotline_since")
            }
            _ => held!(self, gd_hotline_figures(h, &question), answer),
        };
        unsafe { gd_figures_free(before) };
        self.look_at(answer);
    }

    fn look_at(&mut self, answer: *mut gd_figures) {
        if answer.is_null() {
            return;
        }
        let (mut value, mut refs) = (0, null_mut());
        let mut rate = sized!(gd_rate {});
        let row = if self.below(2) == 0 { u64::MAX } else { u64::from(self.below(4)) };
        held!(self, gd_figures_value(answer, row, self.code(52), &mut value));
        held!(self, gd_figures_rate(answer, row, self.name("closure_rate"), &mut rate));
        unsafe { gd_figures_label(answer, row, u64::from(self.below(4))) };
        unsafe { gd_figures_key(answer, row, u64::from(self.below(4))) };
        if held!(self, gd_hotline_behind(self.handle(), answer, row, self.code(52)), refs) == GD_OK
        {
            unsafe {
                gd_refs_number(refs, u64::from(self.below(3)));
                gd_refs_free(refs);
            }
        }
        let place = self.place();
        unsafe { gd_figures_free(self.figures[place]) };
        self.figures[place] = answer;
    }

    pub(super) fn ask_for_rows(&mut self) {
        let h = self.handle();
        let mut answer = null_mut();
        if self.below(4) == 0 {
            held!(self, gd_hotline_register(h, self.code(4), self.number()), answer);
        } else {
            let sql = SQL[usize::from(self.below(SQL.len() as u8))];
            let value = gd_datum {
                sort: i32::from(self.below(5)),
                reserved: 0,
                integer: self.number(),
                real: 0.5,
                text: self.text(),
            };
            let (count, steps) = (u32::from(self.below(2)), 1 + u64::from(self.below(250)) * 400);
            held!(self, gd_hotline_query(h, self.name(sql), &value, count, steps), answer);
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
            gd_rows_text(answer, row, column);
            gd_rows_real(answer, row, column);
            gd_rows_column(answer, column);
            gd_rows_free(self.rows[place]);
        }
        self.rows[place] = answer;
    }

    /// Columns are read to their end by a reader that is not ours.
    pub(super) fn ask_for_columns(&mut self) {
        let h = self.handle();
        let stages = [self.code(9), self.code(9)];
        let mut stream = FFI_ArrowArrayStream::empty();
        let status = if self.below(3) == 0 {
            let (figures, labels) = (self.figures[self.place()], self.code(2));
            held!(self, gd_figures_arrow(figures, labels, &mut stream))
        } else {
            let filter = self.filter(&stages);
            let table = ["tickets", "assignments", "events", "contacts", "callbacks"]
                [usize::from(self.below(5))];
            let given = if self.below(2) == 0 { null() } else { &raw const filter };
            held!(self, gd_hotline_arrow(h, self.name(table), given, self.code(2), &mut stream))
        };
        if status == GD_OK {
            let rows = RecordBatchStreamReader::try_new(stream)
                .map(|reader| reader.take(8).filter(Result::is_ok).count());
            assert!(rows.is_ok(), "a stream that was handed out has columns");
        }
    }
}
