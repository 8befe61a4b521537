//! Questions about figures: counts by any grouping as of any moment, and what is built on them.

mod account;
mod ages;
mod answer;
mod corrected;
mod defined;
mod key;
mod listing;
mod publish;
mod question;
mod rank;
mod ranking_question;
mod reckon;
mod rows;
mod seats;
mod seen;
mod tabulation;
mod told;
mod viewed;
mod what_if;

pub use account::Account;
pub use answer::{Figures, Row, TicketRef};
pub use corrected::CorrectedFact;
pub use defined::check_figure;
pub use key::Key;
pub use listing::Cell;
pub use publish::{Compared, Correction, Issue, NewIssue, Withheld};
pub use question::{QUESTION, Question};
pub use rank::{RankedGroup, RankedUnit, Ranking};
pub use ranking_question::{RANKING, RankingFormula, RankingQuestion};
pub use seats::Seat;
pub use told::figures_told;
pub use what_if::{OtherRules, SideBySide, Since};
