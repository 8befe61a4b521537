-- Empties what a ticket's requests asked, so that no guess at a text can be tried against it.
UPDATE request
SET digest = zeroblob(32)
WHERE region_id = ?1 AND subject = ?2
