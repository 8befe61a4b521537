//! The past, the ranking, and what is asked of the rules.

use std::ptr::null_mut;

use gongdan_c::document::gd_document_free;
use gongdan_c::figures::{gd_figures_free, gd_hotline_figures_of};
use gongdan_c::history::gd_history_free;
use gongdan_c::hotline::gd_hotline_last_at;
use gongdan_c::office::{gd_hotline_end_of, gd_hotline_rounding};
use gongdan_c::past::*;
use gongdan_c::publish::gd_hotline_issue;
use gongdan_c::ranking::gd_hotline_rank;
use gongdan_c::refs::{gd_hotline_references, gd_refs_free};
use gongdan_c::written::ranking::gd_ranking;

use super::given::PERIODS;
use super::{Caller, held, sized};

const FORMULAS: [&str; 2] =
    [r#"{"name":"a","from":0,"base":60,"terms":[{"figure":"closure_rate","points":40}]}"#, "{}"];

impl Caller<'_> {
    pub(super) fn past(&mut self) {
        let (h, id, as_of, seen) = (self.handle(), self.id(), self.moment(), self.seldom() as u64);
        let (mut ticket, mut rows, mut history) = (null_mut(), null_mut(), null_mut());
        match self.below(8) {
            0 => held!(self, gd_ticket_get_as_of(h, id, as_of, seen), ticket),
            1 => held!(self, gd_ticket_history_as_of(h, id, as_of, seen), history),
            2 => held!(self, gd_hotline_issue_before(h, as_of, seen), rows),
            3 => held!(self, gd_hotline_issue(h, 2020, u32::from(self.below(12))), rows),
            4 => held!(self, gd_hotline_rank(h, self.ranking()), rows),
            5 => self.rules(),
            6 => self.several(),
            _ => self.referred(),
        };
        unsafe { gd_history_free(history) };
        self.keep(ticket);
        self.keep_rows(rows);
    }

    fn ranking(&mut self) -> *const gd_ranking {
        let formula = if self.below(2) == 0 { self.one_of(&FORMULAS) } else { self.maybe("{}") };
        let ranking = sized!(gd_ranking {
            period: self.one_of(&PERIODS),
            as_of: self.moment(),
            formula: formula,
            seen: self.seldom() as u64,
            basis: self.below(4) as i32,
            effective: self.below(4) as i32,
            level: self.seldom() as u64,
        });
        self.given(ranking)
    }

    fn rules(&mut self) -> i32 {
        let (h, at, mut document) = (self.handle(), self.moment(), null_mut());
        let (mut end, mut rounding) = (0, 0);
        held!(self, gd_hotline_last_at(h, &mut end));
        held!(self, gd_hotline_rounding(h, at, &mut rounding));
        held!(self, gd_hotline_end_of(h, self.code(4), u32::from(self.below(40)), at, &mut end));
        let status = held!(self, gd_hotline_rulebook(h, self.seldom() as u64), document);
        unsafe { gd_document_free(document) };
        status
    }

    fn several(&mut self) -> i32 {
        let (h, count) = (self.handle(), u32::from(self.below(3)));
        let questions = [self.question(), self.question()];
        let questions = self.given_array(&questions);
        let mut answers = [null_mut(); 2];
        let status = unsafe { gd_hotline_figures_of(h, questions, count, answers.as_mut_ptr()) };
        let made = answers.iter().any(|answer| !answer.is_null());
        self.held(status, made, "gd_hotline_figures_of");
        answers.iter().for_each(|answer| unsafe { gd_figures_free(*answer) });
        status
    }

    fn referred(&mut self) -> i32 {
        let (h, ids, mut refs) = (self.handle(), [self.id(), self.id()], null_mut());
        let ids = self.given_array(&ids);
        let status = held!(self, gd_hotline_references(h, ids, u32::from(self.below(3))), refs);
        unsafe { gd_refs_free(refs) };
        status
    }
}
