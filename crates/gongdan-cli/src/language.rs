//! In which language the terminal speaks: as asked, else as the locale says.

use std::sync::OnceLock;

use clap::ValueEnum;
use gongdan::Language;

/// A language as given on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// 中文
    Zh,
    /// English
    En,
}

/// The language in which `--help` speaks, before anything is read of the command line: that of
/// `--lang` wherever it stands, else that of the locale.
pub(crate) fn spoken() -> Language {
    static SPOKEN: OnceLock<Language> = OnceLock::new();
    *SPOKEN.get_or_init(|| {
        let typed: Vec<String> =
            std::env::args_os().map(|each| each.to_string_lossy().into_owned()).collect();
        let after = typed.iter().zip(typed.iter().skip(1)).find(|(each, _)| *each == "--lang");
        let joined = typed.iter().find_map(|each| each.strip_prefix("--lang="));
        let word = after.map(|(_, word)| word.as_str()).or(joined);
        chosen(word.and_then(|word| Lang::from_str(word, true).ok()))
    })
}

/// The language asked for, else that of the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is
/// set and not empty.
pub(crate) fn chosen(asked: Option<Lang>) -> Language {
    match asked {
        Some(Lang::Zh) => Language::Chinese,
        Some(Lang::En) => Language::English,
        None => {
            let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
            let set = names.iter().filter_map(|name| std::env::var(name).ok());
            of_locale(set.into_iter().find(|locale| !locale.is_empty()).as_deref())
        }
    }
}

fn of_locale(locale: Option<&str>) -> Language {
    match locale.is_some_and(|locale| locale.starts_with("zh")) {
        true => Language::Chinese,
        false => Language::English,
    }
}

/// A text in the language that is spoken.
pub(crate) fn say(
    language: Language,
    chinese: &'static str,
    english: &'static str,
) -> &'static str {
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_that_starts_with_zh_is_chinese() {
        assert_eq!(of_locale(Some("zh_CN.UTF-8")), Language::Chinese);
        assert_eq!(of_locale(Some("C.UTF-8")), Language::English);
        assert_eq!(of_locale(None), Language::English);
    }

    #[test]
    fn what_is_asked_outweighs_the_locale() {
        assert_eq!(chosen(Some(Lang::Zh)), Language::Chinese);
        assert_eq!(chosen(Some(Lang::En)), Language::English);
    }
}
