//! The command line: which verbs there are, and the options they share.

use clap::{Parser, Subcommand};

use crate::exit::Outcome;
use crate::language::Lang;
use crate::screen::Screen;
use crate::verbs::{
    account, backup, bulletin, calendar, caller, compare, contacts, demo, due, explain, figures,
    file, find, format, formula, health, history, import, init, issues, journal, open311, overdue,
    policy, publish, query, queue, rank, register, retention, reveals, salvage, seats, sheet, show,
    since, subject, ticket, verify, warnings, what_if,
};

/// The life of a government hotline's tickets (工单) on one SQLite file
#[derive(Parser, Debug)]
#[command(name = "gongdan", version, max_term_width = 100)]
pub(crate) struct Cli {
    /// Print JSON for programs; failures too, on the error output
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Speak this language; else that of LC_ALL, LC_MESSAGES or LANG
    #[arg(long, global = true, value_enum, value_name = "zh|en", hide_possible_values = true)]
    pub(crate) lang: Option<Lang>,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// What is asked.
#[derive(Subcommand, Debug)]
pub(crate) enum Verb {
    /// Make a new file of a region, with the published calendar and the default policy
    Init(init::Init),
    /// Live an invented September 2020 on a new file, and write its bulletin (样例)
    Demo(demo::Demo),
    /// Show a ticket, without the caller's data
    Show(show::Show),
    /// Show a ticket's caller, masked
    Caller(caller::Caller),
    /// Show a ticket's caller, or its texts, in full; who saw it and why is written down (查看来电人)
    Reveal(caller::Reveal),
    /// Print everything known of the person of a telephone number; who saw it and why is written down
    /// (查阅、复制个人信息)
    SubjectExport(subject::SubjectExport),
    /// Erase a person's texts on every ticket for good (删除个人信息)
    SubjectErase(subject::SubjectErase),
    /// List who looked at whose data in full, when and why (查看记录)
    Reveals(reveals::Reveals),
    /// Keep a file with a ticket, bytes and all (附件)
    AttachFile(file::AttachFile),
    /// Give out a file that is kept with a ticket
    AttachedFile(file::AttachedFile),
    /// List the tickets whose texts have been kept for long enough (保存期限届满)
    Retention(retention::Retention),
    /// List what happened to a ticket, without the caller's data
    History(history::History),
    /// Print tickets' own sheets (工单), or 转办单, 督办单 and 催办单, as .docx or .pdf
    Sheet(sheet::Sheet),
    /// Explain a ticket's running limits, day by day
    Explain(explain::Explain),
    /// Find tickets, newest intake first
    Find(find::Find),
    /// List the tickets whose running limit had passed at a moment (超期)
    Overdue(overdue::Overdue),
    /// List the tickets whose running limit ends soon (即将到期)
    Due(due::Due),
    /// List the running limits of which a share has passed, as the policy's warn_at says (预警)
    Warnings(warnings::Warnings),
    /// List what waits for somebody at a moment (待办)
    Queue(queue::Queue),
    /// Count: by unit, category, channel and more, or list the tickets behind a figure
    Figures(Box<figures::Ask>),
    /// Make the bulletin of a period (通报)
    Bulletin(bulletin::Bulletin),
    /// Print a published issue by its number, as it was published (期)
    Issue(bulletin::Issue),
    /// Compare a period with the one before it (环比) or with the same a year earlier (同比)
    Since(since::Since),
    /// Rank the units by their points, each group apart (得分, 排名)
    Rank(rank::Rank),
    /// List or set the ranking formulas (计分办法)
    Formula(formula::Formulas),
    /// Draw the carry-over account of a period (结转)
    Account(account::Carried),
    /// List what each seat took in, and what its inspected tickets were given (坐席)
    Seats(seats::Seats),
    /// Reckon a period under other rules beside what it was; nothing is changed (假设)
    WhatIf(Box<what_if::WhatIf>),
    /// Publish an issue: its figures and the journal's head are frozen (发布)
    Publish(publish::Publish),
    /// List the published issues (期)
    Issues(issues::Issues),
    /// Hold a published issue against the file: what would be otherwise today (更正)
    Compare(compare::Compare),
    /// List, show, copy or try the formats of the bulletin (版式)
    Format(format::FormatVerb),
    /// Write tickets as Open311 service requests (GeoReport v2), without texts, for those who publish
    #[command(name = "open311")]
    Open311(open311::Open311),
    /// Answer one read-only SELECT on the documented views
    Query(query::Query),
    /// Check the file: chain, texts, and every row against the replay of its events
    Verify(verify::Verify),
    /// Show how the file stands: schema, size, log (文件状况)
    Health(health::Health),
    /// Copy the file, complete and consistent, while others use it
    Backup(backup::Backup),
    /// Make a new file of what can be read of a damaged one, which is not touched
    Salvage(salvage::Salvage),
    /// Write the whole history, texts and personal data too, as JSON Lines (全部记录)
    Journal(journal::Journal),
    /// Make a new file of the whole history as JSON Lines: the same journal, with the same head
    FromJournal(journal::FromJournal),
    /// List, add or change units, categories, channels and areas
    Register(register::Change),
    /// Import an office's past from a sheet, by a mapping (历史导入)
    Import(import::Past),
    /// Count contacts by a channel on a day (来电来信量)
    Contacts(contacts::Contacts),
    /// List the calendar's notices, or load more of them (放假通知)
    Calendar(calendar::Calendar),
    /// List the provisions of the policy, or set one (规定)
    Policy(policy::Policy),
    #[command(flatten)]
    Ticket(ticket::Asked),
}

impl Verb {
    /// Does what is asked.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        match self {
            Self::Init(verb) => verb.run(screen),
            Self::Demo(verb) => verb.run(screen),
            Self::Show(verb) => verb.run(screen),
            Self::Caller(verb) => verb.run(screen),
            Self::Reveal(verb) => verb.run(screen),
            Self::SubjectExport(verb) => verb.run(screen),
            Self::SubjectErase(verb) => verb.run(screen),
            Self::Reveals(verb) => verb.run(screen),
            Self::AttachFile(verb) => verb.run(screen),
            Self::AttachedFile(verb) => verb.run(screen),
            Self::Retention(verb) => verb.run(screen),
            Self::History(verb) => verb.run(screen),
            Self::Sheet(verb) => verb.run(screen),
            Self::Open311(verb) => verb.run(screen),
            Self::Explain(verb) => verb.run(screen),
            Self::Find(verb) => verb.run(screen),
            Self::Overdue(verb) => verb.run(screen),
            Self::Figures(verb) => verb.run(screen),
            Self::Bulletin(verb) => verb.run(screen),
            Self::Issue(verb) => verb.run(screen),
            Self::Due(verb) => verb.run(screen),
            Self::Queue(verb) => verb.run(screen),
            Self::Since(verb) => verb.run(screen),
            Self::Rank(verb) => verb.run(screen),
            Self::Formula(verb) => verb.run(screen),
            Self::Seats(verb) => verb.run(screen),
            Self::Warnings(verb) => verb.run(screen),
            Self::Account(verb) => verb.run(screen),
            Self::WhatIf(verb) => verb.run(screen),
            Self::Publish(verb) => verb.run(screen),
            Self::Issues(verb) => verb.run(screen),
            Self::Compare(verb) => verb.run(screen),
            Self::Query(verb) => verb.run(screen),
            Self::Format(verb) => verb.run(screen),
            Self::Verify(verb) => verb.run(screen),
            Self::Health(verb) => verb.run(screen),
            Self::Backup(verb) => verb.run(screen),
            Self::Salvage(verb) => verb.run(screen),
            Self::Journal(verb) => verb.run(screen),
            Self::FromJournal(verb) => verb.run(screen),
            Self::Register(verb) => verb.run(screen),
            Self::Import(verb) => verb.run(screen),
            Self::Contacts(verb) => verb.run(screen),
            Self::Calendar(verb) => verb.run(screen),
            Self::Policy(verb) => verb.run(screen),
            Self::Ticket(verb) => verb.run(screen),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_verb_of_the_life_is_a_command() {
        let command = Cli::command();
        for verb in gongdan::Verb::ALL {
            let name = verb.word().replace('_', "-");
            let found = command.find_subcommand(&name);
            let about = found.and_then(|found| found.get_about()).map(ToString::to_string);
            assert!(about.is_some_and(|about| about.contains(verb.term())), "{name}");
        }
    }
}
