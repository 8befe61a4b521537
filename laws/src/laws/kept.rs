//! The same question with the same journal has the same bytes: after more has happened, from another
//! handle, in another zone and language.

use std::io::Write;
use std::process::{Command, Stdio};

use gongdan::{Fact, Moment, Question, Result, Stamp};
use gongdan_domain::Ticket;

use super::{Law, Life};
use crate::asked::answer;
use crate::wild::DAY;

pub(super) fn same_bytes(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    let (seen, _) = life.hotline.head()?;
    let period = life.periods()[1];
    let asked: Vec<Question> = life
        .moments()
        .into_iter()
        .flat_map(|as_of| life.questions(period, as_of))
        .map(|question| question.seen(seen))
        .collect();
    let before = told(life, &asked)?;
    live_on(life)?;
    let after = told(life, &asked)?;
    for ((question, one), other) in asked.iter().zip(&before).zip(&after) {
        law.holds(one == other, || format!("{}: later it is another", life.told(question)));
    }
    elsewhere(life, law, &asked, &before);
    Ok(())
}

fn told(life: &Life<'_>, asked: &[Question]) -> Result<Vec<String>> {
    let one = |question| life.hotline.figures(question).map(|figures| answer(&figures).to_string());
    asked.iter().map(one).collect()
}

/// Every ticket lives on: late entries, dated in the middle of its life too.
fn live_on(life: &mut Life<'_>) -> Result<()> {
    let now = life.now;
    let known = life.known;
    life.hotline.batch(|batch| {
        for ticket in known {
            let at = ticket.newest_fact.max(now.plus_ms(-60_000));
            let stamp = Stamp::centre("坐席09", at);
            let reason = || "补录".to_owned();
            for correction in corrections(ticket) {
                drop(batch.execute(ticket.id, &stamp, &correction));
            }
            let deeds = [
                gongdan::Command::Urge { text: None },
                gongdan::Command::Reclassify { category: None },
                gongdan::Command::ResolveOnline { answer: None },
                gongdan::Command::Terminate { reason: reason() },
                gongdan::Command::Reopen { reason: reason() },
                gongdan::Command::SendBack { reason: reason() },
            ];
            for deed in deeds {
                // What a ticket's stage refuses changes nothing.
                drop(batch.execute(ticket.id, &stamp, &deed));
            }
        }
        Ok(())
    })
}

/// Every fact was at another moment: the intake in another month, the others near the fact before.
fn corrections(ticket: &Ticket) -> Vec<gongdan::Command> {
    let legs = ticket.legs.iter().flat_map(|leg| [Some(leg.transferred_at), leg.signed_off_at]);
    let near: Vec<Moment> = legs.flatten().collect();
    let earlier = [(Fact::Intake, ticket.accepted_at.plus_ms(-40 * DAY))];
    let others =
        Fact::ALL.iter().flat_map(|fact| near.iter().map(|at| (*fact, at.plus_ms(61_000))));
    let correct = |(fact, moment)| {
        let (no, reason) = (None, "补录".to_owned());
        gongdan::Command::Correct { fact, no, moment, reason }
    };
    earlier.into_iter().chain(others).map(correct).collect()
}

/// Another process, in another zone and language.
fn elsewhere(life: &Life<'_>, law: &mut Law, asked: &[Question], before: &[String]) {
    let Ok(program) = std::env::current_exe() else { return };
    let mut other = Command::new(program)
        .args(["ask".as_ref(), life.path.as_os_str()])
        .envs([("TZ", "America/St_Johns"), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("this program, once more");
    let lines: Vec<String> = asked.iter().map(crate::asked::line).collect();
    let mut to = other.stdin.take().expect("a pipe");
    let writes = std::thread::spawn(move || to.write_all((lines.join("\n") + "\n").as_bytes()));
    let said = other.wait_with_output().expect("an answer");
    writes.join().expect("it wrote").expect("it was read");
    let said = String::from_utf8_lossy(&said.stdout);
    let answers: Vec<&str> = said.lines().collect();
    for ((question, one), other) in
        asked.iter().zip(before).zip(answers.iter().chain([&""].iter().cycle().copied()))
    {
        law.holds(one == other, || format!("{}: elsewhere it is another", life.told(question)));
    }
}
