//! Numbers of persons are hidden however they are typed: full-width, raised, in circles, spoken,
//! in groups, with characters between them that nobody sees.

use gongdan_domain::{digit_of, without_numbers};
use proptest::prelude::*;

/// One way to write the ten digits.
const FORMS: [[char; 10]; 8] = [
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'],
    ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'],
    ['⓪', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'],
    ['𝟎', '𝟏', '𝟐', '𝟑', '𝟒', '𝟓', '𝟔', '𝟕', '𝟖', '𝟗'],
    ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
    ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'],
];

/// What can stand between two digits of one number.
const BETWEEN: [&str; 16] = [
    "",
    "",
    "",
    "",
    " ",
    "-",
    "\u{200b}",
    "\u{feff}",
    "\u{2060}",
    "\u{3000}",
    "－",
    "·",
    " - ",
    "\u{ad}",
    ".",
    "\u{fe0f}\u{20e3}",
];

fn number() -> impl Strategy<Value = Vec<u8>> {
    let mobile = (3_u8..=9, prop::collection::vec(0_u8..=9, 9))
        .prop_map(|(second, rest)| [vec![1, second], rest].concat());
    let abroad = mobile.clone().prop_map(|digits| [vec![8, 6], digits].concat());
    prop_oneof![mobile, abroad]
}

/// A number with each digit in a form of its own and something after each but the last.
fn written(digits: &[u8], forms: &[usize], between: &[usize]) -> String {
    let each = digits.iter().zip(forms).zip(between).enumerate();
    each.map(|(place, ((digit, form), between))| {
        let after = if place + 1 == digits.len() { "" } else { BETWEEN[*between] };
        format!("{}{after}", FORMS[*form][usize::from(*digit)])
    })
    .collect()
}

/// A text as its readers take it: every digit plain, nothing that nobody sees. What NFKC makes of
/// these characters, written out.
fn plain(text: &str) -> String {
    let unseen = ['\u{200b}', '\u{feff}', '\u{2060}', '\u{ad}', '\u{fe0f}', '\u{20e3}'];
    let digit = |c| digit_of(c).and_then(|digit| char::from_digit(u32::from(digit), 10));
    text.chars().filter(|c| !unseen.contains(c)).map(|c| digit(c).unwrap_or(c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_digit_of_a_telephone_number_stays(
        digits in number(),
        forms in prop::collection::vec(0..FORMS.len(), 13),
        between in prop::collection::vec(0..BETWEEN.len(), 13),
        (before, after) in ("[街角路灯坏了,。]{0,8}", "[,。请回电谢谢:]{0,8}"),
    ) {
        let text = format!("{before}{}{after}", written(&digits, &forms, &between));
        let shown = without_numbers(&text);
        let left = shown.chars().any(|c| digit_of(c).is_some());
        prop_assert!(!left, "{} became {}", text, shown);
        let stars = shown.chars().filter(|c| *c == '*').count();
        prop_assert_eq!(stars, digits.len(), "{} became {}", text, shown);
    }

    #[test]
    fn what_is_hidden_of_a_text_is_hidden_of_its_plain_form(
        digits in prop::collection::vec(0_u8..=9, 1..24),
        forms in prop::collection::vec(0..FORMS.len(), 24),
        between in prop::collection::vec(0..BETWEEN.len(), 24),
    ) {
        let text = written(&digits, &forms, &between);
        prop_assert_eq!(plain(&without_numbers(&text)), without_numbers(&plain(&text)).into_owned());
    }

    #[test]
    fn any_text_keeps_all_but_its_digits(text in "\\PC{0,64}") {
        let shown = without_numbers(&text);
        prop_assert_eq!(shown.chars().count(), text.chars().count());
        for (before, now) in text.chars().zip(shown.chars()) {
            prop_assert!(before == now || (now == '*' && digit_of(before).is_some()));
        }
        prop_assert_eq!(without_numbers(&shown), shown.clone(), "once is enough");
    }
}
