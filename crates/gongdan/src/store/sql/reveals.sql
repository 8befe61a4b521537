-- Who saw personal data in full between two moments, of which ticket, and why? By everybody, or by
-- one person. A reason that was erased is nothing. The code of the event is part
-- of the text: only so SQLite takes the index event_revealed; a file of schema 1 has none, and its
-- journal is read.
SELECT event.seq, event.at, event.by, event.role, event.subject, ticket.number,
       text.content AS reason
FROM event
CROSS JOIN ticket ON ticket.region_id = event.region_id AND ticket.ticket_id = event.subject
LEFT JOIN text ON text.region_id = event.region_id AND text.seq = event.seq AND text.field = {text_field.reason}
WHERE event.region_id = ?1 AND event.kind = {event.revealed} AND event.at >= ?2 AND event.at < ?3
  AND (?5 IS NULL OR event.by = ?5)
ORDER BY event.seq
