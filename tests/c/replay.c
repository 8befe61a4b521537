/* Random sequences of calls with hostile arguments, each from a number.
 *
 *   replay FOLDER GOLDEN SEED...          replays these sequences
 *   replay FOLDER GOLDEN for SECONDS FROM runs new ones, from this number on
 *
 * What must hold whatever is called: the status is a known one and the thread's own; the message is
 * empty exactly when it is GD_OK; a failed call hands out no object; nothing is ever GD_E_BUG or
 * GD_E_CORRUPT; and at the end of each sequence the file is sound. */
#include <time.h>

#include "county.h"

#define OPS 120
#define POOL 8
/* Longer in GB18030 than in UTF-8. */
#define RARE "\xc5\x81\xc3\xb3" "d\xc5\xba"

static uint64_t state;
static long calls = 0, granted = 0;

static uint32_t below(uint32_t n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)((state >> 20) % n);
}

/* Most are sensible, or hardly any sequence would come to anything. */
static int sensible(void)
{
    return below(24) != 0;
}

static gd_hotline *hotlines[3];
static int64_t ids[POOL];
static gd_ticket *tickets[POOL];
static gd_tickets *lists[POOL];
static gd_figures *figures[POOL];
static gd_rows *rows[POOL];
static char huge[30001];

static const char *text(void)
{
    static const char *const TEXTS[] = {
        NULL, "", " ", RARE, MATTER, "\xff\xfe", "\xe5\x8e", "\xc2\xb7\xb5\xc6", "a\x01", "'; drop table event; --",
        "%s%n%s%n", "\xf0\x9f\x8d\x8e", "\xee\x97\xa5", "\"*", "AND", "\xe2\x80\xae", huge};
    return TEXTS[below(sizeof TEXTS / sizeof *TEXTS)];
}

static const char *name(const char *good)
{
    return sensible() ? good : text();
}

static int64_t number(void)
{
    static const int64_t NUMBERS[] = {0, 1, -1, 2, 3, 255, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN,
                                      430424000000001, -62135625600001, 253402300800000, 1598889600000};
    return NUMBERS[below(sizeof NUMBERS / sizeof *NUMBERS)];
}

static int32_t code(int32_t most)
{
    return sensible() ? 1 + (int32_t)below((uint32_t)most) : (int32_t)number();
}

static int64_t id(void)
{
    return sensible() ? ids[below(POOL)] : number();
}

static gd_hotline *handle(void)
{
    return sensible() ? hotlines[below(2)] : below(2) ? hotlines[2] : NULL;
}

static int64_t clock_now = 0;

static gd_stamp stamp(void)
{
    static const char *const UNITS[] = {UNIT, UNIT_ALIAS, OTHER_UNIT};
    gd_stamp stamp = GD_STAMP_INIT;
    clock_now += below(20000000);
    stamp.role = code(3);
    stamp.by = name(DESK);
    stamp.at = sensible() ? clock_now : number();
    stamp.unit = name(UNITS[below(3)]);
    stamp.request = below(16) == 0 ? name("request-1") : NULL;
    stamp.version = below(6) ? GD_ANY_VERSION : below(5);
    if (!sensible() && below(4) == 0) {
        stamp.size = below(2) ? below(8) : UINT32_MAX;
    }
    return stamp;
}

/* What must hold after every call. */
static gd_status held(gd_status status, int handed_out, const char *what)
{
    int sound = status >= GD_OK && status <= GD_E_REPLACED && status != GD_E_BUG
        && status != GD_E_CORRUPT && status == gd_error_status()
        && (status == GD_OK) == (gd_error_message()[0] == '\0')
        && (gd_error_argument()[0] == '\0' || status == GD_E_INVALID_INPUT)
        && (status == GD_E_REFUSED) == (gd_error_refusal_code() != 0)
        && (status == GD_OK || !handed_out);
    calls++;
    granted += status == GD_OK;
    if (!sound) {
        failures++;
        printf("%s came to %d: %s\n", what, (int)status, gd_error_message());
    }
    return status;
}

#define HELD(call, out) held(call, (out) != NULL, #call)

