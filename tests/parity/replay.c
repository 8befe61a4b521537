/* Repeats a script of commands through the C interface and writes down what the file answers.
 * Usage: replay STORY FOLDER TABLE... ; run.py makes the story of the script. Intakes and the verbs
 * that most commands are go through functions of their own, all others as JSON. */
#include "record.h"

static gd_hotline *hotline = NULL;

static gd_stamp stamp_of(const struct record *r)
{
    gd_stamp stamp = GD_STAMP_INIT;
    stamp.by = get(r, "by");
    stamp.at = strtoll(get(r, "at"), NULL, 10);
    stamp.role = code(GD_LIST_ROLE, get(r, "role"));
    stamp.unit = get(r, "unit");
    return stamp;
}

static gd_status take_in(const struct record *r, const gd_stamp *stamp)
{
    gd_intake intake = GD_INTAKE_INIT;
    intake.channel = get(r, "channel");
    intake.matter = get(r, "matter");
    intake.appeal = get(r, "appeal");
    intake.category = get(r, "category");
    intake.area = get(r, "area");
    intake.external = get(r, "external");
    intake.caller_name = get(r, "caller_name");
    intake.caller_phone = get(r, "caller_phone");
    intake.kind = code(GD_LIST_KIND, get(r, "kind"));
    intake.urgency = code(GD_LIST_URGENCY, get(r, "urgency"));
    intake.confidential = get(r, "confidential") != NULL;
    return gd_ticket_intake(hotline, stamp, &intake, NULL);
}

static gd_status transfer(const struct record *r, int64_t id, const gd_stamp *stamp)
{
    const char *assisting[MOST];
    uint32_t count = 0;
    int i;
    for (i = 0; i < r->count; i++) {
        if (strcmp(r->key[i], "arg.assisting") == 0) {
            assisting[count++] = r->value[i];
        }
    }
    return gd_ticket_transfer(hotline, id, stamp, get(r, "arg.lead"), assisting, count,
                              get(r, "arg.remark"), NULL);
}

static gd_status call_back(const struct record *r, int64_t id, const gd_stamp *stamp)
{
    gd_callback callback = GD_CALLBACK_INIT;
    const char *solved = get(r, "arg.solved");
    callback.outcome = code(GD_LIST_CALLBACK_OUTCOME, get(r, "arg.outcome"));
    callback.satisfaction = code(GD_LIST_SATISFACTION, get(r, "arg.satisfaction"));
    callback.attitude = code(GD_LIST_SATISFACTION, get(r, "arg.attitude"));
    callback.solved = solved == NULL ? 0 : strcmp(solved, "true") == 0 ? GD_YES : GD_NO;
    return gd_ticket_callback(hotline, id, stamp, &callback, NULL);
}

static gd_status perform(const struct record *r, const gd_stamp *s)
{
    const char *reason = get(r, "arg.reason");
    int64_t id = strtoll(get(r, "ticket"), NULL, 10);
    switch (code(GD_LIST_VERB, get(r, "verb"))) {
    case GD_VERB_TRANSFER: return transfer(r, id, s);
    case GD_VERB_CALLBACK: return call_back(r, id, s);
    case GD_VERB_SIGN_OFF: return gd_ticket_sign_off(hotline, id, s, NULL);
    case GD_VERB_HANDLE: return gd_ticket_handle(hotline, id, s, get(r, "arg.result"), NULL);
    case GD_VERB_NOTE: return gd_ticket_note(hotline, id, s, get(r, "arg.text"), NULL);
    case GD_VERB_REWORK: return gd_ticket_rework(hotline, id, s, reason, NULL);
    case GD_VERB_SUSPEND: return gd_ticket_suspend(hotline, id, s, reason, NULL);
    case GD_VERB_REQUEST_RETURN: return gd_ticket_request_return(hotline, id, s, reason, NULL);
    case GD_VERB_CLOSE:
        return gd_ticket_close(hotline, id, s, code(GD_LIST_CLOSE_OUTCOME, get(r, "arg.outcome")), NULL);
    default: return gd_ticket_execute_json(hotline, id, s, get(r, "command"), NULL);
    }
}

