-- What happened to a subject after a sequence?
SELECT seq, subject, at, kind, by, role, actor_unit, unit_id, late, satisfied, body, commitments,
       hash
FROM event
WHERE region_id = ?1 AND subject = ?2 AND seq > ?3
ORDER BY seq
