-- What request ids stand for, as far as the events they name are kept.
SELECT request_id, number, asked, subject, first_seq, last_seq, seal
FROM request
WHERE region_id = ?1 AND last_seq <= ?2
