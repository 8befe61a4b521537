/* Hostile arguments: NULL, bad text, absurd numbers, wrong orders, another thread. Each has a
 * status, and none a crash. */
#include <pthread.h>

#include "county.h"

static void nothing_given(gd_hotline *hotline)
{
    gd_stamp stamp = centre("2020-09-01 10:00");
    gd_filter filter = GD_FILTER_INIT;
    gd_question question = GD_QUESTION_INIT;
    gd_intake intake = GD_INTAKE_INIT;
    gd_hotline *opened = hotline;
    gd_ticket *ticket = NULL;
    gd_tickets *list = NULL;
    gd_figures *figures = NULL;
    gd_rows *rows = NULL;
    INVALID(gd_hotline_open(NULL, 0, &opened), "path");
    CHECK(opened == NULL);
    INVALID(gd_hotline_open("x.db", 0, NULL), "hotline");
    INVALID(gd_hotline_open("x.db", 0x80, &opened), "flags");
    INVALID(gd_hotline_create("x.db", NULL, &stamp, 0, &opened), "founding");
    INVALID(gd_ticket_get(NULL, 1, &ticket), "hotline");
    INVALID(gd_ticket_get(hotline, 1, NULL), "out");
    INVALID(gd_ticket_sign_off(hotline, 1, NULL, &ticket), "stamp");
    INVALID(gd_ticket_reject(hotline, 1, &stamp, NULL, &ticket), "reason");
    INVALID(gd_ticket_transfer(hotline, 1, &stamp, UNIT, NULL, 3, NULL, &ticket), "assisting");
    INVALID(gd_ticket_intake(hotline, &stamp, NULL, &ticket), "intake");
    INVALID(gd_ticket_intake(hotline, &stamp, &intake, &ticket), "matter");
    INVALID(gd_hotline_find(hotline, NULL, &list), "filter");
    INVALID(gd_hotline_find(hotline, &filter, NULL), "out");
    INVALID(gd_hotline_figures(hotline, &question, &figures), "period");
    question.period = "2020-09";
    INVALID(gd_hotline_figures(hotline, &question, &figures), "as_of");
    INVALID(gd_hotline_query(hotline, NULL, NULL, 0, 0, &rows), "sql");
    INVALID(gd_hotline_query(hotline, "select 1", NULL, 2, 0, &rows), "values");
    CHECK(gd_ticket_number(NULL) == NULL && gd_error_status() == GD_E_INVALID_INPUT);
    CHECK(gd_tickets_count(NULL) == 0 && gd_tickets_at(NULL, 0) == NULL);
    gd_ticket_free(NULL);
    CHECK(gd_error_status() == GD_OK);
    gd_tickets_free(NULL);
    gd_history_free(NULL);
    gd_promises_free(NULL);
    gd_figures_free(NULL);
    gd_rows_free(NULL);
    gd_refs_free(NULL);
    gd_entries_free(NULL);
    gd_verified_free(NULL);
    gd_document_free(NULL);
    gd_hotline_close(NULL);
    CHECK(gd_error_status() == GD_OK);
}

static void bad_text(gd_hotline *hotline, int64_t id)
{
    static const char *const BAD[] = {"\xff", "\xc3", "\xe5\x8e", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80",
                                      "a\x80", "\xc0\x80"};
    gd_stamp stamp = centre("2020-09-01 10:00");
    gd_intake intake = GD_INTAKE_INIT;
    char *huge = malloc(2000001);
    size_t i;
    for (i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        INVALID(gd_ticket_note(hotline, id, &stamp, BAD[i], NULL), "text");
        stamp.by = BAD[i];
        INVALID(gd_ticket_note(hotline, id, &stamp, "x", NULL), "by");
        stamp.by = DESK;
        intake.channel = CHANNEL;
        intake.matter = BAD[i];
        INVALID(gd_ticket_intake(hotline, &stamp, &intake, NULL), "matter");
        intake.matter = MATTER;
        intake.caller_phone = BAD[i];
        INVALID(gd_ticket_intake(hotline, &stamp, &intake, NULL), "caller_phone");
        intake.caller_phone = NULL;
    }
    INVALID(gd_ticket_note(hotline, id, &stamp, "a\x01z", NULL), "text");
    INVALID(gd_ticket_note(hotline, id, &stamp, "", NULL), "text");
    memset(huge, 'x', 2000000);
    huge[2000000] = '\0';
    INVALID(gd_ticket_note(hotline, id, &stamp, huge, NULL), "text");
    stamp.request = "a b";
    INVALID(gd_ticket_note(hotline, id, &stamp, "x", NULL), "request");
    free(huge);
}

