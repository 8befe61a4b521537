-- What happened to each ticket during the period, as seen at the moment? A ticket stands in the
-- groups it has at the moment. ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of.
-- Event kinds are the codes of the table of ticket events.
SELECT ticket_as_of.ticket_id,
       0 AS all_key,
       ticket_as_of.channel_id AS channel_key,
       CASE WHEN ticket_as_of.category_id IS NOT NULL THEN ticket_as_of.category_id
            WHEN ticket_as_of.resolved_online = 1 THEN -1
            ELSE -2 END AS category_key,
       ticket_as_of.kind AS kind_key,
       ticket_as_of.urgency AS urgency_key,
       COALESCE(ticket_as_of.lead_unit_id, -2) AS unit_key,
       COALESCE(ticket_as_of.area_id, -2) AS area_key,
       ticket_as_of.accepted_day AS day_key,
       ticket_as_of.accepted_month AS month_key,
       MAX(CASE WHEN event.kind = 1 THEN 1 ELSE 0 END) AS accepted,
       MAX(CASE WHEN event.kind = 2 THEN 1 ELSE 0 END) AS resolved_online,
       MAX(CASE WHEN event.kind = 7 THEN 1 ELSE 0 END) AS transferred,
       MAX(CASE WHEN event.kind = 3 THEN 1 ELSE 0 END) AS rejected,
       MAX(CASE WHEN event.kind = 4 THEN 1 ELSE 0 END) AS merged,
       MAX(CASE WHEN event.kind = 9 THEN 1 ELSE 0 END) AS signed_off,
       MAX(CASE WHEN event.kind = 9 AND event.late = 1 THEN 1 ELSE 0 END) AS sign_off_late,
       MAX(CASE WHEN event.kind = 21 THEN 1 ELSE 0 END) AS handled,
       MAX(CASE WHEN event.kind = 21 AND event.late = 1 THEN 1 ELSE 0 END) AS handled_late,
       MAX(CASE WHEN event.kind = 23 THEN 1 ELSE 0 END) AS called_back,
       MAX(CASE WHEN event.kind = 23 AND event.satisfied = 1 THEN 1 ELSE 0 END) AS satisfied,
       MAX(CASE WHEN event.kind IN (2, 25, 26) THEN 1 ELSE 0 END) AS closed,
       MAX(CASE WHEN event.kind IN (25, 26) AND event.late = 1 THEN 1 ELSE 0 END) AS closed_late,
       SUM(CASE WHEN event.kind IN (2, 25, 26) THEN 1 ELSE 0 END) AS close_times,
       MAX(CASE WHEN event.kind = 24 THEN 1 ELSE 0 END) AS rework_tickets,
       SUM(CASE WHEN event.kind = 24 THEN 1 ELSE 0 END) AS rework_times,
       MAX(CASE WHEN event.kind = 11 THEN 1 ELSE 0 END) AS returned,
       SUM(CASE WHEN event.kind = 11 THEN 1 ELSE 0 END) AS return_times,
       MAX(CASE WHEN event.kind = 11 AND event.late = 1 THEN 1 ELSE 0 END) AS returned_late,
       MAX(CASE WHEN event.kind = 15 THEN 1 ELSE 0 END) AS extended,
       MAX(CASE WHEN event.kind = 32 THEN 1 ELSE 0 END) AS urged,
       MAX(CASE WHEN event.kind = 33 THEN 1 ELSE 0 END) AS supervised,
       MAX(CASE WHEN event.kind = 27 THEN 1 ELSE 0 END) AS reopened,
       MAX(CASE WHEN event.kind = 13 THEN 1 ELSE 0 END) AS difficult
FROM ticket_as_of
JOIN event_as_of AS event ON event.region_id = ticket_as_of.region_id
                         AND event.subject = ticket_as_of.ticket_id
WHERE ticket_as_of.last_at >= ?3 AND ticket_as_of.accepted_at < ?4
  AND event.region_id >= ?1 AND event.region_id <= ?2 AND event.at >= ?3 AND event.at < ?4
  AND event.at <= ?5
GROUP BY ticket_as_of.ticket_id, ticket_as_of.channel_id, ticket_as_of.category_id,
         ticket_as_of.resolved_online, ticket_as_of.kind, ticket_as_of.urgency,
         ticket_as_of.lead_unit_id, ticket_as_of.area_id, ticket_as_of.accepted_day,
         ticket_as_of.accepted_month
