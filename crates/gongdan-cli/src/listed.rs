//! Words of closed lists: as help lists them, and as people type them.

/// A closed list of words for `--help`: each word with its office term.
pub(crate) fn listed<'a>(
    what: &str,
    words: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> String {
    let words: Vec<String> =
        words.into_iter().map(|(word, term)| format!("{word} {term}")).collect();
    format!("{what}: {}", words.join(", "))
}

/// A word of a closed list as people type it: dashes are as good as underscores.
pub(crate) fn word(given: &str) -> String {
    given.trim().replace('-', "_")
}
