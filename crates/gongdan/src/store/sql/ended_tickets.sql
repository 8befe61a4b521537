-- When did each ticket end that is at its end now, which ticket was it merged into, and does any
-- text stand beside its events, those that say why somebody looked or erased left aside?
-- Ends: resolved online, rejected, merged, closed, terminated; looks and erasures: 38, 39.
SELECT ticket.ticket_id, ticket.number, ticket.stage, ticket.merged_into,
       (SELECT MAX(event.at) FROM event
        WHERE event.region_id = ticket.region_id AND event.subject = ticket.ticket_id
          AND event.kind IN (2, 3, 4, 25, 26)) AS ended_at,
       EXISTS (SELECT 1 FROM event
               JOIN text ON text.region_id = event.region_id AND text.seq = event.seq
               WHERE event.region_id = ticket.region_id AND event.subject = ticket.ticket_id
                 AND event.kind NOT IN (38, 39) AND text.content IS NOT NULL) AS has_texts
FROM ticket
WHERE ticket.region_id = ?1 AND ticket.stage IN (7, 8, 9)
ORDER BY ended_at, ticket.ticket_id
