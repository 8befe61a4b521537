//! A published issue is always printed from the same events, and the next one follows up its
//! difficult tickets.

use gongdan::{Command, Issue, NewIssue, OfficeCommand, Period, Species, Stage, Stamp, TicketId};
use gongdan_bulletin::{Bulletin, BulletinQuestion, Edition, Format, FormatProblem};

use crate::lived::{Lived, at, september};
use crate::read::agree;

const CUT_OFF: &str = "2020-10-09";

fn august() -> Edition {
    let as_of = gongdan::Moment::parse_as_of("2020-09-05").unwrap();
    BulletinQuestion::new(Period::month(2020, 8).unwrap(), as_of).issue().unwrap()
}

fn publish(lived: &mut Lived, issue: &Edition, when: &str) {
    let new = NewIssue {
        year: issue.year,
        number: issue.number,
        period: issue.period,
        as_of: issue.as_of,
        answers_for: Some("张主任".into()),
        imprint: None,
    };
    lived.hotline.publish(&Stamp::centre("编辑", at(when)), &new).unwrap();
}

fn again(unit: &str) -> Command {
    Command::Transfer { lead: unit.into(), assisting: Vec::new(), remark: Some("请牵头".into()) }
}

fn supervised(lived: &mut Lived) {
    let id = lived.hotline.ticket_by_number("20200825-0001").unwrap().id;
    let demand = |unit: Option<&str>, demand: &str| Command::supervise(unit, demand);
    let overseer = |when| Stamp::supervisor("县政府督查室", at(when));
    let asked = demand(Some("县住建局"), "限三日内|牵头清淤");
    lived.hotline.execute(id, &overseer("2020-09-10 09:00"), &asked).unwrap();
    let result = "已会同乡镇制定清淤方案".into();
    lived.unit(id, "县住建局", "2020-09-12 09:00", Command::Answer { no: 1, result });
    let asked = demand(None, "明确权属");
    lived.hotline.execute(id, &overseer("2020-09-20 09:00"), &asked).unwrap();
    lived.centre(id, "2020-09-21 09:00", again("电力公司"));
}

#[test]
fn difficult_tickets_of_the_last_issue_are_followed_up() {
    let mut lived = Lived::month("followed");
    assert_eq!(lived.bulletin(&september(CUT_OFF)).followed_up, None);
    publish(&mut lived, &august(), "2020-09-05 18:00");
    supervised(&mut lived);
    let bulletin = lived.bulletin(&september(CUT_OFF));
    let follow_up = bulletin.followed_up.as_ref().unwrap();
    assert_eq!((follow_up.issue.as_str(), follow_up.tickets.len()), ("〔2020〕第8期", 1));
    let ticket = &follow_up.tickets[0];
    assert_eq!((ticket.case.number.as_str(), ticket.stage), ("20200825-0001", Stage::Transferred));
    let answered: Vec<bool> = ticket.demands.iter().map(|demand| demand.answered).collect();
    assert_eq!(answered, [true, false]);
    let markdown = bulletin.document().expect("laid out").markdown();
    for said in [
        "- 七、上期疑难工单督办处理情况",
        "2020年9月10日县政府督查室,督办县住建局:限三日内\\|牵头清淤。答复:已会同乡镇制定清淤方案。",
        "2020年9月20日县政府督查室,督办热线中心:明确权属。尚未答复。",
        "工单20200825-0001由电力公司承办,已转办。",
    ] {
        assert!(markdown.contains(said), "{said}\nis not in\n{markdown}");
    }
    let early = lived.bulletin(&september("2020-09-11")).followed_up.unwrap();
    assert!(!early.tickets[0].demands[0].answered, "nothing after the cut-off is told");
    assert_eq!(early.tickets[0].stage, Stage::Difficult);
}

/// An editor retells the difficult ticket for print, and leaves a number in it.
fn edited(lived: &mut Lived, when: &str) -> TicketId {
    let id = lived.hotline.ticket_by_number("20200825-0001").unwrap().id;
    let command = Command::Feature {
        featured: true,
        title: Some("河道清淤事宜".into()),
        appeal: Some("陶女士(电话13812345678)来电反映河道多年未清淤".into()),
        handling: Some("县住建局、电力公司已到现场,正在商定".into()),
    };
    lived.hotline.execute(id, &Stamp::centre("编辑李四", at(when)), &command).unwrap();
    id
}

