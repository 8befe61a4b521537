/* The life of a ticket, its refusals, batches, dry runs, paging, the query door, two handles. */
#include "county.h"

static void refusals(gd_hotline *hotline, int64_t id)
{
    gd_stamp li = unit(UNIT, "2020-09-01 15:00");
    gd_ticket *ticket = (gd_ticket *)&li;
    uint64_t i, allows_sign_off = 0;
    STATUS(gd_ticket_handle(hotline, id, &li, "x", &ticket), GD_E_REFUSED);
    CHECK(ticket == NULL);
    CHECK(gd_error_refusal_code() == GD_REFUSAL_NOT_SIGNED_OFF);
    CHECK(gd_error_stage() == GD_STAGE_TRANSFERRED && gd_error_asked() == GD_VERB_HANDLE);
    SAME(gd_error_message(), "\xe5\xb7\xa5\xe5\x8d\x95\xe5\xb0\x9a\xe6\x9c\xaa\xe7\xad\xbe\xe6\x94\xb6,"
                             "\xe4\xb8\x8d\xe8\x83\xbd\xe5\x8a\x9e\xe7\xbb\x93");
    for (i = 0; i < gd_error_allowed_count(); i++) {
        allows_sign_off += gd_error_allowed_at(i) == GD_VERB_SIGN_OFF;
    }
    CHECK(allows_sign_off == 1 && gd_error_allowed_at(i) == 0);
    CHECK(gd_error_bound() == 0 && gd_error_bound_value() == 0);
    OK(gd_set_language(GD_LANGUAGE_ENGLISH));
    STATUS(gd_ticket_close(hotline, id, &li, GD_CLOSE_OUTCOME_SOLVED, NULL),
           GD_E_REFUSED);
    CHECK(strstr(gd_error_message(), "close") != NULL);
    OK(gd_set_language(GD_LANGUAGE_CHINESE));
    CHECK(gd_error_refusal_code() == 0 && gd_error_allowed_count() == 0);
}

static void history(gd_hotline *hotline, int64_t id)
{
    gd_history *history = NULL;
    gd_history_entry entry = GD_HISTORY_ENTRY_INIT;
    gd_text text = GD_TEXT_INIT;
    OK(gd_ticket_history(hotline, id, &history));
    CHECK(gd_history_count(history) == 6);
    OK(gd_history_at(history, 1, &entry));
    SAME(entry.event, "transferred");
    SAME(entry.unit, UNIT);
    CHECK(entry.size == sizeof entry && entry.late == 0 && entry.acting_unit == NULL);
    OK(gd_history_at(history, 3, &entry));
    SAME(entry.event, "handled");
    SAME(entry.acting_unit, UNIT);
    CHECK(entry.text_count == 1);
    OK(gd_history_text(history, 3, 0, &text));
    SAME(text.content, "repaired");
    CHECK(text.field == GD_TEXT_FIELD_RESULT);
    INVALID(gd_history_text(history, 3, 1, &text), "index");
    INVALID(gd_history_at(history, 6, &entry), "index");
    gd_history_free(history);
}

/* A client of an older header, whose struct was shorter, gets what it knows and not a byte more. */
static void older_client(gd_hotline *hotline, int64_t id)
{
    struct { gd_promise promise; char fence[16]; } row = {GD_PROMISE_INIT, "untouched"};
    gd_promises *promises = NULL;
    gd_promise_day day = GD_PROMISE_DAY_INIT;
    OK(gd_ticket_explain(hotline, id, &promises));
    CHECK(gd_promises_count(promises) == 2);
    OK(gd_promises_at(promises, 1, &row.promise));
    SAME(row.promise.promise, "handle");
    CHECK(row.promise.limit_kind == GD_LIMIT_WORKING_DAYS && row.promise.limit == 5);
    CHECK(row.promise.day_count >= 5);
    SAME(row.fence, "untouched");
    row.promise.size = 4;
    INVALID(gd_promises_at(promises, 1, &row.promise), "size");
    OK(gd_promises_day(promises, 1, 0, &day));
    SAME(day.day, "2020-09-02");
    CHECK(day.ordinal == 1 && day.why_code == GD_WHY_WEEKDAY && day.counted_ms == 86400000);
    gd_promises_free(promises);
}

