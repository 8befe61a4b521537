-- One more ticket on this day.
INSERT INTO day_counter (region_id, day, tickets)
VALUES (?1, ?2, ?3)
ON CONFLICT (region_id, day) DO UPDATE SET tickets = excluded.tickets
