-- What happened to each ticket during the period, as seen at the moment? A ticket stands in the
-- groups it has at the moment. ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of.
-- Which events the tickets have is found in the index first and put in the journal's order, so that
-- its pages are read once each.
WITH lived AS MATERIALIZED (
    SELECT event.region_id, event.seq
    FROM alive_as_of
    CROSS JOIN main.event AS event INDEXED BY event_of_subject
        ON event.region_id = alive_as_of.region_id AND event.subject = alive_as_of.ticket_id
    WHERE +alive_as_of.region_id >= ?1 AND +alive_as_of.region_id <= ?2
      AND alive_as_of.last_at >= ?3 AND +alive_as_of.accepted_at < ?4
    ORDER BY event.region_id, event.seq
),
happened AS MATERIALIZED (
    SELECT event.region_id, event.subject,
           COUNT(*) FILTER (WHERE event.kind = {event.taken_in}) AS accepted,
           COUNT(*) FILTER (WHERE event.kind = {event.resolved_online}) AS resolved_online,
           COUNT(*) FILTER (WHERE event.kind = {event.transferred}) AS transferred,
           COUNT(*) FILTER (WHERE event.kind = {event.rejected}) AS rejected,
           COUNT(*) FILTER (WHERE event.kind = {event.merged}) AS merged,
           COUNT(*) FILTER (WHERE event.kind = {event.signed_off}) AS signed_off,
           COUNT(*) FILTER (WHERE event.kind = {event.signed_off} AND event.late = 1) AS sign_off_late,
           COUNT(*) FILTER (WHERE event.kind = {event.handled}) AS handled,
           COUNT(*) FILTER (WHERE event.kind = {event.handled} AND event.late = 1) AS handled_late,
           COUNT(*) FILTER (WHERE event.kind = {event.called_back}) AS called_back,
           COUNT(*) FILTER (WHERE event.kind = {event.called_back} AND event.satisfied = 1) AS satisfied,
           COUNT(*) FILTER (WHERE event.kind IN ({event.resolved_online}, {event.closed}, {event.terminated})) AS closed,
           COUNT(*) FILTER (WHERE event.kind IN ({event.closed}, {event.terminated}) AND event.late = 1) AS closed_late,
           COUNT(*) FILTER (WHERE event.kind IN ({event.resolved_online}, {event.closed}, {event.terminated})) AS close_times,
           COUNT(*) FILTER (WHERE event.kind = {event.rework_ordered}) AS rework_tickets,
           COUNT(*) FILTER (WHERE event.kind = {event.rework_ordered}) AS rework_times,
           COUNT(*) FILTER (WHERE event.kind = {event.return_granted}) AS returned,
           COUNT(*) FILTER (WHERE event.kind = {event.return_granted}) AS return_times,
           COUNT(*) FILTER (WHERE event.kind = {event.return_granted} AND event.late = 1) AS returned_late,
           COUNT(*) FILTER (WHERE event.kind = {event.extension_granted}) AS extended,
           COUNT(*) FILTER (WHERE event.kind = {event.urged}) AS urged,
           COUNT(*) FILTER (WHERE event.kind = {event.supervised}) AS supervised,
           COUNT(*) FILTER (WHERE event.kind = {event.reopened}) AS reopened,
           COUNT(*) FILTER (WHERE event.kind = {event.marked_difficult}) AS difficult
    FROM lived
    CROSS JOIN event_as_of AS event ON event.region_id = lived.region_id
                                   AND event.seq = lived.seq
    WHERE event.at >= ?3 AND event.at < ?4 AND event.at <= ?5
    GROUP BY event.region_id, event.subject
)
SELECT alive_as_of.ticket_id,
       0 AS all_key,
       alive_as_of.channel_id AS channel_key,
       CASE WHEN alive_as_of.category_id IS NOT NULL THEN alive_as_of.category_id
            WHEN alive_as_of.resolved_online = 1 THEN -1
            ELSE -2 END AS category_key,
       alive_as_of.kind AS kind_key,
       alive_as_of.urgency AS urgency_key,
       COALESCE(alive_as_of.lead_unit_id, -2) AS unit_key,
       COALESCE(alive_as_of.area_id, -2) AS area_key,
       alive_as_of.accepted_day AS day_key,
       alive_as_of.accepted_month AS month_key,
       CASE WHEN happened.accepted > 0 THEN 1 ELSE 0 END AS accepted,
       CASE WHEN happened.resolved_online > 0 THEN 1 ELSE 0 END AS resolved_online,
       CASE WHEN happened.transferred > 0 THEN 1 ELSE 0 END AS transferred,
       CASE WHEN happened.rejected > 0 THEN 1 ELSE 0 END AS rejected,
       CASE WHEN happened.merged > 0 THEN 1 ELSE 0 END AS merged,
       CASE WHEN happened.signed_off > 0 THEN 1 ELSE 0 END AS signed_off,
       CASE WHEN happened.sign_off_late > 0 THEN 1 ELSE 0 END AS sign_off_late,
       CASE WHEN happened.handled > 0 THEN 1 ELSE 0 END AS handled,
       CASE WHEN happened.handled_late > 0 THEN 1 ELSE 0 END AS handled_late,
       CASE WHEN happened.called_back > 0 THEN 1 ELSE 0 END AS called_back,
       CASE WHEN happened.satisfied > 0 THEN 1 ELSE 0 END AS satisfied,
       CASE WHEN happened.closed > 0 THEN 1 ELSE 0 END AS closed,
       CASE WHEN happened.closed_late > 0 THEN 1 ELSE 0 END AS closed_late,
       happened.close_times,
       CASE WHEN happened.rework_tickets > 0 THEN 1 ELSE 0 END AS rework_tickets,
       happened.rework_times,
       CASE WHEN happened.returned > 0 THEN 1 ELSE 0 END AS returned,
       happened.return_times,
       CASE WHEN happened.returned_late > 0 THEN 1 ELSE 0 END AS returned_late,
       CASE WHEN happened.extended > 0 THEN 1 ELSE 0 END AS extended,
       CASE WHEN happened.urged > 0 THEN 1 ELSE 0 END AS urged,
       CASE WHEN happened.supervised > 0 THEN 1 ELSE 0 END AS supervised,
       CASE WHEN happened.reopened > 0 THEN 1 ELSE 0 END AS reopened,
       CASE WHEN happened.difficult > 0 THEN 1 ELSE 0 END AS difficult
FROM happened
JOIN alive_as_of ON alive_as_of.region_id = happened.region_id
                 AND alive_as_of.ticket_id = happened.subject
