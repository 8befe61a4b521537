-- Which ticket bears this printed number?
SELECT ticket_id
FROM ticket
WHERE region_id = (SELECT region.region_id FROM region) AND number = ?1
