-- One more event at the end of the journal.
INSERT INTO event (region_id, seq, subject, at, kind, by, role, actor_unit, unit_id, late,
                   satisfied, body, commitments, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
