-- Which tickets taken in before the period were opened again or unmerged in it?
-- ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of.
SELECT DISTINCT alive_as_of.ticket_id
FROM alive_as_of
CROSS JOIN main.event AS event INDEXED BY event_of_subject
    ON event.region_id = alive_as_of.region_id AND event.subject = alive_as_of.ticket_id
LEFT JOIN temp.recounted ON recounted.seq = event.seq
WHERE +alive_as_of.region_id >= ?1 AND +alive_as_of.region_id <= ?2
  AND alive_as_of.last_at >= ?3 AND +alive_as_of.accepted_at < ?3
  AND event.kind IN ({event.unmerged}, {event.reopened})
  AND COALESCE(recounted.counts_at, event.at + event.later) >= ?3
  AND COALESCE(recounted.counts_at, event.at + event.later) < ?4
  AND COALESCE(recounted.counts_at, event.at + event.later) <= ?5
  AND event.seq <= (SELECT seen FROM temp.cut_off)
ORDER BY 1
