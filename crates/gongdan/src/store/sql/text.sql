-- One text of one event.
SELECT content
FROM text
WHERE region_id = ?1 AND seq = ?2 AND field = ?3