static void keep(gd_ticket *ticket)
{
    uint32_t place = below(POOL);
    if (ticket == NULL) {
        return;
    }
    gd_ticket_free(tickets[place]);
    tickets[place] = ticket;
    ids[below(POOL)] = gd_ticket_id(ticket);
    gd_ticket_number(ticket);
    gd_ticket_assistants_at(ticket, below(2));
    gd_ticket_is_overdue(ticket, number());
}

static void take_one_in(void)
{
    gd_intake intake = GD_INTAKE_INIT;
    gd_stamp s = stamp();
    gd_ticket *ticket = NULL;
    intake.channel = name(CHANNEL);
    intake.matter = below(4) ? name(MATTER) : below(2) ? RARE : text();
    intake.category = below(2) ? name(CATEGORY) : NULL;
    intake.kind = code(7);
    intake.urgency = code(3);
    intake.caller_name = below(4) ? NULL : text();
    intake.caller_phone = below(4) ? NULL : text();
    intake.external = below(4) ? NULL : text();
    HELD(gd_ticket_intake(handle(), &s, &intake, &ticket), ticket);
    keep(ticket);
}

static void go_on(void)
{
    gd_callback callback = GD_CALLBACK_INIT;
    gd_amend amendment = GD_AMEND_INIT;
    gd_supervise demanded = GD_SUPERVISE_INIT;
    gd_feature edited = GD_FEATURE_INIT;
    const char *helpers[2];
    gd_stamp s = stamp();
    gd_hotline *h = handle();
    gd_ticket *t = NULL;
    const char *words = below(4) ? name("words") : text();
    int64_t one = id();
    helpers[0] = name(OTHER_UNIT);
    helpers[1] = text();
    callback.outcome = code(4);
    callback.satisfaction = below(2) ? code(6) : 0;
    callback.solved = (int32_t)below(4);
    amendment.kind = code(7);
    amendment.matter = text();
    edited.featured = (int32_t)below(3);
    edited.title = text();
    switch (below(38)) {
    case 0: HELD(gd_ticket_transfer(h, one, &s, name(UNIT), helpers, below(3), words, &t), t); break;
    case 1: HELD(gd_ticket_sign_off(h, one, &s, &t), t); break;
    case 2: HELD(gd_ticket_handle(h, one, &s, words, &t), t); break;
    case 3: HELD(gd_ticket_callback(h, one, &s, &callback, &t), t); break;
    case 4: HELD(gd_ticket_close(h, one, &s, code(8), &t), t); break;
    case 5: HELD(gd_ticket_rework(h, one, &s, words, &t), t); break;
    case 6: HELD(gd_ticket_reopen(h, one, &s, words, &t), t); break;
    case 7: HELD(gd_ticket_request_return(h, one, &s, words, &t), t); break;
    case 8: HELD(gd_ticket_grant_return(h, one, &s, name(OTHER_UNIT), words, &t), t); break;
    case 9: HELD(gd_ticket_deny_return(h, one, &s, words, (int32_t)below(2), &t), t); break;
    case 10: HELD(gd_ticket_designate(h, one, &s, name(UNIT), words, &t), t); break;
    case 11: HELD(gd_ticket_mark_difficult(h, one, &s, words, &t), t); break;
    case 12: HELD(gd_ticket_request_extension(h, one, &s, (uint64_t)number(), words, &t), t); break;
    case 13: HELD(gd_ticket_grant_extension(h, one, &s, &t), t); break;
    case 14: HELD(gd_ticket_deny_extension(h, one, &s, words, &t), t); break;
    case 15: HELD(gd_ticket_suspend(h, one, &s, words, &t), t); break;
    case 16: HELD(gd_ticket_resume(h, one, &s, &t), t); break;
    case 17: HELD(gd_ticket_report(h, one, &s, words, &t), t); break;
    case 18: HELD(gd_ticket_excuse(h, one, &s, name(OTHER_UNIT), &t), t); break;
    case 19: HELD(gd_ticket_send_back(h, one, &s, words, &t), t); break;
    case 20: HELD(gd_ticket_terminate(h, one, &s, words, &t), t); break;
    case 21: HELD(gd_ticket_reject(h, one, &s, words, &t), t); break;
    case 22: HELD(gd_ticket_resolve_online(h, one, &s, words, &t), t); break;
    case 23: HELD(gd_ticket_merge(h, one, &s, id(), &t), t); break;
    case 24: HELD(gd_ticket_unmerge(h, one, &s, &t), t); break;
    case 25: HELD(gd_ticket_repeat(h, one, &s, id(), &t), t); break;
    case 26: HELD(gd_ticket_recall(h, one, &s, &t), t); break;
    case 27: HELD(gd_ticket_reclassify(h, one, &s, name(CATEGORY), &t), t); break;
    case 28: HELD(gd_ticket_amend(h, one, &s, &amendment, &t), t); break;
    case 29: HELD(gd_ticket_note(h, one, &s, words, &t), t); break;
    case 30: HELD(gd_ticket_confidential(h, one, &s, (int32_t)below(2), &t), t); break;
    case 31: HELD(gd_ticket_urge(h, one, &s, words, &t), t); break;
    case 32: demanded.unit = name(UNIT); demanded.demand = words; HELD(gd_ticket_supervise(h, one, &s, &demanded, &t), t); break;
    case 33: HELD(gd_ticket_answer(h, one, &s, below(3), words, &t), t); break;
    case 34: HELD(gd_ticket_card(h, one, &s, code(2), name(UNIT), words, &t), t); break;
    case 35: HELD(gd_ticket_feature(h, one, &s, &edited, &t), t); break;
    case 36: HELD(gd_ticket_correct(h, one, &s, code(7), below(3), number(), words, &t), t); break;
    default: HELD(gd_ticket_execute_json(h, one, &s, name("\"sign_off\""), &t), t); break;
    }
    keep(t);
}

