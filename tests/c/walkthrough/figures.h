/* The chapters of lists, figures, the published issue and other rules. This file is UTF-8. */
#ifndef FIGURES_H
#define FIGURES_H

#include "words.h"

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
    filter.overdue_on = at("2020-10-20 00:00");
    list("overdue", &filter);
    filter = all;
    filter.stage = &closed;
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
    must(gd_hotline_contacts(hotline, "2020-09", as_of("2020-10-09"), 0, &rows), "contacts");
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
    must(gd_hotline_what_if(hotline, &question, provisions, NULL, NULL, &was, &would_be), "what if");
    must(gd_figures_value(was, GD_TOTAL, GD_COUNT_HANDLED_LATE, &late), "late");
    must(gd_figures_value(would_be, GD_TOTAL, GD_COUNT_HANDLED_LATE, &late_after), "late");
    must(gd_figures_rate(was, GD_TOTAL, "in_time_rate", &before), "rate");
    must(gd_figures_rate(would_be, GD_TOTAL, "in_time_rate", &after), "rate");
    printf("handled late %ld -> %ld, in time %ld/%ld -> %ld/%ld\n", (long)late, (long)late_after,
           (long)before.numerator, (long)before.denominator, (long)after.numerator, (long)after.denominator);
    gd_figures_free(was);
    gd_figures_free(would_be);
}

#endif
