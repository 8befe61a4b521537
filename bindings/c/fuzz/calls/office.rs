//! The register, the office's commands, publication and the bulletin.

use std::ffi::CStr;
use std::ptr::{null, null_mut};

use gongdan_c::batch::gd_entries_free;
use gongdan_c::bulletin::{gd_bulletin, gd_hotline_bulletin};
use gongdan_c::caller::*;
use gongdan_c::document::*;
use gongdan_c::find::gd_tickets_free;
use gongdan_c::office::*;
use gongdan_c::overlays::gd_ticket_erase;
use gongdan_c::publish::*;
use gongdan_c::refs::gd_refs_free;
use gongdan_c::register::*;
use gongdan_c::status::GD_OK;

use super::given::{CHANNEL, OTHER_UNIT, PHONE, UNIT};
use super::{Caller, held, sized};

impl Caller<'_> {
    fn entry(&mut self) -> gd_new_entry {
        sized!(gd_new_entry {
            species: self.code(4),
            channel_kind: i32::from(self.below(6)),
            order: u32::from(self.below(5)),
            name: self.text(),
            parent: self.maybe(UNIT),
            group: self.maybe("部门"),
            aliases: self.names(),
            alias_count: u32::from(self.below(3)),
        })
    }

    pub(super) fn register(&mut self) {
        let (h, s) = (self.handle(), self.stamp());
        let (species, from) = (self.code(4), self.moment());
        let (name, to) = (self.name(UNIT), self.text());
        let entry = self.entry();
        let two = [&raw const entry, if self.below(3) == 0 { null() } else { &raw const entry }];
        let mut written = null_mut();
        match self.below(7) {
            0 => held!(self, gd_register_add(h, &s, &entry), written),
            1 => held!(self, gd_register_alias(h, &s, species, name, to), written),
            2 => held!(self, gd_register_rename(h, &s, species, name, to, from), written),
            3 => {
                let (parent, order) = (self.maybe(OTHER_UNIT), u32::from(self.below(9)));
                held!(
                    self,
                    gd_register_place(h, &s, species, name, parent, to, order, from),
                    written
                )
            }
            4 => held!(
                self,
                gd_register_merge(h, &s, species, name, self.name(OTHER_UNIT), from),
                written
            ),
            5 => held!(
                self,
                gd_register_split(
                    h,
                    &s,
                    species,
                    name,
                    two.as_ptr(),
                    u32::from(self.below(3)),
                    from
                ),
                written
            ),
            _ => held!(self, gd_register_retire(h, &s, species, name, from), written),
        };
        unsafe {
            gd_entries_free(written);
            gd_entries_free(written);
        }
    }

    pub(super) fn office(&mut self) {
        let (h, s) = (self.handle(), self.stamp());
        let (mut written, mut rows, mut list, mut seq) = (null_mut(), null_mut(), null_mut(), 0);
        let (period, as_of) = (self.name("2020-09"), self.moment());
        let issue = sized!(gd_new_issue {
            year: 2020,
            number: u32::from(self.below(5)),
            period: period,
            as_of: as_of,
            answers_for: self.maybe("县住建局"),
        });
        match self.below(8) {
            0 => {
                let (channel, day, count) =
                    (self.name(CHANNEL), self.name("2020-09-01"), self.number());
                held!(self, gd_hotline_record_contacts(h, &s, channel, day, count), written)
            }
            1 => held!(
                self,
                gd_hotline_office_json(h, &s, self.name("{\"set_policy\":{}}")),
                written
            ),
            2 => held!(self, gd_hotline_publish(h, &s, &issue, &mut seq)),
            3 => held!(self, gd_hotline_contacts(h, period, as_of), rows),
            4 => held!(self, gd_hotline_account(h, period, as_of), rows),
            5 => held!(self, gd_hotline_followed_up(h, as_of), rows),
            6 => held!(self, gd_hotline_typical_cases(h, period, as_of), list),
            _ => held!(self, gd_hotline_difficult_cases(h, period, as_of), list),
        };
        unsafe { gd_entries_free(written) };
        unsafe { gd_tickets_free(list) };
        self.keep_rows(rows);
    }

    /// A caller's data: masked, in full, exported, erased.
    pub(super) fn person(&mut self) {
        let (h, s, id) = (self.handle(), self.stamp(), self.id());
        let (phone, why) = (self.name(PHONE), self.name("本人申请"));
        let (mut caller, mut records, mut refs) = (null_mut(), null_mut(), null_mut());
        let (mut ticket, mut texts, mut emptied) = (null_mut(), 0, 0);
        match self.below(5) {
            0 => held!(self, gd_ticket_caller(h, id), caller),
            1 => held!(self, gd_ticket_reveal(h, id, &s, why), caller),
            2 => held!(self, gd_hotline_subject_export(h, &s, phone, why), records),
            3 => held!(
                self,
                gd_hotline_subject_erase(h, &s, phone, why, &mut texts, &mut emptied),
                refs
            ),
            _ => held!(self, gd_ticket_erase(h, id, &s, self.seen(), why), ticket),
        };
        unsafe {
            gd_caller_phone(caller);
            gd_caller_free(caller);
            gd_document_free(records);
            gd_refs_free(refs);
        }
        self.keep(ticket);
    }

    pub(super) fn compare(&mut self) {
        let h = self.handle();
        let (mut rows, mut intact) = (null_mut(), 0);
        let (year, number) = (
            if self.below(3) == 0 { self.number() as i32 } else { 2020 },
            u32::from(self.below(5)),
        );
        match self.below(3) {
            0 => held!(self, gd_hotline_issues(h), rows),
            _ => held!(self, gd_hotline_compare(h, year, number, &mut intact), rows),
        };
        self.keep_rows(rows);
    }

    pub(super) fn ask_for_a_bulletin(&mut self) {
        let h = self.handle();
        let asked = sized!(gd_bulletin {
            format: self.code(2),
            year: i32::from(self.below(2)) * 2020,
            number: u32::from(self.below(3)),
            period: self.name("2020-09"),
            as_of: self.moment(),
            title: self.maybe("工作情况通报"),
            printed_on: self.maybe("2020-10-09"),
            to: self.names(),
            to_count: u32::from(self.below(3)),
            remarks: self.names(),
            remark_count: u32::from(self.below(3)),
        });
        let mut document = null_mut();
        if held!(self, gd_hotline_bulletin(h, &asked), document) == GD_OK {
            unsafe {
                let text = CStr::from_ptr(gd_document_bytes(document));
                assert_eq!(text.to_bytes().len() as u64, gd_document_length(document));
                gd_document_free(document);
            }
        }
    }
}
