//! Names and mergers of units and categories move figures and keep the totals.

use gongdan::{
    Basis, Count, CountOf, Figures, Grouping, Moment, OfficeCommand, Page, Question, Result, Row,
    Species, Stamp, Tally, Times,
};

use super::{Law, Life};
use crate::wild::DAY;

pub(super) fn conserved(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    let sorts = [(Species::Unit, Grouping::Unit), (Species::Category, Grouping::Category)];
    for (species, by) in sorts {
        for basis in Basis::ALL {
            let question = Question::new(life.whole(), life.now).basis(*basis).by(by);
            let before = life.hotline.figures(&question)?;
            merge(life, law, species, &before)?;
            rename(life, law, species, &before)?;
        }
    }
    Ok(())
}

fn two(before: &Figures) -> Option<(&Row, &Row)> {
    let mut real = before.rows.iter().filter(|row| row.keys[0].id > 0);
    real.next().zip(real.next())
}

fn office(life: &mut Life<'_>, at: Moment, command: OfficeCommand) -> Result<()> {
    life.hotline.office(&Stamp::centre("管理员", at), command).map(|_| ())
}

/// One entry takes another over from the middle of the life: what the second had, it has as of now.
/// As of before, each has its own.
fn merge(life: &mut Life<'_>, law: &mut Law, species: Species, before: &Figures) -> Result<()> {
    let Some((one, other)) = two(before) else { return Ok(()) };
    let (name, into) = (other.keys[0].name.clone(), one.keys[0].name.clone());
    let (from, now) = (life.now.plus_ms(-DAY / 2), life.now);
    life.hotline.begin()?;
    let earlier = before.question.clone().as_of(from.plus_ms(-1));
    let then = life.hotline.figures(&earlier)?;
    let command = OfficeCommand::Merge { species, name: name.clone(), into: into.clone(), from };
    match office(life, now, command) {
        // The life had it taken over already, from a moment that has not come.
        Err(error) if error.invalid().is_some() => return life.hotline.roll_back(),
        done => done?,
    }
    let after = life.hotline.figures(&before.question)?;
    let sum = |tally: &mut Tally| tally.add(&other.tally);
    let mut both = one.tally.clone();
    sum(&mut both);
    let got = after.rows.iter().find(|row| row.keys == one.keys);
    let so =
        got.is_some_and(|row| counts(&row.tally) == counts(&both)) && after.row(&name).is_none();
    law.holds(so, || format!("{}: {name} into {into}", life.told(&before.question)));
    law.holds(totals(&after) == totals(before), || format!("seed {}: a total moved", life.seed));
    let earlier = life.hotline.figures(&earlier)?;
    law.holds(earlier == then, || format!("seed {}: the past moved", life.seed));
    found(life, law, species, &after, (&name, &into))?;
    life.hotline.roll_back()
}

/// The counts of all together, and their handling times.
fn totals(figures: &Figures) -> (Vec<Option<i64>>, [Option<Times>; 2]) {
    let times = [CountOf::Tickets, CountOf::Assignments].map(|of| figures.total.times(of));
    (counts(&figures.total), times)
}

/// What adds up.
fn counts(tally: &Tally) -> Vec<Option<i64>> {
    let lists = [CountOf::Tickets, CountOf::Assignments];
    let of = |of| Count::ALL.iter().map(move |count| tally.of(of, *count));
    lists.into_iter().flat_map(of).collect()
}

/// The old name finds what the new one finds, and as many as the row counts.
fn found(
    life: &Life<'_>,
    law: &mut Law,
    species: Species,
    after: &Figures,
    (name, into): (&str, &str),
) -> Result<()> {
    let list = |name: &str| {
        let filter = gongdan::Filter::new();
        let filter = match species {
            Species::Category => filter.category(name),
            _ => filter.unit(name),
        };
        let found = life.hotline.find(&filter, Page::all())?;
        Ok::<_, gongdan::Error>(found.tickets.iter().map(|ticket| ticket.id).collect::<Vec<_>>())
    };
    let (old, new) = (list(name)?, list(into)?);
    law.holds(old == new, || format!("seed {}: {name} finds other tickets than {into}", life.seed));
    if species == Species::Category && after.question.basis == Basis::Cohort {
        // A name means all that stands below it, too.
        let below = |path: &str| path.split('>').any(|name| name == into);
        let rows = after.rows.iter().filter(|row| below(&row.keys[0].name));
        let counted: i64 =
            rows.filter_map(|row| row.tally.of(CountOf::Tickets, Count::Accepted)).sum();
        let so = counted == new.len() as i64;
        law.holds(so, || format!("seed {}: {into} {counted:?}, {} found", life.seed, new.len()));
    }
    Ok(())
}

/// A new name from half a day ago stands over the same figures.
fn rename(life: &mut Life<'_>, law: &mut Law, species: Species, before: &Figures) -> Result<()> {
    let Some((one, _)) = two(before) else { return Ok(()) };
    let (name, to) = (one.keys[0].name.clone(), "另一名称".to_owned());
    let (from, now) = (life.now.plus_ms(-1), life.now);
    life.hotline.begin()?;
    office(life, now, OfficeCommand::Rename { species, name: name.clone(), to: to.clone(), from })?;
    let after = life.hotline.figures(&before.question)?;
    let so = after.row(&to).is_some_and(|row| row.tally == one.tally);
    law.holds(so, || format!("{}: {name} is called otherwise", life.told(&before.question)));
    law.holds(totals(&after) == totals(before), || format!("seed {}: a total moved", life.seed));
    let earlier = before.question.clone().as_of(from.plus_ms(-1));
    let then = life.hotline.figures(&earlier)?;
    law.holds(then.row(&to).is_none(), || format!("seed {}: {to} stood before", life.seed));
    life.hotline.roll_back()
}
