//! A file on which actors have lived, and the plays that were granted.

use gongdan::{
    Basis, Error, ErrorKind, Figures, Grouping, Hotline, Moment, Options, Period, Question, Role,
};
use gongdan_tests::{Act, Actors, Dice, Folder, Play, Players, found_with};

/// The file, and what happened on it.
pub(crate) struct Lived {
    pub(crate) hotline: Hotline,
    pub(crate) players: Players,
    pub(crate) granted: Vec<Play>,
    pub(crate) refused: usize,
    pub(crate) now: Moment,
    pub(crate) folder: Folder,
}

/// Whether an error says which rule is broken or which argument is wrong; or that there is no such
/// ticket, which a unit alone is told of one that stands.
fn is_coded(error: &Error, play: &Play) -> bool {
    match error.kind() {
        ErrorKind::Refused => error.refusal().is_some(),
        ErrorKind::InvalidInput => error.invalid().is_some(),
        ErrorKind::NotFound => play.stamp.role() == Role::Unit,
        _ => false,
    }
}

/// Every grouping alone, and one pair.
pub(crate) fn groupings() -> Vec<Vec<Grouping>> {
    let mut all: Vec<Vec<Grouping>> = Grouping::ALL.iter().map(|each| vec![*each]).collect();
    all.push(vec![Grouping::Channel, Grouping::Unit]);
    all.push(vec![Grouping::Category, Grouping::Kind]);
    all
}

/// The question of a period and moment by every grouping, on both bases.
pub(crate) fn questions(period: Period, as_of: Moment) -> Vec<Question> {
    let by = |basis| {
        groupings().into_iter().map(move |by| {
            by.into_iter().fold(Question::new(period, as_of).basis(basis), Question::by)
        })
    };
    Basis::ALL.iter().copied().flat_map(by).collect()
}

/// A row by its names: its keys, and its counts that are not zero.
pub(crate) type NamedRow = (Vec<String>, Vec<(String, i64)>);

/// Rows with their names, as far as two files can agree on them.
pub(crate) fn rows(figures: &Figures) -> Vec<NamedRow> {
    let tally = |tally: &gongdan::Tally| {
        let counts = tally.iter().filter(|(_, value)| *value != 0);
        counts.map(|(count, value)| (count.word().to_owned(), value)).collect()
    };
    let names = |row: &gongdan::Row| {
        row.keys.iter().map(|key| format!("{}#{}", key.name, key.id)).collect()
    };
    figures.rows.iter().map(|row| (names(row), tally(&row.tally))).collect()
}

impl Lived {
    /// Lives so many commands, in commits of random size. Whatever is refused must leave the file
    /// as it was; after some commits the whole file is verified.
    pub(crate) fn new(seed: u64, commands: usize) -> Self {
        Self::with(Actors::new(seed), seed, commands)
    }

    /// A life in which nothing is corrected afterwards.
    pub(crate) fn uncorrected(seed: u64, commands: usize) -> Self {
        Self::with(Actors::new(seed).who_correct_nothing(), seed, commands)
    }

    fn with(actors: Actors, seed: u64, commands: usize) -> Self {
        let folder = Folder::new("lived");
        let options = Options::new().seeded_salts(seed);
        let hotline = found_with(&folder.file("lived.db"), &options).expect("a file");
        let now = hotline.last_at().expect("a moment");
        let (players, granted) = (Players::default(), Vec::new());
        let mut lived = Self { hotline, players, granted, refused: 0, now, folder };
        lived.live(actors, seed, commands);
        lived
    }

    fn live(&mut self, mut actors: Actors, seed: u64, commands: usize) {
        let mut dice = Dice::new(seed.wrapping_mul(31));
        let mut left = commands;
        while left > 0 {
            let size = (1 + dice.below(25)).min(left);
            self.commit(&mut actors, size, seed);
            left -= size;
            if dice.chance(3) {
                self.verify(seed);
            }
        }
        self.verify(seed);
        self.now = actors.now();
    }

    fn commit(&mut self, actors: &mut Actors, size: usize, seed: u64) {
        let (players, granted, refused) = (&mut self.players, &mut self.granted, &mut self.refused);
        self.hotline
            .batch(|batch| {
                for _ in 0..size {
                    let play = actors.next_play();
                    let before = batch.hotline().head()?;
                    match players.perform(batch, &play) {
                        Ok(receipt) => {
                            actors.note(&play, receipt.as_ref());
                            granted.push(play);
                        }
                        Err(error) => {
                            let what = format!("seed {seed}: {play:?}: {error}");
                            assert!(is_coded(&error, &play), "{what}: neither code nor argument");
                            assert_eq!(batch.hotline().head()?, before, "{what}: but it wrote");
                            *refused += 1;
                        }
                    }
                }
                Ok(())
            })
            .expect("a commit");
    }

    /// The fold of the journal is what the rows say.
    pub(crate) fn verify(&self, seed: u64) {
        let verified = self.hotline.verify(&mut |_, _| {}).expect("a report");
        assert!(verified.is_sound(), "seed {seed}: {:#?}", verified.findings);
    }

    /// Performs the granted plays up to a moment on a new file: all are granted there, too.
    pub(crate) fn again_until(&self, seed: u64, until: Moment, name: &str) -> (Hotline, Players) {
        let options = Options::new().seeded_salts(seed);
        let mut hotline = found_with(&self.folder.file(name), &options).expect("a file");
        let mut players = Players::default();
        hotline
            .batch(|batch| {
                for play in self.granted.iter().filter(|play| play.stamp.at() <= until) {
                    // What no clock blocks may be dated before the intake: it counts from there.
                    if matches!(&play.act, Act::Ticket(ticket, _) if *ticket >= players.ids.len()) {
                        continue;
                    }
                    let done = players.perform(batch, play);
                    done.unwrap_or_else(|error| panic!("seed {seed}: {play:?}: {error}"));
                }
                Ok(())
            })
            .expect("a commit");
        (hotline, players)
    }
}
