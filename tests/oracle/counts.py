"""Every count as a predicate, over tickets and over legs, on both bases; and the measures."""

CLOSED_AS = {
    "solved": "closed_solved",
    "explained": "closed_explained",
    "unreachable": "closed_unreachable",
    "not_accepted": "closed_not_accepted",
    "duplicate": "closed_duplicate",
    "withdrawn": "closed_withdrawn",
    "terminated": "closed_terminated",
    "answered_online": "closed_answered_online",
    "unstated": "closed_unstated",
}


LEVELS = ["very_satisfied", "satisfied", "basically_satisfied", "dissatisfied", "very_dissatisfied"]
DAYS = [1, 2, 3, 5, 7, 10, 15]
DAY_MINUTES = 1_440
TAKEN_BACK = ("taken_back", "redispatched")


def inspected(inspections):
    """What the inspection that stands gave."""
    last = inspections[-1] if inspections else {"given": 0, "most": 0}
    return {
        "inspected": bool(inspections),
        "inspection_points": last["given"],
        "inspection_most": last["most"],
    }


def said(callbacks, own):
    """What the citizen said in some callbacks, where only a reached attempt rates or answers; and unasked."""
    reached = [each for each in callbacks if each["reached"]]
    rated = [each for each in reached if each["rated"]]
    solved = [each["solved"] for each in reached if each["solved"] is not None]
    satisfied = bool(rated) and rated[-1]["satisfied"]
    manner = [each["manner"] for each in reached if each["manner"] not in (None, "unrated")]
    levels = {f"rated_{level}": bool(rated) and rated[-1]["result"] == level for level in LEVELS}
    levels.update({f"manner_{level}": bool(manner) and manner[-1] == level for level in LEVELS})
    either = own or rated
    return {
        **levels,
        "own_rated": bool(own),
        "own_satisfied": bool(own) and own[-1]["satisfied"],
        "either_rated": bool(either),
        "either_satisfied": bool(either) and either[-1]["satisfied"],
        "manner_rated": bool(manner),
        "first_satisfied": bool(rated) and rated[0]["satisfied"],
        "called_back": bool(callbacks),
        "reached": bool(reached),
        "rated": bool(rated),
        "satisfied": satisfied,
        "unsatisfied": bool(rated) and not satisfied,
        "asked_solved": bool(solved),
        "solved": bool(solved) and solved[-1],
    }


def awaits(life):
    """Replied, and not called since: order goes by the journal."""
    called = life.callbacks and life.callbacks[-1]["told"] > life.replied_since
    return life.stage == "handled" and not called and not life.under_review


def unreviewed(life):
    return life.stage == "handled" and life.under_review


def took(leg, counted):
    """How long a reply took, where it counts, and anybody knows."""
    counted = counted and leg.minutes is not None
    minutes = leg.minutes if counted else None
    within = {f"within_{days}": minutes is not None and minutes <= days * DAY_MINUTES for days in DAYS}
    return {"timed": counted, "handling_minutes": minutes or 0, **within}


def times(life, verb):
    return sum(each == verb for each, _ in life.happened)


