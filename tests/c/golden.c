/* The golden month through the C interface: its figures are those of the printed bulletin. */
#include "county.h"
#include "gongdan-arrow.h"

static int64_t total(const gd_figures *figures, gd_count count)
{
    int64_t value = -1;
    OK(gd_figures_value(figures, GD_TOTAL, count, &value));
    return value;
}

static void rate_is(const gd_figures *figures, const char *measure, int64_t part, int64_t whole,
                    const char *printed)
{
    gd_rate rate = GD_RATE_INIT;
    OK(gd_figures_rate(figures, GD_TOTAL, measure, &rate));
    CHECK(rate.numerator == part && rate.denominator == whole);
    SAME(rate.printed, printed);
}

static gd_figures *ask(gd_hotline *hotline, const gd_grouping *by, uint32_t count)
{
    gd_question question = GD_QUESTION_INIT;
    gd_figures *figures = NULL;
    question.period = "2020-09";
    OK(gd_moment_read_as_of("2020-10-09", &question.as_of));
    question.by = by;
    question.by_count = count;
    OK(gd_hotline_figures(hotline, &question, &figures));
    return figures;
}

static void month(gd_hotline *hotline)
{
    gd_figures *figures = ask(hotline, NULL, 0);
    gd_refs *refs = NULL;
    gd_rate rate = GD_RATE_INIT;
    int64_t value = 0;
    CHECK(total(figures, GD_COUNT_ACCEPTED) == 3338);
    CHECK(total(figures, GD_COUNT_RESOLVED_ONLINE) == 2882);
    CHECK(total(figures, GD_COUNT_TRANSFERRED) == 456);
    CHECK(total(figures, GD_COUNT_HANDLED) == 410);
    CHECK(total(figures, GD_COUNT_CLOSED) == 3285);
    rate_is(figures, "closure_rate", 3285, 3338, "98.41%");
    rate_is(figures, "satisfaction_rate", 401, 410, "97.80%");
    INVALID(gd_figures_rate(figures, GD_TOTAL, "happiness_rate", &rate), "measure");
    INVALID(gd_figures_value(figures, 1, GD_COUNT_CLOSED, &value), "index");
    INVALID(gd_figures_value(figures, GD_TOTAL, 9999, &value), "count");
    OK(gd_hotline_behind(hotline, figures, GD_TOTAL, GD_COUNT_OPEN, &refs));
    CHECK(gd_refs_count(refs) == 53 && gd_refs_id(refs, 52) > 0 && gd_refs_number(refs, 0) != NULL);
    CHECK(gd_refs_id(refs, 53) == 0 && gd_error_status() == GD_E_INVALID_INPUT);
    gd_refs_free(refs);
    gd_figures_free(figures);
}

/* Every cell has exactly the tickets behind it that it counts, and the rows add up to the total. */
static void drill(gd_hotline *hotline, gd_grouping by)
{
    static const gd_count COUNTS[] = {GD_COUNT_ACCEPTED, GD_COUNT_HANDLED, GD_COUNT_PENDING};
    gd_figures *figures = ask(hotline, &by, 1);
    uint64_t row;
    size_t i;
    for (i = 0; i < 3; i++) {
        int64_t sum = 0, value = 0;
        for (row = 0; row < gd_figures_count(figures); row++) {
            gd_refs *refs = NULL;
            OK(gd_figures_value(figures, row, COUNTS[i], &value));
            OK(gd_hotline_behind(hotline, figures, row, COUNTS[i], &refs));
            CHECK((int64_t)gd_refs_count(refs) == value);
            CHECK(gd_figures_label(figures, row, 0) != NULL && gd_figures_key(figures, row, 0) != 0);
            gd_refs_free(refs);
            sum += value;
        }
        CHECK(sum == total(figures, COUNTS[i]));
    }
    CHECK(gd_figures_label(figures, 0, 1) == NULL && gd_error_status() == GD_E_INVALID_INPUT);
    gd_figures_free(figures);
}

