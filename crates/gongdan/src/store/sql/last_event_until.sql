-- The last event of the journal up to a sequence.
SELECT seq, subject, at, kind, by, role, actor_unit, unit_id, late, later, body, commitments,
       hash
FROM event
WHERE region_id = ?1 AND seq >= 0 AND seq <= ?2
ORDER BY seq DESC
LIMIT 1
