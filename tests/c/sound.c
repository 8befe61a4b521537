/* How a file stands: anchors, verified backups, health, salvage; what became of a failed call; and
 * the small questions about the journal. */
#ifndef _WIN32
#include <signal.h>
#include <sys/resource.h>
#endif

#include "county.h"

static void journal(gd_hotline *hotline)
{
    char last[65], hash[65] = "untouched";
    uint64_t events = 0;
    gd_rows *rows = NULL;
    OK(gd_hotline_head(hotline, &events, &last));
    OK(gd_hotline_hash_at(hotline, events, &hash));
    SAME(hash, last);
    OK(gd_hotline_hash_at(hotline, 1, &hash));
    CHECK(strlen(hash) == 64 && strcmp(hash, last) != 0);
    STATUS(gd_hotline_hash_at(hotline, events + 1, NULL), GD_E_NOT_FOUND);
    OK(gd_hotline_founder(hotline, &rows));
    CHECK(gd_rows_count(rows) == 1 && gd_rows_columns(rows) == 1);
    SAME(gd_rows_text(rows, 0, 0), DESK);
    gd_rows_free(rows);
}

static void between(gd_hotline *hotline, int64_t open)
{
    gd_question question = GD_QUESTION_INIT;
    gd_refs *refs = NULL;
    question.period = "2020-09";
    question.as_of = at("2020-09-30 23:59");
    OK(gd_hotline_between(hotline, &question, GD_COUNT_ACCEPTED, GD_COUNT_CLOSED, &refs));
    CHECK(gd_refs_count(refs) == 1 && gd_refs_id(refs, 0) == open);
    gd_refs_free(refs);
    INVALID(gd_hotline_between(hotline, &question, 0, GD_COUNT_CLOSED, &refs), "counted");
    INVALID(gd_hotline_between(hotline, &question, GD_COUNT_ACCEPTED, 999, &refs), "not_counted");
    INVALID(gd_hotline_between(hotline, NULL, GD_COUNT_ACCEPTED, GD_COUNT_CLOSED, &refs), "question");
    CHECK(refs == NULL);
}

static void anchors(gd_hotline *hotline)
{
    gd_anchor given[2];
    gd_verified *verified = NULL;
    gd_checked checked = GD_CHECKED_INIT;
    gd_finding finding = GD_FINDING_INIT;
    char last[65];
    uint64_t events = 0;
    OK(gd_hotline_verify(hotline, NULL, NULL, &verified));
    OK(gd_verified_checked(verified, &checked));
    CHECK(checked.sound == 1 && checked.anchors == 0 && checked.not_checked == 1);
    CHECK(strstr(gd_verified_not_checked(verified, 0), "rewritten") != NULL);
    CHECK(gd_verified_not_checked(verified, 1) == NULL && gd_error_status() == GD_E_INVALID_INPUT);
    gd_verified_free(verified);
    OK(gd_hotline_head(hotline, &events, &last));
    given[0].seq = given[1].seq = events;
    given[0].hash = last;
    given[1].hash = "0000000000000000";
    OK(gd_hotline_verify_against(hotline, given, 1, NULL, NULL, &verified));
    OK(gd_verified_checked(verified, &checked));
    CHECK(checked.sound == 1 && checked.anchors == 1 && checked.not_checked == 0);
    gd_verified_free(verified);
    OK(gd_hotline_verify_against(hotline, given, 2, NULL, NULL, &verified));
    CHECK(gd_verified_count(verified) == 1);
    OK(gd_verified_at(verified, 0, &finding));
    SAME(finding.kind, "anchor");
    CHECK(finding.seq == events);
    gd_verified_free(verified);
    given[1].hash = "abc";
    INVALID(gd_hotline_verify_against(hotline, given, 2, NULL, NULL, &verified), "anchor");
    INVALID(gd_hotline_verify_against(hotline, NULL, 2, NULL, NULL, &verified), "anchors");
    CHECK(verified == NULL);
}

