//! Commands: what stands beside the stage.

use std::ffi::c_char;

use gongdan::{Card, Command, Fact, FileKind, Kind, SupervisionKind, Urgency};

use crate::desk::gd_hotline;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::ticket::{command, gd_ticket};
use crate::written::words::{
    GD_SUPERVISION_KIND_HOTLINE, gd_card, gd_fact, gd_file_kind, gd_kind, gd_supervision_kind,
    gd_urgency,
};
use crate::{numbers, sized};

/// Put the ticket in another category. By the centre alone.
///
/// - `category`: the category; left out, it is taken away (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reclassify(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    category: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Reclassify { category: given.optional("category", category)? })
    })
}

/// What gd_ticket_amend takes. Set it to GD_AMEND_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_amend {
    /// The size of this struct.
    pub size: u32,
    /// The kind from now on (one of GD_KIND_, or 0).
    pub kind: gd_kind,
    /// The urgency from now on (one of GD_URGENCY_, or 0).
    pub urgency: gd_urgency,
    /// The area from now on (or NULL).
    pub area: *const c_char,
    /// The matter from now on (or NULL).
    pub matter: *const c_char,
    /// The appeal from now on (or NULL).
    pub appeal: *const c_char,
}

sized::sized!(gd_amend, "amend", size_of::<gd_amend>());

/// Put kind, urgency, area, matter or appeal right. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_amend(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    amend: *const gd_amend,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        let amend = sized::read(amend)?;
        Ok(Command::Amend {
            kind: numbers::code_any!(Kind, "kind", amend.kind)?,
            urgency: numbers::code_any!(Urgency, "urgency", amend.urgency)?,
            area: given.optional("area", amend.area)?,
            matter: given.optional("matter", amend.matter)?,
            appeal: given.optional("appeal", amend.appeal)?,
        })
    })
}

/// Add a note. By the centre, a supervisor, or a unit that has the ticket.
///
/// - `text`: the note.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_note(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    text: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Note { text: given.required("text", text)? })
    })
}

/// Keep a file with the ticket by reference: what it is, its digest, and where it stays. By the
/// centre, or a unit that has the ticket, as lead or assisting.
///
/// - `name`: the file's name, without its folder.
/// - `file_kind`: what sort of file it is (one of GD_FILE_KIND_).
/// - `size`: how many bytes it has.
/// - `sha256`: its SHA-256, in 64 hexadecimal digits.
/// - `file_place`: where it stays: a folder, the number of a recording (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_attach(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    name: *const c_char,
    file_kind: gd_file_kind,
    size: u64,
    sha256: *const c_char,
    file_place: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Attach {
            name: given.required("name", name)?,
            file_kind: numbers::code!(FileKind, "file_kind", file_kind)?,
            size: numbers::number("size", size)?,
            sha256: given.required("sha256", sha256)?,
            file_place: given.optional("file_place", file_place)?,
        })
    })
}

/// Take a file off the ticket; that it was attached stays. By the centre, or a unit that has the
/// ticket, as lead or assisting.
///
/// - `no`: the number of the attachment on the ticket, from 1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_detach(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    no: u64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| Ok(Command::Detach { no: numbers::number("no", no)? }))
}

/// Withhold the caller's data from the units, or no longer. By the centre alone.
///
/// - `confidential`: whether it is from now on (GD_YES, or GD_NO or 0).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_confidential(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    confidential: i32,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |_| {
        Ok(Command::Confidential { confidential: numbers::flag("confidential", confidential)? })
    })
}

/// Urge the unit. By the centre alone.
///
/// - `text`: what is said to the unit (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_urge(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    text: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Urge { text: given.optional("text", text)? })
    })
}

/// What gd_ticket_supervise takes. Set it to GD_SUPERVISE_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_supervise {
    /// The size of this struct.
    pub size: u32,
    /// The unit it is demanded of; left out, the centre itself (or NULL).
    pub unit: *const c_char,
    /// What is demanded.
    pub demand: *const c_char,
    /// Whose demand it is (one of GD_SUPERVISION_KIND_). Preset: GD_SUPERVISION_KIND_HOTLINE.
    pub supervision_kind: gd_supervision_kind,
    /// Who instructed it; a name, shown with the ticket's texts alone (or NULL).
    pub instructed_by: *const c_char,
    /// Until when it is to be answered (milliseconds since 1970, or 0).
    pub answer_by: i64,
}

sized::sized!(gd_supervise, "supervise", size_of::<gd_supervise>());