static void printed(gd_hotline *hotline, const char *folder)
{
    gd_bulletin asked = GD_BULLETIN_INIT;
    gd_document *document = NULL;
    const char *path = in_folder(folder, "bulletin.md");
    char *read;
    FILE *file;
    size_t length;
    asked.period = "2020-09";
    asked.number = 9;
    OK(gd_moment_read_as_of("2020-10-09", &asked.as_of));
    OK(gd_hotline_bulletin(hotline, &asked, &document));
    CHECK(strstr(gd_document_bytes(document), "98.41%") != NULL);
    CHECK(strlen(gd_document_bytes(document)) == gd_document_length(document));
    OK(gd_document_save(document, path));
    STATUS(gd_document_save(document, path), GD_E_EXISTS);
    STATUS(gd_document_save(document, in_folder(folder, "nowhere/b.md")), GD_E_IO);
    length = (size_t)gd_document_length(document);
    read = calloc(length + 1, 1);
    file = fopen(path, "rb");
    CHECK(fread(read, 1, length + 1, file) == length);
    CHECK(memcmp(read, gd_document_bytes(document), length) == 0);
    fclose(file);
    free(read);
    gd_document_free(document);
    asked.form = GD_FORM_JSON;
    OK(gd_hotline_bulletin(hotline, &asked, &document));
    CHECK(gd_document_bytes(document)[0] == '{');
    gd_document_free(document);
    asked.form = 9;
    INVALID(gd_hotline_bulletin(hotline, &asked, &document), "form");
}

/* Every figure of the printed bulletin, as the files that an office sends. */
static void saved(gd_hotline *hotline, const char *folder)
{
    static const char *const FILES[][2] = {
        {"b.docx", "PK"}, {"b.html", "<!"}, {"b.MD", "# "}, {"b.json", "{"}};
    gd_bulletin asked = GD_BULLETIN_INIT;
    char read[2];
    FILE *file;
    size_t i;
    asked.period = "2020-09";
    asked.number = 9;
    OK(gd_moment_read_as_of("2020-10-09", &asked.as_of));
    for (i = 0; i < sizeof FILES / sizeof FILES[0]; i++) {
        const char *path = in_folder(folder, FILES[i][0]);
        OK(gd_bulletin_save(hotline, &asked, NULL, path));
        STATUS(gd_bulletin_save(hotline, &asked, NULL, path), GD_E_EXISTS);
        file = fopen(path, "rb");
        CHECK(fread(read, 1, 2, file) == 2);
        CHECK(memcmp(read, FILES[i][1], strlen(FILES[i][1])) == 0);
        fclose(file);
    }
    OK(gd_bulletin_save(hotline, &asked, "hengdong-2023", in_folder(folder, "laid-out.md")));
    INVALID(gd_bulletin_save(hotline, &asked, "no-such-format", in_folder(folder, "x.md")), "format");
    INVALID(gd_bulletin_save(hotline, &asked, NULL, in_folder(folder, "b.pdf")), "path");
#ifndef OFFICE
    INVALID(gd_bulletin_save(hotline, &asked, NULL, in_folder(folder, "b.xlsx")), "path");
    CHECK(strstr(gd_error_message(), "gongdan bulletin --xlsx --pdf") != NULL);
#endif
    STATUS(gd_bulletin_save(hotline, &asked, NULL, in_folder(folder, "nowhere/b.docx")), GD_E_IO);
}

static void published(gd_hotline *hotline)
{
    gd_new_issue issue = GD_NEW_ISSUE_INIT;
    gd_stamp stamp = centre("2020-10-09 17:00");
    gd_rows *rows = NULL;
    uint64_t seq = 0;
    int32_t intact = 0;
    int64_t truly = 0;
    stamp.at = gd_now();
    issue.year = 2020;
    issue.number = 9;
    issue.period = "2020-09";
    OK(gd_moment_read_as_of("2020-10-09", &issue.as_of));
    OK(gd_hotline_publish(hotline, &stamp, &issue, &seq));
    CHECK(seq > 0);
    STATUS(gd_hotline_publish(hotline, &stamp, &issue, NULL), GD_E_EXISTS);
    OK(gd_hotline_issues(hotline, &rows));
    CHECK(gd_rows_count(rows) == 1 && gd_rows_integer(rows, 0, 1) == 9);
    gd_rows_free(rows);
    OK(gd_hotline_compare(hotline, 2020, 9, &intact, &rows));
    CHECK(intact == 1 && gd_rows_count(rows) == 0);
    gd_rows_free(rows);
    OK(gd_hotline_corrected(hotline, 2020, 9, &rows));
    CHECK(gd_rows_count(rows) == 0);
    gd_rows_free(rows);
    OK(gd_moment_read("2020-08-31 23:00", &truly));
    OK(gd_ticket_correct(hotline, 430424000000002, &stamp, GD_FACT_INTAKE, 0, truly, "日期录错", NULL));
    OK(gd_hotline_corrected(hotline, 2020, 9, &rows));
    CHECK(gd_rows_count(rows) == 1 && gd_rows_integer(rows, 0, 3) == truly);
    SAME(gd_rows_text(rows, 0, 1), "intake");
    gd_rows_free(rows);
    OK(gd_hotline_compare(hotline, 2020, 9, &intact, &rows));
    CHECK(intact == 1 && gd_rows_count(rows) > 0);
    gd_rows_free(rows);
    OK(gd_moment_read("2020-09-01 00:59", &truly));
    OK(gd_ticket_correct(hotline, 430424000000002, &stamp, GD_FACT_INTAKE, 0, truly, "更正有误", NULL));
    OK(gd_hotline_withheld(hotline, 2020, 9, &rows));
    CHECK(gd_rows_count(rows) == 0);
    gd_rows_free(rows);
    STATUS(gd_hotline_compare(hotline, 2020, 10, &intact, &rows), GD_E_NOT_FOUND);
    STATUS(gd_issue_save(hotline, 2020, 8, NULL, "none.md"), GD_E_NOT_FOUND);
    INVALID(gd_issue_save(hotline, 2020, 9, NULL, "none.txt"), "path");
    INVALID(gd_issue_save(hotline, 2020, 9, "plain", "none.md"), "format");
}