/* A client of a newer header, whose struct is longer: what it sets and we do not know is refused. */
static void newer_client(gd_hotline *hotline)
{
    struct { gd_filter filter; int64_t later; } grown = {GD_FILTER_INIT, 0};
    gd_tickets *list = NULL;
    grown.filter.size = sizeof grown;
    OK(gd_hotline_find(hotline, &grown.filter, &list));
    CHECK(gd_tickets_total(list) == 1);
    gd_tickets_free(list);
    grown.later = 5;
    INVALID(gd_hotline_find(hotline, &grown.filter, &list), "filter");
    CHECK(list == NULL);
}

static int64_t life(gd_hotline *hotline)
{
    gd_ticket *ticket = NULL, *stale = NULL;
    gd_callback callback = GD_CALLBACK_INIT;
    gd_entry entry = GD_ENTRY_INIT;
    gd_stamp desk = centre("2020-09-01 10:00"), li = unit(UNIT_ALIAS, "2020-09-01 16:00");
    char text[20];
    int64_t id = take_in(hotline, "2020-09-01 09:12");
    uint32_t seen;
    OK(gd_ticket_get(hotline, id, &ticket));
    seen = gd_ticket_version(ticket);
    SAME(gd_ticket_number(ticket), "20200901-0001");
    SAME(gd_ticket_matter(ticket), MATTER);
    CHECK(gd_ticket_unit(ticket) == NULL && gd_error_status() == GD_OK);
    CHECK(gd_ticket_stage(ticket) == GD_STAGE_ACCEPTED && gd_ticket_handle_by(ticket) == GD_NO_MOMENT);
    OK(gd_moment_write(gd_ticket_accepted_at(ticket), text, sizeof text));
    SAME(text, "2020-09-01 09:12:00");
    gd_ticket_free(ticket);
    desk.version = li.version = seen;
    OK(gd_ticket_transfer(hotline, id, &desk, UNIT_ALIAS, NULL, 0, NULL, &ticket));
    desk.version = GD_ANY_VERSION;
    SAME(gd_ticket_unit(ticket), UNIT);
    CHECK(gd_ticket_entries_count(ticket) == 1 && !gd_ticket_repeated(ticket));
    OK(gd_ticket_entries_at(ticket, 0, &entry));
    SAME(entry.event, "transferred");
    CHECK(gd_ticket_is_overdue(ticket, at("2020-09-08 23:59")) == 0);
    CHECK(gd_ticket_is_overdue(ticket, at("2020-09-09 00:00")) == 1);
    gd_ticket_free(ticket);
    refusals(hotline, id);
    STATUS(gd_ticket_sign_off(hotline, id, &li, &stale), GD_E_CONFLICT);
    CHECK(stale == NULL && gd_error_version() == seen + 1);
    li.version = seen + 1;
    OK(gd_ticket_sign_off(hotline, id, &li, NULL));
    li.version = GD_ANY_VERSION;
    older_client(hotline, id);
    OK(gd_ticket_handle(hotline, id, &li, "repaired", NULL));
    desk.at = at("2020-09-02 10:00");
    callback.outcome = GD_CALLBACK_OUTCOME_REACHED;
    callback.satisfaction = GD_SATISFACTION_SATISFIED;
    callback.solved = GD_YES;
    OK(gd_ticket_callback(hotline, id, &desk, &callback, NULL));
    OK(gd_ticket_close(hotline, id, &desk, GD_CLOSE_OUTCOME_SOLVED, &ticket));
    CHECK(gd_ticket_stage(ticket) == GD_STAGE_CLOSED && gd_ticket_callbacks(ticket) == 1);
    CHECK(gd_ticket_satisfaction(ticket) == GD_SATISFACTION_SATISFIED);
    gd_ticket_free(ticket);
    history(hotline, id);
    newer_client(hotline);
    return id;
}

