//! The value of a field, whatever its type: what a face shows without knowing the field.

use gongdan_domain::{
    CloseOutcome, Kind, Moment, Role, Satisfaction, Stage, TicketEvent, TicketId, Urgency, Word,
};

use super::text::TicketText;
use super::written::Written;

/// One value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<'a> {
    /// Nothing there.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(i64),
    /// A moment.
    Moment(Moment),
    /// A text, or a name of the register.
    Text(&'a str),
    /// Several names.
    Names(&'a [String]),
    /// A word of a closed list.
    Word(&'static Word),
    /// Texts that stand beside an event.
    Texts(&'a [TicketText]),
    /// What was written.
    Entries(&'a [Written]),
}

/// What can be shown.
pub(crate) trait Show {
    /// Whether there may be nothing.
    const OPTIONAL: bool = false;

    fn show(&self) -> Shown<'_>;
}

impl<T: Show> Show for Option<T> {
    const OPTIONAL: bool = true;

    fn show(&self) -> Shown<'_> {
        self.as_ref().map_or(Shown::Nothing, T::show)
    }
}

/// Makes a type shown.
macro_rules! shown {
    ($($type:ty: $value:ident => $shown:expr;)+) => {
        $(impl Show for $type {
            fn show(&self) -> Shown<'_> {
                let $value = self;
                $shown
            }
        })+
    };
}

shown! {
    bool: flag => Shown::Flag(*flag);
    u32: number => Shown::Number(i64::from(*number));
    u64: number => Shown::Number(i64::try_from(*number).unwrap_or(i64::MAX));
    TicketId: id => Shown::Number(id.0);
    Moment: at => Shown::Moment(*at);
    String: text => Shown::Text(text);
    Vec<String>: names => Shown::Names(names);
    Stage: word => Shown::Word(word.listed());
    Kind: word => Shown::Word(word.listed());
    Urgency: word => Shown::Word(word.listed());
    Satisfaction: word => Shown::Word(word.listed());
    CloseOutcome: word => Shown::Word(word.listed());
    Role: word => Shown::Word(word.listed());
    TicketEvent: event => Shown::Word(event.kind().listed());
    Vec<TicketText>: texts => Shown::Texts(texts);
    Vec<Written>: entries => Shown::Entries(entries);
}
