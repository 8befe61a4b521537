-- Who saw personal data in full between two moments, of which ticket, and why? By everybody, or by
-- one person. A reason that was erased is nothing.
SELECT event.seq, event.at, event.by, event.role, event.subject, ticket.number,
       text.content AS reason
FROM event
JOIN ticket ON ticket.region_id = event.region_id AND ticket.ticket_id = event.subject
LEFT JOIN text ON text.region_id = event.region_id AND text.seq = event.seq AND text.field = ?5
WHERE event.region_id = ?1 AND event.kind = ?2 AND event.at >= ?3 AND event.at < ?4
  AND (?6 IS NULL OR event.by = ?6)
ORDER BY event.seq
