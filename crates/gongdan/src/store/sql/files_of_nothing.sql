-- Bytes inside that no attached file has.
SELECT file.seq
FROM file
WHERE NOT EXISTS (SELECT 1 FROM attachment
    WHERE attachment.seq = file.seq AND attachment.kept = {keeping.inside})
ORDER BY file.seq
