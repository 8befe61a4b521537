//! Closed lists of words, as numbers: the same in the file and in every face.

/// A list of words, for gd_name and its like.
pub type gd_list = i32;

/// GD_E_.
pub const GD_LIST_STATUS: gd_list = 1;
/// GD_STAGE_.
pub const GD_LIST_STAGE: gd_list = 2;
/// GD_KIND_.
pub const GD_LIST_KIND: gd_list = 3;
/// GD_URGENCY_.
pub const GD_LIST_URGENCY: gd_list = 4;
/// GD_ROLE_.
pub const GD_LIST_ROLE: gd_list = 5;
/// GD_CALLBACK_OUTCOME_.
pub const GD_LIST_CALLBACK_OUTCOME: gd_list = 6;
/// GD_SATISFACTION_.
pub const GD_LIST_SATISFACTION: gd_list = 7;
/// GD_CLOSE_OUTCOME_.
pub const GD_LIST_CLOSE_OUTCOME: gd_list = 8;
/// GD_CHANNEL_KIND_.
pub const GD_LIST_CHANNEL_KIND: gd_list = 9;
/// GD_CARD_.
pub const GD_LIST_CARD: gd_list = 10;
/// GD_TEXT_FIELD_.
pub const GD_LIST_TEXT_FIELD: gd_list = 11;
/// GD_SPECIES_.
pub const GD_LIST_SPECIES: gd_list = 12;
/// GD_SETTING_.
pub const GD_LIST_SETTING: gd_list = 13;
/// GD_ROUNDING_.
pub const GD_LIST_ROUNDING: gd_list = 14;
/// GD_VERB_.
pub const GD_LIST_VERB: gd_list = 15;
/// GD_REFUSAL_.
pub const GD_LIST_REFUSAL: gd_list = 16;
/// GD_COUNT_.
pub const GD_LIST_COUNT: gd_list = 17;
/// GD_BASIS_.
pub const GD_LIST_BASIS: gd_list = 18;
/// GD_GROUPING_.
pub const GD_LIST_GROUPING: gd_list = 19;
/// GD_EVENT_.
pub const GD_LIST_EVENT: gd_list = 21;
/// GD_OUTCOME_.
pub const GD_LIST_OUTCOME: gd_list = 22;
/// GD_PART_.
pub const GD_LIST_PART: gd_list = 23;
/// GD_LEG_END_.
pub const GD_LIST_LEG_END: gd_list = 24;
/// GD_WHO_.
pub const GD_LIST_WHO: gd_list = 25;
/// GD_DAY_KIND_.
pub const GD_LIST_DAY_KIND: gd_list = 26;
/// GD_OFFICE_EVENT_.
pub const GD_LIST_OFFICE_EVENT: gd_list = 27;
/// GD_CLASS_.
pub const GD_LIST_CLASS: gd_list = 28;
/// GD_TABLE_.
pub const GD_LIST_TABLE: gd_list = 29;
/// GD_AGAINST_.
pub const GD_LIST_AGAINST: gd_list = 30;
/// GD_CHAPTER_.
pub const GD_LIST_CHAPTER: gd_list = 31;
/// GD_STATE_.
pub const GD_LIST_STATE: gd_list = 32;
/// GD_ANSWERS_.
pub const GD_LIST_ANSWERS: gd_list = 33;
/// GD_FORM_.
pub const GD_LIST_FORM: gd_list = 34;
/// GD_LIMIT_OF_.
pub const GD_LIST_LIMIT_OF: gd_list = 35;
/// GD_QUEUE_.
pub const GD_LIST_QUEUE: gd_list = 36;
/// GD_FACT_.
pub const GD_LIST_FACT: gd_list = 37;
/// GD_FILE_KIND_.
pub const GD_LIST_FILE_KIND: gd_list = 38;
/// GD_KEEPING_.
pub const GD_LIST_KEEPING: gd_list = 39;
/// GD_SUPERVISION_KIND_.
pub const GD_LIST_SUPERVISION_KIND: gd_list = 40;

/// Where a ticket stands in its life. Overdue is no stage: it is a question with a moment.
pub type gd_stage = i32;

/// Taken in; the centre has it, and no unit yet, or no unit any more.
pub const GD_STAGE_ACCEPTED: gd_stage = 1;
/// Given to a unit that has not signed for it.
pub const GD_STAGE_TRANSFERRED: gd_stage = 2;
/// The unit that leads has signed for it and owes a reply.
pub const GD_STAGE_SIGNED_OFF: gd_stage = 3;
/// The unit that leads has replied; the centre has not closed it.
pub const GD_STAGE_HANDLED: gd_stage = 4;
/// Sent back to the unit to be done again.
pub const GD_STAGE_REWORK: gd_stage = 5;
/// No unit takes it; the centre has it.
pub const GD_STAGE_DIFFICULT: gd_stage = 6;
/// The centre has closed it.
pub const GD_STAGE_CLOSED: gd_stage = 7;
/// It is not for the hotline.
pub const GD_STAGE_REJECTED: gd_stage = 8;
/// It lives on in another ticket, its main ticket.
pub const GD_STAGE_MERGED: gd_stage = 9;

/// What the citizen wants.
pub type gd_kind = i32;

/// Wants to know something.
pub const GD_KIND_INQUIRY: gd_kind = 1;
/// Wants help.
pub const GD_KIND_HELP: gd_kind = 2;
/// Complains of an office, a firm or a neighbour.
pub const GD_KIND_COMPLAINT: gd_kind = 3;
/// Reports a breach of the rules.
pub const GD_KIND_REPORT: gd_kind = 4;
/// Suggests something.
pub const GD_KIND_SUGGESTION: gd_kind = 5;
/// Praises somebody.
pub const GD_KIND_PRAISE: gd_kind = 6;
/// None of these.
pub const GD_KIND_OTHER: gd_kind = 7;

/// How pressing it is.
pub type gd_urgency = i32;

/// By the usual limits.
pub const GD_URGENCY_NORMAL: gd_urgency = 1;
/// Pressing: the policy may give it shorter limits.
pub const GD_URGENCY_URGENT: gd_urgency = 2;
/// Most pressing: life, health or safety.
pub const GD_URGENCY_CRITICAL: gd_urgency = 3;

/// On whose behalf somebody acts. It is declared by the caller; an embedded library cannot prove
/// it.
pub type gd_role = i32;

/// The hotline's centre.
pub const GD_ROLE_CENTRE: gd_role = 1;
/// A unit, which has to be named.
pub const GD_ROLE_UNIT: gd_role = 2;
/// Whoever supervises the units.
pub const GD_ROLE_SUPERVISOR: gd_role = 3;

/// How an attempt to call the citizen back went.
pub type gd_callback_outcome = i32;

/// Reached, and asked.
pub const GD_CALLBACK_OUTCOME_REACHED: gd_callback_outcome = 1;
/// Nobody answered.
pub const GD_CALLBACK_OUTCOME_NOT_REACHED: gd_callback_outcome = 2;
/// Reached, and did not want to be asked.
pub const GD_CALLBACK_OUTCOME_REFUSED: gd_callback_outcome = 3;
/// Reached, and disputes what the unit replied.
pub const GD_CALLBACK_OUTCOME_DISPUTED: gd_callback_outcome = 4;
/// No call of the centre's: the citizen rated it unasked (a message, an app, a call of their
/// own).
pub const GD_CALLBACK_OUTCOME_OWN: gd_callback_outcome = 5;

/// The citizen's answer. Never preset: not asked is not satisfied.
pub type gd_satisfaction = i32;

/// The best of five.
pub const GD_SATISFACTION_VERY_SATISFIED: gd_satisfaction = 1;
/// The second of five.
pub const GD_SATISFACTION_SATISFIED: gd_satisfaction = 2;
/// The third of five; whether it counts as satisfied is a setting of the policy.
pub const GD_SATISFACTION_BASICALLY_SATISFIED: gd_satisfaction = 3;
/// The fourth of five.
pub const GD_SATISFACTION_DISSATISFIED: gd_satisfaction = 4;
/// The worst of five.
pub const GD_SATISFACTION_VERY_DISSATISFIED: gd_satisfaction = 5;
/// Asked, and did not say: it rates nothing.
pub const GD_SATISFACTION_UNRATED: gd_satisfaction = 6;

/// With what outcome the centre closed a ticket: closed is not solved.
pub type gd_close_outcome = i32;

