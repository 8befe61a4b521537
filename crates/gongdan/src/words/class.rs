//! How far a column may go. Which column goes how far is said by its field (`fields/classes.rs`).

use gongdan_domain::vocabulary;

vocabulary! {
    /// How far a column may go (PIPL, article 51: personal information is managed by classes).
    Class, "class" {
        /// What a bulletin prints: counts, and the names of the office's own register.
        Public = 1, "public", "公开";
        /// What the hotline's own people work with: single tickets by number, who did what and
        /// when. Staff are named here: that is what a journal is for.
        Internal = 2, "internal", "内部";
        /// What can name a citizen: every text that somebody typed. Left out of a table unless the
        /// column is asked for by its name, and then without telephone numbers.
        Personal = 3, "personal", "个人信息";
        /// A citizen's name, telephone number and address, and what would find or unlock them. It
        /// leaves by [`Hotline::reveal`](crate::Hotline::reveal) and
        /// [`Hotline::subject_export`](crate::Hotline::subject_export) only, with an event.
        Sensitive = 4, "sensitive", "敏感个人信息";
    }
}
