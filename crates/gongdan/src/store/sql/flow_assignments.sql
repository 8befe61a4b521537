-- What happened to each assignment during the period, as seen at the moment? Each is its own unit's,
-- whoever has the ticket now. ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of. Key -2: none.
-- answered: as in flow_tickets.
WITH answered AS MATERIALIZED (
    SELECT region_id, ticket_id, leg,
           MAX(outcome <> {callback_outcome.own}) AS called_back,
           MAX(outcome IN ({callback_outcome.reached}, {callback_outcome.disputed})) AS reached,
           MAX(CASE WHEN outcome <> {callback_outcome.own} AND satisfaction <> {satisfaction.unrated} THEN 16 * attempt + 8 * satisfied + satisfaction END) AS rating,
           MIN(CASE WHEN outcome <> {callback_outcome.own} AND satisfaction <> {satisfaction.unrated} THEN 2 * attempt + satisfied END) AS first_rating,
           MAX(CASE WHEN attitude <> {satisfaction.unrated} THEN 8 * attempt + attitude END) AS manner,
           MAX(CASE WHEN solved IS NOT NULL THEN 2 * attempt + solved END) AS solved,
           MAX(CASE WHEN outcome = {callback_outcome.own} THEN 16 * attempt + 8 * satisfied + satisfaction END) AS own
    FROM callback_alive
    WHERE at >= ?3 AND at < ?4
    GROUP BY region_id, ticket_id, leg
),
closing AS MATERIALIZED (
    SELECT region_id, ticket_id, leg, MAX(late) AS late, MAX(unknown) AND NOT MAX(late) AS unknown
    FROM closure_alive
    WHERE at >= ?3 AND at < ?4
    GROUP BY region_id, ticket_id, leg
),
reworked AS MATERIALIZED (
    SELECT region_id, ticket_id, leg,
           SUM(reopened = 0 AND COALESCE(ordered_at >= ?3 AND ordered_at < ?4, 0)) AS times,
           SUM(broken IS NOT NULL AND COALESCE(handled_at >= ?3 AND handled_at < ?4, 0)) AS late,
           SUM(broken IS NOT NULL AND COALESCE(ended_at >= ?3 AND ended_at < ?4, 0)) AS missed
    FROM rework_alive
    GROUP BY region_id, ticket_id, leg
)
SELECT leg.ticket_id,
       0 AS all_key,
       leg.channel_id AS channel_key,
       COALESCE(leg.category_id, -2) AS category_key,
       leg.kind AS kind_key,
       leg.urgency AS urgency_key,
       leg.unit_id AS unit_key,
       COALESCE(leg.area_id, -2) AS area_key,
       leg.accepted_day AS day_key,
       leg.accepted_month AS month_key,
       CASE WHEN leg.flags & {assignment.open} > 0 THEN leg.accepted_day ELSE -2 END AS age_key,
       leg.flags & {assignment.effective} > 0 AS effective_key,
       leg.flags & {assignment.exempt} > 0 AS exempt_key,
       leg.part = {part.lead} AND COALESCE(leg.transferred_at >= ?3 AND leg.transferred_at < ?4, 0) AS given,
       COALESCE(leg.transferred_at >= ?3 AND leg.transferred_at < ?4, 0) AS given_any,
       leg.part = {part.lead} AND COALESCE(leg.transferred_at >= ?3 AND leg.transferred_at < ?4, 0) AS transferred,
       leg.flags & {assignment.accepted} > 0 AND COALESCE(leg.transferred_at >= ?3 AND leg.transferred_at < ?4, 0) AS accepted,
       leg.flags & {assignment.returned} > 0 AND COALESCE(leg.ended_at >= ?3 AND leg.ended_at < ?4, 0) AS returned,
       leg.part = {part.lead} AND COALESCE(leg.returned_late_at >= ?3 AND leg.returned_late_at < ?4, 0) AS returned_late,
       leg.flags & {assignment.taken_back} > 0 AND COALESCE(leg.ended_at >= ?3 AND leg.ended_at < ?4, 0) AS taken_back,
       leg.flags & {assignment.ended} > 0 AND COALESCE(leg.ended_at >= ?3 AND leg.ended_at < ?4, 0) AS ended,
       COALESCE(leg.signed_off_at >= ?3 AND leg.signed_off_at < ?4, 0) AS signed,
       leg.flags & {assignment.signed_in_time} > 0 AND COALESCE(leg.signed_off_at >= ?3 AND leg.signed_off_at < ?4, 0) AS signed_in_time,
       leg.flags & {assignment.sign_off_late} > 0 AND COALESCE(leg.signed_off_at >= ?3 AND leg.signed_off_at < ?4, 0) AS sign_off_late,
       leg.flags & {assignment.handled} > 0 AND COALESCE(leg.handled_at >= ?3 AND leg.handled_at < ?4, 0) AS handled,
       leg.flags & {assignment.handled_late} > 0 AND COALESCE(leg.handled_at >= ?3 AND leg.handled_at < ?4, 0) AS handled_late,
       leg.flags & {assignment.handling_missed} > 0 AND COALESCE(leg.ended_at >= ?3 AND leg.ended_at < ?4, 0) AS handling_missed,
       CASE WHEN COALESCE(leg.handled_at >= ?3 AND leg.handled_at < ?4, 0) THEN (leg.flags & {assignment.timed} > 0) * (leg.handling_minutes + 1) ELSE 0 END AS took,
       leg.flags & {assignment.report_late} > 0 AND COALESCE(leg.handled_at >= ?3 AND leg.handled_at < ?4, 0) AS report_late,
       leg.flags & {assignment.report_missed} > 0 AND COALESCE(leg.ended_at >= ?3 AND leg.ended_at < ?4, 0) AS report_missed,
       COALESCE(reworked.times > 0, 0) AS rework_tickets,
       COALESCE(reworked.times, 0) AS rework_times,
       COALESCE(reworked.late, 0) AS rework_late,
       COALESCE(reworked.missed, 0) AS rework_missed,
       COALESCE(leg.reviewed_at >= ?3 AND leg.reviewed_at < ?4, 0) AS reviewed,
       leg.flags & {assignment.passed_first} > 0 AND COALESCE(leg.reviewed_at >= ?3 AND leg.reviewed_at < ?4, 0) AS passed_first,
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
       closing.late IS NOT NULL AS closed,
       COALESCE(closing.late, 0) AS closed_late,
       COALESCE(closing.unknown, 0) AS closed_unknown,
       leg.flags & {assignment.sign_off_unknown} > 0 AND COALESCE(leg.transferred_at >= ?3 AND leg.transferred_at < ?4, 0) AS sign_off_unknown,
       leg.part = {part.lead} AND leg.flags & {assignment.handling_unknown} = 0 AND COALESCE(leg.handle_by >= ?3 AND leg.handle_by < ?4, 0) AS fell_due,
       leg.flags & {assignment.handled} > 0 AND leg.flags & {assignment.handled_late} = 0 AND leg.flags & {assignment.handling_unknown} = 0 AND COALESCE(leg.handle_by >= ?3 AND leg.handle_by < ?4, 0) AS fell_due_in_time,
       leg.flags & {assignment.accepted} > 0 AND leg.flags & {assignment.handling_unknown} = 0 AND COALESCE(leg.handle_by >= ?3 AND leg.handle_by < ?4, 0) AS due,
       leg.flags & {assignment.closed} > 0 AND leg.flags & {assignment.handling_unknown} = 0 AND COALESCE(leg.handle_by >= ?3 AND leg.handle_by < ?4, 0) AS due_closed,
       leg.flags & {assignment.closed} > 0 AND leg.flags & {assignment.closed_late} = 0 AND leg.flags & {assignment.handling_unknown} = 0 AND COALESCE(leg.handle_by >= ?3 AND leg.handle_by < ?4, 0) AS due_in_time
FROM assignment_alive AS leg
LEFT JOIN answered ON answered.region_id = leg.region_id AND answered.ticket_id = leg.ticket_id
                  AND answered.leg = leg.leg
LEFT JOIN closing ON closing.region_id = leg.region_id AND closing.ticket_id = leg.ticket_id
                 AND closing.leg = leg.leg
LEFT JOIN reworked ON reworked.region_id = leg.region_id AND reworked.ticket_id = leg.ticket_id
                  AND reworked.leg = leg.leg
WHERE +leg.region_id >= ?1 AND +leg.region_id <= ?2 AND +leg.accepted_at < ?4
  AND +leg.accepted_at <= ?5
