-- Empties the texts of one kind that stand beside a ticket's events before one of them. A look-up
-- becomes a number below zero that says nothing of the telephone: citizens are still counted.
UPDATE text
SET content = NULL, salt = NULL,
    lookup = CASE WHEN lookup IS NOT NULL THEN ?5 END
WHERE region_id = ?1 AND field = ?2 AND content IS NOT NULL
  AND seq IN (SELECT event.seq FROM event
              WHERE event.region_id = ?1 AND event.subject = ?3 AND event.seq < ?4)
