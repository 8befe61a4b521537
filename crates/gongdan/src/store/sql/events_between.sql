-- What happened between two sequences, both included?
SELECT seq, subject, at, kind, by, role, actor_unit, unit_id, late, later, body, commitments,
       hash
FROM event
WHERE region_id = ?1 AND seq >= ?2 AND seq <= ?3
ORDER BY seq
