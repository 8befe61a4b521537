-- The row of one contacts event.
SELECT channel_id, day, contacts
FROM contact
WHERE region_id = ?1 AND seq = ?2
