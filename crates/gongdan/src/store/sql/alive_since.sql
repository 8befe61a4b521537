-- Notes since when the tickets of temp.alive are: see past.sql.
INSERT INTO temp.alive_since (region_id, to_at, since, seen, rewritten, last_seq)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