def ticket(life, as_of):
    """A ticket of a cohort, as it stands at a moment."""
    lead, ended, had = life.lead(), life.ended(), bool(life.legs)
    closing = life.closings[-1] if life.stage == "closed" else None
    online = closing is not None and closing["outcome"] == "answered_online"
    replied = lead is not None and lead.replied is not None
    unknown = lead.unknown if lead else set()
    untold = had and not replied and "reply" in unknown
    pending = life.stage in ("transferred", "signed_off") and lead is not None and not replied and not untold
    lost = "way" in life.unknown and not had and not online and life.stage not in ("rejected", "merged")
    late = pending and life.overdue(lead, as_of)
    orders = [rework for rework in life.reworks if not rework.reopened]
    returns = [leg for leg in life.legs if leg.leads and leg.how == "returned"]
    passed_on = [leg for leg in life.legs if leg.how == "redispatched"]
    legs = life.legs
    granted = sum(leg.granted for leg in legs)
    waits = any(leg.runs() and (leg.return_asked or leg.extension_asked) for leg in legs)
    counts = {
        "accepted": 1,
        "effective": life.stage not in ("rejected", "merged"),
        "resolved_online": online and not had,
        "transferred": had,
        "rejected": life.stage == "rejected",
        "merged": life.stage == "merged",
        "waiting": not had and not ended and not lost,
        "ended_at_centre": not had and ended and not online and not lost,
        "way_unknown": lost,
        "imported": times(life, "imported") > 0,
        "closed": life.stage == "closed",
        "closed_late": closing is not None and closing["late"],
        "closed_unknown": closing is not None and closing["unknown"],
        "handled": replied,
        "handled_late": any(leg.leads and leg.replied is not None and leg.handle_broken for leg in legs),
        "pending": pending,
        "open_late": late,
        "pending_in_time": pending and not late,
        "at_centre": had and not ended and not replied and not pending and not untold,
        "ended_unreplied": had and ended and not replied and not untold,
        "reply_unknown": untold,
        "handling_unknown": "handling" in unknown,
        "awaiting_review": unreviewed(life),
        "awaiting_callback": awaits(life),
        "in_rework": life.stage == "rework",
        "difficult": life.stage == "difficult",
        "rework_tickets": bool(orders),
        "rework_times": len(orders),
        "sent_back_tickets": bool(life.sent_back),
        "sent_back_times": len(life.sent_back),
        "returned": bool(returns),
        "return_times": len(returns),
        "redispatched": bool(passed_on),
        "redispatch_times": len(passed_on),
        "extended": granted > 0,
        "extensions_asked": sum(leg.asked for leg in legs),
        "extensions_granted": granted,
        "extensions_denied": sum(leg.denied for leg in legs),
        "urged": times(life, "urged") > 0,
        "urge_times": times(life, "urged"),
        "supervised": any(not each["lifted"] for each in life.demands.values()),
        "supervisions_unanswered": len(life.waiting()),
        "supervisions_open_late": any(each["by"] is not None and each["by"] < as_of for each in life.waiting()),
        "supervisions_answered": len(life.answers_given()),
        "supervisions_answered_late": sum(life.answers_given()),
        "yellow_cards": life.cards.count("yellow"),
        "red_cards": life.cards.count("red"),
        "undecided": waits and not ended,
        "decided_late": sum(leg.decided_late for leg in legs),
        "exempt": any(leg.exempt for leg in legs),
        "exemptions_undecided": any(leg.exemption_asked for leg in legs),
        "confidential": life.confidential,
        "repeats": life.repeat,
        "related": life.related,
        "distinct_matters": not life.repeat and life.stage != "merged",
        "reopened": times(life, "reopened") > 0,
        "corrected": times(life, "corrected") > 0,
        "close_times": len(life.closings),
        "open": not ended,
        "total_late": life.total_late() is not None,
        "total_open_late": life.total_overdue(as_of),
    }
    counts.update(took(lead, replied))
    for outcome, count in CLOSED_AS.items():
        counts[count] = closing is not None and closing["outcome"] == outcome
    counts.update(said(life.callbacks, life.own_ratings))
    counts.update(inspected(life.inspections))
    return counts


