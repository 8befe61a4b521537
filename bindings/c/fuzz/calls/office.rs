//! The register, the office's commands, publication and the bulletin.

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};

use gongdan_c::batch::gd_entries_free;
use gongdan_c::bulletin::gd_hotline_bulletin;
use gongdan_c::caller::*;
use gongdan_c::document::*;
use gongdan_c::find::gd_tickets_free;
use gongdan_c::history::{gd_history_free, gd_ticket_reveal_history};
use gongdan_c::hotline::gd_hotline_founder;
use gongdan_c::office::*;
use gongdan_c::publish::*;
use gongdan_c::refs::gd_refs_free;
use gongdan_c::register::*;
use gongdan_c::status::GD_OK;
use gongdan_c::written::bulletin::gd_bulletin;
use gongdan_c::written::persons::gd_ticket_erase;

use super::given::{CHANNEL, DAYS, OTHER_UNIT, PERIODS, PHONE, UNIT};
use super::{Caller, held, sized};

/// Commands to the office as JSON has them.
const OFFICE: [&str; 4] = [
    "{\"provide\": {\"setting\": \"handle_limit\", \"from\": 1598889600000, \"value\": {\"limit\": {\"working_days\": 3}}}}",
    "{\"provide\": {\"setting\": \"return_window\", \"from\": 0, \"value\": {\"limit\": {\"working_days\": 65535}}}}",
    "{\"adopt_notice\": {}}",
    "{\"set_formula\": {}}",
];