static void backup(gd_hotline *hotline, const char *copy)
{
    gd_verified *verified = NULL;
    gd_checked checked = GD_CHECKED_INIT;
    gd_health health = GD_HEALTH_INIT;
    char last[65];
    OK(gd_hotline_backup_verified(hotline, copy, &verified));
    OK(gd_verified_checked(verified, &checked));
    OK(gd_hotline_head(hotline, NULL, &last));
    SAME(checked.head, last);
    CHECK(checked.sound == 1);
    gd_verified_free(verified);
    STATUS(gd_hotline_backup_verified(hotline, copy, &verified), GD_E_EXISTS);
    CHECK(verified == NULL);
    OK(gd_hotline_health(hotline, &health));
    CHECK(health.size == sizeof health && health.schema == 1 && health.page_size == 2048);
    CHECK(health.pages > 10 && health.free_pages < health.pages);
    CHECK(health.log_bytes > 0 && health.log_is_stuck == 0 && health.another_sqlite == 0);
    INVALID(gd_hotline_health(hotline, NULL), "health");
}

/* Alters every matter in the copy, byte for byte; says how often. */
static int damage(const char *copy)
{
    static char bytes[8000000];
    size_t length, i, wanted = strlen(MATTER);
    int found = 0;
    FILE *file = fopen(copy, "rb+");
    CHECK(file != NULL);
    length = fread(bytes, 1, sizeof bytes, file);
    for (i = 0; i + wanted <= length; i++) {
        if (memcmp(bytes + i, MATTER, wanted) == 0) {
            bytes[i + wanted - 1]++;
            found++;
        }
    }
    CHECK(fseek(file, 0, SEEK_SET) == 0 && fwrite(bytes, 1, length, file) == length);
    CHECK(fclose(file) == 0);
    return found;
}

/* What agrees with itself in a damaged file lives on elsewhere. */
static void salvage(const char *copy, const char *saved)
{
    gd_salvaged kept = GD_SALVAGED_INIT;
    gd_hotline *hotline = NULL;
    uint64_t events = 0;
    CHECK(damage(copy) >= 2);
    OK(gd_salvage(copy, saved, &kept));
    CHECK(kept.size == sizeof kept && kept.tickets == 2 && kept.texts_lost == 2);
    CHECK(kept.has_events_before == 1 && kept.events == kept.events_before);
    OK(gd_hotline_open(saved, GD_OPEN_READ_ONLY, &hotline));
    OK(gd_hotline_head(hotline, &events, NULL));
    CHECK(events == kept.events);
    gd_hotline_close(hotline);
    STATUS(gd_salvage(copy, saved, NULL), GD_E_EXISTS);
    STATUS(gd_salvage("nowhere.db", "new.db", &kept), GD_E_NOT_FOUND);
    INVALID(gd_salvage(NULL, "new.db", &kept), "from");
    kept.size = 4;
    INVALID(gd_salvage(copy, "new.db", &kept), "size");
}

static void outcomes(gd_hotline *one, const char *path, int64_t id)
{
    gd_stamp desk = centre("2020-09-04 10:00");
    gd_hotline *other = NULL;
    CHECK(gd_error_outcome() == 0 && gd_error_retry() == 0);
    OK(gd_hotline_open_patient(path, GD_OPEN_READ_WRITE, 30, &other));
    OK(gd_hotline_begin(one));
    STATUS(gd_ticket_note(other, id, &desk, "x", NULL), GD_E_BUSY);
    CHECK(gd_error_outcome() == GD_OUTCOME_NOT_COMMITTED && gd_error_retry() == 1);
    OK(gd_hotline_roll_back(one));
    CHECK(gd_error_outcome() == 0 && gd_error_retry() == 0);
    STATUS(gd_ticket_sign_off(one, id, &desk, NULL), GD_E_REFUSED);
    CHECK(gd_error_outcome() == GD_OUTCOME_NOT_COMMITTED && gd_error_retry() == 0);
    gd_hotline_close(other);
    STATUS(gd_ticket_note(other, id, &desk, "x", NULL), GD_E_CLOSED);
    CHECK(gd_error_outcome() == GD_OUTCOME_NOT_COMMITTED && gd_error_retry() == 0);
}