/* A file comes out as it went in, byte by byte, whatever bytes they are. */
static void attached(gd_hotline *hotline, int64_t id)
{
    static uint8_t bytes[3000];
    gd_stamp desk = centre("2020-09-02 11:00");
    gd_document *document = NULL;
    gd_ticket *ticket = NULL;
    size_t i;
    for (i = 0; i < sizeof bytes; i++) {
        bytes[i] = (uint8_t)(i * 7);
    }
    OK(gd_ticket_attach_file(hotline, id, &desk, "after.jpg", GD_FILE_KIND_PHOTO, bytes, sizeof bytes, &ticket));
    CHECK(gd_ticket_attachments(ticket) == 1);
    gd_ticket_free(ticket);
    OK(gd_ticket_attached_file(hotline, id, 1, &document));
    CHECK(gd_document_length(document) == sizeof bytes);
    CHECK(memcmp(gd_document_bytes(document), bytes, sizeof bytes) == 0);
    gd_document_free(document);
    STATUS(gd_ticket_attached_file(hotline, id, 2, &document), GD_E_NOT_FOUND);
    INVALID(gd_ticket_attach_file(hotline, id, &desk, "a/b.jpg", GD_FILE_KIND_PHOTO, bytes, 9, NULL), "name");
    INVALID(gd_ticket_attach_file(hotline, id, &desk, "b.jpg", GD_FILE_KIND_PHOTO, bytes, 0, NULL), "size");
    INVALID(gd_ticket_attach_file(hotline, id, &desk, "b.jpg", 99, bytes, 9, NULL), "file_kind");
    INVALID(gd_ticket_attach_file(hotline, id, &desk, "b.jpg", GD_FILE_KIND_PHOTO, NULL, 9, NULL), "bytes");
    OK(gd_ticket_detach(hotline, id, &desk, 1, NULL));
}

/* Days, times and periods as people write them, and what could be read in two ways. */
static void as_written(gd_hotline *hotline)
{
    static const char *const HALF_PAST_EIGHT[] = {
        "2020/9/1 8:30",
        "2020.9.1 8:30",
        "20200901 08:30",
        "2020\xe5\xb9\xb4" "9\xe6\x9c\x88" "1\xe6\x97\xa5 8:30",
        "2020\xe5\xb9\xb4" "9\xe6\x9c\x88" "1\xe6\x97\xa5" "8\xe6\x97\xb6" "30\xe5\x88\x86",
        "\xef\xbc\x92\xef\xbc\x90\xef\xbc\x92\xef\xbc\x90\xef\xbc\x8f\xef\xbc\x99\xef\xbc\x8f\xef\xbc\x91\xe3\x80\x80\xef\xbc\x98\xef\xbc\x9a\xef\xbc\x93\xef\xbc\x90"};
    static const char *const THIRD_QUARTER[] = {
        "2020Q3",
        "2020\xe5\xb9\xb4\xe4\xb8\x89\xe5\xad\xa3\xe5\xba\xa6",
        "2020\xe5\xb9\xb4" "3\xe5\xad\xa3\xe5\xba\xa6",
        "\xef\xbc\x92\xef\xbc\x90\xef\xbc\x92\xef\xbc\x90\xe5\xb9\xb4\xe7\xac\xac\xe4\xb8\x89\xe5\xad\xa3\xe5\xba\xa6"};
    static const char *const NEITHER[] = {"9/1/2020 8:30", "2020-09-01", "2020-13-01 8:30", "2020-9-1 25:00"};
    int64_t moment = GD_NO_MOMENT;
    size_t i;
    for (i = 0; i < sizeof HALF_PAST_EIGHT / sizeof *HALF_PAST_EIGHT; i++) {
        OK(gd_moment_read(HALF_PAST_EIGHT[i], &moment));
        CHECK(moment == at("2020-09-01 08:30"));
    }
    for (i = 0; i < sizeof NEITHER / sizeof *NEITHER; i++) {
        CHECK(gd_moment_read(NEITHER[i], &moment) == GD_E_INVALID_INPUT);
    }
    for (i = 0; i < sizeof THIRD_QUARTER / sizeof *THIRD_QUARTER; i++) {
        gd_filter filter = GD_FILTER_INIT;
        gd_tickets *list = NULL;
        filter.accepted = THIRD_QUARTER[i];
        OK(gd_hotline_find(hotline, &filter, &list));
        CHECK(gd_tickets_total(list) == 1);
        gd_tickets_free(list);
        filter.accepted = "2020-03";
        OK(gd_hotline_find(hotline, &filter, &list));
        CHECK(gd_tickets_total(list) == 0);
        gd_tickets_free(list);
    }
}