/// The matter is solved.
pub const GD_CLOSE_OUTCOME_SOLVED: gd_close_outcome = 1;
/// It cannot be solved, and the citizen was told why.
pub const GD_CLOSE_OUTCOME_EXPLAINED: gd_close_outcome = 2;
/// The citizen could not be reached.
pub const GD_CLOSE_OUTCOME_UNREACHABLE: gd_close_outcome = 3;
/// What the citizen says is not so.
pub const GD_CLOSE_OUTCOME_NOT_ACCEPTED: gd_close_outcome = 4;
/// The same matter was answered before.
pub const GD_CLOSE_OUTCOME_DUPLICATE: gd_close_outcome = 5;
/// The citizen took it back.
pub const GD_CLOSE_OUTCOME_WITHDRAWN: gd_close_outcome = 6;
/// The desk answered at once.
pub const GD_CLOSE_OUTCOME_ANSWERED_ONLINE: gd_close_outcome = 7;
/// The centre ended it without a reply.
pub const GD_CLOSE_OUTCOME_TERMINATED: gd_close_outcome = 8;
/// An old register says that it was closed, and not how.
pub const GD_CLOSE_OUTCOME_UNSTATED: gd_close_outcome = 9;

/// What sort of channel a contact or ticket came by.
pub type gd_channel_kind = i32;

/// By telephone.
pub const GD_CHANNEL_KIND_CALL: gd_channel_kind = 1;
/// By letter.
pub const GD_CHANNEL_KIND_LETTER: gd_channel_kind = 2;
/// Handed on by another platform.
pub const GD_CHANNEL_KIND_PLATFORM: gd_channel_kind = 3;
/// By a website or an app.
pub const GD_CHANNEL_KIND_WEB: gd_channel_kind = 4;

/// A warning card shown to a unit.
pub type gd_card = i32;

/// The first warning.
pub const GD_CARD_YELLOW: gd_card = 1;
/// The last one.
pub const GD_CARD_RED: gd_card = 2;

/// What a text beside the journal is. All of them can hold personal data.
pub type gd_text_field = i32;

/// The matter in a line.
pub const GD_TEXT_FIELD_MATTER: gd_text_field = 1;
/// What the citizen said.
pub const GD_TEXT_FIELD_APPEAL: gd_text_field = 2;
/// The caller's name.
pub const GD_TEXT_FIELD_CALLER_NAME: gd_text_field = 3;
/// The caller's telephone number.
pub const GD_TEXT_FIELD_CALLER_PHONE: gd_text_field = 4;
/// The caller's address.
pub const GD_TEXT_FIELD_CALLER_ADDRESS: gd_text_field = 5;
/// What the desk answered.
pub const GD_TEXT_FIELD_ANSWER: gd_text_field = 6;
/// What the centre told the unit.
pub const GD_TEXT_FIELD_REMARK: gd_text_field = 7;
/// Why something was asked or done.
pub const GD_TEXT_FIELD_REASON: gd_text_field = 8;
/// What the unit did.
pub const GD_TEXT_FIELD_RESULT: gd_text_field = 9;
/// A note.
pub const GD_TEXT_FIELD_NOTE: gd_text_field = 10;
/// What a supervisor demands.
pub const GD_TEXT_FIELD_DEMAND: gd_text_field = 11;
/// A typical case's title in the bulletin.
pub const GD_TEXT_FIELD_TITLE: gd_text_field = 12;
/// A typical case's outcome in the bulletin.
pub const GD_TEXT_FIELD_OUTCOME: gd_text_field = 13;
/// The name of an attached file.
pub const GD_TEXT_FIELD_FILE_NAME: gd_text_field = 14;
/// The SHA-256 of an attached file, in hexadecimal digits.
pub const GD_TEXT_FIELD_FILE_DIGEST: gd_text_field = 15;
/// Where an attached file stays.
pub const GD_TEXT_FIELD_FILE_PLACE: gd_text_field = 16;
/// Who instructed that something is demanded: a name of the office's own people.
pub const GD_TEXT_FIELD_INSTRUCTED_BY: gd_text_field = 17;
/// Who met about a ticket that nobody takes.
pub const GD_TEXT_FIELD_ATTENDEES: gd_text_field = 18;
/// What they decided.
pub const GD_TEXT_FIELD_DECISION: gd_text_field = 19;

/// The four kinds of reference data, all named, aliased, dated and retired in one way.
pub type gd_species = i32;

/// Who handles tickets.
pub const GD_SPECIES_UNIT: gd_species = 1;
/// What tickets are about.
pub const GD_SPECIES_CATEGORY: gd_species = 2;
/// How tickets come in.
pub const GD_SPECIES_CHANNEL: gd_species = 3;
/// Where in the region they play.
pub const GD_SPECIES_AREA: gd_species = 4;

/// What a provision settles.
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
/// The measure that is printed as the satisfaction rate, by its name.
pub const GD_SETTING_SATISFACTION_RULE: gd_setting = 17;
/// What becomes of a return that is asked for after its window: `mark` or `refuse`.
pub const GD_SETTING_LATE_RETURN: gd_setting = 18;
/// Working time the centre has to decide on a return or an extension.
pub const GD_SETTING_DECIDE_WITHIN: gd_setting = 19;
/// By how many minutes two clocks may differ: a command so little before the ticket's last event
/// is taken.
pub const GD_SETTING_CLOCK_TOLERANCE: gd_setting = 20;
/// By how many days a command may lie after the newest fact of any ticket; 0: by any.
pub const GD_SETTING_LEAP_DAYS: gd_setting = 21;
/// By how many days the first ticket may lie after the founding; 0: by any.
pub const GD_SETTING_FIRST_LEAP_DAYS: gd_setting = 22;
/// How many megabytes an attached file may have.
pub const GD_SETTING_ATTACHMENT_SIZE: gd_setting = 23;
/// Which sorts of files may be attached.
pub const GD_SETTING_ATTACHMENT_KINDS: gd_setting = 24;
/// Whether a ticket may be closed as solved when nobody was reached in any attempt to call back;
/// not so where nothing is set.
pub const GD_SETTING_SOLVED_UNREACHED: gd_setting = 25;
/// Whether the centre reviews a unit's reply before it calls the citizen back; not so where
/// nothing is set. By kind, urgency, category or channel as the provision says.
pub const GD_SETTING_REVIEW_REPLIES: gd_setting = 26;
/// The points that a ticket is scored against when it is inspected; where none is set, none is.
pub const GD_SETTING_INSPECTION_SHEET: gd_setting = 27;
/// At which shares of a running limit, in per cent of its working time, somebody is warned; at 50
/// and 75 where none are set.
pub const GD_SETTING_WARN_AT: gd_setting = 28;

/// How a rate is cut to two decimals.
pub type gd_rounding = i32;

/// To the nearest, a half upwards.
pub const GD_ROUNDING_HALF_UP: gd_rounding = 1;
/// What stands behind is cut off.
pub const GD_ROUNDING_TRUNCATE: gd_rounding = 2;

/// What can be asked of a ticket.
pub type gd_verb = i32;

