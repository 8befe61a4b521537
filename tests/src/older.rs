//! Files that older releases wrote, byte for byte as they left them (`files/README.md` says how each
//! was made).

/// Every one: the number of its schema, and its bytes.
pub const OLD_FILES: &[(i64, &[u8])] = &[(1, include_bytes!("../files/schema-1.db"))];
