-- The bytes of an attached file that is kept inside.
SELECT bytes
FROM file
WHERE seq = ?1
