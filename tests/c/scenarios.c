/* Lives the office's scenarios through the C interface. Usage: scenarios FOLDER GOLDEN STORY...
 *
 * A story is a text that run.py makes of a scenario's JSON: one record a step, its lines
 * `key TAB value`, a blank line between records. Every verb goes through its own function. */
#include "record.h"

static gd_hotline *hotline = NULL;
static int64_t tickets[128];

static int64_t moment(const char *text)
{
    int64_t at = GD_NO_MOMENT;
    OK(gd_moment_read(text, &at));
    return at;
}

static gd_stamp stamp_of(const struct record *r)
{
    gd_stamp stamp = GD_STAMP_INIT;
    stamp.by = get(r, "by");
    stamp.at = moment(get(r, "at"));
    stamp.unit = get(r, "unit");
    stamp.role = stamp.unit == NULL ? GD_ROLE_CENTRE : GD_ROLE_UNIT;
    return stamp;
}

static gd_status take_in(const struct record *r, const gd_stamp *stamp, gd_ticket **out)
{
    gd_intake intake = GD_INTAKE_INIT;
    intake.channel = get(r, "arg.channel");
    intake.matter = get(r, "arg.matter");
    intake.category = get(r, "arg.category");
    if (get(r, "arg.kind") != NULL) {
        intake.kind = code(GD_LIST_KIND, get(r, "arg.kind"));
    }
    return gd_ticket_intake(hotline, stamp, &intake, out);
}

static gd_status transfer(const struct record *r, int64_t id, const gd_stamp *stamp, gd_ticket **out)
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
                              get(r, "arg.remark"), out);
}

static uint64_t number(const struct record *r, const char *key)
{
    return strtoul(get(r, key), NULL, 10);
}

static gd_status demand(const struct record *r, int64_t id, const gd_stamp *stamp, gd_ticket **out)
{
    gd_supervise asked = GD_SUPERVISE_INIT;
    asked.unit = get(r, "arg.unit");
    asked.demand = get(r, "arg.demand");
    asked.instructed_by = get(r, "arg.instructed_by");
    if (get(r, "arg.supervision_kind") != NULL) {
        asked.supervision_kind = code(GD_LIST_SUPERVISION_KIND, get(r, "arg.supervision_kind"));
    }
    if (get(r, "arg.answer_by") != NULL) {
        asked.answer_by = moment(get(r, "arg.answer_by"));
    }
    return gd_ticket_supervise(hotline, id, stamp, &asked, out);
}

static gd_status inspect(const struct record *r, int64_t id, const gd_stamp *stamp, gd_ticket **out)
{
    const char *scores[8];
    uint32_t count = 0;
    int i;
    for (i = 0; i < r->count; i++) {
        if (strcmp(r->key[i], "arg.scores") == 0) {
            scores[count++] = r->value[i];
        }
    }
    return gd_ticket_inspect(hotline, id, stamp, scores, count, get(r, "arg.text"), out);
}

static gd_status call_back(const struct record *r, int64_t id, const gd_stamp *stamp, gd_ticket **out)
{
    gd_callback callback = GD_CALLBACK_INIT;
    const char *solved = get(r, "arg.solved");
    callback.outcome = code(GD_LIST_CALLBACK_OUTCOME, get(r, "arg.outcome"));
    callback.satisfaction = code(GD_LIST_SATISFACTION, get(r, "arg.satisfaction"));
    callback.solved = solved == NULL ? 0 : strcmp(solved, "True") == 0 ? GD_YES : GD_NO;
    return gd_ticket_callback(hotline, id, stamp, &callback, out);
}

