/* The walkthrough: the story that every language tells (tests/walkthrough.txt), told in C. This
 * file is UTF-8. Usage: walkthrough FOLDER > transcript */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gongdan.h"

static gd_hotline *hotline = NULL;
static const char *folder = ".";

/* What the story does not expect ends it, with the message. */
static void must(gd_status status, const char *what)
{
    if (status != GD_OK) {
        fprintf(stderr, "%s: %s\n", what, gd_error_message());
        exit(1);
    }
}

static int64_t at(const char *text)
{
    int64_t moment = GD_NO_MOMENT;
    must(gd_moment_read(text, &moment), text);
    return moment;
}

static int64_t as_of(const char *text)
{
    int64_t moment = GD_NO_MOMENT;
    must(gd_moment_read_as_of(text, &moment), text);
    return moment;
}

static gd_stamp *centre(const char *by, const char *moment)
{
    static gd_stamp stamp;
    gd_stamp fresh = GD_STAMP_INIT;
    stamp = fresh;
    stamp.by = by;
    stamp.at = at(moment);
    return &stamp;
}

static gd_stamp *of_unit(const char *unit, const char *by, const char *moment)
{
    gd_stamp *stamp = centre(by, moment);
    stamp->role = GD_ROLE_UNIT;
    stamp->unit = unit;
    return stamp;
}

static const char *day_and_time(int64_t moment)
{
    static char text[4][24];
    static int next = 0;
    next = (next + 1) % 4;
    must(gd_moment_write(moment, text[next], sizeof text[next]), "moment");
    return moment == GD_NO_MOMENT ? "-" : text[next];
}

static const char *or_dash(const char *text)
{
    return text == NULL ? "-" : text;
}

/* The message of the last call in another language: the call is made again. */
typedef gd_status (*again)(void *asked);

static void failed(const char *name, gd_status status, again call, void *asked)
{
    uint64_t i;
    printf("%s: %s", name, gd_name(GD_LIST_STATUS, status));
    if (status == GD_E_REFUSED) {
        printf(" %s %s %s [", gd_name(GD_LIST_REFUSAL, gd_error_refusal_code()),
               gd_name(GD_LIST_STAGE, gd_error_stage()), gd_name(GD_LIST_VERB, gd_error_asked()));
        for (i = 0; i < gd_error_allowed_count(); i++) {
            printf("%s%s", i == 0 ? "" : " ", gd_name(GD_LIST_VERB, gd_error_allowed_at(i)));
        }
        printf("]");
    }
    printf("\n    %s\n", gd_error_message());
    must(gd_set_language(GD_LANGUAGE_ENGLISH), "language");
    if (call(asked) == GD_OK) {
        printf("    (done the second time)\n");
    }
    printf("    %s\n", gd_error_message());
    must(gd_set_language(GD_LANGUAGE_CHINESE), "language");
}

/* A command as it is asked: one struct for all verbs of the story. */
struct asked {
    gd_verb verb;
    int64_t ticket;
    uint32_t seen;
    gd_stamp stamp;
    const char *text;
    const char *remark;
    gd_callback callback;
    gd_intake intake;
    gd_ticket *answer;
};

static struct asked ask(gd_verb verb, int64_t ticket, const gd_stamp *stamp, const char *text)
{
    struct asked asked;
    memset(&asked, 0, sizeof asked);
    asked.verb = verb;
    asked.ticket = ticket;
    asked.stamp = *stamp;
    asked.text = text;
    return asked;
}

