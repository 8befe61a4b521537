/* Who asks: a handle that answers one viewer, and what it does not do. That no question tells more than it
 * may stands in tests/faces/viewers.py. */
#include "county.h"

#define NAME "\xe6\xac\xa7\xe9\x98\xb3\xe8\x8b\xa5\xe5\x85\xb0"
#define PHONE "13807340417"
#define REASON "to ask when somebody is at home"

static int64_t given(gd_hotline *hotline, const char *to)
{
    gd_stamp desk = centre("2020-09-01 09:00");
    gd_intake intake = GD_INTAKE_INIT;
    int64_t id;
    intake.channel = CHANNEL;
    intake.matter = MATTER;
    intake.caller_name = NAME;
    intake.caller_phone = PHONE;
    OK(gd_ticket_intake(hotline, &desk, &intake, NULL));
    id = gd_hotline_last_ticket(hotline);
    OK(gd_ticket_transfer(hotline, id, &desk, to, NULL, 0, NULL, NULL));
    return id;
}

static gd_hotline *viewed_by(gd_hotline *hotline, gd_role role, const char *name)
{
    gd_stamp stamp = GD_STAMP_INIT;
    gd_hotline *view = NULL;
    stamp.role = role;
    stamp.unit = name;
    OK(gd_hotline_viewed_by(hotline, &stamp, &view));
    return view;
}

static uint64_t listed(gd_hotline *hotline)
{
    gd_filter filter = GD_FILTER_INIT;
    gd_tickets *list = NULL;
    uint64_t count;
    OK(gd_hotline_find(hotline, &filter, &list));
    count = gd_tickets_total(list);
    gd_tickets_free(list);
    return count;
}

static void each_its_own(gd_hotline *hotline, int64_t own, int64_t foreign)
{
    gd_hotline *view = viewed_by(hotline, GD_ROLE_UNIT, UNIT_ALIAS), *analyst = NULL;
    gd_ticket *ticket = NULL;
    gd_rows *rows = NULL;
    gd_caller *caller = NULL;
    CHECK(listed(view) == 1 && listed(hotline) == 2);
    OK(gd_ticket_get(view, own, &ticket));
    SAME(gd_ticket_matter(ticket), MATTER);
    gd_ticket_free(ticket);
    STATUS(gd_ticket_get(view, foreign, &ticket), GD_E_NOT_FOUND);
    CHECK(ticket == NULL);
    INVALID(gd_hotline_issues(view, &rows), "viewer");
    INVALID(gd_hotline_backup(view, "nowhere.db"), "viewer");
    gd_hotline_close(view);
    OK(gd_hotline_viewed_by_analyst(hotline, &analyst));
    CHECK(listed(analyst) == 2);
    OK(gd_ticket_get(analyst, foreign, &ticket));
    CHECK(gd_ticket_matter(ticket) == NULL);
    gd_ticket_free(ticket);
    OK(gd_ticket_caller(analyst, foreign, &caller));
    CHECK(gd_caller_withheld(caller) == 1 && gd_caller_name(caller) == NULL && gd_caller_has_phone(caller) == 0);
    gd_caller_free(caller);
    OK(gd_hotline_issues(analyst, &rows));
    gd_rows_free(rows);
    gd_hotline_close(analyst);
}

static void whom_to_ring(gd_hotline *hotline, int64_t own, int64_t foreign)
{
    gd_stamp li = unit(UNIT, "2020-09-01 10:00"), desk = centre("2020-09-01 10:30");
    gd_caller *caller = NULL;
    gd_history *history = NULL;
    gd_ticket *ticket = NULL;
    STATUS(gd_ticket_reveal(hotline, foreign, &li, REASON, &caller), GD_E_NOT_FOUND);
    STATUS(gd_ticket_reveal_history(hotline, foreign, &li, REASON, &history), GD_E_NOT_FOUND);
    STATUS(gd_ticket_reveal_history(hotline, own, &li, REASON, &history), GD_E_REFUSED);
    CHECK(gd_error_refusal_code() == GD_REFUSAL_IN_FULL);
    OK(gd_ticket_reveal(hotline, own, &li, REASON, &caller));
    SAME(gd_caller_phone(caller), PHONE);
    CHECK(gd_caller_address(caller) == NULL && strcmp(gd_caller_name(caller), NAME) != 0);
    gd_caller_free(caller);
    OK(gd_ticket_confidential(hotline, own, &desk, GD_YES, NULL));
    STATUS(gd_ticket_reveal(hotline, own, &li, REASON, &caller), GD_E_REFUSED);
    CHECK(gd_error_refusal_code() == GD_REFUSAL_CONFIDENTIAL);
    li.at = at("2020-09-01 11:00");
    OK(gd_ticket_note(hotline, own, &li, "on the spot", &ticket));
    CHECK(gd_ticket_matter(ticket) == NULL);
    gd_ticket_free(ticket);
}

static void a_view_only_asks(gd_hotline *hotline, int64_t own)
{
    gd_stamp li = unit(UNIT, "2020-09-01 11:00"), nobody = GD_STAMP_INIT;
    gd_hotline *view = viewed_by(hotline, GD_ROLE_UNIT, UNIT), *other = NULL;
    INVALID(gd_ticket_sign_off(view, own, &li, NULL), "hotline");
    INVALID(gd_hotline_begin(view), "hotline");
    INVALID(gd_hotline_viewed_by(view, &li, &other), "hotline");
    INVALID(gd_hotline_viewed_by(hotline, NULL, &other), "stamp");
    INVALID(gd_hotline_viewed_by(hotline, &li, NULL), "view");
    nobody.role = GD_ROLE_UNIT;
    INVALID(gd_hotline_viewed_by(hotline, &nobody, &other), "unit");
    nobody.unit = "nobody";
    INVALID(gd_hotline_viewed_by(hotline, &nobody, &other), "unit");
    CHECK(other == NULL);
    gd_hotline_close(view);
    STATUS(gd_hotline_last_at(view, &li.at), GD_E_CLOSED);
    CHECK(listed(hotline) == 2);
}

static void all_go_with_the_hotline(gd_hotline *hotline)
{
    gd_hotline *view = viewed_by(hotline, GD_ROLE_SUPERVISOR, NULL);
    int64_t moment = 0;
    OK(gd_hotline_begin(hotline));
    given(hotline, UNIT);
    CHECK(listed(view) == 3);
    OK(gd_hotline_roll_back(hotline));
    CHECK(listed(view) == 2);
    gd_hotline_close(hotline);
    STATUS(gd_hotline_last_at(view, &moment), GD_E_CLOSED);
    gd_hotline_close(view);
    CHECK(gd_error_status() == GD_OK);
}

int main(int argc, char **argv)
{
    gd_hotline *hotline;
    int64_t own, foreign;
    if (argc < 2) {
        return 1;
    }
    hotline = county(in_folder(argv[1], "viewer.db"));
    own = given(hotline, UNIT);
    foreign = given(hotline, OTHER_UNIT);
    each_its_own(hotline, own, foreign);
    whom_to_ring(hotline, own, foreign);
    a_view_only_asks(hotline, own);
    all_go_with_the_hotline(hotline);
    return done("viewer");
}