/// Take a ticket in. Another platform's number that was seen before answers with the ticket that
/// stands
pub const GD_VERB_INTAKE: gd_verb = 1;
/// Answer the citizen at once; no unit ever has it
pub const GD_VERB_RESOLVE_ONLINE: gd_verb = 2;
/// Do not accept the ticket
pub const GD_VERB_REJECT: gd_verb = 3;
/// Point the ticket at its main ticket; both stay counted
pub const GD_VERB_MERGE: gd_verb = 4;
/// Take a merger back
pub const GD_VERB_UNMERGE: gd_verb = 5;
/// Mark the ticket as the same matter as another; both go on
pub const GD_VERB_REPEAT: gd_verb = 6;
/// Take back that the ticket repeats another
pub const GD_VERB_UNREPEAT: gd_verb = 42;
/// Say that the ticket tells another matter of the contact from which a ticket came already; each
/// is handled, counted and called back for itself
pub const GD_VERB_RELATE: gd_verb = 57;
/// Take back that the ticket is of a contact from which others came
pub const GD_VERB_UNRELATE: gd_verb = 58;
/// State what is known of the past of a ticket from an old register: what is left out is unknown,
/// and counts as neither late nor in time; what is stated again adds nothing, what contradicts is
/// refused
pub const GD_VERB_BACKFILL: gd_verb = 52;
/// Hand the ticket to a lead unit and to assisting ones; their limits are given now
pub const GD_VERB_TRANSFER: gd_verb = 7;
/// Take the ticket back before the unit has signed
pub const GD_VERB_RECALL: gd_verb = 8;
/// Take the ticket from its lead unit, whose verdicts stay, and give it to another with limits of
/// its own; the citizen's limit runs on
pub const GD_VERB_REDISPATCH: gd_verb = 43;
/// Sign for the ticket, by the unit that has it
pub const GD_VERB_SIGN_OFF: gd_verb = 9;
/// Ask for the ticket to be returned: it is not the unit's
pub const GD_VERB_REQUEST_RETURN: gd_verb = 10;
/// Grant the return, and hand the ticket on at once if a unit is named
pub const GD_VERB_GRANT_RETURN: gd_verb = 11;
/// Deny the return
pub const GD_VERB_DENY_RETURN: gd_verb = 12;
/// Name the unit that has to take it and may not return it
pub const GD_VERB_DESIGNATE: gd_verb = 13;
/// List the ticket as difficult: no unit takes it
pub const GD_VERB_MARK_DIFFICULT: gd_verb = 14;
/// Keep who met about a ticket that no unit is clear about, and what they decided
pub const GD_VERB_CONSULT: gd_verb = 56;
/// Ask for more working days, by the lead unit
pub const GD_VERB_REQUEST_EXTENSION: gd_verb = 15;
/// Grant the extension
pub const GD_VERB_GRANT_EXTENSION: gd_verb = 16;
/// Deny the extension
pub const GD_VERB_DENY_EXTENSION: gd_verb = 17;
/// Take a long matter off the clock
pub const GD_VERB_SUSPEND: gd_verb = 18;
/// Put the ticket on the clock again; its limits move by the pause
pub const GD_VERB_RESUME: gd_verb = 19;
/// Report, by an assisting unit
pub const GD_VERB_REPORT: gd_verb = 20;
/// Excuse an assisting unit from reporting
pub const GD_VERB_EXCUSE: gd_verb = 21;
/// Have a section of the unit work on it, by a limit inside the unit's own; the unit answers for
/// it
pub const GD_VERB_FORWARD: gd_verb = 50;
/// Take it back from the section
pub const GD_VERB_UNFORWARD: gd_verb = 51;
/// Reply, by the lead unit
pub const GD_VERB_HANDLE: gd_verb = 22;
/// Send a poor reply back: it counts as none
pub const GD_VERB_SEND_BACK: gd_verb = 23;
/// Pass the reply that waits for review, so that the citizen can be called; send_back does not
/// pass it
pub const GD_VERB_PASS_REPLY: gd_verb = 53;
/// Record one attempt to call the citizen back
pub const GD_VERB_CALLBACK: gd_verb = 24;
/// Record the citizen's own rating, given unasked: by a message, an app, or a call of theirs
pub const GD_VERB_RATE: gd_verb = 59;
/// Score a ticket that has ended against the sheet of points in force; again, the last one stands
pub const GD_VERB_INSPECT: gd_verb = 60;
/// Order it to be done again: the citizen is not satisfied
pub const GD_VERB_REWORK: gd_verb = 25;
/// Close the ticket; closed is not solved
pub const GD_VERB_CLOSE: gd_verb = 26;
/// End the ticket without a reply
pub const GD_VERB_TERMINATE: gd_verb = 27;
/// Close the ticket since the citizen takes it back; nobody has to be called
pub const GD_VERB_WITHDRAW: gd_verb = 44;
/// Open a closed ticket on a new fact; its first close stays a fact
pub const GD_VERB_REOPEN: gd_verb = 28;
/// Put the ticket in another category
pub const GD_VERB_RECLASSIFY: gd_verb = 29;
/// Put kind, urgency, area, matter or appeal right
pub const GD_VERB_AMEND: gd_verb = 30;
/// Add a note
pub const GD_VERB_NOTE: gd_verb = 31;
/// Keep a file with the ticket by reference: what it is, its digest, and where it stays
pub const GD_VERB_ATTACH: gd_verb = 45;
/// Take a file off the ticket; that it was attached stays
pub const GD_VERB_DETACH: gd_verb = 46;
/// Withhold the caller's data from the units, or no longer
pub const GD_VERB_CONFIDENTIAL: gd_verb = 32;
/// Urge the unit
pub const GD_VERB_URGE: gd_verb = 33;
/// Demand something of a unit or of the centre
pub const GD_VERB_SUPERVISE: gd_verb = 34;
/// Answer a demand
pub const GD_VERB_ANSWER: gd_verb = 35;
/// Remind whoever has not answered a demand
pub const GD_VERB_REMIND: gd_verb = 54;
/// Take a demand back that was made by mistake: nobody has to answer it
pub const GD_VERB_UNSUPERVISE: gd_verb = 55;
/// Show a unit a warning card
pub const GD_VERB_CARD: gd_verb = 36;
/// Ask not to be judged by the ticket, by a unit that has it or had it
pub const GD_VERB_ASK_EXEMPT: gd_verb = 47;
/// Leave the ticket out of what a unit is judged by; every count keeps it
pub const GD_VERB_EXEMPT: gd_verb = 48;
/// Judge the unit by the ticket again, or do not grant what it asked for
pub const GD_VERB_UNEXEMPT: gd_verb = 49;
/// Pick the ticket for the bulletin as a typical case, or take it out again
pub const GD_VERB_FEATURE: gd_verb = 37;
/// Work the running limits out again under the rules of today
pub const GD_VERB_RESCHEDULE: gd_verb = 38;
/// State the true moment of a fact that was entered wrong or late; verdicts, limits and figures
/// follow it, the journal keeps both
pub const GD_VERB_CORRECT: gd_verb = 41;
/// Show the caller in full, to a unit that has the ticket the telephone alone; who saw it and why
/// is written down
pub const GD_VERB_REVEAL: gd_verb = 39;
/// Erase texts of the ticket for good; codes, times and figures stay
pub const GD_VERB_ERASE: gd_verb = 40;

/// Why a command was refused. Codes are stable; the term is the sentence's core, the full
/// sentence is made by the wording.
pub type gd_refusal = i32;

