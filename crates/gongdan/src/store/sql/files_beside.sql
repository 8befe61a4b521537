-- The events that attached files which are kept so and were not erased.
SELECT attachment.seq
FROM attachment
JOIN text ON text.region_id = attachment.region_id AND text.seq = attachment.seq
    AND text.field = {text_field.file_digest}
WHERE attachment.kept = ?1 AND text.content IS NOT NULL
ORDER BY attachment.seq