#ifdef _WIN32
static void no_byte_more(const char *path)
{
    (void)path;
}
#else
/* No byte more can be written in the middle of a command, as on a full disk: what became of it is
 * not known, and the same request again has one effect. */
static void no_byte_more(const char *path)
{
    gd_hotline *hotline = NULL;
    gd_stamp desk = centre("2020-09-05 10:00");
    gd_intake intake = GD_INTAKE_INIT;
    gd_filter filter = GD_FILTER_INIT;
    gd_tickets *list = NULL;
    gd_ticket *ticket = NULL;
    struct rlimit before, none;
    uint64_t stood;
    intake.channel = CHANNEL;
    intake.matter = MATTER;
    desk.request = "counter-3/0009";
    OK(gd_hotline_open(path, GD_OPEN_READ_WRITE, &hotline));
    OK(gd_hotline_find(hotline, &filter, &list));
    stood = gd_tickets_total(list);
    gd_tickets_free(list);
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    none = before;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_FSIZE, &none);
    STATUS(gd_ticket_intake(hotline, &desk, &intake, NULL), GD_E_IO);
    CHECK(gd_error_outcome() == GD_OUTCOME_UNKNOWN && gd_error_retry() == 1);
    setrlimit(RLIMIT_FSIZE, &before);
    gd_hotline_close(hotline);
    OK(gd_hotline_open(path, GD_OPEN_READ_WRITE, &hotline));
    OK(gd_ticket_intake(hotline, &desk, &intake, NULL));
    OK(gd_ticket_intake(hotline, &desk, &intake, &ticket));
    CHECK(gd_ticket_repeated(ticket) == 1);
    gd_ticket_free(ticket);
    OK(gd_hotline_find(hotline, &filter, &list));
    CHECK(gd_tickets_total(list) == stood + 1);
    gd_tickets_free(list);
    gd_hotline_close(hotline);
}
#endif

/* Whether a file holds a text. */
static int in_file(const char *path, const char *text)
{
    static char held[65536];
    FILE *file = fopen(path, "rb");
    size_t length = file ? fread(held, 1, sizeof held - 1, file) : 0;
    if (file)
        fclose(file);
    held[length] = 0;
    return strstr(held, text) != NULL;
}

/* What a question answered leaves, under names or headings; to the small library it does not. */
static void leave_answers(gd_hotline *hotline, const char *folder)
{
    gd_question question = GD_QUESTION_INIT;
    gd_figures *figures = NULL;
    gd_refs *behind = NULL;
    gd_rows *rows = NULL;
    gd_grouping by[1] = {GD_GROUPING_CHANNEL};
    const char *path = in_folder(folder, "figures.csv");
    gd_status status;
    question.period = "2020-09";
    question.as_of = at("2020-10-01 00:00");
    question.by = by;
    question.by_count = 1;
    OK(gd_hotline_figures(hotline, &question, &figures));
    OK(gd_hotline_behind(hotline, figures, GD_TOTAL, GD_COUNT_ACCEPTED, &behind));
    OK(gd_hotline_query(hotline, "SELECT '=1+1' AS text, 7 AS number, 0.5 AS half, NULL AS blank", NULL, 0, 0, &rows));
    status = gd_figures_save(figures, GD_LABELS_HEADINGS, path);
    if (status != GD_OK) {
        SAME(gd_error_argument(), "path");
        INVALID(gd_refs_save(behind, GD_LABELS_NAMES, path), "path");
        INVALID(gd_rows_save(rows, path), "path");
    } else {
        CHECK(in_file(path, "\xe6\xb8\xa0\xe9\x81\x93") && in_file(path, "\xe5\x90\x88\xe8\xae\xa1,2,"));
        STATUS(gd_figures_save(figures, GD_LABELS_NAMES, path), GD_E_EXISTS);
        INVALID(gd_figures_save(figures, 7, in_folder(folder, "x.csv")), "labels");
        INVALID(gd_figures_save(figures, GD_LABELS_NAMES, in_folder(folder, "x.doc")), "path");
        OK(gd_figures_save(figures, GD_LABELS_NAMES, in_folder(folder, "figures.xlsx")));
        path = in_folder(folder, "behind.csv");
        OK(gd_refs_save(behind, GD_LABELS_NAMES, path));
        CHECK(in_file(path, "number,id\r\n") && in_file(path, "20200"));
        path = in_folder(folder, "rows.csv");
        OK(gd_rows_save(rows, path));
        CHECK(in_file(path, "text,number,half,blank\r\n'=1+1,7,0.5,\r\n"));
    }
    gd_figures_free(figures);
    gd_refs_free(behind);
    gd_rows_free(rows);
}

