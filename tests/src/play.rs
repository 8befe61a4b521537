//! A play: one command as it was asked, and players who perform it on a file. Tickets are named by
//! the order of their intake, so that the same plays can be performed on any file.

use gongdan::{Batch, Command, Intake, OfficeCommand, Receipt, Result, Stamp, TicketId};

/// What is asked of a ticket.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "plays are few")]
pub enum Asked {
    /// A command that names no other ticket.
    Plain(Command),
    /// 并单 into the n-th ticket.
    Merge(usize),
    /// 标记重复 of the n-th ticket.
    Repeat(usize),
    /// 多诉求关联 with the n-th ticket.
    Relate(usize),
}

/// What is done.
#[derive(Clone, Debug)]
pub enum Act {
    /// The office changes its reference data, policy or contacts.
    Office(OfficeCommand),
    /// A ticket is taken in.
    Intake(Intake),
    /// Something is asked of the n-th ticket.
    Ticket(usize, Asked),
}

/// One command with its stamp.
#[derive(Clone, Debug)]
pub struct Play {
    /// Who, and when.
    pub stamp: Stamp,
    /// What.
    pub act: Act,
}

/// The tickets of one file, in the order of their intake.
#[derive(Clone, Debug, Default)]
pub struct Players {
    /// Their ids in this file.
    pub ids: Vec<TicketId>,
}

impl Players {
    /// Performs a play in a batch; an office command answers nothing.
    ///
    /// # Errors
    /// As the command's own.
    pub fn perform(&mut self, batch: &mut Batch<'_>, play: &Play) -> Result<Option<Receipt>> {
        let stamp = &play.stamp;
        match &play.act {
            Act::Office(command) => batch.office(stamp, command.clone()).map(|_| None),
            Act::Intake(intake) => {
                let receipt = batch.intake(stamp, intake)?;
                if !receipt.repeated {
                    self.ids.push(receipt.ticket);
                }
                Ok(Some(receipt))
            }
            Act::Ticket(ticket, asked) => {
                let command = match asked {
                    Asked::Plain(command) => command.clone(),
                    Asked::Merge(main) => Command::Merge { main: self.ids[*main] },
                    Asked::Repeat(main) => Command::Repeat { main: self.ids[*main] },
                    Asked::Relate(main) => Command::Relate { main: self.ids[*main] },
                };
                batch.execute(self.ids[*ticket], stamp, &command).map(Some)
            }
        }
    }
}