/* A moment years from all others is refused, unless it is said that it is meant. */
static void meant(gd_hotline *hotline)
{
    gd_stamp desk = centre("2062-09-01 09:00");
    gd_intake intake = GD_INTAKE_INIT;
    uint64_t before = 0, after = 0;
    intake.channel = CHANNEL;
    intake.matter = MATTER;
    OK(gd_hotline_head(hotline, &before, NULL));
    STATUS(gd_ticket_intake(hotline, &desk, &intake, NULL), GD_E_REFUSED);
    CHECK(gd_error_refusal_code() == GD_REFUSAL_TIME_LEAP);
    desk.meant = 7;
    INVALID(gd_ticket_intake(hotline, &desk, &intake, NULL), "meant");
    desk.meant = GD_NO;
    STATUS(gd_ticket_intake(hotline, &desk, &intake, NULL), GD_E_REFUSED);
    OK(gd_hotline_begin(hotline));
    desk.meant = GD_YES;
    OK(gd_ticket_intake(hotline, &desk, &intake, NULL));
    OK(gd_hotline_roll_back(hotline));
    OK(gd_hotline_head(hotline, &after, NULL));
    CHECK(after == before);
}

static void batches(gd_hotline *hotline)
{
    gd_entries *entries = NULL;
    gd_entry entry = GD_ENTRY_INIT;
    gd_ticket *ticket = NULL;
    gd_stamp desk = centre("2020-09-03 10:00");
    uint64_t before = 0, after = 0;
    char hash[65];
    int64_t id;
    OK(gd_hotline_head(hotline, &before, &hash));
    CHECK(strlen(hash) == 64);
    STATUS(gd_hotline_pending(hotline, &entries), GD_E_INVALID_INPUT);
    OK(gd_hotline_begin(hotline));
    INVALID(gd_hotline_begin(hotline), "batch");
    id = take_in(hotline, "2020-09-03 09:00");
    OK(gd_ticket_transfer(hotline, id, &desk, UNIT, NULL, 0, NULL, NULL));
    STATUS(gd_ticket_transfer(hotline, id, &desk, UNIT, NULL, 0, NULL, NULL),
           GD_E_REFUSED);
    OK(gd_hotline_pending(hotline, &entries));
    CHECK(gd_entries_count(entries) == 2);
    OK(gd_entries_at(entries, 1, &entry));
    SAME(entry.event, "transferred");
    CHECK(entry.seq == before + 2);
    gd_entries_free(entries);
    OK(gd_ticket_get(hotline, id, &ticket));
    gd_ticket_free(ticket);
    OK(gd_hotline_roll_back(hotline));
    STATUS(gd_ticket_get(hotline, id, &ticket), GD_E_NOT_FOUND);
    OK(gd_hotline_head(hotline, &after, NULL));
    CHECK(after == before);
    INVALID(gd_hotline_begin_row(hotline), "batch");
    OK(gd_hotline_begin(hotline));
    INVALID(gd_hotline_keep_row(hotline), "batch");
    INVALID(gd_hotline_take_row_back(hotline), "batch");
    OK(gd_hotline_begin_row(hotline));
    INVALID(gd_hotline_begin_row(hotline), "batch");
    INVALID(gd_hotline_commit(hotline), "batch");
    take_in(hotline, "2020-09-03 09:00");
    OK(gd_hotline_keep_row(hotline));
    OK(gd_hotline_begin_row(hotline));
    id = take_in(hotline, "2020-09-03 09:02");
    STATUS(gd_ticket_sign_off(hotline, id, &desk, NULL), GD_E_REFUSED);
    OK(gd_hotline_take_row_back(hotline));
    STATUS(gd_ticket_get(hotline, id, &ticket), GD_E_NOT_FOUND);
    take_in(hotline, "2020-09-03 09:05");
    OK(gd_hotline_commit(hotline));
    INVALID(gd_hotline_commit(hotline), "batch");
    OK(gd_hotline_roll_back(hotline));
    OK(gd_hotline_head(hotline, &after, NULL));
    CHECK(after == before + 2);
}

