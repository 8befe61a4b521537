-- Which request ids stand for something done to this subject?
SELECT request_id, number, asked, subject, first_seq, last_seq
FROM request
WHERE region_id = ?1 AND subject = ?2
