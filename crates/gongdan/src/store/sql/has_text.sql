(number LIKE ? ESCAPE '\' OR (region_id, ticket_id) IN (
    SELECT event.region_id, event.subject
    FROM text
    CROSS JOIN event ON event.region_id = text.region_id AND event.seq = text.seq
    WHERE text.field IN (1, 2, 6, 7, 9) AND text.content LIKE ? ESCAPE '\'))