static void requests(gd_hotline *hotline)
{
    gd_ticket *ticket = NULL;
    gd_intake intake = GD_INTAKE_INIT;
    gd_stamp desk = centre("2020-09-03 11:00");
    uint64_t before = 0, after = 0;
    intake.channel = CHANNEL;
    intake.matter = MATTER;
    desk.request = "counter-3/0001";
    OK(gd_ticket_intake(hotline, &desk, &intake, NULL));
    OK(gd_hotline_head(hotline, &before, NULL));
    OK(gd_ticket_intake(hotline, &desk, &intake, &ticket));
    CHECK(gd_ticket_repeated(ticket) == 1);
    gd_ticket_free(ticket);
    OK(gd_hotline_head(hotline, &after, NULL));
    CHECK(after == before);
    intake.matter = "another";
    STATUS(gd_ticket_intake(hotline, &desk, &intake, NULL), GD_E_CONFLICT);
}

static void paging(gd_hotline *hotline)
{
    gd_filter filter = GD_FILTER_INIT;
    gd_stage stages[2] = {GD_STAGE_ACCEPTED, GD_STAGE_CLOSED};
    gd_tickets *list = NULL;
    filter.limit = 3;
    OK(gd_hotline_find(hotline, &filter, &list));
    CHECK(gd_tickets_count(list) == 3 && gd_tickets_total(list) == 4);
    SAME(gd_ticket_number(gd_tickets_at(list, 0)), "20200903-0003");
    CHECK(gd_tickets_at(list, 3) == NULL && gd_error_status() == GD_E_INVALID_INPUT);
    gd_tickets_free(list);
    filter.offset = 3;
    OK(gd_hotline_find(hotline, &filter, &list));
    CHECK(gd_tickets_count(list) == 1);
    SAME(gd_ticket_number(gd_tickets_at(list, 0)), "20200901-0001");
    gd_tickets_free(list);
    filter.offset = 0;
    filter.stage = stages;
    filter.stage_count = 2;
    filter.unit = UNIT_ALIAS;
    filter.accepted = "2020-09";
    filter.text = "\xe7\x81\xaf";
    OK(gd_hotline_find(hotline, &filter, &list));
    CHECK(gd_tickets_total(list) == 1);
    gd_tickets_free(list);
    filter.unit = "nobody";
    INVALID(gd_hotline_find(hotline, &filter, &list), "unit");
}

/* A code of a scheme names its entry wherever a name does. */
static void codes(gd_hotline *hotline)
{
    gd_stamp desk = centre("2020-09-03 12:00");
    gd_filter filter = GD_FILTER_INIT;
    gd_tickets *list = NULL;
    OK(gd_register_code(hotline, &desk, GD_SPECIES_CATEGORY, CATEGORY, "GB/T 39666", "010000", NULL));
    filter.category = "GB/T 39666:010000";
    OK(gd_hotline_find(hotline, &filter, &list));
    CHECK(gd_tickets_total(list) == 3);
    gd_tickets_free(list);
    INVALID(gd_register_code(hotline, &desk, GD_SPECIES_UNIT, UNIT, NULL, "1", NULL), "scheme");
    INVALID(gd_register_code(hotline, &desk, GD_SPECIES_CATEGORY, CATEGORY, "GB/T 39666", "!", NULL), "code");
    OK(gd_register_code(hotline, &desk, GD_SPECIES_CATEGORY, CATEGORY, "GB/T 39666", NULL, NULL));
    INVALID(gd_hotline_find(hotline, &filter, &list), "category");
}