static void ask_for_tickets(void)
{
    gd_filter filter = GD_FILTER_INIT;
    gd_stage stages[2];
    gd_tickets *list = NULL;
    gd_ticket *ticket = NULL;
    uint32_t place = below(POOL);
    stages[0] = code(9);
    stages[1] = code(9);
    filter.stage = stages;
    filter.stage_count = below(3);
    filter.unit = below(3) ? NULL : name(UNIT);
    filter.accepted = below(3) ? NULL : name("2020-09");
    filter.text = below(3) ? NULL : text();
    filter.overdue_on = below(3) ? 0 : number();
    filter.open = (int32_t)below(2);
    filter.offset = (uint64_t)(below(3) ? 0 : number());
    filter.limit = (uint64_t)(below(3) ? 10 : number());
    if (HELD(gd_hotline_find(handle(), &filter, &list), list) == GD_OK) {
        gd_ticket_number(gd_tickets_at(list, below(12)));
        gd_ticket_free((gd_ticket *)gd_tickets_at(list, 0));
        gd_tickets_free(lists[place]);
        lists[place] = list;
    }
    HELD(gd_ticket_get(handle(), id(), &ticket), ticket);
    keep(ticket);
    ticket = NULL;
    HELD(gd_ticket_get_by_number(handle(), name("20200901-0001"), &ticket), ticket);
    keep(ticket);
}

static void ask_about_one(void)
{
    gd_history *history = NULL;
    gd_history_entry entry = GD_HISTORY_ENTRY_INIT;
    gd_text words = GD_TEXT_INIT;
    gd_promises *promises = NULL;
    gd_promise promise = GD_PROMISE_INIT;
    gd_promise_day day = GD_PROMISE_DAY_INIT;
    gd_promise_move moved = GD_PROMISE_MOVE_INIT;
    if (HELD(gd_ticket_history(handle(), id(), &history), history) == GD_OK) {
        HELD(gd_history_at(history, below(4), &entry), NULL);
        HELD(gd_history_text(history, below(4), below(3), &words), NULL);
        gd_history_free(history);
    }
    if (HELD(gd_ticket_explain(handle(), id(), &promises), promises) == GD_OK) {
        promise.size = sensible() ? promise.size : below(100);
        HELD(gd_promises_at(promises, below(3), &promise), NULL);
        HELD(gd_promises_day(promises, below(3), below(6), &day), NULL);
        HELD(gd_promises_move(promises, below(3), below(3), &moved), NULL);
        gd_promises_free(promises);
    }
}

