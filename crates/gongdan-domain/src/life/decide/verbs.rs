//! Each command of the table, and which part of the rule book decides it.

use crate::life::command::{Command, Verb};
use crate::life::event::TicketEvent;
use crate::life::refusal::Denied;
use crate::life::ticket::Ticket;
use crate::moment::Moment;
use crate::office::Rulebook;
use crate::stamp::Stamp;
use crate::vocabulary::{CloseOutcome, Keeping, TextField};

use super::attachments::File;
use super::case::Case;
use super::correct::Wrong;
use super::supervision::Demand;
use super::verdict::Verdict;

/// Whether somebody may be shown a ticket's texts as they were typed (查看原文): whoever may be shown
/// its caller, but no unit.
///
/// # Errors
/// [`Refused`](crate::Denied::Refused).
pub fn decide_in_full(ticket: &Ticket, stamp: &Stamp, rules: &Rulebook) -> Result<(), Denied> {
    Case::open(ticket, Verb::Reveal, stamp, rules)?.ensure_in_full()
}

/// What a command looks at beside its ticket as it stands.
#[derive(Clone, Copy, Default)]
pub struct Beside<'a> {
    /// The ticket that a merge or repeat names; of a contact (relate), the first ticket of that which is named.
    pub main: Option<&'a Ticket>,
    /// All that happened to the ticket, for a correction.
    pub facts: &'a [(Moment, TicketEvent)],
    /// Where the bytes of an attached file are kept, if they were given with it.
    pub kept: Option<Keeping>,
}

/// Decides a command on a ticket under the rules in force.
///
/// # Errors
/// [`Refused`](crate::Denied::Refused) when a rule of the life is broken,
/// [`Invalid`](crate::Denied::Invalid) when an argument is wrong in itself. Nothing is changed either
/// way.
pub fn decide(
    ticket: &Ticket,
    command: &Command,
    stamp: &Stamp,
    rules: &Rulebook,
    beside: Beside<'_>,
) -> Verdict {
    let case = Case::open(ticket, command.verb(), stamp, rules)?;
    match command {
        Command::ResolveOnline { answer } => case.resolve_online(answer.as_deref()),
        Command::Reject { reason } => case.with_reason(TicketEvent::Rejected, reason),
        Command::Merge { main: id } => case.merge(*id, beside.main),
        Command::Unmerge => case.unmerge(),
        Command::Repeat { main: id } => case.repeat(*id, beside.main),
        Command::Unrepeat => case.unrepeat(),
        Command::Relate { main: id } => case.relate(*id, beside.main),
        Command::Unrelate => case.unrelate(),
        Command::Backfill { .. } => case.backfill(command, stamp.at()),
        Command::Transfer { lead, assisting, remark } => {
            case.transfer(lead, assisting, remark.as_deref())
        }
        Command::Recall => case.recall(),
        Command::Redispatch { to, remark } => case.redispatch(to, remark),
        Command::SignOff => case.sign_off(),
        Command::RequestReturn { reason } => case.request_return(reason),
        Command::GrantReturn { to, remark } => case.grant_return(to.as_deref(), remark.as_deref()),
        Command::DenyReturn { reason, forbid } => case.deny_return(reason, *forbid),
        Command::Designate { unit, remark } => case.designate(unit, remark.as_deref()),
        Command::MarkDifficult { reason } => case.mark_difficult(reason),
        Command::Consult { attendees, decision } => case.consult(attendees, decision),
        Command::RequestExtension { days, reason } => case.request_extension(*days, reason),
        Command::GrantExtension => case.grant_extension(),
        Command::DenyExtension { reason } => case.deny_extension(reason),
        Command::Suspend { reason } => case.suspend(reason),
        Command::Resume => case.resume(),
        Command::Report { result } => case.report(result),
        Command::Excuse { unit } => case.excuse(unit),
        Command::Forward { section, days } => case.forward(section, *days),
        Command::Unforward => case.unforward(),
        Command::Handle { result } => case.handle(result),
        Command::SendBack { reason } => case.send_back(reason),
        Command::PassReply => case.pass_reply(),
        Command::Callback { outcome, satisfaction, attitude, solved } => {
            case.callback(*outcome, *satisfaction, *attitude, *solved)
        }
        Command::Rate { satisfaction, text } => case.rate(*satisfaction, text.as_deref()),
        Command::Inspect { scores, text } => case.inspect(scores, text.as_deref()),
        Command::Rework { reason } => case.rework(reason),
        Command::Close { outcome } => case.close(*outcome),
        Command::Terminate { reason } => case.with_reason(TicketEvent::Terminated, reason),
        Command::Withdraw { reason } => {
            case.with_reason(TicketEvent::Closed { outcome: CloseOutcome::Withdrawn }, reason)
        }
        Command::Reopen { reason } => case.reopen(reason),
        Command::Reclassify { category } => case.reclassify(category.as_deref()),
        Command::Amend { kind, urgency, area, matter, appeal } => {
            case.amend(*kind, *urgency, area.as_deref(), matter.as_deref(), appeal.as_deref())
        }
        Command::Note { text } => case.with_text(TicketEvent::Noted, "text", TextField::Note, text),
        Command::Attach { name, file_kind, size, sha256, file_place } => {
            let (kind, size, place) = (*file_kind, *size, file_place.as_deref());
            case.attach(&File { name, kind, size, sha256, place, kept: beside.kept })
        }
        Command::Detach { no } => case.detach(*no),
        Command::Confidential { confidential } => case.set_confidential(*confidential),
        Command::Urge { text } => case.urge(text.as_deref()),
        Command::Supervise { unit, demand, supervision_kind, instructed_by, answer_by } => {
            let (unit, instructed_by) = (unit.as_deref(), instructed_by.as_deref());
            let (kind, answer_by) = (*supervision_kind, *answer_by);
            case.supervise(&Demand { unit, demand, kind, instructed_by, answer_by })
        }
        Command::Answer { no, result } => case.answer(*no, result),
        Command::Remind { no, text } => case.remind(*no, text.as_deref()),
        Command::Unsupervise { no, reason } => case.unsupervise(*no, reason),
        Command::Card { card, unit, reason } => case.show_card(*card, unit, reason),
        Command::AskExempt { reason } => case.ask_exempt(reason),
        Command::Exempt { unit, reason } => case.exempt(unit, reason),
        Command::Unexempt { unit, reason } => case.unexempt(unit, reason),
        Command::Feature { featured, title, appeal, handling } => {
            let edited = [title, appeal, handling].map(Option::as_deref);
            case.feature(*featured, edited)
        }
        Command::Reschedule { reason } => case.reschedule(reason),
        Command::Correct { fact, no, moment, reason } => {
            let (said, facts) = (stamp.at(), beside.facts);
            let wrong = Wrong { fact: *fact, no: *no, moment: *moment, said, facts };
            case.correct(&wrong, reason)
        }
        Command::Reveal { reason } => case.reveal(reason),
        Command::Erase { fields, reason } => case.erase(fields, reason),
    }
}
