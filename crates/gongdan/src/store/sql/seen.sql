-- What does this request id, or the last request of this client, stand for?
SELECT request_id, number, asked, subject, first_seq, last_seq
FROM request
WHERE region_id = ?1 AND request_id = ?2
