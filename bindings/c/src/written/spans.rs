//! Where the strings of a ticket stand.

use gongdan::TicketView;

use crate::fault::Fault;
use crate::strings::{Span, Texts};

/// Where a ticket's strings stand.
pub(crate) struct Words {
    pub(super) number: Span,
    pub(super) matter: Span,
    pub(super) channel: Span,
    pub(super) category: Span,
    pub(super) area: Span,
    pub(super) external: Span,
    pub(super) unit: Span,
    pub(super) section: Span,
    pub(super) assistants: Vec<Span>,
}

impl Words {
    /// Puts them where they stand.
    pub(crate) fn put(view: &TicketView, texts: &mut Texts) -> Result<Self, Fault> {
        Ok(Self {
            number: texts.put("number", &view.number)?,
            matter: texts.put_any("matter", view.matter.as_deref())?,
            channel: texts.put("channel", &view.channel)?,
            category: texts.put_any("category", view.category.as_deref())?,
            area: texts.put_any("area", view.area.as_deref())?,
            external: texts.put_any("external", view.external.as_deref())?,
            unit: texts.put_any("unit", view.unit.as_deref())?,
            section: texts.put_any("section", view.section.as_deref())?,
            assistants: view
                .assistants
                .iter()
                .map(|each| texts.put("assistants", each))
                .collect::<Result<_, _>>()?,
        })
    }
}
