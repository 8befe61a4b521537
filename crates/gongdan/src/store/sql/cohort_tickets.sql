-- How does each ticket taken in during the period stand at the moment?
-- ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of. Key -1: answered online without a
-- category; key -2: none.
-- The plus keeps the region and the moment from being chosen as the way in: the span is narrower.
SELECT ticket_id,
       0 AS all_key,
       channel_id AS channel_key,
       CASE WHEN category_id IS NOT NULL THEN category_id
            WHEN resolved_online = 1 THEN -1
            ELSE -2 END AS category_key,
       kind AS kind_key,
       urgency AS urgency_key,
       COALESCE(lead_unit_id, -2) AS unit_key,
       COALESCE(area_id, -2) AS area_key,
       accepted_day AS day_key,
       accepted_month AS month_key,
       1 AS accepted,
       resolved_online, transferred, rejected, merged, waiting, ended_at_centre, closed,
       closed_late, closed_solved, closed_explained, handled, handled_late, pending, at_centre,
       ended_unreplied, awaiting_callback, in_rework, difficult, called_back, reached, rated,
       satisfied, unsatisfied, assessed, solved, rework_tickets, rework_times, returned,
       return_times, extended, urged, supervised, confidential, repeats, distinct_matters,
       reopened, close_times, open, handling_minutes,
       CASE WHEN pending_by < ?5 THEN 1 ELSE 0 END AS open_late,
       CASE WHEN pending_by < ?5 THEN 0 ELSE pending END AS pending_in_time
FROM ticket_as_of
WHERE +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at >= ?3 AND +accepted_at < ?4
  AND +accepted_at <= ?5