def leg_of_cohort(life, leg, as_of):
    """A leg of a cohort's ticket, as it stands at a moment: whoever has the ticket now."""
    leads, replied, how = leg.leads, leg.replied is not None, leg.how
    signed = leg.signed is not None
    own = [rework for rework in life.reworks if rework.leg == leg.number]
    orders = [rework for rework in own if not rework.reopened]
    closing = life.closings[-1] if life.stage == "closed" else None
    closed = closing is not None and closing["leg"] == leg.number
    sent_back = sum(number == leg.number for number, _ in life.sent_back)
    overdue = life.overdue(leg, as_of)
    missed = not leg.runs() and not replied and leg.handle_broken
    running = life.rework()
    rework = running is not None and running.leg == leg.number
    untold, unknown = leads and not replied and "reply" in leg.unknown, leg.unknown
    pending = leads and leg.owes() and life.stage in ("transferred", "signed_off") and not untold
    sign_off_missing = life.unsigned(leg, as_of) or (not signed and not leg.runs() and leg.sign_broken)
    accepted = leads and how is None
    counts = {
        "given": leads,
        "given_any": 1,
        "transferred": leads,
        "known": leads and "handling" not in unknown,
        "handling_unknown": leads and "handling" in unknown,
        "reply_unknown": untold,
        "sign_off_unknown": "sign_off" in unknown,
        "accepted": accepted,
        "effective": accepted and life.stage not in ("rejected", "merged"),
        "returned": leads and how == "returned",
        "taken_back": leads and how in TAKEN_BACK,
        "ended": leads and how == "ended",
        "pending": pending,
        "open_late": leads and overdue,
        "pending_in_time": pending and not overdue,
        "signed": signed,
        "unsigned": leg.runs() and not signed and "sign_off" not in unknown,
        "signed_in_time": signed and not leg.sign_broken and "sign_off" not in unknown,
        "sign_off_late": signed and leg.sign_broken,
        "sign_off_missing": sign_off_missing,
        "not_signed_in_time": sign_off_missing or (signed and leg.sign_broken),
        "handled": leads and replied,
        "handled_late": leads and replied and leg.handle_broken,
        "handling_missed": leads and missed,
        "returned_late": leads and leg.returned_late is not None,
        "extended": leads and leg.granted > 0,
        "exempt": leg.exempt,
        # Returned, taken back or excused, it assists no more; ended with its ticket, it did to the end.
        "assisting": not leads and how in (None, "ended"),
        "report_open_late": not leads and overdue,
        "report_late": not leads and replied and leg.handle_broken,
        "report_missed": not leads and missed,
        "rework_tickets": bool(orders),
        "rework_times": len(orders),
        "rework_open_late": rework and life.rework_passed(running, as_of),
        "rework_late": sum(each.replied is not None and each.broken for each in own),
        "rework_missed": sum(each.ended is not None and each.broken for each in own),
        "in_rework": rework,
        "sent_back_tickets": sent_back > 0,
        "sent_back_times": sent_back,
        "awaiting_review": unreviewed(life) and life.lead() is leg,
        "reviewed": leg.reviewed is not None,
        "passed_first": leg.passed,
        "awaiting_callback": awaits(life) and life.lead() is leg,
        "closed": closed,
        "closed_late": closed and closing["late"],
        "closed_unknown": closed and closing["unknown"],
    }
    counts.update(took(leg, leads and replied))
    counts["late_now"] = counts["open_late"] + counts["rework_open_late"] + counts["report_open_late"]
    callbacks, own, inspections = (
        [each for each in told if each["leg"] == leg.number]
        for told in (life.callbacks, life.own_ratings, life.inspections)
    )
    counts.update(said(callbacks, own))
    counts.update(inspected(inspections))
    return counts


def untold(closings):
    """Closed on a reply that nobody knows to have been in time or late, and on no late one."""
    return any(each["unknown"] for each in closings) and not any(each["late"] for each in closings)


