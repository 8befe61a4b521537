-- Which tickets, taken in between ?3 and ?4 and seen at ?5, have changed since ?5?
SELECT ticket_id
FROM ticket
WHERE region_id >= ?1 AND region_id <= ?2 AND accepted_at >= ?3 AND accepted_at < ?4
  AND accepted_at <= ?5 AND last_at > ?5
ORDER BY ticket_id