/// It may not be asked of a ticket in this stage.
pub const GD_REFUSAL_WRONG_STAGE: gd_refusal = 1;
/// It is for somebody in another role.
pub const GD_REFUSAL_WRONG_ROLE: gd_refusal = 2;
/// The ticket is at another unit.
pub const GD_REFUSAL_WRONG_UNIT: gd_refusal = 3;
/// The unit has not signed for it yet.
pub const GD_REFUSAL_NOT_SIGNED_OFF: gd_refusal = 4;
/// The unit has signed for it already.
pub const GD_REFUSAL_ALREADY_SIGNED_OFF: gd_refusal = 5;
/// A reason has to be given.
pub const GD_REFUSAL_REASON_MISSING: gd_refusal = 6;
/// A second transfer needs a remark.
pub const GD_REFUSAL_REMARK_MISSING: gd_refusal = 7;
/// The unit takes nothing new any more.
pub const GD_REFUSAL_UNIT_RETIRED: gd_refusal = 8;
/// The same unit is named twice.
pub const GD_REFUSAL_UNIT_TWICE: gd_refusal = 9;
/// The moment is before the ticket's last event.
pub const GD_REFUSAL_TIME_BACKWARDS: gd_refusal = 10;
/// The window for returns has passed.
pub const GD_REFUSAL_RETURN_TOO_LATE: gd_refusal = 11;
/// This unit may not return it again.
pub const GD_REFUSAL_RETURN_FORBIDDEN: gd_refusal = 12;
/// The unit has asked for as many returns as the policy allows.
pub const GD_REFUSAL_TOO_MANY_RETURNS: gd_refusal = 13;
/// A return waits to be decided.
pub const GD_REFUSAL_RETURN_PENDING: gd_refusal = 14;
/// No return waits to be decided.
pub const GD_REFUSAL_NO_RETURN_PENDING: gd_refusal = 15;
/// The handling limit has passed.
pub const GD_REFUSAL_EXTENSION_TOO_LATE: gd_refusal = 16;
/// The policy does not allow so many days.
pub const GD_REFUSAL_EXTENSION_TOO_LONG: gd_refusal = 17;
/// It has been extended as often as the policy allows.
pub const GD_REFUSAL_TOO_MANY_EXTENSIONS: gd_refusal = 18;
/// An extension waits to be decided.
pub const GD_REFUSAL_EXTENSION_PENDING: gd_refusal = 19;
/// No extension waits to be decided.
pub const GD_REFUSAL_NO_EXTENSION_PENDING: gd_refusal = 20;
/// The ticket is off the clock.
pub const GD_REFUSAL_SUSPENDED: gd_refusal = 21;
/// The ticket is not off the clock.
pub const GD_REFUSAL_NOT_SUSPENDED: gd_refusal = 22;
/// Assisting units have not reported yet.
pub const GD_REFUSAL_ASSISTANTS_MISSING: gd_refusal = 23;
/// The assisting unit has reported already.
pub const GD_REFUSAL_ALREADY_REPORTED: gd_refusal = 24;
/// It has been sent for rework as often as the policy allows.
pub const GD_REFUSAL_TOO_MANY_REWORKS: gd_refusal = 25;
/// The citizen has not been called back yet.
pub const GD_REFUSAL_NO_CALLBACK: gd_refusal = 26;
/// A ticket cannot be merged into itself.
pub const GD_REFUSAL_MERGE_INTO_ITSELF: gd_refusal = 27;
/// The main ticket is itself merged into another.
pub const GD_REFUSAL_MAIN_IS_MERGED: gd_refusal = 28;
/// It was urged too short a time ago.
pub const GD_REFUSAL_URGED_TOO_SOON: gd_refusal = 29;
/// There is no such demand that waits for an answer.
pub const GD_REFUSAL_NO_SUCH_SUPERVISION: gd_refusal = 30;
/// It stands so already.
pub const GD_REFUSAL_NOTHING_CHANGES: gd_refusal = 31;
/// This hotline has no such limit.
pub const GD_REFUSAL_NO_PROMISE: gd_refusal = 32;
/// No unit has the ticket.
pub const GD_REFUSAL_NO_UNIT: gd_refusal = 33;
/// The moment lies too far from everything that happened so far.
pub const GD_REFUSAL_TIME_LEAP: gd_refusal = 34;
/// The caller's data is withheld from the units.
pub const GD_REFUSAL_CONFIDENTIAL: gd_refusal = 35;
/// The ticket has ended: a unit need not ring anybody any more.
pub const GD_REFUSAL_ENDED: gd_refusal = 36;
/// What was typed is shown whole to no unit.
pub const GD_REFUSAL_IN_FULL: gd_refusal = 37;
/// The true moment that is stated breaks the order of the ticket's facts.
pub const GD_REFUSAL_ORDER_BROKEN: gd_refusal = 38;
/// The ticket has no such fact.
pub const GD_REFUSAL_NO_SUCH_FACT: gd_refusal = 39;
/// The ticket has no such attachment, or it was taken off already.
pub const GD_REFUSAL_NO_SUCH_ATTACHMENT: gd_refusal = 40;
/// Solved is what the citizen says, and nobody was reached.
pub const GD_REFUSAL_NOBODY_REACHED: gd_refusal = 41;
/// What is named does not stand below the unit.
pub const GD_REFUSAL_NO_SUCH_SECTION: gd_refusal = 42;
/// The section's limit would end after the unit's own.
pub const GD_REFUSAL_SECTION_TOO_LONG: gd_refusal = 43;
/// No section works on it.
pub const GD_REFUSAL_NOT_FORWARDED: gd_refusal = 44;
/// What an old register says contradicts what is known already.
pub const GD_REFUSAL_CONTRADICTS: gd_refusal = 45;
/// The ticket was lived here: its past is known.
pub const GD_REFUSAL_LIVED_HERE: gd_refusal = 46;
/// The reply has to be reviewed first.
pub const GD_REFUSAL_REVIEW_PENDING: gd_refusal = 47;
/// No reply waits for review.
pub const GD_REFUSAL_NO_REVIEW_PENDING: gd_refusal = 48;
/// A ticket is of its own contact already.
pub const GD_REFUSAL_RELATED_TO_ITSELF: gd_refusal = 49;

/// A count. The term is the heading printed over it.
pub type gd_count = i32;

