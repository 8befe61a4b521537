-- How many distinct citizens, by telephone number, stand behind the tickets of the period?
-- The plus keeps the region and the moment from being chosen as the way in: the span is narrower.
SELECT COUNT(DISTINCT text.lookup)
FROM ticket_as_of
CROSS JOIN text ON text.region_id = ticket_as_of.region_id
               AND text.seq = ticket_as_of.first_seq
WHERE +ticket_as_of.region_id >= ?1 AND +ticket_as_of.region_id <= ?2
  AND +ticket_as_of.accepted_at >= ?3 AND +ticket_as_of.accepted_at < ?4
  AND +ticket_as_of.accepted_at <= ?5 AND +ticket_as_of.effective >= ?6 AND text.field = {text_field.caller_phone}
  AND text.lookup IS NOT NULL
