//! The numbers by which things are known: whole numbers below 2^53, safe in every face.

use serde::{Deserialize, Serialize};

/// A region's code after GB/T 2260, six digits: 430424 is Hengdong county.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RegionId(pub u32);

/// A ticket: `region × 10^9 + its number in the region`, from 1 without holes, so the region can be
/// read back. Fifteen digits, all of which a spreadsheet keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TicketId(pub i64);

impl TicketId {
    const SPAN: i64 = 1_000_000_000;

    /// Stands in an event for a ticket that does not exist to whoever asks; no ticket has it.
    pub const WITHHELD: Self = Self(0);

    /// The id of the `number`-th ticket of a region, from 1.
    pub fn new(region: RegionId, number: u64) -> Self {
        Self(i64::from(region.0) * Self::SPAN + number as i64)
    }

    /// The ticket's number in its region, from 1.
    pub fn number(self) -> u64 {
        u64::try_from(self.0 % Self::SPAN).unwrap_or_default()
    }

    /// The region the ticket belongs to.
    pub fn region(self) -> RegionId {
        RegionId(u32::try_from(self.0 / Self::SPAN).unwrap_or_default())
    }
}

impl std::fmt::Display for TicketId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// An entry of reference data (unit, category, channel, area) within its species and region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(pub u32);

/// A member unit (成员单位).
pub type UnitId = EntryId;
/// A category of matters (问题分类).
pub type CategoryId = EntryId;
/// A channel of origin (渠道).
pub type ChannelId = EntryId;
/// An area inside the region.
pub type AreaId = EntryId;