/* The journal has other subjects than tickets, and their numbers are no tickets' ids. */
static void no_tickets(gd_hotline *hotline)
{
    gd_history *history = NULL;
    gd_promises *promises = NULL;
    int64_t id;
    for (id = -3; id <= 3; id++) {
        STATUS(gd_ticket_history(hotline, id, &history), GD_E_NOT_FOUND);
        STATUS(gd_ticket_explain(hotline, id, &promises), GD_E_NOT_FOUND);
    }
}

static void absurd_numbers(gd_hotline *hotline, int64_t id)
{
    static const int64_t AT[] = {INT64_MIN, INT64_MAX, -62135625600001, 253402300800000};
    static const int32_t CODE[] = {INT32_MIN, -1, 99, INT32_MAX};
    gd_stamp stamp = centre("2020-09-01 10:00");
    gd_filter filter = GD_FILTER_INIT;
    gd_question question = GD_QUESTION_INIT;
    gd_callback callback = GD_CALLBACK_INIT;
    gd_tickets *list = NULL;
    gd_figures *figures = NULL;
    gd_ticket *ticket = NULL;
    char text[32];
    size_t i;
    for (i = 0; i < 4; i++) {
        stamp.at = AT[i];
        INVALID(gd_ticket_note(hotline, id, &stamp, "x", NULL), "at");
        filter.due_by = AT[i];
        INVALID(gd_hotline_find(hotline, &filter, &list), "due_by");
        INVALID(gd_moment_write(AT[i], text, sizeof text), "at");
        STATUS(gd_ticket_get(hotline, AT[i], &ticket), GD_E_NOT_FOUND);
    }
    filter.due_by = 0;
    stamp.at = at("2020-09-01 10:00");
    for (i = 0; i < 4; i++) {
        stamp.role = CODE[i];
        INVALID(gd_ticket_note(hotline, id, &stamp, "x", NULL), "role");
        stamp.role = GD_ROLE_CENTRE;
        INVALID(gd_ticket_close(hotline, id, &stamp, CODE[i], NULL), "outcome");
        callback.outcome = CODE[i];
        INVALID(gd_ticket_callback(hotline, id, &stamp, &callback, NULL), "outcome");
        filter.stage = &CODE[i];
        filter.stage_count = 1;
        INVALID(gd_hotline_find(hotline, &filter, &list), "stage");
        question.period = "2020-09";
        question.as_of = stamp.at;
        question.basis = CODE[i];
        INVALID(gd_hotline_figures(hotline, &question, &figures), "basis");
    }
    filter.stage_count = UINT32_MAX;
    INVALID(gd_hotline_find(hotline, &filter, &list), "stage");
    filter.stage_count = 0;
    filter.offset = filter.limit = UINT64_MAX;
    OK(gd_hotline_find(hotline, &filter, &list));
    CHECK(gd_tickets_count(list) == 0);
    CHECK(gd_tickets_at(list, UINT64_MAX) == NULL);
    gd_tickets_free(list);
    INVALID(gd_moment_write(stamp.at, text, 19), "room");
    INVALID(gd_moment_write(stamp.at, NULL, 30), "text");
    stamp.size = 3;
    INVALID(gd_ticket_note(hotline, id, &stamp, "x", NULL), "size");
    stamp.size = UINT32_MAX;
    INVALID(gd_ticket_note(hotline, id, &stamp, "x", NULL), "size");
    filter.size = 0;
    INVALID(gd_hotline_find(hotline, &filter, &list), "size");
    stamp = centre("2020-09-01 10:00");
    INVALID(gd_hotline_record_contacts(hotline, &stamp, CHANNEL, "2020-09-01", INT64_MIN, NULL), "count");
    INVALID(gd_hotline_record_contacts(hotline, &stamp, CHANNEL, "2020-09-01", INT64_MAX, NULL), "count");
    STATUS(gd_ticket_request_extension(hotline, id, &stamp, UINT32_MAX, "x", NULL), GD_E_REFUSED);
}

