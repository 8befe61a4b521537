-- Keeps the bytes of an attached file.
INSERT INTO file (region_id, seq, bytes)
VALUES (?1, ?2, ?3)
