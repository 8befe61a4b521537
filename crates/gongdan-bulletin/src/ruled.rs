//! A table of any manner: headings of several levels, places, serial numbers, a sum wherever it stands.

use crate::sentence::Sentence;

/// A table of cells under headings of one level or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// Of each column its headings, the uppermost first: neighbours with the same ones share them.
    pub heads: Vec<Vec<String>>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Sentence>>,
}

/// A heading: where it stands, and over how many columns and rows of headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The row of headings, from 0.
    pub row: usize,
    /// The rows that it stands in.
    pub rows: usize,
    /// The first column.
    pub column: usize,
    /// The columns that it stands over.
    pub columns: usize,
    /// Its words.
    pub text: String,
}

impl Ruled {
    /// How many rows of headings there are.
    pub fn depth(&self) -> usize {
        self.heads.iter().map(Vec::len).max().unwrap_or(1)
    }

    /// The headings, row by row.
    pub fn headings(&self) -> Vec<Heading> {
        let depth = self.depth();
        let mut headings: Vec<Heading> = Vec::new();
        for row in 0..depth {
            let mut begins = true;
            for (column, path) in self.heads.iter().enumerate() {
                let Some(text) = path.get(row) else {
                    begins = true;
                    continue;
                };
                let last = row + 1 == path.len();
                let before = column.checked_sub(1).map(|before| &self.heads[before]);
                let shares = before
                    .is_some_and(|before| before.len() > row + 1 && before[..=row] == path[..=row]);
                match headings.last_mut().filter(|_| shares && !last && !begins) {
                    Some(heading) => heading.columns += 1,
                    None => {
                        let rows = if last { depth - row } else { 1 };
                        let text = text.clone();
                        headings.push(Heading { row, rows, column, columns: 1, text });
                    }
                }
                begins = last;
            }
        }
        headings
    }

    /// One line of headings, for forms that have no more: `热线/按时办结`.
    pub fn flat_heads(&self) -> Vec<String> {
        self.heads.iter().map(|path| path.join("/")).collect()
    }

    /// The same in so many halves beside each other, read downwards.
    pub(crate) fn side_by_side(self, halves: usize) -> Self {
        if halves < 2 || self.rows.is_empty() {
            return self;
        }
        let columns = self.heads.len();
        let high = self.rows.len().div_ceil(halves);
        let row = |at: usize| {
            let halves = (0..halves).flat_map(|half| {
                let row = self.rows.get(half * high + at).filter(|_| at < high).cloned();
                row.unwrap_or_else(|| vec![Sentence::default(); columns])
            });
            halves.collect()
        };
        let rows = (0..high).map(row).collect();
        Self { rows, heads: (0..halves).flat_map(|_| self.heads.clone()).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_their_headings_and_single_ones_stand_in_all_rows() {
        let path = |told: &str| told.split('/').map(str::to_owned).collect::<Vec<_>>();
        let heads =
            ["单位", "派遣/总计", "派遣/热线/按时", "派遣/热线/超时", "派遣/互动/按时", "结案率"];
        let ruled = Ruled { heads: heads.map(path).to_vec(), rows: Vec::new() };
        let told: Vec<_> = ruled
            .headings()
            .into_iter()
            .map(|each| (each.row, each.rows, each.column, each.columns, each.text))
            .collect();
        let told: Vec<_> =
            told.iter().map(|(a, b, c, d, e)| (*a, *b, *c, *d, e.as_str())).collect();
        assert_eq!(
            told,
            [
                (0, 3, 0, 1, "单位"),
                (0, 1, 1, 4, "派遣"),
                (0, 3, 5, 1, "结案率"),
                (1, 2, 1, 1, "总计"),
                (1, 1, 2, 2, "热线"),
                (1, 1, 4, 1, "互动"),
                (2, 1, 2, 1, "按时"),
                (2, 1, 3, 1, "超时"),
                (2, 1, 4, 1, "按时"),
            ]
        );
    }

    #[test]
    fn halves_are_read_downwards() {
        let rows = ["a", "b", "c"].map(|cell| vec![Sentence::of(cell)]).to_vec();
        let two = Ruled { heads: vec![vec!["x".to_owned()]], rows }.side_by_side(2);
        let read: Vec<String> = two.rows.iter().flatten().map(ToString::to_string).collect();
        assert_eq!((read.join(","), two.heads.len()), ("a,c,b,".to_owned(), 2));
    }
}