static gd_status perform(const struct record *r, int64_t id, const gd_stamp *s, gd_ticket **out)
{
    const char *reason = get(r, "arg.reason");
    switch (code(GD_LIST_VERB, get(r, "verb"))) {
    case GD_VERB_INTAKE: return take_in(r, s, out);
    case GD_VERB_RESOLVE_ONLINE: return gd_ticket_resolve_online(hotline, id, s, get(r, "arg.answer"), out);
    case GD_VERB_TRANSFER: return transfer(r, id, s, out);
    case GD_VERB_CALLBACK: return call_back(r, id, s, out);
    case GD_VERB_SIGN_OFF: return gd_ticket_sign_off(hotline, id, s, out);
    case GD_VERB_HANDLE: return gd_ticket_handle(hotline, id, s, get(r, "arg.result"), out);
    case GD_VERB_REPORT: return gd_ticket_report(hotline, id, s, get(r, "arg.result"), out);
    case GD_VERB_EXCUSE: return gd_ticket_excuse(hotline, id, s, get(r, "arg.unit"), out);
    case GD_VERB_NOTE: return gd_ticket_note(hotline, id, s, get(r, "arg.text"), out);
    case GD_VERB_REWORK: return gd_ticket_rework(hotline, id, s, reason, out);
    case GD_VERB_SUSPEND: return gd_ticket_suspend(hotline, id, s, reason, out);
    case GD_VERB_RESUME: return gd_ticket_resume(hotline, id, s, out);
    case GD_VERB_REOPEN: return gd_ticket_reopen(hotline, id, s, reason, out);
    case GD_VERB_RESCHEDULE: return gd_ticket_reschedule(hotline, id, s, reason, out);
    case GD_VERB_CORRECT:
        return gd_ticket_correct(hotline, id, s, code(GD_LIST_FACT, get(r, "arg.fact")), 0,
                                 moment(get(r, "arg.moment")), reason, out);
    case GD_VERB_REQUEST_RETURN: return gd_ticket_request_return(hotline, id, s, reason, out);
    case GD_VERB_MARK_DIFFICULT: return gd_ticket_mark_difficult(hotline, id, s, reason, out);
    case GD_VERB_GRANT_EXTENSION: return gd_ticket_grant_extension(hotline, id, s, out);
    case GD_VERB_REQUEST_EXTENSION:
        return gd_ticket_request_extension(hotline, id, s, (uint32_t)atoi(get(r, "arg.days")), reason, out);
    case GD_VERB_GRANT_RETURN:
        return gd_ticket_grant_return(hotline, id, s, get(r, "arg.to"), get(r, "arg.remark"), out);
    case GD_VERB_RELATE: return gd_ticket_relate(hotline, id, s, tickets[(unsigned char)get(r, "arg.main")[0] % 128], out);
    case GD_VERB_UNRELATE: return gd_ticket_unrelate(hotline, id, s, out);
    case GD_VERB_UNREPEAT: return gd_ticket_unrepeat(hotline, id, s, out);
    case GD_VERB_FORWARD:
        return gd_ticket_forward(hotline, id, s, get(r, "arg.section"), (uint32_t)atoi(get(r, "arg.days")), out);
    case GD_VERB_UNFORWARD: return gd_ticket_unforward(hotline, id, s, out);
    case GD_VERB_RATE:
        return gd_ticket_rate(hotline, id, s, code(GD_LIST_SATISFACTION, get(r, "arg.satisfaction")), get(r, "arg.text"), out);
    case GD_VERB_INSPECT: return inspect(r, id, s, out);
    case GD_VERB_PASS_REPLY: return gd_ticket_pass_reply(hotline, id, s, out);
    case GD_VERB_SEND_BACK: return gd_ticket_send_back(hotline, id, s, reason, out);
    case GD_VERB_SUPERVISE: return demand(r, id, s, out);
    case GD_VERB_ANSWER: return gd_ticket_answer(hotline, id, s, number(r, "arg.no"), get(r, "arg.result"), out);
    case GD_VERB_REMIND: return gd_ticket_remind(hotline, id, s, number(r, "arg.no"), get(r, "arg.text"), out);
    case GD_VERB_UNSUPERVISE: return gd_ticket_unsupervise(hotline, id, s, number(r, "arg.no"), reason, out);
    case GD_VERB_CONSULT:
        return gd_ticket_consult(hotline, id, s, get(r, "arg.attendees"), get(r, "arg.decision"), out);
    case GD_VERB_ASK_EXEMPT: return gd_ticket_ask_exempt(hotline, id, s, reason, out);
    case GD_VERB_EXEMPT: return gd_ticket_exempt(hotline, id, s, get(r, "arg.unit"), reason, out);
    case GD_VERB_UNEXEMPT: return gd_ticket_unexempt(hotline, id, s, get(r, "arg.unit"), reason, out);
    case GD_VERB_WITHDRAW: return gd_ticket_withdraw(hotline, id, s, reason, out);
    case GD_VERB_REDISPATCH:
        return gd_ticket_redispatch(hotline, id, s, get(r, "arg.to"), get(r, "arg.remark"), out);
    case GD_VERB_ATTACH:
        return gd_ticket_attach(hotline, id, s, get(r, "arg.name"), code(GD_LIST_FILE_KIND, get(r, "arg.file_kind")),
                                strtoul(get(r, "arg.size"), NULL, 10), get(r, "arg.sha256"), get(r, "arg.file_place"), out);
    case GD_VERB_DETACH: return gd_ticket_detach(hotline, id, s, strtoul(get(r, "arg.no"), NULL, 10), out);
    case GD_VERB_CLOSE:
        return gd_ticket_close(hotline, id, s, code(GD_LIST_CLOSE_OUTCOME, get(r, "arg.outcome")), out);
    default:
        printf("no such verb in this test: %s\n", get(r, "verb"));
        return GD_E_BUG;
    }
}

