-- Does the past show what is asked for? ?1 region, ?2 from, ?3 to, ?4 as of, ?5 seen, ?6 the last
-- event of the journal. Tickets refolded beside those of the period do no harm.
SELECT EXISTS (SELECT 1 FROM temp.cut_off
               WHERE region_id = ?1 AND from_at <= ?2 AND to_at >= ?3 AND as_of = ?4 AND seen = ?5
                 AND last_seq = ?6 AND rewritten = 0)
