/* Personal data: masked, shown with an event, exported for one person, erased from every byte. */
#include "county.h"

#define OUYANG "\xe6\xac\xa7\xe9\x98\xb3"
#define NAME OUYANG "\xe8\x8b\xa5\xe5\x85\xb0"
#define MASKED OUYANG "\xe6\x9f\x90"
#define PHONE "13807340417"
#define ADDRESS "\xe6\xb4\xa3\xe6\xb0\xb4\xe9\x95\x87"
#define NUMBER "13712345678"
#define REASON "asked by the citizen"

static int64_t called(gd_hotline *hotline, const char *name, const char *phone, const char *when)
{
    gd_stamp stamp = centre(when);
    gd_intake intake = GD_INTAKE_INIT;
    intake.channel = CHANNEL;
    intake.matter = MATTER;
    intake.caller_name = name;
    intake.caller_phone = phone;
    intake.caller_address = ADDRESS;
    OK(gd_ticket_intake(hotline, &stamp, &intake, NULL));
    return gd_hotline_last_ticket(hotline);
}

/* How often a text stands in the file and its log. */
static int hits(const char *path, const char *text)
{
    static const char *const ENDINGS[] = {"", "-wal"};
    int found = 0, ending;
    for (ending = 0; ending < 2; ending++) {
        char name[1100];
        size_t length, i, wanted = strlen(text);
        static char bytes[8000000];
        FILE *file;
        sprintf(name, "%.1000s%s", path, ENDINGS[ending]);
        file = fopen(name, "rb");
        if (file == NULL) {
            continue;
        }
        length = fread(bytes, 1, sizeof bytes, file);
        CHECK(length < sizeof bytes);
        fclose(file);
        for (i = 0; i + wanted <= length; i++) {
            found += memcmp(bytes + i, text, wanted) == 0;
        }
    }
    return found;
}

static void masked(gd_hotline *hotline, int64_t id)
{
    gd_caller *caller = NULL;
    OK(gd_ticket_caller(hotline, id, &caller));
    SAME(gd_caller_name(caller), MASKED);
    CHECK(gd_caller_phone(caller) == NULL && gd_caller_address(caller) == NULL);
    CHECK(gd_caller_has_phone(caller) == 1 && gd_caller_has_address(caller) == 1);
    CHECK(gd_caller_erased(caller) == 0 && gd_error_status() == GD_OK);
    gd_caller_free(caller);
    STATUS(gd_ticket_caller(hotline, 7, &caller), GD_E_NOT_FOUND);
    CHECK(caller == NULL && gd_caller_name(NULL) == NULL && gd_caller_erased(NULL) == 0);
    gd_caller_free(NULL);
    CHECK(gd_error_status() == GD_OK);
}

static void revealed(gd_hotline *hotline, int64_t id)
{
    gd_stamp desk = centre("2020-09-04 09:00"), li = unit(UNIT, "2020-09-04 09:00");
    gd_caller *caller = NULL;
    gd_history *history = NULL;
    gd_history_entry entry = GD_HISTORY_ENTRY_INIT;
    gd_text text = GD_TEXT_INIT;
    uint64_t before = 0, after = 0;
    OK(gd_hotline_head(hotline, &before, NULL));
    STATUS(gd_ticket_reveal(hotline, id, &desk, " ", &caller), GD_E_REFUSED);
    STATUS(gd_ticket_reveal(hotline, id, &li, REASON, &caller), GD_E_NOT_FOUND);
    INVALID(gd_ticket_reveal(hotline, id, &desk, NULL, &caller), "reason");
    INVALID(gd_ticket_reveal(hotline, id, NULL, REASON, &caller), "stamp");
    INVALID(gd_ticket_reveal(hotline, id, &desk, REASON, NULL), "out");
    OK(gd_hotline_begin(hotline));
    INVALID(gd_ticket_reveal(hotline, id, &desk, REASON, &caller), "batch");
    OK(gd_hotline_roll_back(hotline));
    OK(gd_hotline_head(hotline, &after, NULL));
    CHECK(caller == NULL && after == before);
    OK(gd_ticket_reveal(hotline, id, &desk, REASON, &caller));
    SAME(gd_caller_name(caller), NAME);
    SAME(gd_caller_phone(caller), PHONE);
    SAME(gd_caller_address(caller), ADDRESS);
    gd_caller_free(caller);
    OK(gd_ticket_history(hotline, id, &history));
    OK(gd_history_at(history, gd_history_count(history) - 1, &entry));
    SAME(entry.event, "revealed");
    SAME(entry.by, DESK);
    OK(gd_history_text(history, gd_history_count(history) - 1, 0, &text));
    SAME(text.content, REASON);
    gd_history_free(history);
}

static int64_t taken_in(gd_hotline *hotline, const char *matter, const char *when)
{
    gd_stamp stamp = centre(when);
    gd_intake intake = GD_INTAKE_INIT;
    intake.channel = CHANNEL;
    intake.matter = matter;
    OK(gd_ticket_intake(hotline, &stamp, &intake, NULL));
    return gd_hotline_last_ticket(hotline);
}

