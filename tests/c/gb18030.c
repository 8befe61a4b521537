/* A client that speaks GB18030: all strings in and out, messages too; paths stay UTF-8. */
#include "county.h"

#define G_CHANNEL "\xc0\xb4\xb5\xe7"
#define G_UNIT "\xcf\xd8\xb3\xc7\xb9\xdc\xd6\xb4\xb7\xa8\xbe\xd6"
#define G_CATEGORY "\xb3\xc7\xca\xd0\xb9\xdc\xc0\xed"
/* lu deng, the town of Mi (not in GB2312), and a character of four bytes. */
#define G_MATTER "\xc2\xb7\xb5\xc6\x9b\xa6\xcb\xae\xd5\xf2\x95\x34\xb2\x35\xa2\xe3"
#define U_MATTER "\xe8\xb7\xaf\xe7\x81\xaf\xe6\xb4\xa3\xe6\xb0\xb4\xe9\x95\x87\xf0\xa0\xae\xb7\xe2\x82\xac"

static int64_t take_in_as_gb18030(gd_hotline *hotline)
{
    gd_stamp stamp = centre("2020-09-01 09:00");
    gd_intake intake = GD_INTAKE_INIT;
    gd_ticket *ticket = NULL;
    int64_t id;
    stamp.by = "\xd7\xf9\xcf\xaf" "07";
    intake.channel = G_CHANNEL;
    intake.category = G_CATEGORY;
    intake.matter = G_MATTER;
    OK(gd_ticket_intake(hotline, &stamp, &intake, &ticket));
    SAME(gd_ticket_matter(ticket), G_MATTER);
    SAME(gd_ticket_channel(ticket), G_CHANNEL);
    SAME(gd_ticket_category(ticket), G_CATEGORY);
    id = gd_ticket_id(ticket);
    gd_ticket_free(ticket);
    intake.matter = "\xc2\xb7\xb5";
    INVALID(gd_ticket_intake(hotline, &stamp, &intake, NULL), "matter");
    intake.matter = "\x81\x30\x81";
    INVALID(gd_ticket_intake(hotline, &stamp, &intake, NULL), "matter");
    OK(gd_ticket_transfer(hotline, id, &stamp, G_UNIT, NULL, 0, NULL, NULL));
    stamp.role = GD_ROLE_UNIT;
    stamp.unit = G_UNIT;
    STATUS(gd_ticket_handle(hotline, id, &stamp, "x", NULL), GD_E_REFUSED);
    SAME(gd_error_message(), "\xb9\xa4\xb5\xa5\xc9\xd0\xce\xb4\xc7\xa9\xca\xd5,\xb2\xbb\xc4\xdc\xb0\xec\xbd\xe1");
    return id;
}

/* A text that GB18030 cannot write: the one who asks is told which, and gets no question mark. */
static void does_not_fit(gd_hotline *utf8, gd_hotline *gb18030)
{
    gd_stamp stamp = centre("2020-09-01 11:00");
    gd_intake intake = GD_INTAKE_INIT;
    gd_ticket *ticket = NULL;
    gd_filter filter = GD_FILTER_INIT;
    gd_tickets *list = NULL;
    intake.channel = CHANNEL;
    intake.matter = "\xee\x97\xa5";
    OK(gd_ticket_intake(utf8, &stamp, &intake, NULL));
    INVALID(gd_ticket_get(gb18030, gd_hotline_last_ticket(utf8), &ticket), "matter");
    CHECK(ticket == NULL);
    INVALID(gd_hotline_find(gb18030, &filter, &list), "matter");
    CHECK(list == NULL);
}

int main(int count, char **given)
{
    const char *folder = count > 1 ? given[1] : ".";
    const char *path = in_folder(folder, "\xe5\xb7\xa5\xe5\x8d\x95.db");
    gd_hotline *utf8 = county(path), *gb18030 = NULL;
    gd_question question = GD_QUESTION_INIT;
    gd_grouping by = GD_GROUPING_UNIT;
    gd_figures *figures = NULL;
    gd_rate rate = GD_RATE_INIT;
    gd_ticket *ticket = NULL;
    gd_rows *rows = NULL;
    int64_t id;
    OK(gd_hotline_open(path, GD_OPEN_READ_WRITE, &gb18030));
    INVALID(gd_hotline_set_encoding(gb18030, 7), "encoding");
    OK(gd_hotline_set_encoding(gb18030, GD_ENCODING_GB18030));
    id = take_in_as_gb18030(gb18030);
    OK(gd_ticket_get(utf8, id, &ticket));
    SAME(gd_ticket_matter(ticket), U_MATTER);
    gd_ticket_free(ticket);
    question.period = "2020-09";
    question.as_of = at("2020-09-30 12:00");
    question.by = &by;
    question.by_count = 1;
    OK(gd_hotline_figures(gb18030, &question, &figures));
    SAME(gd_figures_label(figures, 0, 0), G_UNIT);
    OK(gd_figures_rate(figures, 0, "satisfaction_rate", &rate));
    SAME(rate.printed, "\xa1\xaa");
    gd_figures_free(figures);
    OK(gd_hotline_query(gb18030, "select '\xc2\xb7' || number from v1_tickets", NULL, 0, 0, &rows));
    SAME(gd_rows_text(rows, 0, 0), "\xc2\xb7" "20200901-0001");
    gd_rows_free(rows);
    does_not_fit(utf8, gb18030);
    gd_hotline_close(gb18030);
    gd_hotline_close(utf8);
    return done("gb18030");
}
