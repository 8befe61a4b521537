-- What does this request id stand for?
SELECT asked, subject, first_seq, last_seq
FROM request
WHERE region_id = ?1 AND request_id = ?2