/* What came of it has to be what came of it in Rust: the same rule refused, or the same kind failed. */
static void step(const struct record *r)
{
    gd_stamp stamp = stamp_of(r);
    const char *refused = get(r, "refused");
    gd_status wanted = refused != NULL ? GD_E_REFUSED : (gd_status)atoi(get(r, "status"));
    if (get(r, "office") != NULL) {
        STATUS(gd_hotline_office_json(hotline, &stamp, get(r, "office"), NULL), wanted);
    } else if (get(r, "ticket") == NULL) {
        STATUS(take_in(r, &stamp), wanted);
    } else {
        STATUS(perform(r, &stamp), wanted);
    }
    if (refused != NULL) {
        SAME(gd_name(GD_LIST_REFUSAL, gd_error_refusal_code()), refused);
    }
}

static void found(const struct record *r, const char *folder)
{
    gd_founding founding = GD_FOUNDING_INIT;
    gd_stamp stamp = stamp_of(r);
    char path[1024];
    sprintf(path, "%.900s.db", folder);
    founding.region = 430424;
    founding.name = get(r, "found");
    founding.office = get(r, "organ");
    OK(gd_hotline_create(path, &founding, &stamp, GD_OPEN_NORMAL_DURABILITY, &hotline));
}

static FILE *answer(const char *folder, const char *name)
{
    char path[1024];
    FILE *out;
    sprintf(path, "%.900s/%.100s", folder, name);
    out = fopen(path, "wb");
    CHECK(out != NULL);
    return out;
}

static void table(const char *name, const char *folder)
{
    FILE *out = answer(folder, name);
    gd_rows *rows = NULL;
    char sql[100];
    uint64_t row, column;
    sprintf(sql, "SELECT * FROM %.50s", name);
    OK(gd_hotline_query(hotline, sql, NULL, 0, (uint64_t)1 << 40, &rows));
    for (row = 0; row < gd_rows_count(rows); row++) {
        for (column = 0; column < gd_rows_columns(rows); column++) {
            const char *text = gd_rows_text(rows, row, column);
            fputs(column == 0 ? "" : "\t", out);
            if (gd_rows_sort(rows, row, column) == GD_DATUM_INTEGER) {
                fprintf(out, "%lld", (long long)gd_rows_integer(rows, row, column));
            } else if (text != NULL) {
                fputs(text, out);
            }
        }
        fputs("\n", out);
    }
    gd_rows_free(rows);
    fclose(out);
}

static void bulletin(int32_t format, const char *name, const char *folder)
{
    gd_bulletin asked = GD_BULLETIN_INIT;
    gd_document *made = NULL;
    FILE *out = answer(folder, name);
    asked.form = format;
    asked.number = 9;
    asked.period = "2020-09";
    OK(gd_moment_read_as_of("2020-10-09", &asked.as_of));
    OK(gd_hotline_bulletin(hotline, &asked, &made));
    fwrite(gd_document_bytes(made), 1, (size_t)gd_document_length(made), out);
    gd_document_free(made);
    fclose(out);
}

static void head(const char *folder)
{
    FILE *out = answer(folder, "head");
    uint64_t events = 0;
    char hash[65];
    OK(gd_hotline_head(hotline, &events, &hash));
    fprintf(out, "%lld %s\n", (long long)events, hash);
    fclose(out);
}

int main(int count, char **given)
{
    static struct record r;
    int i, before, number = 0;
    FILE *story = fopen(given[1], "r");
    while (next(story, &r)) {
        before = failures;
        number++;
        if (get(&r, "found") != NULL) {
            found(&r, given[2]);
        }
        if (get(&r, "commit") != NULL) {
            OK(gd_hotline_commit(hotline));
        } else if (get(&r, "found") == NULL) {
            step(&r);
        }
        if (get(&r, "begin") != NULL) {
            OK(gd_hotline_begin(hotline));
        }
        if (failures != before) {
            printf("record %d\n", number);
        }
    }
    fclose(story);
    OK(gd_hotline_roll_back(hotline)); /* the batch that nothing followed */
    head(given[2]);
    bulletin(GD_FORM_MD, "bulletin.md", given[2]);
    bulletin(GD_FORM_JSON, "bulletin.json", given[2]);
    for (i = 3; i < count; i++) {
        table(given[i], given[2]);
    }
    gd_hotline_close(hotline);
    return done("parity");
}