static void is_moment(const char *wanted, int64_t found)
{
    char text[24];
    if (wanted != NULL) {
        OK(gd_moment_write(found, text, sizeof text));
        SAME(text, strcmp(wanted, "None") == 0 ? "" : wanted);
    }
}

static void check_ticket(const struct record *r, const gd_ticket *ticket)
{
    const char *unit = get(r, "then.unit"), *late = get(r, "then.handled_late");
    if (get(r, "then.stage") != NULL) {
        SAME(gd_name(GD_LIST_STAGE, gd_ticket_stage(ticket)), get(r, "then.stage"));
    }
    if (get(r, "then.number") != NULL) {
        SAME(gd_ticket_number(ticket), get(r, "then.number"));
    }
    if (unit != NULL) {
        const char *found = gd_ticket_unit(ticket);
        SAME(found == NULL ? "None" : found, unit);
    }
    if (late != NULL) {
        CHECK(gd_ticket_is_handled_late(ticket) == (strcmp(late, "True") == 0));
    }
    is_moment(get(r, "then.sign_off_by"), gd_ticket_sign_off_by(ticket));
    is_moment(get(r, "then.handle_by"), gd_ticket_handle_by(ticket));
    is_moment(get(r, "then.first_handle_by"), gd_ticket_first_handle_by(ticket));
    is_moment(get(r, "then.total_by"), gd_ticket_total_by(ticket));
    is_moment(get(r, "then.rework_by"), gd_ticket_rework_by(ticket));
}

static void act(const struct record *r)
{
    gd_stamp stamp = stamp_of(r);
    gd_ticket *ticket = NULL;
    int64_t *id = &tickets[(unsigned char)get(r, "ticket")[0] % 128];
    if (get(r, "refused") != NULL) {
        STATUS(perform(r, *id, &stamp, &ticket), GD_E_REFUSED);
        SAME(gd_name(GD_LIST_REFUSAL, gd_error_refusal_code()), get(r, "refused"));
        return;
    }
    OK(perform(r, *id, &stamp, &ticket));
    *id = gd_ticket_id(ticket);
    check_ticket(r, ticket);
    gd_ticket_free(ticket);
}

static uint64_t row_of(const gd_figures *figures, const char *label)
{
    uint64_t row;
    if (label == NULL) {
        return GD_TOTAL;
    }
    for (row = 0; row < gd_figures_count(figures); row++) {
        if (strcmp(gd_figures_label(figures, row, 0), label) == 0) {
            return row;
        }
    }
    CHECK(!"the row is there");
    return GD_TOTAL;
}

static void count(const struct record *r)
{
    gd_question question = GD_QUESTION_INIT;
    gd_figures *figures = NULL;
    gd_grouping by = code(GD_LIST_GROUPING, get(r, "by"));
    uint64_t row;
    int i;
    question.period = get(r, "period");
    OK(gd_moment_read_as_of(get(r, "as_of"), &question.as_of));
    question.by = &by;
    question.by_count = by != 0;
    if (get(r, "basis") != NULL) {
        question.basis = code(GD_LIST_BASIS, get(r, "basis"));
    }
    OK(gd_hotline_figures(hotline, &question, &figures));
    row = row_of(figures, get(r, "row"));
    for (i = 0; i < r->count; i++) {
        if (strncmp(r->key[i], "then.", 5) == 0) {
            int64_t value = -1;
            gd_status status = gd_figures_value(figures, row, code(GD_LIST_COUNT, r->key[i] + 5), &value);
            CHECK((status == GD_OK ? value : 0) == atol(r->value[i]));
        }
    }
    gd_figures_free(figures);
}

static void listed(const struct record *r, const gd_filter *filter)
{
    gd_tickets *list = NULL;
    const char *wanted = get(r, "tickets");
    uint64_t i, names = 0;
    OK(gd_hotline_find(hotline, filter, &list));
    for (; *wanted != '\0'; wanted++, names++) {
        int found = 0;
        for (i = 0; i < gd_tickets_count(list); i++) {
            found += gd_ticket_id(gd_tickets_at(list, i)) == tickets[(unsigned char)*wanted % 128];
        }
        CHECK(found == 1);
    }
    CHECK(gd_tickets_count(list) == names);
    gd_tickets_free(list);
}

static void overdue(const struct record *r)
{
    gd_filter filter = GD_FILTER_INIT;
    filter.overdue_on = moment(get(r, "overdue"));
    listed(r, &filter);
}

