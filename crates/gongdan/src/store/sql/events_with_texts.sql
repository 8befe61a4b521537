-- Every event of a stretch, both ends included, that carries texts or has a text beside it, with
-- those texts.
SELECT event.seq, event.commitments, text.field, text.salt, text.content, text.lookup
FROM event
LEFT JOIN text ON text.region_id = event.region_id AND text.seq = event.seq
WHERE event.region_id = ?1 AND event.seq >= ?2 AND event.seq <= ?3
  AND (event.commitments IS NOT NULL OR text.seq IS NOT NULL)
ORDER BY event.seq, text.field
