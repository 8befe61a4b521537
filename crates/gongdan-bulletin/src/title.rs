//! Where a title too long for its line is broken: before a date or a number, never inside a word.

use crate::columns::letters;

/// The page between its margins, in points.
const TEXT_WIDTH: usize = 442;

/// The lines of a title in letters of so many points: one that fits stands alone; a longer one is
/// broken where a number begins behind a Chinese letter (热线 | 9月份), nearest its middle, if both
/// parts fit, a letter to spare (the fonts of another machine can be wider). One without such a place is left to whoever sets it.
pub(crate) fn lines(title: &str, size: u16) -> Vec<&str> {
    let fits = |part: &str| (letters(part) + 1) * usize::from(size) <= TEXT_WIDTH;
    if fits(title) {
        return vec![title];
    }
    let pairs = title.char_indices().zip(title.char_indices().skip(1));
    let places = pairs.filter(|((_, before), (_, letter))| {
        letter.is_ascii_digit() && ('\u{4e00}'..='\u{9fff}').contains(before)
    });
    let parts = places.map(|(_, (at, _))| title.split_at(at));
    let parts = parts.filter(|(first, second)| fits(first) && fits(second));
    let parted = parts.min_by_key(|(first, second)| letters(first).abs_diff(letters(second)));
    parted.map_or_else(|| vec![title], |(first, second)| vec![first, second])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_broken_before_its_month() {
        let title = "衡东县“12345”政府服务热线9月份工单办理情况通报";
        assert_eq!(lines(title, 22), ["衡东县“12345”政府服务热线", "9月份工单办理情况通报"]);
        let just = "衡东县“12345”政府服务热线9月份运行分析";
        assert_eq!(lines(just, 22).len(), 2, "twenty letters are too near the edge");
        assert_eq!(lines("9月份通报", 22), ["9月份通报"]);
        let long = "长".repeat(30);
        assert_eq!(lines(&long, 22), [long.as_str()]);
    }
}
