-- Which tickets, taken in between ?3 and ?4 and known at ?5 and event ?6, must be folded again?
-- Those with a later event, and (?7 = 1, what if) every transferred one.
-- The plus keeps the region and the moment from being chosen as the way in: the span is narrower.
SELECT ticket_id
FROM ticket
WHERE ticket_id >= (SELECT first_id FROM temp.span)
  AND ticket_id <= (SELECT last_id FROM temp.span)
  AND +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at >= ?3 AND +accepted_at < ?4
  AND +accepted_at <= ?5 AND (last_at > ?5 OR last_seq > ?6 OR (?7 = 1 AND flags & {ticket.transferred} > 0))
ORDER BY ticket_id
