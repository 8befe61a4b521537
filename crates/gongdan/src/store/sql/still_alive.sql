-- Does temp.alive hold what is asked for? As in sql/alive.sql, and ?6 the last event of the journal.
-- Tickets that matter to an earlier moment beside them do no harm.
SELECT EXISTS (SELECT 1 FROM temp.alive_since
               WHERE region_id = ?1 AND to_at >= ?2 AND since <= ?3 AND seen = ?4
                 AND rewritten = ?5 AND last_seq = ?6)
