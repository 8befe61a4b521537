//! What can be asked of a ticket, and why it is refused, as numbers (see vocabulary.rs).

/// What can be asked of a ticket.
pub type gd_verb = i32;

/// "intake".
pub const GD_VERB_INTAKE: gd_verb = 1;
/// "resolve_online".
pub const GD_VERB_RESOLVE_ONLINE: gd_verb = 2;
/// "reject".
pub const GD_VERB_REJECT: gd_verb = 3;
/// "merge".
pub const GD_VERB_MERGE: gd_verb = 4;
/// "unmerge".
pub const GD_VERB_UNMERGE: gd_verb = 5;
/// "repeat".
pub const GD_VERB_REPEAT: gd_verb = 6;
/// "transfer".
pub const GD_VERB_TRANSFER: gd_verb = 7;
/// "recall".
pub const GD_VERB_RECALL: gd_verb = 8;
/// "sign_off".
pub const GD_VERB_SIGN_OFF: gd_verb = 9;
/// "request_return".
pub const GD_VERB_REQUEST_RETURN: gd_verb = 10;
/// "grant_return".
pub const GD_VERB_GRANT_RETURN: gd_verb = 11;
/// "deny_return".
pub const GD_VERB_DENY_RETURN: gd_verb = 12;
/// "designate".
pub const GD_VERB_DESIGNATE: gd_verb = 13;
/// "mark_difficult".
pub const GD_VERB_MARK_DIFFICULT: gd_verb = 14;
/// "request_extension".
pub const GD_VERB_REQUEST_EXTENSION: gd_verb = 15;
/// "grant_extension".
pub const GD_VERB_GRANT_EXTENSION: gd_verb = 16;
/// "deny_extension".
pub const GD_VERB_DENY_EXTENSION: gd_verb = 17;
/// "suspend".
pub const GD_VERB_SUSPEND: gd_verb = 18;
/// "resume".
pub const GD_VERB_RESUME: gd_verb = 19;
/// "report".
pub const GD_VERB_REPORT: gd_verb = 20;
/// "excuse".
pub const GD_VERB_EXCUSE: gd_verb = 21;
/// "handle".
pub const GD_VERB_HANDLE: gd_verb = 22;
/// "send_back".
pub const GD_VERB_SEND_BACK: gd_verb = 23;
/// "callback".
pub const GD_VERB_CALLBACK: gd_verb = 24;
/// "rework".
pub const GD_VERB_REWORK: gd_verb = 25;
/// "close".
pub const GD_VERB_CLOSE: gd_verb = 26;
/// "terminate".
pub const GD_VERB_TERMINATE: gd_verb = 27;
/// "reopen".
pub const GD_VERB_REOPEN: gd_verb = 28;
/// "reclassify".
pub const GD_VERB_RECLASSIFY: gd_verb = 29;
/// "amend".
pub const GD_VERB_AMEND: gd_verb = 30;
/// "note".
pub const GD_VERB_NOTE: gd_verb = 31;
/// "confidential".
pub const GD_VERB_CONFIDENTIAL: gd_verb = 32;
/// "urge".
pub const GD_VERB_URGE: gd_verb = 33;
/// "supervise".
pub const GD_VERB_SUPERVISE: gd_verb = 34;
/// "answer".
pub const GD_VERB_ANSWER: gd_verb = 35;
/// "card".
pub const GD_VERB_CARD: gd_verb = 36;
/// "feature".
pub const GD_VERB_FEATURE: gd_verb = 37;
/// "reschedule".
pub const GD_VERB_RESCHEDULE: gd_verb = 38;
/// "reveal".
pub const GD_VERB_REVEAL: gd_verb = 39;
/// "erase".
pub const GD_VERB_ERASE: gd_verb = 40;

/// Why a command was refused.
pub type gd_refusal = i32;

/// "wrong_stage".
pub const GD_REFUSAL_WRONG_STAGE: gd_refusal = 1;
/// "wrong_role".
pub const GD_REFUSAL_WRONG_ROLE: gd_refusal = 2;
/// "wrong_unit".
pub const GD_REFUSAL_WRONG_UNIT: gd_refusal = 3;
/// "not_signed_off".
pub const GD_REFUSAL_NOT_SIGNED_OFF: gd_refusal = 4;
/// "already_signed_off".
pub const GD_REFUSAL_ALREADY_SIGNED_OFF: gd_refusal = 5;
/// "reason_missing".
pub const GD_REFUSAL_REASON_MISSING: gd_refusal = 6;
/// "remark_missing".
pub const GD_REFUSAL_REMARK_MISSING: gd_refusal = 7;
/// "unit_retired".
pub const GD_REFUSAL_UNIT_RETIRED: gd_refusal = 8;
/// "unit_twice".
pub const GD_REFUSAL_UNIT_TWICE: gd_refusal = 9;
/// "time_backwards".
pub const GD_REFUSAL_TIME_BACKWARDS: gd_refusal = 10;
/// "return_too_late".
pub const GD_REFUSAL_RETURN_TOO_LATE: gd_refusal = 11;
/// "return_forbidden".
pub const GD_REFUSAL_RETURN_FORBIDDEN: gd_refusal = 12;
/// "too_many_returns".
pub const GD_REFUSAL_TOO_MANY_RETURNS: gd_refusal = 13;
/// "return_pending".
pub const GD_REFUSAL_RETURN_PENDING: gd_refusal = 14;
/// "no_return_pending".
pub const GD_REFUSAL_NO_RETURN_PENDING: gd_refusal = 15;
/// "extension_too_late".
pub const GD_REFUSAL_EXTENSION_TOO_LATE: gd_refusal = 16;
/// "extension_too_long".
pub const GD_REFUSAL_EXTENSION_TOO_LONG: gd_refusal = 17;
/// "too_many_extensions".
pub const GD_REFUSAL_TOO_MANY_EXTENSIONS: gd_refusal = 18;
/// "extension_pending".
pub const GD_REFUSAL_EXTENSION_PENDING: gd_refusal = 19;
/// "no_extension_pending".
pub const GD_REFUSAL_NO_EXTENSION_PENDING: gd_refusal = 20;
/// "suspended".
pub const GD_REFUSAL_SUSPENDED: gd_refusal = 21;
/// "not_suspended".
pub const GD_REFUSAL_NOT_SUSPENDED: gd_refusal = 22;
/// "assistants_missing".
pub const GD_REFUSAL_ASSISTANTS_MISSING: gd_refusal = 23;
/// "already_reported".
pub const GD_REFUSAL_ALREADY_REPORTED: gd_refusal = 24;
/// "too_many_reworks".
pub const GD_REFUSAL_TOO_MANY_REWORKS: gd_refusal = 25;
/// "no_callback".
pub const GD_REFUSAL_NO_CALLBACK: gd_refusal = 26;
/// "merge_into_itself".
pub const GD_REFUSAL_MERGE_INTO_ITSELF: gd_refusal = 27;
/// "main_is_merged".
pub const GD_REFUSAL_MAIN_IS_MERGED: gd_refusal = 28;
/// "urged_too_soon".
pub const GD_REFUSAL_URGED_TOO_SOON: gd_refusal = 29;
/// "no_such_supervision".
pub const GD_REFUSAL_NO_SUCH_SUPERVISION: gd_refusal = 30;
/// "nothing_changes".
pub const GD_REFUSAL_NOTHING_CHANGES: gd_refusal = 31;
/// "no_promise".
pub const GD_REFUSAL_NO_PROMISE: gd_refusal = 32;
/// "no_unit".
pub const GD_REFUSAL_NO_UNIT: gd_refusal = 33;
