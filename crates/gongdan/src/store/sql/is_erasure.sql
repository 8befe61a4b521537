-- Is this event an erasure?
SELECT 1
FROM event
WHERE region_id = ?1 AND seq = ?2 AND kind = {event.erased}
