-- An event at the end of the journal; for more of them the marks are repeated.
INSERT INTO event (region_id, seq, subject, at, kind, by, role, actor_unit, unit_id, late,
                   later, body, commitments, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
