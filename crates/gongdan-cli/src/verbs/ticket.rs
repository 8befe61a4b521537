//! Every command on a ticket as a verb of the command line, in the words of the rule book.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use gongdan::{Batch, Command, Hotline, Result};

use super::ticket_args::{
    Answer, Answered, Call, Category, Closing, Corrections, Demand, Denial, Designated, Excused,
    Featured, Main, More, Next, Noted, Nothing, OnOrOff, Reason, Reply, Shown, To, Urged,
};
use super::{open, receipt};
use crate::exit::Outcome;
use crate::screen::Screen;
use crate::who::{Anyone, Desk, Guards, Member, Overseer, Stamps};

/// A command on one ticket: what `A` says, on behalf of `W`.
#[derive(Args, Debug)]
pub(crate) struct On<A: Args, W: Args = Desk> {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
    #[command(flatten)]
    what: A,
    #[command(flatten)]
    who: W,
    #[command(flatten)]
    guards: Guards,
}

/// The verbs.
#[derive(Subcommand, Debug)]
pub(crate) enum Asked {
    /// Answer the citizen at once; no unit is involved (在线办结)
    ResolveOnline(On<Answer>),
    /// Do not accept the ticket (不予受理)
    Reject(On<Reason>),
    /// Point the ticket at its main ticket (并单)
    Merge(On<Main>),
    /// Take a merger back (撤销并单)
    Unmerge(On<Nothing>),
    /// Mark the ticket as the same matter as another (标记重复)
    Repeat(On<Main>),
    /// Hand the ticket to a unit (转办)
    Transfer(On<To>),
    /// Take a ticket back that nobody signed (撤回)
    Recall(On<Nothing>),
    /// Acknowledge receipt, for a unit (签收)
    SignOff(On<Nothing, Member>),
    /// Say that it is not the unit's (申请退件)
    RequestReturn(On<Reason, Member>),
    /// Grant a return, and go on to another unit if one is named (同意退件)
    GrantReturn(On<Next>),
    /// Deny a return (不同意退件)
    DenyReturn(On<Denial>),
    /// Name a unit that may not return it (指定承办)
    Designate(On<Designated>),
    /// No unit takes it (列为疑难)
    MarkDifficult(On<Reason>),
    /// Ask for more working days, for the lead unit (申请延期)
    RequestExtension(On<More, Member>),
    /// Grant an extension (同意延期)
    GrantExtension(On<Nothing>),
    /// Deny an extension (不同意延期)
    DenyExtension(On<Reason>),
    /// Take a long matter off the clock (挂账)
    Suspend(On<Reason>),
    /// Put it on the clock again (恢复办理)
    Resume(On<Nothing>),
    /// Report, for an assisting unit (协办反馈)
    Report(On<Reply, Member>),
    /// Excuse an assisting unit from reporting (免予反馈)
    Excuse(On<Excused>),
    /// Reply, for the lead unit (办结)
    Handle(On<Reply, Member>),
    /// Send a poor reply back (退回重办)
    SendBack(On<Reason>),
    /// Record an attempt to call the citizen back (回访)
    Callback(On<Call>),
    /// Order it to be done again (发回重办)
    Rework(On<Reason>),
    /// End the ticket (结案)
    Close(On<Closing>),
    /// End a ticket that is with a unit (终止办理)
    Terminate(On<Reason>),
    /// Open a closed ticket on a new fact (重新受理)
    Reopen(On<Reason>),
    /// Put it in another category (更改分类)
    Reclassify(On<Category>),
    /// Correct kind, urgency, area, matter or appeal (更正)
    Amend(On<Corrections>),
    /// Add a note (备注)
    Note(On<Noted, Anyone>),
    /// Withhold the caller's data from the units (设置保密)
    Confidential(On<OnOrOff>),
    /// Urge the unit (催办)
    Urge(On<Urged>),
    /// Demand something of a unit or the centre (督办)
    Supervise(On<Demand, Overseer>),
    /// Answer a demand (督办答复)
    Answer(On<Answered, Member>),
    /// Show a unit a warning card (亮牌)
    Card(On<Shown, Overseer>),
    /// Pick the ticket for the bulletin (选为典型案例)
    Feature(On<Featured>),
    /// Work the running limits out again under the rules of today (重排时限)
    Reschedule(On<Reason>),
}

