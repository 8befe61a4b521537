#include <stdio.h>
#include <gongdan.h>

static int failed(const char *what)
{
    printf("%s: %s\n", what, gd_error_message());
    return 1;
}

int main(int argc, char **argv)
{
    gd_hotline *hotline = NULL, *view = NULL;
    gd_founding founding = GD_FOUNDING_INIT;
    gd_stamp desk = GD_STAMP_INIT, unit = GD_STAMP_INIT;
    gd_new_entry entry = GD_NEW_ENTRY_INIT;
    gd_intake intake = GD_INTAKE_INIT;
    gd_filter filter = GD_FILTER_INIT;
    gd_ticket *ticket = NULL;
    gd_tickets *list = NULL;
    uint64_t i;
    int64_t id;

    gd_set_language(GD_LANGUAGE_ENGLISH);
    desk.by = "Seat 07";
    desk.at = gd_now();
    founding.region = 430424;
    founding.name = "Hengdong";
    founding.office = "Hengdong hotline";
    if (gd_hotline_create(argc > 1 ? argv[1] : "first.db", &founding, &desk, GD_OPEN_READ_WRITE, &hotline))
        return failed("create");

    entry.species = GD_SPECIES_CHANNEL;             /* the office: a channel and a unit */
    entry.channel_kind = GD_CHANNEL_KIND_CALL;
    entry.name = "telephone";
    if (gd_register_add(hotline, &desk, &entry, NULL))
        return failed("channel");
    entry.species = GD_SPECIES_UNIT;
    entry.channel_kind = 0;
    entry.name = "Street lights";
    if (gd_register_add(hotline, &desk, &entry, NULL))
        return failed("unit");

    intake.channel = "telephone";                   /* a ticket comes in, and goes to the unit */
    intake.matter = "a lamp is out";
    if (gd_ticket_intake(hotline, &desk, &intake, &ticket))
        return failed("intake");
    id = gd_ticket_id(ticket);
    desk.version = gd_ticket_version(ticket);       /* somebody else may have been faster */
    gd_ticket_free(ticket);
    if (gd_ticket_transfer(hotline, id, &desk, "Street lights", NULL, 0, NULL, NULL))
        return failed("transfer");

    unit.role = GD_ROLE_UNIT;                       /* the unit has to sign before it replies */
    unit.unit = "Street lights";
    unit.by = "Li Si";
    unit.at = desk.at;
    if (gd_ticket_handle(hotline, id, &unit, "a new bulb", NULL) == GD_E_REFUSED)
        printf("%s (%s)\n", gd_error_message(), gd_name(GD_LIST_REFUSAL, gd_error_refusal_code()));
    if (gd_ticket_sign_off(hotline, id, &unit, NULL) || gd_ticket_handle(hotline, id, &unit, "a new bulb", NULL))
        return failed("handle");

    if (gd_hotline_viewed_by(hotline, &unit, &view)) /* what the unit may see, and no more */
        return failed("view");
    filter.open = GD_YES;                           /* a list, as a grid shows it */
    if (gd_hotline_find(view, &filter, &list))
        return failed("find");
    for (i = 0; i < gd_tickets_count(list); i++) {
        const gd_ticket *each = gd_tickets_at(list, i);
        printf("%s %s: %s\n", gd_ticket_number(each), gd_ticket_matter(each), gd_name(GD_LIST_STAGE, gd_ticket_stage(each)));
    }
    gd_tickets_free(list);
    gd_hotline_close(view);
    gd_hotline_close(hotline);
    return 0;
}
