//! Every word has one office term within its table.

use gongdan_domain::{RefusalCode, Stage, Verb, Who};

#[test]
fn every_word_has_one_office_term_within_its_table() {
    fn unique<T: Ord>(each: impl Iterator<Item = T>) -> bool {
        let all: Vec<T> = each.collect();
        all.iter().collect::<std::collections::BTreeSet<_>>().len() == all.len()
    }
    assert!(unique(Verb::ALL.iter().map(|each| each.term())));
    assert!(unique(Stage::ALL.iter().map(|each| each.term())));
    assert!(unique(Who::ALL.iter().map(|each| each.term())));
    assert!(unique(RefusalCode::ALL.iter().map(|each| each.term())));
}
