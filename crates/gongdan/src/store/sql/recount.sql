-- From when did an event count, for a past that does not see how it was corrected since?
INSERT OR REPLACE INTO temp.recounted (seq, counts_at) VALUES (?1, ?2)