/// Demand something of a unit or of the centre. By the centre or a supervisor.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_supervise(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    supervise: *const gd_supervise,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        let supervise = sized::read(supervise)?;
        Ok(Command::Supervise {
            unit: given.optional("unit", supervise.unit)?,
            demand: given.required("demand", supervise.demand)?,
            supervision_kind: numbers::code!(
                SupervisionKind,
                "supervision_kind",
                numbers::or(supervise.supervision_kind, GD_SUPERVISION_KIND_HOTLINE)
            )?,
            instructed_by: given.optional("instructed_by", supervise.instructed_by)?,
            answer_by: numbers::moment_any("answer_by", supervise.answer_by)?,
        })
    })
}

/// Answer a demand. By the centre, or a unit whether it has the ticket or not.
///
/// - `no`: the number of the demand on the ticket, from 1.
/// - `result`: the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_answer(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    no: u64,
    result: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Answer {
            no: numbers::number("no", no)?,
            result: given.required("result", result)?,
        })
    })
}

/// Remind whoever has not answered a demand. By the centre or a supervisor.
///
/// - `no`: the number of the demand on the ticket, from 1.
/// - `text`: what is said (or NULL).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_remind(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    no: u64,
    text: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Remind { no: numbers::number("no", no)?, text: given.optional("text", text)? })
    })
}

/// Take a demand back that was made by mistake: nobody has to answer it. By the centre or a
/// supervisor.
///
/// - `no`: the number of the demand on the ticket, from 1.
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_unsupervise(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    no: u64,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Unsupervise {
            no: numbers::number("no", no)?,
            reason: given.required("reason", reason)?,
        })
    })
}

/// Show a unit a warning card. By the centre or a supervisor.
///
/// - `card`: which card (one of GD_CARD_).
/// - `unit`: the unit it is shown to.
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_card(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    card: gd_card,
    unit: *const c_char,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Card {
            card: numbers::code!(Card, "card", card)?,
            unit: given.required("unit", unit)?,
            reason: given.required("reason", reason)?,
        })
    })
}

/// Ask not to be judged by the ticket, by a unit that has it or had it. By a unit that has the
/// ticket, or ever had it.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_ask_exempt(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::AskExempt { reason: given.required("reason", reason)? })
    })
}

/// Leave the ticket out of what a unit is judged by; every count keeps it. By the centre or a
/// supervisor.
///
/// - `unit`: the unit, of all that it was given of the ticket so far.
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_exempt(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    unit: *const c_char,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Exempt {
            unit: given.required("unit", unit)?,
            reason: given.required("reason", reason)?,
        })
    })
}

/// Judge the unit by the ticket again, or do not grant what it asked for. By the centre or a
/// supervisor.
///
/// - `unit`: the unit.
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_unexempt(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    unit: *const c_char,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Unexempt {
            unit: given.required("unit", unit)?,
            reason: given.required("reason", reason)?,
        })
    })
}

/// What gd_ticket_feature takes. Set it to GD_FEATURE_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_feature {
    /// The size of this struct.
    pub size: u32,
    /// Whether it is picked from now on (GD_YES, or GD_NO or 0). Preset: GD_YES.
    pub featured: i32,
    /// Its title in print (or NULL).
    pub title: *const c_char,
    /// The appeal edited for print; left out, the ticket's own (or NULL).
    pub appeal: *const c_char,
    /// The handling edited for print; left out, the ticket's own (or NULL).
    pub handling: *const c_char,
}

sized::sized!(gd_feature, "feature", size_of::<gd_feature>());

/// Pick the ticket for the bulletin as a typical case, or take it out again. By the centre alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_feature(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    feature: *const gd_feature,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        let feature = sized::read(feature)?;
        Ok(Command::Feature {
            featured: numbers::flag("featured", feature.featured)?,
            title: given.optional("title", feature.title)?,
            appeal: given.optional("appeal", feature.appeal)?,
            handling: given.optional("handling", feature.handling)?,
        })
    })
}

/// Work the running limits out again under the rules of today. By the centre alone.
///
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_reschedule(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Reschedule { reason: given.required("reason", reason)? })
    })
}

/// State the true moment of a fact that was entered wrong or late; verdicts, limits and figures
/// follow it, the journal keeps both. By the centre alone.
///
/// - `fact`: which fact (one of GD_FACT_).
/// - `no`: which of its kind on the ticket, from 1; left out, the last (or 0).
/// - `moment`: when it truly was (milliseconds since 1970).
/// - `reason`: why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_correct(
    hotline: *mut gd_hotline,
    id: i64,
    stamp: *const gd_stamp,
    fact: gd_fact,
    no: u64,
    moment: i64,
    reason: *const c_char,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    command(hotline, id, stamp, ticket, |given| {
        Ok(Command::Correct {
            fact: numbers::code!(Fact, "fact", fact)?,
            no: numbers::number_any("no", no)?,
            moment: numbers::moment("moment", moment)?,
            reason: given.required("reason", reason)?,
        })
    })
}