/// Tickets taken in; for a unit, the assignments it leads or led to the end.
pub const GD_COUNT_ACCEPTED: gd_count = 1;
/// Answered by the desk, no unit ever had it.
pub const GD_COUNT_RESOLVED_ONLINE: gd_count = 2;
/// With at least one assignment; for a unit, those it was given to lead.
pub const GD_COUNT_TRANSFERRED: gd_count = 3;
/// "rejected".
pub const GD_COUNT_REJECTED: gd_count = 4;
/// "merged".
pub const GD_COUNT_MERGED: gd_count = 5;
/// At the centre, no unit ever had it, not ended.
pub const GD_COUNT_WAITING: gd_count = 6;
/// Rejected, merged or withdrawn before any unit had it.
pub const GD_COUNT_ENDED_AT_CENTRE: gd_count = 7;
/// "closed".
pub const GD_COUNT_CLOSED: gd_count = 8;
/// Closed on a reply that had been late.
pub const GD_COUNT_CLOSED_LATE: gd_count = 9;
/// Closed as solved.
pub const GD_COUNT_CLOSED_SOLVED: gd_count = 10;
/// Closed with an explanation.
pub const GD_COUNT_CLOSED_EXPLAINED: gd_count = 11;
/// With the unit's standing reply.
pub const GD_COUNT_HANDLED: gd_count = 12;
/// Replied after the limit: once true, for ever.
pub const GD_COUNT_HANDLED_LATE: gd_count = 13;
/// A unit has it and owes its first reply; open-late ones included.
pub const GD_COUNT_PENDING: gd_count = 14;
/// Pending, limit not passed.
pub const GD_COUNT_PENDING_IN_TIME: gd_count = 15;
/// Pending, limit passed.
pub const GD_COUNT_OPEN_LATE: gd_count = 16;
/// Back in the centre's hands after some unit had it, difficult or not.
pub const GD_COUNT_AT_CENTRE: gd_count = 17;
/// Ended after some unit had it, with no standing reply.
pub const GD_COUNT_ENDED_UNREPLIED: gd_count = 18;
/// Replied, fit to be asked about, and the citizen not yet called back since.
pub const GD_COUNT_AWAITING_CALLBACK: gd_count = 19;
/// "in_rework".
pub const GD_COUNT_IN_REWORK: gd_count = 20;
/// "difficult".
pub const GD_COUNT_DIFFICULT: gd_count = 21;
/// With at least one attempt to call back.
pub const GD_COUNT_CALLED_BACK: gd_count = 22;
/// Reached in at least one attempt.
pub const GD_COUNT_REACHED: gd_count = 23;
/// With an answer that rates the result.
pub const GD_COUNT_RATED: gd_count = 24;
/// Whose last rating counts as satisfied.
pub const GD_COUNT_SATISFIED: gd_count = 25;
/// Whose last rating does not.
pub const GD_COUNT_UNSATISFIED: gd_count = 26;
/// With an answer whether the matter is solved.
pub const GD_COUNT_ASKED_SOLVED: gd_count = 27;
/// Whose last such answer is yes.
pub const GD_COUNT_SOLVED: gd_count = 28;
/// Sent for rework at least once.
pub const GD_COUNT_REWORK_TICKETS: gd_count = 29;
/// Times sent for rework.
pub const GD_COUNT_REWORK_TIMES: gd_count = 30;
/// Returned by a unit at least once.
pub const GD_COUNT_RETURNED: gd_count = 31;
/// Times returned.
pub const GD_COUNT_RETURN_TIMES: gd_count = 32;
/// A return asked for after the window, whatever was decided.
pub const GD_COUNT_RETURNED_LATE: gd_count = 33;
/// With at least one extension granted.
pub const GD_COUNT_EXTENDED: gd_count = 34;
/// Urged at least once.
pub const GD_COUNT_URGED: gd_count = 35;
/// Supervised at least once.
pub const GD_COUNT_SUPERVISED: gd_count = 36;
/// "confidential".
pub const GD_COUNT_CONFIDENTIAL: gd_count = 37;
/// The same matter as another ticket.
pub const GD_COUNT_REPEATS: gd_count = 38;
/// Neither merged nor a repeat.
pub const GD_COUNT_DISTINCT_MATTERS: gd_count = 39;
/// Opened again at least once.
pub const GD_COUNT_REOPENED: gd_count = 40;
/// Signed after the limit: once true, for ever.
pub const GD_COUNT_SIGN_OFF_LATE: gd_count = 41;
/// Unsigned past the limit, now or when the unit gave it away.
pub const GD_COUNT_SIGN_OFF_MISSING: gd_count = 42;
/// Signed, or returned with leave, which counts as signed when it was asked for.
pub const GD_COUNT_SIGNED: gd_count = 43;
/// Assignments in which the unit assists.
pub const GD_COUNT_ASSISTING: gd_count = 44;
/// Times closed, every closing counted.
pub const GD_COUNT_CLOSE_TIMES: gd_count = 45;
/// Distinct citizens by telephone number.
pub const GD_COUNT_CITIZENS: gd_count = 46;
/// Neither closed, rejected nor merged: what is carried over.
pub const GD_COUNT_OPEN: gd_count = 47;
/// Working minutes from transfer to standing reply, a working day being 1 440 of them.
pub const GD_COUNT_HANDLING_MINUTES: gd_count = 48;
/// Transferred, and the handling promise ends in the period.
pub const GD_COUNT_DUE: gd_count = 49;
/// Of the due, closed.
pub const GD_COUNT_DUE_CLOSED: gd_count = 50;
/// Of the due, closed with no late handling.
pub const GD_COUNT_DUE_IN_TIME: gd_count = 51;
/// Open when the period began.
pub const GD_COUNT_CARRIED_IN: gd_count = 52;
/// "effective".
pub const GD_COUNT_EFFECTIVE: gd_count = 53;
/// "given".
pub const GD_COUNT_GIVEN: gd_count = 54;
/// Every assignment that was ever given, to lead or to assist.
pub const GD_COUNT_GIVEN_ANY: gd_count = 55;
/// Taken back by the centre, or from the unit when the ticket was opened again.
pub const GD_COUNT_TAKEN_BACK: gd_count = 56;
/// Ended with a ticket that was merged, withdrawn or terminated before a standing reply.
pub const GD_COUNT_ENDED: gd_count = 57;
/// Signed by the limit.
pub const GD_COUNT_SIGNED_IN_TIME: gd_count = 58;
/// Signed late, or unsigned past the limit.
pub const GD_COUNT_NOT_SIGNED_IN_TIME: gd_count = 59;
/// Whose handling verdict is known.
pub const GD_COUNT_KNOWN: gd_count = 60;
/// Gone unanswered past the limit.
pub const GD_COUNT_HANDLING_MISSED: gd_count = 61;
/// A rework (or the promise of a reopening) that is owed past its limit.
pub const GD_COUNT_REWORK_OPEN_LATE: gd_count = 62;
/// Reworks replied to after their limit.
pub const GD_COUNT_REWORK_LATE: gd_count = 63;
/// Reworks that ended with their ticket, past their limit.
pub const GD_COUNT_REWORK_MISSED: gd_count = 64;
/// A report that is owed past its limit.
pub const GD_COUNT_REPORT_OPEN_LATE: gd_count = 65;
/// Reported after the limit.
pub const GD_COUNT_REPORT_LATE: gd_count = 66;
/// Gone, or ended with the ticket, unreported past the limit.
pub const GD_COUNT_REPORT_MISSED: gd_count = 67;
/// A reply, a rework or a report is owed past its limit.
pub const GD_COUNT_LATE_NOW: gd_count = 68;
/// With at least one reply that the centre sent back.
pub const GD_COUNT_SENT_BACK_TICKETS: gd_count = 69;
/// Replies that the centre sent back.
pub const GD_COUNT_SENT_BACK_TIMES: gd_count = 70;
/// Closed without the citizen having been reached.
pub const GD_COUNT_CLOSED_UNREACHABLE: gd_count = 71;
/// Closed since the appeal did not stand.
pub const GD_COUNT_CLOSED_NOT_ACCEPTED: gd_count = 72;
/// Closed as the same appeal as another.
pub const GD_COUNT_CLOSED_DUPLICATE: gd_count = 73;
/// Closed since the citizen took it back.
pub const GD_COUNT_CLOSED_WITHDRAWN: gd_count = 74;
/// Ended by the centre without a reply.
pub const GD_COUNT_CLOSED_TERMINATED: gd_count = 75;
/// Extensions asked for.
pub const GD_COUNT_EXTENSIONS_ASKED: gd_count = 76;
/// Extensions granted.
pub const GD_COUNT_EXTENSIONS_GRANTED: gd_count = 77;
/// Extensions denied.
pub const GD_COUNT_EXTENSIONS_DENIED: gd_count = 78;
/// Times urged.
pub const GD_COUNT_URGE_TIMES: gd_count = 79;
/// Demands of a supervisor that wait for an answer.
pub const GD_COUNT_SUPERVISIONS_UNANSWERED: gd_count = 80;
/// Yellow cards shown.
pub const GD_COUNT_YELLOW_CARDS: gd_count = 81;
/// Red cards shown.
pub const GD_COUNT_RED_CARDS: gd_count = 82;
/// With a return or an extension that waits for the centre.
pub const GD_COUNT_UNDECIDED: gd_count = 83;
/// Returns and extensions decided after the centre's own limit.
pub const GD_COUNT_DECIDED_LATE: gd_count = 84;
/// Assignments whose handling promise ends in the period.
pub const GD_COUNT_FELL_DUE: gd_count = 85;
/// Of these, answered in time.
pub const GD_COUNT_FELL_DUE_IN_TIME: gd_count = 86;
/// Ended before the period, opened again or unmerged in it.
pub const GD_COUNT_BROUGHT_BACK: gd_count = 87;
/// Whose first rating counts as satisfied.
pub const GD_COUNT_FIRST_SATISFIED: gd_count = 88;
/// Whose last rating of the result is: very satisfied.
pub const GD_COUNT_RATED_VERY_SATISFIED: gd_count = 89;
/// Whose last rating of the result is: satisfied.
pub const GD_COUNT_RATED_SATISFIED: gd_count = 90;
/// Whose last rating of the result is: basically satisfied.
pub const GD_COUNT_RATED_BASICALLY_SATISFIED: gd_count = 91;
/// Whose last rating of the result is: dissatisfied.
pub const GD_COUNT_RATED_DISSATISFIED: gd_count = 92;
/// Whose last rating of the result is: very dissatisfied.
pub const GD_COUNT_RATED_VERY_DISSATISFIED: gd_count = 93;
/// With an answer that rates the manner.
pub const GD_COUNT_MANNER_RATED: gd_count = 94;
/// Whose last rating of the manner is: very satisfied.
pub const GD_COUNT_MANNER_VERY_SATISFIED: gd_count = 95;
/// Whose last rating of the manner is: satisfied.
pub const GD_COUNT_MANNER_SATISFIED: gd_count = 96;
/// Whose last rating of the manner is: basically satisfied.
pub const GD_COUNT_MANNER_BASICALLY_SATISFIED: gd_count = 97;
/// Whose last rating of the manner is: dissatisfied.
pub const GD_COUNT_MANNER_DISSATISFIED: gd_count = 98;
/// Whose last rating of the manner is: very dissatisfied.
pub const GD_COUNT_MANNER_VERY_DISSATISFIED: gd_count = 99;
/// Closed as answered by the desk, whether a unit had it before or not.
pub const GD_COUNT_CLOSED_ANSWERED_ONLINE: gd_count = 100;
/// The citizen's own limit passed before the standing reply came, or before it ended without one.
pub const GD_COUNT_TOTAL_LATE: gd_count = 101;
/// The citizen's own limit has passed, and no reply stands, whoever has it.
pub const GD_COUNT_TOTAL_OPEN_LATE: gd_count = 102;
/// With a standing reply whose working time is known.
pub const GD_COUNT_TIMED: gd_count = 103;
/// With a standing reply within 1 working day of the transfer.
pub const GD_COUNT_WITHIN_1: gd_count = 104;
/// With a standing reply within 2 working days of the transfer.
pub const GD_COUNT_WITHIN_2: gd_count = 105;
/// With a standing reply within 3 working days of the transfer.
pub const GD_COUNT_WITHIN_3: gd_count = 106;
/// With a standing reply within 5 working days of the transfer.
pub const GD_COUNT_WITHIN_5: gd_count = 107;
/// With a standing reply within 7 working days of the transfer.
pub const GD_COUNT_WITHIN_7: gd_count = 108;
/// With a standing reply within 10 working days of the transfer.
pub const GD_COUNT_WITHIN_10: gd_count = 109;
/// With a standing reply within 15 working days of the transfer.
pub const GD_COUNT_WITHIN_15: gd_count = 110;
/// In the unit's hands and not signed yet, in time or not.
pub const GD_COUNT_UNSIGNED: gd_count = 111;
/// With at least one fact whose true moment was stated afterwards.
pub const GD_COUNT_CORRECTED: gd_count = 112;
/// Given to another unit by the centre at least once.
pub const GD_COUNT_REDISPATCHED: gd_count = 113;
/// Times given to another unit by the centre.
pub const GD_COUNT_REDISPATCH_TIMES: gd_count = 114;
/// "exempt".
pub const GD_COUNT_EXEMPT: gd_count = 115;
/// A unit asked not to be judged by it, and nobody has decided.
pub const GD_COUNT_EXEMPTIONS_UNDECIDED: gd_count = 116;
/// Of which an old register told.
pub const GD_COUNT_IMPORTED: gd_count = 117;
/// From an old register that does not say which way they went: by the desk, or to which unit.
pub const GD_COUNT_WAY_UNKNOWN: gd_count = 118;
/// With a unit of an old register that does not say whether it replied.
pub const GD_COUNT_REPLY_UNKNOWN: gd_count = 119;
/// Whose sign-off nobody knows to have been in time or late.
pub const GD_COUNT_SIGN_OFF_UNKNOWN: gd_count = 120;
/// Whose reply nobody knows to be in time or late.
pub const GD_COUNT_HANDLING_UNKNOWN: gd_count = 121;
/// Closed on a reply that nobody knows to have been in time or late.
pub const GD_COUNT_CLOSED_UNKNOWN: gd_count = 122;
/// Closed, and an old register does not say how.
pub const GD_COUNT_CLOSED_UNSTATED: gd_count = 123;
/// Replied, and the centre has not reviewed the reply yet.
pub const GD_COUNT_AWAITING_REVIEW: gd_count = 124;
/// With a reply that was reviewed.
pub const GD_COUNT_REVIEWED: gd_count = 125;
/// Whose first reply that was reviewed passed.
pub const GD_COUNT_PASSED_FIRST: gd_count = 126;
/// Demands that were answered.
pub const GD_COUNT_SUPERVISIONS_ANSWERED: gd_count = 127;
/// Demands that were answered after the limit that was set.
pub const GD_COUNT_SUPERVISIONS_ANSWERED_LATE: gd_count = 128;
/// With a demand whose limit has passed without an answer.
pub const GD_COUNT_SUPERVISIONS_OPEN_LATE: gd_count = 129;
/// Of a contact from which another ticket came already: without them, a contact is counted once.
pub const GD_COUNT_RELATED: gd_count = 130;
/// Rated by the citizen unasked.
pub const GD_COUNT_OWN_RATED: gd_count = 131;
/// Whose last rating of the citizen's own satisfied, as the policy had it then.
pub const GD_COUNT_OWN_SATISFIED: gd_count = 132;
/// Rated by the citizen, unasked or when called.
pub const GD_COUNT_EITHER_RATED: gd_count = 133;
/// Satisfied by the last rating of the citizen's own, or where there is none by that of the
/// callback.
pub const GD_COUNT_EITHER_SATISFIED: gd_count = 134;
/// Scored against a sheet of points after they had ended.
pub const GD_COUNT_INSPECTED: gd_count = 135;
/// What the last inspection of each gave.
pub const GD_COUNT_INSPECTION_POINTS: gd_count = 136;
/// What it could have given.
pub const GD_COUNT_INSPECTION_MOST: gd_count = 137;