static void as_typed(gd_hotline *hotline)
{
    gd_stamp desk = centre("2020-09-04 10:00");
    gd_ticket *ticket = NULL;
    gd_history *history = NULL;
    gd_text text = GD_TEXT_INIT;
    int64_t id = taken_in(hotline, NUMBER, "2020-09-04 10:00");
    OK(gd_ticket_get(hotline, id, &ticket));
    SAME(gd_ticket_matter(ticket), "***********");
    gd_ticket_free(ticket);
    OK(gd_ticket_history(hotline, id, &history));
    OK(gd_history_text(history, 0, 0, &text));
    SAME(text.content, "***********");
    gd_history_free(history);
    STATUS(gd_ticket_reveal_history(hotline, id, &desk, " ", &history), GD_E_REFUSED);
    INVALID(gd_ticket_reveal_history(hotline, id, &desk, NULL, &history), "reason");
    CHECK(history == NULL);
    OK(gd_ticket_reveal_history(hotline, id, &desk, REASON, &history));
    OK(gd_history_text(history, 0, 0, &text));
    SAME(text.content, NUMBER);
    gd_history_free(history);
}

static void kept_long_enough(gd_hotline *hotline)
{
    gd_stamp desk = centre("2020-09-05 10:00");
    gd_rows *rows = NULL;
    int64_t id = taken_in(hotline, "no matter", "2020-09-04 11:00");
    OK(gd_ticket_reject(hotline, id, &desk, REASON, NULL));
    OK(gd_hotline_retention(hotline, at("2023-09-04 23:59"), 36, &rows));
    CHECK(gd_rows_count(rows) == 0);
    gd_rows_free(rows);
    OK(gd_hotline_retention(hotline, at("2023-09-05 00:00"), 36, &rows));
    CHECK(gd_rows_count(rows) == 1 && gd_rows_columns(rows) == 4);
    CHECK(gd_rows_integer(rows, 0, 0) == id);
    CHECK(gd_rows_integer(rows, 0, 2) == at("2020-09-05 10:00"));
    SAME(gd_rows_text(rows, 0, 3), "2023-09-05");
    gd_rows_free(rows);
    INVALID(gd_hotline_retention(hotline, at("2023-09-05 00:00"), 0, &rows), "months");
    CHECK(rows == NULL);
}

static void opened_with(const char *path)
{
    gd_open_options options = GD_OPEN_OPTIONS_INIT;
    gd_hotline *hotline = NULL;
    OK(gd_hotline_open_with(path, NULL, &hotline));
    gd_hotline_close(hotline);
    options.flags = GD_OPEN_READ_ONLY;
    options.patience_ms = 50;
    options.reading_ms = 60000;
    OK(gd_hotline_open_with(path, &options, &hotline));
    STATUS(gd_hotline_begin(hotline), GD_E_READ_ONLY);
    gd_hotline_close(hotline);
    options.flags = 128;
    INVALID(gd_hotline_open_with(path, &options, &hotline), "flags");
    options.size = 3;
    INVALID(gd_hotline_open_with(path, &options, &hotline), "size");
    CHECK(hotline == NULL);
}

static void exported(gd_hotline *hotline)
{
    gd_stamp desk = centre("2020-09-05 09:00");
    gd_document *records = NULL;
    const char *json, *second;
    OK(gd_hotline_subject_export(hotline, &desk, "+86 138-0734-0417", REASON, &records));
    json = gd_document_bytes(records);
    CHECK(gd_document_length(records) == strlen(json) && json[0] == '[');
    CHECK(strstr(json, "\"phone\":\"" PHONE "\"") != NULL && strstr(json, "20200901-0001") != NULL);
    second = strstr(json, "20200902-0001");
    CHECK(second != NULL && strstr(json, "\"event\":\"") != NULL);
    CHECK(strstr(json, "20200901-0002") == NULL && strstr(json, "13900000001") == NULL);
    gd_document_free(records);
    OK(gd_hotline_subject_export(hotline, &desk, "13700000000", REASON, &records));
    SAME(gd_document_bytes(records), "[]");
    gd_document_free(records);
    INVALID(gd_hotline_subject_export(hotline, &desk, NULL, REASON, &records), "phone");
    INVALID(gd_hotline_subject_export(hotline, &desk, PHONE, " ", &records), "reason");
    CHECK(records == NULL);
}

