-- The next request of a client, in the place of its last.
UPDATE request
SET asked = ?3, subject = ?4, first_seq = ?5, last_seq = ?6, seal = ?7, number = ?8
WHERE region_id = ?1 AND request_id = ?2