impl Caller<'_> {
    fn entry(&mut self) -> *const gd_new_entry {
        let entry = sized!(gd_new_entry {
            species: self.code(4),
            channel_kind: i32::from(self.below(6)),
            order: u32::from(self.below(5)),
            name: self.words_like("消防大队"),
            parent: self.maybe(UNIT),
            group: self.maybe("部门"),
            aliases: self.names(),
            alias_count: u32::from(self.below(3)),
        });
        self.given(entry)
    }

    pub(super) fn register(&mut self) {
        let (h, s) = (self.handle(), self.stamp());
        let (species, from) = (self.code(4), self.moment());
        let (name, to) = (self.name(UNIT), self.text());
        let entry = self.entry();
        let two = [entry, if self.below(3) == 0 { null() } else { self.entry() }];
        let two = self.given_array(&two);
        let mut written = null_mut();
        match self.below(8) {
            0 => held!(self, gd_register_add(h, s, entry), written),
            7 => {
                let (scheme, code) = (self.maybe("GB/T 39666"), self.maybe("010203"));
                held!(self, gd_register_code(h, s, species, name, scheme, code), written)
            }
            1 => held!(self, gd_register_alias(h, s, species, name, to), written),
            2 => held!(self, gd_register_rename(h, s, species, name, to, from), written),
            3 => {
                let (parent, order) = (self.maybe(OTHER_UNIT), u32::from(self.below(9)));
                held!(
                    self,
                    gd_register_place(h, s, species, name, parent, to, order, from),
                    written
                )
            }
            4 => held!(
                self,
                gd_register_merge(h, s, species, name, self.name(OTHER_UNIT), from),
                written
            ),
            5 => held!(
                self,
                gd_register_split(h, s, species, name, two, u32::from(self.below(3)), from),
                written
            ),
            _ => held!(self, gd_register_retire(h, s, species, name, from), written),
        };
        self.see_entries(written);
        unsafe { gd_entries_free(written) };
    }

    pub(super) fn office(&mut self) {
        let (h, s) = (self.handle(), self.stamp());
        let (mut written, mut rows, mut list, mut seq) = (null_mut(), null_mut(), null_mut(), 0);
        let (period, as_of) = (self.one_of(&PERIODS), self.moment());
        let issue = sized!(gd_new_issue {
            year: 2020,
            number: u32::from(self.below(5)),
            period: period,
            as_of: as_of,
            answers_for: self.maybe("县住建局"),
        });
        let issue = self.given(issue);
        match self.below(10) {
            0 => {
                let (channel, day, count) = (self.name(CHANNEL), self.one_of(&DAYS), self.number());
                held!(self, gd_hotline_record_contacts(h, s, channel, day, count), written)
            }
            1 => held!(self, gd_hotline_office_json(h, s, self.one_of(&OFFICE)), written),
            2 => held!(self, gd_hotline_publish(h, s, issue, &mut seq)),
            3 => held!(self, gd_hotline_contacts(h, period, as_of, self.seldom() as u64), rows),
            4 => held!(self, gd_hotline_account(h, period, as_of), rows),
            5 => held!(self, gd_hotline_followed_up(h, as_of), rows),
            8 => held!(self, gd_hotline_seats(h, period, as_of), rows),
            9 => held!(self, gd_hotline_warnings(h, as_of), rows),
            6 => {
                held!(self, gd_hotline_typical_cases(h, period, as_of, self.seldom() as u64), list)
            }
            _ => held!(
                self,
                gd_hotline_difficult_cases(h, period, as_of, self.seldom() as u64),
                list
            ),
        };
        self.see_entries(written);
        unsafe { gd_entries_free(written) };
        unsafe { gd_tickets_free(list) };
        self.keep_rows(rows);
    }

    /// A caller's data: masked, in full, exported, erased.
    pub(super) fn person(&mut self) {
        let (h, s, id) = (self.handle(), self.stamp(), self.id());
        let (phone, why) = (self.name(PHONE), self.name("本人申请"));
        let (mut caller, mut records, mut refs) = (null_mut(), null_mut(), null_mut());
        let (mut ticket, mut history, mut rows) = (null_mut(), null_mut(), null_mut());
        let (mut texts, mut emptied) = (0, 0);
        match self.below(8) {
            0 => held!(self, gd_ticket_caller(h, id), caller),
            1 => held!(self, gd_ticket_reveal(h, id, s, why), caller),
            2 => held!(self, gd_hotline_subject_export(h, s, phone, why), records),
            3 => held!(
                self,
                gd_hotline_subject_erase(h, s, phone, why, &mut texts, &mut emptied),
                refs
            ),
            4 => held!(self, gd_ticket_reveal_history(h, id, s, why), history),
            5 if self.below(2) == 0 => {
                held!(self, gd_hotline_reveals(h, self.text(), self.one_of(&PERIODS)), rows)
            }
            5 => {
                held!(self, gd_hotline_retention(h, self.moment(), u32::from(self.below(40))), rows)
            }
            6 => held!(self, gd_hotline_empty_log(h, &mut emptied)),
            _ => {
                let (fields, count) = (self.codes(13), u32::from(self.below(3)));
                held!(self, gd_ticket_erase(h, id, s, fields, count, why), ticket)
            }
        };
        self.look_at_caller(caller);
        if !history.is_null() {
            self.look_at_history(history);
        }
        unsafe {
            gd_caller_free(caller);
            gd_document_free(records);
            gd_refs_free(refs);
            gd_history_free(history);
        }
        self.keep(ticket);
        self.keep_rows(rows);
    }

    pub(super) fn compare(&mut self) {
        let h = self.handle();
        let (mut rows, mut intact) = (null_mut(), 0);
        let (year, number) = (
            if self.below(3) == 0 { self.number() as i32 } else { 2020 },
            u32::from(self.below(5)),
        );
        match self.below(6) {
            0 => held!(self, gd_hotline_issues(h), rows),
            1 => held!(self, gd_hotline_founder(h), rows),
            2 => held!(self, gd_hotline_withheld(h, year, number), rows),
            3 => held!(self, gd_hotline_corrected(h, year, number), rows),
            _ => held!(self, gd_hotline_compare(h, year, number, &mut intact), rows),
        };
        self.keep_rows(rows);
    }

    pub(super) fn bulletin(&mut self) -> *const gd_bulletin {
        let asked = sized!(gd_bulletin {
            form: self.code(2),
            year: u64::from(self.below(2)) * 2020,
            number: u64::from(self.below(3)),
            period: self.one_of(&PERIODS),
            as_of: self.moment(),
            title: self.maybe("工作情况通报"),
            organ: self.maybe("衡东县"),
            printed_on: if self.below(3) == 2 { self.one_of(&DAYS) } else { null() },
            to: self.names(),
            to_count: u32::from(self.below(3)),
            copies: self.names(),
            copies_count: u32::from(self.below(3)),
            remarks: self.names(),
            remarks_count: u32::from(self.below(3)),
            set: self.names(),
            set_count: u32::from(self.below(3)),
            given_by: self.maybe("统计科"),
            category_columns: self.columns(),
            unit_columns: self.columns(),
        });
        self.given(asked)
    }

    /// Columns of a table as JSON, or what is none.
    fn columns(&mut self) -> *const c_char {
        match self.below(4) {
            0 => self.name("[[\"accepted\", \"受理\"], [\"closed_late_rate\", \"率\", \"超期\"]]"),
            1 => self.name("[[\"sunshine\", \"日照\"]]"),
            2 => self.text(),
            _ => null(),
        }
    }

    pub(super) fn ask_for_a_bulletin(&mut self) {
        let (h, asked) = (self.handle(), self.bulletin());
        let mut document = null_mut();
        if held!(self, gd_hotline_bulletin(h, asked), document) == GD_OK {
            let beside = self.beside("document");
            unsafe {
                let text = CStr::from_ptr(gd_document_bytes(document));
                assert_eq!(text.to_bytes().len() as u64, gd_document_length(document));
            }
            held!(self, gd_document_save(document, beside));
            unsafe { gd_document_free(document) };
        }
    }
}
