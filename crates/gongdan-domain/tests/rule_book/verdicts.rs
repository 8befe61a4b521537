//! Verdicts: who held a promise when it was kept or broken, for ever; and the centre's holds.

use gongdan_domain::{
    Command, Count, LegEnd, LegStanding, Moment, Satisfaction, Setting, Standing,
};

use crate::story::{
    CITY, HOUSING, Story, county, days, deny_return, end_of, extend, given, given_under,
    grant_return, grant_return_to, joint, moment, provide, request_return, reschedule, rework,
    send_back, suspend, terminate,
};

fn leg(story: &Story, leg: usize, count: Count, as_of: &str) -> i64 {
    let leg = &story.ticket.legs[leg - 1];
    LegStanding::of(&story.ticket, leg).count(count, moment(as_of))
}

fn merge(mut story: Story) -> Story {
    let main = given().ticket;
    let mut main = gongdan_domain::Ticket { id: gongdan_domain::TicketId(main.id.0 + 1), ..main };
    main.version = 1;
    story.main = Some(main.clone());
    story.centre(Command::Merge { main: main.id }).ok()
}

const LATER: &str = "2020-12-31 12:00";

#[test]
fn who_signed_late_and_returned_keeps_the_verdict_and_the_next_unit_has_none() {
    let story = given().transferred().at("2020-09-07 09:00").unit(CITY, Command::SignOff).ok();
    let story = story.unit(CITY, request_return()).ok().centre(grant_return_to(HOUSING)).ok();
    let story = story.unit(HOUSING, Command::SignOff).ok();
    let of = |number, count| leg(&story, number, count, LATER);
    assert_eq!([Count::SignOffLate, Count::Returned, Count::Given].map(|c| of(1, c)), [1; 3]);
    assert_eq!([Count::SignOffLate, Count::Returned].map(|c| of(2, c)), [0; 2]);
    assert_eq!([Count::Accepted, Count::OpenLate].map(|c| of(1, c)), [0; 2]);
}

#[test]
fn a_granted_return_is_judged_when_it_was_asked_for_which_counts_as_a_sign_off() {
    let story = given().transferred().at("2020-09-04 23:59:59.999").unit(CITY, request_return());
    let story = story.ok().at("2020-09-20 09:00").centre(grant_return()).ok();
    let of = |count| leg(&story, 1, count, LATER);
    assert_eq!([Count::Signed, Count::SignedInTime].map(of), [1; 2]);
    assert_eq!([Count::SignOffMissing, Count::HandlingMissed].map(of), [0; 2]);
    let story = given().transferred().at("2020-09-05 00:00").unit(CITY, request_return());
    let story = story.ok().at("2020-09-20 09:00").centre(grant_return()).ok();
    let of = |count| leg(&story, 1, count, LATER);
    assert_eq!([Count::SignOffLate, Count::NotSignedInTime].map(of), [1; 2]);
    assert_eq!([Count::SignedInTime, Count::HandlingMissed].map(of), [0; 2]);
}

#[test]
fn a_denied_return_is_as_if_never_asked_also_for_a_sign_off_that_came_meanwhile() {
    let story = given().transferred().at("2020-09-04 10:00").unit(CITY, request_return()).ok();
    assert_eq!(leg(&story, 1, Count::SignOffMissing, LATER), 0, "the centre holds it");
    let story = story.at("2020-09-06 10:00").unit(CITY, Command::SignOff).ok();
    assert_eq!(leg(&story, 1, Count::SignOffLate, LATER), 0);
    let denied = story.at("2020-09-07 10:00").centre(deny_return(false)).ok();
    assert_eq!(leg(&denied, 1, Count::SignOffLate, LATER), 1);
    assert_eq!(leg(&denied, 1, Count::OpenLate, "2020-09-11 00:00"), 1);
}

#[test]
fn taken_back_merged_or_terminated_while_the_centre_held_it_is_judged_when_the_hold_began() {
    let asked = || given().signed().at("2020-09-04 10:00").unit(CITY, request_return()).ok();
    let ended = asked().at("2020-10-20 10:00").centre(terminate()).ok();
    assert_eq!([Count::HandlingMissed, Count::Ended].map(|c| leg(&ended, 1, c, LATER)), [0, 1]);
    let paused = given().signed().at("2020-09-10 10:00").centre(suspend()).ok();
    let merged = merge(paused.at("2020-10-20 10:00"));
    assert_eq!(leg(&merged, 1, Count::HandlingMissed, LATER), 0);
    let late = given().signed().at("2020-10-20 10:00").centre(terminate()).ok();
    assert_eq!(leg(&late, 1, Count::HandlingMissed, LATER), 1);
    let unsigned = given().transferred().at("2020-09-08 10:00").centre(Command::Recall).ok();
    let of = |count| leg(&unsigned, 1, count, LATER);
    assert_eq!([Count::SignOffMissing, Count::HandlingMissed, Count::TakenBack].map(of), [1, 0, 1]);
    assert_eq!([Count::Signed, Count::SignOffLate].map(of), [0; 2]);
}

