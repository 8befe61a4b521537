-- An event that would have been late (?3 = 1), or in time, against what stands beside it.
INSERT INTO temp.verdict (region_id, seq, late) VALUES (?1, ?2, ?3)
