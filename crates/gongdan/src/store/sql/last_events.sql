-- Where does the journal of region ?1 end, with what the open batch has written, and what is the
-- latest moment of its events? Nothing, while a batch is open: the head is written with its commit.
SELECT newest.seq, CASE WHEN region.last_seq = newest.seq THEN region.last_at END AS last_at
FROM region
JOIN (SELECT seq FROM event WHERE region_id = ?1 ORDER BY seq DESC LIMIT 1) AS newest
WHERE region.region_id = ?1