static void ask_for_figures(void)
{
    gd_question question = GD_QUESTION_INIT;
    gd_grouping by[3];
    gd_figures *answer = NULL;
    gd_refs *refs = NULL;
    gd_rate rate = GD_RATE_INIT;
    uint32_t place = below(POOL);
    int64_t value;
    by[0] = code(10);
    by[1] = code(10);
    by[2] = code(10);
    question.period = name("2020-09..2020-10");
    question.as_of = sensible() ? clock_now : number();
    question.basis = code(2);
    question.by = by;
    question.by_count = below(3);
    question.seen = below(4) ? 0 : (uint64_t)number();
    if (HELD(gd_hotline_figures(handle(), &question, &answer), answer) == GD_OK) {
        gd_figures_free(figures[place]);
        figures[place] = answer;
        HELD(gd_figures_value(answer, below(3), code(52), &value), NULL);
        HELD(gd_figures_rate(answer, below(2) ? GD_TOTAL : below(3), name("closure_rate"), &rate), NULL);
        gd_figures_label(answer, below(3), below(3));
        if (HELD(gd_hotline_behind(handle(), answer, below(3), code(52), &refs), refs) == GD_OK) {
            gd_refs_number(refs, below(3));
            gd_refs_free(refs);
        }
    }
}

static void ask_for_rows(void)
{
    static const char *const SQL[] = {"select * from v1_tickets", "select ?", "drop table event", "select",
                                      "select * from text", "pragma writable_schema = 1", "attach 'x' as y",
                                      "select number || char(0) || 'x', 1.5, null from v1_tickets"};
    gd_datum value = {0, 0, 0, 0.0, NULL};
    gd_rows *answer = NULL;
    uint32_t place = below(POOL);
    gd_status status;
    value.sort = (int32_t)below(5);
    value.integer = number();
    value.text = text();
    switch (below(7)) {
    case 0: status = HELD(gd_hotline_register(handle(), code(4), number(), &answer), answer); break;
    case 1: status = HELD(gd_hotline_account(handle(), name("2020-09"), clock_now, &answer), answer); break;
    case 2: status = HELD(gd_hotline_issues(handle(), &answer), answer); break;
    case 3: status = HELD(gd_hotline_seats(handle(), name("2020-09"), clock_now, &answer), answer); break;
    case 4: status = HELD(gd_hotline_warnings(handle(), clock_now, &answer), answer); break;
    default:
        status = HELD(gd_hotline_query(handle(), name(SQL[below(8)]), &value, below(2), 1 + below(100000), &answer),
                      answer);
    }
    if (status == GD_OK) {
        gd_rows_text(answer, below(4), below(4));
        gd_rows_real(answer, below(4), below(4));
        gd_rows_column(answer, below(4));
        gd_rows_free(rows[place]);
        rows[place] = answer;
    }
}

static void office(void)
{
    gd_new_entry entry = GD_NEW_ENTRY_INIT;
    gd_stamp s = stamp();
    gd_entries *written = NULL;
    gd_new_issue issue = GD_NEW_ISSUE_INIT;
    entry.species = code(4);
    entry.channel_kind = below(2) ? code(4) : 0;
    entry.name = text();
    entry.parent = below(2) ? name(UNIT) : NULL;
    issue.year = 2020;
    issue.number = below(5);
    issue.period = name("2020-09");
    issue.as_of = clock_now;
    switch (below(7)) {
    case 0: HELD(gd_register_add(handle(), &s, &entry, &written), written); break;
    case 1: HELD(gd_register_alias(handle(), &s, code(4), name(UNIT), text(), &written), written); break;
    case 2: HELD(gd_register_rename(handle(), &s, code(4), name(OTHER_UNIT), text(), number(), &written), written); break;
    case 3: HELD(gd_hotline_record_contacts(handle(), &s, name(CHANNEL), name("2020-09-01"), number(), &written), written); break;
    case 4: HELD(gd_hotline_office_json(handle(), &s, text(), &written), written); break;
    case 5: HELD(gd_hotline_publish(handle(), &s, &issue, NULL), NULL); break;
    default: HELD(gd_register_place(handle(), &s, code(4), name(UNIT), text(), text(), below(9), number(), &written), written);
    }
    gd_entries_free(written);
}

