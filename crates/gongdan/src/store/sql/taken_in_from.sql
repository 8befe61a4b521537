-- Which ticket was taken in first from this sequence on?
SELECT subject
FROM event
WHERE region_id = ?1 AND seq >= ?2 AND kind = {event.taken_in}
ORDER BY seq
LIMIT 1
