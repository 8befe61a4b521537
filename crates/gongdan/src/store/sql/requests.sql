-- Every request id, and what it stands for.
SELECT region_id, request_id, number, asked, subject, first_seq, last_seq, seal
FROM request
ORDER BY region_id, request_id
