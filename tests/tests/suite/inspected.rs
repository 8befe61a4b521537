//! 质检: the sample is drawn alike whoever asks, from each unit its share; what each seat was given adds up to the figures.

use std::collections::{BTreeMap, BTreeSet};

use gongdan::{
    Command, Count, Filter, Grouping, InspectionPoint, OfficeCommand, Page, Period, Provision,
    Question, ScanOptions, Scope, Setting, Stage, Stamp, Table, TicketView, Value,
};

use crate::lived::Lived;

fn ended(lived: &Lived) -> Vec<TicketView> {
    let all = lived.hotline.find(&Filter::new(), Page::all()).expect("tickets").tickets;
    all.into_iter().filter(|each| [Stage::Closed, Stage::Rejected].contains(&each.stage)).collect()
}

fn sample(lived: &Lived, filter: Filter) -> Vec<TicketView> {
    lived.hotline.find(&filter, Page::all()).expect("a sample").tickets
}

#[test]
fn every_unit_gives_its_share_and_the_same_number_draws_the_same() {
    let lived = Lived::new(171, 900);
    let (mut of, mut drawn) = (BTreeMap::new(), BTreeMap::new());
    ended(&lived).iter().for_each(|each| *of.entry(each.unit.clone()).or_insert(0_usize) += 1);
    let found = sample(&lived, Filter::new().sample(20_u32).seed(7_u32));
    found.iter().for_each(|each| *drawn.entry(each.unit.clone()).or_insert(0) += 1);
    let share =
        |(unit, tickets): (&Option<String>, &usize)| (unit.clone(), (tickets * 20).div_ceil(100));
    assert!(of.len() > 3);
    assert_eq!(drawn, of.iter().map(share).collect());
    let ids = |found: &[TicketView]| found.iter().map(|each| each.id).collect::<BTreeSet<_>>();
    let again = |seed: u32| ids(&sample(&lived, Filter::new().sample(20_u32).seed(seed)));
    assert_eq!(ids(&found), again(7));
    assert_ne!(ids(&found), again(8));
    let page = lived
        .hotline
        .find(&Filter::new().sample(20_u32).seed(7_u32), Page::after(2, 3))
        .expect("a page");
    assert_eq!((page.total as usize, &page.tickets[..]), (found.len(), &found[2..5]));
    let options = ScanOptions::default();
    let scan =
        lived.hotline.scan(Table::Tickets, &Filter::new().sample(20_u32).seed(7_u32), &options);
    let rows: usize = scan.expect("a table").map(|chunk| chunk.expect("rows").rows).sum();
    assert_eq!(rows, found.len());
    let channel = sample(&lived, Filter::new().channel("来电").sample(100_u32));
    assert!(channel.iter().all(|each| each.channel == "来电" && each.stage != Stage::Merged));
}

#[test]
fn a_share_is_from_one_to_a_hundred() {
    let lived = Lived::new(172, 60);
    for share in [0_u32, 101] {
        let error =
            lived.hotline.find(&Filter::new().sample(share), Page::all()).expect_err("no share");
        assert_eq!(error.invalid().map(|invalid| invalid.argument), Some("sample"));
    }
}

#[test]
fn what_each_seat_was_given_adds_up_to_the_figures() {
    let mut lived = Lived::new(173, 700);
    let desk = Stamp::centre("质检员", lived.now);
    let sheet = vec![InspectionPoint { name: "规范用语".into(), most: 20 }];
    let (setting, scope) = (Setting::InspectionSheet, Scope::default());
    let provision =
        Provision { setting, from: gongdan::Moment::MIN, scope, value: Value::Sheet(sheet) };
    lived.hotline.office(&desk, OfficeCommand::Provide(provision)).expect("a sheet");
    let found = sample(&lived, Filter::new().sample(50_u32).seed(3_u32));
    for (nth, ticket) in found.iter().enumerate() {
        let inspect =
            Command::Inspect { scores: vec![format!("规范用语={}", nth % 21)], text: None };
        lived.hotline.execute(ticket.id, &desk, &inspect).expect("inspected");
    }
    let (period, now) = (Period::parse("2020").expect("a year"), lived.now);
    let seats = lived.hotline.seats(&period, now).expect("seats");
    let figures = lived.hotline.figures(&Question::new(period, now)).expect("figures");
    let sum = |of: fn(&gongdan::Seat) -> i64| seats.iter().map(of).sum::<i64>();
    let given = (0..found.len()).map(|nth| (nth % 21) as i64).sum::<i64>();
    let total = |count| figures.total.count(count);
    assert!(seats.len() > 1 && found.len() > 20);
    assert_eq!(sum(|seat| seat.accepted), total(Count::Accepted));
    assert_eq!([sum(|seat| seat.inspected), found.len() as i64], [total(Count::Inspected); 2]);
    assert_eq!([sum(|seat| seat.inspection_points), given], [total(Count::InspectionPoints); 2]);
    assert_eq!(sum(|seat| seat.inspection_most), total(Count::InspectionMost));
    let before = lived.hotline.seats(&period, now.plus_ms(-1)).expect("seats");
    assert!(before.iter().all(|seat| seat.inspected == 0));
    let by_unit =
        lived.hotline.figures(&Question::new(period, now).by(Grouping::Unit)).expect("figures");
    let of_units = found.iter().filter(|ticket| ticket.unit.is_some()).count() as i64;
    assert_eq!(by_unit.total.count(Count::Inspected), of_units);
}