/// Which tickets a figure speaks of.
pub type gd_basis = i32;

/// Tickets taken in during the period, however they ended.
pub const GD_BASIS_COHORT: gd_basis = 1;
/// What happened during the period, whenever the ticket came in.
pub const GD_BASIS_FLOW: gd_basis = 2;

/// By what a figure is broken down.
pub type gd_grouping = i32;

/// Not at all.
pub const GD_GROUPING_ALL: gd_grouping = 1;
/// By channel of origin.
pub const GD_GROUPING_CHANNEL: gd_grouping = 2;
/// By category; tickets answered online without one stand apart.
pub const GD_GROUPING_CATEGORY: gd_grouping = 3;
/// By kind of appeal.
pub const GD_GROUPING_KIND: gd_grouping = 4;
/// By urgency.
pub const GD_GROUPING_URGENCY: gd_grouping = 5;
/// By unit, over assignments.
pub const GD_GROUPING_UNIT: gd_grouping = 6;
/// By group of units.
pub const GD_GROUPING_UNIT_GROUP: gd_grouping = 7;
/// By area.
pub const GD_GROUPING_AREA: gd_grouping = 8;
/// By day of intake.
pub const GD_GROUPING_DAY: gd_grouping = 9;
/// By month of intake.
pub const GD_GROUPING_MONTH: gd_grouping = 10;
/// By how many working days, after that of its intake, a ticket has been open; those that have
/// ended stand apart.
pub const GD_GROUPING_AGE: gd_grouping = 11;

/// What can have happened to a ticket.
pub type gd_event = i32;

