//! When people call: around the clock, with a hump in the morning and one in the afternoon, and
//! less on days off.

/// Of a thousand calls of a day, how many come in each hour.
const HOURS: [u64; 24] =
    [8, 5, 3, 3, 4, 8, 18, 40, 85, 105, 95, 65, 45, 45, 70, 85, 80, 60, 45, 45, 38, 26, 15, 7];
/// Calls of a working day and of a day off, in proportion.
pub(crate) const WORKING_DAY: u64 = 10;
pub(crate) const DAY_OFF: u64 = 7;
/// The length of the curve: a thousand parts of an hour's seconds.
pub(crate) const CURVE: u64 = 1000 * 3600;

/// The second of the day at a point of the curve, 0 to [`CURVE`] − 1; never decreasing.
pub(crate) fn second_at(point: u64) -> i64 {
    let mut left = point;
    for (hour, weight) in HOURS.iter().enumerate() {
        if left < weight * 3600 {
            return (hour as u64 * 3600 + left / weight) as i64;
        }
        left -= weight * 3600;
    }
    86_399
}

/// `total` shared out by weight, largest remainders first, so that the parts add up to it.
pub(crate) fn shared(total: u32, weights: &[u64]) -> Vec<u32> {
    let sum = weights.iter().sum::<u64>().max(1);
    let exact = |weight: &u64| u64::from(total) * weight;
    let mut parts: Vec<u32> = weights.iter().map(|weight| (exact(weight) / sum) as u32).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(weights.get(*place).map(|w| exact(w) % sum)));
    let missing = total - parts.iter().sum::<u32>();
    for place in order.into_iter().take(missing as usize) {
        if let Some(part) = parts.get_mut(place) {
            *part += 1;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_is_a_thousand_parts_and_never_decreases() {
        assert_eq!(HOURS.iter().sum::<u64>(), 1000);
        let seconds: Vec<i64> = (0..CURVE).step_by(977).map(second_at).collect();
        assert!(seconds.windows(2).all(|pair| pair[0] <= pair[1]));
        assert_eq!((second_at(0), second_at(CURVE - 1)), (0, 86_399));
    }

    #[test]
    fn shares_add_up_and_follow_the_weights() {
        assert_eq!(shared(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(shared(3320, &[10; 30]).iter().sum::<u32>(), 3320);
        assert_eq!(shared(5, &[0, 7, 0]), [0, 5, 0]);
    }
}
