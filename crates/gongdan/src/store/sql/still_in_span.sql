-- Does the span say where the tickets of region ?1 lie that were taken in from ?2 until ?3, up to
-- event ?4?
SELECT EXISTS (SELECT 1 FROM temp.span
               WHERE region_id = ?1 AND from_at = ?2 AND to_at = ?3 AND last_seq = ?4)
