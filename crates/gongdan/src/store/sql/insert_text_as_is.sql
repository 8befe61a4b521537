-- A text taken over from another file, erased or not.
INSERT INTO text (region_id, seq, field, salt, content, lookup)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
