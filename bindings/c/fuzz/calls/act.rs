//! Commands on tickets.

use std::ptr::null_mut;

use gongdan_c::attachment::gd_ticket_attach_file;
use gongdan_c::ticket::gd_ticket_execute_json;
use gongdan_c::written::beside::*;
use gongdan_c::written::closing::*;
use gongdan_c::written::desk::*;
use gongdan_c::written::dispatch::*;
use gongdan_c::written::handling::*;

use super::given::{CATEGORY, CHANNEL, MATTER, PHONE};
use super::{Caller, held, sized};

/// A digest as it is told.
const DIGEST: &str = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

/// Commands as JSON has them.
const COMMANDS: [&str; 5] = [
    "\"sign_off\"",
    "{\"note\": {\"text\": \"补记\"}}",
    "{\"transfer\": {\"lead\": \"县住建局\"}}",
    "{\"feature\": {\"featured\": true}}",
    "{\"close\": {\"outcome\": 99}}",
];

impl Caller<'_> {
    pub(super) fn take_one_in(&mut self) {
        let (h, s) = (self.handle(), self.stamp());
        let intake = sized!(gd_intake {
            kind: self.code(7),
            urgency: self.code(3),
            confidential: i32::from(self.below(2)),
            channel: self.name(CHANNEL),
            matter: self.words_like(MATTER),
            appeal: self.maybe(MATTER),
            category: self.maybe(CATEGORY),
            caller_name: self.maybe("刘三"),
            caller_phone: self.maybe(PHONE),
            external: self.maybe("S-1"),
            caller_address: self.text(),
            area: self.maybe("洣水镇"),
        });
        let (intake, mut t) = (self.given(intake), null_mut());
        held!(self, gd_ticket_intake(h, s, intake), t);
        self.keep(t);
    }

    pub(super) fn go_on(&mut self) {
        match self.below(5) {
            0 => self.main_path(),
            1 => self.returned(),
            2 => self.promised(),
            3 => self.overlaid(),
            _ => self.ended(),
        }
    }

    fn main_path(&mut self) {
        let (h, s, id) = (self.handle(), self.stamp(), self.id());
        let mut t = null_mut();
        match self.below(8) {
            7 => held!(self, gd_ticket_backfill(h, id, s, self.backfill()), t),
            0 | 1 => {
                let (lead, helpers, count) = (self.unit(), self.names(), u32::from(self.below(3)));
                held!(
                    self,
                    gd_ticket_transfer(h, id, s, lead, helpers, count, self.maybe("请办理")),
                    t
                )
            }
            2 => held!(self, gd_ticket_sign_off(h, id, s), t),
            3 => held!(self, gd_ticket_handle(h, id, s, self.words_like("已修复")), t),
            4 => held!(self, gd_ticket_callback(h, id, s, self.callback()), t),
            5 => held!(self, gd_ticket_close(h, id, s, self.code(8)), t),
            _ => held!(self, gd_ticket_execute_json(h, id, s, self.one_of(&COMMANDS)), t),
        };
        self.keep(t);
    }

    fn backfill(&mut self) -> *const gd_backfill {
        let given = sized!(gd_backfill {
            unit: self.unit(),
            transferred_at: self.number(),
            sign_off_by: self.number(),
            handle_by: self.number(),
            policy_limits: self.code(2),
            signed_off_at: self.number(),
            handled: self.code(3),
            handled_at: self.number(),
            result: self.maybe("已修复"),
            callback: self.code(4),
            called_back_at: self.number(),
            satisfaction: i32::from(self.below(7)),
            attitude: i32::from(self.below(7)),
            solved: i32::from(self.below(4)),
            outcome: self.code(9),
            closed_at: self.number(),
            known_on: self.number(),
            source: self.text(),
            row: self.number() as u64,
        });
        self.given(given)
    }

    fn demand(&mut self) -> *const gd_supervise {
        let given = sized!(gd_supervise {
            unit: self.unit(),
            demand: self.words_like("三日内答复"),
            supervision_kind: self.code(6),
            instructed_by: self.maybe("副县长 王某"),
            answer_by: self.number(),
        });
        self.given(given)
    }

    fn callback(&mut self) -> *const gd_callback {
        let given = sized!(gd_callback {
            outcome: self.code(4),
            satisfaction: i32::from(self.below(7)),
            attitude: i32::from(self.below(7)),
            solved: i32::from(self.below(4)),
        });
        self.given(given)
    }

    fn returned(&mut self) {
        let (h, s, id) = (self.handle(), self.stamp(), self.id());
        let (unit, why) = (self.unit(), self.words_like("不属于本单位"));
        let mut t = null_mut();
        match self.below(19) {
            17 => held!(self, gd_ticket_rate(h, id, s, self.code(6), why), t),
            18 => {
                let scores = [self.words_like("规范用语=18"), self.text()];
                held!(
                    self,
                    gd_ticket_inspect(h, id, s, scores.as_ptr(), u32::from(self.below(3)), why),
                    t
                )
            }
            0 => held!(self, gd_ticket_request_return(h, id, s, why), t),
            1 => held!(self, gd_ticket_grant_return(h, id, s, unit, why), t),
            2 => {
                held!(self, gd_ticket_deny_return(h, id, s, why, i32::from(self.below(2))), t)
            }
            3 => held!(self, gd_ticket_designate(h, id, s, unit, why), t),
            4 => held!(self, gd_ticket_mark_difficult(h, id, s, why), t),
            5 => held!(self, gd_ticket_recall(h, id, s), t),
            6 => held!(self, gd_ticket_send_back(h, id, s, why), t),
            7 => held!(self, gd_ticket_excuse(h, id, s, unit), t),
            8 => held!(self, gd_ticket_report(h, id, s, why), t),
            9 => held!(self, gd_ticket_redispatch(h, id, s, unit, why), t),
            10 => held!(self, gd_ticket_ask_exempt(h, id, s, why), t),
            11 => held!(self, gd_ticket_exempt(h, id, s, unit, why), t),
            12 => held!(self, gd_ticket_unexempt(h, id, s, unit, why), t),
            13 => held!(self, gd_ticket_forward(h, id, s, unit, self.number() as u64), t),
            14 => held!(self, gd_ticket_unforward(h, id, s), t),
            15 => held!(self, gd_ticket_pass_reply(h, id, s), t),
            _ => held!(self, gd_ticket_rework(h, id, s, why), t),
        };
        self.keep(t);
    }

    fn promised(&mut self) {
        let (h, s, id) = (self.handle(), self.stamp(), self.id());
        let why = self.words_like("需现场勘查");
        let mut t = null_mut();
        match self.below(7) {
            0 => {
                let days = if self.below(2) == 0 { 3 } else { self.number() as u64 };
                held!(self, gd_ticket_request_extension(h, id, s, days, why), t)
            }
            1 => held!(self, gd_ticket_grant_extension(h, id, s), t),
            2 => held!(self, gd_ticket_deny_extension(h, id, s, why), t),
            3 => held!(self, gd_ticket_suspend(h, id, s, why), t),
            4 => held!(self, gd_ticket_resume(h, id, s), t),
            5 => held!(self, gd_ticket_reschedule(h, id, s, why), t),
            _ => held!(self, gd_ticket_sign_off(h, id, s), t),
        };
        self.keep(t);
    }

    fn overlaid(&mut self) {
        let (h, s, id) = (self.handle(), self.stamp(), self.id());
        let words = self.words_like("第三次来电");
        let yes = i32::from(self.below(2));
        let mut t = null_mut();
        match self.below(16) {
            13 => held!(self, gd_ticket_remind(h, id, s, u64::from(self.below(3)), words), t),
            14 => held!(self, gd_ticket_unsupervise(h, id, s, u64::from(self.below(3)), words), t),
            15 => held!(self, gd_ticket_consult(h, id, s, words, words), t),
            0 => held!(self, gd_ticket_reclassify(h, id, s, self.name(CATEGORY)), t),
            1 => held!(self, gd_ticket_amend(h, id, s, self.amendment()), t),
            2 => held!(self, gd_ticket_note(h, id, s, words), t),
            3 => held!(self, gd_ticket_confidential(h, id, s, yes), t),
            4 => held!(self, gd_ticket_urge(h, id, s, words), t),
            5 => held!(self, gd_ticket_supervise(h, id, s, self.demand()), t),
            6 => held!(self, gd_ticket_answer(h, id, s, u64::from(self.below(3)), words), t),
            7 => held!(self, gd_ticket_card(h, id, s, self.code(2), self.unit(), words), t),
            8 => {
                let (fact, no) = (self.code(7), u64::from(self.below(3)));
                held!(self, gd_ticket_correct(h, id, s, fact, no, self.number(), words), t)
            }
            9 => {
                let (kind, size) = (self.code(5), self.number() as u64);
                let (digest, place) = (self.maybe(DIGEST), self.maybe("录音系统 113"));
                held!(self, gd_ticket_attach(h, id, s, words, kind, size, digest, place), t)
            }
            10 => {
                let (kind, bytes) = (self.code(5), MATTER.as_bytes());
                let length = bytes.len() as u64;
                held!(self, gd_ticket_attach_file(h, id, s, words, kind, bytes.as_ptr(), length), t)
            }
            11 => held!(self, gd_ticket_detach(h, id, s, u64::from(self.below(3))), t),
            _ => held!(self, gd_ticket_feature(h, id, s, self.featured()), t),
        };
        self.keep(t);
    }

    fn amendment(&mut self) -> *const gd_amend {
        let given = sized!(gd_amend {
            kind: i32::from(self.below(8)),
            urgency: i32::from(self.below(4)),
            area: self.maybe("洣水镇"),
            matter: self.maybe(MATTER),
            appeal: self.text(),
        });
        self.given(given)
    }

    fn featured(&mut self) -> *const gd_feature {
        let given = sized!(gd_feature {
            featured: i32::from(self.below(4)),
            title: self.maybe(MATTER),
            appeal: self.text(),
            handling: self.maybe(MATTER)
        });
        self.given(given)
    }

    fn ended(&mut self) {
        let (h, s, id) = (self.handle(), self.stamp(), self.id());
        let why = self.words_like("已有结论");
        let mut t = null_mut();
        match self.below(12) {
            9 => held!(self, gd_ticket_relate(h, id, s, self.id()), t),
            10 => held!(self, gd_ticket_unrelate(h, id, s), t),
            0 => held!(self, gd_ticket_terminate(h, id, s, why), t),
            1 => held!(self, gd_ticket_reject(h, id, s, why), t),
            2 => held!(self, gd_ticket_resolve_online(h, id, s, why), t),
            3 => held!(self, gd_ticket_merge(h, id, s, self.id()), t),
            4 => held!(self, gd_ticket_unmerge(h, id, s), t),
            5 => held!(self, gd_ticket_repeat(h, id, s, self.id()), t),
            6 => held!(self, gd_ticket_reopen(h, id, s, why), t),
            7 => held!(self, gd_ticket_withdraw(h, id, s, why), t),
            8 => held!(self, gd_ticket_unrepeat(h, id, s), t),
            _ => held!(self, gd_ticket_close(h, id, s, self.code(8)), t),
        };
        self.keep(t);
    }
}
