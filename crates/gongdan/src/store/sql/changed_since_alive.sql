-- Which tickets of temp.alive, taken in between ?3 and ?4 and known at ?5 and event ?6, must be folded
-- again? As in sql/changed_since.sql.
SELECT ticket.ticket_id
FROM temp.alive
CROSS JOIN main.ticket AS ticket ON ticket.region_id = alive.region_id
                                AND ticket.ticket_id = alive.ticket_id
WHERE alive.region_id >= ?1 AND alive.region_id <= ?2
  AND +ticket.accepted_at >= ?3 AND +ticket.accepted_at < ?4 AND +ticket.accepted_at <= ?5
  AND (ticket.last_at > ?5 OR ticket.last_seq > ?6 OR (?7 = 1 AND ticket.flags & {ticket.transferred} > 0))
ORDER BY ticket.ticket_id
