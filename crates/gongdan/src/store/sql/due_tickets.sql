-- Which transferred tickets have a handling promise that ends in the period, and how do they stand
-- at the moment? ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of. Key -2: none.
SELECT ticket_id,
       0 AS all_key,
       channel_id AS channel_key,
       COALESCE(category_id, -2) AS category_key,
       kind AS kind_key,
       urgency AS urgency_key,
       COALESCE(lead_unit_id, -2) AS unit_key,
       COALESCE(area_id, -2) AS area_key,
       accepted_day AS day_key,
       accepted_month AS month_key,
       1 AS due,
       closed AS due_closed,
       CASE WHEN closed = 1 AND handled_late = 0 THEN 1 ELSE 0 END AS due_in_time
FROM alive_as_of
WHERE +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at < ?4 AND handle_by >= ?3
  AND handle_by < ?4 AND +accepted_at <= ?5
