-- Which texts are empty, beside the events of which subject, and who is counted in their place?
SELECT text.seq, text.field, event.subject, text.lookup
FROM text
JOIN event ON event.region_id = text.region_id AND event.seq = text.seq
WHERE text.region_id = ?1 AND text.content IS NULL
ORDER BY event.subject, text.seq, text.field
