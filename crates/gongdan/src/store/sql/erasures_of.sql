-- The erasures of a subject, in order.
SELECT seq, body
FROM event
WHERE region_id = ?1 AND subject = ?2 AND kind = {event.erased}