static gd_status perform(void *what)
{
    struct asked *a = (struct asked *)what;
    const gd_stamp *stamp = &a->stamp;
    gd_ticket **out = &a->answer;
    switch (a->verb) {
    case GD_VERB_INTAKE:
        return gd_ticket_intake(hotline, stamp, &a->intake, out);
    case GD_VERB_TRANSFER:
        return gd_ticket_transfer(hotline, a->ticket, stamp, a->seen, a->text, NULL, 0, NULL, out);
    case GD_VERB_SIGN_OFF:
        return gd_ticket_sign_off(hotline, a->ticket, stamp, a->seen, out);
    case GD_VERB_HANDLE:
        return gd_ticket_handle(hotline, a->ticket, stamp, a->seen, a->text, out);
    case GD_VERB_CALLBACK:
        return gd_ticket_callback(hotline, a->ticket, stamp, a->seen, &a->callback, out);
    case GD_VERB_REWORK:
        return gd_ticket_rework(hotline, a->ticket, stamp, a->seen, a->text, out);
    case GD_VERB_CLOSE:
        return gd_ticket_close(hotline, a->ticket, stamp, a->seen, GD_CLOSE_OUTCOME_SOLVED, out);
    case GD_VERB_REQUEST_RETURN:
        return gd_ticket_request_return(hotline, a->ticket, stamp, a->seen, a->text, out);
    case GD_VERB_GRANT_RETURN:
        return gd_ticket_grant_return(hotline, a->ticket, stamp, a->seen, a->text, a->remark, out);
    case GD_VERB_MARK_DIFFICULT:
        return gd_ticket_mark_difficult(hotline, a->ticket, stamp, a->seen, a->text, out);
    case GD_VERB_REOPEN:
        return gd_ticket_reopen(hotline, a->ticket, stamp, a->seen, a->text, out);
    case GD_VERB_RESOLVE_ONLINE:
        return gd_ticket_resolve_online(hotline, a->ticket, stamp, a->seen, a->text, out);
    default:
        return gd_ticket_note(hotline, a->ticket, stamp, a->seen, a->text, out);
    }
}

static void receipt(const char *name, const gd_ticket *ticket)
{
    gd_entry entry = GD_ENTRY_INIT;
    uint64_t i;
    printf("%s: %s v%lu %s [", name, gd_ticket_number(ticket),
           (unsigned long)gd_ticket_version(ticket), gd_name(GD_LIST_STAGE, gd_ticket_stage(ticket)));
    for (i = 0; i < gd_ticket_entries_count(ticket); i++) {
        must(gd_ticket_entries_at(ticket, i, &entry), "entry");
        printf("%s%s", i == 0 ? "" : " ", entry.event);
    }
    printf("]%s\n", gd_ticket_repeated(ticket) ? " repeated" : "");
}

static int64_t done(const char *name, struct asked asked)
{
    int64_t id = 0;
    gd_status status = perform(&asked);
    if (status != GD_OK) {
        failed(name, status, perform, &asked);
        return 0;
    }
    receipt(name, asked.answer);
    id = gd_ticket_id(asked.answer);
    gd_ticket_free(asked.answer);
    return id;
}

static struct asked intake(const gd_stamp *stamp, const char *channel, const char *matter)
{
    struct asked asked = ask(GD_VERB_INTAKE, 0, stamp, NULL);
    gd_intake fresh = GD_INTAKE_INIT;
    asked.intake = fresh;
    asked.intake.channel = channel;
    asked.intake.matter = matter;
    return asked;
}

static struct asked callback(int64_t id, const gd_stamp *stamp, gd_satisfaction said, int32_t solved)
{
    struct asked asked = ask(GD_VERB_CALLBACK, id, stamp, NULL);
    gd_callback fresh = GD_CALLBACK_INIT;
    asked.callback = fresh;
    asked.callback.outcome = GD_CALLBACK_OUTCOME_REACHED;
    asked.callback.satisfaction = said;
    asked.callback.solved = solved;
    return asked;
}

static void tell_entries(gd_entries *entries)
{
    gd_entry entry = GD_ENTRY_INIT;
    uint64_t i;
    for (i = 0; i < gd_entries_count(entries); i++) {
        must(gd_entries_at(entries, i, &entry), "entry");
        printf("%s%s", i == 0 ? "" : " ", entry.event);
    }
    gd_entries_free(entries);
}

static void add(gd_species species, const char *name, gd_channel_kind kind, const char *alias,
                const char *group)
{
    gd_new_entry entry = GD_NEW_ENTRY_INIT;
    gd_entries *written = NULL;
    entry.species = species;
    entry.name = name;
    entry.channel_kind = kind;
    entry.group = group;
    entry.aliases = &alias;
    entry.alias_count = alias == NULL ? 0 : 1;
    must(gd_register_add(hotline, centre("管理员", "2020-09-01 08:10"), &entry, &written), name);
    printf("%s: ", name);
    tell_entries(written);
    printf("\n");
}

