-- The latest moment of the journal, its last event about the office's rules, and the newest fact of
-- any ticket.
SELECT MAX(at), MAX(CASE WHEN subject = ?2 THEN seq ELSE 0 END),
       MAX(CASE WHEN subject > 2 AND kind NOT IN ({event.noted}, {event.confidentiality_set},
                {event.revealed}, {event.erased}, {event.corrected}) THEN at + later END)
FROM event
WHERE region_id = ?1
