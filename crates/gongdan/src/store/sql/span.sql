-- Between which ids do the tickets of region ?1 lie that were taken in from ?2 until ?3?
-- The plus keeps the region from being chosen as the way in: the moment is narrower.
INSERT INTO temp.span (region_id, from_at, to_at, last_seq, first_id, last_id)
SELECT ?1, ?2, ?3, ?4, MIN(ticket_id), MAX(ticket_id)
FROM ticket
WHERE +region_id = ?1 AND accepted_at >= ?2 AND accepted_at < ?3
