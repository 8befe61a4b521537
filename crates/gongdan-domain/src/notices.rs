//! The published notices of China's working days, 2016 to 2026, and the text they are loaded from.

use crate::as_written::plainly;
use crate::invalid::{Invalid, Problem};
use crate::moment::parse_day;
use crate::notice::{DayKind, Notice, SpecialDay};

const CHINA: &str = include_str!("notices.csv");

/// The State Council's notices for 2016 to 2026, in order of publication. 2019 and 2020 have
/// two each: Labour Day was rearranged on 2019-03-22, and the Spring Festival of 2020 was
/// lengthened to 2 February on 2020-01-27. An amendment stands as the whole year as amended.
pub fn china_notices() -> Vec<Notice> {
    Notice::parse_all(CHINA).unwrap_or_default()
}

impl Notice {
    /// Reads notices from text, one record a line. A line `notice,YEAR,PUBLISHED,SOURCE` opens
    /// a notice; the lines `holiday,DATE,NAME` and `workday,DATE,NAME` below it are its days.
    /// Blank lines, lines that begin with `#` and the commas a spreadsheet leaves behind are passed
    /// over; dates are read as [`parse_day`] reads them. Every notice is validated.
    ///
    /// ```
    /// use gongdan_domain::{DayKind, Notice};
    /// let text = "notice,2027,2026-11-05,county office\nholiday,2027-01-01,元旦\n";
    /// let notices = Notice::parse_all(text)?;
    /// assert_eq!((notices[0].year, notices[0].days[0].kind), (2027, DayKind::Holiday));
    /// # Ok::<(), gongdan_domain::Invalid>(())
    /// ```
    ///
    /// # Errors
    /// [`Problem::Empty`] names `notices` when there is none, [`Problem::Malformed`] `notices` or a
    /// day; else as [`Notice::validate`].
    pub fn parse_all(text: &str) -> Result<Vec<Self>, Invalid> {
        let mut notices: Vec<Self> = Vec::new();
        for line in text.trim_start_matches('\u{feff}').lines() {
            let line = line.trim().trim_end_matches(',').trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match (line.split_once(','), notices.last_mut()) {
                (Some(("notice", head)), _) => notices.push(opened(head)?),
                (Some((kind, day)), Some(notice)) => notice.days.push(special_day(kind, day)?),
                _ => return Err(malformed()),
            }
        }
        if notices.is_empty() {
            return Err(Invalid::new("notices", Problem::Empty));
        }
        notices.iter().try_for_each(Self::validate)?;
        Ok(notices)
    }
}

fn opened(head: &str) -> Result<Notice, Invalid> {
    let parts: Vec<&str> = head.splitn(3, ',').map(str::trim).collect();
    let [year, published, source] = parts[..] else { return Err(malformed()) };
    let year = plainly(year).parse().map_err(|_| malformed())?;
    let published = parse_day("published", published)?;
    Ok(Notice { year, published, source: source.to_owned(), days: Vec::new() })
}

fn special_day(kind: &str, day: &str) -> Result<SpecialDay, Invalid> {
    let kind = match kind.trim() {
        "holiday" => DayKind::Holiday,
        "workday" => DayKind::Workday,
        _ => return Err(malformed()),
    };
    let (date, name) = day.split_once(',').ok_or_else(malformed)?;
    Ok(SpecialDay { date: parse_day("date", date)?, kind, name: name.trim().to_owned() })
}

fn malformed() -> Invalid {
    let expected = "notice,YEAR,PUBLISHED,SOURCE, then holiday,DATE,NAME or workday,DATE,NAME";
    Invalid::new("notices", Problem::Malformed { expected })
}
