-- A code that an entry bears.
INSERT INTO entry_code (region_id, species, entry_id, scheme, code)
VALUES (?1, ?2, ?3, ?4, ?5)