static void asked_of_the_office(gd_hotline *hotline)
{
    gd_rows *rows = NULL;
    gd_figures *now = NULL, *then = NULL;
    int32_t year = 7;
    uint32_t number = 7;
    gd_question question = GD_QUESTION_INIT;
    gd_stamp stamp = centre("2020-10-09 17:00");
    gd_tickets *list = NULL;
    uint64_t i, parts[2] = {0, 0};
    int64_t contacts = 0, moment = 0;
    OK(gd_moment_read_as_of("2020-10-09", &question.as_of));
    OK(gd_hotline_contacts(hotline, "2020-09", question.as_of, 0, &rows));
    for (i = 0; i < gd_rows_count(rows); i++) {
        contacts += gd_rows_integer(rows, i, 2);
    }
    CHECK(contacts >= 4630);
    gd_rows_free(rows);
    OK(gd_hotline_account(hotline, "2020-09", question.as_of, &rows));
    for (i = 0; i < gd_rows_count(rows); i++) {
        const char *part = gd_rows_text(rows, i, 0);
        parts[strcmp(part, "ended") == 0 || strcmp(part, "carried_out") == 0]++;
    }
    CHECK(parts[0] == 3339 && parts[0] == parts[1]);
    gd_rows_free(rows);
    OK(gd_hotline_seats(hotline, "2020-09", question.as_of, &rows));
    for (i = 0, parts[0] = 0; i < gd_rows_count(rows); i++) {
        CHECK(gd_rows_text(rows, i, 0) != NULL && gd_rows_integer(rows, i, 2) <= gd_rows_integer(rows, i, 1));
        parts[0] += (uint64_t)gd_rows_integer(rows, i, 1);
    }
    CHECK(parts[0] == 3338 && i > 1);
    gd_rows_free(rows);
    OK(gd_moment_read_as_of("2020-09-17", &moment));
    OK(gd_hotline_warnings(hotline, moment, &rows));
    for (i = 0; i < gd_rows_count(rows); i++) {
        int64_t share = gd_rows_integer(rows, i, 6);
        int64_t run = gd_rows_integer(rows, i, 7), whole = gd_rows_integer(rows, i, 8);
        CHECK((share == 50 || share == 75) && run * 100 >= whole * share && run <= whole);
        CHECK(gd_rows_integer(rows, i, 4) <= moment && moment <= gd_rows_integer(rows, i, 5));
    }
    CHECK(i == 12);
    gd_rows_free(rows);
    OK(gd_hotline_register(hotline, GD_SPECIES_UNIT, question.as_of, &rows));
    CHECK(gd_rows_count(rows) >= 49 && gd_rows_text(rows, 0, 1) != NULL);
    gd_rows_free(rows);
    question.period = "2020-09";
    OK(gd_hotline_since(hotline, &question, GD_AGAINST_BEFORE, &now, &then, &year, &number));
    CHECK(total(now, GD_COUNT_ACCEPTED) == 3338 && total(then, GD_COUNT_ACCEPTED) == 1 && year == 0);
    gd_figures_free(now);
    gd_figures_free(then);
    OK(gd_hotline_what_if(hotline, &question,
                          "[{\"setting\": \"handle_limit\", \"from\": 1577808000000,"
                          " \"value\": {\"limit\": {\"working_days\": 1}}}]", NULL, NULL, &now, &then));
    CHECK(total(now, GD_COUNT_HANDLED_LATE) < total(then, GD_COUNT_HANDLED_LATE));
    gd_figures_free(now);
    gd_figures_free(then);
    INVALID(gd_hotline_what_if(hotline, &question, "{", NULL, NULL, &now, &then), "provisions");
    INVALID(gd_hotline_what_if(hotline, &question, NULL, NULL, NULL, &now, NULL), "out");
    CHECK(now == NULL && then == NULL);
    INVALID(gd_hotline_office_json(hotline, &stamp, "{\"nonsense\": 1}", NULL), "command");
    OK(gd_hotline_typical_cases(hotline, "2020-09", question.as_of, 0, &list));
    CHECK(gd_tickets_count(list) > 0);
    gd_tickets_free(list);
    OK(gd_hotline_difficult_cases(hotline, "2020-09", question.as_of, 0, &list));
    gd_tickets_free(list);
}

