-- The schema of a gongdan file: what a new file gets, whole.
--
-- The journal (event) is the truth; every other table is what SQL and people read, written in the
-- same transaction. Times are milliseconds since 1970 UTC; *_day and *_month are Beijing time as
-- 20201009 and 202010. Codes are those of the word lists (gongdan-domain, vocabulary). An empty
-- text is never stored: nothing is NULL. region_id leads every key; ids have at most 15 digits.
-- Nothing newer than SQLite 3.40 is used, so that any current tool can read the file.

-- One row: the region the file belongs to, and the head of its journal. fact_at: the newest fact of
-- any ticket's life (notes, disclosures, erasures and confidentiality are none); tickets: how many were
-- taken in; requests: how many request ids are kept.
CREATE TABLE region (
    region_id   INTEGER PRIMARY KEY CHECK (region_id BETWEEN 100000 AND 900718),
    name        TEXT    NOT NULL CHECK (name <> ''),
    office      TEXT             CHECK (office <> ''),
    last_seq    INTEGER NOT NULL CHECK (last_seq >= 0),
    last_hash   BLOB    NOT NULL CHECK (length(last_hash) = 32),
    last_at     INTEGER NOT NULL,
    office_seq  INTEGER NOT NULL CHECK (office_seq <= last_seq),
    secret      BLOB    NOT NULL CHECK (length(secret) = 32),
    fact_at     INTEGER NOT NULL,
    tickets     INTEGER NOT NULL CHECK (tickets >= 0),
    requests    INTEGER NOT NULL CHECK (requests >= 0)
) STRICT;

-- The journal: append-only, without holes, each event hashed with the one before.
-- subject: the ticket's id, or 0 for the office's rules, 1 for its contacts, 2 for its issues.
-- late, later: what the fold says of this very event, for flow figures: whether it came after its limit,
-- and by how many milliseconds it counts later than it was stated: from the fact that it answers, or from
-- its true moment where it was corrected, which can be an earlier one.
-- body: what it says beside its kind, as JSON; an event of the office (kind 0) names what happened there.
CREATE TABLE event (
    region_id   INTEGER NOT NULL,
    seq         INTEGER PRIMARY KEY CHECK (seq > 0),
    subject     INTEGER NOT NULL CHECK (subject >= 0),
    at          INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    by          TEXT    NOT NULL CHECK (by <> ''),
    role        INTEGER NOT NULL CHECK (role BETWEEN 1 /* role.centre */ AND 3 /* role.supervisor */),
    actor_unit  INTEGER,
    unit_id     INTEGER,
    late        INTEGER NOT NULL CHECK (late IN (0, 1)),
    later       INTEGER NOT NULL,
    body        TEXT             CHECK (body <> ''),
    commitments BLOB,
    hash        BLOB    NOT NULL CHECK (length(hash) IN (4, 32))
) STRICT;
CREATE INDEX event_of_subject ON event (subject);
-- Who looked at whose data: told without reading the whole journal.
CREATE INDEX event_revealed ON event (at) WHERE kind = 38 /* event.revealed */;
-- What was corrected since an issue was published, or a question was asked.
CREATE INDEX event_corrected ON event (seq) WHERE kind = 40 /* event.corrected */;

