-- Takes the bytes of an attached file away.
DELETE FROM file
WHERE seq = ?1
