//! What waits for somebody.

use gongdan_domain::{vocabulary, words_are_taken};

vocabulary! {
    /// What waits for somebody: each holds the tickets of the count of the same name.
    Queue, "queue" {
        /// A return or an extension that the centre has to decide.
        Undecided = 1, "undecided", "待审批";
        /// A citizen who is to be called back.
        AwaitingCallback = 2, "awaiting_callback", "待回访";
        /// A supervisor's demand that nobody has answered.
        SupervisionsUnanswered = 3, "supervisions_unanswered", "督办未答复";
        /// A unit's sign-off.
        Unsigned = 4, "unsigned", "待签收";
        /// A unit that asked not to be judged by a ticket.
        ExemptionsUndecided = 5, "exemptions_undecided", "不计入考核待审批";
        /// A reply that the centre has to review.
        AwaitingReview = 6, "awaiting_review", "待审核";
    }
}

words_are_taken!(Queue);
