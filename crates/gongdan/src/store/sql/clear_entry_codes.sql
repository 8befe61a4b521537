-- Takes away the codes that an entry bore.
DELETE FROM entry_code
WHERE region_id = ?1 AND species = ?2 AND entry_id = ?3
