/* One of several programs that work on one file at once, and what stands in it afterwards.
 *
 *   race FILE prepare COUNT              takes tickets in and gives them to a unit
 *   race FILE lives WHO ROUNDS           reads the open tickets, says `ready`, waits for a line, and
 *                                        then takes each ticket one step on, so many times over
 *   race FILE notes WHO ROUNDS TICKET    the same with nothing but notes on one ticket
 *   race FILE first                      the ticket that stands first among the open ones
 *   race FILE tell                       every event of every ticket, and what verify finds
 *
 * Every command is made under a name of its own and with the version that was seen, and said:
 *
 *   done NAME TICKET SEEN SEQ...    conflict NAME TICKET SEEN STANDS    refused NAME TICKET SEEN CODE
 */
#include "county.h"

#define MOST 64
#define POOL 30

static const int64_t A_SECOND = 1000;

struct known {
    int64_t id, last_at;
    uint32_t seen, callbacks;
    gd_stage stage;
    char unit[128];
};

static gd_hotline *hotline;
static struct known pool[MOST];
static int known_count = 0, attempts = 0, only_notes = 0;
static const char *who = "";
static char name[40];

/* A whole number that is not negative; %ld is too narrow on Windows. The text is the next call's. */
static const char *digits(int64_t number)
{
    static char text[4][24];
    static int next = 0;
    const int64_t half = 1000000000;
    next = (next + 1) % 4;
    if (number < half) {
        sprintf(text[next], "%ld", (long)number);
    } else {
        sprintf(text[next], "%ld%09ld", (long)(number / half), (long)(number % half));
    }
    return text[next];
}

static int64_t number(const char *digits)
{
    int64_t number = 0;
    for (; *digits >= '0' && *digits <= '9'; digits++) {
        number = number * 10 + (*digits - '0');
    }
    return number;
}

static void learn(struct known *known, const gd_ticket *ticket)
{
    const char *unit = gd_ticket_unit(ticket);
    known->id = gd_ticket_id(ticket);
    known->seen = gd_ticket_version(ticket);
    known->last_at = gd_ticket_last_at(ticket);
    known->callbacks = gd_ticket_callbacks(ticket);
    known->stage = gd_ticket_stage(ticket);
    sprintf(known->unit, "%.120s", unit == NULL ? "" : unit);
}

static void learn_again(struct known *known)
{
    gd_ticket *ticket = NULL;
    OK(gd_ticket_get(hotline, known->id, &ticket));
    if (ticket != NULL) {
        learn(known, ticket);
    }
    gd_ticket_free(ticket);
}

/* A name that no other command of any program bears. */
static gd_stamp signed_by(const struct known *known, int of_unit)
{
    gd_stamp stamp = GD_STAMP_INIT;
    sprintf(name, "%.20s-%d", who, ++attempts);
    stamp.by = name;
    stamp.at = known->last_at + A_SECOND;
    stamp.version = known->seen;
    if (of_unit) {
        stamp.role = GD_ROLE_UNIT;
        stamp.unit = known->unit;
    }
    return stamp;
}

static void say_done(const gd_ticket *ticket, uint32_t seen)
{
    gd_entry entry = GD_ENTRY_INIT;
    uint64_t i;
    printf("done %s %s %u", name, digits(gd_ticket_id(ticket)), (unsigned)seen);
    for (i = 0; i < gd_ticket_entries_count(ticket); i++) {
        OK(gd_ticket_entries_at(ticket, i, &entry));
        printf(" %s", digits((int64_t)entry.seq));
    }
    printf("\n");
}

static void say(gd_status status, struct known *known, gd_ticket *ticket)
{
    uint32_t stands = gd_error_version();
    if (status == GD_OK) {
        say_done(ticket, known->seen);
        learn(known, ticket);
    } else if (status == GD_E_CONFLICT) {
        printf("conflict %s %s %u %u\n", name, digits(known->id), (unsigned)known->seen, (unsigned)stands);
        learn_again(known);
    } else {
        printf("refused %s %s %u %d\n", name, digits(known->id), (unsigned)known->seen, (int)status);
        learn_again(known);
    }
    gd_ticket_free(ticket);
}

