-- A text beside its event; for more of them the marks are repeated.
INSERT INTO text (region_id, seq, field, salt, content, lookup)
VALUES (?, ?, ?, ?, ?, ?)
