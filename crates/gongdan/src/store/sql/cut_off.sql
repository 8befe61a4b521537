-- Cuts the past off: see past.sql.
INSERT INTO temp.cut_off (region_id, from_at, to_at, as_of, seen, rewritten, last_seq)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