/// It came into being.
pub const GD_EVENT_TAKEN_IN: gd_event = 1;
/// The desk answered at once.
pub const GD_EVENT_RESOLVED_ONLINE: gd_event = 2;
/// It is not for the hotline.
pub const GD_EVENT_REJECTED: gd_event = 3;
/// It lives on in its main ticket.
pub const GD_EVENT_MERGED: gd_event = 4;
/// It was taken out of its main ticket again.
pub const GD_EVENT_UNMERGED: gd_event = 5;
/// It is the same matter as another ticket, and both go on.
pub const GD_EVENT_MARKED_REPEAT: gd_event = 6;
/// Units got it, each with its own limits.
pub const GD_EVENT_TRANSFERRED: gd_event = 7;
/// The centre took it back before the unit signed.
pub const GD_EVENT_RECALLED: gd_event = 8;
/// A unit signed for it.
pub const GD_EVENT_SIGNED_OFF: gd_event = 9;
/// A unit asked to return it.
pub const GD_EVENT_RETURN_REQUESTED: gd_event = 10;
/// The centre agreed: the assignment ended, and is kept and counted.
pub const GD_EVENT_RETURN_GRANTED: gd_event = 11;
/// The centre did not agree to a return.
pub const GD_EVENT_RETURN_DENIED: gd_event = 12;
/// No unit takes it.
pub const GD_EVENT_MARKED_DIFFICULT: gd_event = 13;
/// The unit that leads asked for more working days.
pub const GD_EVENT_EXTENSION_REQUESTED: gd_event = 14;
/// The centre agreed to more working days.
pub const GD_EVENT_EXTENSION_GRANTED: gd_event = 15;
/// The centre did not agree to more working days.
pub const GD_EVENT_EXTENSION_DENIED: gd_event = 16;
/// It went off the clock.
pub const GD_EVENT_SUSPENDED: gd_event = 17;
/// It is on the clock again, its limits moved.
pub const GD_EVENT_RESUMED: gd_event = 18;
/// An assisting unit reported to the lead.
pub const GD_EVENT_REPORTED: gd_event = 19;
/// An assisting unit need not report.
pub const GD_EVENT_EXCUSED: gd_event = 20;
/// The unit that leads replied.
pub const GD_EVENT_HANDLED: gd_event = 21;
/// The centre rejected the reply.
pub const GD_EVENT_SENT_BACK: gd_event = 22;
/// The centre tried to call the citizen back.
pub const GD_EVENT_CALLED_BACK: gd_event = 23;
/// The citizen was unsatisfied: back to the unit.
pub const GD_EVENT_REWORK_ORDERED: gd_event = 24;
/// The centre closed it.
pub const GD_EVENT_CLOSED: gd_event = 25;
/// The centre ended it without a reply.
pub const GD_EVENT_TERMINATED: gd_event = 26;
/// A new fact opened it again.
pub const GD_EVENT_REOPENED: gd_event = 27;
/// It got another category.
pub const GD_EVENT_RECLASSIFIED: gd_event = 28;
/// Facts of the intake were put right.
pub const GD_EVENT_AMENDED: gd_event = 29;
/// A note was kept.
pub const GD_EVENT_NOTED: gd_event = 30;
/// The caller's data was withheld, or withheld no longer.
pub const GD_EVENT_CONFIDENTIALITY_SET: gd_event = 31;
/// The unit was urged.
pub const GD_EVENT_URGED: gd_event = 32;
/// Somebody demanded something of a unit.
pub const GD_EVENT_SUPERVISED: gd_event = 33;
/// A demand was answered.
pub const GD_EVENT_SUPERVISION_ANSWERED: gd_event = 34;
/// A unit was shown a card.
pub const GD_EVENT_CARDED: gd_event = 35;
/// An editor picked it for the bulletin, or took it out again.
pub const GD_EVENT_FEATURED: gd_event = 36;
/// Its limits were worked out anew because somebody asked.
pub const GD_EVENT_RESCHEDULED: gd_event = 37;
/// Somebody saw the caller's data, and said why.
pub const GD_EVENT_REVEALED: gd_event = 38;
/// Texts of the events before this one were removed for good.
pub const GD_EVENT_ERASED: gd_event = 39;
/// The true moment of an earlier fact was stated.
pub const GD_EVENT_CORRECTED: gd_event = 40;
/// The centre took it from the unit that leads, for another to have it.
pub const GD_EVENT_REDISPATCHED: gd_event = 41;
/// It is no longer the same matter as another ticket.
pub const GD_EVENT_UNMARKED_REPEAT: gd_event = 42;
/// A file was kept with it.
pub const GD_EVENT_ATTACHED: gd_event = 43;
/// A file was taken off it.
pub const GD_EVENT_DETACHED: gd_event = 44;
/// A unit asked not to be judged by it.
pub const GD_EVENT_EXEMPTION_ASKED: gd_event = 45;
/// A unit is not judged by it.
pub const GD_EVENT_EXEMPTED: gd_event = 46;
/// A unit is judged by it again, or what it asked for was not granted.
pub const GD_EVENT_UNEXEMPTED: gd_event = 47;
/// A section of the unit works on it.
pub const GD_EVENT_FORWARDED: gd_event = 48;
/// The unit took it back from its section.
pub const GD_EVENT_UNFORWARDED: gd_event = 49;
/// What an old register says of it follows.
pub const GD_EVENT_IMPORTED: gd_event = 50;
/// The centre reviewed the reply and passed it.
pub const GD_EVENT_REPLY_PASSED: gd_event = 51;
/// Whoever has not answered a demand was reminded.
pub const GD_EVENT_REMINDED: gd_event = 52;
/// A demand was taken back: nobody has to answer it.
pub const GD_EVENT_SUPERVISION_LIFTED: gd_event = 53;
/// Some met about it, and decided something.
pub const GD_EVENT_CONSULTED: gd_event = 54;
/// It is of a contact from which another ticket came.
pub const GD_EVENT_RELATED: gd_event = 55;
/// It is of a contact of its own after all.
pub const GD_EVENT_UNRELATED: gd_event = 56;
/// The citizen rated it unasked.
pub const GD_EVENT_RATED: gd_event = 57;
/// It was scored against a sheet of points.
pub const GD_EVENT_INSPECTED: gd_event = 58;

/// What became of a command that ended in an error.
pub type gd_outcome = i32;

/// Nothing of it is in the file.
pub const GD_OUTCOME_NOT_COMMITTED: gd_outcome = 1;
/// The machine failed while it was being put on disk: it may be in the file or not. Open the file
/// again and look, or give the command again under the same request id.
pub const GD_OUTCOME_UNKNOWN: gd_outcome = 2;

/// A unit's part in a ticket: the lead answers for it, the others help.
pub type gd_part = i32;

/// It answers for the ticket.
pub const GD_PART_LEAD: gd_part = 1;
/// It helps, and reports to the lead.
pub const GD_PART_ASSISTING: gd_part = 2;

/// How an assignment came to an end: taken back, returned, excused, or ended with its ticket
/// (merged, terminated, or closed before an assisting unit had reported).
pub type gd_leg_end = i32;

/// The centre took it back before the unit signed.
pub const GD_LEG_END_RECALLED: gd_leg_end = 1;
/// The unit returned it, and the centre agreed.
pub const GD_LEG_END_RETURNED: gd_leg_end = 2;
/// The assisting unit need not report.
pub const GD_LEG_END_EXCUSED: gd_leg_end = 3;
/// "ended".
pub const GD_LEG_END_ENDED: gd_leg_end = 4;
/// The centre gave the ticket to another unit.
pub const GD_LEG_END_REDISPATCHED: gd_leg_end = 5;

/// Who may ask it.
pub type gd_who = i32;

/// The centre alone.
pub const GD_WHO_CENTRE: gd_who = 1;
/// The unit that leads the ticket now.
pub const GD_WHO_LEAD_UNIT: gd_who = 2;
/// A unit that has the ticket, as lead or assisting.
pub const GD_WHO_HOLDING_UNIT: gd_who = 3;
/// A unit that assists now.
pub const GD_WHO_ASSISTING_UNIT: gd_who = 4;
/// The centre or a supervisor.
pub const GD_WHO_CENTRE_OR_SUPERVISOR: gd_who = 5;
/// The centre, or a unit whether it has the ticket or not.
pub const GD_WHO_CENTRE_OR_UNIT: gd_who = 6;
/// The centre, a supervisor, or a unit that has the ticket.
pub const GD_WHO_ANYONE: gd_who = 7;
/// The centre, or a unit that has the ticket, as lead or assisting.
pub const GD_WHO_CENTRE_OR_HOLDING_UNIT: gd_who = 8;
/// A unit that has the ticket, or ever had it.
pub const GD_WHO_FORMER_UNIT: gd_who = 9;

/// What a notice says of a day that it names.
pub type gd_day_kind = i32;

/// Off: a day of a published break, weekends inside it included.
pub const GD_DAY_KIND_HOLIDAY: gd_day_kind = 1;
/// Worked: a weekend day that makes up for a break.
pub const GD_DAY_KIND_WORKDAY: gd_day_kind = 2;

/// What can have happened to the office: its register, rules, contacts and issues.
pub type gd_office_event = i32;

/// The file came into being.
pub const GD_OFFICE_EVENT_FOUNDED: gd_office_event = 1;
/// An entry joined the register.
pub const GD_OFFICE_EVENT_ENTRY_ADDED: gd_office_event = 2;
/// An entry got another name by which it is found.
pub const GD_OFFICE_EVENT_ENTRY_ALIASED: gd_office_event = 3;
/// An entry is called otherwise from a moment on.
pub const GD_OFFICE_EVENT_ENTRY_RENAMED: gd_office_event = 4;
/// An entry stands elsewhere in the tree, group or order from a moment on.
pub const GD_OFFICE_EVENT_ENTRY_PLACED: gd_office_event = 5;
/// An entry was taken over by another from a moment on.
pub const GD_OFFICE_EVENT_ENTRY_MERGED: gd_office_event = 6;
/// An entry takes nothing new from a moment on.
pub const GD_OFFICE_EVENT_ENTRY_RETIRED: gd_office_event = 7;
/// The policy got a provision.
pub const GD_OFFICE_EVENT_PROVISION_SET: gd_office_event = 8;
/// The calendar got a notice.
pub const GD_OFFICE_EVENT_NOTICE_ADOPTED: gd_office_event = 9;
/// A ranking formula was set.
pub const GD_OFFICE_EVENT_FORMULA_SET: gd_office_event = 10;
/// Contacts were counted.
pub const GD_OFFICE_EVENT_CONTACTS_RECORDED: gd_office_event = 11;
/// An issue of the bulletin was published: its figures are frozen.
pub const GD_OFFICE_EVENT_ISSUE_PUBLISHED: gd_office_event = 12;
/// An entry bears a code of a scheme, or none.
pub const GD_OFFICE_EVENT_ENTRY_CODED: gd_office_event = 13;

/// How far a column may go (PIPL, article 51: personal information is managed by classes).
pub type gd_class = i32;

