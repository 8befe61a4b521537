-- Which tickets taken in during the period did an editor pick?
SELECT ticket_id
FROM ticket_as_of
WHERE region_id = :region AND accepted_at >= :from AND accepted_at < :to AND featured = 1
ORDER BY ticket_id
