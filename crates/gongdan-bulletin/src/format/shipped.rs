//! The formats that are shipped, compiled in from `formats/`.

/// A format's files by name.
type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($folder:literal: $($file:literal),+) => {
        ($folder, &[$(($file, include_str!(concat!("../../formats/", $folder, "/", $file)))),+])
    };
}

/// Every shipped format.
pub(super) const ALL: &[(&str, Files)] = &[
    files!("hengdong-2020": "format.toml", "overview.txt", "late.txt", "remarks.txt", "typical.txt",
        "difficult.txt", "follow_up.txt"),
    files!("hengdong-2023": "format.toml", "overview.txt", "first_five.txt", "typical.txt",
        "difficult.txt"),
    files!("plain": "format.toml", "overview.txt"),
    files!("quarter": "format.toml", "overview.txt", "difficult.txt"),
];

/// The format of a bulletin for which none is named.
pub(super) const USUAL: &str = "hengdong-2020";

/// Their names.
pub(super) fn names() -> Vec<&'static str> {
    ALL.iter().map(|(name, _)| *name).collect()
}
