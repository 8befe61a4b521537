//! The closed word lists of the office as numbers: the same codes as in the file and in every
//! other face. A test holds them to the library's tables.

/// Where a ticket stands in its life. Overdue is no stage: it is a question with a moment.
pub type gd_stage = i32;

/// "accepted".
pub const GD_STAGE_ACCEPTED: gd_stage = 1;
/// "transferred".
pub const GD_STAGE_TRANSFERRED: gd_stage = 2;
/// "signed_off".
pub const GD_STAGE_SIGNED_OFF: gd_stage = 3;
/// "handled".
pub const GD_STAGE_HANDLED: gd_stage = 4;
/// "rework".
pub const GD_STAGE_REWORK: gd_stage = 5;
/// "difficult".
pub const GD_STAGE_DIFFICULT: gd_stage = 6;
/// "closed".
pub const GD_STAGE_CLOSED: gd_stage = 7;
/// "rejected".
pub const GD_STAGE_REJECTED: gd_stage = 8;
/// "merged".
pub const GD_STAGE_MERGED: gd_stage = 9;

/// What the citizen wants.
pub type gd_kind = i32;

/// "inquiry".
pub const GD_KIND_INQUIRY: gd_kind = 1;
/// "help".
pub const GD_KIND_HELP: gd_kind = 2;
/// "complaint".
pub const GD_KIND_COMPLAINT: gd_kind = 3;
/// "report".
pub const GD_KIND_REPORT: gd_kind = 4;
/// "suggestion".
pub const GD_KIND_SUGGESTION: gd_kind = 5;
/// "praise".
pub const GD_KIND_PRAISE: gd_kind = 6;
/// "other".
pub const GD_KIND_OTHER: gd_kind = 7;

/// How pressing it is.
pub type gd_urgency = i32;

/// "normal".
pub const GD_URGENCY_NORMAL: gd_urgency = 1;
/// "urgent".
pub const GD_URGENCY_URGENT: gd_urgency = 2;
/// "critical".
pub const GD_URGENCY_CRITICAL: gd_urgency = 3;

/// On whose behalf somebody acts; declared by the caller.
pub type gd_role = i32;

/// "centre".
pub const GD_ROLE_CENTRE: gd_role = 1;
/// "unit".
pub const GD_ROLE_UNIT: gd_role = 2;
/// "supervisor".
pub const GD_ROLE_SUPERVISOR: gd_role = 3;

/// How an attempt to call the citizen back went.
pub type gd_callback_outcome = i32;

/// "reached".
pub const GD_CALLBACK_OUTCOME_REACHED: gd_callback_outcome = 1;
/// "not_reached".
pub const GD_CALLBACK_OUTCOME_NOT_REACHED: gd_callback_outcome = 2;
/// "refused".
pub const GD_CALLBACK_OUTCOME_REFUSED: gd_callback_outcome = 3;
/// "disputed".
pub const GD_CALLBACK_OUTCOME_DISPUTED: gd_callback_outcome = 4;

/// The citizen's answer. Never preset: not asked is not satisfied.
pub type gd_satisfaction = i32;

/// "very_satisfied".
pub const GD_SATISFACTION_VERY_SATISFIED: gd_satisfaction = 1;
/// "satisfied".
pub const GD_SATISFACTION_SATISFIED: gd_satisfaction = 2;
/// "basically_satisfied".
pub const GD_SATISFACTION_BASICALLY_SATISFIED: gd_satisfaction = 3;
/// "dissatisfied".
pub const GD_SATISFACTION_DISSATISFIED: gd_satisfaction = 4;
/// "very_dissatisfied".
pub const GD_SATISFACTION_VERY_DISSATISFIED: gd_satisfaction = 5;
/// "unrated".
pub const GD_SATISFACTION_UNRATED: gd_satisfaction = 6;

/// With what outcome the centre closed a ticket: closed is not solved.
pub type gd_close_outcome = i32;

/// "solved".
pub const GD_CLOSE_OUTCOME_SOLVED: gd_close_outcome = 1;
/// "explained".
pub const GD_CLOSE_OUTCOME_EXPLAINED: gd_close_outcome = 2;
/// "unreachable".
pub const GD_CLOSE_OUTCOME_UNREACHABLE: gd_close_outcome = 3;
/// "not_accepted".
pub const GD_CLOSE_OUTCOME_NOT_ACCEPTED: gd_close_outcome = 4;
/// "duplicate".
pub const GD_CLOSE_OUTCOME_DUPLICATE: gd_close_outcome = 5;
/// "withdrawn".
pub const GD_CLOSE_OUTCOME_WITHDRAWN: gd_close_outcome = 6;
/// "answered_online".
pub const GD_CLOSE_OUTCOME_ANSWERED_ONLINE: gd_close_outcome = 7;
/// "terminated".
pub const GD_CLOSE_OUTCOME_TERMINATED: gd_close_outcome = 8;

/// What sort of channel a contact or ticket came by.
pub type gd_channel_kind = i32;

