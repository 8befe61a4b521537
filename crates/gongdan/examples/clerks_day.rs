//! A clerk's day: a call comes in, goes to a unit, is signed for, handled, called back and closed; what
//! is out of order is refused in the office's own words.
//!
//!     cargo run -p gongdan --example clerks_day

use gongdan::{
    CallbackOutcome, CloseOutcome, Command, Hotline, Intake, Language, Moment, Options, Result,
    Satisfaction, Stamp, TicketId,
};

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let opened = Moment::parse("at", "2020-09-01 08:00")?;
    let mut hotline = gongdan_sample::found(folder.path().join("h.db"), opened, &Options::new())?;
    let ticket = take_in(&mut hotline)?;
    too_early(&mut hotline, ticket)?;
    live(&mut hotline, ticket)?;
    tell(&hotline, ticket)?;
    Ok(())
}

/// Somebody of the desk, at a time of the first day. A real desk takes `gongdan::now()`.
fn desk(time: &str) -> Result<Stamp> {
    Ok(Stamp::centre("坐席07", Moment::parse("at", &format!("2020-09-01 {time}"))?))
}

/// Somebody of the unit.
fn unit(time: &str) -> Result<Stamp> {
    let at = Moment::parse("at", &format!("2020-09-01 {time}"))?;
    Ok(Stamp::unit("县城管执法局", "李四", at))
}

fn take_in(hotline: &mut Hotline) -> Result<TicketId> {
    let intake = Intake::new("来电", "路灯不亮").category("城市管理").appeal("迎宾路三盏,已三天");
    // Under the telephone system's own number, a call that is sent twice is one ticket.
    let receipt = hotline.intake(&desk("09:12")?.request("call-20200901-0042"), &intake)?;
    println!("{} {}", receipt.number, receipt.stage.term());
    hotline.execute(receipt.ticket, &desk("09:15")?, &Command::transfer("县城管执法局"))?;
    Ok(receipt.ticket)
}

/// The unit replies before it has signed.
fn too_early(hotline: &mut Hotline, ticket: TicketId) -> Result<()> {
    match hotline.execute(ticket, &unit("09:40")?, &Command::handle("已修复")) {
        Err(no) => println!("{}", no.message(Language::Chinese)),
        Ok(receipt) => println!("{} should not be handled yet", receipt.number),
    }
    Ok(())
}

fn live(hotline: &mut Hotline, ticket: TicketId) -> Result<()> {
    hotline.execute(ticket, &unit("09:50")?, &Command::SignOff)?;
    hotline.execute(ticket, &unit("15:20")?, &Command::handle("已更换灯具,恢复照明"))?;
    let called = Command::Callback {
        outcome: CallbackOutcome::Reached,
        satisfaction: Some(Satisfaction::Satisfied),
        attitude: None,
        solved: Some(true),
    };
    hotline.execute(ticket, &desk("16:30")?, &called)?;
    let seen = hotline.ticket(ticket)?.version;
    let close = Command::Close { outcome: CloseOutcome::Solved };
    hotline.execute(ticket, &desk("16:31")?.seen(seen), &close)?;
    Ok(())
}

fn tell(hotline: &Hotline, ticket: TicketId) -> Result<()> {
    for entry in hotline.history(ticket)? {
        println!("{}  {}  {}", entry.at, entry.event.term(), entry.by);
    }
    let ticket = hotline.ticket(ticket)?;
    println!("{} {} v{}", ticket.number, ticket.stage.term(), ticket.version);
    Ok(())
}

#[test]
fn the_day_is_lived() {
    main().expect("a day");
}
