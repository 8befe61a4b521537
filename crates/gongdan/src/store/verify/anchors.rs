//! Verify against anchors: hashes of the journal that stand elsewhere, in printed issues. They find
//! what the chain alone cannot: a tail cut off, and a journal rewritten whole.

use std::collections::BTreeMap;

use gongdan_domain::OfficeEvent;

use super::report::Verified;
use crate::store::Store;
use crate::store::event::{ISSUES, Recorded};
use crate::store::hash::{Hash, hex};
use crate::store::head::Head;
use crate::words::Result;

/// The fewest characters of a hash that an anchor may give.
pub(crate) const SHORTEST: usize = 16;

/// The anchors that the journal is held against, by event.
pub(super) struct Anchors(BTreeMap<u64, Vec<Anchor>>);

/// A hash as it stands elsewhere, and where.
struct Anchor {
    hash: String,
    source: &'static str,
}

impl Anchor {
    fn agrees(&self, hash: &str) -> bool {
        self.hash.len() >= SHORTEST && hash.starts_with(&self.hash)
    }
}

impl Anchors {
    /// The anchors of a caller, and those of the file's own issues.
    pub(super) fn new(given: &[(u64, String)], issues: &[Recorded]) -> Self {
        let mut anchors = Self(BTreeMap::new());
        for (seq, hash) in given {
            anchors.add(*seq, hash, "the anchor");
        }
        for issue in issues {
            if let Ok(OfficeEvent::IssuePublished(published)) = issue.office_event() {
                anchors.add(published.seen, &published.head, "the head in a published issue");
            }
        }
        anchors
    }

    fn add(&mut self, seq: u64, hash: &str, source: &'static str) {
        let hash = hash.trim().to_ascii_lowercase();
        self.0.entry(seq).or_default().push(Anchor { hash, source });
    }

    /// Holds one event, whose hash is not known after one that was altered, against the anchors that
    /// name it; whether there are any.
    pub(super) fn check(&self, seq: u64, hash: Option<&Hash>, report: &mut Verified) -> bool {
        let Some(anchors) = self.0.get(&seq) else { return false };
        let hash = hash.map(hex);
        for anchor in anchors {
            report.anchors += 1;
            let what = match &hash {
                Some(hash) if anchor.agrees(hash) => continue,
                Some(_) => format!("the event is not the one that {} names", anchor.source),
                None => format!("nobody can say any more whether {} is its hash", anchor.source),
            };
            report.find_at("anchor", seq, what);
        }
        true
    }

    /// What no event answered was cut off.
    pub(super) fn close(&self, answered: &[u64], last: u64, report: &mut Verified) {
        for (seq, anchors) in self.0.iter().filter(|(seq, _)| !answered.contains(seq)) {
            report.anchors += anchors.len() as u64;
            let source = anchors.first().map_or("the anchor", |anchor| anchor.source);
            let what = format!("{source} names this event, the journal ends at {last}");
            report.find_at("anchor", *seq, what);
        }
    }
}

impl Store {
    /// The anchors of a verification; what they cannot show without a caller's is said.
    pub(super) fn anchors(&self, head: &Head, given: &[(u64, String)]) -> Result<Anchors> {
        Ok(Anchors::new(given, &self.events_of(head.region, ISSUES)?))
    }
}

/// What a verification with these anchors leaves open.
pub(super) fn not_checked(given: &[(u64, String)], last: u64) -> Vec<String> {
    match given.iter().map(|(seq, _)| *seq).max() {
        None => {
            let what = "whether the tail was cut off or the whole journal rewritten: no anchor from \
                        outside the file was given";
            vec![what.to_owned()]
        }
        Some(newest) if newest < last => {
            vec![format!("whether events after {newest}, the newest anchor, were rewritten")]
        }
        Some(_) => Vec::new(),
    }
}
