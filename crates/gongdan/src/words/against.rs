//! What a period is compared with.

use gongdan_domain::vocabulary;

vocabulary! {
    /// What a period is compared with.
    Against, "against" {
        /// The period before it, of the same length.
        Before = 1, "before", "环比";
        /// The same period a year earlier.
        YearBefore = 2, "year_before", "同比";
    }
}