/* The same questions of the past: a ticket before it was closed, two questions of one state. */
static void the_past(gd_hotline *hotline)
{
    gd_rows *rows = NULL;
    gd_ticket *now = NULL, *then = NULL;
    gd_history *history = NULL;
    gd_figures *both[2] = {NULL, NULL};
    gd_question first = GD_QUESTION_INIT, second = GD_QUESTION_INIT;
    const gd_question *asked[2];
    gd_refs *refs = NULL;
    gd_document *rules = NULL;
    gd_grouping by = GD_GROUPING_UNIT;
    int64_t id, end = 0, last = 0;
    uint64_t events;
    gd_rounding rounding = 0;
    OK(gd_ticket_get_by_number(hotline, "20200921-0001", &now));
    id = gd_ticket_id(now);
    OK(gd_ticket_get_as_of(hotline, id, gd_ticket_accepted_at(now), 0, &then));
    CHECK(gd_ticket_stage(now) == GD_STAGE_CLOSED && gd_ticket_version(then) < gd_ticket_version(now));
    OK(gd_ticket_history_as_of(hotline, id, gd_ticket_accepted_at(now), 0, &history));
    events = gd_history_count(history);
    gd_history_free(history);
    OK(gd_ticket_history(hotline, id, &history));
    CHECK(events > 0 && events < gd_history_count(history));
    STATUS(gd_ticket_get_as_of(hotline, id, 1, 0, &then), GD_E_NOT_FOUND);
    INVALID(gd_ticket_get_as_of(hotline, id, INT64_MAX, 0, &then), "as_of");
    OK(gd_hotline_references(hotline, &id, 1, &refs));
    SAME(gd_refs_number(refs, 0), "20200921-0001");
    first.period = second.period = "2020-09";
    OK(gd_moment_read_as_of("2020-10-09", &first.as_of));
    second.as_of = first.as_of;
    second.by = &by;
    second.by_count = 1;
    second.zeros = GD_YES;
    asked[0] = &first;
    asked[1] = &second;
    OK(gd_hotline_figures_of(hotline, asked, 2, both));
    CHECK(total(both[0], GD_COUNT_ACCEPTED) == 3338 && gd_figures_count(both[1]) >= 49);
    OK(gd_hotline_last_at(hotline, &last));
    OK(gd_hotline_rounding(hotline, last, &rounding));
    CHECK(last > first.as_of - 40 * 86400000LL && rounding == GD_ROUNDING_HALF_UP);
    OK(gd_moment_read("2020-09-24 16:50", &last));
    OK(gd_hotline_end_of(hotline, GD_LIMIT_WORKING_DAYS, 5, last, &end));
    CHECK(end > last + 5 * 86400000LL);
    INVALID(gd_hotline_end_of(hotline, 4, 5, last, &end), "limit_kind");
    OK(gd_hotline_rulebook(hotline, 0, &rules));
    CHECK(gd_document_length(rules) > 1000);
    OK(gd_hotline_issue(hotline, 2020, 9, &rows));
    CHECK(gd_rows_count(rows) == 1);
    gd_rows_free(rows);
    OK(gd_hotline_issue_before(hotline, 0, 0, &rows));
    CHECK(gd_rows_count(rows) == 1 && gd_rows_integer(rows, 0, 1) == 9);
    gd_rows_free(rows);
    gd_document_free(rules);
    gd_figures_free(both[0]);
    gd_figures_free(both[1]);
    gd_refs_free(refs);
    gd_history_free(history);
    gd_ticket_free(now);
}

