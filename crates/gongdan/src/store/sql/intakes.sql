-- When was each ticket taken in?
SELECT at
FROM event
WHERE region_id = ?1 AND kind = {event.taken_in}
