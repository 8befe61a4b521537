/* Reads tickets. Usage: ticket FILE TIMES; their ids, one a line, by standard input. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "gongdan.h"

#define MOST 4096

int main(int count, char **given)
{
    static int64_t ids[MOST];
    gd_hotline *hotline = NULL;
    unsigned long i, known = 0, times, closed = 0;
    if (count != 3 || gd_hotline_open(given[1], 0, &hotline) != GD_OK) {
        return 1;
    }
    times = strtoul(given[2], NULL, 10);
    while (known < MOST && scanf("%" SCNd64, &ids[known]) == 1) {
        known++;
    }
    for (i = 0; i < times && known > 0; i++) {
        gd_ticket *ticket = NULL;
        if (gd_ticket_get(hotline, ids[i % known], &ticket) != GD_OK) {
            return 1;
        }
        closed += gd_ticket_stage(ticket) == GD_STAGE_CLOSED;
        gd_ticket_free(ticket);
    }
    gd_hotline_close(hotline);
    return closed == 0;
}
