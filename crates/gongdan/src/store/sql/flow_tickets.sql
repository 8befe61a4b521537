-- What happened to each ticket during the period, as seen at the moment? A ticket stands in the
-- groups it has at the moment. ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of.
-- Which events the tickets have is found in the index first and put in the journal's order, so that
-- its pages are read once each.
-- answered: the number of the attempt, and below it what was said: of the last rating its level and whether it is
-- satisfied, of the first whether it is, of the last rating of the manner its level, of the last answer
-- whether it is solved. own: the same of the last rating that the citizen gave unasked; either: 2 where that, or else the
-- callback's, is satisfied, 1 where it is not. closed.last: the number of the last closing, and its outcome.
WITH lived AS MATERIALIZED (
    SELECT alive_as_of.region_id, event.seq
    FROM alive_as_of
    CROSS JOIN main.event AS event INDEXED BY event_of_subject
        ON event.subject = alive_as_of.ticket_id
    WHERE +alive_as_of.region_id >= ?1 AND +alive_as_of.region_id <= ?2
      AND alive_as_of.last_at >= ?3 AND +alive_as_of.accepted_at < ?4
    ORDER BY event.seq
),
happened AS MATERIALIZED (
    SELECT event.region_id, event.subject,
           COUNT(*) FILTER (WHERE event.kind = {event.rejected}) AS rejected,
           COUNT(*) FILTER (WHERE event.kind = {event.merged}) AS merged,
           COUNT(*) FILTER (WHERE event.kind = {event.marked_difficult}) AS difficult,
           COUNT(*) FILTER (WHERE event.kind = {event.extension_requested}) AS extensions_asked,
           COUNT(*) FILTER (WHERE event.kind = {event.extension_granted}) AS extensions_granted,
           COUNT(*) FILTER (WHERE event.kind = {event.extension_denied}) AS extensions_denied,
           COUNT(*) FILTER (WHERE event.kind = {event.sent_back}) AS sent_back,
           COUNT(*) FILTER (WHERE event.kind = {event.reopened}) AS reopened,
           COUNT(*) FILTER (WHERE event.kind = {event.urged}) AS urged,
           COUNT(*) FILTER (WHERE event.kind = {event.supervised}) AS supervised,
           COUNT(*) FILTER (WHERE event.kind = {event.supervision_answered}) AS demands_answered,
           COUNT(*) FILTER (WHERE event.kind = {event.supervision_answered} AND event.late = 1) AS demands_answered_late,
           COUNT(*) FILTER (WHERE event.kind = {event.corrected}) AS corrected
    FROM lived
    CROSS JOIN main.event AS event ON event.region_id = lived.region_id
                                  AND event.seq = lived.seq
    LEFT JOIN temp.recounted ON recounted.seq = lived.seq
    WHERE COALESCE(recounted.counts_at, event.at + event.later) >= ?3
      AND COALESCE(recounted.counts_at, event.at + event.later) < ?4
      AND COALESCE(recounted.counts_at, event.at + event.later) <= ?5
      AND event.seq <= (SELECT seen FROM temp.cut_off)
    GROUP BY event.region_id, event.subject
),
legs AS MATERIALIZED (
    SELECT region_id, ticket_id,
           MAX(part = {part.lead} AND COALESCE(transferred_at >= ?3 AND transferred_at < ?4, 0)) AS transferred,
           MAX(COALESCE(signed_off_at >= ?3 AND signed_off_at < ?4, 0)) AS signed,
           MAX(flags & {assignment.sign_off_late} > 0 AND COALESCE(signed_off_at >= ?3 AND signed_off_at < ?4, 0)) AS sign_off_late,
           MAX(flags & {assignment.handled} > 0 AND COALESCE(handled_at >= ?3 AND handled_at < ?4, 0)) AS handled,
           MAX(flags & {assignment.handled_late} > 0 AND COALESCE(handled_at >= ?3 AND handled_at < ?4, 0)) AS handled_late,
           SUM(flags & {assignment.returned} > 0 AND COALESCE(ended_at >= ?3 AND ended_at < ?4, 0)) AS return_times,
           SUM(ended_how = {leg_end.redispatched} AND ended_at >= ?3 AND ended_at < ?4) AS redispatch_times,
           MAX(part = {part.lead} AND COALESCE(returned_late_at >= ?3 AND returned_late_at < ?4, 0)) AS returned_late
    FROM assignment_alive
    GROUP BY region_id, ticket_id
),
answered AS MATERIALIZED (
    SELECT region_id, ticket_id,
           MAX(outcome <> {callback_outcome.own}) AS called_back,
           MAX(outcome IN ({callback_outcome.reached}, {callback_outcome.disputed})) AS reached,
           MAX(CASE WHEN outcome <> {callback_outcome.own} AND satisfaction <> {satisfaction.unrated} THEN 16 * attempt + 8 * satisfied + satisfaction END) AS rating,
           MIN(CASE WHEN outcome <> {callback_outcome.own} AND satisfaction <> {satisfaction.unrated} THEN 2 * attempt + satisfied END) AS first_rating,
           MAX(CASE WHEN attitude <> {satisfaction.unrated} THEN 8 * attempt + attitude END) AS manner,
           MAX(CASE WHEN solved IS NOT NULL THEN 2 * attempt + solved END) AS solved,
           MAX(CASE WHEN outcome = {callback_outcome.own} THEN 16 * attempt + 8 * satisfied + satisfaction END) AS own
    FROM callback_alive
    WHERE at >= ?3 AND at < ?4
    GROUP BY region_id, ticket_id
),
closed AS MATERIALIZED (
    SELECT region_id, ticket_id, COUNT(*) AS times, MAX(late) AS late, MAX(unknown) AND NOT MAX(late) AS unknown, MAX(outcome = {close_outcome.answered_online}) AS online,
           MAX(16 * round + outcome) AS last
    FROM closure_alive
    WHERE at >= ?3 AND at < ?4
    GROUP BY region_id, ticket_id
),
reworked AS MATERIALIZED (
    SELECT region_id, ticket_id,
           SUM(reopened = 0 AND COALESCE(ordered_at >= ?3 AND ordered_at < ?4, 0)) AS times
    FROM rework_alive
    GROUP BY region_id, ticket_id
)
SELECT alive_as_of.ticket_id,
       0 AS all_key,
       alive_as_of.channel_id AS channel_key,
       CASE WHEN alive_as_of.category_id IS NOT NULL THEN alive_as_of.category_id
            WHEN alive_as_of.flags & {ticket.resolved_online} > 0 THEN -1
            ELSE -2 END AS category_key,
       alive_as_of.kind AS kind_key,
       alive_as_of.urgency AS urgency_key,
       COALESCE(alive_as_of.lead_unit_id, -2) AS unit_key,
       COALESCE(alive_as_of.area_id, -2) AS area_key,
       alive_as_of.accepted_day AS day_key,
       alive_as_of.accepted_month AS month_key,
       CASE WHEN alive_as_of.flags & {ticket.open} > 0 THEN alive_as_of.accepted_day ELSE -2 END AS age_key,
       alive_as_of.flags & {ticket.effective} > 0 AS effective_key,
       alive_as_of.flags & {ticket.unassessed} > 0 AS exempt_key,
       alive_as_of.accepted_at >= ?3 AS accepted,
       COALESCE(closed.online, 0) AS resolved_online,
       COALESCE(legs.transferred, 0) AS transferred,
       COALESCE(happened.rejected > 0, 0) AS rejected,
       COALESCE(happened.merged > 0, 0) AS merged,
       COALESCE(legs.signed, 0) AS signed,
       COALESCE(legs.sign_off_late, 0) AS sign_off_late,
       COALESCE(legs.handled, 0) AS handled,
       COALESCE(legs.handled_late, 0) AS handled_late,
       COALESCE(alive_as_of.total_late_at >= ?3 AND alive_as_of.total_late_at < ?4, 0) AS total_late,
       COALESCE(answered.called_back, 0) AS called_back,
       COALESCE(answered.reached, 0) AS reached,
       COALESCE(answered.rating & 7, 0) AS rating,
       COALESCE(answered.rating & 8 > 0, 0) AS satisfied,
       COALESCE(answered.rating & 8 = 0, 0) AS unsatisfied,
       COALESCE(answered.first_rating & 1, 0) AS first_satisfied,
       COALESCE(answered.manner & 7, 0) AS manner,
       answered.solved IS NOT NULL AS asked_solved,
       COALESCE(answered.solved & 1, 0) AS solved,
       COALESCE(answered.own & 7, 0) AS own_rating,
       COALESCE(answered.own & 8 > 0, 0) AS own_satisfied,
       COALESCE(1 + ((COALESCE(answered.own, answered.rating) & 8) > 0), 0) AS either,
       closed.times IS NOT NULL AS closed,
       COALESCE(closed.late, 0) AS closed_late,
       COALESCE(closed.unknown, 0) AS closed_unknown,
       COALESCE(closed.last & 15, 0) AS outcome,
       COALESCE(closed.times, 0) AS close_times,
       COALESCE(reworked.times > 0, 0) AS rework_tickets,
       COALESCE(reworked.times, 0) AS rework_times,
       COALESCE(happened.sent_back > 0, 0) AS sent_back_tickets,
       COALESCE(happened.sent_back, 0) AS sent_back_times,
       COALESCE(legs.return_times > 0, 0) AS returned,
       COALESCE(legs.return_times, 0) AS return_times,
       COALESCE(legs.redispatch_times > 0, 0) AS redispatched,
       COALESCE(legs.redispatch_times, 0) AS redispatch_times,
       COALESCE(legs.returned_late, 0) AS returned_late,
       COALESCE(happened.extensions_granted > 0, 0) AS extended,
       COALESCE(happened.extensions_asked, 0) AS extensions_asked,
       COALESCE(happened.extensions_granted, 0) AS extensions_granted,
       COALESCE(happened.extensions_denied, 0) AS extensions_denied,
       COALESCE(happened.urged > 0, 0) AS urged,
       COALESCE(happened.urged, 0) AS urge_times,
       COALESCE(happened.supervised > 0, 0) AS supervised,
       COALESCE(happened.demands_answered, 0) AS supervisions_answered,
       COALESCE(happened.demands_answered_late, 0) AS supervisions_answered_late,
       COALESCE(happened.reopened > 0, 0) AS reopened,
       COALESCE(happened.corrected > 0, 0) AS corrected,
       COALESCE(happened.difficult > 0, 0) AS difficult
FROM alive_as_of
LEFT JOIN happened ON happened.region_id = alive_as_of.region_id
                  AND happened.subject = alive_as_of.ticket_id
LEFT JOIN legs ON legs.region_id = alive_as_of.region_id
              AND legs.ticket_id = alive_as_of.ticket_id
LEFT JOIN answered ON answered.region_id = alive_as_of.region_id
                  AND answered.ticket_id = alive_as_of.ticket_id
LEFT JOIN closed ON closed.region_id = alive_as_of.region_id
                AND closed.ticket_id = alive_as_of.ticket_id
LEFT JOIN reworked ON reworked.region_id = alive_as_of.region_id
                  AND reworked.ticket_id = alive_as_of.ticket_id
WHERE +alive_as_of.region_id >= ?1 AND +alive_as_of.region_id <= ?2
  AND alive_as_of.last_at >= ?3 AND +alive_as_of.accepted_at < ?4
  AND +alive_as_of.accepted_at <= ?5
