//! Values from outside and the editor's texts as a file (外来数): names and what they are set to, in TOML.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::folder::file_of;
use super::problem::FormatError;
use super::wrong::FormatProblem;

/// The values of a file, each as `名称=值`, as [`BulletinQuestion::set`](crate::BulletinQuestion) takes them: a line
/// `接通率 = "97.5%"` sets a value, and a table `[成绩]` with `县住建局 = 98` the values of rows. A number keeps the digits
/// that it is written with.
///
/// # Errors
/// A file that cannot be read or is no TOML, a name with an equals sign, a value that is neither text nor number: with
/// file and line.
pub fn given_values(path: &Path) -> Result<Vec<String>, FormatError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path.parent().unwrap_or(Path::new(""));
    let text = file_of(folder, &name)?;
    Values { file: &name, text: text.trim_start_matches('\u{feff}') }.read()
}

/// A file of values.
struct Values<'a> {
    file: &'a str,
    text: &'a str,
}

impl Values<'_> {
    fn read(&self) -> Result<Vec<String>, FormatError> {
        let table = DeTable::parse(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.wrong(at, FormatProblem::Setting(error.message().to_owned()))
        })?;
        let mut all = Vec::new();
        for (name, value) in table.get_ref() {
            let (at, name) = (value.span().start, name.get_ref());
            match value.get_ref() {
                DeValue::Table(rows) => {
                    for (row, value) in rows {
                        let name = format!("{name}.{}", row.get_ref());
                        all.push(self.one(value.span().start, &name, value.get_ref())?);
                    }
                }
                value => all.push(self.one(at, name, value)?),
            }
        }
        Ok(all)
    }

    fn one(&self, at: usize, name: &str, value: &DeValue<'_>) -> Result<String, FormatError> {
        let told = match value {
            DeValue::String(text) => text.as_ref(),
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => return Err(self.wrong(at, FormatProblem::GivenWrong(name.to_owned()))),
        };
        match name.contains('=') {
            true => Err(self.wrong(at, FormatProblem::GivenWrong(name.to_owned()))),
            false => Ok(format!("{name}={told}")),
        }
    }

    fn wrong(&self, at: usize, problem: FormatProblem) -> FormatError {
        let before = self.text.get(..at).unwrap_or_default();
        FormatError::new(self.file, Some(before.matches('\n').count() + 1), problem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, FormatError> {
        Values { file: "外来数.toml", text }.read()
    }

    #[test]
    fn numbers_keep_their_digits_and_tables_are_rows() {
        let text = "\"部评得分\" = 86.20\n'接通率' = \"97.50%\"\n\"来电\" = 1200\n[\"成绩\"]\n\"承德\" = 118.5\n\"邯郸\" = \"118\"\n";
        let mut told = read(text).expect("values");
        told.sort();
        let mut wanted =
            ["部评得分=86.20", "接通率=97.50%", "来电=1200", "成绩.承德=118.5", "成绩.邯郸=118"];
        wanted.sort_unstable();
        assert_eq!(told, wanted);
    }

    #[test]
    fn what_is_no_value_is_named_with_its_line() {
        for (text, line) in [
            ("a = 1\nb = [1]\n", 2),
            ("a = 1\nb = true\n", 2),
            ("a = 1\n\"b=c\" = 2\n", 2),
            ("a = 0x10\n", 1),
            ("[a.b]\nc = 1\n", 1),
            ("a = 1\na = 2\n", 2),
            ("a =\n", 1),
        ] {
            assert_eq!(read(text).err().and_then(|error| error.line), Some(line), "{text}");
        }
    }
}
