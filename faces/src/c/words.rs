//! Every closed list as numbers of C.

use gongdan::{ErrorKind, LISTS, List};

use super::prose::{ascii, comment};
use super::source::Source;

/// How C calls a list: the kinds of errors are its statuses, and shorter.
fn stem(list: &List) -> (&str, &str) {
    match list.type_name == ErrorKind::LIST.type_name {
        true => ("status", "e"),
        false => (list.name, list.name),
    }
}

/// The type of a list's codes.
pub(super) fn type_of(list: &List) -> String {
    format!("gd_{}", stem(list).0)
}

/// The constant of a word; without one, what the constants begin with.
pub(super) fn constant(list: &List, word: &str) -> String {
    format!("GD_{}_{word}", stem(list).1).to_uppercase()
}

/// The statuses, and all other lists with their numbers.
pub(super) fn sources() -> Vec<Source> {
    let mut statuses = Source::new("statuses", "Statuses: every kind of error as a number.");
    statuses.uses("crate::status", &type_of(ErrorKind::LIST));
    constants(&mut statuses, ErrorKind::LIST);
    let mut words = Source::new(
        "words",
        "Closed lists of words, as numbers: the same in the file and in every face.",
    );
    numbers(&mut words);
    for (_, list) in LISTS.iter().filter(|(_, list)| list.type_name != ErrorKind::LIST.type_name) {
        words.say(&comment("", &[ascii(list.note)]));
        words.say(&format!("pub type {} = i32;\n\n", type_of(list)));
        constants(&mut words, list);
    }
    vec![statuses, words]
}

fn constants(source: &mut Source, list: &List) {
    for word in list.words {
        let note = Some(ascii(word.note)).filter(|note| !note.is_empty() && note.is_ascii());
        let note = note.unwrap_or(format!("\"{}\".", word.word));
        source.say(&comment("", &[note]));
        let name = constant(list, word.word);
        source.say(&format!("pub const {name}: {} = {};\n", type_of(list), word.code));
    }
    source.say("\n");
}

fn numbers(source: &mut Source) {
    source.say("/// A list of words, for gd_name and its like.\npub type gd_list = i32;\n\n");
    for (number, list) in LISTS {
        let name = format!("GD_LIST_{}", stem(list).0).to_uppercase();
        source
            .say(&format!("/// {}.\npub const {name}: gd_list = {number};\n", constant(list, "")));
    }
    source.say("\n");
}
