-- Which tickets came in under this number of another platform, by any channel or by one (?2)?
SELECT ticket_id
FROM ticket
WHERE region_id = (SELECT region.region_id FROM region) AND external = ?1
  AND (?2 IS NULL OR channel_id = ?2)