#[test]
fn a_case_edited_for_print_and_its_follow_up_stand_in_every_document() {
    let mut lived = Lived::month("edited");
    publish(&mut lived, &august(), "2020-09-05 18:00");
    let id = edited(&mut lived, "2020-09-08 16:00");
    supervised(&mut lived);
    let history = lived.hotline.history(id).unwrap();
    let featured = |entry: &&gongdan::HistoryEntry| {
        matches!(entry.event, gongdan::TicketEvent::Featured { featured: true })
    };
    let entry = history.iter().find(featured).unwrap();
    assert_eq!((entry.by.as_str(), entry.at), ("编辑李四", at("2020-09-08 16:00")));
    let issue = september(CUT_OFF);
    let formats = ["hengdong-2020", "hengdong-2023", "plain", "quarter"];
    let mut documents = vec![lived.bulletin(&issue).document().expect("laid out")];
    for format in formats.map(|name| Format::shipped(name).unwrap()) {
        let bulletin = lived.bulletin(&format.of_issue(issue.clone()));
        documents.push(bulletin.document_in(&format).unwrap());
    }
    for document in &documents {
        agree::in_every_form(document);
        assert!(!document.markdown().contains("13812345678"));
    }
    for document in &documents[..2] {
        let markdown = document.markdown();
        for said in [
            "〔2020〕第8期列出疑难工单1件。",
            "1、河道清淤事宜。陶女士(电话***********)来电反映河道多年未清淤",
            "答复:已会同乡镇制定清淤方案。",
            "工单20200825-0001由电力公司承办,已转办。",
        ] {
            let said = said.replace('*', "\\*");
            assert!(markdown.contains(&said), "{said}\nis not in\n{markdown}");
        }
    }
}

#[test]
fn a_published_issue_is_printed_again_byte_for_byte() {
    let mut lived = Lived::month("again");
    publish(&mut lived, &august(), "2020-09-05 18:00");
    let draft = lived.bulletin(&september(CUT_OFF));
    assert_eq!(
        (
            draft.published.is_none(),
            draft.document().expect("laid out").markdown().contains("存档")
        ),
        (true, false)
    );
    publish(&mut lived, &september(CUT_OFF), "2020-10-09 18:00");
    let printed = lived.bulletin(&september(CUT_OFF));
    assert_eq!(printed.journal, draft.journal, "the head is that of the figures");
    let foot = printed.document().expect("laid out").markdown();
    assert!(foot.contains("发布:2020-10-09 18:00:00,编辑,第"), "{foot}");
    assert!(foot.contains("条事件存档,差异由张主任负责。"), "{foot}");
    assert!(foot.contains(&draft.journal.hash));

    changed_since(&mut lived);
    let again = lived.bulletin(&september(CUT_OFF));
    assert_eq!(
        again.document().expect("laid out").markdown(),
        printed.document().expect("laid out").markdown()
    );
    assert_eq!(again.json().unwrap(), printed.json().unwrap());
    let other = Edition { number: 10, ..september(CUT_OFF) };
    let today = lived.bulletin(&other).document().expect("laid out").markdown();
    assert!(
        today.contains("县住房城乡建设局"),
        "an unpublished issue is told as of today: {today}"
    );
}

#[test]
fn a_callers_name_is_masked_in_a_case_that_is_printed() {
    let mut lived = Lived::month("named");
    let caller = gongdan::Caller::named("陶渊明");
    let intake =
        gongdan::Intake::new("来电", "陶渊明反映路灯不亮").appeal("我叫陶 渊明").caller(caller);
    let id = lived.take_in("2020-09-01 11:00", intake);
    let answer = Command::ResolveOnline { answer: Some("已告知陶渊明".into()) };
    lived.centre(id, "2020-09-01 11:05", answer);
    lived.centre(id, "2020-09-01 11:10", Command::feature(true));
    let bulletin = lived.bulletin(&september(CUT_OFF));
    let printed = [bulletin.json().unwrap(), bulletin.document().unwrap().markdown()];
    for said in printed {
        assert!(said.contains("陶某反映路灯不亮") && said.contains("已告知陶某"), "{said}");
        assert!(!said.contains("渊明"), "{said}");
    }
}

/// Publishes an edition with its words, in a format.
fn publish_whole(
    lived: &mut Lived,
    edition: &Edition,
    format: &str,
    who: Option<&str>,
) -> Result<Issue, gongdan::Error> {
    let format = Format::shipped(format).unwrap();
    let stamp = Stamp::centre("编辑", at("2020-10-09 18:00"));
    Bulletin::publish(&mut lived.hotline, &stamp, (edition, Some(&format)), who)
}

