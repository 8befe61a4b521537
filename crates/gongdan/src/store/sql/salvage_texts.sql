-- The texts that stand beside one event, whatever is left of them.
SELECT field, salt, content, lookup
FROM text
WHERE region_id = ?1 AND seq = ?2
