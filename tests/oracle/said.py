"""What a ticket's event says, by the names of docs/FILE.md: in the file it is an array without names."""

LISTS = {
    "kind": "inquiry help complaint report suggestion praise other",
    "urgency": "normal urgent critical",
    "part": "lead assisting",
    "attempt": "reached not_reached refused disputed",
    "answer": "very_satisfied satisfied basically_satisfied dissatisfied very_dissatisfied unrated",
    "closing": "solved explained unreachable not_accepted duplicate withdrawn answered_online terminated"
    " unstated",
    "card": "yellow red",
    "field": "matter appeal caller_name caller_phone caller_address answer remark reason result note demand title"
    " outcome file_name file_digest file_place instructed_by attendees decision",
    "keeping": "inside beside",
    "demand": "hotline government instruction discipline assembly other",
    "file": "photo recording video paper other",
}
LIMITS = "working_days working_minutes clock_minutes".split()
# Each part by its place, with what it is: a number or text, a code of a list, an array of such.
SHAPES = {
    "leg": "leg unit part:part sign_off_limit:limit sign_off_by handle_limit:limit handle_by designated:flag",
    "moved": "leg sign_off_by handle_by handle_limit:limit",
    "rework": "leg limit:limit rework_by calendar",
    "taken_in": "number channel category kind:kind urgency:urgency area confidential:flag external",
    "merged": "main",
    "unmerged": "limits:moved* total_by rework_by",
    "marked_repeat": "main",
    "transferred": "legs:leg* total_by calendar",
    "signed_off": "leg",
    "return_requested": "leg late:flag decide_by",
    "return_granted": "leg",
    "return_denied": "leg forbid:flag",
    "extension_requested": "leg days decide_by",
    "extension_granted": "limits:moved total_by calendar",
    "extension_denied": "leg",
    "resumed": "limits:moved* total_by rework_by",
    "reported": "leg",
    "excused": "leg",
    "handled": "leg worked review:flag",
    "sent_back": "leg by",
    "called_back": "outcome:attempt satisfaction:answer attitude:answer solved:flag satisfied:flag",
    "rework_ordered": "leg limit:limit rework_by calendar",
    "closed": "outcome:closing",
    "reopened": "rework:rework",
    "reclassified": "category",
    "amended": "kind:kind urgency:urgency area",
    "confidentiality_set": "confidential:flag",
    "supervised": "no unit kind:demand answer_by",
    "supervision_answered": "no",
    "carded": "card:card unit",
    "featured": "featured:flag",
    "rescheduled": "limits:moved* total_by rework_by calendar",
    "erased": "fields:field*",
    "corrected": "fact at leg again:again*",
    "again": "version event",
    "redispatched": "leg",
    "attached": "no kind:file size unit kept:keeping",
    "detached": "no",
    "exemption_asked": "legs",
    "exempted": "legs",
    "unexempted": "legs",
    "forwarded": "leg section by",
    "unforwarded": "leg",
    "imported": "source row facts unknown:unknown",
    "unknown": "way:flag reply:flag sign_off:flag handling:flag time:flag",
    "reply_passed": "leg",
    "reminded": "no",
    "related": "main",
    "supervision_lifted": "no",
    "rated": "satisfaction:answer satisfied:flag",
    "inspected": "scores:score*",
    "score": "point given most",
}


def _read(value, sort):
    if sort.endswith("*"):
        return [_read(each, sort[:-1]) for each in value]
    if sort in LISTS:
        return LISTS[sort].split()[value - 1]
    if sort in SHAPES:
        return named(sort, value)
    if sort == "limit":
        return {LIMITS[value[0] - 1]: value[1]}
    return bool(value) if sort == "flag" else value


def named(shape, parts):
    """The parts that say something, by their names."""
    names = (each.partition(":") for each in SHAPES.get(shape, "").split())
    pairs = list(zip(names, parts))
    assert len(pairs) == len(parts), (shape, parts)
    return {name: _read(value, sort) for (name, _, sort), value in pairs if value is not None}