def ticket_of_flow(life, since, until):
    """What happened to a ticket during a period; a reply that was sent back is no reply."""

    def during(at):
        return at is not None and since <= at < until

    def happened(verb):
        return sum(each == verb and during(at) for each, at in life.happened)

    legs = life.legs
    closings = [each for each in life.closings if during(each["at"])]
    orders = [each for each in life.reworks if not each.reopened and during(each.ordered)]
    returns = [leg for leg in legs if leg.leads and leg.how == "returned" and during(leg.ended)]
    passed_on = [leg for leg in legs if leg.how == "redispatched" and during(leg.ended)]
    replied = [leg for leg in legs if leg.leads and during(leg.replied)]
    signed = [leg for leg in legs if during(leg.signed)]
    answers = said(*([each for each in told if during(each["at"])] for told in (life.callbacks, life.own_ratings)))
    lead = life.lead()
    due = lead is not None and during(lead.handle_by) and "handling" not in lead.unknown
    closed = life.stage == "closed"
    late = closed and life.closings[-1]["late"]
    counts = {
        "accepted": during(life.accepted),
        "resolved_online": any(each["outcome"] == "answered_online" for each in closings),
        "transferred": any(leg.leads and during(leg.given) for leg in legs),
        "rejected": happened("rejected") > 0,
        "merged": happened("merged") > 0,
        "signed": bool(signed),
        "sign_off_late": any(leg.sign_broken for leg in signed),
        "handled": bool(replied),
        "handled_late": any(leg.handle_broken for leg in replied),
        "total_late": during(life.total_late()),
        "closed": bool(closings),
        "closed_late": any(each["late"] for each in closings),
        "closed_unknown": untold(closings),
        "close_times": len(closings),
        "rework_tickets": bool(orders),
        "rework_times": len(orders),
        "sent_back_tickets": happened("sent_back") > 0,
        "sent_back_times": happened("sent_back"),
        "returned": bool(returns),
        "return_times": len(returns),
        "redispatched": bool(passed_on),
        "redispatch_times": len(passed_on),
        "returned_late": any(leg.leads and during(leg.returned_late) for leg in legs),
        "extended": happened("extension_granted") > 0,
        "extensions_asked": happened("extension_requested"),
        "extensions_granted": happened("extension_granted"),
        "extensions_denied": happened("extension_denied"),
        "urged": happened("urged") > 0,
        "urge_times": happened("urged"),
        "supervised": happened("supervised") > 0,
        "supervisions_answered": len(life.answers_given(since, until)),
        "supervisions_answered_late": sum(life.answers_given(since, until)),
        "reopened": happened("reopened") > 0,
        "corrected": happened("corrected") > 0,
        "difficult": happened("marked_difficult") > 0,
        "due": due,
        "due_closed": due and closed,
        "due_in_time": due and closed and not late,
    }
    counts.update(answers)
    for outcome, count in CLOSED_AS.items():
        counts[count] = bool(closings) and closings[-1]["outcome"] == outcome
    return counts


def leg_of_flow(life, leg, since, until):
    """What happened to a unit's own leg during a period."""

    def during(at):
        return at is not None and since <= at < until

    leads, how = leg.leads, leg.how
    ended, replied, signed = during(leg.ended), during(leg.replied), during(leg.signed)
    own = [each for each in life.reworks if each.leg == leg.number]
    orders = [each for each in own if not each.reopened and during(each.ordered)]
    closings = [each for each in life.closings if each["leg"] == leg.number and during(each["at"])]
    now = life.closings[-1] if life.stage == "closed" else None
    closed = now is not None and now["leg"] == leg.number
    given, fell = during(leg.given), leads and during(leg.handle_by) and "handling" not in leg.unknown
    missed = leg.replied is None and leg.handle_broken
    counts = {
        "given": leads and given,
        "given_any": given,
        "transferred": leads and given,
        "accepted": leads and how is None and given,
        "returned": leads and how == "returned" and ended,
        "returned_late": leads and during(leg.returned_late),
        "taken_back": leads and how in TAKEN_BACK and ended,
        "ended": leads and how == "ended" and ended,
        "signed": signed,
        "signed_in_time": signed and not leg.sign_broken and "sign_off" not in leg.unknown,
        "sign_off_late": signed and leg.sign_broken,
        "handled": leads and replied,
        "handled_late": leads and replied and leg.handle_broken,
        "handling_missed": leads and ended and missed,
        "report_late": not leads and replied and leg.handle_broken,
        "report_missed": not leads and ended and missed,
        "rework_tickets": bool(orders),
        "rework_times": len(orders),
        "rework_late": sum(each.broken and during(each.replied) for each in own),
        "rework_missed": sum(each.broken and during(each.ended) for each in own),
        "reviewed": during(leg.reviewed),
        "passed_first": leg.passed and during(leg.reviewed),
        "closed": bool(closings),
        "closed_late": any(each["late"] for each in closings),
        "closed_unknown": untold(closings),
        "sign_off_unknown": "sign_off" in leg.unknown and given,
        "fell_due": fell,
        "fell_due_in_time": fell and leg.replied is not None and not leg.handle_broken,
        "due": fell and how is None,
        "due_closed": fell and closed,
        "due_in_time": fell and closed and not now["late"],
    }
    counts.update(took(leg, leads and replied))
    told = (life.callbacks, life.own_ratings)
    counts.update(said(*([e for e in each if e["leg"] == leg.number and during(e["at"])] for each in told)))
    return counts


