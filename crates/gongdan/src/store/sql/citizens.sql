-- How many distinct citizens, by telephone number, stand behind the tickets of the period?
-- The plus keeps the region and the moment from being chosen as the way in: the span is narrower. Without the limit
-- the whole row of each ticket would be handed on, of which two columns are needed.
SELECT COUNT(DISTINCT lookup)
FROM (SELECT (SELECT text.lookup FROM text
              WHERE text.region_id = ticket_as_of.region_id AND text.seq = ticket_as_of.first_seq
                AND text.field = {text_field.caller_phone}) AS lookup
      FROM ticket_as_of
      WHERE +region_id >= ?1 AND +region_id <= ?2 AND +accepted_at >= ?3 AND +accepted_at < ?4
        AND +accepted_at <= ?5 AND +effective >= ?6
      LIMIT -1)
