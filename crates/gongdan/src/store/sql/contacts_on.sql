-- How many contacts did a channel have on a day?
SELECT COALESCE(SUM(contacts), 0)
FROM contact
WHERE region_id = ?1 AND channel_id = ?2 AND day = ?3
