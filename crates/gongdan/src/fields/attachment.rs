//! The files kept with tickets (附件): by reference; what can name a person stands beside their events.

use gongdan_domain::{FileKind, Keeping, Species};

use super::field::FieldKind::{Id, Moment as At, Name, Number, Text, Word};
use super::made::fields;
use crate::words::named::sql;

const NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = attachment.region_id AND ticket.ticket_id = attachment.ticket_id)";

/// A text of the file, and after U+001F, which no text has, the name that is masked in it.
macro_rules! told {
    ($field:literal) => {
        sql!(concat!(
            "(SELECT text.content || COALESCE(char(31) || \
                (SELECT name.content FROM ticket JOIN text AS name \
                    ON name.region_id = ticket.region_id AND name.seq = ticket.first_seq \
                    AND name.field = {text_field.caller_name} \
                 WHERE ticket.region_id = attachment.region_id \
                    AND ticket.ticket_id = attachment.ticket_id), '') \
              FROM text WHERE text.region_id = attachment.region_id \
                AND text.seq = attachment.seq AND text.field = {text_field.",
            $field,
            "})"
        ))
    };
}
const FILE_NAME: &str = told!("file_name");
const FILE_PLACE: &str = told!("file_place");
const FILE_DIGEST: &str = sql!(
    "(SELECT text.content FROM text WHERE text.region_id = attachment.region_id \
        AND text.seq = attachment.seq AND text.field = {text_field.file_digest})"
);

fields! {
    ATTACHMENT in "attachment" {
        /// The ticket it belongs to.
        ticket_id "工单标识", Id, Internal, stored;
        /// The number printed on that ticket.
        number "工单编号", Text, Internal, sql(NUMBER);
        /// Which attachment of the ticket it was, from 1.
        attachment "附件序次", Number, Internal, stored("no");
        /// The event that attached it.
        seq "事件序号", Id, Internal, stored;
        /// When.
        at "时间", At, Internal, stored;
        /// What sort of file it is.
        file_kind "附件类型", Word(FileKind::LIST), Internal, stored("kind");
        /// How many bytes it has.
        size "附件大小", Number, Internal, stored;
        /// The unit that attached it; nothing for the centre.
        unit "承办单位", Name(Species::Unit), Internal, stored("unit_id");
        /// Where its bytes are kept; nothing where they stay elsewhere.
        kept "保存位置", Word(Keeping::LIST), Internal, stored;
        /// When it was taken off again.
        detached_at "撤下时间", At, Internal, stored;
        /// Its name; nothing once erased.
        file_name "附件名称", Text, Personal, sql(FILE_NAME);
        /// Its SHA-256; nothing once erased.
        file_digest "附件摘要", Text, Personal, sql(FILE_DIGEST);
        /// Where it stays, if it was said; nothing once erased.
        file_place "附件存放处", Text, Personal, sql(FILE_PLACE);
    }
}