static void begin(void)
{
    gd_founding founding = GD_FOUNDING_INIT;
    char path[1024];
    sprintf(path, "%.1000s/story.db", folder);
    founding.region = 430424;
    founding.name = "衡东县";
    founding.office = "衡东县行政审批服务局";
    must(gd_hotline_create(path, &founding, centre("管理员", "2020-09-01 08:00"), 0, &hotline), path);
}

static void register_all(void)
{
    gd_entries *written = NULL;
    printf("== register\n");
    add(GD_SPECIES_CHANNEL, "来电", GD_CHANNEL_KIND_CALL, NULL, NULL);
    add(GD_SPECIES_CHANNEL, "市12345平台", GD_CHANNEL_KIND_PLATFORM, NULL, NULL);
    add(GD_SPECIES_CATEGORY, "城市管理", 0, NULL, NULL);
    add(GD_SPECIES_CATEGORY, "供水供电", 0, NULL, NULL);
    add(GD_SPECIES_UNIT, "县城管执法局", 0, "城管局", "县直");
    add(GD_SPECIES_UNIT, "县住建局", 0, NULL, "县直");
    add(GD_SPECIES_UNIT, "草市镇人民政府", 0, NULL, "乡镇");
    must(gd_hotline_record_contacts(hotline, centre("值班长", "2020-09-25 08:00"), "来电",
                                    "2020-09-24", 5, &written), "contacts");
    printf("contacts: ");
    tell_entries(written);
    printf("\n");
}

static void view(int64_t id)
{
    gd_ticket *ticket = NULL;
    must(gd_ticket_get(hotline, id, &ticket), "view");
    printf("    %s %s %s %s", gd_ticket_number(ticket), gd_ticket_channel(ticket),
           or_dash(gd_ticket_category(ticket)), or_dash(gd_ticket_unit(ticket)));
    printf(" sign_off_by %s", day_and_time(gd_ticket_sign_off_by(ticket)));
    printf(" handle_by %s", day_and_time(gd_ticket_handle_by(ticket)));
    printf(" late %s overdue %s\n", gd_ticket_handled_late(ticket) ? "yes" : "no",
           gd_ticket_is_overdue(ticket, at("2020-10-09 12:00")) ? "yes" : "no");
    gd_ticket_free(ticket);
}

static int64_t main_path(void)
{
    const char *unit = "县城管执法局";
    struct asked lamp = intake(centre("坐席07", "2020-09-24 16:50"), "来电", "路灯不亮");
    int64_t id;
    printf("== main path\n");
    lamp.intake.category = "城市管理";
    lamp.intake.appeal = "三天没亮";
    id = done("intake", lamp);
    done("transfer", ask(GD_VERB_TRANSFER, id, centre("管理员", "2020-09-24 16:59"), "城管局"));
    view(id);
    done("handle unsigned", ask(GD_VERB_HANDLE, id, of_unit(unit, "李四", "2020-09-25 09:00"), "已修复"));
    done("sign off", ask(GD_VERB_SIGN_OFF, id, of_unit(unit, "李四", "2020-09-25 09:10"), NULL));
    done("handle", ask(GD_VERB_HANDLE, id, of_unit(unit, "李四", "2020-09-28 10:00"), "已修复"));
    done("callback", callback(id, centre("回访员", "2020-09-28 15:00"), GD_SATISFACTION_DISSATISFIED, GD_NO));
    done("rework", ask(GD_VERB_REWORK, id, centre("回访员", "2020-09-28 15:05"), "仍有两盏不亮"));
    done("handle again", ask(GD_VERB_HANDLE, id, of_unit(unit, "李四", "2020-09-29 11:00"), "全部修复"));
    done("callback", callback(id, centre("回访员", "2020-09-29 15:00"), GD_SATISFACTION_VERY_SATISFIED, 0));
    done("close", ask(GD_VERB_CLOSE, id, centre("回访员", "2020-09-29 15:10"), NULL));
    view(id);
    return id;
}

