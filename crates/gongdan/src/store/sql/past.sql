-- Where the past is shown: the cut-off, the refolded rows, and the views that join them with the
-- rows that have not changed since. as_of: nothing later is seen; seen: no event after this one;
-- rewritten: every transferred ticket is refolded (what if), and verdict says which events would
-- have come late, or in time, against what stands beside them. What was refolded are the tickets
-- taken in from from_at until to_at, when the journal ended with last_seq.
-- span: between which ids the tickets looked at lie. Ids follow the journal, so it is narrow, and
-- walking it is quicker than looking every ticket up by the moment of its intake. (The plus takes
-- the columns' affinity away: with it SQLite would use the key's first column only.)
-- alive: of the tickets taken in before to_at, those that matter to what happened since a moment: they
-- lived, were due or open then, or have to be refolded. A flow looks at all tickets before the
-- period's end; this finds the few of them in one walk, and alive_as_of shows them alone.
CREATE TEMP TABLE IF NOT EXISTS cut_off (region_id INTEGER NOT NULL, from_at INTEGER NOT NULL,
                                         to_at INTEGER NOT NULL, as_of INTEGER NOT NULL,
                                         seen INTEGER NOT NULL, rewritten INTEGER NOT NULL,
                                         last_seq INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS span (region_id INTEGER NOT NULL, from_at INTEGER NOT NULL,
                                      to_at INTEGER NOT NULL, last_seq INTEGER NOT NULL,
                                      first_id INTEGER, last_id INTEGER);
CREATE TEMP TABLE IF NOT EXISTS alive_since (region_id INTEGER NOT NULL, to_at INTEGER NOT NULL,
                                             since INTEGER NOT NULL, seen INTEGER NOT NULL,
                                             rewritten INTEGER NOT NULL, last_seq INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS alive (region_id INTEGER NOT NULL, ticket_id INTEGER NOT NULL,
                                       PRIMARY KEY (region_id, ticket_id)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS ticket_past AS SELECT * FROM main.ticket WHERE 0;
CREATE TEMP TABLE IF NOT EXISTS assignment_past AS SELECT * FROM main.assignment WHERE 0;
CREATE TEMP TABLE IF NOT EXISTS verdict (region_id INTEGER NOT NULL, seq INTEGER NOT NULL,
                                         late INTEGER NOT NULL, PRIMARY KEY (region_id, seq));
CREATE TEMP VIEW IF NOT EXISTS ticket_as_of AS
    SELECT * FROM main.ticket
    WHERE (region_id, ticket_id) >= (SELECT +region_id, +first_id FROM temp.span)
      AND (region_id, ticket_id) <= (SELECT +region_id, +last_id FROM temp.span)
      AND last_at <= (SELECT as_of FROM temp.cut_off)
      AND last_seq <= (SELECT seen FROM temp.cut_off)
      AND (transferred = 0 OR (SELECT rewritten FROM temp.cut_off) = 0)
    UNION ALL
    SELECT * FROM temp.ticket_past;
CREATE TEMP VIEW IF NOT EXISTS alive_as_of AS
    SELECT ticket.* FROM temp.alive
    CROSS JOIN main.ticket AS ticket ON ticket.region_id = alive.region_id
                                    AND ticket.ticket_id = alive.ticket_id
    WHERE ticket.last_at <= (SELECT as_of FROM temp.cut_off)
      AND ticket.last_seq <= (SELECT seen FROM temp.cut_off)
      AND (ticket.transferred = 0 OR (SELECT rewritten FROM temp.cut_off) = 0)
    UNION ALL
    SELECT * FROM temp.ticket_past;
CREATE TEMP VIEW IF NOT EXISTS assignment_as_of AS
    SELECT * FROM main.assignment
    WHERE (region_id, ticket_id) >= (SELECT +region_id, +first_id FROM temp.span)
      AND (region_id, ticket_id) <= (SELECT +region_id, +last_id FROM temp.span)
      AND last_at <= (SELECT as_of FROM temp.cut_off)
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
