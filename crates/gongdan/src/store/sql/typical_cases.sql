-- Which tickets taken in during the period did an editor pick?
SELECT ticket_id
FROM ticket_as_of
WHERE region_id = :region AND accepted_at >= :from AND accepted_at < :to AND flags & {ticket.featured} > 0
ORDER BY ticket_id