static void tell_history(int64_t id)
{
    gd_history *history = NULL;
    gd_history_entry entry = GD_HISTORY_ENTRY_INIT;
    uint64_t i;
    must(gd_ticket_history(hotline, id, &history), "history");
    for (i = 0; i < gd_history_count(history); i++) {
        must(gd_history_at(history, i, &entry), "event");
        printf("    %s %s %s %s %s\n", day_and_time(entry.at), entry.event, entry.term, entry.by,
               or_dash(entry.unit));
    }
    gd_history_free(history);
}

static void returned(void)
{
    struct asked water = intake(centre("坐席08", "2020-09-25 10:00"), "市12345平台", "水压不足");
    struct asked grant;
    int64_t id;
    printf("== returned\n");
    water.intake.external = "HY-7";
    water.intake.category = "供水供电";
    id = done("intake", water);
    water.stamp.at = at("2020-09-25 10:30");
    done("intake again", water);
    done("transfer", ask(GD_VERB_TRANSFER, id, centre("管理员", "2020-09-25 10:40"), "县住建局"));
    done("request return", ask(GD_VERB_REQUEST_RETURN, id,
                               of_unit("县住建局", "王五", "2020-09-25 11:00"), "不属我局"));
    grant = ask(GD_VERB_GRANT_RETURN, id, centre("管理员", "2020-09-25 14:00"), "草市镇人民政府");
    grant.remark = "请镇里办理";
    done("grant return", grant);
    view(id);
    tell_history(id);
}

static void refusals(int64_t closed)
{
    const gd_stamp stamp = *centre("管理员", "2020-09-30 09:00");
    struct asked note = ask(GD_VERB_NOTE, closed, &stamp, "补记");
    printf("== refusals\n");
    done("transfer closed", ask(GD_VERB_TRANSFER, closed, &stamp, "县住建局"));
    done("note before", ask(GD_VERB_NOTE, closed, centre("管理员", "2020-09-01 09:00"), "补记"));
    done("reopen by a unit", ask(GD_VERB_REOPEN, closed,
                                 of_unit("县住建局", "王五", "2020-09-30 09:00"), "又坏了"));
    done("unknown channel", intake(&stamp, "来店", "路灯不亮"));
    done("no matter", intake(&stamp, "来电", " "));
    done("no ticket", ask(GD_VERB_NOTE, 4304240000099999, &stamp, "补记"));
    note.seen = 2;
    done("stale", note);
    note.seen = GD_ANY_VERSION;
    note.stamp.request = "note-1";
    done("note", note);
    done("note sent twice", note);
    note.text = "别的话";
    done("another under the same request", note);
}

static int64_t stall(const gd_stamp *desk)
{
    struct asked asked = intake(desk, "来电", "占道经营");
    asked.intake.category = "城市管理";
    must(perform(&asked), "stall");
    gd_ticket_free(asked.answer);
    return gd_hotline_last_ticket(hotline);
}

static void batches(void)
{
    const gd_stamp desk = *centre("坐席09", "2020-09-30 10:00");
    struct asked first, second;
    gd_entries *entries = NULL;
    int64_t id;
    printf("== batches\n");
    must(gd_hotline_begin(hotline), "begin");
    first = ask(GD_VERB_TRANSFER, stall(&desk), &desk, "城管局");
    must(perform(&first), "transfer");
    must(gd_hotline_pending(hotline, &entries), "pending");
    printf("dry run: %s %s [", gd_ticket_number(first.answer),
           gd_name(GD_LIST_STAGE, gd_ticket_stage(first.answer)));
    tell_entries(entries);
    printf("]\n");
    gd_ticket_free(first.answer);
    must(gd_hotline_roll_back(hotline), "roll back");
    must(gd_hotline_begin(hotline), "begin");
    done("batch", ask(GD_VERB_SIGN_OFF, stall(&desk), &desk, NULL));
    must(gd_hotline_roll_back(hotline), "roll back");
    must(gd_hotline_begin(hotline), "begin");
    first = ask(GD_VERB_TRANSFER, stall(&desk), &desk, "城管局");
    must(perform(&first), "transfer");
    second = intake(&desk, "来电", "咨询社保");
    must(perform(&second), "second");
    id = gd_ticket_id(second.answer);
    gd_ticket_free(second.answer);
    second = ask(GD_VERB_RESOLVE_ONLINE, id, &desk, "已告知");
    must(perform(&second), "resolve online");
    must(gd_hotline_commit(hotline), "commit");
    receipt("batch", first.answer);
    receipt("batch", second.answer);
    gd_ticket_free(first.answer);
    gd_ticket_free(second.answer);
}

