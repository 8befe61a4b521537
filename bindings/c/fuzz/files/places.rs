//! Where the values of a sound file lie: what its pages say of their records.

/// A value, or the byte that says what sort of value it is.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) from: usize,
    pub(super) length: usize,
}

/// The bytes of a page of our files.
pub(super) const PAGE: usize = 2_048;

/// How the first value of a record of the schema begins: what is changed there is refused at once.
const SCHEMA: [&[u8]; 4] = [b"table", b"index", b"trigger", b"view"];

/// The values of all records in leaves, tables' and indexes', but those of the schema.
pub(super) fn of(bytes: &[u8]) -> Vec<Place> {
    let mut places = Vec::new();
    for page in (0..bytes.len()).step_by(PAGE) {
        let head = if page == 0 { 100 } else { page };
        let is_table = match bytes[head] {
            13 => true,
            10 => false,
            _ => continue,
        };
        for cell in 0..two_bytes(bytes, head + 3) {
            let at = page + two_bytes(bytes, head + 8 + 2 * cell);
            places.extend(record(&bytes[..page + PAGE], at, is_table).unwrap_or_default());
        }
    }
    places
}

fn two_bytes(bytes: &[u8], at: usize) -> usize {
    usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1])
}

/// The bytes of a record's header and its values, as far as they stand on the page.
fn record(page: &[u8], mut at: usize, is_table: bool) -> Option<Vec<Place>> {
    number(page, &mut at)?;
    if is_table {
        number(page, &mut at)?;
    }
    let begin = at;
    let mut value = begin + number(page, &mut at)?;
    let mut places = Vec::new();
    let first = value;
    while at < begin + (first - begin) {
        let sort = at;
        let length = length(number(page, &mut at)?);
        places.push(Place { from: sort, length: at - sort });
        if length > 0 && value + length <= page.len() {
            places.push(Place { from: value, length });
        }
        value += length;
    }
    let is_schema = SCHEMA.iter().any(|word| page[first..].starts_with(word));
    (!is_schema).then_some(places)
}

/// A number as SQLite writes them, seven bits a byte; none here is longer than nine bytes.
fn number(page: &[u8], at: &mut usize) -> Option<usize> {
    let mut sum = 0;
    for _ in 0..9 {
        let byte = *page.get(*at)?;
        *at += 1;
        sum = sum << 7 | usize::from(byte & 0x7f);
        if byte < 0x80 {
            return Some(sum);
        }
    }
    None
}

/// How long a value of a sort is.
fn length(sort: usize) -> usize {
    match sort {
        0..=4 => sort,
        5 => 6,
        6 | 7 => 8,
        8..=11 => 0,
        _ => (sort - 12) / 2,
    }
}
