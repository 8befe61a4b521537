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
            WHEN resolved_online = 1 THEN -1
            ELSE -2 END AS category_key,
       kind AS kind_key,
       urgency AS urgency_key,
       COALESCE(lead_unit_id, -2) AS unit_key,
       COALESCE(area_id, -2) AS area_key,
       accepted_day AS day_key,
       accepted_month AS month_key,
       CASE WHEN open = 1 THEN accepted_day ELSE -2 END AS age_key,
       effective AS effective_key,
       unassessed AS exempt_key,
       1 AS accepted,
       effective, resolved_online, transferred, rejected, merged, waiting, way_unknown, ended_at_centre, closed,
       closed_late, closed_unknown, handled, handled_late, pending,
       at_centre, ended_unreplied, reply_unknown, handling_unknown, awaiting_review, awaiting_callback, in_rework, difficult, called_back, reached,
       satisfied, unsatisfied, first_satisfied, asked_solved, solved, rework_tickets, rework_times,
       sent_back_tickets, sent_back_times, returned, return_times, redispatched, redispatch_times,
       extended, extensions_asked,
       extensions_granted, extensions_denied, urged, urge_times, supervised,
       supervisions_unanswered, supervisions_answered, supervisions_answered_late, yellow_cards, red_cards, undecided, decided_late, exempt, exemptions_undecided, confidential,
       repeats, related, distinct_matters, reopened, corrected, imported, close_times, open,
       COALESCE(close_outcome, 0) AS outcome,
       COALESCE(satisfaction, 0) AS rating,
       COALESCE(attitude, 0) AS manner,
       COALESCE(own_satisfaction, 0) AS own_rating,
       CASE WHEN own_satisfaction IS NOT NULL THEN 1 + own_satisfied ELSE rated + satisfied END AS either,
       own_satisfied, inspection_points, inspection_most,
       timed * (handling_minutes + 1) AS took,
       total_late_at IS NOT NULL AS total_late,
       COALESCE(total_open_by < ?5, 0) AS total_open_late,
       COALESCE(demand_open_by < ?5, 0) AS supervisions_open_late,
       COALESCE(pending_by < ?5, 0) AS open_late,
       pending - COALESCE(pending_by < ?5, 0) AS pending_in_time
FROM ticket_as_of
WHERE +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at >= ?3 AND +accepted_at < ?4
  AND +accepted_at <= ?5
