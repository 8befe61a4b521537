//! A list's file: written beside its name, and put under it when it is whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use gongdan::Language;

#[cfg(feature = "xlsx")]
use crate::xlsx::Book;
use crate::{OutCell, OutColumn, OutError, OutForm, csv, jsonl};

type Result<T> = std::result::Result<T, OutError>;

/// A list on its way into a file. Dropped before [`finish`](Self::finish), it leaves nothing.
pub struct OutFile {
    path: PathBuf,
    beside: PathBuf,
    replace: bool,
    columns: Vec<OutColumn>,
    language: Language,
    to: BufWriter<File>,
    inside: Inside,
    rows: u64,
}

/// What is being written.
enum Inside {
    Csv,
    Jsonl,
    /// One array of JSON.
    Array,
    #[cfg(feature = "xlsx")]
    Xlsx(Box<Book>),
}

impl Inside {
    #[cfg_attr(
        not(feature = "xlsx"),
        expect(unused_variables, reason = "a workbook alone has a heading row")
    )]
    fn of(form: OutForm, columns: &[OutColumn], language: Language) -> Result<Self> {
        match form {
            OutForm::Csv => Ok(Self::Csv),
            OutForm::Jsonl => Ok(Self::Jsonl),
            #[cfg(feature = "xlsx")]
            OutForm::Xlsx => Ok(Self::Xlsx(Box::new(Book::begin(columns, language)?))),
            #[cfg(not(feature = "xlsx"))]
            OutForm::Xlsx => Err(OutError::Form),
        }
    }
}

impl OutFile {
    /// Begins a file in the form that its name ends with; headings, words and answers are of a language, but for JSON
    /// Lines, which are for programs.
    ///
    /// # Errors
    /// [`OutError::Form`]; [`OutError::Exists`] unless it may be replaced; [`OutError::Io`].
    pub fn create(
        path: impl AsRef<Path>,
        columns: Vec<OutColumn>,
        language: Language,
        replace: bool,
    ) -> Result<Self> {
        let path = path.as_ref().to_owned();
        let inside = Inside::of(OutForm::of(&path)?, &columns, language)?;
        Self::open(path, columns, language, (replace, inside))
    }

    /// Begins a file that others publish: `.json`, one array, or `.csv`; under the names of every face.
    pub(crate) fn create_published(
        path: impl AsRef<Path>,
        columns: Vec<OutColumn>,
        replace: bool,
    ) -> Result<Self> {
        let path = path.as_ref().to_owned();
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let inside = match ending.as_str() {
            "json" => Inside::Array,
            "csv" => Inside::Csv,
            _ => return Err(OutError::Published),
        };
        Self::open(path, columns, Language::English, (replace, inside))
    }

    fn open(
        path: PathBuf,
        columns: Vec<OutColumn>,
        language: Language,
        (replace, inside): (bool, Inside),
    ) -> Result<Self> {
        if !replace && path.exists() {
            return Err(OutError::Exists(path));
        }
        let beside = beside(&path);
        let file = OpenOptions::new().write(true).create_new(true).open(&beside);
        let to = BufWriter::new(file.map_err(failed(&path))?);
        let mut file = Self { path, beside, replace, columns, language, to, inside, rows: 0 };
        file.begin()?;
        Ok(file)
    }

    fn begin(&mut self) -> Result<()> {
        let headings = self.columns.iter().map(|column| column.label(self.language));
        let begun = match self.inside {
            Inside::Csv => {
                csv::begin(&mut self.to).and_then(|()| csv::header(&mut self.to, headings))
            }
            Inside::Array => self.to.write_all(b"["),
            _ => Ok(()),
        };
        begun.map_err(failed(&self.path))
    }

    /// Writes a row: a cell for each column.
    ///
    /// # Errors
    /// [`OutError::TooLong`] and [`OutError::TooManyRows`] in a workbook; [`OutError::Io`].
    pub fn row(&mut self, cells: &[OutCell<'_>]) -> Result<()> {
        self.rows += 1;
        let written = match &mut self.inside {
            Inside::Csv => csv::row(&mut self.to, cells, self.language),
            Inside::Jsonl => jsonl::row(&mut self.to, &self.columns, cells),
            Inside::Array => {
                let between: &[u8] = if self.rows > 1 { b"," } else { b"\n" };
                self.to
                    .write_all(between)
                    .and_then(|()| jsonl::row(&mut self.to, &self.columns, cells))
            }
            #[cfg(feature = "xlsx")]
            Inside::Xlsx(book) => return book.row(self.rows, &self.columns, cells),
        };
        written.map_err(failed(&self.path))
    }

    /// Puts the file under its name, and says how many rows it has.
    ///
    /// # Errors
    /// [`OutError::Exists`] when something came to stand there meanwhile; [`OutError::Io`].
    pub fn finish(mut self) -> Result<u64> {
        #[cfg(feature = "xlsx")]
        if let Inside::Xlsx(book) = &mut self.inside {
            let bytes = book.end()?;
            self.to.write_all(&bytes).map_err(failed(&self.path))?;
        }
        if matches!(self.inside, Inside::Array) {
            self.to.write_all(b"]\n").map_err(failed(&self.path))?;
        }
        let ended = self.to.flush().and_then(|()| self.to.get_ref().sync_all());
        ended.map_err(failed(&self.path))?;
        if !self.replace && self.path.exists() {
            return Err(OutError::Exists(self.path.clone()));
        }
        fs::rename(&self.beside, &self.path).map_err(failed(&self.path))?;
        Ok(self.rows)
    }
}

impl Drop for OutFile {
    /// What is not whole is taken away; of one that was put under its name nothing stands beside it.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.beside);
    }
}

/// Where a file is written until it is whole: in the same folder, under a name of this process.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> OutError {
    let path = path.to_owned();
    |error| OutError::Io(path, error)
}
