//! The formats of paper that are shipped, compiled in from `papers/`.

/// A format's files by name.
type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($folder:literal: $($file:literal),+) => {
        ($folder, &[$(($file, include_str!(concat!("../../papers/", $folder, "/", $file)))),+])
    };
}

/// Every one, the ticket's own sheet first.
pub(super) const ALL: &[(&str, Files)] = &[
    files!("工单": "format.toml", "办理过程.txt"),
    files!("转办单": "format.toml", "要求.txt"),
    files!("督办单": "format.toml", "要求.txt"),
    files!("催办单": "format.toml", "要求.txt"),
];
