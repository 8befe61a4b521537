/* An old program, compiled against the first header of 0.1 that was kept: it runs with every
 * later library. */
#include <stdio.h>

#include "gongdan-0.1.h"

int main(int count, char **given)
{
    gd_hotline *hotline = NULL;
    gd_filter filter = GD_FILTER_INIT;
    gd_question question = GD_QUESTION_INIT;
    gd_tickets *list = NULL;
    gd_figures *figures = NULL;
    gd_rate rate = GD_RATE_INIT;
    if (count < 3 || gd_version_number() < GD_VERSION_NUMBER) {
        return 2;
    }
    filter.limit = 10;
    question.period = "2020-09";
    if (gd_hotline_open(given[2], GD_OPEN_READ_ONLY, &hotline) != GD_OK
        || gd_hotline_find(hotline, &filter, &list) != GD_OK || gd_tickets_count(list) != 10
        || gd_ticket_number(gd_tickets_at(list, 0)) == NULL
        || gd_moment_read_as_of("2020-10-09", &question.as_of) != GD_OK
        || gd_hotline_figures(hotline, &question, &figures) != GD_OK
        || gd_figures_rate(figures, GD_TOTAL, "closure_rate", &rate) != GD_OK
        || rate.numerator != 3285 || rate.denominator != 3338) {
        printf("old: %s\n", gd_error_message());
        return 1;
    }
    gd_figures_free(figures);
    gd_tickets_free(list);
    gd_hotline_close(hotline);
    printf("old: a program of 0.1 runs with %s\n", gd_version());
    return 0;
}
