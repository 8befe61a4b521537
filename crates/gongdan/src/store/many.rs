//! Many rows in one statement: SQLite opens its trees once for all of them, and the next row of a
//! journal stands beside the one before.

use rusqlite::{Statement, ToSql};

/// The most rows of one statement.
pub(super) const MOST: usize = 32;

/// The most marks of one statement: a few less than the connection's limit.
const MARKS: usize = 500;

/// How many of the rows that are left the next statement adds: a power of two, so that few
/// statements have to be compiled and kept.
pub(super) fn portion(left: usize, columns: usize) -> usize {
    let most = left.min(MOST).min(MARKS / columns).max(1);
    1 << most.ilog2()
}

/// The statement that adds one row, made to add several: its marks, which stand last, repeated.
pub(super) fn repeated(one: &str, rows: usize) -> String {
    let one = one.trim_end();
    let marks = one.rfind('(').map_or("", |place| &one[place..]);
    std::iter::once(one).chain(std::iter::repeat_n(marks, rows - 1)).collect::<Vec<_>>().join(", ")
}

/// A statement whose marks are given their values one after the other.
pub(super) struct Binding<'a, 'conn> {
    statement: &'a mut Statement<'conn>,
    place: usize,
}

impl<'a, 'conn> Binding<'a, 'conn> {
    pub(super) fn new(statement: &'a mut Statement<'conn>) -> Self {
        Self { statement, place: 0 }
    }

    /// Gives the next mark its value.
    pub(super) fn next(&mut self, value: impl ToSql) -> rusqlite::Result<()> {
        self.place += 1;
        self.statement.raw_bind_parameter(self.place, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_add_up_within_the_limits() {
        for (left, columns) in [(1, 14), (2, 65), (33, 14), (100, 65), (999, 6), (5, 900)] {
            let (mut rest, mut statements) = (left, 0);
            while rest > 0 {
                let now = portion(rest, columns);
                assert!(now <= rest && now <= MOST && (now == 1 || now * columns <= MARKS));
                rest -= now;
                statements += 1;
            }
            assert!(statements <= left, "{left} rows of {columns} columns");
        }
    }

    #[test]
    fn the_marks_of_one_row_are_repeated() {
        let one = "-- Rows (of a table).\nINSERT INTO t (a, b) VALUES (?, ?)\n";
        assert_eq!(
            repeated(one, 3),
            "-- Rows (of a table).\nINSERT INTO t (a, b) VALUES (?, ?), (?, ?), (?, ?)"
        );
        assert_eq!(repeated(one, 1), one.trim_end());
    }
}
