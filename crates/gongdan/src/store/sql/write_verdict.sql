-- What the fold says of an event, beside it. The triggers that keep events as they are do not run on
-- connections of ours.
UPDATE event SET unit_id = ?3, late = ?4, later = ?5 WHERE region_id = ?1 AND seq = ?2