/// "call".
pub const GD_CHANNEL_KIND_CALL: gd_channel_kind = 1;
/// "letter".
pub const GD_CHANNEL_KIND_LETTER: gd_channel_kind = 2;
/// "platform".
pub const GD_CHANNEL_KIND_PLATFORM: gd_channel_kind = 3;
/// "web".
pub const GD_CHANNEL_KIND_WEB: gd_channel_kind = 4;

/// A warning card shown to a unit.
pub type gd_card = i32;

/// "yellow".
pub const GD_CARD_YELLOW: gd_card = 1;
/// "red".
pub const GD_CARD_RED: gd_card = 2;

/// What a text of a ticket is.
pub type gd_text_field = i32;

/// "matter".
pub const GD_TEXT_FIELD_MATTER: gd_text_field = 1;
/// "appeal".
pub const GD_TEXT_FIELD_APPEAL: gd_text_field = 2;
/// "caller_name".
pub const GD_TEXT_FIELD_CALLER_NAME: gd_text_field = 3;
/// "caller_phone".
pub const GD_TEXT_FIELD_CALLER_PHONE: gd_text_field = 4;
/// "caller_address".
pub const GD_TEXT_FIELD_CALLER_ADDRESS: gd_text_field = 5;
/// "answer".
pub const GD_TEXT_FIELD_ANSWER: gd_text_field = 6;
/// "remark".
pub const GD_TEXT_FIELD_REMARK: gd_text_field = 7;
/// "reason".
pub const GD_TEXT_FIELD_REASON: gd_text_field = 8;
/// "result".
pub const GD_TEXT_FIELD_RESULT: gd_text_field = 9;
/// "note".
pub const GD_TEXT_FIELD_NOTE: gd_text_field = 10;
/// "demand".
pub const GD_TEXT_FIELD_DEMAND: gd_text_field = 11;
/// "title".
pub const GD_TEXT_FIELD_TITLE: gd_text_field = 12;
/// "outcome".
pub const GD_TEXT_FIELD_OUTCOME: gd_text_field = 13;

/// The four kinds of reference data.
pub type gd_species = i32;

/// "unit".
pub const GD_SPECIES_UNIT: gd_species = 1;
/// "category".
pub const GD_SPECIES_CATEGORY: gd_species = 2;
/// "channel".
pub const GD_SPECIES_CHANNEL: gd_species = 3;
/// "area".
pub const GD_SPECIES_AREA: gd_species = 4;

/// What a provision of the policy settles.
pub type gd_setting = i32;

/// Working time a unit has to sign off.
pub const GD_SETTING_SIGN_OFF_LIMIT: gd_setting = 1;
/// Working time a unit has to handle.
pub const GD_SETTING_HANDLE_LIMIT: gd_setting = 2;
/// The citizen's own limit, from the first transfer; a return never restarts it.
pub const GD_SETTING_TOTAL_LIMIT: gd_setting = 3;
/// Working time for a rework.
pub const GD_SETTING_REWORK_LIMIT: gd_setting = 4;
/// Until when after the transfer a unit may say "not ours".
pub const GD_SETTING_RETURN_WINDOW: gd_setting = 5;
/// How many returns one unit may ask for on one ticket.
pub const GD_SETTING_RETURN_CAP: gd_setting = 6;
/// How many extensions one assignment may get.
pub const GD_SETTING_EXTENSION_CAP: gd_setting = 7;
/// The most working days one extension may add.
pub const GD_SETTING_EXTENSION_DAYS: gd_setting = 8;
/// How many reworks one ticket may get.
pub const GD_SETTING_REWORK_CAP: gd_setting = 9;
/// After how many attempts in vain a citizen counts as not reachable.
pub const GD_SETTING_CALLBACK_ATTEMPTS: gd_setting = 10;
/// Which answers count as satisfied.
pub const GD_SETTING_SATISFIED_LEVELS: gd_setting = 11;
/// Whether a ticket may be closed with no callback at all.
pub const GD_SETTING_CLOSE_UNCALLED: gd_setting = 12;
/// Whether every assisting unit must have reported before the lead handles.
pub const GD_SETTING_ASSISTANTS_REPORT: gd_setting = 13;
/// The least time between two urges of one ticket.
pub const GD_SETTING_URGE_INTERVAL: gd_setting = 14;
/// The office hours that working hours are counted in.
pub const GD_SETTING_HOURS: gd_setting = 15;
/// How rates are printed.
pub const GD_SETTING_ROUNDING: gd_setting = 16;
/// "satisfaction_rule".
pub const GD_SETTING_SATISFACTION_RULE: gd_setting = 17;
/// What becomes of a return that is asked for after its window: "mark" or "refuse".
pub const GD_SETTING_LATE_RETURN: gd_setting = 18;
/// Working time the centre has to decide on a return or an extension.
pub const GD_SETTING_DECIDE_WITHIN: gd_setting = 19;

/// How a rate is cut to two decimals.
pub type gd_rounding = i32;

/// "half_up".
pub const GD_ROUNDING_HALF_UP: gd_rounding = 1;
/// "truncate".
pub const GD_ROUNDING_TRUNCATE: gd_rounding = 2;
