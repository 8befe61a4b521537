-- What happened to a subject after a sequence? The index is named: without statistics the planner
-- may walk the whole journal in the order that is asked for.
SELECT seq, subject, at, kind, by, role, actor_unit, unit_id, late, later, body, commitments,
       hash
FROM event INDEXED BY event_of_subject
WHERE region_id = ?1 AND subject = ?2 AND seq > ?3
ORDER BY seq
