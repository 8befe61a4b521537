//! The counts of the figures, their basis and groupings, as numbers (see vocabulary.rs).

/// A count of the figures.
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
/// Replied, and the citizen not yet called back since.
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
/// "taken_back".
pub const GD_COUNT_TAKEN_BACK: gd_count = 56;
/// Ended with a ticket that was merged or terminated before a standing reply.
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

/// On which tickets a figure is reckoned.
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