#[test]
fn a_number_prints_the_words_and_the_format_that_were_published_whatever_is_asked() {
    let mut lived = Lived::month("words");
    let edition = Edition { title: Some("九月通报".into()), ..september(CUT_OFF) };
    let draft = lived.bulletin(&edition).document().unwrap();
    assert_eq!(draft.number, "〔2020〕第9期(草稿)");
    publish_whole(&mut lived, &edition, "hengdong-2023", None).unwrap();
    changed_since(&mut lived);
    let (published, format) = Edition::published(&lived.hotline, 2020, 9).unwrap();
    assert_eq!((&published.to, format.as_deref()), (&edition.to, Some("hengdong-2023")));
    let format = Format::shipped("hengdong-2023").unwrap();
    let first = lived.bulletin(&format.of_issue(published)).document().unwrap();
    assert_eq!(
        (first.number.as_str(), first.organ.as_str()),
        ("〔2020〕第9期", "衡东县行政审批服务局")
    );
    for cut_off in ["2020-09-30", CUT_OFF, "2020-12-31"] {
        let other =
            Edition { title: Some("另一份".into()), remarks: Vec::new(), ..september(cut_off) };
        let again = lived.bulletin(&format.of_issue(other));
        assert_eq!(again.title, "九月通报");
        assert_eq!(again.document().unwrap(), first);
        let plain = again.document_in(&Format::shipped("plain").unwrap()).unwrap_err();
        assert_eq!(plain.problem, FormatProblem::PublishedIn("hengdong-2023".into()));
    }
    assert!(Edition::published(&lived.hotline, 2020, 8).is_err(), "nothing was published");
}

#[test]
fn what_the_listed_tickets_do_not_explain_does_not_reconcile() {
    let lived = Lived::month("answered");
    let bulletin = lived.bulletin(&september(CUT_OFF));
    assert!(bulletin.reconciles());
    assert!(bulletin.checks.iter().any(|check| !check.agrees()), "differences that are listed do");
    for index in 0..bulletin.checks.len() {
        let mut hurt = bulletin.clone();
        hurt.checks[index].left.0[0].count += 1;
        assert!(!hurt.reconciles(), "{:?}", hurt.checks[index]);
    }
}

#[test]
fn figures_that_whoever_prints_them_holds_for_wrong_are_published_by_somebody_who_answers() {
    let mut lived = Lived::month("answers");
    let stamp = Stamp::centre("编辑", at("2020-10-09 18:00"));
    let edition = september(CUT_OFF);
    let mut new = NewIssue {
        year: 2020,
        number: 9,
        period: edition.period,
        as_of: edition.as_of,
        answers_for: None,
        imprint: None,
    };
    let refused = lived.hotline.publish_if(&stamp, &new, |_| Ok(false)).unwrap_err();
    assert!(refused.to_string().contains("answers_for"), "{refused}");
    assert_eq!(lived.hotline.issues().unwrap(), []);
    new.answers_for = Some("张主任".into());
    assert!(lived.hotline.publish_if(&stamp, &new, |_| Ok(false)).is_ok());
}

/// A rename, a merger, another rounding, more contacts, and a late entry, all dated back.
fn changed_since(lived: &mut Lived) {
    let stamp = Stamp::centre("系统管理员", at("2020-10-09 19:00"));
    let species = Species::Unit;
    let (name, to) = ("县住建局".to_owned(), "县住房城乡建设局".to_owned());
    let from = at("2020-08-15 00:00");
    let day = gongdan::parse_day("day", "2020-09-02").unwrap();
    let rounding = gongdan::Provision {
        setting: gongdan::Setting::Rounding,
        from,
        scope: gongdan::Scope::default(),
        value: gongdan::Value::Rounding(gongdan::Rounding::Truncate),
    };
    for command in [
        OfficeCommand::Rename { species, name, to, from },
        OfficeCommand::Merge {
            species, name: "电力公司".into(), into: "城管局".into(), from
        },
        OfficeCommand::Provide(rounding),
        OfficeCommand::RecordContacts { channel: "来电".into(), day, count: 9 },
    ] {
        lived.hotline.office(&stamp, command).unwrap();
    }
    let id = lived.hotline.ticket_by_number("20200901-0008").unwrap().id;
    lived.unit(id, "县住房城乡建设局", "2020-10-08 09:00", Command::handle("已拆除"));
    let id = lived.hotline.ticket_by_number("20200901-0010").unwrap().id;
    lived.centre(id, "2020-10-08 09:00", again("县住房城乡建设局"));
}