/// What a bulletin prints: counts, and the names of the office's own register.
pub const GD_CLASS_PUBLIC: gd_class = 1;
/// What the hotline's own people work with: single tickets by number, who did what and when.
/// Staff are named here: that is what a journal is for.
pub const GD_CLASS_INTERNAL: gd_class = 2;
/// What can name a citizen: every text that somebody typed. Left out of a table unless the column
/// is asked for by its name, and then without telephone numbers.
pub const GD_CLASS_PERSONAL: gd_class = 3;
/// A citizen's name, telephone number and address, and what would find or unlock them. It leaves
/// by [`Hotline::reveal`](crate::Hotline::reveal) and
/// [`Hotline::subject_export`](crate::Hotline::subject_export) only, with an event.
pub const GD_CLASS_SENSITIVE: gd_class = 4;

/// A table that can be read whole.
pub type gd_table = i32;

/// Tickets as they stand now, one row each.
pub const GD_TABLE_TICKETS: gd_table = 1;
/// Assignments as they stand now, one row for each unit a ticket was given to.
pub const GD_TABLE_ASSIGNMENTS: gd_table = 2;
/// What happened to tickets, one row an event.
pub const GD_TABLE_EVENTS: gd_table = 3;
/// Contacts by channel and day, as they were recorded.
pub const GD_TABLE_CONTACTS: gd_table = 4;
/// Attempts to call citizens back.
pub const GD_TABLE_CALLBACKS: gd_table = 5;
/// Closings by the centre, whether they stand or not.
pub const GD_TABLE_CLOSURES: gd_table = 6;
/// Times a unit had to do it again.
pub const GD_TABLE_REWORKS: gd_table = 7;
/// Demands of supervisors.
pub const GD_TABLE_SUPERVISIONS: gd_table = 8;
/// Files kept with tickets, whether they were taken off again or not.
pub const GD_TABLE_ATTACHMENTS: gd_table = 9;

/// What a period is compared with.
pub type gd_against = i32;

/// The period before it, of the same length.
pub const GD_AGAINST_BEFORE: gd_against = 1;
/// The same period a year earlier.
pub const GD_AGAINST_YEAR_BEFORE: gd_against = 2;

/// The chapters in which the commands are told.
pub type gd_chapter = i32;

/// A ticket comes in, and the desk deals with it at once.
pub const GD_CHAPTER_DESK: gd_chapter = 1;
/// Which unit has the ticket.
pub const GD_CHAPTER_DISPATCH: gd_chapter = 2;
/// What the unit does, and its limits.
pub const GD_CHAPTER_HANDLING: gd_chapter = 3;
/// The citizen is called back, and the ticket ends.
pub const GD_CHAPTER_CLOSING: gd_chapter = 4;
/// What stands beside the stage.
pub const GD_CHAPTER_BESIDE: gd_chapter = 5;
/// Who called, and what is erased.
pub const GD_CHAPTER_PERSONS: gd_chapter = 6;

/// How firmly a command stands.
pub type gd_state = i32;

/// It stays as it is.
pub const GD_STATE_STABLE: gd_state = 1;
/// It may still change.
pub const GD_STATE_TRIAL: gd_state = 2;

/// What a command answers.
pub type gd_answers = i32;

/// The ticket as it stands then.
pub const GD_ANSWERS_TICKET: gd_answers = 1;
/// The caller in full.
pub const GD_ANSWERS_CALLER: gd_answers = 2;

/// A written form of a bulletin: the word is how the name of its file ends.
pub type gd_form = i32;

/// Markdown.
pub const GD_FORM_MD: gd_form = 1;
/// Every figure, for programs.
pub const GD_FORM_JSON: gd_form = 2;
/// One file for browsers, that prints on A4.
pub const GD_FORM_HTML: gd_form = 3;
/// A document for Word and WPS.
pub const GD_FORM_DOCX: gd_form = 4;
/// A workbook, one sheet a table.
pub const GD_FORM_XLSX: gd_form = 5;
/// A PDF with a Chinese font embedded.
pub const GD_FORM_PDF: gd_form = 6;
/// Its charts, a picture each.
pub const GD_FORM_PNG: gd_form = 7;

/// A promise whose limit a list is about.
pub type gd_limit_of = i32;

/// The lead's first reply.
pub const GD_LIMIT_OF_HANDLE: gd_limit_of = 1;
/// A rework.
pub const GD_LIMIT_OF_REWORK: gd_limit_of = 2;
/// A sign-off, of any unit.
pub const GD_LIMIT_OF_SIGN_OFF: gd_limit_of = 3;
/// An assisting unit's report.
pub const GD_LIMIT_OF_REPORT: gd_limit_of = 4;
/// A reply, a rework or a report.
pub const GD_LIMIT_OF_LATE_NOW: gd_limit_of = 5;
/// The citizen's own, whoever has the ticket.
pub const GD_LIMIT_OF_TOTAL: gd_limit_of = 6;
/// A section's, inside that of its unit.
pub const GD_LIMIT_OF_SECTION: gd_limit_of = 7;
/// The first that runs of the demands that nobody has answered.
pub const GD_LIMIT_OF_DEMAND: gd_limit_of = 8;

/// What waits for somebody: each holds the tickets of the count of the same name.
pub type gd_queue = i32;

/// A return or an extension that the centre has to decide.
pub const GD_QUEUE_UNDECIDED: gd_queue = 1;
/// A citizen who is to be called back.
pub const GD_QUEUE_AWAITING_CALLBACK: gd_queue = 2;
/// A supervisor's demand that nobody has answered.
pub const GD_QUEUE_SUPERVISIONS_UNANSWERED: gd_queue = 3;
/// A unit's sign-off.
pub const GD_QUEUE_UNSIGNED: gd_queue = 4;
/// A unit that asked not to be judged by a ticket.
pub const GD_QUEUE_EXEMPTIONS_UNDECIDED: gd_queue = 5;
/// A reply that the centre has to review.
pub const GD_QUEUE_AWAITING_REVIEW: gd_queue = 6;

/// A fact whose true moment a correction can state.
pub type gd_fact = i32;

/// It was taken in.
pub const GD_FACT_INTAKE: gd_fact = 1;
/// Units got it.
pub const GD_FACT_TRANSFER: gd_fact = 2;
/// A unit signed for it.
pub const GD_FACT_SIGN_OFF: gd_fact = 3;
/// An assisting unit reported.
pub const GD_FACT_REPORT: gd_fact = 4;
/// The unit that leads replied.
pub const GD_FACT_HANDLE: gd_fact = 5;
/// The centre tried to call the citizen back.
pub const GD_FACT_CALLBACK: gd_fact = 6;
/// It was closed: answered by the desk, by the centre after a callback, or terminated.
pub const GD_FACT_CLOSE: gd_fact = 7;

/// What sort of file is attached.
pub type gd_file_kind = i32;

/// A picture, of before or after.
pub const GD_FILE_KIND_PHOTO: gd_file_kind = 1;
/// A recorded call.
pub const GD_FILE_KIND_RECORDING: gd_file_kind = 2;
/// Moving pictures.
pub const GD_FILE_KIND_VIDEO: gd_file_kind = 3;
/// A letter, a reply, a sheet.
pub const GD_FILE_KIND_PAPER: gd_file_kind = 4;
/// None of these.
pub const GD_FILE_KIND_OTHER: gd_file_kind = 5;

/// Where the bytes of an attached file stay, where gongdan keeps them.
pub type gd_keeping = i32;

/// In the file itself.
pub const GD_KEEPING_INSIDE: gd_keeping = 1;
/// In the folder beside it.
pub const GD_KEEPING_BESIDE: gd_keeping = 2;

/// Whose demand it is: each place has words of its own for these.
pub type gd_supervision_kind = i32;

/// The hotline centre's own.
pub const GD_SUPERVISION_KIND_HOTLINE: gd_supervision_kind = 1;
/// The government's inspection office.
pub const GD_SUPERVISION_KIND_GOVERNMENT: gd_supervision_kind = 2;
/// On the instruction of a leader.
pub const GD_SUPERVISION_KIND_INSTRUCTION: gd_supervision_kind = 3;
/// The discipline inspection's.
pub const GD_SUPERVISION_KIND_DISCIPLINE: gd_supervision_kind = 4;
/// The people's congress or the political consultative conference.
pub const GD_SUPERVISION_KIND_ASSEMBLY: gd_supervision_kind = 5;
/// None of these.
pub const GD_SUPERVISION_KIND_OTHER: gd_supervision_kind = 6;
