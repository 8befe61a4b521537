-- Which ticket came in under this number of another platform?
SELECT ticket_id
FROM ticket
WHERE region_id = (SELECT region.region_id FROM region) AND external = ?1
