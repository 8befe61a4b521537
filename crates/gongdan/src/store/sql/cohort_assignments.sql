-- How does each assignment of a ticket taken in during the period stand at the moment? Each is its
-- own unit's, whoever has the ticket now.
-- ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of. Key -2: none.
-- The plus keeps the region and the moment from being chosen as the way in: the span is narrower.
SELECT ticket_id,
       0 AS all_key,
       channel_id AS channel_key,
       COALESCE(category_id, -2) AS category_key,
       kind AS kind_key,
       urgency AS urgency_key,
       unit_id AS unit_key,
       COALESCE(area_id, -2) AS area_key,
       accepted_day AS day_key,
       accepted_month AS month_key,
       CASE WHEN flags & {assignment.open} > 0 THEN accepted_day ELSE -2 END AS age_key,
       flags & {assignment.effective} > 0 AS effective_key,
       flags & {assignment.exempt} > 0 AS exempt_key,
       part = {part.lead} AS given,
       1 AS given_any,
       part = {part.lead} AS transferred,
       part = {part.lead} AND flags & {assignment.handling_unknown} = 0 AS known,
       flags & {assignment.accepted} > 0 AND flags & {assignment.effective} > 0 AS effective,
       flags, rework_times, rework_late, rework_missed, sent_back_times,
       reviewed_at IS NOT NULL AS reviewed,
       COALESCE(satisfaction, 0) AS rating,
       COALESCE(attitude, 0) AS manner,
       COALESCE(own_satisfaction, 0) AS own_rating,
       CASE WHEN own_satisfaction IS NOT NULL THEN 1 + (flags & {assignment.own_satisfied} > 0)
            ELSE (flags & {assignment.rated} > 0) + (flags & {assignment.satisfied} > 0) END AS either,
       inspection_points, inspection_most,
       (flags & {assignment.timed} > 0) * (handling_minutes + 1) AS took,
       signed_off_at IS NOT NULL AS signed,
       signed_off_at IS NULL AND ended_at IS NULL AND flags & {assignment.sign_off_unknown} = 0 AS unsigned,
       part = {part.lead} AND returned_late_at IS NOT NULL AS returned_late,
       (flags & {assignment.sign_off_missed} > 0) + COALESCE(unsigned_by < ?5, 0) AS sign_off_missing,
       (flags & {assignment.sign_off_late} > 0) + (flags & {assignment.sign_off_missed} > 0) + COALESCE(unsigned_by < ?5, 0) AS not_signed_in_time,
       COALESCE(pending_by < ?5, 0) AS open_late,
       (flags & {assignment.pending} > 0) - COALESCE(pending_by < ?5, 0) AS pending_in_time,
       COALESCE(rework_open_by < ?5, 0) AS rework_open_late,
       COALESCE(report_open_by < ?5, 0) AS report_open_late,
       COALESCE(pending_by < ?5, 0) + COALESCE(rework_open_by < ?5, 0)
           + COALESCE(report_open_by < ?5, 0) AS late_now
FROM assignment_as_of
WHERE +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at >= ?3 AND +accepted_at < ?4
  AND +accepted_at <= ?5