static void difficult(void)
{
    int64_t id;
    printf("== difficult\n");
    id = done("intake", intake(centre("坐席09", "2020-09-30 11:00"), "来电", "无主管道渗漏"));
    done("transfer", ask(GD_VERB_TRANSFER, id, centre("管理员", "2020-09-30 11:05"), "县住建局"));
    done("request return", ask(GD_VERB_REQUEST_RETURN, id,
                               of_unit("县住建局", "王五", "2020-09-30 11:30"), "管道无主"));
    done("mark difficult", ask(GD_VERB_MARK_DIFFICULT, id, centre("管理员", "2020-09-30 16:00"),
                               "无单位承办"));
    view(id);
}

static void tell_promises(int64_t id)
{
    gd_promises *promises = NULL;
    gd_promise promise = GD_PROMISE_INIT;
    gd_promise_day day = GD_PROMISE_DAY_INIT;
    uint64_t i, j;
    printf("== promises\n");
    must(gd_ticket_explain(hotline, id, &promises), "explain");
    for (i = 0; i < gd_promises_count(promises); i++) {
        must(gd_promises_at(promises, i, &promise), "promise");
        printf("%s %s by %s\n", promise.promise, promise.unit, day_and_time(promise.by));
        for (j = 0; j < promise.day_count; j++) {
            must(gd_promises_day(promises, i, j, &day), "day");
            printf("    %s ", day.day);
            printf(day.ordinal == 0 ? "-" : "%lu", (unsigned long)day.ordinal);
            printf(" %ld\n", (long)day.counted_ms);
        }
    }
    gd_promises_free(promises);
}

static void list(const char *name, const gd_filter *filter)
{
    gd_tickets *tickets = NULL;
    uint64_t i;
    must(gd_hotline_find(hotline, filter, &tickets), name);
    printf("%s: %lu ", name, (unsigned long)gd_tickets_total(tickets));
    for (i = 0; i < gd_tickets_count(tickets); i++) {
        printf("%s%s", i == 0 ? "" : " ", gd_ticket_number(gd_tickets_at(tickets, i)));
    }
    printf("\n");
    gd_tickets_free(tickets);
}

static void lists(void)
{
    const gd_filter all = GD_FILTER_INIT;
    const gd_stage closed = GD_STAGE_CLOSED;
    gd_filter filter = all;
    printf("== lists\n");
    list("all", &all);
    filter.overdue_at = at("2020-10-20 00:00");
    list("overdue", &filter);
    filter = all;
    filter.stages = &closed;
    filter.stage_count = 1;
    list("closed", &filter);
    filter = all;
    filter.unit = "城管局";
    list("unit", &filter);
    filter = all;
    filter.text = "水压";
    list("text", &filter);
    filter = all;
    filter.difficult = 1;
    list("difficult", &filter);
}

static gd_question september(const gd_grouping *by)
{
    gd_question question = GD_QUESTION_INIT;
    question.period = "2020-09";
    question.as_of = as_of("2020-10-09");
    question.by = by;
    question.by_count = by == NULL ? 0 : 1;
    return question;
}

static gd_figures *figures_by(const gd_grouping *by)
{
    gd_question question = september(by);
    gd_figures *figures = NULL;
    must(gd_hotline_figures(hotline, &question, &figures), "figures");
    return figures;
}

