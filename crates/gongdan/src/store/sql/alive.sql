-- Which tickets of region ?1, taken in before ?2, lived, were due or open since ?3, have an event after
-- ?4, or (?5 = 1, what if) were transferred?
-- The plus keeps the region and the moment from being chosen as the way in: the span is narrower.
INSERT INTO temp.alive (region_id, ticket_id)
SELECT region_id, ticket_id
FROM ticket
WHERE ticket_id >= (SELECT first_id FROM temp.span)
  AND ticket_id <= (SELECT last_id FROM temp.span)
  AND +region_id = ?1 AND +accepted_at < ?2
  AND (last_at >= ?3 OR flags & {ticket.open} > 0 OR due_by >= ?3 OR last_seq > ?4
       OR (?5 = 1 AND flags & {ticket.transferred} > 0))
ORDER BY ticket_id
