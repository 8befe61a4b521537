-- Which ticket was taken in first from this sequence on? Kind 1 is the intake.
SELECT subject
FROM event
WHERE region_id = ?1 + 0 AND seq >= ?2 AND kind = 1
ORDER BY seq
LIMIT 1
