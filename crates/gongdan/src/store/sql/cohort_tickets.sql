-- How does each ticket taken in during the period stand at the moment?
-- ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of. Key -1: answered online without a
-- category; key -2: none.
-- What several counts share: outcome (of the closing that stands), rating and manner (levels; 0 is none), own_rating
-- (the citizen's own), either (2 where that, or else the callback's, is satisfied, 1 where it is not), took
-- (working minutes of the standing reply and one; 0 where it is not known).
-- The plus keeps the region and the moment from being chosen as the way in: the span is narrower.
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
       1 AS accepted,
       flags, rework_times, sent_back_times, return_times, redispatch_times, extensions_asked, extensions_granted,
       extensions_denied, urge_times, supervisions_unanswered, supervisions_answered, supervisions_answered_late,
       yellow_cards, red_cards, decided_late, close_times,
       COALESCE(close_outcome, 0) AS outcome,
       COALESCE(satisfaction, 0) AS rating,
       COALESCE(attitude, 0) AS manner,
       COALESCE(own_satisfaction, 0) AS own_rating,
       CASE WHEN own_satisfaction IS NOT NULL THEN 1 + (flags & {ticket.own_satisfied} > 0)
            ELSE (flags & {ticket.rated} > 0) + (flags & {ticket.satisfied} > 0) END AS either,
       inspection_points, inspection_most,
       (flags & {ticket.timed} > 0) * (handling_minutes + 1) AS took,
       total_late_at IS NOT NULL AS total_late,
       COALESCE(total_open_by < ?5, 0) AS total_open_late,
       COALESCE(demand_open_by < ?5, 0) AS supervisions_open_late,
       COALESCE(pending_by < ?5, 0) AS open_late,
       (flags & {ticket.pending} > 0) - COALESCE(pending_by < ?5, 0) AS pending_in_time
FROM ticket_as_of
WHERE +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at >= ?3 AND +accepted_at < ?4
  AND +accepted_at <= ?5
