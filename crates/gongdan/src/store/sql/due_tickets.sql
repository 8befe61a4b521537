-- Which transferred tickets have a handling promise that ends in the period, and how do they stand
-- at the moment? ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of. Key -1: answered online
-- without a category; key -2: none.
SELECT ticket_id,
       0 AS all_key,
       channel_id AS channel_key,
       CASE WHEN category_id IS NOT NULL THEN category_id
            WHEN flags & {ticket.resolved_online} > 0 THEN -1
            ELSE -2 END AS category_key,
       kind AS kind_key,
       urgency AS urgency_key,
       COALESCE(lead_unit_id, -2) AS unit_key,
       COALESCE(area_id, -2) AS area_key,
       accepted_day AS day_key,
       accepted_month AS month_key,
       CASE WHEN flags & {ticket.open} > 0 THEN accepted_day ELSE -2 END AS age_key,
       flags & {ticket.effective} > 0 AS effective_key,
       flags & {ticket.unassessed} > 0 AS exempt_key,
       1 AS due,
       flags & {ticket.closed} > 0 AS due_closed,
       flags & {ticket.closed} > 0 AND flags & {ticket.closed_late} = 0 AS due_in_time
FROM alive_as_of
WHERE +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at < ?4 AND flags & {ticket.handling_unknown} = 0 AND handle_by >= ?3
  AND handle_by < ?4 AND +accepted_at <= ?5
