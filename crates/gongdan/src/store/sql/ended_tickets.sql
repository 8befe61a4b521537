-- When did each ticket end that is at its end now, which ticket was it merged into, and does any
-- text stand beside its events, those that say why somebody looked or erased left aside?
SELECT ticket.ticket_id, ticket.number, ticket.stage, ticket.merged_into,
       (SELECT MAX(event.at) FROM event
        WHERE event.region_id = ticket.region_id AND event.subject = ticket.ticket_id
          AND event.kind IN ({event.resolved_online}, {event.rejected}, {event.merged},
                             {event.closed}, {event.terminated})) AS ended_at,
       EXISTS (SELECT 1 FROM event
               JOIN text ON text.region_id = event.region_id AND text.seq = event.seq
               WHERE event.region_id = ticket.region_id AND event.subject = ticket.ticket_id
                 AND event.kind NOT IN ({event.revealed}, {event.erased}) AND text.content IS NOT NULL) AS has_texts
FROM ticket
WHERE ticket.region_id = ?1 AND ticket.stage IN ({stage.closed}, {stage.rejected}, {stage.merged})
ORDER BY ended_at, ticket.ticket_id
