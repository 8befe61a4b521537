-- As what was the file founded, by its row?
SELECT name, COALESCE(office, '')
FROM region
WHERE region_id = ?1
