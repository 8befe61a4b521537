-- Which printed number does a ticket bear?
SELECT number
FROM ticket
WHERE region_id = ?1 AND ticket_id = ?2
