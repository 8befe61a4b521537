/* How the story is told: moments, stamps, and what is said of a call that failed. This file is UTF-8. */
#ifndef WORDS_H
#define WORDS_H

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

#endif
