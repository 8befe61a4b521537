-- Where the past is shown: the cut-off, the refolded rows, and the views that join them with the
-- rows that have not changed since. as_of: nothing later is seen; seen: no event after this one;
-- rewritten: every transferred ticket is refolded (what if). What was refolded are the tickets taken
-- in from from_at until to_at, when the journal ended with last_seq.
-- span: between which ids the tickets looked at lie. Ids follow the journal, so it is narrow, and
-- walking it is quicker than looking every ticket up by the moment of its intake.
-- recounted: from when the events of a ticket counted that was corrected by an event which is not seen.
-- alive: of the tickets taken in before to_at, those that matter to what happened since a moment: they
-- lived, were due or open then, or have to be refolded. A flow looks at all tickets before the
-- period's end; this finds the few of them in one walk, and the views ending in _alive show them and
-- their facts alone, alive_as_of the tickets.
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
CREATE TEMP TABLE IF NOT EXISTS recounted (seq INTEGER PRIMARY KEY, counts_at INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS ticket_past AS SELECT * FROM main.ticket WHERE 0;
CREATE TEMP TABLE IF NOT EXISTS assignment_past AS SELECT * FROM main.assignment WHERE 0;
CREATE TEMP TABLE IF NOT EXISTS callback_past AS SELECT * FROM main.callback WHERE 0;
CREATE TEMP TABLE IF NOT EXISTS rework_past AS SELECT * FROM main.rework WHERE 0;
CREATE TEMP TABLE IF NOT EXISTS closure_past AS SELECT * FROM main.closure WHERE 0;
CREATE TEMP VIEW IF NOT EXISTS ticket_as_of AS
    SELECT * FROM main.ticket
    WHERE ticket_id >= (SELECT first_id FROM temp.span)
      AND ticket_id <= (SELECT last_id FROM temp.span)
      AND last_at <= (SELECT as_of FROM temp.cut_off)
      AND last_seq <= (SELECT seen FROM temp.cut_off)
      AND (flags & {ticket.transferred} = 0 OR (SELECT rewritten FROM temp.cut_off) = 0)
    UNION ALL
    SELECT * FROM temp.ticket_past;
CREATE TEMP VIEW IF NOT EXISTS alive_as_of AS
    SELECT ticket.* FROM temp.alive
    CROSS JOIN main.ticket AS ticket ON ticket.region_id = alive.region_id
                                    AND ticket.ticket_id = alive.ticket_id
    WHERE ticket.last_at <= (SELECT as_of FROM temp.cut_off)
      AND ticket.last_seq <= (SELECT seen FROM temp.cut_off)
      AND (ticket.flags & {ticket.transferred} = 0 OR (SELECT rewritten FROM temp.cut_off) = 0)
    UNION ALL
    SELECT * FROM temp.ticket_past;
CREATE TEMP VIEW IF NOT EXISTS assignment_as_of AS
    SELECT * FROM main.assignment
    WHERE ticket_id >= (SELECT first_id FROM temp.span)
      AND ticket_id <= (SELECT last_id FROM temp.span)
      AND last_at <= (SELECT as_of FROM temp.cut_off)
      AND last_seq <= (SELECT seen FROM temp.cut_off)
      AND (SELECT rewritten FROM temp.cut_off) = 0
    UNION ALL
    SELECT * FROM temp.assignment_past;
-- The tickets of temp.alive whose rows stand as they are shown.
CREATE TEMP VIEW IF NOT EXISTS standing_alive AS
    SELECT ticket.region_id, ticket.ticket_id FROM temp.alive
    CROSS JOIN main.ticket AS ticket ON ticket.region_id = alive.region_id
                                    AND ticket.ticket_id = alive.ticket_id
    WHERE ticket.last_at <= (SELECT as_of FROM temp.cut_off)
      AND ticket.last_seq <= (SELECT seen FROM temp.cut_off)
      AND (ticket.flags & {ticket.transferred} = 0 OR (SELECT rewritten FROM temp.cut_off) = 0);
CREATE TEMP VIEW IF NOT EXISTS assignment_alive AS
    SELECT assignment.* FROM temp.standing_alive
    CROSS JOIN main.assignment AS assignment ON assignment.region_id = standing_alive.region_id
                                          AND assignment.ticket_id = standing_alive.ticket_id
    UNION ALL
    SELECT * FROM temp.assignment_past;
CREATE TEMP VIEW IF NOT EXISTS callback_alive AS
    SELECT callback.* FROM temp.standing_alive
    CROSS JOIN main.callback AS callback ON callback.region_id = standing_alive.region_id
                                      AND callback.ticket_id = standing_alive.ticket_id
    UNION ALL
    SELECT * FROM temp.callback_past;
CREATE TEMP VIEW IF NOT EXISTS rework_alive AS
    SELECT rework.* FROM temp.standing_alive
    CROSS JOIN main.rework AS rework ON rework.region_id = standing_alive.region_id
                                  AND rework.ticket_id = standing_alive.ticket_id
    UNION ALL
    SELECT * FROM temp.rework_past;
CREATE TEMP VIEW IF NOT EXISTS closure_alive AS
    SELECT closure.* FROM temp.standing_alive
    CROSS JOIN main.closure AS closure ON closure.region_id = standing_alive.region_id
                                    AND closure.ticket_id = standing_alive.ticket_id
    UNION ALL
    SELECT * FROM temp.closure_past;
