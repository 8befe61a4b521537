//! The bulletin as JSON: the model as it is, fields in a fixed order.

use crate::model::Bulletin;

impl Bulletin {
    /// The whole model as indented JSON. Every figure stands with its name, rule, printed text
    /// and exact value: a `count`, or `numerator` and `denominator`.
    ///
    /// # Errors
    /// None that the model can cause: strings, numbers and lists only.
    pub fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self)
    }
}
