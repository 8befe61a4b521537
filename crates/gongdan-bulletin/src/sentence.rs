//! A sentence of words and figures: whoever prints it can still tell a figure from a word.

use crate::figure::Figure;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, names, and texts of tickets: plain text, to be escaped by whoever prints it.
    Words(String),
    /// A figure.
    Figure(Figure),
}

/// A sentence or paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(pub Vec<Piece>);

impl Sentence {
    /// A sentence of words.
    pub fn of(words: impl Into<String>) -> Self {
        Self::default().say(words)
    }

    /// Goes on with words.
    #[must_use]
    pub fn say(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Words(words.into()));
        self
    }

    /// Goes on with a figure.
    #[must_use]
    pub fn figure(mut self, figure: &Figure) -> Self {
        self.0.push(Piece::Figure(figure.clone()));
        self
    }

    /// Goes on with parts, and words between them.
    #[must_use]
    pub fn list(mut self, parts: Vec<Self>, between: &str) -> Self {
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                self = self.say(between);
            }
            self.0.extend(part.0);
        }
        self
    }

    /// The figure, when it is nothing else.
    pub fn alone(&self) -> Option<&Figure> {
        match self.0.as_slice() {
            [Piece::Figure(figure)] => Some(figure),
            _ => None,
        }
    }

    /// The figures in it, in order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Figure(figure) => Some(figure),
            Piece::Words(_) => None,
        })
    }
}

impl std::fmt::Display for Sentence {
    /// As plain text.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Words(words) => f.write_str(words),
            Piece::Figure(figure) => write!(f, "{figure}"),
        })
    }
}
