//! The closed lists as literals: a misspelt word fails in an editor, not at the desk.

use gongdan::{LISTS, List};

use super::layout::wrapped;

const HEAD: &str = r#""""The words of every closed list, each in English and as the office says it.

Written from the tables by `make faces`; do not edit. `gongdan.words` lists them while a program runs.
"""

from typing import Literal
"#;

/// The module of all lists.
pub(super) fn literals() -> String {
    let lists: String = LISTS.iter().map(|(_, list)| literal(list)).collect();
    format!("{HEAD}{lists}")
}

fn literal(list: &List) -> String {
    let note = wrapped("#: ", "#: ", list.note);
    let mut words = String::new();
    for word in list.words {
        words += &match word.word == word.term {
            true => format!("    \"{}\",\n", word.word),
            false => format!("    \"{}\", \"{}\",\n", word.word, word.term),
        };
    }
    format!("\n{note}{} = Literal[\n{words}]\n", list.type_name)
}
