//! Beside the stage: classification, corrections, urging, cards, cases.

use crate::life::event::TicketEvent;
use crate::life::refusal::{Bound, Denied, RefusalCode};
use crate::life::ticket::Rework;
use crate::moment::Moment;
use crate::policy::Setting;
use crate::text;
use crate::vocabulary::{Card, Kind, Role, Species, TextField, Urgency};

use super::case::Case;
use super::verdict::{Decided, Verdict, one, texts_of};

impl Case<'_> {
    pub(super) fn reclassify(&self, category: Option<&str>) -> Verdict {
        let register = &self.rules.register;
        let find = |name| register.find_active(Species::Category, name, self.at);
        let category = category.map(find).transpose()?.map(|entry| entry.id);
        self.ensure(category != self.ticket.category, RefusalCode::NothingChanges)?;
        one(TicketEvent::Reclassified { category })
    }

    pub(super) fn amend(
        &self,
        kind: Option<Kind>,
        urgency: Option<Urgency>,
        area: Option<&str>,
        matter: Option<&str>,
        appeal: Option<&str>,
    ) -> Verdict {
        let find = |name| self.rules.register.find_active(Species::Area, name, self.at);
        let area = area.map(find).transpose()?.map(|entry| entry.id);
        let texts = texts_of([
            ("matter", TextField::Matter, matter, text::MAX_TEXT),
            ("appeal", TextField::Appeal, appeal, text::MAX_TEXT),
        ])?;
        let changes = kind.is_some() || urgency.is_some() || area.is_some() || !texts.is_empty();
        self.ensure(changes, RefusalCode::NothingChanges)?;
        Ok(vec![Decided { event: TicketEvent::Amended { kind, urgency, area }, texts, at: None }])
    }

    pub(super) fn set_confidential(&self, confidential: bool) -> Verdict {
        self.ensure(confidential != self.ticket.confidential, RefusalCode::NothingChanges)?;
        one(TicketEvent::ConfidentialitySet { confidential })
    }

    /// 催办, at most once in the interval the policy sets.
    pub(super) fn urge(&self, text: Option<&str>) -> Verdict {
        let interval =
            self.rules.policy.limit(Setting::UrgeInterval, &self.ticket.scope(), self.at);
        if let (Some(last), Some(interval)) = (self.ticket.urged.last(), interval) {
            let next = self.on_clock(|clock| clock.limit(*last, interval))?;
            if self.at < next {
                return Err(self.refuse_from(RefusalCode::UrgedTooSoon, Bound::From(next)));
            }
        }
        self.with_optional_text(TicketEvent::Urged, "text", TextField::Note, text)
    }

    pub(super) fn show_card(&self, card: Card, unit: &str, reason: &str) -> Verdict {
        let unit = self.rules.register.find(Species::Unit, unit)?.id;
        self.with_reason(TicketEvent::Carded { card, unit: self.standing(unit) }, reason)
    }

    /// 典型案例: picked by an editor; the edited text stands beside the event.
    pub(super) fn feature(&self, featured: bool, edited: [Option<&str>; 3]) -> Verdict {
        let changes = featured || self.ticket.featured;
        self.ensure(changes, RefusalCode::NothingChanges)?;
        let [title, appeal, handling] = edited;
        let texts = texts_of([
            ("title", TextField::Title, title, text::MAX_TEXT),
            ("appeal", TextField::Appeal, appeal, text::MAX_TEXT),
            ("handling", TextField::Outcome, handling, text::MAX_TEXT),
        ])?;
        Ok(vec![Decided { event: TicketEvent::Featured { featured }, texts, at: None }])
    }

    /// 查看来电人: by the centre at any time; by a unit as long as it may have to ring the citizen, and
    /// never of a confidential ticket.
    pub(super) fn reveal(&self, reason: &str) -> Verdict {
        if self.role == Role::Unit {
            self.ensure(!self.ticket.confidential, RefusalCode::Confidential)?;
            self.ensure(!self.ticket.is_ended(), RefusalCode::Ended)?;
        }
        self.with_reason(TicketEvent::Revealed, reason)
    }

    /// 查看原文: what is shown of a ticket as it was typed, telephone numbers and all, is for no unit.
    pub(super) fn ensure_in_full(&self) -> Result<(), Denied> {
        self.ensure(self.role != Role::Unit, RefusalCode::InFull)
    }

    /// 删除个人信息: each text once, in the order of the word list; none named means all, and
    /// what is told of a file goes together.
    pub(super) fn erase(&self, fields: &[TextField], reason: &str) -> Verdict {
        let of_file = |field: &TextField| TextField::OF_FILE.contains(field);
        let named = |field: &&TextField| {
            let with_it = of_file(field) && fields.iter().any(of_file);
            fields.is_empty() || fields.contains(field) || with_it
        };
        let fields = TextField::ALL.iter().filter(named).copied().collect();
        self.with_reason(TicketEvent::Erased { fields }, reason)
    }

    /// Works the running limits out again, from the same transfer, under the rules of today.
    pub(super) fn reschedule(&self, reason: &str) -> Verdict {
        self.ensure_running()?;
        self.with_reason(self.rescheduled()?, reason)
    }

    pub(super) fn rescheduled(&self) -> Result<TicketEvent, Denied> {
        let (limits, total_by) = (self.afresh()?, self.total_afresh()?);
        let again = |rework: &Rework| {
            let limit = self.limit(Setting::ReworkLimit)?;
            self.limit_since(rework.ordered_at, limit, 0)
        };
        let rework_by = self.ticket.rework().map(again).transpose()?;
        let calendar = self.calendar_version();
        Ok(TicketEvent::Rescheduled { limits, total_by, rework_by, calendar })
    }

    /// The citizen's limit is counted from the first transfer, whoever has the ticket now; once
    /// the first reply is given it is past moving, and where today's rules set none it stays.
    fn total_afresh(&self) -> Result<Option<Moment>, Denied> {
        let (lead, policy) = (self.lead()?, &self.rules.policy);
        let limit = policy.limit(Setting::TotalLimit, &self.ticket.scope(), self.at);
        let Some(limit) = limit.filter(|_| lead.owes()) else { return Ok(self.ticket.total_by) };
        let first = self.ticket.legs.first().map_or(lead.transferred_at, |leg| leg.transferred_at);
        let total_by = self.limit_since(first, limit, 0)?;
        let extended = match lead.extended_days {
            0 => total_by,
            days => {
                let limit = self.limit(Setting::HandleLimit)?;
                self.limit_since(lead.transferred_at, limit, days)?
            }
        };
        Ok(Some(total_by.max(extended)))
    }
}