static void related(const struct record *r)
{
    gd_filter filter = GD_FILTER_INIT;
    filter.related = get(r, "related");
    listed(r, &filter);
}

static void sample(const struct record *r)
{
    gd_filter filter = GD_FILTER_INIT;
    filter.sample = number(r, "sample");
    filter.seed = number(r, "seed");
    OK(gd_moment_read_as_of(get(r, "as_of"), &filter.as_of));
    listed(r, &filter);
}

static void followed_up(const struct record *r)
{
    gd_rows *rows = NULL;
    const char *wanted = get(r, "tickets");
    int64_t as_of = 0;
    OK(gd_moment_read_as_of(get(r, "followed_up"), &as_of));
    OK(gd_hotline_followed_up(hotline, as_of, &rows));
    CHECK(gd_rows_count(rows) == strlen(wanted));
    if (wanted[0] != '\0') {
        CHECK(gd_rows_integer(rows, 0, 0) == tickets[(unsigned char)wanted[0] % 128]);
    }
    gd_rows_free(rows);
}

static void publish(const struct record *r)
{
    gd_new_issue issue = GD_NEW_ISSUE_INIT;
    gd_stamp stamp = stamp_of(r);
    gd_rows *rows = NULL;
    int32_t intact = 0;
    issue.year = atoi(get(r, "year"));
    issue.number = (uint32_t)atoi(get(r, "publish"));
    issue.period = get(r, "period");
    OK(gd_moment_read_as_of(get(r, "as_of"), &issue.as_of));
    OK(gd_hotline_publish(hotline, &stamp, &issue, NULL));
    OK(gd_hotline_compare(hotline, issue.year, issue.number, &intact, &rows));
    CHECK(intact == 1 && gd_rows_count(rows) == 0);
    gd_rows_free(rows);
}

static void add(const struct record *r)
{
    gd_new_entry entry = GD_NEW_ENTRY_INIT;
    gd_stamp stamp = stamp_of(r);
    const char *alias = get(r, "alias");
    entry.species = code(GD_LIST_SPECIES, get(r, "add"));
    entry.channel_kind = entry.species == GD_SPECIES_CHANNEL ? GD_CHANNEL_KIND_CALL : 0;
    entry.name = get(r, "name");
    entry.group = get(r, "group");
    entry.parent = get(r, "parent");
    entry.aliases = &alias;
    entry.alias_count = alias != NULL;
    OK(gd_register_add(hotline, &stamp, &entry, NULL));
}

static void begin(const struct record *r, const char *folder)
{
    static int stories = 0;
    gd_founding founding = GD_FOUNDING_INIT;
    gd_stamp stamp = stamp_of(r);
    char path[1024];
    sprintf(path, "%.900s/story-%d.db", folder, ++stories);
    founding.region = 430424;
    founding.name = get(r, "begin");
    founding.office = get(r, "office");
    OK(gd_hotline_create(path, &founding, &stamp, GD_OPEN_NORMAL_DURABILITY, &hotline));
}

static void step(const struct record *r, const char *folder)
{
    gd_stamp stamp;
    if (get(r, "begin") != NULL) {
        begin(r, folder);
    } else if (get(r, "add") != NULL) {
        add(r);
    } else if (get(r, "verb") != NULL) {
        act(r);
    } else if (get(r, "figures") != NULL) {
        count(r);
    } else if (get(r, "overdue") != NULL) {
        overdue(r);
    } else if (get(r, "related") != NULL) {
        related(r);
    } else if (get(r, "sample") != NULL) {
        sample(r);
    } else if (get(r, "followed_up") != NULL) {
        followed_up(r);
    } else if (get(r, "policy") != NULL) {
        stamp = stamp_of(r);
        OK(gd_hotline_office_json(hotline, &stamp, get(r, "policy"), NULL));
    } else {
        publish(r);
    }
}

static void live(const char *path, const char *folder)
{
    static struct record r;
    gd_verified *verified = NULL;
    FILE *file = fopen(path, "r");
    int number = 0, before;
    while (next(file, &r)) {
        before = failures;
        number++;
        step(&r, folder);
        if (failures != before) {
            printf("%s: record %d\n", path, number);
        }
    }
    fclose(file);
    OK(gd_hotline_verify(hotline, NULL, NULL, &verified));
    CHECK(gd_verified_count(verified) == 0);
    gd_verified_free(verified);
    gd_hotline_close(hotline);
}

int main(int count, char **given)
{
    int i;
    for (i = 3; i < count; i++) {
        live(given[i], given[1]);
    }
    CHECK(count > 3);
    return done("scenarios");
}
