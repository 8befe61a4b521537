-- Empties what a request asked, so that no guess at a text can be tried against it.
UPDATE request
SET asked = ?3, seal = ?4
WHERE region_id = ?1 AND request_id = ?2