# Each measure: over what, numerator, denominator.
MEASURES = {
    "closure_rate": ("tickets", {"closed": 1}, {"effective": 1}),
    "closed_late_rate": ("tickets", {"closed_late": 1}, {"closed": 1, "closed_unknown": -1}),
    "in_time_rate": (
        "assignments",
        {"known": 1, "handled_late": -1, "open_late": -1, "handling_missed": -1},
        {"known": 1},
    ),
    "in_time_of_due_rate": ("assignments", {"fell_due_in_time": 1}, {"fell_due": 1}),
    "sign_off_in_time_rate": (
        "assignments",
        {"signed_in_time": 1},
        {"signed_in_time": 1, "not_signed_in_time": 1},
    ),
    "sign_off_in_time_of_transferred_rate": (
        "assignments",
        {"signed_in_time": 1},
        {"given_any": 1, "sign_off_unknown": -1},
    ),
    "resolved_online_rate": ("tickets", {"resolved_online": 1}, {"accepted": 1}),
    "satisfaction_rate": ("tickets", {"satisfied": 1}, {"rated": 1}),
    "satisfaction_of_reached_rate": ("tickets", {"satisfied": 1}, {"reached": 1}),
    "satisfaction_of_called_back_rate": ("tickets", {"satisfied": 1}, {"called_back": 1}),
    "rework_rate": ("tickets", {"rework_tickets": 1}, {"transferred": 1}),
    "solved_rate": ("tickets", {"solved": 1}, {"asked_solved": 1}),
    "own_satisfaction_rate": ("tickets", {"own_satisfied": 1}, {"own_rated": 1}),
    "either_satisfaction_rate": ("tickets", {"either_satisfied": 1}, {"either_rated": 1}),
    "inspection_rate": ("tickets", {"inspection_points": 1}, {"inspection_most": 1}),
    "passed_first_rate": ("assignments", {"passed_first": 1}, {"reviewed": 1}),
    "return_rate": ("assignments", {"returned": 1}, {"given": 1}),
    "carried_closure_rate": (
        "tickets",
        {"closed": 1, "rejected": 1},
        {"accepted": 1, "carried_in": 1, "brought_back": 1},
    ),
    "due_closure_rate": ("tickets", {"due_closed": 1}, {"due": 1}),
    "due_in_time_rate": ("tickets", {"due_in_time": 1}, {"due": 1}),
    "mean_handling_days": ("tickets", {"handling_minutes": 1}, {"timed": 1440}),
    "first_satisfaction_rate": ("tickets", {"first_satisfied": 1}, {"rated": 1}),
    **{f"within_{days}_rate": ("tickets", {f"within_{days}": 1}, {"timed": 1}) for days in DAYS},
}


# 考核: what is exempt is in neither term.
ASSESSED = (
    "in_time_rate in_time_of_due_rate sign_off_in_time_rate sign_off_in_time_of_transferred_rate satisfaction_rate"
    " satisfaction_of_reached_rate satisfaction_of_called_back_rate first_satisfaction_rate rework_rate return_rate"
    " due_in_time_rate own_satisfaction_rate either_satisfaction_rate"
).split()


def median(minutes):
    """The middle one; of an even number, half the sum of the two in the middle."""
    middle = sorted(minutes)[(len(minutes) - 1) // 2 : len(minutes) // 2 + 1]
    return [sum(middle), len(middle)]


def ninetieth(minutes):
    """The smallest that nine in ten do not exceed."""
    enough = [each for each in minutes if 10 * sum(other <= each for other in minutes) >= 9 * len(minutes)]
    return [min(enough), 1] if enough else [0, 0]


# Each of the handling times themselves.
QUANTILES = {"median_handling_minutes": median, "ninetieth_handling_minutes": ninetieth}


def measured(name, lists, minutes):
    """Both terms of a measure, from one list; nothing where a count of it is not defined."""
    if name in QUANTILES:
        over = "tickets" if lists["tickets"] else "assignments"
        return QUANTILES[name](minutes[over]) if "timed" in lists[over] else None
    over, numerator, denominator = MEASURES[name]
    counts = lists[over] if lists["tickets"] or over == "assignments" else lists["assignments"]
    if any(count not in counts for count in [*numerator, *denominator]):
        return None
    return [sum(sign * counts[count] for count, sign in terms.items()) for terms in (numerator, denominator)]
