-- Every text of a ticket that was not erased. The order of the tables is fixed: without statistics
-- the planner may walk every text of the file in the order that is asked for.
SELECT event.seq, text.field, text.content
FROM event INDEXED BY event_of_subject
CROSS JOIN text ON text.region_id = event.region_id AND text.seq = event.seq
WHERE event.region_id = ?1 AND event.subject = ?2 AND text.content IS NOT NULL
ORDER BY event.seq, text.field
