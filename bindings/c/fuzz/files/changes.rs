//! Changes of a file's bytes, as an input says them.

use arbitrary::Unstructured;

use super::places::PAGE;
use super::sound::Sound;

/// How many changes are made at most.
const CHANGES: usize = 8;

/// What hurts numbers, lengths, pointers and texts.
const ODD: [u8; 16] =
    [0, 1, 2, 7, 8, 9, 0x7f, 0x80, 0x81, 0xfe, 0xff, b'9', b'-', b'"', b'{', b'}'];

/// Makes the changes that the rest of an input says.
pub(super) fn make(file: &mut Vec<u8>, sound: &Sound, bytes: &mut Unstructured<'_>) {
    for _ in 0..CHANGES {
        if bytes.is_empty() || file.len() <= PAGE {
            break;
        }
        change(file, sound, bytes);
    }
}

fn change(file: &mut Vec<u8>, sound: &Sound, bytes: &mut Unstructured<'_>) {
    let [kind, place] = [byte(bytes), byte(bytes)];
    let place = usize::from(kind >> 3) << 8 | usize::from(place);
    let pages = file.len() / PAGE;
    match kind % 8 {
        0..=3 => value(file, sound, place, bytes),
        4 => {
            let head = place % pages * PAGE;
            let at = if head == 0 { 100 } else { head } + usize::from(byte(bytes) % 32);
            set(file, at, 1, bytes);
        }
        5 => {
            let at = (place << 8 | usize::from(byte(bytes))) % file.len();
            set(file, at, 4, bytes);
        }
        6 => set(file, place % 100, 4, bytes),
        _ => page(file, place % pages, usize::from(byte(bytes)) % (pages + 1)),
    }
}

fn byte(bytes: &mut Unstructured<'_>) -> u8 {
    bytes.arbitrary().unwrap_or(0)
}

/// A value of a record becomes another of the same length.
fn value(file: &mut [u8], sound: &Sound, place: usize, bytes: &mut Unstructured<'_>) {
    let how = byte(bytes);
    let place = sound.places[(place << 2 | usize::from(how >> 6)) % sound.places.len()];
    let to = (place.from + place.length).min(file.len());
    let Some(value) = file.get_mut(place.from..to).filter(|value| !value.is_empty()) else {
        return;
    };
    match how & 7 {
        0 => value.fill(ODD[usize::from(byte(bytes) % 16)]),
        1 => {
            let (at, bit) = (usize::from(byte(bytes)), byte(bytes));
            value[at % to.saturating_sub(place.from)] ^= 1 << (bit % 8);
        }
        2 => {
            let at = usize::from(byte(bytes)) % value.len();
            value[at] = ODD[usize::from(byte(bytes) % 16)];
        }
        3 => {
            let last = value.len() - 1;
            value[last] = byte(bytes);
        }
        _ => {
            let at = usize::from(byte(bytes)) % value.len();
            let length = usize::from(how >> 3 & 7) + 1;
            for each in value.iter_mut().skip(at).take(length) {
                *each = byte(bytes);
            }
        }
    }
}

fn set(file: &mut [u8], at: usize, most: u8, bytes: &mut Unstructured<'_>) {
    let (length, at) = (usize::from(byte(bytes) % most) + 1, at.min(file.len() - 1));
    for each in file.iter_mut().skip(at).take(length) {
        *each = byte(bytes);
    }
}

/// A page in the place of another, or the end of the file.
fn page(file: &mut Vec<u8>, to: usize, from: usize) {
    match (from + 1) * PAGE <= file.len() {
        true => file.copy_within(from * PAGE..(from + 1) * PAGE, to * PAGE),
        false => file.truncate(to * PAGE + 8),
    }
}
