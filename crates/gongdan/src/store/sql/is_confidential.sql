-- Is a ticket confidential now?
SELECT confidential
FROM ticket
WHERE region_id = ?1 AND ticket_id = ?2