/* A list leaves, and the whole history leaves and comes back; the small library says that it does neither. */
static void leave(gd_hotline *hotline, const char *folder)
{
    gd_filter filter = GD_FILTER_INIT;
    const char *list = in_folder(folder, "left.csv"), *lines = in_folder(folder, "left.jsonl");
    const char *back = in_folder(folder, "back.db");
    const char *unknown[1] = {"nothing"};
    uint64_t rows = 0, events = 0, again = 0;
    gd_hotline *other = NULL;
    gd_document *report = NULL;
    gd_stamp desk = centre("2020-09-02 10:00");
    gd_status status = gd_hotline_save_table(hotline, "tickets", &filter, GD_LABELS_NAMES, NULL, 0, list, &rows);
    if (status != GD_OK) {
        SAME(gd_error_argument(), "path");
        INVALID(gd_hotline_journal(hotline, lines), "path");
        INVALID(gd_journal_read(lines, back), "lines");
        INVALID(gd_hotline_import(hotline, &desk, list, NULL, NULL, 0, NULL, &report), "sheet");
        return;
    }
    CHECK(rows == 2);
    STATUS(gd_hotline_save_table(hotline, "tickets", &filter, GD_LABELS_NAMES, NULL, 0, list, NULL), GD_E_EXISTS);
    INVALID(gd_hotline_save_table(hotline, "tickets", &filter, GD_LABELS_NAMES, unknown, 1, in_folder(folder, "x.csv"), NULL),
            "columns");
    INVALID(gd_hotline_save_table(hotline, "tickets", &filter, GD_LABELS_NAMES, NULL, 0, in_folder(folder, "x.doc"), NULL),
            "path");
    OK(gd_hotline_journal(hotline, lines));
    STATUS(gd_hotline_journal(hotline, lines), GD_E_EXISTS);
    OK(gd_journal_read(lines, back));
    STATUS(gd_journal_read(lines, back), GD_E_EXISTS);
    STATUS(gd_journal_read(list, in_folder(folder, "none.db")), GD_E_NOT_A_HOTLINE);
    STATUS(gd_journal_read("nowhere.jsonl", in_folder(folder, "none.db")), GD_E_NOT_FOUND);
    OK(gd_hotline_head(hotline, &events, NULL));
    OK(gd_hotline_open(back, GD_OPEN_READ_ONLY, &other));
    OK(gd_hotline_head(other, &again, NULL));
    CHECK(events == again);
    gd_hotline_close(other);
    INVALID(gd_hotline_import(hotline, &desk, list, NULL, NULL, 4, NULL, &report), "flags");
    STATUS(gd_hotline_import(hotline, &desk, "nowhere.xlsx", NULL, NULL, 0, NULL, &report), GD_E_NOT_FOUND);
    CHECK(report == NULL);
}

int main(int count, char **given)
{
    const char *folder = count > 1 ? given[1] : ".";
    const char *path = in_folder(folder, "sound.db"), *copy = in_folder(folder, "copy.db");
    gd_hotline *hotline = county(path);
    gd_stamp desk = centre("2020-09-02 10:00");
    int64_t id = take_in(hotline, "2020-09-01 09:12");
    OK(gd_ticket_resolve_online(hotline, take_in(hotline, "2020-09-02 09:12"), &desk,
                                NULL, NULL));
    journal(hotline);
    between(hotline, id);
    anchors(hotline);
    backup(hotline, copy);
    leave_answers(hotline, folder);
    leave(hotline, folder);
    salvage(copy, in_folder(folder, "saved.db"));
    outcomes(hotline, path, id);
    gd_hotline_close(hotline);
    no_byte_more(path);
    return done("sound");
}
