-- The events before one that attached files to a ticket.
SELECT event.seq
FROM event INDEXED BY event_of_subject
WHERE event.region_id = ?1 AND event.subject = ?2 AND event.seq < ?3 AND event.kind = ?4
ORDER BY event.seq