static void tell_total(void)
{
    gd_figures *figures = figures_by(NULL);
    gd_rate rate = GD_RATE_INIT;
    uint64_t i;
    int64_t value;
    for (i = 0; i < gd_list_count(GD_LIST_COUNT); i++) {
        int32_t count = gd_list_code(GD_LIST_COUNT, i);
        if (gd_figures_value(figures, 0, count, &value) == GD_OK) {
            printf("%s %s %ld\n", gd_name(GD_LIST_COUNT, count), gd_term(GD_LIST_COUNT, count), (long)value);
        }
    }
    for (i = 0; i < gd_list_count(GD_LIST_MEASURE); i++) {
        int32_t code = gd_list_code(GD_LIST_MEASURE, i);
        const char *name = gd_name(GD_LIST_MEASURE, code);
        if (gd_figures_rate(figures, GD_TOTAL, name, &rate) == GD_OK) {
            printf("%s %s %ld/%ld %s (%s)\n", name, gd_term(GD_LIST_MEASURE, code), (long)rate.numerator,
                   (long)rate.denominator, rate.printed, gd_measure_rule(name));
        }
    }
    gd_figures_free(figures);
}

static void tell_behind(const gd_figures *figures, uint64_t row, gd_count count)
{
    gd_refs *refs = NULL;
    int64_t value = 0;
    uint64_t i;
    must(gd_figures_value(figures, row, count, &value), "value");
    must(gd_hotline_behind(hotline, figures, row, count, &refs), "behind");
    printf("%s %ld [", gd_name(GD_LIST_COUNT, count), (long)value);
    for (i = 0; i < gd_refs_count(refs); i++) {
        printf("%s%s", i == 0 ? "" : " ", gd_refs_number(refs, i));
    }
    printf("] ");
    gd_refs_free(refs);
}

static void tell_rows(gd_grouping by)
{
    gd_figures *figures = figures_by(&by);
    uint64_t row;
    int64_t value = 0;
    printf("by %s\n", gd_name(GD_LIST_GROUPING, by));
    for (row = 0; row < gd_figures_count(figures); row++) {
        printf("    %s: ", gd_figures_label(figures, row, 0));
        tell_behind(figures, row, GD_COUNT_ACCEPTED);
        tell_behind(figures, row, GD_COUNT_PENDING);
        must(gd_figures_value(figures, row, GD_COUNT_RETURNED, &value), "returned");
        printf("returned %ld\n", (long)value);
    }
    gd_figures_free(figures);
}

static long part_of(const gd_rows *account, const char *part)
{
    uint64_t i;
    long tickets = 0;
    for (i = 0; i < gd_rows_count(account); i++) {
        tickets += strcmp(gd_rows_text(account, i, 0), part) == 0;
    }
    return tickets;
}

static void figures(void)
{
    gd_rows *rows = NULL;
    uint64_t i;
    printf("== figures\n");
    tell_total();
    tell_rows(GD_GROUPING_CATEGORY);
    tell_rows(GD_GROUPING_UNIT);
    tell_rows(GD_GROUPING_CHANNEL);
    must(gd_hotline_contacts(hotline, "2020-09", as_of("2020-10-09"), &rows), "contacts");
    for (i = 0; i < gd_rows_count(rows); i++) {
        printf("contacts %s %ld\n", gd_rows_text(rows, i, 1), (long)gd_rows_integer(rows, i, 2));
    }
    gd_rows_free(rows);
    must(gd_hotline_account(hotline, "2020-09", as_of("2020-10-09"), &rows), "account");
    printf("account %ld + %ld + %ld = %ld + %ld\n", part_of(rows, "opening"), part_of(rows, "taken_in"),
           part_of(rows, "reopened"), part_of(rows, "ended"), part_of(rows, "carried_out"));
    gd_rows_free(rows);
}

static gd_status publish(void *issue)
{
    return gd_hotline_publish(hotline, centre("编辑", "2020-10-09 18:00"), (gd_new_issue *)issue, NULL);
}

static void issue(void)
{
    gd_new_issue issue = GD_NEW_ISSUE_INIT;
    gd_rows *rows = NULL;
    int32_t intact = 0;
    printf("== issue\n");
    issue.year = 2020;
    issue.number = 9;
    issue.period = "2020-09";
    issue.as_of = as_of("2020-10-09");
    must(publish(&issue), "publish");
    must(gd_hotline_issues(hotline, &rows), "issues");
    printf("published %ld %ld by %s seen %ld difficult %ld tables %ld\n",
           (long)gd_rows_integer(rows, 0, 0), (long)gd_rows_integer(rows, 0, 1), gd_rows_text(rows, 0, 5),
           (long)gd_rows_integer(rows, 0, 7), (long)gd_rows_integer(rows, 0, 11),
           (long)gd_rows_integer(rows, 0, 12));
    gd_rows_free(rows);
    failed("publish again", publish(&issue), publish, &issue);
    must(gd_hotline_compare(hotline, 2020, 9, &intact, &rows), "compare");
    printf("intact %s corrections %lu\n", intact ? "yes" : "no", (unsigned long)gd_rows_count(rows));
    gd_rows_free(rows);
    must(gd_hotline_followed_up(hotline, as_of("2020-11-09"), &rows), "followed up");
    printf("followed up %lu\n", (unsigned long)gd_rows_count(rows));
    gd_rows_free(rows);
}

