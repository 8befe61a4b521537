//! How much two names differ: what is nearest to one that nobody knows is told first.

/// From how many names on a list is told by likeness, not in its own order.
const LONG: usize = 12;

/// How many letters have to be put in, left out or changed to make one name the other.
pub fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (above, letter) in one.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], above + 1);
        for (place, same) in other.iter().map(|each| *each == letter).enumerate() {
            let changed = corner + usize::from(!same);
            corner = row[place + 1];
            row[place + 1] = changed.min(row[place] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}

/// The names of a list, those first that differ least from one that is not among them; a short list stays
/// in its own order.
pub fn nearest_first<'a>(given: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    if names.len() >= LONG {
        let given: String = given.chars().take(40).collect();
        names.sort_by_key(|name| distance(&given, name));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest_first};

    #[test]
    fn letters_are_put_in_left_out_and_changed() {
        let told =
            [("", "abc", 3), ("abc", "", 3), ("closed", "close", 1), ("kitten", "sitting", 3)];
        for (one, other, wanted) in told {
            assert_eq!(
                (distance(one, other), distance(other, one)),
                (wanted, wanted),
                "{one} {other}"
            );
        }
    }

    #[test]
    fn the_nearest_of_a_long_list_come_first_and_none_is_lost() {
        let words = "signed_off handled closed merged rejected urged carded noted erased accepted supervised amended";
        let told = nearest_first("acepted", words.split(' '));
        assert_eq!((told[0].as_str(), told.len()), ("accepted", words.split(' ').count()));
        assert_eq!(nearest_first("c", ["b", "c"].into_iter()), ["b", "c"]);
    }
}
