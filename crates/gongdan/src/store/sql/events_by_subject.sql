-- What happened to every subject after ?2 up to ?3, subject by subject? The index is named: without
-- statistics the planner may sort the whole journal.
SELECT seq, subject, at, kind, by, role, actor_unit, unit_id, late, later, body, commitments,
       hash
FROM event INDEXED BY event_of_subject
WHERE region_id = ?1 AND subject > ?2 AND subject <= ?3
ORDER BY subject, seq
