/* A small county: a new file with three channels, two units and two categories. All strings here
 * are UTF-8. */
#ifndef COUNTY_H
#define COUNTY_H

#include "check.h"

#define CHANNEL "\xe6\x9d\xa5\xe7\x94\xb5"                                 /* lai dian */
#define UNIT "\xe5\x8e\xbf\xe5\x9f\x8e\xe7\xae\xa1\xe6\x89\xa7\xe6\xb3\x95\xe5\xb1\x80"
#define UNIT_ALIAS "\xe5\x9f\x8e\xe7\xae\xa1\xe5\xb1\x80"
#define OTHER_UNIT "\xe5\x8e\xbf\xe4\xbd\x8f\xe5\xbb\xba\xe5\xb1\x80"
#define CATEGORY "\xe5\x9f\x8e\xe5\xb8\x82\xe7\xae\xa1\xe7\x90\x86"
#define MATTER "\xe8\xb7\xaf\xe7\x81\xaf\xe4\xb8\x8d\xe4\xba\xae"          /* lu deng bu liang */
#define DESK "\xe5\x9d\x90\xe5\xb8\xad" "07"

static int64_t at(const char *text)
{
    int64_t moment = GD_NO_MOMENT;
    OK(gd_moment_read(text, &moment));
    return moment;
}

static gd_stamp centre(const char *when)
{
    gd_stamp stamp = GD_STAMP_INIT;
    stamp.by = DESK;
    stamp.at = at(when);
    return stamp;
}

static gd_stamp unit(const char *name, const char *when)
{
    gd_stamp stamp = GD_STAMP_INIT;
    stamp.role = GD_ROLE_UNIT;
    stamp.by = "Li";
    stamp.unit = name;
    stamp.at = at(when);
    return stamp;
}

static void add(gd_hotline *hotline, gd_species species, const char *name, const char *alias)
{
    gd_stamp stamp = centre("2020-08-31 09:00");
    gd_new_entry entry = GD_NEW_ENTRY_INIT;
    entry.species = species;
    entry.channel_kind = species == GD_SPECIES_CHANNEL ? GD_CHANNEL_KIND_CALL : 0;
    entry.name = name;
    entry.aliases = alias == NULL ? NULL : &alias;
    entry.alias_count = alias == NULL ? 0 : 1;
    OK(gd_register_add(hotline, &stamp, &entry, NULL));
}

static gd_hotline *county(const char *path)
{
    gd_hotline *hotline = NULL;
    gd_founding founding = GD_FOUNDING_INIT;
    gd_stamp stamp = centre("2020-08-31 09:00");
    founding.region = 430424;
    founding.name = "\xe8\xa1\xa1\xe4\xb8\x9c\xe5\x8e\xbf";
    founding.office = "\xe8\xa1\xa1\xe4\xb8\x9c\xe5\x8e\xbf\xe8\xa1\x8c\xe6\x94\xbf\xe5\xae\xa1\xe6\x89\xb9\xe6\x9c\x8d\xe5\x8a\xa1\xe5\xb1\x80";
    OK(gd_hotline_create(path, &founding, &stamp, GD_OPEN_NORMAL_DURABILITY, &hotline));
    add(hotline, GD_SPECIES_CHANNEL, CHANNEL, NULL);
    add(hotline, GD_SPECIES_UNIT, UNIT, UNIT_ALIAS);
    add(hotline, GD_SPECIES_UNIT, OTHER_UNIT, NULL);
    add(hotline, GD_SPECIES_CATEGORY, CATEGORY, NULL);
    return hotline;
}

static int64_t take_in(gd_hotline *hotline, const char *when)
{
    gd_stamp stamp = centre(when);
    gd_intake intake = GD_INTAKE_INIT;
    intake.channel = CHANNEL;
    intake.matter = MATTER;
    intake.category = CATEGORY;
    OK(gd_ticket_intake(hotline, &stamp, &intake, NULL));
    return gd_hotline_last_ticket(hotline);
}

/* A path in the folder that the test was given. */
static const char *in_folder(const char *folder, const char *name)
{
    static char path[32][1024];
    static int next = 0;
    next = (next + 1) % 32;
    sprintf(path[next], "%.900s/%.100s", folder, name);
    return path[next];
}

#endif
