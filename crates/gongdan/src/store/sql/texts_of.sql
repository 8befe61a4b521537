-- Every text of a ticket that was not erased. The index is named: without statistics SQLite reads
-- every text of the region instead.
SELECT text.seq, text.field, text.content
FROM event INDEXED BY event_of_subject
CROSS JOIN text ON text.region_id = event.region_id AND text.seq = event.seq
WHERE event.region_id = ?1 AND event.subject = ?2 AND text.content IS NOT NULL
ORDER BY text.seq, text.field
