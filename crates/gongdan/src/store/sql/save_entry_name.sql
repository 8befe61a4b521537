-- A name by which an entry is found.
INSERT INTO entry_name (region_id, species, entry_id, name, from_at)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (region_id, species, entry_id, name) DO NOTHING
