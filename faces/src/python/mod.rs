//! The Python face: an actor for each role, the closed lists as literals, and what is asked with a
//! filter or a question.

mod asked;
mod fields;
mod layout;
mod types;
mod verbs;
mod words;

use gongdan::Role;

use crate::page::Page;

/// Every page of the package.
pub(crate) fn pages() -> Vec<Page> {
    let mut pages = vec![
        Page::whole("bindings/python/python/gongdan/_literals.py", words::literals()),
        Page::whole("bindings/python/python/gongdan/_asked.py", asked::dictionaries()),
    ];
    pages.extend(Role::ALL.iter().map(|role| {
        let place = format!("bindings/python/python/gongdan/_{}.py", role.word());
        Page::whole(place, verbs::module(*role))
    }));
    pages.extend(fields::attributes());
    pages.extend(asked::methods());
    pages
}
