-- Between which ids do the tickets of region ?1 lie that were taken in from ?2 until ?3?
-- The region is read from the id, which stands in the index with the moment: no ticket is looked at.
INSERT INTO temp.span (region_id, from_at, to_at, last_seq, first_id, last_id)
SELECT ?1, ?2, ?3, ?4, MIN(ticket_id), MAX(ticket_id)
FROM ticket
WHERE ticket_id / 1000000000 = ?1 AND accepted_at >= ?2 AND accepted_at < ?3
