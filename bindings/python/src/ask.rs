//! Questions that are answered in JSON: one table of names, each with its arguments.

use gongdan::{
    Count, Datum, Error, Hotline, Limit, Moment, Page, Period, Problem, RankedUnit,
    RankingQuestion, Result, ScoredTerm, Stamp, TicketId,
};
use gongdan_bulletin::{Bulletin, Format};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::arguments::{Asked, Contest, Narrowed, ToPrint};

/// A question by its name, with its arguments.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Ask {
    /// A ticket, by id or printed number.
    Ticket { id: Option<i64>, number: Option<String> },
    /// The tickets a filter finds.
    Find { filter: Narrowed, offset: u64, limit: u64 },
    /// What happened to a ticket.
    History { ticket: i64 },
    /// A ticket as a question sees it.
    TicketOf { ticket: i64, question: Asked },
    /// What happened to a ticket as far as a question sees it.
    HistoryOf { ticket: i64, question: Asked },
    /// The texts of a ticket.
    Texts { ticket: i64 },
    /// A ticket's caller, masked.
    Caller { ticket: i64 },
    /// A ticket's promises, day by day.
    Explain { ticket: i64 },
    /// Contacts by channel.
    Contacts { question: Asked },
    /// Typical cases and difficult tickets.
    Cases { question: Asked },
    /// The carry-over account.
    Account { period: String, as_of: String },
    /// What each seat took in, and what its inspections gave.
    Seats { period: String, as_of: String },
    /// The limits of which a share has passed.
    Warnings { as_of: String },
    /// The tickets between two counts.
    Between { question: Asked, counted: String, not_counted: String },
    /// Tickets with their printed numbers.
    References { tickets: Vec<i64> },
    /// Every published issue.
    Issues,
    /// One published issue.
    Issue { year: i32, number: u32 },
    /// An issue held against the file.
    Compare { year: i32, number: u32 },
    /// The difficult tickets that the next issue follows up.
    FollowedUp { as_of: String },
    /// The journal's head.
    Head,
    /// The hash of an event.
    HashAt { seq: u64 },
    /// The moment of the latest event.
    LastAt,
    /// Who founded the file.
    Founder,
    /// How rates are printed at a moment.
    Rounding { at: String },
    /// The rules in force, or as far as a question sees them.
    Rulebook { question: Option<Asked> },
    /// The units ranked by a formula, or by the one in force.
    Rank { question: Contest },
    /// When a limit that is given at a moment ends.
    EndOf { limit: Value, given: String },
    /// The last issue that a question sees of an earlier cut-off.
    IssueBefore { question: Asked },
    /// Read-only SQL.
    Query { sql: String, values: Vec<Value>, steps: u64 },
    /// A copy of the file.
    BackupTo { path: String },
    /// A copy of the file, opened and verified.
    BackupVerified { path: String },
    /// The tickets whose texts have been kept for so many months.
    Retention { as_of: String, months: u32 },
    /// Who looked at whose data in a period.
    Reveals { by: Option<String>, period: String },
    /// How the file stands.
    Health,
}

/// Answers a question in JSON.
pub(crate) fn answer(hotline: &Hotline, ask: Ask) -> Result<String> {
    let as_of = |text: &str| Moment::parse_as_of(text);
    match ask {
        Ask::Ticket { id: Some(id), .. } => text(&hotline.ticket(TicketId(id))?),
        Ask::Ticket { number, .. } => {
            text(&hotline.ticket_by_number(number.as_deref().unwrap_or_default())?)
        }
        Ask::Find { filter, offset, limit } => {
            let found = hotline.find(&filter.filter()?, Page::after(offset, limit))?;
            text(&json!({ "total": found.total, "tickets": found.tickets }))
        }
        Ask::History { ticket } => text(&hotline.history(TicketId(ticket))?),
        Ask::Texts { ticket } => text(&hotline.texts(TicketId(ticket))?),
        Ask::Caller { ticket } => text(&hotline.caller(TicketId(ticket))?),
        Ask::Explain { ticket } => text(&hotline.explain(TicketId(ticket))?),
        Ask::TicketOf { ticket, question } => {
            text(&hotline.ticket_of(TicketId(ticket), &question.question()?)?)
        }
        Ask::HistoryOf { ticket, question } => {
            text(&hotline.history_of(TicketId(ticket), &question.question()?)?)
        }
        Ask::Contacts { question } => text(&hotline.contacts_of(&question.question()?)?),
        Ask::Cases { question } => text(&hotline.cases_of(&question.question()?)?),
        Ask::Account { period, as_of: at } => {
            text(&hotline.account(&Period::parse(&period)?, as_of(&at)?)?)
        }
        Ask::Seats { period, as_of: at } => {
            text(&hotline.seats(&Period::parse(&period)?, as_of(&at)?)?)
        }
        Ask::Warnings { as_of: at } => text(&hotline.warnings(as_of(&at)?)?),
        Ask::Between { question, counted, not_counted } => {
            let count = |name, word: &str| Count::parse(word).map_err(|wrong| wrong.named(name));
            let counted = count("counted", &counted)?;
            let not_counted = count("not_counted", &not_counted)?;
            text(&hotline.between(&question.question()?, counted, not_counted)?)
        }
        Ask::References { tickets } => {
            let ids: Vec<TicketId> = tickets.into_iter().map(TicketId).collect();
            text(&hotline.references(&ids)?)
        }
        Ask::Issues => text(&hotline.issues()?),
        Ask::Issue { year, number } => text(&hotline.issue(year, number)?),
        Ask::Compare { year, number } => text(&hotline.compare(year, number)?),
        Ask::FollowedUp { as_of: at } => text(&hotline.followed_up(as_of(&at)?)?),
        Ask::Head => text(&hotline.head()?),
        Ask::HashAt { seq } => text(&hotline.hash_at(seq)?),
        Ask::LastAt => text(&hotline.last_at()?),
        Ask::Founder => text(&hotline.founder()?),
        Ask::Rounding { at } => {
            text(&hotline.rounding(as_of(&at).map_err(|wrong| wrong.named("at"))?)?)
        }
        Ask::Rulebook { question: None } => text(&gongdan::rulebook_told(&hotline.rulebook()?)),
        Ask::Rulebook { question: Some(question) } => {
            text(&gongdan::rulebook_told(&hotline.rulebook_of(&question.question()?)?))
        }
        Ask::Rank { question } => rank(hotline, &question.question()?),
        Ask::EndOf { limit, given } => {
            text(&hotline.end_of(limit_of(&limit)?, Moment::parse("given", &given)?)?)
        }
        Ask::IssueBefore { question } => text(&hotline.issue_before(&question.question()?)?),
        Ask::Query { sql, values, steps } => query(hotline, &sql, &values, steps),
        Ask::BackupTo { path } => text(&hotline.backup_to(path)?),
        Ask::BackupVerified { path } => text(&hotline.backup_verified(path)?),
        Ask::Retention { as_of: at, months } => text(&hotline.retention(as_of(&at)?, months)?),
        Ask::Reveals { by, period } => {
            text(&hotline.reveals(by.as_deref(), &Period::parse(&period)?)?)
        }
        Ask::Health => health(hotline),
    }
}

