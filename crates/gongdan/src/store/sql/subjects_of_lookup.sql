-- Which tickets have this telephone number?
SELECT DISTINCT event.subject
FROM text
CROSS JOIN event ON event.region_id = text.region_id AND event.seq = text.seq
WHERE text.region_id = ?1 AND text.lookup = ?2
ORDER BY event.subject
