/* What a call through the C face costs. Usage: c_face FILE; prints nanoseconds a ticket. */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "gongdan.h"

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e9 + (double)at.tv_nsec;
}

/* Every ticket by its id. */
static double get_all(gd_hotline *hotline, const gd_tickets *list)
{
    double begun = now();
    uint64_t i, count = gd_tickets_count(list);
    for (i = 0; i < count; i++) {
        gd_ticket *ticket = NULL;
        if (gd_ticket_get(hotline, gd_ticket_id(gd_tickets_at(list, i)), &ticket) != GD_OK) {
            exit(1);
        }
        gd_ticket_free(ticket);
    }
    return (now() - begun) / (double)count;
}

/* What a grid shows of every ticket: five cells a row, their bytes touched. */
static double walk(const gd_tickets *list, uint64_t *sum)
{
    double begun = now();
    uint64_t i, count = gd_tickets_count(list);
    for (i = 0; i < count; i++) {
        const gd_ticket *ticket = gd_tickets_at(list, i);
        const char *unit = gd_ticket_unit(ticket);
        *sum += (uint64_t)gd_ticket_id(ticket) + (uint64_t)gd_ticket_stage(ticket)
            + (uint64_t)gd_ticket_handle_by(ticket) + (uint64_t)gd_ticket_number(ticket)[0]
            + (uint64_t)(unit == NULL ? 0 : unit[0]);
    }
    return (now() - begun) / (double)count;
}

int main(int count, char **given)
{
    gd_hotline *hotline = NULL;
    gd_filter filter = GD_FILTER_INIT;
    gd_tickets *list = NULL;
    double get = 1e18, walked = 1e18, found = 1e18;
    uint64_t sum = 0;
    int round;
    if (count < 2 || gd_hotline_open(given[1], GD_OPEN_READ_ONLY, &hotline) != GD_OK) {
        return 1;
    }
    for (round = 0; round < 9; round++) {
        double begun = now(), one;
        if (gd_hotline_find(hotline, &filter, &list) != GD_OK) {
            return 1;
        }
        one = (now() - begun) / (double)gd_tickets_count(list);
        found = one < found ? one : found;
        one = get_all(hotline, list);
        get = one < get ? one : get;
        one = walk(list, &sum);
        walked = one < walked ? one : walked;
        gd_tickets_free(list);
    }
    printf("%.1f %.1f %.1f\n", get, walked, found);
    gd_hotline_close(hotline);
    return sum == 0;
}
