-- A text with its salt.
SELECT salt, content
FROM text
WHERE region_id = ?1 AND seq = ?2 AND field = ?3