/* The step that the ticket, as it was last seen, waits for. */
static gd_status step(const struct known *known, gd_ticket **ticket)
{
    gd_callback callback = GD_CALLBACK_INIT;
    gd_stage stage = only_notes ? GD_STAGE_CLOSED : known->stage;
    int of_unit = stage == GD_STAGE_TRANSFERRED || stage == GD_STAGE_SIGNED_OFF || stage == GD_STAGE_REWORK;
    gd_stamp stamp = signed_by(known, of_unit);
    callback.outcome = GD_CALLBACK_OUTCOME_REACHED;
    callback.satisfaction = GD_SATISFACTION_SATISFIED;
    callback.solved = GD_YES;
    switch (stage) {
    case GD_STAGE_TRANSFERRED: return gd_ticket_sign_off(hotline, known->id, &stamp, ticket);
    case GD_STAGE_SIGNED_OFF:
    case GD_STAGE_REWORK: return gd_ticket_handle(hotline, known->id, &stamp, "handled", ticket);
    case GD_STAGE_HANDLED:
        if (known->callbacks == 0) {
            return gd_ticket_callback(hotline, known->id, &stamp, &callback, ticket);
        }
        return gd_ticket_close(hotline, known->id, &stamp, GD_CLOSE_OUTCOME_SOLVED, ticket);
    default: return gd_ticket_note(hotline, known->id, &stamp, "noted", ticket);
    }
}

static void take_one_in(void)
{
    struct known taken = {0, 0, 0, 0, 0, ""};
    gd_intake intake = GD_INTAKE_INIT;
    gd_ticket *ticket = NULL;
    gd_stamp stamp = signed_by(&taken, 0);
    gd_status status;
    stamp.at = at("2020-10-13 20:00");
    intake.channel = CHANNEL;
    intake.matter = MATTER;
    status = gd_ticket_intake(hotline, &stamp, &intake, &ticket);
    say(status, &taken, ticket);
}

static void work(int rounds)
{
    int round, i;
    for (round = 0; round < rounds; round++) {
        for (i = 0; i < known_count; i++) {
            gd_ticket *ticket = NULL;
            gd_status status = step(&pool[i], &ticket);
            say(status, &pool[i], ticket);
            if (i % 4 == 0) {
                take_one_in();
            }
        }
    }
}

static void read_open_tickets(void)
{
    gd_filter filter = GD_FILTER_INIT;
    gd_tickets *tickets = NULL;
    uint64_t i;
    filter.open = 1;
    filter.limit = POOL;
    OK(gd_hotline_find(hotline, &filter, &tickets));
    for (i = 0; i < gd_tickets_count(tickets); i++) {
        learn(&pool[known_count++], gd_tickets_at(tickets, i));
    }
    gd_tickets_free(tickets);
}

static int take_part(const char *mode, int rounds, const char *ticket)
{
    char line[16];
    only_notes = strcmp(mode, "notes") == 0;
    if (only_notes) {
        pool[known_count++].id = number(ticket);
        learn_again(&pool[0]);
    } else {
        read_open_tickets();
    }
    printf("ready\n");
    fflush(stdout);
    CHECK(fgets(line, sizeof line, stdin) != NULL);
    work(rounds);
    return failures != 0;
}

static void prepare(int count)
{
    gd_stamp stamp = centre("2020-10-13 10:00");
    int i;
    for (i = 0; i < count; i++) {
        int64_t ticket = take_in(hotline, "2020-10-13 09:00");
        OK(gd_ticket_transfer(hotline, ticket, &stamp, OTHER_UNIT, NULL, 0, NULL, NULL));
    }
}

static void tell_one(int64_t ticket)
{
    gd_history *history = NULL;
    gd_history_entry entry = GD_HISTORY_ENTRY_INIT;
    uint64_t i;
    OK(gd_ticket_history(hotline, ticket, &history));
    for (i = 0; i < gd_history_count(history); i++) {
        OK(gd_history_at(history, i, &entry));
        printf("event %s %s %s %s %s\n", digits((int64_t)entry.seq), digits(ticket), digits((int64_t)i + 1),
               entry.event, entry.by);
    }
    gd_history_free(history);
}

static void tell(void)
{
    gd_filter filter = GD_FILTER_INIT;
    gd_tickets *tickets = NULL;
    gd_verified *verified = NULL;
    uint64_t i;
    OK(gd_hotline_find(hotline, &filter, &tickets));
    for (i = 0; i < gd_tickets_count(tickets); i++) {
        tell_one(gd_ticket_id(gd_tickets_at(tickets, i)));
    }
    gd_tickets_free(tickets);
    OK(gd_hotline_verify(hotline, NULL, NULL, &verified));
    printf("findings %s\n", digits((int64_t)gd_verified_count(verified)));
    gd_verified_free(verified);
}

int main(int count, char **given)
{
    int came = 0;
    OK(gd_set_language(GD_LANGUAGE_ENGLISH));
    OK(gd_hotline_open(given[1], GD_OPEN_READ_WRITE, &hotline));
    if (strcmp(given[2], "prepare") == 0) {
        prepare(atoi(given[3]));
    } else if (strcmp(given[2], "first") == 0) {
        read_open_tickets();
        printf("%s\n", digits(pool[0].id));
    } else if (strcmp(given[2], "tell") == 0) {
        tell();
    } else {
        who = given[3];
        came = take_part(given[2], atoi(given[4]), count > 5 ? given[5] : NULL);
    }
    gd_hotline_close(hotline);
    return came != 0 || failures != 0;
}