static void manners(void)
{
    gd_entries *entries = NULL;
    char buffer[24];
    int64_t moment;
    switch (below(15)) {
    case 0: HELD(gd_hotline_begin(handle()), NULL); break;
    case 11: case 12: HELD(gd_hotline_begin_row(handle()), NULL); break;
    case 13: HELD(gd_hotline_keep_row(handle()), NULL); break;
    case 14: HELD(gd_hotline_take_row_back(handle()), NULL); break;
    case 1: HELD(gd_hotline_commit(handle()), NULL); break;
    case 2: HELD(gd_hotline_roll_back(handle()), NULL); break;
    case 3:
        HELD(gd_hotline_pending(handle(), &entries), entries);
        gd_entries_free(entries);
        gd_entries_free(entries);
        break;
    case 4: case 9: case 10: HELD(gd_hotline_set_encoding(hotlines[1], code(2)), NULL); break;
    case 5: HELD(gd_moment_write(number(), buffer, below(25)), NULL); break;
    case 6: HELD(gd_moment_read(text(), &moment), NULL); break;
    case 7: HELD(gd_set_language(code(2)), NULL); break;
    default:
        gd_tickets_free((gd_tickets *)(void *)tickets[below(POOL)]);
        gd_rows_count((const gd_rows *)(const void *)figures[below(POOL)]);
    }
}

static void step(void)
{
    switch (below(14)) {
    case 0: case 1: take_one_in(); break;
    case 2: ask_for_tickets(); break;
    case 3: ask_about_one(); break;
    case 4: ask_for_figures(); break;
    case 5: ask_for_rows(); break;
    case 6: office(); break;
    case 7: case 8: manners(); break;
    default: go_on();
    }
}

static void end(void)
{
    gd_verified *verified = NULL;
    int i;
    gd_hotline_roll_back(hotlines[0]);
    gd_hotline_roll_back(hotlines[1]);
    OK(gd_hotline_verify(hotlines[0], NULL, NULL, &verified));
    CHECK(gd_verified_count(verified) == 0);
    gd_verified_free(verified);
    for (i = 0; i < POOL; i++) {
        gd_ticket_free(tickets[i]);
        gd_tickets_free(lists[i]);
        gd_figures_free(figures[i]);
        gd_rows_free(rows[i]);
        tickets[i] = NULL;
        lists[i] = NULL;
        figures[i] = NULL;
        rows[i] = NULL;
        ids[i] = 0;
    }
    gd_hotline_close(hotlines[0]);
    gd_hotline_close(hotlines[1]);
}

static void sequence(const char *folder, uint64_t seed)
{
    char path[1100];
    int i, before = failures;
    sprintf(path, "%.1000s/sequence.db", folder);
    state = (seed + 1) * 0x9e3779b97f4a7c15u;
    OK(gd_set_language(GD_LANGUAGE_CHINESE));
    gd_hotline_close(county(path));
    OK(gd_hotline_open_patient(path, GD_OPEN_NORMAL_DURABILITY, 1, &hotlines[0]));
    OK(gd_hotline_open_patient(path, GD_OPEN_NORMAL_DURABILITY, 1, &hotlines[1]));
    hotlines[2] = (gd_hotline *)(void *)folder;
    clock_now = at("2020-09-01 08:00");
    for (i = 0; i < OPS; i++) {
        step();
    }
    end();
    if (failures != before) {
        printf("the sequence of %lu\n", (unsigned long)seed);
    }
    remove(path);
    strcat(path, "-wal");
    remove(path);
    memcpy(path + strlen(path) - 3, "shm", 3);
    remove(path);
}

int main(int count, char **given)
{
    int i;
    memset(huge, 'y', sizeof huge - 1);
    if (count > 5 && strcmp(given[3], "for") == 0) {
        time_t until = time(NULL) + atol(given[4]);
        uint64_t seed = (uint64_t)strtoul(given[5], NULL, 10);
        uint64_t first = seed;
        while (time(NULL) < until && failures == 0) {
            sequence(given[1], seed++);
        }
        printf("%lu sequences from %lu on, %ld calls, %ld granted\n", (unsigned long)(seed - first),
               (unsigned long)first, calls, granted);
        return done("replay");
    }
    for (i = 3; i < count; i++) {
        sequence(given[1], (uint64_t)strtoul(given[i], NULL, 10));
    }
    CHECK(granted > calls / 20);
    return done("replay");
}
