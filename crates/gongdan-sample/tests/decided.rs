//! The domain itself grants every command of the plans, and judges lateness as the bulletin does.
#![allow(clippy::unwrap_used, clippy::panic)]

use gongdan_domain::{
    Beside, Moment, OfficeCommand, OfficeEvent, Period, Policy, RegionId, Rulebook, Stage, Stamp,
    Ticket, TicketEvent, TicketId, china_notices, decide, decide_intake, decide_office,
};
use gongdan_sample::{City, Life, golden_month, printed, reference_entries};

fn rules() -> Rulebook {
    let policy = Policy::defaults().into_iter().map(OfficeEvent::ProvisionSet);
    let notices = china_notices().into_iter().map(OfficeEvent::NoticeAdopted);
    let mut rules = Rulebook::fold(policy.chain(notices));
    let stamp = Stamp::centre("test", Moment::parse("at", "2018-01-01 00:00").unwrap());
    for entry in reference_entries() {
        let events = decide_office(&rules, &OfficeCommand::Add(entry), &stamp).unwrap();
        events.into_iter().for_each(|event| rules.apply(event));
    }
    rules
}

/// Lives a life through the domain's own rules; every command must be granted.
fn lived(rules: &Rulebook, life: Life) -> Ticket {
    let script = life.script();
    let taken = decide_intake(rules, &script.intake, &script.taken_in, 1).unwrap();
    let TicketEvent::TakenIn(taken) = taken.event else { panic!("an intake takes in") };
    let id = TicketId::new(RegionId(430_424), 1);
    let mut ticket = Ticket::taken_in(id, script.taken_in.at(), &taken);
    for step in script.steps {
        match decide(&ticket, &step.command, &step.stamp, rules, Beside::default()) {
            Ok(decided) => decided.iter().for_each(|d| ticket.apply(step.stamp.at(), &d.event)),
            Err(denied) => panic!("{denied:?} of {:?} at {}", step.command, step.stamp.at()),
        }
    }
    ticket
}

#[test]
fn the_golden_month_is_granted_and_judged_as_printed() {
    let (rules, month) = (rules(), golden_month().unwrap());
    let tickets: Vec<Ticket> = month.lives.into_iter().map(|life| lived(&rules, life)).collect();
    let count = |which: &dyn Fn(&Ticket) -> bool| tickets.iter().filter(|t| which(t)).count();
    assert_eq!(count(&|t| t.stage == Stage::Closed), 3285);
    assert_eq!(count(&|t| t.handled_late()), 18);
    assert_eq!(count(&|t| t.overdue(month.as_of)), 3);
    assert_eq!(count(&|t| t.is_pending()), 46);
    assert_eq!(count(&|t| t.stage == Stage::Rework), 7);
    assert_eq!(count(&|t| t.legs.iter().any(|leg| leg.signed_off_late())), 0);
    assert_eq!(count(&|t| t.callbacks.last().is_some_and(|callback| callback.satisfied)), 401);
    assert_eq!(count(&|t| t.featured), 10);
    for row in printed().units {
        let unit = rules.register.find(gongdan_domain::Species::Unit, row.name).unwrap().id;
        let late = count(&|t| t.handled_late() && t.legs.iter().any(|leg| leg.unit == unit));
        assert_eq!(late as u32, row.handled_late, "{}", row.name);
    }
}

#[test]
fn the_carried_ticket_is_difficult_and_in_no_units_hands() {
    let ticket = lived(&rules(), golden_month().unwrap().carried);
    assert_eq!(ticket.stage, Stage::Difficult);
    assert!(ticket.lead().is_none() && ticket.legs.len() == 2 && ticket.featured);
}

#[test]
fn a_city_is_granted_command_by_command() {
    let rules = rules();
    let city = City::new(5, 6_000, Period::parse("2020-08..2020-10").unwrap()).unwrap();
    let tickets: Vec<Ticket> = city.lives().map(|life| lived(&rules, life)).collect();
    let transferred = tickets.iter().filter(|ticket| !ticket.legs.is_empty()).count();
    let late = tickets.iter().filter(|ticket| ticket.handled_late()).count();
    let share = late * 1000 / transferred;
    assert!((8..40).contains(&share), "{share} of a thousand late");
    assert!(tickets.iter().any(|ticket| ticket.reworks.iter().any(|r| r.handled_at.is_some())));
    assert!(tickets.iter().any(|ticket| ticket.overdue(city.until())));
    assert!(tickets.iter().any(|ticket| ticket.legs.iter().any(|leg| leg.signed_off_late())));
}
