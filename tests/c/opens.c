/* A count is as long as its list, over a wild life: opens FOLDER FILE LIFE THEN NOW TIMES...
 * THEN and NOW are moments, TIMES the counts that count events or minutes: their lists may be shorter. */
#include "county.h"

static char **times = NULL;
static int times_count = 0;

static int is_times(const char *name)
{
    int i;
    for (i = 0; i < times_count; i++) {
        if (strcmp(times[i], name) == 0) {
            return 1;
        }
    }
    return 0;
}

/* One cell opened; says whether there was something in it. */
static int opened(gd_hotline *life, const gd_figures *figures, uint64_t row, gd_count count)
{
    const char *name = gd_name(GD_LIST_COUNT, count);
    gd_refs *refs = NULL;
    int64_t value = 0, listed;
    gd_status status = gd_figures_value(figures, row, count, &value);
    if (status == GD_E_NOT_FOUND) {
        STATUS(gd_hotline_behind(life, figures, row, count, &refs), GD_E_INVALID_INPUT);
        return 0;
    }
    CHECK(status == GD_OK);
    if (strcmp(name, "citizens") == 0) {
        return 0; /* Of whom no list tells. */
    }
    OK(gd_hotline_behind(life, figures, row, count, &refs));
    listed = (int64_t)gd_refs_count(refs);
    if (is_times(name) ? (listed > 0) != (value > 0) || listed > value : listed != value) {
        failures++;
        printf("opens: %s of row %ld is %ld, and %ld are listed\n", name, (long)row, (long)value, (long)listed);
    }
    checks++;
    gd_refs_free(refs);
    return value > 0;
}

/* Every count of the total, and of one row in three so many others. */
static long table(gd_hotline *life, const gd_question *asked)
{
    gd_figures *figures = NULL;
    uint64_t nth, row, counts = gd_list_count(GD_LIST_COUNT);
    long some = 0;
    OK(gd_hotline_figures(life, asked, &figures));
    for (nth = 0; nth < counts; nth++) {
        gd_count count = gd_list_code(GD_LIST_COUNT, nth);
        some += opened(life, figures, GD_TOTAL, count);
        for (row = nth % 3; row < gd_figures_count(figures); row += 3) {
            some += (nth + row) % 5 == 0 && opened(life, figures, row, count);
        }
    }
    gd_figures_free(figures);
    return some;
}

int main(int count, char **given)
{
    gd_hotline *life = NULL;
    gd_question asked = GD_QUESTION_INIT;
    gd_grouping by = 0;
    uint64_t basis, grouping;
    long some = 0;
    int moment;
    if (count < 6) {
        printf("usage: opens FOLDER FILE LIFE THEN NOW TIMES...\n");
        return 2;
    }
    times = given + 6;
    times_count = count - 6;
    OK(gd_hotline_open(given[3], GD_OPEN_READ_ONLY, &life));
    asked.period = "2019..2021";
    asked.by = &by;
    asked.by_count = 1;
    for (moment = 4; moment < 6; moment++) {
        asked.as_of = at(given[moment]);
        for (basis = 0; basis < gd_list_count(GD_LIST_BASIS); basis++) {
            asked.basis = gd_list_code(GD_LIST_BASIS, basis);
            for (grouping = 0; grouping < gd_list_count(GD_LIST_GROUPING); grouping++) {
                by = gd_list_code(GD_LIST_GROUPING, grouping);
                some += table(life, &asked);
            }
        }
    }
    CHECK(some > 1000);
    gd_hotline_close(life);
    return done("opens");
}
