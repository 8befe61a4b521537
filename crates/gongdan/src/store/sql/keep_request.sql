-- A request id and its effect.
INSERT INTO request (region_id, request_id, asked, subject, first_seq, last_seq, seal, number)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