static void other_rules(void)
{
    gd_question question = september(NULL);
    gd_figures *was = NULL, *would_be = NULL;
    gd_rate before = GD_RATE_INIT, after = GD_RATE_INIT;
    int64_t late = 0, late_after = 0;
    char provisions[160];
    printf("== other rules\n");
    sprintf(provisions, "[{\"setting\": \"handle_limit\", \"from\": %ld, \"value\": {\"limit\": "
            "{\"working_days\": 1}}}]", (long)at("2020-09-01 00:00"));
    must(gd_hotline_what_if(hotline, &question, provisions, NULL, &was, &would_be), "what if");
    must(gd_figures_value(was, GD_TOTAL, GD_COUNT_HANDLED_LATE, &late), "late");
    must(gd_figures_value(would_be, GD_TOTAL, GD_COUNT_HANDLED_LATE, &late_after), "late");
    must(gd_figures_rate(was, GD_TOTAL, "in_time_rate", &before), "rate");
    must(gd_figures_rate(would_be, GD_TOTAL, "in_time_rate", &after), "rate");
    printf("handled late %ld -> %ld, in time %ld/%ld -> %ld/%ld\n", (long)late, (long)late_after,
           (long)before.numerator, (long)before.denominator, (long)after.numerator, (long)after.denominator);
    gd_figures_free(was);
    gd_figures_free(would_be);
}

static gd_status delete_all(void *rows)
{
    return gd_hotline_query(hotline, "DELETE FROM ticket", NULL, 0, 0, (gd_rows **)rows);
}

static void files(void)
{
    gd_verified *verified = NULL;
    gd_checked checked = GD_CHECKED_INIT;
    gd_hotline *copy = NULL;
    gd_rows *rows = NULL;
    char path[1024], one[65], other[65];
    uint64_t i;
    printf("== files\n");
    must(gd_hotline_verify(hotline, NULL, NULL, &verified), "verify");
    must(gd_verified_checked(verified, &checked), "checked");
    printf("verified %lu events %lu tickets %lu findings\n", (unsigned long)checked.events,
           (unsigned long)checked.tickets, (unsigned long)gd_verified_count(verified));
    gd_verified_free(verified);
    sprintf(path, "%.1000s/copy.db", folder);
    must(gd_hotline_backup(hotline, path), "backup");
    must(gd_hotline_open(path, GD_OPEN_READ_WRITE, &copy), "copy");
    must(gd_hotline_head(hotline, NULL, &one), "head");
    must(gd_hotline_head(copy, NULL, &other), "head");
    printf("copy has the same head: %s\n", strcmp(one, other) == 0 ? "yes" : "no");
    gd_hotline_close(copy);
    must(gd_hotline_query(hotline, "SELECT category, accepted FROM v1_by_category WHERE month = '2020-09'",
                          NULL, 0, 0, &rows), "query");
    for (i = 0; i < gd_rows_count(rows); i++) {
        printf("    %s %ld\n", or_dash(gd_rows_text(rows, i, 0)), (long)gd_rows_integer(rows, i, 1));
    }
    gd_rows_free(rows);
    failed("delete", delete_all(&rows), delete_all, &rows);
}

int main(int count, char **given)
{
    int64_t lamp;
    folder = count > 1 ? given[1] : ".";
    begin();
    register_all();
    lamp = main_path();
    returned();
    refusals(lamp);
    batches();
    difficult();
    tell_promises(lamp);
    lists();
    figures();
    issue();
    other_rules();
    files();
    gd_hotline_close(hotline);
    return 0;
}
