-- The newest fact of any ticket, as facts stand corrected.
SELECT MAX(at + later)
FROM event
WHERE region_id = ?1 AND subject > 2
  AND kind NOT IN ({event.noted}, {event.confidentiality_set}, {event.revealed}, {event.erased},
                   {event.corrected})