static void wrong_order(gd_hotline *hotline, const char *folder, int64_t id)
{
    gd_hotline *closed = county(in_folder(folder, "closed.db"));
    gd_tickets *list = NULL;
    gd_filter filter = GD_FILTER_INIT;
    gd_ticket *ticket = NULL, *again;
    const gd_ticket *lent;
    OK(gd_hotline_find(hotline, &filter, &list));
    lent = gd_tickets_at(list, 0);
    gd_ticket_free((gd_ticket *)lent);
    CHECK(gd_error_status() == GD_E_CLOSED && gd_ticket_id(lent) == id);
    gd_figures_free((gd_figures *)list);
    CHECK(gd_error_status() == GD_E_CLOSED && gd_tickets_count(list) == 1);
    CHECK(gd_history_count((const gd_history *)list) == 0 && gd_error_status() == GD_E_CLOSED);
    gd_tickets_free(list);
    OK(gd_ticket_get(hotline, id, &ticket));
    again = ticket;
    gd_ticket_free(ticket);
    CHECK(gd_error_status() == GD_OK);
    gd_ticket_free(again);
    CHECK(gd_error_status() == GD_E_CLOSED);
    OK(gd_hotline_begin(closed));
    gd_hotline_close(closed);
    CHECK(gd_error_status() == GD_OK);
    gd_hotline_close(closed);
    CHECK(gd_error_status() == GD_E_CLOSED);
    STATUS(gd_ticket_get(closed, id, &ticket), GD_E_CLOSED);
    STATUS(gd_hotline_commit((gd_hotline *)folder), GD_E_CLOSED);
    STATUS(gd_hotline_commit((gd_hotline *)&ticket), GD_E_CLOSED);
}

static void wrong_files(const char *folder)
{
    const char *path = in_folder(folder, "text.db");
    FILE *file = fopen(path, "w");
    gd_hotline *hotline = NULL;
    fputs("this is no hotline, though it is long enough to be looked at: "
          "0123456789012345678901234567890123456789012345678901234567890123456789", file);
    fclose(file);
    STATUS(gd_hotline_open(path, 0, &hotline), GD_E_NOT_A_HOTLINE);
    STATUS(gd_hotline_open(in_folder(folder, "none.db"), 0, &hotline), GD_E_NOT_FOUND);
    STATUS(gd_hotline_open(folder, 0, &hotline), GD_E_NOT_FOUND);
    CHECK(hotline == NULL);
}

struct other { gd_hotline *hotline; int64_t id; long good, busy, wrong; int quiet; };

static void *other_thread(void *given)
{
    struct other *other = given;
    gd_ticket *ticket = NULL;
    int i;
    other->quiet = gd_error_status() == GD_OK && gd_error_message()[0] == '\0';
    for (i = 0; i < 300; i++) {
        gd_status status = gd_ticket_get(other->hotline, other->id, &ticket);
        other->good += status == GD_OK;
        other->busy += status == GD_E_BUSY;
        other->wrong += status != GD_OK && status != GD_E_BUSY;
        gd_ticket_free(ticket);
    }
    return NULL;
}

/* Four threads on one handle: each call is done or GD_E_BUSY; messages are each thread's own. */
static void threads(gd_hotline *hotline, int64_t id)
{
    pthread_t thread[4];
    struct other other[4];
    long good = 0;
    int i;
    STATUS(gd_ticket_get(NULL, id, NULL), GD_E_INVALID_INPUT);
    for (i = 0; i < 4; i++) {
        memset(&other[i], 0, sizeof other[i]);
        other[i].hotline = hotline;
        other[i].id = id;
        CHECK(pthread_create(&thread[i], NULL, other_thread, &other[i]) == 0);
    }
    for (i = 0; i < 4; i++) {
        CHECK(pthread_join(thread[i], NULL) == 0);
        CHECK(other[i].wrong == 0 && other[i].quiet == 1);
        good += other[i].good;
    }
    CHECK(good > 0);
}

static void *close_it(void *hotline)
{
    gd_hotline_close(hotline);
    return NULL;
}

int main(int count, char **given)
{
    const char *folder = count > 1 ? given[1] : ".";
    gd_hotline *hotline = county(in_folder(folder, "hostile.db"));
    int64_t id = take_in(hotline, "2020-09-01 09:00");
    uint64_t before = 0, after = 0;
    pthread_t thread;
    OK(gd_hotline_head(hotline, &before, NULL));
    nothing_given(hotline);
    bad_text(hotline, id);
    no_tickets(hotline);
    absurd_numbers(hotline, id);
    wrong_order(hotline, folder, id);
    wrong_files(folder);
    threads(hotline, id);
    OK(gd_hotline_head(hotline, &after, NULL));
    CHECK(after == before);
    INVALID(gd_set_language(0), "language");
    CHECK(pthread_create(&thread, NULL, close_it, hotline) == 0 && pthread_join(thread, NULL) == 0);
    STATUS(gd_hotline_head(hotline, &after, NULL), GD_E_CLOSED);
    return done("hostile");
}
