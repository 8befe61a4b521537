/* Checks for the C tests: what does not hold is printed with its line, and main returns 1. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gongdan.h"

static int failures = 0;
static long checks = 0;

#define CHECK(holds)                                                                       \
    do {                                                                                   \
        checks++;                                                                          \
        if (!(holds)) {                                                                    \
            failures++;                                                                    \
            printf("%s:%d: does not hold: %s (last message: %s)\n", __FILE__, __LINE__,    \
                   #holds, gd_error_message());                                            \
        }                                                                                  \
    } while (0)

/* The call came to this status, and the thread's own status says the same. */
#define STATUS(call, wanted)                                                               \
    do {                                                                                   \
        gd_status came = (call);                                                           \
        checks++;                                                                          \
        if (came != (wanted) || gd_error_status() != (wanted)                              \
            || ((wanted) == GD_OK) != (gd_error_message()[0] == '\0')) {                   \
            failures++;                                                                    \
            printf("%s:%d: %s came to %d, not %d (last message: %s)\n", __FILE__,          \
                   __LINE__, #call, (int)came, (int)(wanted), gd_error_message());         \
        }                                                                                  \
    } while (0)

#define OK(call) STATUS(call, GD_OK)

/* The call was GD_E_INVALID_INPUT and named this argument. */
#define INVALID(call, argument)                                                            \
    do {                                                                                   \
        STATUS(call, GD_E_INVALID_INPUT);                                                  \
        CHECK(strcmp(gd_error_argument(), argument) == 0);                                 \
    } while (0)

#define SAME(a, b) CHECK((a) != NULL && strcmp((a), (b)) == 0)

static int done(const char *name)
{
    printf("%s: %ld checks, %d failures\n", name, checks, failures);
    return failures == 0 ? 0 : 1;
}

#endif
