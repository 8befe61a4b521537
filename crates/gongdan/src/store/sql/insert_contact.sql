-- Contacts as they were counted.
INSERT INTO contact (region_id, seq, at, channel_id, day, contacts)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