#[test]
fn of_overlapping_holds_the_first_that_began_before_the_limit_sets_the_moment() {
    let mut rules = county();
    provide(&mut rules, Setting::ReturnWindow, days(30));
    let story = given_under(rules).signed().at("2020-09-10 10:00").unit(CITY, extend(3)).ok();
    let story = story.at("2020-09-14 10:00").unit(CITY, request_return()).ok();
    let story = story.at("2020-09-15 10:00").centre(grant_return()).ok();
    assert_eq!(leg(&story, 1, Count::HandlingMissed, LATER), 0, "an extension still waited");
}

#[test]
fn a_reply_while_an_extension_waits_is_judged_by_the_old_limit() {
    let story = given().signed().at("2020-09-10 10:00").unit(CITY, extend(3)).ok();
    assert_eq!(leg(&story, 1, Count::OpenLate, LATER), 0, "the centre holds it");
    let story = story.at("2020-09-11 10:00").unit(CITY, Command::handle("已修复")).ok();
    assert_eq!(leg(&story, 1, Count::HandledLate, LATER), 1);
}

#[test]
fn an_extension_granted_late_leaves_the_unit_a_working_day() {
    let story = given().signed().at("2020-09-10 10:00").unit(CITY, extend(1)).ok();
    let story = story.at("2020-09-18 10:00").centre(Command::GrantExtension).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-21"));
    let of = |as_of| leg(&story, 1, Count::OpenLate, as_of);
    assert_eq!([of("2020-09-21 23:59:59.999"), of("2020-09-22 00:00")], [0, 1]);
    assert_eq!(story.ticket.legs[0].decided_late, 1, "the centre had until the 11th");
}

#[test]
fn a_reply_sent_back_gives_its_time_back_unless_it_was_late() {
    let story = given().handled().at("2020-09-09 09:00").centre(send_back()).ok();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-16"), "four working days more");
    let story = story.at("2020-09-16 17:00").unit(CITY, Command::handle("补充")).ok();
    assert_eq!(leg(&story, 1, Count::HandledLate, LATER), 0);
    let late = given().signed().at("2020-09-11 08:00").unit(CITY, Command::handle("已修复")).ok();
    let late = late.at("2020-09-14 09:00").centre(send_back()).ok();
    let of = |count| leg(&late, 1, count, LATER);
    assert_eq!([Count::OpenLate, Count::HandledLate].map(of), [1, 0], "one name at a time");
}

#[test]
fn a_limit_that_moves_after_it_was_broken_stays_broken() {
    let mut story = given().signed().at("2020-09-11 08:00");
    provide(&mut story.rules, Setting::HandleLimit, days(60));
    let story = story.centre(reschedule()).ok();
    assert!(story.ticket.legs[0].handle_by > moment("2020-10-20 00:00"));
    assert_eq!(leg(&story, 1, Count::OpenLate, "2020-09-12 00:00"), 1);
    let story = story.unit(CITY, Command::handle("已修复")).ok();
    assert_eq!(leg(&story, 1, Count::HandledLate, LATER), 1);
}

#[test]
fn reworks_have_verdicts_of_their_own() {
    let story = given().handled().called(Satisfaction::Dissatisfied).centre(rework()).ok();
    let names = [Count::ReworkOpenLate, Count::ReworkLate, Count::ReworkMissed, Count::HandledLate];
    let of = |story: &Story| names.map(|count| leg(story, 1, count, LATER));
    assert_eq!(of(&story), [1, 0, 0, 0]);
    let story = story.at("2020-09-20 09:00");
    let gone = merge(story);
    assert_eq!(of(&gone), [0, 0, 1, 0]);
    let story = gone.centre(Command::Unmerge).ok();
    assert_eq!(of(&story), [1, 0, 0, 0], "undone, it is owed again and stays broken");
    let story = story.unit(CITY, Command::handle("再修")).ok();
    assert_eq!(of(&story), [0, 1, 0, 0]);
}

#[test]
fn reports_have_verdicts_of_their_own() {
    let names = [Count::ReportOpenLate, Count::ReportLate, Count::ReportMissed];
    let together = || given().centre(joint(CITY, &[HOUSING], None)).ok();
    let story = together().unit(CITY, Command::SignOff).ok();
    let of = |story: &Story| names.map(|count| leg(story, 2, count, LATER));
    assert_eq!(of(&story), [1, 0, 0]);
    assert_eq!(leg(&story, 2, Count::OpenLate, LATER), 0, "handling is the lead's");
    let excused =
        story.at("2020-09-14 09:00").centre(Command::Excuse { unit: HOUSING.into() }).ok();
    assert_eq!(of(&excused), [0, 0, 1]);
    let early = together().centre(Command::Excuse { unit: HOUSING.into() }).ok();
    assert_eq!(of(&early), [0, 0, 0]);
    let recalled = together().at("2020-09-14 09:00").centre(Command::Recall).ok();
    assert_eq!(of(&recalled), [0, 0, 1]);
}

