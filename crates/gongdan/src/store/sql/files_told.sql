-- Every attached file of which the bytes are kept: where, how many, and their SHA-256; nothing once erased.
SELECT attachment.seq, attachment.kept, attachment.size, text.content
FROM attachment
LEFT JOIN text ON text.region_id = attachment.region_id AND text.seq = attachment.seq
    AND text.field = {text_field.file_digest}
WHERE attachment.kept IS NOT NULL
ORDER BY attachment.seq
