(number LIKE ? ESCAPE '\' OR EXISTS (
    SELECT 1
    FROM event
    JOIN text ON text.region_id = event.region_id AND text.seq = event.seq
    WHERE event.region_id = ticket.region_id AND event.subject = ticket.ticket_id
      AND text.field IN (1, 2, 6, 7, 9) AND text.content LIKE ? ESCAPE '\'))
