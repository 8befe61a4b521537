//! Questions about figures: counts by any grouping as of any moment, and what is built on them.

mod account;
mod answer;
mod defined;
mod listing;
mod publish;
pub(crate) mod question;
mod rank;
pub(crate) mod reckon;
mod rows;
mod seen;
mod tabulation;
pub(crate) mod what_if;

pub use account::Account;
pub use answer::{Figures, Key, Row, TicketRef};
pub use defined::check_figure;
pub use listing::Cell;
pub use publish::{Compared, Correction, Issue, NewIssue};
pub use question::{Basis, Grouping, QUESTION, Question};
pub use rank::{RankedGroup, RankedUnit, Ranking};
pub use what_if::{Against, OtherRules, SideBySide, Since};
