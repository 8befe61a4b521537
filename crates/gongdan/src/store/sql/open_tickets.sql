-- Which tickets taken in before ?4 are open at the moment shown?
SELECT ticket_id
FROM alive_as_of
WHERE +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at >= ?3 AND +accepted_at < ?4
  AND +accepted_at <= ?5 AND flags & {ticket.open} > 0
ORDER BY ticket_id
