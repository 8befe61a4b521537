-- When was each ticket taken in? Kind 1 is the intake.
SELECT at
FROM event
WHERE region_id = ?1 AND kind = 1
