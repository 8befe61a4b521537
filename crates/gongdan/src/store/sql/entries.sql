-- Every entry of the register as its row says.
SELECT species, entry_id, name
FROM entry
WHERE region_id = ?1
ORDER BY species, entry_id
