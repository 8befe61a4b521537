-- A file's first row: the region it belongs to for ever.
INSERT INTO region (region_id, name, office, last_seq, last_hash, last_at, office_seq, secret, fact_at,
                    tickets, requests)
VALUES (?1, ?2, ?3, 0, ?4, ?5, 0, ?6, ?7, 0, 0)
