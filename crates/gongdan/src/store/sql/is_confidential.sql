-- Is a ticket confidential now?
SELECT flags & {ticket.confidential} > 0
FROM ticket
WHERE region_id = ?1 AND ticket_id = ?2