/// Publishes an edition in a format.
pub(crate) fn publish(
    hotline: &mut Hotline,
    stamp: &Stamp,
    (asked, format): (&ToPrint, Option<&Format>),
    answers_for: Option<&str>,
) -> Result<String> {
    let edition = asked.numbered(format)?;
    text(&Bulletin::publish(hotline, stamp, (&edition, format), answers_for)?)
}

/// What was asked of the file, and what it answers, as JSON.
pub(crate) fn text(answer: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(answer)?)
}

fn health(hotline: &Hotline) -> Result<String> {
    let health = hotline.health()?;
    let mut told = serde_json::to_value(health)?;
    told["log_is_stuck"] = json!(health.log_is_stuck());
    text(&told)
}

fn rank(hotline: &Hotline, question: &RankingQuestion) -> Result<String> {
    let rounding = hotline.rounding(question.as_of)?;
    let ranking = hotline.rank(question)?;
    let unit = |group: &Option<String>, unit: &RankedUnit| {
        let term = |term: &ScoredTerm| {
            let value = [term.value.numerator, term.value.denominator];
            json!([term.term.figure, value, term.points.printed(rounding)])
        };
        let terms: Vec<Value> = unit.score.terms.iter().map(term).collect();
        json!({
            "group": group,
            "unit": unit.key.name,
            "rank": unit.rank,
            "grade": unit.grade,
            "points": unit.score.total.printed(rounding),
            "terms": terms,
            "counts": crate::view::counts(&unit.tally),
        })
    };
    let groups = ranking.groups.iter();
    let units: Vec<Value> =
        groups.flat_map(|group| group.units.iter().map(|each| unit(&group.group, each))).collect();
    text(&json!({ "formula": ranking.formula.name, "units": units }))
}

fn query(hotline: &Hotline, sql: &str, values: &[Value], steps: u64) -> Result<String> {
    let values = values.iter().map(datum).collect::<Result<Vec<_>>>()?;
    let rows = hotline.query(sql, &values, steps)?;
    let cell = |datum: &Datum| match datum {
        Datum::Null => Value::Null,
        Datum::Integer(number) => json!(number),
        Datum::Real(number) => json!(number),
        Datum::Text(text) => json!(text),
    };
    let lines: Vec<Vec<Value>> =
        rows.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    text(&json!({ "columns": rows.columns, "rows": lines }))
}

fn limit_of(told: &Value) -> Result<Limit> {
    let expected = "one of working_days, working_minutes, clock_minutes, with a number";
    Limit::deserialize(told)
        .map_err(|wrong| invalid("limit", Problem::of_structure(&wrong, expected)))
}

fn datum(value: &Value) -> Result<Datum> {
    Ok(match value {
        Value::Null => Datum::Null,
        Value::Bool(flag) => Datum::Integer(i64::from(*flag)),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(number), _) => Datum::Integer(number),
            (None, number) => Datum::Real(number.unwrap_or_default()),
        },
        Value::String(text) => Datum::Text(text.clone()),
        Value::Array(_) | Value::Object(_) => {
            let expected = "None, a number or a text";
            return Err(invalid("values", Problem::Malformed { expected }));
        }
    })
}

fn invalid(argument: &'static str, problem: Problem) -> Error {
    gongdan::Invalid::new(argument, problem).into()
}
