-- Where the past is shown: the cut-off, the refolded rows, and the views that join them with the
-- rows that have not changed since. as_of: nothing later is seen; seen: no event after this one;
-- rewritten: every transferred ticket is refolded (what if), and verdict says which events would
-- have come late, or in time, against what stands beside them.
CREATE TEMP TABLE IF NOT EXISTS cut_off (as_of INTEGER NOT NULL, seen INTEGER NOT NULL,
                                         rewritten INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS ticket_past AS SELECT * FROM main.ticket WHERE 0;
CREATE TEMP TABLE IF NOT EXISTS assignment_past AS SELECT * FROM main.assignment WHERE 0;
CREATE TEMP TABLE IF NOT EXISTS verdict (region_id INTEGER NOT NULL, seq INTEGER NOT NULL,
                                         late INTEGER NOT NULL, PRIMARY KEY (region_id, seq));
DELETE FROM temp.verdict;
DELETE FROM temp.cut_off;
DELETE FROM temp.ticket_past;
DELETE FROM temp.assignment_past;
CREATE TEMP VIEW IF NOT EXISTS ticket_as_of AS
    SELECT * FROM main.ticket
    WHERE last_at <= (SELECT as_of FROM temp.cut_off)
      AND last_seq <= (SELECT seen FROM temp.cut_off)
      AND (transferred = 0 OR (SELECT rewritten FROM temp.cut_off) = 0)
    UNION ALL
    SELECT * FROM temp.ticket_past;
CREATE TEMP VIEW IF NOT EXISTS assignment_as_of AS
    SELECT * FROM main.assignment
    WHERE last_at <= (SELECT as_of FROM temp.cut_off)
      AND last_seq <= (SELECT seen FROM temp.cut_off)
      AND (SELECT rewritten FROM temp.cut_off) = 0
    UNION ALL
    SELECT * FROM temp.assignment_past;
CREATE TEMP VIEW IF NOT EXISTS event_as_of AS
    SELECT region_id, seq, subject, at, kind, satisfied,
           CASE (SELECT rewritten FROM temp.cut_off) WHEN 0 THEN late
                ELSE COALESCE((SELECT verdict.late FROM temp.verdict
                               WHERE verdict.region_id = event.region_id
                                 AND verdict.seq = event.seq), late) END AS late
    FROM main.event AS event WHERE seq <= (SELECT seen FROM temp.cut_off);
