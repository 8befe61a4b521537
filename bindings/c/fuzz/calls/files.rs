//! Files: copies, what is saved of them, what is checked, how they are opened and closed.

use std::ffi::{c_char, c_void};
use std::ptr::{null, null_mut};

use gongdan_c::batch::gd_hotline_begin;
use gongdan_c::bulletin::{gd_bulletin_save, gd_issue_save};
use gongdan_c::desk::gd_hotline;
use gongdan_c::document::gd_document_free;
use gongdan_c::hotline::*;
use gongdan_c::importing::*;
use gongdan_c::leaving::*;
use gongdan_c::publish::gd_bulletin_publish;
use gongdan_c::refs::*;
use gongdan_c::salvage::*;
use gongdan_c::saving::*;
use gongdan_c::status::*;
use gongdan_c::ticket::gd_hotline_last_ticket;
use gongdan_c::verify::*;
use gongdan_c::viewer::*;
use gongdan_c::written::statuses::*;

use super::look::seen;
use super::{Caller, held, sized};

unsafe extern "C" fn told(context: *mut c_void, done: u64, of: u64) {
    assert!(context.is_null() && done <= of, "{done} of {of}");
}

impl Caller<'_> {
    /// A path of the county's folder.
    pub(super) fn beside(&mut self, name: &str) -> *const c_char {
        self.county.touched = true;
        let path = self.county.beside(name);
        self.lend(path.into_bytes())
    }

    /// A path: the county's own, that of a copy, a new one, or none that can be.
    fn path(&mut self) -> *const c_char {
        match self.below(8) {
            0..=2 => self.beside("county.db"),
            3..=5 => self.beside("copy.db"),
            6 => self.beside("nowhere/file.db"),
            _ => self.no_path(),
        }
    }

    /// None that leads out of the folder.
    fn no_path(&mut self) -> *const c_char {
        match self.below(4) {
            0 => null(),
            1 => self.beside("."),
            2 => self.lend(Vec::new()),
            _ => self.lend(b"\xff\xfe".to_vec()),
        }
    }

    pub(super) fn file(&mut self) {
        match self.below(8) {
            0..=4 if self.unhurried => self.whole_file(),
            5 if self.unhurried => self.close(),
            6 if self.unhurried => self.ask_on_another_thread(),
            0 | 1 => self.head(),
            _ => self.state(),
        }
    }

    fn whole_file(&mut self) {
        match self.below(8) {
            6 => self.leave(),
            7 => self.import(),
            0 => self.copy(),
            1 => self.salvage(),
            2 => self.verify(),
            3 => self.open(),
            4 => self.create(),
            _ => self.save(),
        }
    }

    fn copy(&mut self) {
        let (h, path, mut verified) = (self.handle(), self.path(), null_mut());
        match self.below(2) {
            0 => held!(self, gd_hotline_backup(h, path)),
            _ => held!(self, gd_hotline_backup_verified(h, path), verified),
        };
        self.look_at_verified(verified);
    }

    fn salvage(&mut self) {
        let (from, to) = (self.path(), self.beside("saved.db"));
        let saved = if self.below(2) == 0 { null_mut() } else { self.room() };
        held!(self, gd_salvage(from, to, saved));
    }

    /// Lists and lines on their way out, and lines on their way in.
    fn leave(&mut self) {
        let (h, path) = (self.handle(), self.beside("left.csv"));
        match self.below(4) {
            3 => self.leave_answers(),
            0 => {
                let filter = self.filter();
                let (columns, count) = (self.names(), u32::from(self.below(2)));
                let (labels, mut rows) = (self.code(2), 0);
                let table = self.one_of(&["tickets", "assignments", "contacts", "callbacks"]);
                held!(
                    self,
                    gd_hotline_save_table(
                        h, table, filter, labels, columns, count, path, &mut rows
                    )
                );
            }
            1 => {
                held!(self, gd_hotline_journal(h, path));
            }
            _ => {
                let lines = self.path();
                held!(self, gd_journal_read(lines, path));
            }
        }
    }

    /// Answers that are in hand on their way out.
    fn leave_answers(&mut self) {
        let (place, labels, path) = (self.place(), self.code(2), self.beside("left.csv"));
        held!(self, gd_figures_save(self.figures[place], labels, path));
        held!(self, gd_rows_save(self.rows[place], path));
        let (h, id, mut refs) = (self.handle(), self.ids[place], null_mut());
        held!(self, gd_hotline_references(h, &id, 1), refs);
        held!(self, gd_refs_save(refs, labels, path));
        unsafe { gd_refs_free(refs) };
    }

    /// A sheet that is none, mostly: the reader's own tests have the others.
    fn import(&mut self) {
        let (h, stamp, sheet) = (self.handle(), self.stamp(), self.path());
        let mapping = if self.below(2) == 0 { null() } else { self.no_path() };
        let (flags, refused) = (u32::from(self.below(5)), self.beside("refused.xlsx"));
        let mut report = null_mut();
        held!(self, gd_hotline_import(h, stamp, sheet, mapping, null(), flags, refused), report);
        unsafe { gd_document_free(report) };
    }

    fn head(&mut self) {
        let h = self.handle();
        let mut events = 0;
        let hash = self.buffer(65).cast::<[c_char; 65]>();
        if held!(self, gd_hotline_head(h, &mut events, hash)) == GD_OK {
            seen(hash.cast());
        }
        let at = if self.below(2) == 0 { events } else { self.number() as u64 };
        held!(self, gd_hotline_hash_at(h, at, hash));
    }

    fn verify(&mut self) {
        let (h, hash, mut verified) = (self.handle(), self.buffer(65), null_mut());
        unsafe { gd_hotline_hash_at(h, 3, hash.cast()) };
        let anchor = gd_anchor { seq: 3, hash };
        let other =
            gd_anchor { seq: self.number() as u64, hash: self.words_like("0123456789abcdef") };
        let anchors = self.given_array(&[anchor, other]);
        let count = u32::from(self.below(3));
        held!(self, gd_hotline_verify_against(h, anchors, count, Some(told), null_mut()), verified);
        self.look_at_verified(verified);
    }

    fn look_at_verified(&mut self, verified: *mut gd_verified) {
        if verified.is_null() {
            return;
        }
        held!(self, gd_verified_checked(verified, self.room()));
        unsafe {
            seen(gd_verified_not_checked(verified, u64::from(self.below(3))));
            let count = gd_verified_count(verified);
            gd_verified_at(verified, count, self.room());
            gd_verified_at(verified, 0, self.room());
            gd_verified_free(verified);
        }
    }

    /// A handle more, for a moment.
    fn open(&mut self) {
        let (path, flags, mut hotline) = (self.path(), self.below(4).into(), null_mut());
        let options = sized!(gd_open_options { flags: flags, patience_ms: 1, reading_ms: 1000 });
        let options = if self.below(4) == 0 { null() } else { self.given(options) };
        match self.below(2) {
            0 => held!(self, gd_hotline_open(path, 1), hotline),
            _ => held!(self, gd_hotline_open_with(path, options), hotline),
        };
        held!(self, gd_hotline_health(hotline, self.room()));
        unsafe {
            gd_hotline_close(hotline);
            gd_hotline_close(hotline);
        }
    }

    fn create(&mut self) {
        let (path, stamp, mut hotline) = (self.path(), self.stamp(), null_mut());
        let founding = sized!(gd_founding {
            region: if self.below(2) == 0 { 430_424 } else { self.number() as u32 },
            name: self.words_like("衡东县"),
            office: self.words_like("衡东县行政审批服务局"),
        });
        let founding = self.given(founding);
        held!(self, gd_hotline_create(path, founding, stamp, self.below(5).into()), hotline);
        unsafe { gd_hotline_close(hotline) };
    }

    fn save(&mut self) {
        let ending =
            [".docx", ".html", ".md", ".json", ".xlsx", "", ".DOCX"][usize::from(self.below(7))];
        let (h, asked, path) = (self.handle(), self.bulletin(), self.beside(&format!("b{ending}")));
        let format = self.maybe("plain");
        let (s, answers, number) = (self.stamp(), self.maybe("刘主任"), u32::from(self.below(12)));
        match self.below(4) {
            0 => held!(self, gd_issue_save(h, 2020, number, format, path)),
            1 => held!(self, gd_bulletin_publish(h, s, asked, format, answers, self.room())),
            _ => held!(self, gd_bulletin_save(h, asked, format, path)),
        };
    }

    /// What was opened first is closed first, or last; what is asked of it then is refused.
    fn close(&mut self) {
        let hotline = self.handle();
        self.county.changed = true;
        unsafe { gd_hotline_close(hotline) };
        held!(self, gd_hotline_begin(hotline));
    }

    /// What a viewer's handle answers, and refuses.
    fn view(&mut self) {
        let (h, stamp, mut view) = (self.handle(), self.stamp(), null_mut());
        match self.below(2) {
            0 => held!(self, gd_hotline_viewed_by(h, stamp), view),
            _ => held!(self, gd_hotline_viewed_by_analyst(h), view),
        };
        held!(self, gd_hotline_health(view, self.room()));
        unsafe { gd_hotline_close(view) };
    }

    fn state(&mut self) {
        self.view();
        let h = self.handle();
        unsafe { gd_hotline_last_ticket(h) };
        held!(self, gd_hotline_health(h, self.room()));
    }

    /// A handle may wander between threads, as long as one at a time uses it.
    fn ask_on_another_thread(&mut self) {
        let h = self.handle() as usize;
        let there = std::thread::spawn(move || {
            let mut events = 0;
            unsafe { gd_hotline_head(h as *mut gd_hotline, &mut events, null_mut()) }
        });
        let status = there.join().unwrap_or(GD_E_BUG);
        assert!([GD_OK, GD_E_CLOSED, GD_E_INVALID_INPUT].contains(&status), "{status}");
    }
}