static void looked_at(gd_hotline *hotline, int64_t first)
{
    gd_rows *rows = NULL;
    uint64_t all;
    OK(gd_hotline_reveals(hotline, NULL, "2020-09", &rows));
    all = gd_rows_count(rows);
    CHECK(all >= 4 && gd_rows_columns(rows) == 7);
    CHECK(gd_rows_integer(rows, 0, 4) == first && gd_rows_integer(rows, 0, 3) == GD_ROLE_CENTRE);
    SAME(gd_rows_text(rows, 0, 2), DESK);
    SAME(gd_rows_text(rows, 0, 5), "20200901-0001");
    SAME(gd_rows_text(rows, all - 1, 6), REASON);
    CHECK(gd_rows_integer(rows, all - 1, 1) == at("2020-09-05 09:00"));
    gd_rows_free(rows);
    OK(gd_hotline_reveals(hotline, DESK, "2020", &rows));
    CHECK(gd_rows_count(rows) == all);
    gd_rows_free(rows);
    OK(gd_hotline_reveals(hotline, "nobody", "2020", &rows));
    CHECK(gd_rows_count(rows) == 0);
    gd_rows_free(rows);
    INVALID(gd_hotline_reveals(hotline, NULL, NULL, &rows), "period");
    CHECK(rows == NULL);
}

/* Contacts that are recorded twice under one request id count once. */
static void recorded_twice(gd_hotline *hotline)
{
    gd_stamp desk = centre("2020-09-05 11:00");
    gd_entries *once = NULL, *again = NULL;
    gd_entry first = GD_ENTRY_INIT, second = GD_ENTRY_INIT;
    desk.request = "contacts-1";
    OK(gd_hotline_record_contacts(hotline, &desk, CHANNEL, "2020-09-04", 40, &once));
    OK(gd_hotline_record_contacts(hotline, &desk, CHANNEL, "2020-09-04", 40, &again));
    OK(gd_entries_at(once, 0, &first));
    OK(gd_entries_at(again, 0, &second));
    CHECK(first.seq == second.seq && gd_entries_count(again) == 1);
    gd_entries_free(once);
    gd_entries_free(again);
    STATUS(gd_hotline_record_contacts(hotline, &desk, CHANNEL, "2020-09-04", 41, NULL), GD_E_CONFLICT);
}

static void erased(gd_hotline *hotline, const char *path, int64_t first, int64_t other)
{
    gd_stamp desk = centre("2020-10-10 09:00");
    gd_refs *refs = NULL;
    gd_caller *caller = NULL;
    gd_ticket *ticket = NULL;
    gd_verified *verified = NULL;
    gd_checked checked = GD_CHECKED_INIT;
    uint64_t texts = 0;
    int32_t emptied = 0;
    CHECK(hits(path, NAME) > 0 && hits(path, PHONE) > 0);
    INVALID(gd_hotline_subject_erase(hotline, &desk, PHONE, NULL, &texts, &emptied, &refs), "reason");
    OK(gd_hotline_subject_erase(hotline, &desk, PHONE, REASON, &texts, &emptied, &refs));
    CHECK(gd_refs_count(refs) == 2 && gd_refs_id(refs, 0) == first && emptied == 1 && texts >= 8);
    SAME(gd_refs_number(refs, 1), "20200902-0001");
    gd_refs_free(refs);
    CHECK(hits(path, NAME) == 0 && hits(path, PHONE) == 0);
    STATUS(gd_hotline_subject_erase(hotline, &desk, PHONE, REASON, NULL, NULL, &refs), GD_E_NOT_FOUND);
    CHECK(refs == NULL);
    OK(gd_ticket_caller(hotline, first, &caller));
    CHECK(gd_caller_name(caller) == NULL && gd_caller_has_phone(caller) == 0);
    CHECK(gd_caller_erased(caller) == 1);
    gd_caller_free(caller);
    OK(gd_ticket_erase(hotline, other, &desk, NULL, 0, REASON, &ticket));
    CHECK(gd_ticket_matter(ticket) == NULL && gd_error_status() == GD_OK);
    gd_ticket_free(ticket);
    emptied = 0;
    OK(gd_hotline_empty_log(hotline, &emptied));
    CHECK(emptied == 1 && hits(path, "13900000001") == 0);
    OK(gd_hotline_verify(hotline, NULL, NULL, &verified));
    OK(gd_verified_checked(verified, &checked));
    CHECK(checked.sound == 1 && checked.erased > texts);
    gd_verified_free(verified);
}

int main(int count, char **given)
{
    const char *path = in_folder(count > 1 ? given[1] : ".", "caller.db");
    gd_hotline *hotline = county(path);
    int64_t first = called(hotline, NAME, PHONE, "2020-09-01 09:00");
    int64_t other = called(hotline, "\xe5\xbc\xa0\xe4\xb8\x89", "13900000001", "2020-09-01 10:00");
    called(hotline, NAME, PHONE, "2020-09-02 09:00");
    masked(hotline, first);
    revealed(hotline, first);
    as_typed(hotline);
    kept_long_enough(hotline);
    opened_with(path);
    exported(hotline);
    looked_at(hotline, first);
    recorded_twice(hotline);
    erased(hotline, path, first, other);
    gd_hotline_close(hotline);
    return done("caller");
}
