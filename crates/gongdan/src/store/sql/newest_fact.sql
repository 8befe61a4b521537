-- The newest of each kind of event of any ticket, as facts stand corrected.
SELECT kind, MAX(at + later)
FROM event
WHERE region_id = ?1 AND subject > 2
GROUP BY kind
