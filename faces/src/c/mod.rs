//! The C face: its exports in Rust, the header, and the list of exported symbols.

mod asked;
mod block;
mod fields;
mod given;
mod header;
mod prose;
mod source;
mod verbs;
mod words;

use crate::page::Page;

/// The calling convention of every export, as Rust spells it. A build for `__stdcall` on 32 bits says
/// `system` here.
const ABI: &str = "C";

/// The pages of the C face.
pub(crate) fn pages() -> Result<Vec<Page>, String> {
    let mut sources = words::sources();
    sources.extend(fields::sources());
    sources.extend(asked::sources()?);
    sources.extend(verbs::sources()?);
    let index = source::index(&sources);
    let mut pages = header::pages(&sources)?;
    pages.extend(sources.iter().map(source::Source::page).chain([index]));
    Ok(pages)
}
