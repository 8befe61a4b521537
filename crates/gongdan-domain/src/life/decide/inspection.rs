//! 质检: each point of the sheet in force is given its score, once.

use crate::inspection_sheet::InspectionPoint;
use crate::invalid::{Invalid, Problem};
use crate::life::event::{PointScore, TicketEvent};
use crate::masking::without_numbers;
use crate::policy::{Setting, Value};
use crate::text;
use crate::vocabulary::TextField;

use super::case::Case;
use super::verdict::Verdict;

impl Case<'_> {
    /// 质检, by the sheet that holds for such a ticket at the moment.
    pub(super) fn inspect(&self, scores: &[String], text: Option<&str>) -> Verdict {
        let text = text.filter(|text| !text.trim().is_empty());
        text.map_or(Ok(()), |text| text::required("text", text, text::MAX_TEXT))?;
        let Some(Value::Sheet(sheet)) = self.in_force(Setting::InspectionSheet) else {
            return Err(
                wrong("no sheet of points is set for such a ticket (inspection_sheet)").into()
            );
        };
        let scores = scored(sheet, scores)?;
        self.with_optional_text(TicketEvent::Inspected { scores }, "text", TextField::Note, text)
    }
}

fn wrong(rule: &'static str) -> Invalid {
    Invalid::new("scores", Problem::Rule { rule })
}

/// The scores in the order of the sheet: each point has one, and nothing else has.
fn scored(sheet: &[InspectionPoint], given: &[String]) -> Result<Vec<PointScore>, Invalid> {
    let read: Vec<(&InspectionPoint, u32)> =
        given.iter().map(|each| score(sheet, each)).collect::<Result<_, _>>()?;
    let of = |point: &InspectionPoint| {
        let mut own = read.iter().filter(|(named, _)| named.name == point.name);
        match (own.next(), own.next()) {
            (Some((_, given)), None) => {
                Ok(PointScore { point: point.name.clone(), given: *given, most: point.most })
            }
            _ => Err(wrong("each point of the sheet is given one score")),
        }
    };
    sheet.iter().map(of).collect()
}

/// One score as it is typed: `规范用语=18`.
fn score<'a>(
    sheet: &'a [InspectionPoint],
    given: &str,
) -> Result<(&'a InspectionPoint, u32), Invalid> {
    let expected = "a point of the sheet and its score: 规范用语=18";
    let malformed = || Invalid::new("scores", Problem::Malformed { expected });
    let (name, score) = given.rsplit_once(['=', '=']).ok_or_else(malformed)?;
    let score: u32 = score.trim().parse().map_err(|_| malformed())?;
    let name = name.trim();
    let point = sheet.iter().find(|point| point.name == name).ok_or_else(|| {
        let given = without_numbers(name).chars().take(40).collect();
        let nearest = sheet.iter().map(|point| point.name.clone()).take(5).collect();
        Invalid::new("scores", Problem::Unknown { given, nearest })
    })?;
    if score > point.most {
        let problem = Problem::OutOfRange { from: 0, to: i64::from(point.most) };
        return Err(Invalid::new("scores", problem));
    }
    Ok((point, score))
}