static void query(gd_hotline *hotline)
{
    gd_rows *rows = NULL;
    gd_datum value = {GD_DATUM_TEXT, 0, 0, 0.0, "20200901-0001"};
    OK(gd_hotline_query(hotline, "select number, 1.5 as half, null, 7 from v1_tickets where number = ?",
                        &value, 1, 0, &rows));
    CHECK(gd_rows_count(rows) == 1 && gd_rows_columns(rows) == 4);
    SAME(gd_rows_column(rows, 0), "number");
    SAME(gd_rows_text(rows, 0, 0), "20200901-0001");
    CHECK(gd_rows_sort(rows, 0, 1) == GD_DATUM_REAL && gd_rows_real(rows, 0, 1) == 1.5);
    CHECK(gd_rows_sort(rows, 0, 2) == GD_DATUM_NULL && gd_rows_text(rows, 0, 2) == NULL);
    CHECK(gd_rows_integer(rows, 0, 3) == 7);
    gd_rows_free(rows);
    STATUS(gd_hotline_query(hotline, "delete from event", NULL, 0, 0, &rows), GD_E_INVALID_INPUT);
    CHECK(rows == NULL);
    STATUS(gd_hotline_query(hotline,
                            "with recursive n(i) as (select 1 union all select i + 1 from n) "
                            "select count(*) from n", NULL, 0, 100000, &rows),
           GD_E_INVALID_INPUT);
}

/* Two handles on one file: what one did, the other sees, and nobody overwrites the other. */
static void two_handles(gd_hotline *one, const char *path, int64_t id)
{
    gd_hotline *other = NULL, *reader = NULL;
    gd_stamp desk = centre("2020-09-04 10:00");
    gd_ticket *ticket = NULL;
    OK(gd_hotline_open_patient(path, GD_OPEN_READ_WRITE, 50, &other));
    OK(gd_ticket_get(other, id, &ticket));
    desk.version = gd_ticket_version(ticket);
    gd_ticket_free(ticket);
    OK(gd_ticket_note(one, id, &desk, "one", NULL));
    STATUS(gd_ticket_note(other, id, &desk, "other", NULL), GD_E_CONFLICT);
    desk.version = GD_ANY_VERSION;
    OK(gd_hotline_begin(one));
    STATUS(gd_ticket_note(other, id, &desk, "other", NULL), GD_E_BUSY);
    OK(gd_hotline_roll_back(one));
    OK(gd_ticket_note(other, id, &desk, "other", NULL));
    OK(gd_hotline_open(path, GD_OPEN_READ_ONLY, &reader));
    STATUS(gd_ticket_note(reader, id, &desk, "no", NULL), GD_E_READ_ONLY);
    gd_hotline_close(reader);
    gd_hotline_close(other);
}

static void sound(gd_hotline *hotline, const char *folder)
{
    gd_verified *verified = NULL;
    gd_checked checked = GD_CHECKED_INIT;
    gd_finding finding = GD_FINDING_INIT;
    const char *copy = in_folder(folder, "copy.db");
    gd_hotline *backup = NULL;
    char one[65], other[65];
    OK(gd_hotline_verify(hotline, NULL, NULL, &verified));
    OK(gd_verified_checked(verified, &checked));
    CHECK(checked.sound == 1 && checked.tickets == 4 && gd_verified_count(verified) == 0);
    INVALID(gd_verified_at(verified, 0, &finding), "index");
    OK(gd_hotline_head(hotline, NULL, &one));
    SAME(checked.head, one);
    gd_verified_free(verified);
    OK(gd_hotline_backup(hotline, copy));
    STATUS(gd_hotline_backup(hotline, copy), GD_E_EXISTS);
    OK(gd_hotline_open(copy, GD_OPEN_READ_ONLY, &backup));
    OK(gd_hotline_head(backup, NULL, &other));
    SAME(one, other);
    gd_hotline_close(backup);
}

int main(int count, char **given)
{
    const char *folder = count > 1 ? given[1] : ".";
    const char *path = in_folder(folder, "life.db");
    gd_hotline *hotline = county(path);
    int64_t id = life(hotline);
    attached(hotline, id);
    as_written(hotline);
    meant(hotline);
    batches(hotline);
    requests(hotline);
    paging(hotline);
    codes(hotline);
    query(hotline);
    two_handles(hotline, path, id);
    sound(hotline, folder);
    gd_hotline_close(hotline);
    return done("life");
}
