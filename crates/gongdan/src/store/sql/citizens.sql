-- The telephone behind each ticket of the period, by its look-up; the distinct ones are the citizens.
-- The plus keeps the region and the moment from being chosen as the way in: the span is narrower.
SELECT (SELECT text.lookup FROM text WHERE text.region_id = ticket_as_of.region_id
                                       AND text.seq = ticket_as_of.first_seq
                                       AND text.field = {text_field.caller_phone}) AS lookup
FROM ticket_as_of
WHERE +ticket_as_of.region_id >= ?1 AND +ticket_as_of.region_id <= ?2
  AND +ticket_as_of.accepted_at >= ?3 AND +ticket_as_of.accepted_at < ?4
  AND +ticket_as_of.accepted_at <= ?5 AND ticket_as_of.flags & {ticket.effective} >= ?6
