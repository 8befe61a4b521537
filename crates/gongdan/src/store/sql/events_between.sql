-- What happened between two sequences, both included?
-- (`+ 0`: see events_of.sql.)
SELECT seq, subject, at, kind, by, role, actor_unit, unit_id, late, later, body, commitments,
       hash
FROM event
WHERE region_id = ?1 + 0 AND seq >= ?2 AND seq <= ?3
ORDER BY seq
