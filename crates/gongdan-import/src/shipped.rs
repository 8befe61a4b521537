//! The mappings that are shipped, each for a header that was seen.

use crate::error::SheetError;
use crate::mapping::Mapping;

/// A mapping that is shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its name at the terminal.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

impl Shipped {
    /// The mapping of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        SHIPPED.iter().find(|shipped| shipped.name == name)
    }

    /// Reads it.
    ///
    /// # Errors
    /// As [`Mapping::read`].
    pub fn mapping(&self) -> Result<Mapping, SheetError> {
        Mapping::read(self.text)
    }
}

/// All of them.
pub const SHIPPED: &[Shipped] = &[
    Shipped { name: "通用", text: include_str!("../mappings/通用.toml") },
    Shipped { name: "网络问政", text: include_str!("../mappings/网络问政.toml") },
    Shipped { name: "分级分类", text: include_str!("../mappings/分级分类.toml") },
    Shipped { name: "城区导出", text: include_str!("../mappings/城区导出.toml") },
    Shipped { name: "街道台账", text: include_str!("../mappings/街道台账.toml") },
];