-- Texts that can hold personal data, beside the journal: the event carries their salted hashes.
-- Erasing a person empties content and salt, and turns the lookup into a number below zero that
-- says nothing of the telephone (citizens are still counted); the chain still verifies.
CREATE TABLE text (
    region_id   INTEGER NOT NULL,
    seq         INTEGER NOT NULL,
    field       INTEGER NOT NULL,
    salt        BLOB             CHECK (length(salt) = 16),
    content     TEXT             CHECK (content <> ''),
    lookup      INTEGER,
    PRIMARY KEY (region_id, seq, field),
    CHECK ((salt IS NULL) = (content IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX text_of_lookup ON text (region_id, lookup) WHERE lookup IS NOT NULL;

-- Request ids: the same id again has one effect and the same answer. A caller that numbers its requests
-- (client#number) has one row, of its last, by the client and the number. asked: a keyed digest of what
-- was asked, zeros once the ticket's texts were erased; seal: a keyed digest of the row, for verify.
CREATE TABLE request (
    region_id   INTEGER NOT NULL REFERENCES region,
    request_id  TEXT    NOT NULL CHECK (length(request_id) BETWEEN 1 AND 64),
    number      INTEGER CHECK (number >= 0),
    asked       BLOB    NOT NULL CHECK (length(asked) = 16),
    subject     INTEGER NOT NULL,
    first_seq   INTEGER NOT NULL,
    last_seq    INTEGER NOT NULL,
    seal        BLOB    NOT NULL CHECK (length(seal) = 16),
    PRIMARY KEY (region_id, request_id),
    CHECK ((number IS NOT NULL) = (request_id LIKE '%#'))
) STRICT, WITHOUT ROWID;

-- Tickets taken in so far on each day: where their numbers come from.
CREATE TABLE day_counter (
    region_id   INTEGER NOT NULL REFERENCES region,
    day         INTEGER NOT NULL,
    tickets     INTEGER NOT NULL CHECK (tickets > 0),
    PRIMARY KEY (region_id, day)
) STRICT, WITHOUT ROWID;

-- A ticket as it stands now: its id is the region and its number there, first_seq its intake. The
-- counts from resolved_online to open are the predicates of the figures, answered by the fold;
-- pending_by is the promise that open_late hangs on, total_open_by the citizen's own limit while nothing stands or
-- holds it, total_late_at when a reply came after it or the ticket ended without one; demand_open_by the first limit of a demand
-- (督办) that nobody has answered; unassessed: no assessed measure
-- has it, since the leg that replied, or else the present one, is exempt; late_by the first of all that run: past it,
-- somebody owes a reply, a rework or a report; due_by the last handling promise of any lead. What is
-- called first or last was so at some time; transferred_at to handled_at speak of the unit that leads
-- now, closed_at and close_outcome of the closing that stands.
CREATE TABLE ticket (
    region_id         INTEGER NOT NULL AS (ticket_id / 1000000000),
    ticket_id         INTEGER PRIMARY KEY,
    number            TEXT    NOT NULL CHECK (number <> ''),
    version           INTEGER NOT NULL CHECK (version > 0),
    first_seq         INTEGER NOT NULL CHECK (first_seq > 0),
    last_seq          INTEGER NOT NULL CHECK (last_seq >= first_seq),
    last_at           INTEGER NOT NULL,
    stage             INTEGER NOT NULL CHECK (stage BETWEEN 1 /* stage.accepted */ AND 9 /* stage.merged */),
    -- What is yes or no of it, a bit each (docs/FILE.md has their list, v1_tickets their names).
    flags             INTEGER NOT NULL CHECK (flags >= 0),
    channel_id        INTEGER NOT NULL,
    category_id       INTEGER,
    kind              INTEGER NOT NULL,
    urgency           INTEGER NOT NULL,
    area_id           INTEGER,
    external          TEXT             CHECK (external <> ''),
    accepted_at       INTEGER NOT NULL,
    accepted_day      INTEGER NOT NULL,
    accepted_month    INTEGER NOT NULL,
    matter_seq        INTEGER NOT NULL,
    appeal_seq        INTEGER,
    result_seq        INTEGER,
    lead_unit_id      INTEGER,
    first_transferred_at INTEGER,
    transferred_at    INTEGER,
    sign_off_by       INTEGER,
    signed_off_at     INTEGER,
    first_handle_by   INTEGER,
    handle_by         INTEGER,
    total_by          INTEGER,
    handled_at        INTEGER,
    rework_by         INTEGER,
    suspended_at      INTEGER,
    extension_pending INTEGER          CHECK (extension_pending > 0),
    difficult_at      INTEGER,
    callbacks         INTEGER NOT NULL CHECK (callbacks >= (flags & 524288 /* ticket.called_back */ > 0)),
    first_called_back_at INTEGER,
    satisfaction      INTEGER,
    attitude          INTEGER,
    first_satisfaction INTEGER,
    own_satisfaction  INTEGER,
    first_closed_at   INTEGER,
    closed_at         INTEGER,
    close_outcome     INTEGER,
    last_closed_at    INTEGER,
    last_close_outcome INTEGER,
    merged_into       INTEGER,
    repeat_of         INTEGER,
    related_to        INTEGER,
    running_by        INTEGER,
    pending_by        INTEGER,
    late_by           INTEGER,
    due_by            INTEGER,
    total_open_by     INTEGER,
    total_late_at     INTEGER,
    demand_open_by    INTEGER,
    section_id        INTEGER,
    section_by        INTEGER,
    inspection_points INTEGER NOT NULL CHECK (inspection_points >= 0),
    inspection_most   INTEGER NOT NULL CHECK (inspection_most >= inspection_points),
    rework_times      INTEGER NOT NULL CHECK (rework_times >= (flags & 34359738368 /* ticket.rework_tickets */ > 0)),
    sent_back_times   INTEGER NOT NULL CHECK (sent_back_times >= (flags & 68719476736 /* ticket.sent_back_tickets */ > 0)),
    return_times      INTEGER NOT NULL CHECK (return_times >= (flags & 137438953472 /* ticket.returned */ > 0)),
    redispatch_times  INTEGER NOT NULL CHECK (redispatch_times >= (flags & 274877906944 /* ticket.redispatched */ > 0)),
    extensions_asked  INTEGER NOT NULL,
    extensions_granted INTEGER NOT NULL CHECK (extensions_granted >= (flags & 549755813888 /* ticket.extended */ > 0)),
    extensions_denied INTEGER NOT NULL CHECK (extensions_denied >= 0),
    urge_times        INTEGER NOT NULL CHECK (urge_times >= (flags & 1099511627776 /* ticket.urged */ > 0)),
    supervisions_unanswered INTEGER NOT NULL CHECK (supervisions_unanswered >= 0),
    supervisions_answered INTEGER NOT NULL CHECK (supervisions_answered >= supervisions_answered_late),
    supervisions_answered_late INTEGER NOT NULL CHECK (supervisions_answered_late >= 0),
    yellow_cards      INTEGER NOT NULL CHECK (yellow_cards >= 0),
    red_cards         INTEGER NOT NULL CHECK (red_cards >= 0),
    decided_late      INTEGER NOT NULL CHECK (decided_late >= 0),
    close_times       INTEGER NOT NULL CHECK (close_times >= (flags & 268435456 /* ticket.closed */ > 0)),
    handling_minutes  INTEGER NOT NULL CHECK (handling_minutes = 0 OR handling_minutes > 0 AND flags & 16384 /* ticket.timed */ > 0),
    UNIQUE (number),
    CHECK ((flags & 1 /* ticket.effective */ > 0) = (stage < 8 /* stage.rejected */)
        AND (flags & 2 /* ticket.open */ > 0) = (stage < 7 /* stage.closed */)),
    -- Every ticket has gone one way. (Of a number with one bit, what is below it has none of its bits. A list after IN would
    -- be made into a table at every write.)
    CHECK (flags & 124 /* ticket.transferred | resolved_online | waiting | way_unknown | ended_at_centre */ > 0
        AND flags & 124 /* ticket.transferred | resolved_online | waiting | way_unknown | ended_at_centre */
            & ((flags & 124 /* ticket.transferred | resolved_online | waiting | way_unknown | ended_at_centre */) - 1) = 0),
    -- A transferred one stands in one place.
    CHECK ((flags & 3968 /* ticket.pending | handled | at_centre | ended_unreplied | reply_unknown */ > 0) = (flags & 4 /* ticket.transferred */ > 0)
        AND flags & 3968 /* ticket.pending | handled | at_centre | ended_unreplied | reply_unknown */
            & ((flags & 3968 /* ticket.pending | handled | at_centre | ended_unreplied | reply_unknown */) - 1) = 0),
    CHECK ((stage = 7 /* stage.closed */) = (flags & 268435456 /* ticket.closed */ > 0)
        AND (closed_at IS NOT NULL) = (flags & 268435456 /* ticket.closed */ > 0)
        AND (close_outcome IS NOT NULL) = (flags & 268435456 /* ticket.closed */ > 0)),
    CHECK (flags & 1610612736 /* ticket.closed_late | closed_unknown */ <> 1610612736 /* ticket.closed_late | closed_unknown */
        AND (flags & 1610612736 /* ticket.closed_late | closed_unknown */ = 0 OR flags & 268435456 /* ticket.closed */ > 0)),
    CHECK ((flags & 2097152 /* ticket.rated */ > 0) = (flags & 12582912 /* ticket.satisfied | unsatisfied */ > 0)
        AND flags & 12582912 /* ticket.satisfied | unsatisfied */ <> 12582912 /* ticket.satisfied | unsatisfied */
        AND flags & 2621440 /* ticket.called_back | rated */ <> 2097152 /* ticket.rated */),
    CHECK (flags & 100663296 /* ticket.asked_solved | solved */ <> 67108864 /* ticket.solved */
        AND flags & 844424930131968 /* ticket.unassessed | exempt */ <> 281474976710656 /* ticket.unassessed */),
    CHECK (flags & 134217728 /* ticket.own_satisfied */ = 0 OR own_satisfaction IS NOT NULL),
    CHECK ((flags & 8589934592 /* ticket.related */ > 0) = (related_to IS NOT NULL))
) STRICT;
-- Figures ask for a range of regions, so that one text serves one county and a province: an index
-- that began with the region would end there. This one begins with the moment; the id in it begins
-- with the region.
CREATE INDEX ticket_by_acceptance ON ticket (accepted_at);
CREATE INDEX ticket_running ON ticket (late_by) WHERE late_by IS NOT NULL;
-- Tickets of one contact know each other.
CREATE INDEX ticket_related ON ticket (related_to) WHERE related_to IS NOT NULL;
CREATE UNIQUE INDEX ticket_external ON ticket (external, channel_id) WHERE external IS NOT NULL;

-- An assignment (一次转办) as it stands now (in_hand: the unit still has the ticket, or had it when the
-- ticket ended); the ticket's own columns stand beside it, so that
-- figures by unit need no join. Whose promise it was keeps its verdict: sign_off_broken and
-- handling_broken (an assisting unit's: the report's) are the limits that were not kept, for ever.
-- pending_by, unsigned_by, rework_open_by and report_open_by are the limits that run now: past one,
-- the unit is late. section_by: the limit inside the unit's own of its section that works on it (加派), in no
-- figure. sign_off_missed: gone unsigned past its limit.
CREATE TABLE assignment (
    region_id         INTEGER NOT NULL AS (ticket_id / 1000000000),
    ticket_id         INTEGER NOT NULL,
    leg               INTEGER NOT NULL CHECK (leg > 0),
    last_seq          INTEGER NOT NULL,
    last_at           INTEGER NOT NULL,
    -- What is yes or no of it, a bit each, as of the ticket.
    flags             INTEGER NOT NULL CHECK (flags >= 0),
    channel_id        INTEGER NOT NULL,
    category_id       INTEGER,
    kind              INTEGER NOT NULL,
    urgency           INTEGER NOT NULL,
    area_id           INTEGER,
    accepted_at       INTEGER NOT NULL,
    accepted_day      INTEGER NOT NULL,
    accepted_month    INTEGER NOT NULL,
    unit_id           INTEGER NOT NULL,
    part              INTEGER NOT NULL CHECK (part IN (1 /* part.lead */, 2 /* part.assisting */)),
    transferred_at    INTEGER NOT NULL,
    sign_off_by       INTEGER,
    signed_off_at     INTEGER,
    sign_off_broken   INTEGER,
    first_handle_by   INTEGER,
    handle_by         INTEGER,
    handled_at        INTEGER,
    handling_broken   INTEGER,
    reviewed_at       INTEGER,
    returned_late_at  INTEGER,
    ended_at          INTEGER,
    ended_how         INTEGER CHECK (ended_how BETWEEN 1 /* leg_end.recalled */ AND 5 /* leg_end.redispatched */),
    satisfaction      INTEGER,
    attitude          INTEGER,
    own_satisfaction  INTEGER,
    pending_by        INTEGER,
    unsigned_by       INTEGER,
    rework_open_by    INTEGER,
    report_open_by    INTEGER,
    section_id        INTEGER,
    section_by        INTEGER,
    handling_minutes  INTEGER NOT NULL CHECK (handling_minutes = 0 OR handling_minutes > 0 AND flags & 262144 /* assignment.timed */ > 0),
    rework_times      INTEGER NOT NULL CHECK (rework_times >= (flags & 17179869184 /* assignment.rework_tickets */ > 0)),
    rework_late       INTEGER NOT NULL CHECK (rework_late >= 0),
    rework_missed     INTEGER NOT NULL CHECK (rework_missed >= 0),
    sent_back_times   INTEGER NOT NULL CHECK (sent_back_times >= (flags & 68719476736 /* assignment.sent_back_tickets */ > 0)),
    inspection_points INTEGER NOT NULL CHECK (inspection_points >= 0),
    inspection_most   INTEGER NOT NULL CHECK (inspection_most >= inspection_points),
    PRIMARY KEY (ticket_id, leg),
    CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
    -- Each leg that was given to lead is accepted, returned, taken back or ended.
    CHECK ((flags & 120 /* assignment.accepted | returned | taken_back | ended */ > 0) = (part = 1 /* part.lead */)
        AND flags & 120 /* assignment.accepted | returned | taken_back | ended */ & ((flags & 120 /* assignment.accepted | returned | taken_back | ended */) - 1) = 0
        AND (flags & 128 /* assignment.assisting */ = 0 OR part = 2 /* part.assisting */)),
    CHECK (flags & 28672 /* assignment.pending | handled | reply_unknown */ & ((flags & 28672 /* assignment.pending | handled | reply_unknown */) - 1) = 0
        AND (flags & 28672 /* assignment.pending | handled | reply_unknown */ = 0 OR part = 1 /* part.lead */)
        AND flags & 4104 /* assignment.accepted | pending */ <> 4096 /* assignment.pending */
        AND flags & 40960 /* assignment.handled | handled_late */ <> 32768 /* assignment.handled_late */),
    CHECK ((flags & 768 /* assignment.signed_in_time | sign_off_late */ > 0)
            = (signed_off_at IS NOT NULL AND flags & 1024 /* assignment.sign_off_unknown */ = 0)
        AND flags & 768 /* assignment.signed_in_time | sign_off_late */ <> 768 /* assignment.signed_in_time | sign_off_late */),
    CHECK ((flags & 16777216 /* assignment.rated */ > 0) = (flags & 100663296 /* assignment.satisfied | unsatisfied */ > 0)
        AND flags & 100663296 /* assignment.satisfied | unsatisfied */ <> 100663296 /* assignment.satisfied | unsatisfied */),
    CHECK (flags & 12884901888 /* assignment.closed_late | closed_unknown */ <> 12884901888 /* assignment.closed_late | closed_unknown */
        AND (flags & 12884901888 /* assignment.closed_late | closed_unknown */ = 0 OR flags & 2147483648 /* assignment.closed */ > 0)),
    CHECK (flags & 805306368 /* assignment.asked_solved | solved */ <> 536870912 /* assignment.solved */),
    CHECK (flags & 1073741824 /* assignment.own_satisfied */ = 0 OR own_satisfaction IS NOT NULL),
    CHECK (flags & 1048576 /* assignment.passed_first */ = 0 OR reviewed_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Dated facts of a ticket; `version` is the ticket's version that made (or last changed) them.
CREATE TABLE callback (
    region_id    INTEGER NOT NULL AS (ticket_id / 1000000000),
    ticket_id    INTEGER NOT NULL,
    attempt      INTEGER NOT NULL CHECK (attempt > 0),
    version      INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    outcome      INTEGER NOT NULL,
    satisfaction INTEGER,
    attitude     INTEGER,
    solved       INTEGER CHECK (solved IN (0, 1)),
    satisfied    INTEGER NOT NULL CHECK (satisfied IN (0, 1)),
    unit_id      INTEGER,
    leg          INTEGER,
    PRIMARY KEY (ticket_id, attempt)
) STRICT, WITHOUT ROWID;

CREATE TABLE rework (
    region_id    INTEGER NOT NULL AS (ticket_id / 1000000000),
    ticket_id    INTEGER NOT NULL,
    round        INTEGER NOT NULL CHECK (round > 0),
    version      INTEGER NOT NULL,
    ordered_at   INTEGER NOT NULL,
    unit_id      INTEGER NOT NULL,
    leg          INTEGER NOT NULL,
    rework_by    INTEGER NOT NULL,
    handled_at   INTEGER,
    ended_at     INTEGER,
    broken       INTEGER,
    late         INTEGER NOT NULL CHECK (late IN (0, 1)),
    reopened     INTEGER NOT NULL CHECK (reopened IN (0, 1)),
    PRIMARY KEY (ticket_id, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE closure (
    region_id    INTEGER NOT NULL AS (ticket_id / 1000000000),
    ticket_id    INTEGER NOT NULL,
    round        INTEGER NOT NULL CHECK (round > 0),
    version      INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    outcome      INTEGER NOT NULL,
    late         INTEGER NOT NULL CHECK (late IN (0, 1)),
    unknown      INTEGER NOT NULL CHECK (unknown IN (0, 1) AND unknown * late = 0),
    leg          INTEGER,
    PRIMARY KEY (ticket_id, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE supervision (
    region_id    INTEGER NOT NULL AS (ticket_id / 1000000000),
    ticket_id    INTEGER NOT NULL,
    no           INTEGER NOT NULL CHECK (no > 0),
    version      INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 /* supervision_kind.hotline */ AND 6 /* supervision_kind.other */),
    unit_id      INTEGER,
    answer_by    INTEGER,
    answered_at  INTEGER,
    lifted_at    INTEGER,
    reminders    INTEGER NOT NULL CHECK (reminders >= 0),
    late         INTEGER NOT NULL CHECK (late IN (0, 1)),
    PRIMARY KEY (ticket_id, no)
) STRICT, WITHOUT ROWID;

-- A file kept with a ticket (附件), by reference: its name, its digest and where it stays are texts beside event seq.
CREATE TABLE attachment (
    region_id    INTEGER NOT NULL AS (ticket_id / 1000000000),
    ticket_id    INTEGER NOT NULL,
    no           INTEGER NOT NULL CHECK (no > 0),
    version      INTEGER NOT NULL,
    seq          INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 /* file_kind.photo */ AND 5 /* file_kind.other */),
    size         INTEGER NOT NULL CHECK (size > 0),
    unit_id      INTEGER,
    kept         INTEGER CHECK (kept BETWEEN 1 /* keeping.inside */ AND 2 /* keeping.beside */),
    detached_at  INTEGER,
    PRIMARY KEY (ticket_id, no)
) STRICT, WITHOUT ROWID;

-- The bytes of an attached file that is kept inside, by the event that attached it; larger ones stand in the folder
-- beside the file (hengdong.db.files/seq). Erasing takes them away.
CREATE TABLE file (
    seq          INTEGER PRIMARY KEY CHECK (seq > 0),
    region_id    INTEGER NOT NULL,
    bytes        BLOB    NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576)
) STRICT;

-- Contacts (calls and letters) by channel and day; corrections are rows with negative counts.
CREATE TABLE contact (
    region_id    INTEGER NOT NULL,
    seq          INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    channel_id   INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    contacts     INTEGER NOT NULL CHECK (contacts <> 0),
    PRIMARY KEY (region_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_by_day ON contact (region_id, day);

-- Reference data as it stands now: units, categories, channels, areas. A name is the path from the top
-- of the tree (城乡建设>市政>其他); every name by itself is in entry_name.
CREATE TABLE entry (
    region_id     INTEGER NOT NULL REFERENCES region,
    species       INTEGER NOT NULL CHECK (species BETWEEN 1 /* species.unit */ AND 4 /* species.area */),
    entry_id      INTEGER NOT NULL CHECK (entry_id > 0),
    last_seq      INTEGER NOT NULL,
    name          TEXT    NOT NULL CHECK (name <> ''),
    channel_kind  INTEGER,
    parent_id     INTEGER,
    group_name    TEXT    CHECK (group_name <> ''),
    display_order INTEGER NOT NULL,
    retired_at    INTEGER,
    merged_at     INTEGER,
    merged_into   INTEGER,
    PRIMARY KEY (region_id, species, entry_id),
    CHECK ((channel_kind IS NOT NULL) = (species = 3 /* species.channel */)),
    CHECK ((merged_at IS NULL) = (merged_into IS NULL))
) STRICT, WITHOUT ROWID;

-- Every name an entry had, from when; aliases hold always (from_at NULL).
CREATE TABLE entry_name (
    region_id     INTEGER NOT NULL,
    species       INTEGER NOT NULL,
    entry_id      INTEGER NOT NULL,
    name          TEXT    NOT NULL CHECK (name <> ''),
    from_at       INTEGER,
    PRIMARY KEY (region_id, species, entry_id, name),
    FOREIGN KEY (region_id, species, entry_id) REFERENCES entry
) STRICT, WITHOUT ROWID;

-- The code that an entry bears of each scheme (GB/T 39666: 010203); one of each, which is no other entry's.
CREATE TABLE entry_code (
    region_id     INTEGER NOT NULL,
    species       INTEGER NOT NULL,
    entry_id      INTEGER NOT NULL,
    scheme        TEXT    NOT NULL CHECK (scheme <> ''),
    code          TEXT    NOT NULL CHECK (code <> ''),
    PRIMARY KEY (region_id, species, entry_id, scheme),
    FOREIGN KEY (region_id, species, entry_id) REFERENCES entry
) STRICT, WITHOUT ROWID;

-- Guards against foreign hands. gongdan's own connection has triggers switched off, and it alone writes;
-- on any other nothing is added, changed or deleted, whatever its settings. Adding is guarded too, since
-- REPLACE deletes the row that it meets without asking the guard of deleting. They stop accidents. What
-- somebody does on purpose (a guard dropped, the schema made writable, checks ignored) `verify` names.
CREATE TRIGGER region_is_never_added BEFORE INSERT ON region
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER region_is_never_changed BEFORE UPDATE ON region
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER region_is_never_deleted BEFORE DELETE ON region
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER event_is_never_added BEFORE INSERT ON event
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER text_is_never_added BEFORE INSERT ON text
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER text_is_never_changed BEFORE UPDATE ON text
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER text_is_never_deleted BEFORE DELETE ON text
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER request_is_never_added BEFORE INSERT ON request
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER request_is_never_changed BEFORE UPDATE ON request
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER request_is_never_deleted BEFORE DELETE ON request
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER day_counter_is_never_added BEFORE INSERT ON day_counter
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER day_counter_is_never_changed BEFORE UPDATE ON day_counter
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER day_counter_is_never_deleted BEFORE DELETE ON day_counter
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER ticket_is_never_added BEFORE INSERT ON ticket
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER ticket_is_never_changed BEFORE UPDATE ON ticket
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER ticket_is_never_deleted BEFORE DELETE ON ticket
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER assignment_is_never_added BEFORE INSERT ON assignment
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER assignment_is_never_changed BEFORE UPDATE ON assignment
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER assignment_is_never_deleted BEFORE DELETE ON assignment
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER callback_is_never_added BEFORE INSERT ON callback
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER callback_is_never_changed BEFORE UPDATE ON callback
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER callback_is_never_deleted BEFORE DELETE ON callback
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER rework_is_never_added BEFORE INSERT ON rework
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER rework_is_never_changed BEFORE UPDATE ON rework
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER rework_is_never_deleted BEFORE DELETE ON rework
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER closure_is_never_added BEFORE INSERT ON closure
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER closure_is_never_changed BEFORE UPDATE ON closure
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER closure_is_never_deleted BEFORE DELETE ON closure
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER supervision_is_never_added BEFORE INSERT ON supervision
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER supervision_is_never_changed BEFORE UPDATE ON supervision
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER supervision_is_never_deleted BEFORE DELETE ON supervision
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER attachment_is_never_added BEFORE INSERT ON attachment
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER attachment_is_never_changed BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER attachment_is_never_deleted BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER file_is_never_added BEFORE INSERT ON file
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER file_is_never_changed BEFORE UPDATE ON file
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER file_is_never_deleted BEFORE DELETE ON file
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER contact_is_never_added BEFORE INSERT ON contact
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER contact_is_never_changed BEFORE UPDATE ON contact
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER contact_is_never_deleted BEFORE DELETE ON contact
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER entry_is_never_added BEFORE INSERT ON entry
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER entry_name_is_never_added BEFORE INSERT ON entry_name
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER entry_name_is_never_changed BEFORE UPDATE ON entry_name
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER entry_name_is_never_deleted BEFORE DELETE ON entry_name
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER entry_code_is_never_added BEFORE INSERT ON entry_code
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER entry_code_is_never_changed BEFORE UPDATE ON entry_code
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;
CREATE TRIGGER entry_code_is_never_deleted BEFORE DELETE ON entry_code
BEGIN SELECT RAISE(ABORT, 'gongdan: nobody else writes here'); END;

-- Views for people and their tools: each table under the names that every face uses (written from
-- the table of fields by `make faces`), and the figures of every month. Words instead of codes, names
-- instead of numbers, Beijing time. Figures of the views are as of the newest fact of any
-- ticket in the file.

-- written:begin views
-- Tickets as they stand now, one row each.
CREATE VIEW v1_tickets AS
SELECT ticket_id AS id,
       number, version,
       CASE stage WHEN 1 THEN 'accepted' WHEN 2 THEN 'transferred'
            WHEN 3 THEN 'signed_off' WHEN 4 THEN 'handled' WHEN 5 THEN 'rework'
            WHEN 6 THEN 'difficult' WHEN 7 THEN 'closed' WHEN 8 THEN 'rejected'
            WHEN 9 THEN 'merged' END AS stage,
       datetime(last_at / 1000, 'unixepoch', '+8 hours') AS last_at,
       (SELECT name FROM entry WHERE region_id = ticket.region_id
            AND species = 3 AND entry_id = channel_id) AS channel,
       (SELECT name FROM entry WHERE region_id = ticket.region_id
            AND species = 2 AND entry_id = category_id) AS category,
       CASE kind WHEN 1 THEN 'inquiry' WHEN 2 THEN 'help' WHEN 3 THEN 'complaint'
            WHEN 4 THEN 'report' WHEN 5 THEN 'suggestion' WHEN 6 THEN 'praise'
            WHEN 7 THEN 'other' END AS kind,
       CASE urgency WHEN 1 THEN 'normal' WHEN 2 THEN 'urgent' WHEN 3 THEN 'critical' END AS urgency,
       (SELECT name FROM entry WHERE region_id = ticket.region_id
            AND species = 4 AND entry_id = area_id) AS area,
       (flags >> 34 & 1) AS confidential, external,
       datetime(accepted_at / 1000, 'unixepoch', '+8 hours') AS accepted_at,
       (SELECT name FROM entry WHERE region_id = ticket.region_id
            AND species = 1 AND entry_id = lead_unit_id) AS unit,
       (SELECT name FROM entry WHERE region_id = ticket.region_id
            AND species = 1 AND entry_id = section_id) AS section,
       datetime(section_by / 1000, 'unixepoch', '+8 hours') AS section_by,
       (SELECT group_concat(name, '、') FROM
           (SELECT entry.name FROM json_each('[' || (CASE WHEN ticket.flags & 4 > 0 THEN (SELECT
               group_concat(unit_id) FROM (SELECT assignment.unit_id FROM assignment WHERE
               assignment.region_id = ticket.region_id AND assignment.ticket_id = ticket.ticket_id
               AND assignment.part = 2 AND assignment.flags & 4 > 0 ORDER BY assignment.leg)) END)
               || ']') AS each
            JOIN entry ON entry.region_id = ticket.region_id AND entry.species = 1
                      AND entry.entry_id = each.value
            ORDER BY each.key)) AS assistants,
       datetime(first_transferred_at / 1000, 'unixepoch', '+8 hours') AS first_transferred_at,
       datetime(transferred_at / 1000, 'unixepoch', '+8 hours') AS transferred_at,
       datetime(sign_off_by / 1000, 'unixepoch', '+8 hours') AS sign_off_by,
       datetime(signed_off_at / 1000, 'unixepoch', '+8 hours') AS signed_off_at,
       datetime(first_handle_by / 1000, 'unixepoch', '+8 hours') AS first_handle_by,
       datetime(handle_by / 1000, 'unixepoch', '+8 hours') AS handle_by,
       datetime(total_by / 1000, 'unixepoch', '+8 hours') AS total_by,
       datetime(rework_by / 1000, 'unixepoch', '+8 hours') AS rework_by,
       datetime(running_by / 1000, 'unixepoch', '+8 hours') AS running_by,
       datetime(suspended_at / 1000, 'unixepoch', '+8 hours') AS suspended_at,
       (flags >> 46 & 1) AS return_pending, extension_pending,
       datetime(difficult_at / 1000, 'unixepoch', '+8 hours') AS difficult_at,
       datetime(handled_at / 1000, 'unixepoch', '+8 hours') AS handled_at,
       (flags >> 12 & 1) AS handled_late, callbacks,
       datetime(first_called_back_at / 1000, 'unixepoch', '+8 hours') AS first_called_back_at,
       CASE satisfaction WHEN 1 THEN 'very_satisfied' WHEN 2 THEN 'satisfied'
            WHEN 3 THEN 'basically_satisfied' WHEN 4 THEN 'dissatisfied'
            WHEN 5 THEN 'very_dissatisfied' WHEN 6 THEN 'unrated' END AS satisfaction,
       CASE attitude WHEN 1 THEN 'very_satisfied' WHEN 2 THEN 'satisfied'
            WHEN 3 THEN 'basically_satisfied' WHEN 4 THEN 'dissatisfied'
            WHEN 5 THEN 'very_dissatisfied' WHEN 6 THEN 'unrated' END AS attitude,
       CASE first_satisfaction WHEN 1 THEN 'very_satisfied' WHEN 2 THEN 'satisfied'
            WHEN 3 THEN 'basically_satisfied' WHEN 4 THEN 'dissatisfied'
            WHEN 5 THEN 'very_dissatisfied' WHEN 6 THEN 'unrated' END AS first_satisfaction,
       CASE own_satisfaction WHEN 1 THEN 'very_satisfied' WHEN 2 THEN 'satisfied'
            WHEN 3 THEN 'basically_satisfied' WHEN 4 THEN 'dissatisfied'
            WHEN 5 THEN 'very_dissatisfied' WHEN 6 THEN 'unrated' END AS own_satisfaction,
       datetime(first_closed_at / 1000, 'unixepoch', '+8 hours') AS first_closed_at,
       datetime(closed_at / 1000, 'unixepoch', '+8 hours') AS closed_at,
       CASE close_outcome WHEN 1 THEN 'solved' WHEN 2 THEN 'explained'
            WHEN 3 THEN 'unreachable' WHEN 4 THEN 'not_accepted'
            WHEN 5 THEN 'duplicate' WHEN 6 THEN 'withdrawn'
            WHEN 7 THEN 'answered_online' WHEN 8 THEN 'terminated'
            WHEN 9 THEN 'unstated' END AS close_outcome,
       datetime(last_closed_at / 1000, 'unixepoch', '+8 hours') AS last_closed_at,
       CASE last_close_outcome WHEN 1 THEN 'solved' WHEN 2 THEN 'explained'
            WHEN 3 THEN 'unreachable' WHEN 4 THEN 'not_accepted'
            WHEN 5 THEN 'duplicate' WHEN 6 THEN 'withdrawn'
            WHEN 7 THEN 'answered_online' WHEN 8 THEN 'terminated'
            WHEN 9 THEN 'unstated' END AS last_close_outcome,
       (flags >> 49 & 1) AS exempt, (flags >> 45 & 1) AS featured,
       (SELECT COUNT(*) FROM attachment WHERE attachment.region_id = ticket.region_id AND
           attachment.ticket_id = ticket.ticket_id AND attachment.detached_at IS NULL) AS
           attachments,
       merged_into, repeat_of, related_to, (flags >> 0 & 1) AS effective, (flags >> 3 & 1) AS
           resolved_online, (flags >> 2 & 1) AS transferred, (flags >> 43 & 1) AS rejected, (flags
           >> 44 & 1) AS merged, (flags >> 4 & 1) AS waiting, (flags >> 5 & 1) AS way_unknown,
           (flags >> 6 & 1) AS ended_at_centre, (flags >> 28 & 1) AS closed, (flags >> 29 & 1) AS
           closed_late, (flags >> 30 & 1) AS closed_unknown, (flags >> 8 & 1) AS handled, (flags >>
           7 & 1) AS pending, (flags >> 9 & 1) AS at_centre, (flags >> 10 & 1) AS ended_unreplied,
           (flags >> 11 & 1) AS reply_unknown, (flags >> 13 & 1) AS handling_unknown, (flags >> 15 &
           1) AS awaiting_review, (flags >> 16 & 1) AS awaiting_callback, (flags >> 17 & 1) AS
           in_rework, (flags >> 18 & 1) AS difficult, (flags >> 19 & 1) AS called_back, (flags >> 20
           & 1) AS reached, (flags >> 21 & 1) AS rated, (flags >> 22 & 1) AS satisfied, (flags >> 23
           & 1) AS unsatisfied, (flags >> 24 & 1) AS first_satisfied, (flags >> 25 & 1) AS
           asked_solved, (flags >> 26 & 1) AS solved, (flags >> 27 & 1) AS own_satisfied,
           inspection_points, inspection_most, (flags >> 35 & 1) AS rework_tickets, rework_times,
           (flags >> 36 & 1) AS sent_back_tickets, sent_back_times, (flags >> 37 & 1) AS returned,
           return_times, (flags >> 38 & 1) AS redispatched, redispatch_times, (flags >> 39 & 1) AS
           extended, extensions_asked, extensions_granted, extensions_denied, (flags >> 40 & 1) AS
           urged, urge_times, (flags >> 41 & 1) AS supervised, supervisions_unanswered,
           supervisions_answered, supervisions_answered_late, yellow_cards, red_cards, (flags >> 47
           & 1) AS undecided, decided_late, (flags >> 50 & 1) AS exemptions_undecided, (flags >> 32
           & 1) AS repeats, (flags >> 33 & 1) AS related, (flags >> 31 & 1) AS distinct_matters,
           (flags >> 42 & 1) AS reopened, (flags >> 51 & 1) AS corrected, (flags >> 52 & 1) AS
           imported, close_times, (flags >> 1 & 1) AS open, handling_minutes, (flags >> 14 & 1) AS
           timed
FROM ticket;

-- Assignments as they stand now, one row for each unit a ticket was given to.
CREATE VIEW v1_assignments AS
SELECT ticket_id,
       (SELECT ticket.number FROM ticket WHERE ticket.region_id = assignment.region_id AND
           ticket.ticket_id = assignment.ticket_id) AS number,
       leg,
       (SELECT name FROM entry WHERE region_id = assignment.region_id
            AND species = 1 AND entry_id = unit_id) AS unit,
       (SELECT name FROM entry WHERE region_id = assignment.region_id
            AND species = 1 AND entry_id = section_id) AS section,
       datetime(section_by / 1000, 'unixepoch', '+8 hours') AS section_by,
       CASE part WHEN 1 THEN 'lead' WHEN 2 THEN 'assisting' END AS part,
       (flags >> 41 & 1) AS designated,
       (SELECT name FROM entry WHERE region_id = assignment.region_id
            AND species = 3 AND entry_id = channel_id) AS channel,
       (SELECT name FROM entry WHERE region_id = assignment.region_id
            AND species = 2 AND entry_id = category_id) AS category,
       CASE kind WHEN 1 THEN 'inquiry' WHEN 2 THEN 'help' WHEN 3 THEN 'complaint'
            WHEN 4 THEN 'report' WHEN 5 THEN 'suggestion' WHEN 6 THEN 'praise'
            WHEN 7 THEN 'other' END AS kind,
       CASE urgency WHEN 1 THEN 'normal' WHEN 2 THEN 'urgent' WHEN 3 THEN 'critical' END AS urgency,
       (SELECT name FROM entry WHERE region_id = assignment.region_id
            AND species = 4 AND entry_id = area_id) AS area,
       datetime(accepted_at / 1000, 'unixepoch', '+8 hours') AS accepted_at,
       datetime(transferred_at / 1000, 'unixepoch', '+8 hours') AS transferred_at,
       datetime(sign_off_by / 1000, 'unixepoch', '+8 hours') AS sign_off_by,
       datetime(signed_off_at / 1000, 'unixepoch', '+8 hours') AS signed_off_at,
       datetime(first_handle_by / 1000, 'unixepoch', '+8 hours') AS first_handle_by,
       datetime(handle_by / 1000, 'unixepoch', '+8 hours') AS handle_by,
       datetime(handled_at / 1000, 'unixepoch', '+8 hours') AS handled_at,
       datetime(reviewed_at / 1000, 'unixepoch', '+8 hours') AS reviewed_at,
       datetime(ended_at / 1000, 'unixepoch', '+8 hours') AS ended_at,
       CASE ended_how WHEN 1 THEN 'recalled' WHEN 2 THEN 'returned'
            WHEN 3 THEN 'excused' WHEN 4 THEN 'ended' WHEN 5 THEN 'redispatched' END AS ended_how,
       (flags >> 3 & 1) AS accepted, (flags >> 4 & 1) AS returned, (flags >> 5 & 1) AS taken_back,
           (flags >> 6 & 1) AS ended, (flags >> 12 & 1) AS pending, (flags >> 8 & 1) AS
           signed_in_time, (flags >> 9 & 1) AS sign_off_late, (flags >> 10 & 1) AS sign_off_unknown,
           (flags >> 16 & 1) AS handling_unknown, (flags >> 14 & 1) AS reply_unknown, (flags >> 13 &
           1) AS handled, (flags >> 15 & 1) AS handled_late, (flags >> 17 & 1) AS handling_missed,
           handling_minutes, (flags >> 18 & 1) AS timed, (flags >> 37 & 1) AS extended, (flags >> 40
           & 1) AS exempt, (flags >> 7 & 1) AS assisting, (flags >> 38 & 1) AS report_late, (flags
           >> 39 & 1) AS report_missed, (flags >> 34 & 1) AS rework_tickets, rework_times,
           rework_late, rework_missed, (flags >> 35 & 1) AS in_rework, (flags >> 36 & 1) AS
           sent_back_tickets, sent_back_times, (flags >> 19 & 1) AS awaiting_review, (flags >> 20 &
           1) AS passed_first, (flags >> 21 & 1) AS awaiting_callback, (flags >> 22 & 1) AS
           called_back, (flags >> 23 & 1) AS reached, (flags >> 24 & 1) AS rated, (flags >> 25 & 1)
           AS satisfied, (flags >> 26 & 1) AS unsatisfied, (flags >> 27 & 1) AS first_satisfied,
           (flags >> 28 & 1) AS asked_solved, (flags >> 29 & 1) AS solved, (flags >> 30 & 1) AS
           own_satisfied, inspection_points, inspection_most, (flags >> 31 & 1) AS closed, (flags >>
           32 & 1) AS closed_late, (flags >> 33 & 1) AS closed_unknown
FROM assignment;

-- What happened to tickets, one row an event.
CREATE VIEW v1_events AS
SELECT seq,
       datetime(at / 1000, 'unixepoch', '+8 hours') AS at,
       datetime(((CASE WHEN event.later <> 0 THEN event.at + event.later END)) / 1000, 'unixepoch',
           '+8 hours') AS counts_at,
       subject AS ticket_id,
       (SELECT ticket.number FROM ticket WHERE ticket.region_id = event.region_id AND
           ticket.ticket_id = event.subject) AS number,
       CASE kind WHEN 1 THEN 'taken_in' WHEN 2 THEN 'resolved_online'
            WHEN 3 THEN 'rejected' WHEN 4 THEN 'merged' WHEN 5 THEN 'unmerged'
            WHEN 6 THEN 'marked_repeat' WHEN 7 THEN 'transferred'
            WHEN 8 THEN 'recalled' WHEN 9 THEN 'signed_off'
            WHEN 10 THEN 'return_requested' WHEN 11 THEN 'return_granted'
            WHEN 12 THEN 'return_denied' WHEN 13 THEN 'marked_difficult'
            WHEN 14 THEN 'extension_requested' WHEN 15 THEN 'extension_granted'
            WHEN 16 THEN 'extension_denied' WHEN 17 THEN 'suspended'
            WHEN 18 THEN 'resumed' WHEN 19 THEN 'reported'
            WHEN 20 THEN 'excused' WHEN 21 THEN 'handled'
            WHEN 22 THEN 'sent_back' WHEN 23 THEN 'called_back'
            WHEN 24 THEN 'rework_ordered' WHEN 25 THEN 'closed'
            WHEN 26 THEN 'terminated' WHEN 27 THEN 'reopened'
            WHEN 28 THEN 'reclassified' WHEN 29 THEN 'amended'
            WHEN 30 THEN 'noted' WHEN 31 THEN 'confidentiality_set'
            WHEN 32 THEN 'urged' WHEN 33 THEN 'supervised'
            WHEN 34 THEN 'supervision_answered' WHEN 35 THEN 'carded'
            WHEN 36 THEN 'featured' WHEN 37 THEN 'rescheduled'
            WHEN 38 THEN 'revealed' WHEN 39 THEN 'erased'
            WHEN 40 THEN 'corrected' WHEN 41 THEN 'redispatched'
            WHEN 42 THEN 'unmarked_repeat' WHEN 43 THEN 'attached'
            WHEN 44 THEN 'detached' WHEN 45 THEN 'exemption_asked'
            WHEN 46 THEN 'exempted' WHEN 47 THEN 'unexempted'
            WHEN 48 THEN 'forwarded' WHEN 49 THEN 'unforwarded'
            WHEN 50 THEN 'imported' WHEN 51 THEN 'reply_passed'
            WHEN 52 THEN 'reminded' WHEN 53 THEN 'supervision_lifted'
            WHEN 54 THEN 'consulted' WHEN 55 THEN 'related'
            WHEN 56 THEN 'unrelated' WHEN 57 THEN 'rated'
            WHEN 58 THEN 'inspected' END AS event,
       by,
       CASE role WHEN 1 THEN 'centre' WHEN 2 THEN 'unit' WHEN 3 THEN 'supervisor' END AS role,
       (SELECT name FROM entry WHERE region_id = event.region_id
            AND species = 1 AND entry_id = actor_unit) AS acting_unit,
       (SELECT name FROM entry WHERE region_id = event.region_id
            AND species = 1 AND entry_id = unit_id) AS unit,
       late, body
FROM event
WHERE subject > region_id;

-- Contacts by channel and day, as they were recorded.
CREATE VIEW v1_contacts AS
SELECT seq,
       datetime(at / 1000, 'unixepoch', '+8 hours') AS recorded_at,
       (SELECT name FROM entry WHERE region_id = contact.region_id
            AND species = 3 AND entry_id = channel_id) AS channel,
       substr(day, 1, 4) || '-' || substr(day, 5, 2) || '-' || substr(day, 7, 2) AS day,
       contacts
FROM contact;

-- Attempts to call citizens back.
CREATE VIEW v1_callbacks AS
SELECT ticket_id,
       (SELECT ticket.number FROM ticket WHERE ticket.region_id = callback.region_id AND
           ticket.ticket_id = callback.ticket_id) AS number,
       attempt,
       datetime(at / 1000, 'unixepoch', '+8 hours') AS at,
       CASE outcome WHEN 1 THEN 'reached' WHEN 2 THEN 'not_reached'
            WHEN 3 THEN 'refused' WHEN 4 THEN 'disputed' WHEN 5 THEN 'own' END AS callback_outcome,
       CASE satisfaction WHEN 1 THEN 'very_satisfied' WHEN 2 THEN 'satisfied'
            WHEN 3 THEN 'basically_satisfied' WHEN 4 THEN 'dissatisfied'
            WHEN 5 THEN 'very_dissatisfied' WHEN 6 THEN 'unrated' END AS satisfaction,
       CASE attitude WHEN 1 THEN 'very_satisfied' WHEN 2 THEN 'satisfied'
            WHEN 3 THEN 'basically_satisfied' WHEN 4 THEN 'dissatisfied'
            WHEN 5 THEN 'very_dissatisfied' WHEN 6 THEN 'unrated' END AS attitude,
       solved, satisfied,
       (SELECT name FROM entry WHERE region_id = callback.region_id
            AND species = 1 AND entry_id = unit_id) AS unit
FROM callback;

-- Closings by the centre, whether they stand or not.
CREATE VIEW v1_closures AS
SELECT ticket_id,
       (SELECT ticket.number FROM ticket WHERE ticket.region_id = closure.region_id AND
           ticket.ticket_id = closure.ticket_id) AS number,
       round AS closing,
       datetime(at / 1000, 'unixepoch', '+8 hours') AS at,
       CASE outcome WHEN 1 THEN 'solved' WHEN 2 THEN 'explained'
            WHEN 3 THEN 'unreachable' WHEN 4 THEN 'not_accepted'
            WHEN 5 THEN 'duplicate' WHEN 6 THEN 'withdrawn'
            WHEN 7 THEN 'answered_online' WHEN 8 THEN 'terminated'
            WHEN 9 THEN 'unstated' END AS close_outcome,
       late
FROM closure;

-- Times a unit had to do it again.
CREATE VIEW v1_reworks AS
SELECT ticket_id,
       (SELECT ticket.number FROM ticket WHERE ticket.region_id = rework.region_id AND
           ticket.ticket_id = rework.ticket_id) AS number,
       round AS rework,
       datetime(ordered_at / 1000, 'unixepoch', '+8 hours') AS ordered_at,
       (SELECT name FROM entry WHERE region_id = rework.region_id
            AND species = 1 AND entry_id = unit_id) AS unit,
       datetime(rework_by / 1000, 'unixepoch', '+8 hours') AS rework_by,
       datetime(handled_at / 1000, 'unixepoch', '+8 hours') AS handled_at,
       late, reopened
FROM rework;

-- Demands of supervisors.
CREATE VIEW v1_supervisions AS
SELECT ticket_id,
       (SELECT ticket.number FROM ticket WHERE ticket.region_id = supervision.region_id AND
           ticket.ticket_id = supervision.ticket_id) AS number,
       no,
       datetime(at / 1000, 'unixepoch', '+8 hours') AS at,
       CASE kind WHEN 1 THEN 'hotline' WHEN 2 THEN 'government'
            WHEN 3 THEN 'instruction' WHEN 4 THEN 'discipline'
            WHEN 5 THEN 'assembly' WHEN 6 THEN 'other' END AS supervision_kind,
       (SELECT name FROM entry WHERE region_id = supervision.region_id
            AND species = 1 AND entry_id = unit_id) AS unit,
       datetime(answer_by / 1000, 'unixepoch', '+8 hours') AS answer_by,
       datetime(answered_at / 1000, 'unixepoch', '+8 hours') AS answered_at,
       late, reminders,
       datetime(lifted_at / 1000, 'unixepoch', '+8 hours') AS lifted_at
FROM supervision;

-- Files kept with tickets, whether they were taken off again or not.
CREATE VIEW v1_attachments AS
SELECT ticket_id,
       (SELECT ticket.number FROM ticket WHERE ticket.region_id = attachment.region_id AND
           ticket.ticket_id = attachment.ticket_id) AS number,
       no AS attachment,
       seq,
       datetime(at / 1000, 'unixepoch', '+8 hours') AS at,
       CASE kind WHEN 1 THEN 'photo' WHEN 2 THEN 'recording' WHEN 3 THEN 'video'
            WHEN 4 THEN 'paper' WHEN 5 THEN 'other' END AS file_kind,
       size,
       (SELECT name FROM entry WHERE region_id = attachment.region_id
            AND species = 1 AND entry_id = unit_id) AS unit,
       CASE kept WHEN 1 THEN 'inside' WHEN 2 THEN 'beside' END AS kept,
       datetime(detached_at / 1000, 'unixepoch', '+8 hours') AS detached_at
FROM attachment;
-- written:end views

-- The moment at which the views stand: the newest fact of any ticket's life, or of the office's rules
-- (a name, a merger). The figures as of this moment are the same.
CREATE VIEW v1_moment AS
SELECT region.region_id,
       MAX(region.fact_at, COALESCE((SELECT MAX(event.at) FROM event
                                     WHERE event.region_id = region.region_id AND event.subject = 0),
                                    region.fact_at)) AS as_of
FROM region;

-- What every entry stands for at the moment of the views: itself, or what it was merged into by then,
-- under the path of the names that it and those above it had.
CREATE VIEW v1_entries AS
WITH RECURSIVE v1_gone (region_id, species, entry_id, now_id) AS (
    SELECT region_id, species, entry_id, entry_id FROM entry
    UNION
    SELECT v1_gone.region_id, v1_gone.species, v1_gone.entry_id, entry.merged_into
    FROM v1_gone
    JOIN entry ON entry.region_id = v1_gone.region_id AND entry.species = v1_gone.species
              AND entry.entry_id = v1_gone.now_id
    WHERE entry.merged_at <= (SELECT as_of FROM v1_moment)
), v1_stands (region_id, species, entry_id, now_id) AS (
    SELECT v1_gone.region_id, v1_gone.species, v1_gone.entry_id, v1_gone.now_id
    FROM v1_gone
    JOIN entry ON entry.region_id = v1_gone.region_id AND entry.species = v1_gone.species
              AND entry.entry_id = v1_gone.now_id
    WHERE entry.merged_at IS NULL OR entry.merged_at > (SELECT as_of FROM v1_moment)
), v1_last (region_id, species, entry_id, parent_id, name) AS (
    -- The last name alone: what follows the last > of the path. (At the top the whole of it is the name.)
    SELECT region_id, species, entry_id, parent_id,
           CASE WHEN parent_id IS NULL THEN name
                ELSE substr(name, length(rtrim(name, replace(name, '>', ''))) + 1) END
    FROM entry
), v1_own (region_id, species, entry_id, parent_id, name) AS (
    -- The last name, unless it holds only from later on.
    SELECT own.region_id, own.species, own.entry_id, own.parent_id,
           COALESCE((SELECT before.name FROM entry_name AS last
                     JOIN entry_name AS before ON before.region_id = last.region_id
                          AND before.species = last.species AND before.entry_id = last.entry_id
                          AND before.from_at <= (SELECT as_of FROM v1_moment)
                     WHERE last.region_id = own.region_id AND last.species = own.species
                       AND last.entry_id = own.entry_id AND last.name = own.name
                       AND last.from_at > (SELECT as_of FROM v1_moment)
                     ORDER BY before.from_at DESC LIMIT 1), own.name)
    FROM v1_last AS own
), v1_path (region_id, species, entry_id, name) AS (
    -- (At the top stands also what took over what stood above it.)
    SELECT region_id, species, entry_id, name FROM v1_own
    WHERE parent_id IS NULL
       OR EXISTS (SELECT 1 FROM v1_stands AS above
                  WHERE above.region_id = v1_own.region_id AND above.species = v1_own.species
                    AND above.entry_id = v1_own.parent_id AND above.now_id = v1_own.entry_id)
    UNION ALL
    SELECT v1_own.region_id, v1_own.species, v1_own.entry_id, v1_path.name || '>' || v1_own.name
    FROM v1_path
    JOIN v1_stands AS above ON above.region_id = v1_path.region_id AND above.species = v1_path.species
                           AND above.now_id = v1_path.entry_id
    JOIN v1_own ON v1_own.region_id = above.region_id AND v1_own.species = above.species
               AND v1_own.parent_id = above.entry_id
    WHERE v1_own.entry_id <> v1_path.entry_id
)
SELECT v1_stands.region_id, v1_stands.species, v1_stands.entry_id, v1_stands.now_id,
       COALESCE(v1_path.name, entry.name) AS name, entry.display_order
FROM v1_stands
JOIN entry ON entry.region_id = v1_stands.region_id AND entry.species = v1_stands.species
          AND entry.entry_id = v1_stands.now_id
LEFT JOIN v1_path ON v1_path.region_id = v1_stands.region_id AND v1_path.species = v1_stands.species
            AND v1_path.entry_id = v1_stands.now_id;

-- The codes of units, categories and areas by scheme, each beside the name as it stands; joined with itself by species and
-- name, it leads from the codes of one scheme to those of another.
CREATE VIEW v1_codes AS
SELECT CASE entry_code.species WHEN 1 /* species.unit */ THEN 'unit' WHEN 2 /* species.category */ THEN 'category'
            WHEN 3 /* species.channel */ THEN 'channel' WHEN 4 /* species.area */ THEN 'area' END AS species,
       v1_entries.name AS name, entry_code.scheme AS scheme, entry_code.code AS code
FROM entry_code
JOIN v1_entries ON v1_entries.region_id = entry_code.region_id AND v1_entries.species = entry_code.species
             AND v1_entries.entry_id = entry_code.entry_id;

-- 问题分类统计: one row a month of intake and category, and one with '合计' a month.
CREATE VIEW v1_by_category AS
SELECT month, category, accepted, closed, closed_late
FROM (
    SELECT (ticket.accepted_month / 100) || '-' || substr('0' || (ticket.accepted_month % 100), -2)
               AS month,
           COALESCE(category.name, CASE WHEN ticket.flags & 8 /* ticket.resolved_online */ > 0 THEN '在线办结'
                                   ELSE '未分类' END) AS category,
           COALESCE(category.display_order, 1000000 + (ticket.flags & 8 /* ticket.resolved_online */ = 0)) AS place,
           COUNT(*) AS accepted, SUM(ticket.flags & 268435456 /* ticket.closed */ > 0) AS closed,
           SUM(ticket.flags & 536870912 /* ticket.closed_late */ > 0) AS closed_late
    FROM ticket
    LEFT JOIN v1_entries AS category ON category.region_id = ticket.region_id
                                  AND category.species = 2 /* species.category */
                                  AND category.entry_id = ticket.category_id
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT (accepted_month / 100) || '-' || substr('0' || (accepted_month % 100), -2), '合计', 2000000,
           COUNT(*), SUM(flags & 268435456 /* ticket.closed */ > 0), SUM(flags & 536870912 /* ticket.closed_late */ > 0)
    FROM ticket
    GROUP BY 1
)
ORDER BY month, place;

-- 成员单位工单办理情况: one row a month of intake and unit, and one with '合计' a month.
CREATE VIEW v1_by_unit AS
SELECT month, unit, accepted, pending, sign_off_late, not_signed_in_time, handled_late, open_late
FROM (
    SELECT (assignment.accepted_month / 100) || '-'
               || substr('0' || (assignment.accepted_month % 100), -2) AS month,
           unit.name AS unit, unit.display_order AS place,
           SUM(assignment.flags & 8 /* assignment.accepted */ > 0) AS accepted, SUM(assignment.flags & 4096 /* assignment.pending */ > 0) AS pending,
           SUM(assignment.flags & 512 /* assignment.sign_off_late */ > 0) AS sign_off_late,
           SUM(assignment.flags & 512 /* assignment.sign_off_late */ > 0)
               + SUM(assignment.flags & 2048 /* assignment.sign_off_missed */ > 0)
               + COUNT(CASE WHEN assignment.unsigned_by < (SELECT as_of FROM v1_moment) THEN 1 END)
               AS not_signed_in_time,
           SUM(assignment.flags & 32768 /* assignment.handled_late */ > 0) AS handled_late,
           COUNT(CASE WHEN assignment.pending_by < (SELECT as_of FROM v1_moment) THEN 1 END) AS open_late
    FROM assignment
    JOIN v1_entries AS unit ON unit.region_id = assignment.region_id AND unit.species = 1 /* species.unit */
                         AND unit.entry_id = assignment.unit_id
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT (assignment.accepted_month / 100) || '-'
               || substr('0' || (assignment.accepted_month % 100), -2), '合计', 2000000,
           SUM(assignment.flags & 8 /* assignment.accepted */ > 0), SUM(assignment.flags & 4096 /* assignment.pending */ > 0), SUM(assignment.flags & 512 /* assignment.sign_off_late */ > 0),
           SUM(assignment.flags & 512 /* assignment.sign_off_late */ > 0)
               + SUM(assignment.flags & 2048 /* assignment.sign_off_missed */ > 0)
               + COUNT(CASE WHEN assignment.unsigned_by < (SELECT as_of FROM v1_moment) THEN 1 END),
           SUM(assignment.flags & 32768 /* assignment.handled_late */ > 0),
           COUNT(CASE WHEN assignment.pending_by < (SELECT as_of FROM v1_moment) THEN 1 END)
    FROM assignment
    GROUP BY 1
)
ORDER BY month, place;

-- Contacts by month and channel.
CREATE VIEW v1_by_channel AS
SELECT (contact.day / 10000) || '-' || substr('0' || (contact.day / 100 % 100), -2) AS month,
       channel.name AS channel, SUM(contact.contacts) AS contacts
FROM contact
JOIN v1_entries AS channel ON channel.region_id = contact.region_id AND channel.species = 3 /* species.channel */
                        AND channel.entry_id = contact.channel_id
GROUP BY 1, 2
ORDER BY 1, channel.display_order;

-- The same tables under the headings of the printed bulletin.
CREATE VIEW "问题分类统计" AS
SELECT month AS "月份", category AS "问题分类", accepted AS "受理件数", closed AS "综合结案数",
       closed_late AS "超期结案数"
FROM v1_by_category;
CREATE VIEW "成员单位工单办理情况" AS
SELECT month AS "月份", unit AS "单位名称", accepted AS "受理案件数", pending AS "待办理数",
       not_signed_in_time AS "未及时签收数", handled_late AS "超期已办结", open_late AS "超期未办理"
FROM v1_by_unit;
