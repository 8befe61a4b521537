-- Who took the tickets of the period in, and what their inspections gave, as seen at the moment?
-- ?1 region from, ?2 region to, ?3 from, ?4 to, ?5 as of.
SELECT event.by, COUNT(*), SUM(ticket.inspection_most > 0), SUM(ticket.inspection_points), SUM(ticket.inspection_most)
FROM ticket_as_of AS ticket
CROSS JOIN main.event AS event ON event.seq = ticket.first_seq
WHERE +ticket.region_id >= ?1 AND +ticket.region_id <= ?2 AND ticket.accepted_at >= ?3 AND ticket.accepted_at < ?4
  AND +ticket.accepted_at <= ?5
GROUP BY event.by
ORDER BY event.by