static void ranked(gd_hotline *hotline)
{
    gd_ranking ranking = GD_RANKING_INIT;
    gd_rows *units = NULL;
    INVALID(gd_hotline_rank(hotline, &ranking, &units), "period");
    ranking.period = "2020-09";
    INVALID(gd_hotline_rank(hotline, &ranking, &units), "as_of");
    OK(gd_moment_read_as_of("2020-10-09", &ranking.as_of));
    ranking.formula = "{";
    INVALID(gd_hotline_rank(hotline, &ranking, &units), "formula");
    ranking.formula = "{\"name\": \"a\", \"from\": 1577808000000, \"base\": 60, \"terms\":"
                      " [{\"figure\": \"closure_rate\", \"points\": 40}]}";
    ranking.seen = UINT64_MAX;
    INVALID(gd_hotline_rank(hotline, &ranking, &units), "seen");
    ranking.seen = 0;
    OK(gd_hotline_rank(hotline, &ranking, &units));
    CHECK(gd_rows_count(units) >= 49 && gd_rows_columns(units) == 7 && gd_rows_integer(units, 0, 3) == 1);
    SAME(gd_rows_column(units, 6), "closure_rate");
    gd_rows_free(units);
}

/* Reads a stream to its end, and says how many rows and columns it had. */
static int64_t rows_of(struct ArrowArrayStream *stream, int64_t *columns)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    int64_t rows = 0;
    CHECK(stream->get_schema(stream, &schema) == 0);
    *columns = schema.n_children;
    SAME(schema.format, "+s");
    schema.release(&schema);
    for (;;) {
        CHECK(stream->get_next(stream, &array) == 0);
        if (array.release == NULL) {
            break;
        }
        rows += array.length;
        array.release(&array);
    }
    stream->release(stream);
    return rows;
}

static void columns(gd_hotline *hotline)
{
    gd_grouping by = GD_GROUPING_UNIT;
    gd_figures *figures = ask(hotline, &by, 1);
    gd_filter filter = GD_FILTER_INIT;
    const char *two[2] = {"number", "stage"};
    struct ArrowArrayStream stream;
    int64_t wide = 0;
    OK(gd_figures_arrow(figures, GD_LABELS_NAMES, &stream));
    CHECK(rows_of(&stream, &wide) == (int64_t)gd_figures_count(figures) && wide > 20);
    INVALID(gd_figures_arrow(figures, 5, &stream), "labels");
    INVALID(gd_figures_arrow(figures, GD_LABELS_HEADINGS, NULL), "stream");
    gd_figures_free(figures);
    OK(gd_hotline_arrow(hotline, "tickets", &filter, GD_LABELS_HEADINGS, NULL, 0, 0, &stream));
    CHECK(rows_of(&stream, &wide) == 3339 && wide > 10);
    OK(gd_hotline_arrow(hotline, "tickets", &filter, GD_LABELS_NAMES, two, 2, 100, &stream));
    CHECK(rows_of(&stream, &wide) == 3339 && wide == 2);
    two[1] = "nonsense";
    INVALID(gd_hotline_arrow(hotline, "tickets", &filter, GD_LABELS_NAMES, two, 2, 100, &stream), "columns");
    OK(gd_hotline_arrow(hotline, "events", &filter, GD_LABELS_NAMES, NULL, 0, 0, &stream));
    stream.release(&stream);
    INVALID(gd_hotline_arrow(hotline, "secrets", &filter, GD_LABELS_NAMES, NULL, 0, 0, &stream), "table");
}

static int told = 0;

/* Called back in the middle of a call: the same handle is busy, and says so. */
static void tell(void *context, uint64_t checked, uint64_t of)
{
    uint64_t events = 0;
    told++;
    if (told == 1) {
        STATUS(gd_hotline_head((gd_hotline *)context, &events, NULL), GD_E_BUSY);
    }
    CHECK(checked <= of);
}

static void verified(gd_hotline *hotline)
{
    gd_verified *verified = NULL;
    gd_checked checked = GD_CHECKED_INIT;
    OK(gd_hotline_verify(hotline, tell, hotline, &verified));
    OK(gd_verified_checked(verified, &checked));
    CHECK(told > 0 && checked.sound == 1 && checked.tickets == 3339);
    gd_verified_free(verified);
}

int main(int count, char **given)
{
    const char *folder = count > 1 ? given[1] : ".";
    gd_hotline *hotline = NULL;
    int quick = count > 3 && strcmp(given[3], "quick") == 0;
    if (count < 3) {
        printf("usage: golden FOLDER FILE [quick]\n");
        return 2;
    }
    OK(gd_hotline_open(given[2], GD_OPEN_NORMAL_DURABILITY, &hotline));
    month(hotline);
    if (!quick) {
        drill(hotline, GD_GROUPING_UNIT);
        drill(hotline, GD_GROUPING_CATEGORY);
        verified(hotline);
    }
    columns(hotline);
    printed(hotline, folder);
    saved(hotline, folder);
    asked_of_the_office(hotline);
    published(hotline);
    the_past(hotline);
    ranked(hotline);
    gd_hotline_close(hotline);
    return done("golden");
}