impl Asked {
    /// Does what is asked.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        use Command as C;
        match self {
            Self::ResolveOnline(on) => on.run(screen, |a| C::ResolveOnline { answer: a.answer }),
            Self::Reject(on) => on.run(screen, |a| C::Reject { reason: a.reason }),
            Self::Merge(on) => on.look_up(screen, |hotline, a| {
                Ok(C::Merge { main: open::ticket(hotline, &a.main)?.id })
            }),
            Self::Unmerge(on) => on.run(screen, |_| C::Unmerge),
            Self::Repeat(on) => on.look_up(screen, |hotline, a| {
                Ok(C::Repeat { main: open::ticket(hotline, &a.main)?.id })
            }),
            Self::Transfer(on) => on.run(screen, |a| C::Transfer {
                lead: a.to,
                assisting: a.assist,
                remark: a.remark,
            }),
            Self::Recall(on) => on.run(screen, |_| C::Recall),
            Self::SignOff(on) => on.run(screen, |_| C::SignOff),
            Self::RequestReturn(on) => on.run(screen, |a| C::RequestReturn { reason: a.reason }),
            Self::GrantReturn(on) => {
                on.run(screen, |a| C::GrantReturn { to: a.to, remark: a.remark })
            }
            Self::DenyReturn(on) => {
                on.run(screen, |a| C::DenyReturn { reason: a.reason, forbid: a.forbid })
            }
            Self::Designate(on) => {
                on.run(screen, |a| C::Designate { unit: a.to, remark: a.remark })
            }
            Self::MarkDifficult(on) => on.run(screen, |a| C::MarkDifficult { reason: a.reason }),
            Self::RequestExtension(on) => {
                on.run(screen, |a| C::RequestExtension { days: a.days, reason: a.reason })
            }
            Self::GrantExtension(on) => on.run(screen, |_| C::GrantExtension),
            Self::DenyExtension(on) => on.run(screen, |a| C::DenyExtension { reason: a.reason }),
            Self::Suspend(on) => on.run(screen, |a| C::Suspend { reason: a.reason }),
            Self::Resume(on) => on.run(screen, |_| C::Resume),
            Self::Report(on) => on.run(screen, |a| C::Report { result: a.result }),
            Self::Excuse(on) => on.run(screen, |a| C::Excuse { unit: a.unit }),
            Self::Handle(on) => on.run(screen, |a| C::Handle { result: a.result }),
            Self::SendBack(on) => on.run(screen, |a| C::SendBack { reason: a.reason }),
            Self::Callback(on) => on.look_up(screen, |_, a| Ok(a.attempt()?)),
            Self::Rework(on) => on.run(screen, |a| C::Rework { reason: a.reason }),
            Self::Close(on) => on.look_up(screen, |_, a| Ok(C::close(a.outcome()?))),
            Self::Terminate(on) => on.run(screen, |a| C::Terminate { reason: a.reason }),
            Self::Reopen(on) => on.run(screen, |a| C::Reopen { reason: a.reason }),
            Self::Reclassify(on) => on.run(screen, |a| C::Reclassify { category: a.category }),
            Self::Amend(on) => on.look_up(screen, |_, a| a.command()),
            Self::Note(on) => on.run(screen, |a| C::Note { text: a.text }),
            Self::Confidential(on) => on.run(screen, |a| C::Confidential { confidential: !a.off }),
            Self::Urge(on) => on.run(screen, |a| C::Urge { text: a.text }),
            Self::Supervise(on) => {
                on.run(screen, |a| C::Supervise { unit: a.unit, demand: a.demand })
            }
            Self::Answer(on) => on.run(screen, |a| C::Answer { no: a.no, result: a.result }),
            Self::Card(on) => on.look_up(screen, |_, a| a.command()),
            Self::Feature(on) => on.run(screen, Featured::command),
            Self::Reschedule(on) => on.run(screen, |a| C::Reschedule { reason: a.reason }),
        }
    }
}

impl<A: Args, W: Args + Stamps> On<A, W> {
    /// Executes the command that the arguments make.
    fn run(self, screen: &Screen, command: impl FnOnce(A) -> Command) -> Outcome {
        self.look_up(screen, |_, what| Ok(command(what)))
    }

    /// Executes the command that the arguments make with a look at the file.
    fn look_up(
        self,
        screen: &Screen,
        command: impl FnOnce(&Hotline, A) -> Result<Command>,
    ) -> Outcome {
        let stamp = self.guards.guard(self.who.stamp()?);
        let tried = self.guards.dry_run();
        let mut hotline = Hotline::open(&self.file)?;
        let ticket = open::ticket(&hotline, &self.number)?.id;
        let command = command(&hotline, self.what)?;
        let work = |batch: &mut Batch<'_>| batch.execute(ticket, &stamp, &command);
        let receipt = match tried {
            true => hotline.dry_run(work)?.0,
            false => hotline.execute(ticket, &stamp, &command)?,
        };
        receipt::of_ticket(screen, command.verb(), &receipt, tried)
    }
}
