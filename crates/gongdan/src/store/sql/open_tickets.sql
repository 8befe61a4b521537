-- Which tickets taken in before ?4 are open at the moment shown?
-- The plus keeps the region and the moment from being chosen as the way in: the span is narrower.
SELECT ticket_id
FROM ticket_as_of
WHERE +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at >= ?3 AND +accepted_at < ?4
  AND +accepted_at <= ?5 AND open = 1
ORDER BY ticket_id
