/* The walkthrough: the story that every language tells (tests/walkthrough.txt), told in C. This
 * file is UTF-8. Usage: walkthrough FOLDER > transcript */
#include "walkthrough/figures.h"
#include "walkthrough/tickets.h"

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