#[test]
fn every_leg_given_to_lead_is_accepted_returned_taken_back_or_ended() {
    let whole = [Count::Accepted, Count::Returned, Count::TakenBack, Count::Ended];
    let stories = [
        given().closed(),
        given().transferred(),
        given().transferred().centre(Command::Recall).ok(),
        given().signed().unit(CITY, request_return()).ok().centre(grant_return()).ok(),
        given().signed().centre(terminate()).ok(),
        merge(given().handled()),
        merge(given().signed()),
    ];
    let kinds = stories.map(|story| {
        let of = whole.map(|count| leg(&story, 1, count, LATER));
        assert_eq!(of.iter().sum::<i64>(), leg(&story, 1, Count::Given, LATER));
        of.iter().position(|holds| *holds == 1).unwrap()
    });
    assert_eq!(kinds, [0, 0, 2, 1, 3, 0, 3]);
}

#[test]
fn a_ticket_that_nobody_answered_is_closed_for_nobody() {
    let story = given().signed().at("2020-10-20 10:00").centre(terminate()).ok();
    let ticket = Standing::of(&story.ticket);
    let of = |count| ticket.count(count, Moment::MAX);
    assert_eq!([Count::Closed, Count::ClosedLate, Count::EndedUnreplied].map(of), [1, 0, 1]);
    assert_eq!(leg(&story, 1, Count::Closed, LATER), 0);
    assert_eq!(story.ticket.legs[0].ended, Some((story.at, LegEnd::Ended)));
}

/// However a ticket leaves a unit, what the unit had kept or broken by then stays its own.
#[test]
fn verdicts_that_stood_outlive_a_termination_a_difficult_mark_and_a_reopening() {
    let late = || {
        let story = given().transferred().at("2020-09-07 09:00").unit(CITY, Command::SignOff).ok();
        story.at("2020-09-14 09:00")
    };
    let asked = || late().unit(CITY, request_return()).ok();
    let kept = [Count::SignOffLate, Count::HandlingMissed, Count::Given];
    let terminated = || late().centre(terminate()).ok();
    let difficult = || asked().centre(crate::story::mark_difficult()).ok();
    let stories = [
        terminated(),
        terminated().centre(crate::story::reopen()).ok(),
        asked().centre(terminate()).ok(),
        difficult(),
        difficult().centre(terminate()).ok(),
        difficult().centre(crate::story::transfer_again(HOUSING)).ok(),
        difficult().centre(crate::story::designate(CITY)).ok(),
    ];
    for story in stories {
        assert_eq!(kept.map(|count| leg(&story, 1, count, LATER)), [1; 3]);
        let later = story.ticket.legs.iter().skip(1).map(|own| own.leg as usize);
        assert!(later.into_iter().all(|own| leg(&story, own, Count::SignOffLate, LATER) == 0));
    }
}

#[test]
fn a_return_and_an_extension_that_wait_have_each_their_own_limit_of_the_centre() {
    let story = given().at("2020-09-03 09:10").signed();
    let story = story.unit(CITY, Command::RequestExtension { days: 2, reason: "料未到".into() });
    let story = story.ok().at("2020-09-08 09:00").unit(CITY, request_return()).ok();
    let decided =
        |story: &Story| Standing::of(&story.ticket).count(Count::DecidedLate, moment(LATER));
    let story = story.at("2020-09-08 10:00").centre(deny_return(false)).ok();
    assert_eq!(decided(&story), 0, "the return was decided within a working day");
    let story = story.at("2020-09-08 11:00").centre(Command::GrantExtension).ok();
    assert_eq!(decided(&story), 1, "the extension had waited since Friday");
}

#[test]
fn a_callback_before_a_second_reply_of_the_same_moment_is_no_callback_of_it() {
    let story = given().at("2020-09-03 09:10").signed();
    let story = story.unit(CITY, Command::handle("已修复")).ok().called(Satisfaction::Dissatisfied);
    let story = story.centre(rework()).ok().unit(CITY, Command::handle("再修")).ok();
    let awaits = Standing::of(&story.ticket).count(Count::AwaitingCallback, moment(LATER));
    assert_eq!(awaits, 1, "order goes by the journal, not by the clock");
    assert_eq!(leg(&story, 1, Count::AwaitingCallback, LATER), 1);
}
