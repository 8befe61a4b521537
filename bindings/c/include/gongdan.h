/*
 * gongdan.h: the life of a government hotline's tickets on one SQLite file, for C.
 *
 * `make faces` writes this file; the words in it are the reference. It is plain C89 with <stdint.h>,
 * and C++. First a list of what it contains and an example, then what holds for every function.
 *
 * CONTENTS
 *   1. Statuses and versions
 *   2. The last message
 *   3. Moments, yes and no, and the stamp
 *   4. The hotline and its file
 *   5. Who asks
 *   6. A ticket as it stands, and its past
 *   7. Commands: A ticket comes in, and the desk deals with it at once
 *   8. Commands: Which unit has the ticket
 *   9. Commands: What the unit does, and its limits
 *   10. Commands: The citizen is called back, and the ticket ends
 *   11. Commands: What stands beside the stage
 *   12. Commands: Who called, and what is erased
 *   13. Finding tickets
 *   14. Figures and ranking
 *   15. Bulletins and issues
 *   16. The office
 *   17. Persons' data
 *   18. SQL and columns
 *   19. Sheets and lines, in and out
 *   20. Words by number
 *
 * HANDLES AND OBJECTS. A gd_hotline is opened and closed. All other gd_ objects answer a question
 *   and are yours: each names the function that frees it. Freeing or closing NULL is nothing to do.
 *   What a list lends (gd_tickets_at) goes with the list. Objects stay good after their hotline is
 *   closed. A closed, foreign or stale handle is GD_E_CLOSED, and freeing an object twice is too; to
 *   read an object after it was freed is your mistake and cannot be caught.
 * STATUSES. A function that can fail returns gd_status: GD_OK (0), or a GD_E_ number that is never
 *   used for anything else. gd_name(GD_LIST_STATUS, status) is its name. Functions that give a value
 *   give 0 or NULL when they fail, and gd_error_status tells.
 * THE LAST MESSAGE. Each thread has one: EVERY call sets it or clears it, but gd_name, gd_term and those
 *   named gd_error_ and gd_version. It is one line, in the thread's language (gd_set_language; Chinese at first), and
 *   never repeats personal data. After GD_E_REFUSED, gd_error_refusal_code and its neighbours say
 *   which rule, at which stage, and what would be allowed.
 * OUT-POINTERS come last. One that takes an object is NULL after every failure. One that takes a
 *   number stays as it was.
 * STRINGS in are copied, end in a zero byte, and are UTF-8, or GB18030 after gd_hotline_set_encoding
 *   (gd_set_encoding for calls without a handle). NULL and "" mean nothing given, where nothing may be
 *   given. Strings out are in the encoding that the handle had when the object was made; they belong
 *   to the object they came from and go with it: no string is ever freed by you. What is not known is
 *   NULL. Text that is not valid, or does not fit the encoding, is GD_E_INVALID_INPUT, and
 *   gd_error_argument names it.
 * PATHS are always UTF-8. On Windows: wide characters through WideCharToMultiByte(CP_UTF8, ...);
 *   from an ANSI (GBK) string, MultiByteToWideChar(CP_ACP, ...) first.
 * STRUCTS that you fill in, or have filled, begin with their size and have an _INIT macro: set them to
 *   it first. They may grow; a library reads and writes no more than the size says. A member that
 *   the library is too old to know is GD_E_INVALID_INPUT unless it is zero.
 * MOMENTS are milliseconds since 1970-01-01 UTC as int64_t; shown and read in Beijing time, whatever
 *   the zone of the PC. GD_NO_MOMENT (0) is none. Nothing in here reads the clock but gd_now.
 * PERIODS are texts: `2020-09`, `2020-Q3`, `2020-W36`, `2020`, `2020-09-21`, or two of them joined by `..`.
 * NUMBERS. Codes are int32_t; 0 is no code. Ids are below 2^53. Counts and places are uint64_t; places
 *   begin with 0, and one past the end is GD_E_INVALID_INPUT. No size depends on that of a pointer.
 * THREADS. A handle may go from thread to thread, one call at a time: a second call meanwhile is
 *   GD_E_BUSY. For work side by side open the file once in each thread. Objects may be read by several
 *   threads at once and freed by any one. After fork() both processes may go on with a handle, unless a
 *   batch or call was under way on its file: that stays the parent's, and the child gets GD_E_FORKED or
 *   GD_E_BUSY.
 * PROCESSES. Any number may use one file through gongdan, on a local disk. Do not open, copy or read
 *   the file by other means while it is open here (another SQLite in the same process included): use
 *   gd_hotline_backup and gd_hotline_query.
 * COMMANDS are the gd_ticket_ functions that take a stamp. `id` is the ticket. *ticket is the ticket as
 *   it stands afterwards, to be freed with gd_ticket_free; `ticket` may be NULL. The stamp also says
 *   which version of the ticket you have seen, and under which id the request runs: see gd_stamp.
 *   Arguments bear the names that every face uses; gd_error_argument says them so. What may be left out
 *   is NULL or 0; a command of which much may be left out takes a struct. Commands fail with
 *   GD_E_REFUSED, GD_E_CONFLICT, GD_E_NOT_FOUND, GD_E_INVALID_INPUT, GD_E_READ_ONLY, GD_E_BUSY, GD_E_IO
 *   or GD_E_CORRUPT. Nothing of the command was written then, unless gd_error_outcome is
 *   GD_OUTCOME_UNKNOWN: make the call again under the same request id. GD_OK outside a batch means that
 *   it is on disk.
 * YES AND NO are GD_YES and GD_NO. Where an answer may be missing, 0 is "not known"; else 0 is no.
 * SEVERAL of a thing are a pointer and a number that bears its name: `stage` and `stage_count`.
 * WHO ASKS. Questions that are asked of a hotline are the centre's. gd_hotline_viewed_by gives a handle
 *   that answers a unit, a supervisor or an analyst what is for them; all questions take it, and are told
 *   there. Your program decides who its user is: hand each user's window that user's view.
 * PERSONAL DATA. gd_ticket_caller masks a caller; only gd_ticket_reveal and gd_hotline_subject_export
 *   give name, telephone number and address (to a unit gd_ticket_reveal the telephone alone), and write
 *   an event that says who looked, and why. Texts that somebody typed can name a person too.
 * EVERY FUNCTION that takes a handle can also answer GD_E_CLOSED, GD_E_BUSY, GD_E_INVALID_INPUT (NULL
 *   where something is needed) and GD_E_BUG. No exception, panic or signal leaves the library.
 * VERSIONS. Programs run with any later library of the same soname: nothing is taken away, codes keep
 *   their numbers, and structs only grow at their end.
 */

#ifndef GONGDAN_H
#define GONGDAN_H

#if defined(_MSC_VER) && _MSC_VER < 1600
typedef __int32 int32_t;
typedef unsigned __int32 uint32_t;
typedef __int64 int64_t;
typedef unsigned __int64 uint64_t;
#else
#include <stdint.h>
#endif

#if defined(_WIN32) && !defined(GD_STATIC)
#define GD_API __declspec(dllimport)
#else
#define GD_API
#endif

/* How functions and callbacks are called. Define GD_STDCALL for a library of 32 bits that was built so. */
#if defined(_WIN32) && !defined(_WIN64) && defined(GD_STDCALL)
#define GD_CALL __stdcall
#else
#define GD_CALL
#endif

#if 0 /* An example. */
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
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The Arrow C stream interface; gongdan-arrow.h has it for those who have no Arrow. */
struct ArrowArrayStream;

/*
 * Who called: masked after gd_ticket_caller, in full after gd_ticket_reveal. Opaque; free it
 * with gd_caller_free.
 */
typedef struct gd_caller gd_caller;

/* A document: a bulletin, or an answer as JSON. Opaque; free it with gd_document_free. */
typedef struct gd_document gd_document;

/* Events that were, or would be, written. Opaque; free it with gd_entries_free. */
typedef struct gd_entries gd_entries;

/* The answer to a question. Opaque; free it with gd_figures_free. */
typedef struct gd_figures gd_figures;

/* What happened to a ticket. Opaque; free it with gd_history_free. */
typedef struct gd_history gd_history;

/* One hotline on one file. Opaque. */
typedef struct gd_hotline gd_hotline;

/* The promises of a ticket. Opaque; free it with gd_promises_free. */
typedef struct gd_promises gd_promises;

/* Tickets by id and number. Opaque; free it with gd_refs_free. */
typedef struct gd_refs gd_refs;

/* The answer to a query. Opaque; free it with gd_rows_free. */
typedef struct gd_rows gd_rows;

/*
 * A ticket as it stood when it was asked for. Opaque; free it with gd_ticket_free, unless it was
 * borrowed from a list.
 */
typedef struct gd_ticket gd_ticket;

/* The tickets that a filter found. Opaque; free it with gd_tickets_free. */
typedef struct gd_tickets gd_tickets;

/* What was checked, and what was found. Opaque; free it with gd_verified_free. */
typedef struct gd_verified gd_verified;

/*
 * What a call came to: GD_OK, or one of the GD_E_ numbers. A number is never used for anything
 * else; a later library may add some, so treat an unknown one as a failure.
 */
typedef int32_t gd_status;

/*
 * Why a command was refused. Codes are stable; the term is the sentence's core, the full
 * sentence is made by the wording.
 */
typedef int32_t gd_refusal;

/* Where a ticket stands in its life. Overdue is no stage: it is a question with a moment. */
typedef int32_t gd_stage;

/* What can be asked of a ticket. */
typedef int32_t gd_verb;

/* What became of a command that ended in an error. */
typedef int32_t gd_outcome;

/*
 * On whose behalf somebody acts. It is declared by the caller; an embedded library cannot prove
 * it.
 */
typedef int32_t gd_role;

/* What the citizen wants. */
typedef int32_t gd_kind;

/* How pressing it is. */
typedef int32_t gd_urgency;

/* The citizen's answer. Never preset: not asked is not satisfied. */
typedef int32_t gd_satisfaction;

/* With what outcome the centre closed a ticket: closed is not solved. */
typedef int32_t gd_close_outcome;

/* What sort of file is attached. */
typedef int32_t gd_file_kind;

/* What a text beside the journal is. All of them can hold personal data. */
typedef int32_t gd_text_field;

/* Why a day counts or does not. */
typedef int32_t gd_why;

/* What can have happened to a ticket. */
typedef int32_t gd_event;

/* How an attempt to call the citizen back went. */
typedef int32_t gd_callback_outcome;

/* Whose demand it is: each place has words of its own for these. */
typedef int32_t gd_supervision_kind;

/* A warning card shown to a unit. */
typedef int32_t gd_card;

/* A fact whose true moment a correction can state. */
typedef int32_t gd_fact;

/* A promise whose limit a list is about. */
typedef int32_t gd_limit_of;

/* What waits for somebody: each holds the tickets of the count of the same name. */
typedef int32_t gd_queue;

/* Which tickets a figure speaks of. */
typedef int32_t gd_basis;

/* By what a figure is broken down. */
typedef int32_t gd_grouping;

/* A count. The term is the heading printed over it. */
typedef int32_t gd_count;

/* A written form of a bulletin: the word is how the name of its file ends. */
typedef int32_t gd_form;

/* The four kinds of reference data, all named, aliased, dated and retired in one way. */
typedef int32_t gd_species;

/* What sort of channel a contact or ticket came by. */
typedef int32_t gd_channel_kind;

/* What a period is compared with. */
typedef int32_t gd_against;

/* How a rate is cut to two decimals. */
typedef int32_t gd_rounding;

/* A list of words, for gd_name and its like. */
typedef int32_t gd_list;

/* What a provision settles. */
typedef int32_t gd_setting;

/* A unit's part in a ticket: the lead answers for it, the others help. */
typedef int32_t gd_part;

/*
 * How an assignment came to an end: taken back, returned, excused, or ended with its ticket
 * (merged, terminated, or closed before an assisting unit had reported).
 */
typedef int32_t gd_leg_end;

/* Who may ask it. */
typedef int32_t gd_who;

/* What a notice says of a day that it names. */
typedef int32_t gd_day_kind;

/* What can have happened to the office: its register, rules, contacts and issues. */
typedef int32_t gd_office_event;

/* How far a column may go (PIPL, article 51: personal information is managed by classes). */
typedef int32_t gd_class;

/* A table that can be read whole. */
typedef int32_t gd_table;

/* The chapters in which the commands are told. */
typedef int32_t gd_chapter;

/* How firmly a command stands. */
typedef int32_t gd_state;

/* What a command answers. */
typedef int32_t gd_answers;

/* Where the bytes of an attached file stay, where gongdan keeps them. */
typedef int32_t gd_keeping;

/* ----------------------------------------------------------------------------------------------
 * 1. Statuses and versions
 * ---------------------------------------------------------------------------------------------- */

/*
 * The version this header belongs to: major, minor and patch as 1000000 * major + 1000 * minor
 * + patch. Compare it with gd_version_number.
 */
#define GD_VERSION_NUMBER 1000

/* A rule of the life refuses the command. */
#define GD_E_REFUSED 1

/* There is no such ticket, file or figure. */
#define GD_E_NOT_FOUND 2

/* An argument is wrong in itself. */
#define GD_E_INVALID_INPUT 3

/* The ticket has changed since the caller saw it, or a request id stands for something else. */
#define GD_E_CONFLICT 4

/* Others kept the file locked for longer than the caller wanted to wait. */
#define GD_E_BUSY 5

/* The file was opened for reading only. */
#define GD_E_READ_ONLY 6

/* The file was written by a newer version of gongdan. */
#define GD_E_FILE_TOO_NEW 7

/* The file is no gongdan file. */
#define GD_E_NOT_A_HOTLINE 8

/* The file is damaged. */
#define GD_E_CORRUPT 9

/* The handle has been closed. */
#define GD_E_CLOSED 10

/* The machine failed: disk, permission, memory. */
#define GD_E_IO 11

/* Something stands there already and is not overwritten. */
#define GD_E_EXISTS 12

/* A mistake in gongdan itself. */
#define GD_E_BUG 13

/* Whoever watched the work stopped it. */
#define GD_E_INTERRUPTED 14

/* Something was under way on the file when the process was forked: the file is the parent's. */
#define GD_E_FORKED 15

/* Another program took the file or its log away while it was open: no more is written. */
#define GD_E_REPLACED 16

/* The call did what it says. */
#define GD_OK 0

/*
 * The version of the library that runs, as a number like GD_VERSION_NUMBER.
 *
 * Any thread. Leaves the thread's last message alone.
 */
GD_API int32_t GD_CALL gd_version_number(void);

/*
 * The version of the library that runs, as text. The string lives for ever.
 *
 * Any thread. Leaves the thread's last message alone.
 */
GD_API const char *GD_CALL gd_version(void);

/* The version this header belongs to, as text. */
#define GD_VERSION "0.1.0"

/* ----------------------------------------------------------------------------------------------
 * 2. The last message
 * ---------------------------------------------------------------------------------------------- */

/* Chinese, the default. */
#define GD_LANGUAGE_CHINESE 1

/* English. */
#define GD_LANGUAGE_ENGLISH 2

/* The limit that a refusal quotes is a moment until which it would have been allowed. */
#define GD_BOUND_UNTIL 1

/* The limit that a refusal quotes is a moment from which it will be allowed. */
#define GD_BOUND_FROM 2

/* The limit that a refusal quotes is a number of times. */
#define GD_BOUND_TIMES 3

/* The limit that a refusal quotes is a number of working days. */
#define GD_BOUND_DAYS 4

/* The moment lies too far from the newest one of the file, which is quoted. */
#define GD_BOUND_LEAP 5

/*
 * Sets the language of this thread's messages from the next one on: GD_LANGUAGE_CHINESE (the
 * default) or GD_LANGUAGE_ENGLISH.
 *
 * Errors: GD_E_INVALID_INPUT for any other number.
 */
GD_API gd_status GD_CALL gd_set_language(int32_t language);

/* What this thread's last call came to. */
GD_API gd_status GD_CALL gd_error_status(void);

/*
 * What to tell a person of this thread's last call, as one line; "" when it went well. The
 * string is borrowed from the thread until its next call. It never repeats a text that can hold
 * personal data.
 */
GD_API const char *GD_CALL gd_error_message(void);

/*
 * The name of the wrong argument after GD_E_INVALID_INPUT, in ASCII; "" otherwise. The string is
 * borrowed from the thread until its next call.
 */
GD_API const char *GD_CALL gd_error_argument(void);

/* The code of the broken rule after GD_E_REFUSED, one of GD_REFUSAL_; 0 otherwise. */
GD_API gd_refusal GD_CALL gd_error_refusal_code(void);

/* Where the ticket stands after GD_E_REFUSED; 0 otherwise. */
GD_API gd_stage GD_CALL gd_error_stage(void);

/* What was asked after GD_E_REFUSED; 0 otherwise. */
GD_API gd_verb GD_CALL gd_error_asked(void);

/* How many verbs may be asked of the ticket as it stands, after GD_E_REFUSED; 0 otherwise. */
GD_API uint64_t GD_CALL gd_error_allowed_count(void);

/* One of the verbs that may be asked of the ticket as it stands; 0 past the last one. */
GD_API gd_verb GD_CALL gd_error_allowed_at(uint64_t index);

/* What sort of limit the refusal quotes, one of GD_BOUND_; 0 when it quotes none. */
GD_API int32_t GD_CALL gd_error_bound(void);

/* The limit that the refusal quotes: a moment in milliseconds, or a number; 0 when there is none. */
GD_API int64_t GD_CALL gd_error_bound_value(void);

/* The version of the ticket as it stands, after the GD_E_CONFLICT of a stale caller; 0 otherwise. */
GD_API uint32_t GD_CALL gd_error_version(void);

/* What became of the call that failed, one of GD_OUTCOME_; 0 when it went well. */
GD_API gd_outcome GD_CALL gd_error_outcome(void);

/*
 * 1 when the very same call can succeed later: others were busy, or the machine failed in a way
 * that may pass. After GD_OUTCOME_UNKNOWN only under the same request id.
 */
GD_API int32_t GD_CALL gd_error_retry(void);

/* ----------------------------------------------------------------------------------------------
 * 3. Moments, yes and no, and the stamp
 * ---------------------------------------------------------------------------------------------- */

/* Yes. Where an answer may be missing, 0 means that nothing is known. */
#define GD_YES 1

/* No. So is 0 where an answer cannot be missing. */
#define GD_NO 2

/* No moment. (1970-01-01 00:00 UTC to the millisecond is the one moment that cannot be said.) */
#define GD_NO_MOMENT 0

/* Any version of the ticket: the caller does not say what it has seen. */
#define GD_ANY_VERSION 0

/* Who does it, in which role, when. Set it to GD_STAMP_INIT first: the role is then the centre. */
typedef struct gd_stamp {
    /* The size of this struct. */
    uint32_t size;
    /* One of GD_ROLE_. Preset: GD_ROLE_CENTRE. */
    gd_role role;
    /* When: milliseconds since 1970 UTC, see gd_now. It has to be given. */
    int64_t at;
    /* The person's name; it has to be given. */
    const char *by;
    /* The unit's name, in the role of a unit. */
    const char *unit;
    /*
     * The request's own id, 1 to 64 ASCII characters, or NULL; "desk-7#18" is request 18 of a client that
     * numbers them, of which the last alone is kept. The same id again has one effect
     * and the same answer: a call that failed with GD_E_IO can safely be made again.
     */
    const char *request;
    /*
     * The version of the ticket that the caller has seen (gd_ticket_version): if it has changed
     * since, nothing is done and the status is GD_E_CONFLICT. GD_ANY_VERSION does not ask.
     */
    uint32_t version;
    /*
     * GD_YES when the moment is meant, however far from all that happened so far; else it is refused
     * (`time_leap`).
     */
    int32_t meant;
} gd_stamp;

#define GD_STAMP_INIT { sizeof(gd_stamp), GD_ROLE_CENTRE, 0, 0, 0, 0, 0, 0 }

/* The present moment, for callers who want it: nothing inside the library asks the clock. */
GD_API int64_t GD_CALL gd_now(void);

/*
 * Reads `YYYY-MM-DD HH:MM[:SS[.mmm]]` in Beijing time, or RFC 3339 with an offset.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_moment_read(const char *text, int64_t *at);

/*
 * Reads a cut-off: a moment as in gd_moment_read, or a bare date, which means its end.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_moment_read_as_of(const char *text, int64_t *as_of);

/*
 * Writes a moment as `YYYY-MM-DD HH:MM:SS` in Beijing time, and a zero byte: at least 20 bytes
 * of room. GD_NO_MOMENT is written as "".
 *
 * Errors: GD_E_INVALID_INPUT when it does not fit or is beyond the years 1 to 9999.
 */
GD_API gd_status GD_CALL gd_moment_write(int64_t at, char *text, uint64_t room);

/* ----------------------------------------------------------------------------------------------
 * 4. The hotline and its file
 * ---------------------------------------------------------------------------------------------- */

/* Open to read and write; every command is on disk before it is acknowledged. */
#define GD_OPEN_READ_WRITE 0

/* Open to read only. */
#define GD_OPEN_READ_ONLY 1

/* Commands survive a crash of the program, but a power cut may take the last ones. */
#define GD_OPEN_NORMAL_DURABILITY 2

/* Strings are UTF-8, the default. */
#define GD_ENCODING_UTF8 1

/* Strings are GB18030 (which GBK and GB2312 are part of). */
#define GD_ENCODING_GB18030 2

/*
 * How a file is opened. Set it to GD_OPEN_OPTIONS_INIT first: to read and write, with the waits
 * that the library chooses.
 */
typedef struct gd_open_options {
    /* The size of this struct. */
    uint32_t size;
    /* GD_OPEN_ flags. */
    uint32_t flags;
    /* How many milliseconds to wait at most for others who write; 0 means 10000. */
    uint32_t patience_ms;
    /*
     * How many milliseconds one question may take before it is stopped with GD_E_INVALID_INPUT; 0
     * means 30000. While a question runs, the log cannot be emptied. Verification and backup
     * are not stopped.
     */
    uint32_t reading_ms;
} gd_open_options;

#define GD_OPEN_OPTIONS_INIT { sizeof(gd_open_options), 0, 0, 0 }

/* A new file's region. Set it to GD_FOUNDING_INIT first. */
typedef struct gd_founding {
    /* The size of this struct. */
    uint32_t size;
    /* The region's code after GB/T 2260, six digits: 430424 is Hengdong county. */
    uint32_t region;
    /* The region's name as printed. */
    const char *name;
    /* The office that publishes the bulletin. */
    const char *office;
} gd_founding;

#define GD_FOUNDING_INIT { sizeof(gd_founding), 0, 0, 0 }

/* One event that a command wrote. Set it to GD_ENTRY_INIT first. */
typedef struct gd_entry {
    /* The size of this struct. */
    uint32_t size;
    /* Not used; 0. */
    int32_t reserved;
    /* Its place in the journal. */
    uint64_t seq;
    /* Its name in ASCII, as in the table of events; borrowed from the object it came from. */
    const char *event;
} gd_entry;

#define GD_ENTRY_INIT { sizeof(gd_entry), 0, 0, 0 }

/*
 * Told of the progress of a long call: how much is done, and of how much. It runs on the calling
 * thread inside the call; it must return (no longjmp, no exception), and a call that it makes on
 * the same handle answers GD_E_BUSY.
 */
typedef void (GD_CALL *gd_progress)(void *context, uint64_t done, uint64_t of);

/*
 * An event's hash as it stands elsewhere: in a printed issue, in the report of a backup. Anchors
 * come as an array, so this struct never grows.
 */
typedef struct gd_anchor {
    /* The event's place in the journal. */
    uint64_t seq;
    /* Its hash: at least the first 16 hexadecimal digits. */
    const char *hash;
} gd_anchor;

/* How much was checked. Set it to GD_CHECKED_INIT first. */
typedef struct gd_checked {
    /* The size of this struct. */
    uint32_t size;
    /* 1 when nothing was found. */
    int32_t sound;
    /* Events replayed, their chain checked. */
    uint64_t events;
    /* Tickets folded and compared with their rows. */
    uint64_t tickets;
    /* Rows compared, column by column. */
    uint64_t rows;
    /* Texts whose salted hash was checked. */
    uint64_t texts;
    /* How many events the journal has. */
    uint64_t head_seq;
    /*
     * The hash of the last one, in hexadecimal, to be compared with one printed elsewhere;
     * borrowed from the object.
     */
    const char *head;
    /* Texts that were erased: of these only the event is left to check. */
    uint64_t erased;
    /* Anchors held against the journal: the caller's, and the heads in the file's own issues. */
    uint64_t anchors;
    /* How many sentences gd_verified_not_checked has. */
    uint64_t not_checked;
} gd_checked;

#define GD_CHECKED_INIT { sizeof(gd_checked), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/* Something that does not agree. Set it to GD_FINDING_INIT first. */
typedef struct gd_finding {
    /* The size of this struct. */
    uint32_t size;
    /* Not used; 0. */
    int32_t reserved;
    /* The event it was found at; 0 when there is none. */
    uint64_t seq;
    /* What sort of disagreement, in ASCII. */
    const char *kind;
    /* The ticket's printed number, or NULL. */
    const char *ticket;
    /* What does not agree, in an English sentence without personal data. */
    const char *what;
} gd_finding;

#define GD_FINDING_INIT { sizeof(gd_finding), 0, 0, 0, 0, 0 }

/* How a file stands. Set it to GD_HEALTH_INIT first. */
typedef struct gd_health {
    /* The size of this struct. */
    uint32_t size;
    /*
     * 1 when the log is larger than writing alone makes it: somebody has been reading an old
     * state for long.
     */
    int32_t log_is_stuck;
    /* The schema the file has. */
    int64_t schema;
    /* The bytes of one page. */
    uint64_t page_size;
    /* The pages of the file, the log left out. */
    uint64_t pages;
    /* The pages that hold nothing. */
    uint64_t free_pages;
    /* The bytes of the log beside the file (`-wal`). */
    uint64_t log_bytes;
    /*
     * 1 when another copy of SQLite in this process has the file open (seen on Linux): nothing is
     * lost by it there, and yet it should be closed.
     */
    int32_t another_sqlite;
    /* 0. */
    int32_t reserved;
} gd_health;

#define GD_HEALTH_INIT { sizeof(gd_health), 0, 0, 0, 0, 0, 0, 0, 0 }

/* What was kept of a damaged file, and what was not. Set it to GD_SALVAGED_INIT first. */
typedef struct gd_salvaged {
    /* The size of this struct. */
    uint32_t size;
    /* 1 when `events_before` is known. */
    int32_t has_events_before;
    /* Events kept, from the first one on. */
    uint64_t events;
    /* How many events the damaged file's head spoke of. */
    uint64_t events_before;
    /* Tickets whose rows were rebuilt. */
    uint64_t tickets;
    /* Texts kept. */
    uint64_t texts;
    /* Texts that the kept events carry, and that are missing, altered or not readable. */
    uint64_t texts_lost;
    /* Request ids kept; one that is lost would be taken for a new request. */
    uint64_t requests;
} gd_salvaged;

#define GD_SALVAGED_INIT { sizeof(gd_salvaged), 0, 0, 0, 0, 0, 0, 0 }

/*
 * Opens a file that stands. *hotline is the new handle, NULL when it fails; close it with
 * gd_hotline_close. `path` is UTF-8 whatever the encoding; `flags` are GD_OPEN_.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_NOT_A_HOTLINE, GD_E_FILE_TOO_NEW, GD_E_CORRUPT, GD_E_IO,
 * GD_E_BUSY, GD_E_INVALID_INPUT. The file stays as it is.
 */
GD_API gd_status GD_CALL gd_hotline_open(const char *path, uint32_t flags, gd_hotline **hotline);

/*
 * Opens a file that stands, and waits at most so many milliseconds for others who write;
 * gd_hotline_open waits 10000.
 *
 * Errors: as gd_hotline_open.
 */
GD_API gd_status GD_CALL gd_hotline_open_patient(
    const char *path,
    uint32_t flags,
    uint32_t patience_ms,
    gd_hotline **hotline);

/*
 * Opens a file that stands, with options that may grow; NULL means GD_OPEN_OPTIONS_INIT.
 *
 * Errors: as gd_hotline_open.
 */
GD_API gd_status GD_CALL gd_hotline_open_with(
    const char *path,
    const gd_open_options *options,
    gd_hotline **hotline);

/*
 * Makes a new file of a region, with the published calendar and the default policy, all by
 * events under the stamp. *hotline is the new handle, NULL when it fails.
 *
 * Errors: GD_E_EXISTS when the path holds anything, GD_E_INVALID_INPUT, GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_create(
    const char *path,
    const gd_founding *founding,
    const gd_stamp *stamp,
    uint32_t flags,
    gd_hotline **hotline);

/*
 * Closes a handle; NULL is nothing to do. What an open batch did is taken back. Objects that came
 * from the handle stay good until they are freed.
 *
 * A handle that is closed already leaves GD_E_CLOSED as the thread's status, and does no harm.
 */
GD_API void GD_CALL gd_hotline_close(gd_hotline *hotline);

/*
 * Tells a handle what its client speaks: GD_ENCODING_UTF8 or GD_ENCODING_GB18030. From then on
 * all its strings, in and out, and the messages of its calls are in that encoding; paths stay
 * UTF-8. What does not fit is GD_E_INVALID_INPUT, never a question mark.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_CLOSED.
 */
GD_API gd_status GD_CALL gd_hotline_set_encoding(gd_hotline *hotline, int32_t encoding);

/*
 * Tells the calling thread what it speaks: the encoding of its calls that have no handle, and
 * what handles that it opens from now on begin with.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_set_encoding(int32_t encoding);

/*
 * The head of the journal: how many events it has, and the hash of the last one as 64
 * hexadecimal digits and a zero byte. Two files with the same head hold the same events. Either
 * out-pointer may be NULL.
 *
 * Errors: GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_head(gd_hotline *hotline, uint64_t *events, char (*hash)[65]);

/*
 * The moment of the latest event.
 *
 * Errors: GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_last_at(gd_hotline *hotline, int64_t *at);

/*
 * The hash of one event of the journal, as gd_hotline_head gives that of the last one.
 *
 * Errors: GD_E_NOT_FOUND when there is no such event; GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_hash_at(gd_hotline *hotline, uint64_t seq, char (*hash)[65]);

/*
 * Who founded the file: one row of one column, `by`. Free *founder with gd_rows_free.
 *
 * Errors: GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_founder(gd_hotline *hotline, gd_rows **founder);

/*
 * Copies the file, complete and consistent, while others read and write it. The path is UTF-8.
 *
 * Errors: GD_E_EXISTS when the path holds anything, GD_E_INVALID_INPUT inside a batch, GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_backup(gd_hotline *hotline, const char *path);

/*
 * Begins a batch: every command of this handle until gd_hotline_commit shares one commit, and
 * others wait. A command that is refused leaves the batch as it was; GD_E_IO ends it. Questions
 * asked meanwhile include what the batch did.
 *
 * Errors: GD_E_INVALID_INPUT when a batch is open; GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_begin(gd_hotline *hotline);

/*
 * Begins a row of the open batch: the commands until gd_hotline_keep_row stand or fall together. gd_hotline_take_row_back
 * takes them back, and the batch goes on as it was before them. Rows do not stand inside each other.
 *
 * Errors: GD_E_INVALID_INPUT when no batch is open, or a row of it is; GD_E_IO, and then the batch has ended.
 */
GD_API gd_status GD_CALL gd_hotline_begin_row(gd_hotline *hotline);

/*
 * Keeps the open row: from now on it stands or falls with its batch.
 *
 * Errors: GD_E_INVALID_INPUT when none is open; GD_E_IO, and then the batch has ended.
 */
GD_API gd_status GD_CALL gd_hotline_keep_row(gd_hotline *hotline);

/*
 * Takes the open row back. The ids of tickets that it took in are those of the next ones then.
 *
 * Errors: GD_E_INVALID_INPUT when none is open; GD_E_IO, and then the batch has ended.
 */
GD_API gd_status GD_CALL gd_hotline_take_row_back(gd_hotline *hotline);

/*
 * Puts the open batch on disk.
 *
 * Errors: GD_E_INVALID_INPUT when none is open, or a row of it is; GD_E_IO, and then nothing of it was kept.
 */
GD_API gd_status GD_CALL gd_hotline_commit(gd_hotline *hotline);

/*
 * Takes the open batch back, with its open row; nothing happens when none is open.
 *
 * Errors: GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_roll_back(gd_hotline *hotline);

/*
 * What the open batch has written so far. A dry run is gd_hotline_begin, the commands, this, and
 * gd_hotline_roll_back: nothing stays, and what would be refused was refused. Free *entries with
 * gd_entries_free.
 *
 * Errors: GD_E_INVALID_INPUT when no batch is open; GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_pending(gd_hotline *hotline, gd_entries **entries);

/* How many events there are. */
GD_API uint64_t GD_CALL gd_entries_count(const gd_entries *entries);

/*
 * One event; its strings are borrowed from the list.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_entries_at(const gd_entries *entries, uint64_t index, gd_entry *entry);

/* Frees a list; NULL is nothing to do. */
GD_API void GD_CALL gd_entries_free(gd_entries *entries);

/*
 * Checks the file: pages and keys, the journal's chain, every text's salted hash, and every row
 * against the replay of its events. It reads only. `progress` may be NULL; `context` is passed to
 * it. Free *verified with gd_verified_free.
 *
 * Errors: GD_E_INVALID_INPUT inside a batch; else only when the head itself cannot be read: what does
 * not agree is a finding.
 */
GD_API gd_status GD_CALL gd_hotline_verify(
    gd_hotline *hotline,
    gd_progress progress,
    void *context,
    gd_verified **verified);

/*
 * gd_hotline_verify against `count` anchors. They find a tail cut off and a journal rewritten
 * whole, which the file alone cannot show.
 *
 * Errors: GD_E_INVALID_INPUT names `anchor` for one that is no hash; else as gd_hotline_verify.
 */
GD_API gd_status GD_CALL gd_hotline_verify_against(
    gd_hotline *hotline,
    const gd_anchor *anchors,
    uint32_t count,
    gd_progress progress,
    void *context,
    gd_verified **verified);

/*
 * gd_hotline_backup, and then opens the copy and verifies it whole. The head in the report, kept
 * elsewhere, is an anchor. Free *verified with gd_verified_free.
 *
 * Errors: as gd_hotline_backup; GD_E_CORRUPT when the copy is not sound: it is left where it is.
 */
GD_API gd_status GD_CALL gd_hotline_backup_verified(
    gd_hotline *hotline,
    const char *path,
    gd_verified **verified);

/*
 * How much was checked.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_verified_checked(const gd_verified *verified, gd_checked *checked);

/*
 * One thing that was not, or cannot be, checked: an English sentence borrowed from the object; NULL
 * past the last one.
 */
GD_API const char *GD_CALL gd_verified_not_checked(const gd_verified *verified, uint64_t index);

/* How many findings there are; 0 when the file is sound. */
GD_API uint64_t GD_CALL gd_verified_count(const gd_verified *verified);

/*
 * One finding; its strings are borrowed from the object.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_verified_at(
    const gd_verified *verified,
    uint64_t index,
    gd_finding *finding);

/* Frees it; NULL is nothing to do. */
GD_API void GD_CALL gd_verified_free(gd_verified *verified);

/*
 * How the file stands: its size, its log, its free pages.
 *
 * Errors: GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_health(gd_hotline *hotline, gd_health *health);

/*
 * Makes a new file of what can be read of a damaged one: the events whose chain is whole from the
 * first one on, the texts that agree with them, and every row rebuilt from these. The damaged
 * file and its log do not change by a byte. Both paths are UTF-8. *salvaged may be left out
 * with NULL; verifying the new file names each text that is missing.
 *
 * Errors: GD_E_NOT_FOUND; GD_E_EXISTS when the new path holds anything; GD_E_CORRUPT or
 * GD_E_NOT_A_HOTLINE when not even the first event can be read; GD_E_IO.
 */
GD_API gd_status GD_CALL gd_salvage(const char *from, const char *to, gd_salvaged *salvaged);

/* ----------------------------------------------------------------------------------------------
 * 5. Who asks
 * ---------------------------------------------------------------------------------------------- */

/*
 * The hotline as somebody may see it who has this role, and in the role of a unit this unit, by any
 * of its names; the stamp's other members are not looked at. Every question is asked of *view as it
 * is of the hotline, and answers what is for its viewer: to a unit the tickets that it has or ever had,
 * and those that something was demanded of it about, without the texts of other units and without any
 * of a confidential ticket. To it no other ticket exists (GD_E_NOT_FOUND). What is not narrowed so is
 * GD_E_INVALID_INPUT and names `viewer`. What is asked of the hotline itself is asked by the centre.
 *
 * A view takes no commands: those are given to the hotline, and the ticket that they answer is as the
 * stamp's role may see it. Encoding and open batch are the hotline's, and a call on either is a call on
 * both. Close *view with gd_hotline_close; when the hotline is closed, it answers GD_E_CLOSED.
 *
 * Errors: GD_E_INVALID_INPUT names a unit that nobody knows; GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_viewed_by(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    gd_hotline **view);

/*
 * The hotline as somebody may see it who works with figures and columns: every ticket, no text, and no
 * caller, not even masked. *view is as gd_hotline_viewed_by says.
 *
 * Errors: as gd_hotline_viewed_by.
 */
GD_API gd_status GD_CALL gd_hotline_viewed_by_analyst(gd_hotline *hotline, gd_hotline **view);

/* ----------------------------------------------------------------------------------------------
 * 6. A ticket as it stands, and its past
 * ---------------------------------------------------------------------------------------------- */

/* A limit in working days, from the next day. */
#define GD_LIMIT_WORKING_DAYS 1

/* A limit in minutes of office hours. */
#define GD_LIMIT_WORKING_MINUTES 2

/* A limit in minutes on the wall clock. */
#define GD_LIMIT_CLOCK_MINUTES 3

/* One event. Set it to GD_HISTORY_ENTRY_INIT first. Its strings are borrowed from the history. */
typedef struct gd_history_entry {
    /* The size of this struct. */
    uint32_t size;
    /* The declared role of who did it, one of GD_ROLE_. */
    gd_role role;
    /* Its place in the journal. */
    uint64_t seq;
    /* When, in milliseconds since 1970. */
    int64_t at;
    /*
     * From when it counts: that moment, that of the fact it answers, or the true one that was stated
     * afterwards.
     */
    int64_t counts_at;
    /* Who. */
    const char *by;
    /* For which unit, in the role of a unit; or NULL. */
    const char *acting_unit;
    /* The unit the event concerns, or NULL. */
    const char *unit;
    /* What happened: the event's name in ASCII. */
    const char *event;
    /* What happened: the office term. */
    const char *term;
    /* 1 when it came after the promise it answers. */
    int32_t late;
    /* The event's code in the journal. */
    int32_t event_code;
    /* How many texts stand beside it. */
    uint64_t text_count;
} gd_history_entry;

#define GD_HISTORY_ENTRY_INIT { sizeof(gd_history_entry), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/* One text of a ticket. Set it to GD_TEXT_INIT first. */
typedef struct gd_text {
    /* The size of this struct. */
    uint32_t size;
    /* What it is, one of GD_TEXT_FIELD_. */
    gd_text_field field;
    /* The event it belongs to. */
    uint64_t seq;
    /* What was typed; borrowed from the object it came from. */
    const char *content;
} gd_text;

#define GD_TEXT_INIT { sizeof(gd_text), 0, 0, 0 }

/* One promise. Set it to GD_PROMISE_INIT first. Its strings are borrowed from the promises. */
typedef struct gd_promise {
    /* The size of this struct. */
    uint32_t size;
    /* The clock of its limit, one of GD_LIMIT_. */
    int32_t limit_kind;
    /* How many days or minutes. */
    uint32_t limit;
    /* How many notices the calendar had when it was given. */
    uint32_t calendar;
    /* From when it counts. */
    int64_t from;
    /* The promise as it was first given. */
    int64_t first_by;
    /* The promise now, after extensions, pauses and reschedulings. */
    int64_t by;
    /* Which promise: `sign_off`, `handle`, `report`, `rework` or `total`. */
    const char *promise;
    /* The unit it was given to; "" for the citizen's own limit. */
    const char *unit;
    /* Its limit as people say it, in the thread's language. */
    const char *rule;
    /* How many days are counted or skipped. */
    uint64_t day_count;
    /* Since when the centre holds it; 0 when it does not. */
    int64_t held_since;
    /* How many events moved it. */
    uint64_t move_count;
} gd_promise;

#define GD_PROMISE_INIT { sizeof(gd_promise), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/* One day of a promise. Set it to GD_PROMISE_DAY_INIT first. */
typedef struct gd_promise_day {
    /* The size of this struct. */
    uint32_t size;
    /* The n-th day counted, from 1; 0 when the day was skipped. */
    uint32_t ordinal;
    /* How much of the limit ran on this day, in milliseconds. */
    int64_t counted_ms;
    /* The day as `YYYY-MM-DD`. */
    const char *day;
    /* Why, as people say it, in the thread's language. */
    const char *why;
    /* The source of the notice that decides; "" on the wall clock. */
    const char *source;
    /* Why, one of GD_WHY_. */
    gd_why why_code;
    /* Not used; 0. */
    int32_t reserved;
} gd_promise_day;

#define GD_PROMISE_DAY_INIT { sizeof(gd_promise_day), 0, 0, 0, 0, 0, 0, 0 }

/* What moved a promise. Set it to GD_PROMISE_MOVE_INIT first. */
typedef struct gd_promise_move {
    /* The size of this struct. */
    uint32_t size;
    /* What moved it, one of GD_EVENT_. */
    gd_event event;
    /* From when that counts. */
    int64_t at;
    /* Where the promise ended from then on. */
    int64_t by;
    /* What moved it, as people say it, in the thread's language. */
    const char *term;
} gd_promise_move;

#define GD_PROMISE_MOVE_INIT { sizeof(gd_promise_move), 0, 0, 0, 0 }

/* Monday to Friday: worked. */
#define GD_WHY_WEEKDAY 1

/* Saturday or Sunday: off. */
#define GD_WHY_WEEKEND 2

/* A holiday: off. */
#define GD_WHY_HOLIDAY 3

/* A day that makes up for a break: worked. */
#define GD_WHY_MAKE_UP_DAY 4

/* The limit runs on the wall clock. */
#define GD_WHY_WALL_CLOCK 5

/* The centre held the limit: what it would have counted was given back. */
#define GD_WHY_HELD 6

/*
 * Executes any command on a ticket, given as JSON: `"sign_off"`, `{"transfer": {"lead": "..."}}`:
 * the verb, and its arguments by name. For programs that keep commands in files or queues; all
 * others have a function a verb.
 */
GD_API gd_status GD_CALL gd_ticket_execute_json(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *command,
    gd_ticket **ticket);

/*
 * A ticket. Free *ticket with gd_ticket_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_ticket_get(gd_hotline *hotline, int64_t id, gd_ticket **ticket);

/*
 * The ticket that bears a printed number. Free *ticket with gd_ticket_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_ticket_get_by_number(
    gd_hotline *hotline,
    const char *number,
    gd_ticket **ticket);

/*
 * The id of the ticket of the last command that succeeded on this handle, for callers who give
 * NULL for the ticket; 0 before the first one.
 */
GD_API int64_t GD_CALL gd_hotline_last_ticket(gd_hotline *hotline);

/* 1 when its running limit had passed at a moment, in milliseconds since 1970. */
GD_API int32_t GD_CALL gd_ticket_is_overdue(const gd_ticket *ticket, int64_t as_of);

/*
 * Frees a ticket; NULL is nothing to do. One that is borrowed from a list, or freed already,
 * leaves GD_E_CLOSED as the thread's status, and no harm is done.
 */
GD_API void GD_CALL gd_ticket_free(gd_ticket *ticket);

/*
 * How many events the command wrote that answered with this ticket; 0 for a ticket that was
 * asked for.
 */
GD_API uint64_t GD_CALL gd_ticket_entries_count(const gd_ticket *ticket);

/*
 * One of the events that the command wrote that answered with this ticket.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_ticket_entries_at(
    const gd_ticket *ticket,
    uint64_t index,
    gd_entry *entry);

/*
 * 1 when the command that answered with this ticket had been done before: the same request id,
 * or the same external number.
 */
GD_API int32_t GD_CALL gd_ticket_repeated(const gd_ticket *ticket);

/* Its number in the file. */
GD_API int64_t GD_CALL gd_ticket_id(const gd_ticket *ticket);

/* The number printed on it. */
GD_API const char *GD_CALL gd_ticket_number(const gd_ticket *ticket);

/* How many events it has: pass it along with the next command. */
GD_API uint32_t GD_CALL gd_ticket_version(const gd_ticket *ticket);

/* Where it stands. One of GD_STAGE_. */
GD_API gd_stage GD_CALL gd_ticket_stage(const gd_ticket *ticket);

/* The moment of its last event. */
GD_API int64_t GD_CALL gd_ticket_last_at(const gd_ticket *ticket);

/*
 * The matter in a line, without the caller's name and telephone numbers; nothing once erased.
 * NULL when there is none.
 */
GD_API const char *GD_CALL gd_ticket_matter(const gd_ticket *ticket);

/* The channel's name. */
GD_API const char *GD_CALL gd_ticket_channel(const gd_ticket *ticket);

/* The category's name. NULL when there is none. */
GD_API const char *GD_CALL gd_ticket_category(const gd_ticket *ticket);

/* What the citizen wants. One of GD_KIND_. */
GD_API gd_kind GD_CALL gd_ticket_kind(const gd_ticket *ticket);

/* How pressing it is. One of GD_URGENCY_. */
GD_API gd_urgency GD_CALL gd_ticket_urgency(const gd_ticket *ticket);

/* The area's name. NULL when there is none. */
GD_API const char *GD_CALL gd_ticket_area(const gd_ticket *ticket);

/* Whether the caller's data is withheld. 1 for yes. */
GD_API int32_t GD_CALL gd_ticket_is_confidential(const gd_ticket *ticket);

/* The number another platform gave it. NULL when there is none. */
GD_API const char *GD_CALL gd_ticket_external(const gd_ticket *ticket);

/* When it was taken in. */
GD_API int64_t GD_CALL gd_ticket_accepted_at(const gd_ticket *ticket);

/* The unit that leads it now. NULL when there is none. */
GD_API const char *GD_CALL gd_ticket_unit(const gd_ticket *ticket);

/* The section of that unit which works on it now. NULL when there is none. */
GD_API const char *GD_CALL gd_ticket_section(const gd_ticket *ticket);

/* The section's own limit, inside the unit's. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_section_by(const gd_ticket *ticket);

/* The units that assist now: how many there are. */
GD_API uint64_t GD_CALL gd_ticket_assistants_count(const gd_ticket *ticket);

/* The units that assist now: one of them; NULL past the last one. */
GD_API const char *GD_CALL gd_ticket_assistants_at(const gd_ticket *ticket, uint64_t index);

/* When any unit got it first. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_first_transferred_at(const gd_ticket *ticket);

/* When the unit that leads now got it. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_transferred_at(const gd_ticket *ticket);

/* The sign-off promise of the unit that leads now. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_sign_off_by(const gd_ticket *ticket);

/* When that unit signed. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_signed_off_at(const gd_ticket *ticket);

/* Its handling promise as first given. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_first_handle_by(const gd_ticket *ticket);

/* Its handling promise now. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_handle_by(const gd_ticket *ticket);

/* The citizen's own limit, where the policy sets one. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_total_by(const gd_ticket *ticket);

/* The limit of the running rework. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_rework_by(const gd_ticket *ticket);

/* The limit that runs now, of the handling or the rework. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_running_by(const gd_ticket *ticket);

/* Since when it is off the clock. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_suspended_at(const gd_ticket *ticket);

/* Whether a return is asked for and waits. 1 for yes. */
GD_API int32_t GD_CALL gd_ticket_is_return_pending(const gd_ticket *ticket);

/* The working days asked for as an extension that waits. 0 when there is none. */
GD_API uint32_t GD_CALL gd_ticket_extension_pending(const gd_ticket *ticket);

/* Since when no unit takes it. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_difficult_at(const gd_ticket *ticket);

/* When the standing reply of the unit that leads now came. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_handled_at(const gd_ticket *ticket);

/* Whether a reply came late: once true, for ever. 1 for yes. */
GD_API int32_t GD_CALL gd_ticket_is_handled_late(const gd_ticket *ticket);

/* How many attempts were made to call back. */
GD_API uint32_t GD_CALL gd_ticket_callbacks(const gd_ticket *ticket);

/* When the first attempt was made to call back. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_first_called_back_at(const gd_ticket *ticket);

/* The citizen's last rating of the result. One of GD_SATISFACTION_. 0 when there is none. */
GD_API gd_satisfaction GD_CALL gd_ticket_satisfaction(const gd_ticket *ticket);

/* The citizen's last rating of the manner. One of GD_SATISFACTION_. 0 when there is none. */
GD_API gd_satisfaction GD_CALL gd_ticket_attitude(const gd_ticket *ticket);

/* The citizen's first rating of the result. One of GD_SATISFACTION_. 0 when there is none. */
GD_API gd_satisfaction GD_CALL gd_ticket_first_satisfaction(const gd_ticket *ticket);

/*
 * The citizen's last rating of the result that was given unasked. One of GD_SATISFACTION_. 0
 * when there is none.
 */
GD_API gd_satisfaction GD_CALL gd_ticket_own_satisfaction(const gd_ticket *ticket);

/* When the centre closed it first, whether that stands or not. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_first_closed_at(const gd_ticket *ticket);

/*
 * When the centre closed it; nothing while it is open, after a reopening too. GD_NO_MOMENT when
 * there is none.
 */
GD_API int64_t GD_CALL gd_ticket_closed_at(const gd_ticket *ticket);

/*
 * With what outcome it is closed; nothing while it is open. One of GD_CLOSE_OUTCOME_. 0 when
 * there is none.
 */
GD_API gd_close_outcome GD_CALL gd_ticket_close_outcome(const gd_ticket *ticket);

/* When the centre closed it last, whether that stands or not. GD_NO_MOMENT when there is none. */
GD_API int64_t GD_CALL gd_ticket_last_closed_at(const gd_ticket *ticket);

/*
 * With what outcome the centre closed it last, whether that stands or not. One of
 * GD_CLOSE_OUTCOME_. 0 when there is none.
 */
GD_API gd_close_outcome GD_CALL gd_ticket_last_close_outcome(const gd_ticket *ticket);

/* Whether any unit is not judged by it. 1 for yes. */
GD_API int32_t GD_CALL gd_ticket_is_exempt(const gd_ticket *ticket);

/* Whether an editor picked it for the bulletin. 1 for yes. */
GD_API int32_t GD_CALL gd_ticket_is_featured(const gd_ticket *ticket);

/* How many files are kept with it. */
GD_API uint32_t GD_CALL gd_ticket_attachments(const gd_ticket *ticket);

/* The main ticket it was merged into. 0 when there is none. */
GD_API int64_t GD_CALL gd_ticket_merged_into(const gd_ticket *ticket);

/* The first ticket of the same matter. 0 when there is none. */
GD_API int64_t GD_CALL gd_ticket_repeat_of(const gd_ticket *ticket);

/*
 * The first ticket of the contact from which it came, where that is another one. 0 when there is
 * none.
 */
GD_API int64_t GD_CALL gd_ticket_related_to(const gd_ticket *ticket);

/*
 * Keeps a file with a ticket, bytes and all: in the file up to a megabyte, in the folder beside it above
 * (`hengdong.db.files`). By the centre, or a unit that has the ticket, as gd_ticket_attach. Free *ticket with
 * gd_ticket_free; it may be NULL.
 *
 * - `name`: the file's name, without its folder.
 * - `file_kind`: what sort of file it is (one of GD_FILE_KIND_).
 * - `bytes`, `length`: what it holds.
 *
 * Errors: as gd_ticket_attach.
 */
GD_API gd_status GD_CALL gd_ticket_attach_file(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *name,
    gd_file_kind file_kind,
    const uint8_t *bytes,
    uint64_t length,
    gd_ticket **ticket);

/*
 * The bytes of a file that is kept with a ticket, by its number on it. Free *document with gd_document_free.
 *
 * Errors: GD_E_NOT_FOUND for one that was erased, whose bytes stay elsewhere or that is not for whoever asks;
 * GD_E_CORRUPT when they are missing or were changed; GD_E_IO.
 */
GD_API gd_status GD_CALL gd_ticket_attached_file(
    gd_hotline *hotline,
    int64_t id,
    uint64_t no,
    gd_document **document);

/*
 * What happened to a ticket, in order, with its texts but without the caller's data, and
 * without the telephone numbers in its texts. Free *history with gd_history_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_ticket_history(
    gd_hotline *hotline,
    int64_t id,
    gd_history **history_of);

/*
 * What happened to a ticket with its texts as they were typed, telephone numbers and all, by the
 * centre. That they were seen is an event, as gd_ticket_reveal writes it. Free *history with
 * gd_history_free.
 *
 * Errors: as gd_ticket_reveal; GD_E_REFUSED to a unit for any ticket that it had.
 */
GD_API gd_status GD_CALL gd_ticket_reveal_history(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_history **history_of);

/* How many events there are. */
GD_API uint64_t GD_CALL gd_history_count(const gd_history *history);

/*
 * One event.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_history_at(
    const gd_history *history,
    uint64_t index,
    gd_history_entry *entry);

/*
 * One text of one event.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_history_text(
    const gd_history *history,
    uint64_t index,
    uint64_t text_index,
    gd_text *text);

/* Frees a history; NULL is nothing to do. */
GD_API void GD_CALL gd_history_free(gd_history *history);

/*
 * A ticket as it stood at a moment (0: now), as far as the first `seen` events of the journal tell
 * (0: all). Free *ticket with gd_ticket_free.
 *
 * Errors: GD_E_NOT_FOUND also when it had not been taken in; GD_E_INVALID_INPUT, GD_E_IO,
 * GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_ticket_get_as_of(
    gd_hotline *hotline,
    int64_t id,
    int64_t as_of,
    uint64_t seen,
    gd_ticket **ticket);

/*
 * What had happened to a ticket by a moment (0: now), as far as the first `seen` events of the
 * journal tell (0: all). Free *history_of with gd_history_free.
 *
 * Errors: as gd_ticket_get_as_of.
 */
GD_API gd_status GD_CALL gd_ticket_history_as_of(
    gd_hotline *hotline,
    int64_t id,
    int64_t as_of,
    uint64_t seen,
    gd_history **history_of);

/*
 * The last published issue of an earlier cut-off than `as_of` (0: any), as gd_hotline_issues has it:
 * one row, or none. Free *issue with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_issue_before(
    gd_hotline *hotline,
    int64_t as_of,
    uint64_t seen,
    gd_rows **issue);

/*
 * The rules as JSON: founding, register, provisions, notices and formulas, as far as the first `seen`
 * events of the journal tell (0: all). Free *rules with gd_document_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_rulebook(
    gd_hotline *hotline,
    uint64_t seen,
    gd_document **rules);

/*
 * The running promises of a ticket, day by day: which days counted, which were skipped, and why,
 * under the calendar of the moment they were given. Free *explained with gd_promises_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_ticket_explain(
    gd_hotline *hotline,
    int64_t id,
    gd_promises **explained);

/* How many promises there are. */
GD_API uint64_t GD_CALL gd_promises_count(const gd_promises *promises);

/*
 * One promise.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_promises_at(
    const gd_promises *promises,
    uint64_t index,
    gd_promise *promise);

/*
 * One day of one promise.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_promises_day(
    const gd_promises *promises,
    uint64_t index,
    uint64_t day_index,
    gd_promise_day *day);

/*
 * One event that moved one promise, in order.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_promises_move(
    const gd_promises *promises,
    uint64_t index,
    uint64_t move_index,
    gd_promise_move *moved);

/* Frees promises; NULL is nothing to do. */
GD_API void GD_CALL gd_promises_free(gd_promises *promises);

/* ----------------------------------------------------------------------------------------------
 * 7. Commands: A ticket comes in, and the desk deals with it at once
 * ---------------------------------------------------------------------------------------------- */

/* What gd_ticket_intake takes. Set it to GD_INTAKE_INIT first. */
typedef struct gd_intake {
    /* The size of this struct. */
    uint32_t size;
    /* The matter in a line. */
    const char *matter;
    /* The channel it came by. */
    const char *channel;
    /* What the citizen said (or NULL). */
    const char *appeal;
    /* The category; may stay empty (or NULL). */
    const char *category;
    /* What the citizen wants (one of GD_KIND_). Preset: GD_KIND_HELP. */
    gd_kind kind;
    /* How pressing it is (one of GD_URGENCY_). Preset: GD_URGENCY_NORMAL. */
    gd_urgency urgency;
    /* Where in the region it plays (or NULL). */
    const char *area;
    /* The caller's name; personal data (or NULL). */
    const char *caller_name;
    /* The caller's telephone number; personal data (or NULL). */
    const char *caller_phone;
    /* The caller's address; personal data (or NULL). */
    const char *caller_address;
    /* Whether the caller's data is withheld from units and exports (GD_YES, or GD_NO or 0). */
    int32_t confidential;
    /* The number another platform gave it (or NULL). */
    const char *external;
} gd_intake;

#define GD_INTAKE_INIT { sizeof(gd_intake), 0, 0, 0, 0, GD_KIND_HELP, GD_URGENCY_NORMAL, 0, 0, 0, 0, 0, 0 }

/* What gd_ticket_backfill takes. Set it to GD_BACKFILL_INIT first. */
typedef struct gd_backfill {
    /* The size of this struct. */
    uint32_t size;
    /* The unit that had it to lead; left out, nobody knows (or NULL). */
    const char *unit;
    /* When that unit got it (milliseconds since 1970, or 0). */
    int64_t transferred_at;
    /* Its sign-off limit, as the register has it (milliseconds since 1970, or 0). */
    int64_t sign_off_by;
    /* Its handling limit, as the register has it (milliseconds since 1970, or 0). */
    int64_t handle_by;
    /*
     * Whether limits that the register does not have are worked out by the rules of their day
     * (GD_YES, or GD_NO or 0).
     */
    int32_t policy_limits;
    /* When the unit signed (milliseconds since 1970, or 0). */
    int64_t signed_off_at;
    /*
     * Whether the unit has replied; left out, nobody knows (GD_YES, GD_NO, or 0 where it is not
     * known).
     */
    int32_t handled;
    /* When it replied (milliseconds since 1970, or 0). */
    int64_t handled_at;
    /* What it replied (or NULL). */
    const char *result;
    /*
     * How the call to the citizen went; an answer says that it reached (one of
     * GD_CALLBACK_OUTCOME_, or 0).
     */
    gd_callback_outcome callback;
    /* When the citizen was called (milliseconds since 1970, or 0). */
    int64_t called_back_at;
    /* The citizen's answer about the result (one of GD_SATISFACTION_, or 0). */
    gd_satisfaction satisfaction;
    /* The citizen's answer about the manner (one of GD_SATISFACTION_, or 0). */
    gd_satisfaction attitude;
    /* Whether the matter is solved (GD_YES, GD_NO, or 0 where it is not known). */
    int32_t solved;
    /*
     * With what outcome it was closed; left out, it is not known to be (one of
     * GD_CLOSE_OUTCOME_, or 0).
     */
    gd_close_outcome outcome;
    /* When it was closed (milliseconds since 1970, or 0). */
    int64_t closed_at;
    /*
     * The day of the register: what has no moment counts from then, where nothing after it has
     * one; left out, the moment at which it is said (milliseconds since 1970, or 0).
     */
    int64_t known_on;
    /* The file that it comes from: the first signs of its SHA-256 (or NULL). */
    const char *source;
    /* Its row there (or 0). */
    uint64_t row;
} gd_backfill;

#define GD_BACKFILL_INIT { sizeof(gd_backfill), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/*
 * Take a ticket in. Another platform's number that was seen before answers with the ticket that
 * stands. By the centre alone.
 */
GD_API gd_status GD_CALL gd_ticket_intake(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    const gd_intake *intake,
    gd_ticket **ticket);

/*
 * Answer the citizen at once; no unit ever has it. By the centre alone.
 *
 * - `answer`: what the citizen was told (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_resolve_online(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *answer,
    gd_ticket **ticket);

/*
 * Do not accept the ticket. By the centre alone.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_reject(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/*
 * Point the ticket at its main ticket; both stay counted. By the centre alone.
 *
 * - `main`: the main ticket (its id).
 */
GD_API gd_status GD_CALL gd_ticket_merge(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    int64_t main,
    gd_ticket **ticket);

/* Take a merger back. By the centre alone. */
GD_API gd_status GD_CALL gd_ticket_unmerge(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_ticket **ticket);

/*
 * Mark the ticket as the same matter as another; both go on. By the centre alone.
 *
 * - `main`: the first ticket of the matter (its id).
 */
GD_API gd_status GD_CALL gd_ticket_repeat(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    int64_t main,
    gd_ticket **ticket);

/* Take back that the ticket repeats another. By the centre alone. */
GD_API gd_status GD_CALL gd_ticket_unrepeat(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_ticket **ticket);

/*
 * Say that the ticket tells another matter of the contact from which a ticket came already; each
 * is handled, counted and called back for itself. By the centre alone.
 *
 * - `main`: any other ticket of that contact (its id).
 */
GD_API gd_status GD_CALL gd_ticket_relate(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    int64_t main,
    gd_ticket **ticket);

/* Take back that the ticket is of a contact from which others came. By the centre alone. */
GD_API gd_status GD_CALL gd_ticket_unrelate(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_ticket **ticket);

/*
 * State what is known of the past of a ticket from an old register: what is left out is unknown,
 * and counts as neither late nor in time; what is stated again adds nothing, what contradicts is
 * refused. By the centre alone.
 *
 * It may still change.
 */
GD_API gd_status GD_CALL gd_ticket_backfill(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const gd_backfill *backfill,
    gd_ticket **ticket);

/* ----------------------------------------------------------------------------------------------
 * 8. Commands: Which unit has the ticket
 * ---------------------------------------------------------------------------------------------- */

/*
 * Hand the ticket to a lead unit and to assisting ones; their limits are given now. By the
 * centre alone.
 *
 * - `lead`: the lead unit.
 * - `assisting`: the assisting units (`assisting_count` of them, or none).
 * - `assisting_count`: how many there are in `assisting`.
 * - `remark`: the centre's remark; a second transfer needs one (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_transfer(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *lead,
    const char *const *assisting,
    uint32_t assisting_count,
    const char *remark,
    gd_ticket **ticket);

/* Take the ticket back before the unit has signed. By the centre alone. */
GD_API gd_status GD_CALL gd_ticket_recall(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_ticket **ticket);

/*
 * Take the ticket from its lead unit, whose verdicts stay, and give it to another with limits of
 * its own; the citizen's limit runs on. By the centre alone.
 *
 * - `to`: the unit that has it from now on.
 * - `remark`: the centre's remark to it.
 */
GD_API gd_status GD_CALL gd_ticket_redispatch(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *to,
    const char *remark,
    gd_ticket **ticket);

/*
 * Sign for the ticket, by the unit that has it. By a unit that has the ticket, as lead or
 * assisting.
 */
GD_API gd_status GD_CALL gd_ticket_sign_off(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_ticket **ticket);

/*
 * Ask for the ticket to be returned: it is not the unit's. By a unit that has the ticket, as
 * lead or assisting.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_request_return(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/*
 * Grant the return, and hand the ticket on at once if a unit is named. By the centre alone.
 *
 * - `to`: the next unit; left out, the ticket stays at the centre (or NULL).
 * - `remark`: the centre's remark to it (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_grant_return(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *to,
    const char *remark,
    gd_ticket **ticket);

/*
 * Deny the return. By the centre alone.
 *
 * - `reason`: why.
 * - `forbid`: whether the unit may not ask again (GD_YES, or GD_NO or 0).
 */
GD_API gd_status GD_CALL gd_ticket_deny_return(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    int32_t forbid,
    gd_ticket **ticket);

/*
 * Name the unit that has to take it and may not return it. By the centre alone.
 *
 * - `unit`: the unit.
 * - `remark`: the centre's remark (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_designate(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *unit,
    const char *remark,
    gd_ticket **ticket);

/*
 * List the ticket as difficult: no unit takes it. By the centre alone.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_mark_difficult(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/*
 * Keep who met about a ticket that no unit is clear about, and what they decided. By the centre
 * alone.
 *
 * - `attendees`: who met.
 * - `decision`: what they decided.
 */
GD_API gd_status GD_CALL gd_ticket_consult(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *attendees,
    const char *decision,
    gd_ticket **ticket);

/* ----------------------------------------------------------------------------------------------
 * 9. Commands: What the unit does, and its limits
 * ---------------------------------------------------------------------------------------------- */

/*
 * Ask for more working days, by the lead unit. By the unit that leads the ticket now.
 *
 * - `days`: how many working days more.
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_request_extension(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    uint64_t days,
    const char *reason,
    gd_ticket **ticket);

/* Grant the extension. By the centre alone. */
GD_API gd_status GD_CALL gd_ticket_grant_extension(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_ticket **ticket);

/*
 * Deny the extension. By the centre alone.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_deny_extension(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/*
 * Take a long matter off the clock. By the centre alone.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_suspend(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/* Put the ticket on the clock again; its limits move by the pause. By the centre alone. */
GD_API gd_status GD_CALL gd_ticket_resume(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_ticket **ticket);

/*
 * Report, by an assisting unit. By a unit that assists now.
 *
 * - `result`: what was found or done.
 */
GD_API gd_status GD_CALL gd_ticket_report(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *result,
    gd_ticket **ticket);

/*
 * Excuse an assisting unit from reporting. By the centre alone.
 *
 * - `unit`: the assisting unit.
 */
GD_API gd_status GD_CALL gd_ticket_excuse(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *unit,
    gd_ticket **ticket);

/*
 * Have a section of the unit work on it, by a limit inside the unit's own; the unit answers for
 * it. By a unit that has the ticket, as lead or assisting.
 *
 * - `section`: the section: what stands below the unit in the register.
 * - `days`: how many working days it has.
 */
GD_API gd_status GD_CALL gd_ticket_forward(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *section,
    uint64_t days,
    gd_ticket **ticket);

/* Take it back from the section. By a unit that has the ticket, as lead or assisting. */
GD_API gd_status GD_CALL gd_ticket_unforward(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_ticket **ticket);

/*
 * Reply, by the lead unit. By the unit that leads the ticket now.
 *
 * - `result`: what was found or done.
 */
GD_API gd_status GD_CALL gd_ticket_handle(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *result,
    gd_ticket **ticket);

/*
 * Send a poor reply back: it counts as none. By the centre alone.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_send_back(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/* ----------------------------------------------------------------------------------------------
 * 10. Commands: The citizen is called back, and the ticket ends
 * ---------------------------------------------------------------------------------------------- */

/* What gd_ticket_callback takes. Set it to GD_CALLBACK_INIT first. */
typedef struct gd_callback {
    /* The size of this struct. */
    uint32_t size;
    /* How it went (one of GD_CALLBACK_OUTCOME_). Preset: GD_CALLBACK_OUTCOME_REACHED. */
    gd_callback_outcome outcome;
    /* The citizen's answer about the result; only when reached (one of GD_SATISFACTION_, or 0). */
    gd_satisfaction satisfaction;
    /* The citizen's answer about the manner (one of GD_SATISFACTION_, or 0). */
    gd_satisfaction attitude;
    /* Whether the matter is solved (GD_YES, GD_NO, or 0 where it is not known). */
    int32_t solved;
    /* Not used; 0. */
    int32_t reserved;
} gd_callback;

#define GD_CALLBACK_INIT { sizeof(gd_callback), GD_CALLBACK_OUTCOME_REACHED, 0, 0, 0, 0 }

/*
 * Pass the reply that waits for review, so that the citizen can be called; send_back does not
 * pass it. By the centre alone.
 */
GD_API gd_status GD_CALL gd_ticket_pass_reply(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_ticket **ticket);

/* Record one attempt to call the citizen back. By the centre alone. */
GD_API gd_status GD_CALL gd_ticket_callback(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const gd_callback *callback,
    gd_ticket **ticket);

/*
 * Record the citizen's own rating, given unasked: by a message, an app, or a call of theirs. By
 * the centre alone.
 *
 * - `satisfaction`: how satisfied with the result (one of GD_SATISFACTION_).
 * - `text`: what the citizen said (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_rate(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_satisfaction satisfaction,
    const char *text,
    gd_ticket **ticket);

/*
 * Score a ticket that has ended against the sheet of points in force; again, the last one
 * stands. By the centre or a supervisor.
 *
 * - `scores`: the score of each point of the sheet, as NAME=18 (`scores_count` of them, or
 * none).
 * - `scores_count`: how many there are in `scores`.
 * - `text`: what was found (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_inspect(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *const *scores,
    uint32_t scores_count,
    const char *text,
    gd_ticket **ticket);

/*
 * Order it to be done again: the citizen is not satisfied. By the centre alone.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_rework(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/*
 * Close the ticket; closed is not solved. By the centre alone.
 *
 * - `outcome`: with what outcome (one of GD_CLOSE_OUTCOME_).
 */
GD_API gd_status GD_CALL gd_ticket_close(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_close_outcome outcome,
    gd_ticket **ticket);

/*
 * End the ticket without a reply. By the centre alone.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_terminate(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/*
 * Close the ticket since the citizen takes it back; nobody has to be called. By the centre
 * alone.
 *
 * - `reason`: what the citizen said.
 */
GD_API gd_status GD_CALL gd_ticket_withdraw(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/*
 * Open a closed ticket on a new fact; its first close stays a fact. By the centre alone.
 *
 * - `reason`: the new fact.
 */
GD_API gd_status GD_CALL gd_ticket_reopen(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/* ----------------------------------------------------------------------------------------------
 * 11. Commands: What stands beside the stage
 * ---------------------------------------------------------------------------------------------- */

/* What gd_ticket_amend takes. Set it to GD_AMEND_INIT first. */
typedef struct gd_amend {
    /* The size of this struct. */
    uint32_t size;
    /* The kind from now on (one of GD_KIND_, or 0). */
    gd_kind kind;
    /* The urgency from now on (one of GD_URGENCY_, or 0). */
    gd_urgency urgency;
    /* The area from now on (or NULL). */
    const char *area;
    /* The matter from now on (or NULL). */
    const char *matter;
    /* The appeal from now on (or NULL). */
    const char *appeal;
} gd_amend;

#define GD_AMEND_INIT { sizeof(gd_amend), 0, 0, 0, 0, 0 }

/* What gd_ticket_supervise takes. Set it to GD_SUPERVISE_INIT first. */
typedef struct gd_supervise {
    /* The size of this struct. */
    uint32_t size;
    /* The unit it is demanded of; left out, the centre itself (or NULL). */
    const char *unit;
    /* What is demanded. */
    const char *demand;
    /* Whose demand it is (one of GD_SUPERVISION_KIND_). Preset: GD_SUPERVISION_KIND_HOTLINE. */
    gd_supervision_kind supervision_kind;
    /* Who instructed it; a name, shown with the ticket's texts alone (or NULL). */
    const char *instructed_by;
    /* Until when it is to be answered (milliseconds since 1970, or 0). */
    int64_t answer_by;
} gd_supervise;

#define GD_SUPERVISE_INIT { sizeof(gd_supervise), 0, 0, GD_SUPERVISION_KIND_HOTLINE, 0, 0 }

/* What gd_ticket_feature takes. Set it to GD_FEATURE_INIT first. */
typedef struct gd_feature {
    /* The size of this struct. */
    uint32_t size;
    /* Whether it is picked from now on (GD_YES, or GD_NO or 0). Preset: GD_YES. */
    int32_t featured;
    /* Its title in print (or NULL). */
    const char *title;
    /* The appeal edited for print; left out, the ticket's own (or NULL). */
    const char *appeal;
    /* The handling edited for print; left out, the ticket's own (or NULL). */
    const char *handling;
} gd_feature;

#define GD_FEATURE_INIT { sizeof(gd_feature), GD_YES, 0, 0, 0 }

/*
 * Put the ticket in another category. By the centre alone.
 *
 * - `category`: the category; left out, it is taken away (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_reclassify(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *category,
    gd_ticket **ticket);

/* Put kind, urgency, area, matter or appeal right. By the centre alone. */
GD_API gd_status GD_CALL gd_ticket_amend(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const gd_amend *amend,
    gd_ticket **ticket);

/*
 * Add a note. By the centre, a supervisor, or a unit that has the ticket.
 *
 * - `text`: the note.
 */
GD_API gd_status GD_CALL gd_ticket_note(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *text,
    gd_ticket **ticket);

/*
 * Keep a file with the ticket by reference: what it is, its digest, and where it stays. By the
 * centre, or a unit that has the ticket, as lead or assisting.
 *
 * - `name`: the file's name, without its folder.
 * - `file_kind`: what sort of file it is (one of GD_FILE_KIND_).
 * - `size`: how many bytes it has.
 * - `sha256`: its SHA-256, in 64 hexadecimal digits.
 * - `file_place`: where it stays: a folder, the number of a recording (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_attach(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *name,
    gd_file_kind file_kind,
    uint64_t size,
    const char *sha256,
    const char *file_place,
    gd_ticket **ticket);

/*
 * Take a file off the ticket; that it was attached stays. By the centre, or a unit that has the
 * ticket, as lead or assisting.
 *
 * - `no`: the number of the attachment on the ticket, from 1.
 */
GD_API gd_status GD_CALL gd_ticket_detach(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    uint64_t no,
    gd_ticket **ticket);

/*
 * Withhold the caller's data from the units, or no longer. By the centre alone.
 *
 * - `confidential`: whether it is from now on (GD_YES, or GD_NO or 0).
 */
GD_API gd_status GD_CALL gd_ticket_confidential(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    int32_t confidential,
    gd_ticket **ticket);

/*
 * Urge the unit. By the centre alone.
 *
 * - `text`: what is said to the unit (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_urge(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *text,
    gd_ticket **ticket);

/* Demand something of a unit or of the centre. By the centre or a supervisor. */
GD_API gd_status GD_CALL gd_ticket_supervise(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const gd_supervise *supervise,
    gd_ticket **ticket);

/*
 * Answer a demand. By the centre, or a unit whether it has the ticket or not.
 *
 * - `no`: the number of the demand on the ticket, from 1.
 * - `result`: the answer.
 */
GD_API gd_status GD_CALL gd_ticket_answer(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    uint64_t no,
    const char *result,
    gd_ticket **ticket);

/*
 * Remind whoever has not answered a demand. By the centre or a supervisor.
 *
 * - `no`: the number of the demand on the ticket, from 1.
 * - `text`: what is said (or NULL).
 */
GD_API gd_status GD_CALL gd_ticket_remind(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    uint64_t no,
    const char *text,
    gd_ticket **ticket);

/*
 * Take a demand back that was made by mistake: nobody has to answer it. By the centre or a
 * supervisor.
 *
 * - `no`: the number of the demand on the ticket, from 1.
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_unsupervise(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    uint64_t no,
    const char *reason,
    gd_ticket **ticket);

/*
 * Show a unit a warning card. By the centre or a supervisor.
 *
 * - `card`: which card (one of GD_CARD_).
 * - `unit`: the unit it is shown to.
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_card(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_card card,
    const char *unit,
    const char *reason,
    gd_ticket **ticket);

/*
 * Ask not to be judged by the ticket, by a unit that has it or had it. By a unit that has the
 * ticket, or ever had it.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_ask_exempt(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/*
 * Leave the ticket out of what a unit is judged by; every count keeps it. By the centre or a
 * supervisor.
 *
 * - `unit`: the unit, of all that it was given of the ticket so far.
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_exempt(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *unit,
    const char *reason,
    gd_ticket **ticket);

/*
 * Judge the unit by the ticket again, or do not grant what it asked for. By the centre or a
 * supervisor.
 *
 * - `unit`: the unit.
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_unexempt(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *unit,
    const char *reason,
    gd_ticket **ticket);

/* Pick the ticket for the bulletin as a typical case, or take it out again. By the centre alone. */
GD_API gd_status GD_CALL gd_ticket_feature(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const gd_feature *feature,
    gd_ticket **ticket);

/*
 * Work the running limits out again under the rules of today. By the centre alone.
 *
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_reschedule(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_ticket **ticket);

/*
 * State the true moment of a fact that was entered wrong or late; verdicts, limits and figures
 * follow it, the journal keeps both. By the centre alone.
 *
 * - `fact`: which fact (one of GD_FACT_).
 * - `no`: which of its kind on the ticket, from 1; left out, the last (or 0).
 * - `moment`: when it truly was (milliseconds since 1970).
 * - `reason`: why.
 */
GD_API gd_status GD_CALL gd_ticket_correct(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    gd_fact fact,
    uint64_t no,
    int64_t moment,
    const char *reason,
    gd_ticket **ticket);

/* ----------------------------------------------------------------------------------------------
 * 12. Commands: Who called, and what is erased
 * ---------------------------------------------------------------------------------------------- */

/*
 * Erase texts of the ticket for good; codes, times and figures stay. By the centre alone.
 *
 * - `fields`: which texts; none named means every one, since any can name the person (each one
 * of GD_TEXT_FIELD_, `fields_count` of them, or none).
 * - `fields_count`: how many there are in `fields`.
 * - `reason`: why; it stays, so it should not name the person.
 */
GD_API gd_status GD_CALL gd_ticket_erase(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const gd_text_field *fields,
    uint32_t fields_count,
    const char *reason,
    gd_ticket **ticket);

/* ----------------------------------------------------------------------------------------------
 * 13. Finding tickets
 * ---------------------------------------------------------------------------------------------- */

/* What to look for, and which page of it. Set it to GD_FILTER_INIT first. */
typedef struct gd_filter {
    /* The size of this struct. */
    uint32_t size;
    /* In this stage (each one of GD_STAGE_, `stage_count` of them, or none). */
    const gd_stage *stage;
    /* How many there are in `stage`. */
    uint32_t stage_count;
    /* Come by this channel (or NULL). */
    const char *channel;
    /* In this category (or NULL). */
    const char *category;
    /* Led by this unit; where a limit is asked for, whose limit it is (or NULL). */
    const char *unit;
    /* In this area (or NULL). */
    const char *area;
    /* With this number of another platform (or NULL). */
    const char *external;
    /*
     * Taken in during this period (as `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days
     * joined by `..`, or NULL).
     */
    const char *accepted;
    /*
     * Where a limit that ran at this moment had passed, as things stood then (milliseconds since
     * 1970, or 0).
     */
    int64_t overdue_on;
    /* Where a limit that runs ends at this moment or later (milliseconds since 1970, or 0). */
    int64_t due_from;
    /* Where a limit that runs ends by this moment (milliseconds since 1970, or 0). */
    int64_t due_by;
    /* Only those not ended (GD_YES, or GD_NO or 0). */
    int32_t open;
    /* Only those that no unit takes (GD_YES, or GD_NO or 0). */
    int32_t difficult;
    /* Only those picked by an editor (GD_YES, or GD_NO or 0). */
    int32_t featured;
    /*
     * With this text in number, matter, appeal, result, answer or remark; blank means any (or
     * NULL).
     */
    const char *text;
    /*
     * Whose limit overdue_on, due_from and due_by are about; left out, late_now (one of
     * GD_LIMIT_OF_, or 0).
     */
    gd_limit_of limit_of;
    /*
     * What waits so for somebody; with a unit, whose sign-off it is, or who leads (one of
     * GD_QUEUE_, or 0).
     */
    gd_queue queue;
    /* Of the contact from which the ticket of this number came, that ticket too (or NULL). */
    const char *related;
    /*
     * Of each unit's tickets that have ended and are found, so many per cent drawn by lot (1 to
     * 100), at least one (or 0).
     */
    uint64_t sample;
    /* The number by which the lots are drawn: the same again draws the same; left out, 0 (or 0). */
    uint64_t seed;
    /*
     * As things stood at this moment; left out, at overdue_on, or else now (milliseconds since
     * 1970, or 0).
     */
    int64_t as_of;
    /* How many to pass over. */
    uint64_t offset;
    /* How many to give at most; 0 means all. */
    uint64_t limit;
} gd_filter;

#define GD_FILTER_INIT { sizeof(gd_filter), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/*
 * The tickets that a filter finds, newest intake first. Free *tickets with gd_tickets_free.
 *
 * Errors: GD_E_INVALID_INPUT names a channel, category or unit that nobody knows; GD_E_IO,
 * GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_find(
    gd_hotline *hotline,
    const gd_filter *filter,
    gd_tickets **tickets);

/* How many tickets are on this page. */
GD_API uint64_t GD_CALL gd_tickets_count(const gd_tickets *tickets);

/* How many tickets are on all pages. */
GD_API uint64_t GD_CALL gd_tickets_total(const gd_tickets *tickets);

/* One ticket of the page, borrowed from the list; NULL past the last one. */
GD_API const gd_ticket *GD_CALL gd_tickets_at(const gd_tickets *tickets, uint64_t index);

/* Frees a list and its tickets; NULL is nothing to do. */
GD_API void GD_CALL gd_tickets_free(gd_tickets *tickets);

/*
 * Tickets with their printed numbers: `count` of them, by id. Free *refs with gd_refs_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_references(
    gd_hotline *hotline,
    const int64_t *tickets,
    uint32_t count,
    gd_refs **refs);

/* How many tickets there are. */
GD_API uint64_t GD_CALL gd_refs_count(const gd_refs *refs);

/* The id of one of them; 0 past the last one. */
GD_API int64_t GD_CALL gd_refs_id(const gd_refs *refs, uint64_t index);

/* The printed number of one of them, borrowed from the list; NULL past the last one. */
GD_API const char *GD_CALL gd_refs_number(const gd_refs *refs, uint64_t index);

/* Frees a list; NULL is nothing to do. */
GD_API void GD_CALL gd_refs_free(gd_refs *refs);

/* ----------------------------------------------------------------------------------------------
 * 14. Figures and ranking
 * ---------------------------------------------------------------------------------------------- */

/* A question to the figures. Set it to GD_QUESTION_INIT first. */
typedef struct gd_question {
    /* The size of this struct. */
    uint32_t size;
    /*
     * The days it is about (as `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days joined by
     * `..`).
     */
    const char *period;
    /* The cut-off: nothing later is seen (milliseconds since 1970). */
    int64_t as_of;
    /* Which tickets (one of GD_BASIS_). Preset: GD_BASIS_COHORT. */
    gd_basis basis;
    /*
     * By what, from the outer to the inner grouping; none means all together (each one of
     * GD_GROUPING_, `by_count` of them, or none).
     */
    const gd_grouping *by;
    /* How many there are in `by`. */
    uint32_t by_count;
    /*
     * At which level of their trees categories, units and areas are counted: 1 gathers all below
     * the topmost; left out, each by itself (or 0).
     */
    uint64_t level;
    /* How many events of the journal are seen; left out, all (or 0). */
    uint64_t seen;
    /*
     * Whether what is in use and has no ticket gets a row of zeros; for one grouping only
     * (GD_YES, or GD_NO or 0).
     */
    int32_t zeros;
    /*
     * By age: up to how many working days each band reaches, rising; none means 3, 5, 10 and 20
     * (`bands_count` of them, or none).
     */
    const uint64_t *bands;
    /* How many there are in `bands`. */
    uint32_t bands_count;
    /*
     * Over tickets alone that are neither rejected nor merged at the cut-off, in all figures:
     * the parts of an overview add up then (GD_YES, or GD_NO or 0).
     */
    int32_t effective;
} gd_question;

#define GD_QUESTION_INIT { sizeof(gd_question), 0, 0, GD_BASIS_COHORT, 0, 0, 0, 0, 0, 0, 0, 0 }

/* A rate, exact. Set it to GD_RATE_INIT first. */
typedef struct gd_rate {
    /* The size of this struct. */
    uint32_t size;
    /* Not used; 0. */
    int32_t reserved;
    /* The part, as counted. */
    int64_t numerator;
    /* The whole, as counted; 0 prints as a dash. */
    int64_t denominator;
    /*
     * As printed: with two decimals, and a per cent sign where it is one; in the figures'
     * encoding.
     */
    char printed[32];
} gd_rate;

#define GD_RATE_INIT { sizeof(gd_rate), 0, 0, 0, "" }

/* What is ranked, and how. Set it to GD_RANKING_INIT first. */
typedef struct gd_ranking {
    /* The size of this struct. */
    uint32_t size;
    /*
     * The days it is about (as `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days joined by
     * `..`).
     */
    const char *period;
    /* The cut-off: nothing later is seen (milliseconds since 1970). */
    int64_t as_of;
    /* Which tickets (one of GD_BASIS_). Preset: GD_BASIS_COHORT. */
    gd_basis basis;
    /* How many events of the journal are seen; left out, all (or 0). */
    uint64_t seen;
    /*
     * Over tickets alone that are neither rejected nor merged at the cut-off (GD_YES, or GD_NO
     * or 0).
     */
    int32_t effective;
    /*
     * The name of a formula of the file, or a formula; left out, the one in force at the cut-off
     * (as JSON, or NULL).
     */
    const char *formula;
    /*
     * At which level of their tree units are ranked: 1 gathers all below each top entry; left
     * out, each by itself (or 0).
     */
    uint64_t level;
} gd_ranking;

#define GD_RANKING_INIT { sizeof(gd_ranking), 0, 0, GD_BASIS_COHORT, 0, 0, 0, 0 }

/*
 * The figures of a question. Free *figures with gd_figures_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_figures(
    gd_hotline *hotline,
    const gd_question *question,
    gd_figures **figures);

/*
 * The figures of `count` questions of one state of the file. *figures is the first of as many places:
 * all are written, or all are NULL. Free each with gd_figures_free.
 *
 * Errors: as gd_hotline_figures.
 */
GD_API gd_status GD_CALL gd_hotline_figures_of(
    gd_hotline *hotline,
    const gd_question *const *questions,
    uint32_t count,
    gd_figures **figures);

/* How many rows there are, in the order in which they are printed. */
GD_API uint64_t GD_CALL gd_figures_count(const gd_figures *figures);

/*
 * The label of a row in one of its groupings, the first being 0; borrowed from the figures. NULL
 * when there is no such row or grouping.
 */
GD_API const char *GD_CALL gd_figures_label(
    const gd_figures *figures,
    uint64_t row,
    uint64_t grouping);

/*
 * The number of a row's key in one of its groupings: the number of the unit, category, channel or
 * area; -1 answered online without a category, -2 none; 0 when there is no such row or grouping.
 */
GD_API int64_t GD_CALL gd_figures_key(const gd_figures *figures, uint64_t row, uint64_t grouping);

/*
 * A count of a row, or of the total where `row` is GD_TOTAL. `count` is one of GD_COUNT_.
 *
 * Errors: GD_E_NOT_FOUND when the basis does not define the count; GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_figures_value(
    const gd_figures *figures,
    uint64_t row,
    gd_count count,
    int64_t *value);

/*
 * A rate of a row, or of the total where `row` is GD_TOTAL: a measure by its ASCII name, for
 * example `closure_rate`, rounded as the policy says at the cut-off.
 *
 * Errors: GD_E_NOT_FOUND when the basis does not define its counts; GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_figures_rate(
    const gd_figures *figures,
    uint64_t row,
    const char *measure,
    gd_rate *out);

/*
 * The tickets behind a count of a row, or of the total where `row` is GD_TOTAL: exactly as many
 * as the count says, but for counts of times. Free *refs with gd_refs_free.
 *
 * Errors: GD_E_INVALID_INPUT when the basis does not define the count; GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_behind(
    gd_hotline *hotline,
    const gd_figures *figures,
    uint64_t row,
    gd_count count,
    gd_refs **refs);

/*
 * The tickets that one count of a question counts and another does not: taken in and not closed,
 * for example. Free *refs with gd_refs_free.
 *
 * Errors: GD_E_INVALID_INPUT when the basis does not define a count; GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_between(
    gd_hotline *hotline,
    const gd_question *question,
    gd_count counted,
    gd_count not_counted,
    gd_refs **refs);

/* Frees figures; NULL is nothing to do. */
GD_API void GD_CALL gd_figures_free(gd_figures *figures);

/*
 * The units of a period ranked, each group apart, best first; units without tickets come last in
 * their group, without a rank. The columns of the rows: `group` (or nothing), `id`, `unit`, `rank`
 * (or nothing), `points`, `grade` (or nothing), and the points of each term of the formula, by the
 * name of its figure.
 * Free *units with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_rank(
    gd_hotline *hotline,
    const gd_ranking *ranking,
    gd_rows **units);

/* The total, where a row is asked for. */
#define GD_TOTAL ((uint64_t)-1)

/* ----------------------------------------------------------------------------------------------
 * 15. Bulletins and issues
 * ---------------------------------------------------------------------------------------------- */

/* What a bulletin is asked with. Set it to GD_BULLETIN_INIT first. */
typedef struct gd_bulletin {
    /* The size of this struct. */
    uint32_t size;
    /*
     * The days it is about (as `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days joined by
     * `..`).
     */
    const char *period;
    /* The cut-off: nothing later is seen (milliseconds since 1970). */
    int64_t as_of;
    /* The year in its number; left out, that in which the period ends (or 0). */
    uint64_t year;
    /* Its number in that year; left out, that of the month in which the period ends (or 0). */
    uint64_t number;
    /* Its title; left out, one made of the region's name and the period (or NULL). */
    const char *title;
    /* The office that publishes it; left out, that of the founding (or NULL). */
    const char *organ;
    /* The day printed on it; left out, that of the cut-off (as YYYY-MM-DD, or NULL). */
    const char *printed_on;
    /* Whom it is reported to (`to_count` of them, or none). */
    const char *const *to;
    /* How many there are in `to`. */
    uint32_t to_count;
    /* Whom it is sent to (`copies_count` of them, or none). */
    const char *const *copies;
    /* How many there are in `copies`. */
    uint32_t copies_count;
    /*
     * The editor's own words on units that handle late, each a paragraph (`remarks_count` of
     * them, or none).
     */
    const char *const *remarks;
    /* How many there are in `remarks`. */
    uint32_t remarks_count;
    /*
     * Values from outside and the editor's texts that a format names, each as name=value
     * (`set_count` of them, or none).
     */
    const char *const *set;
    /* How many there are in `set`. */
    uint32_t set_count;
    /* Who gave these values; it is printed beside them (or NULL). */
    const char *given_by;
    /*
     * At which level of their tree categories are printed, 1 being the top; left out, each by
     * itself (or 0).
     */
    uint64_t category_level;
    /*
     * At which level of their tree units are printed, 1 being the top; left out, each by itself
     * (or 0).
     */
    uint64_t unit_level;
    /*
     * The columns of the table by category, each a figure and its heading; left out, the usual
     * ones (as JSON, or NULL).
     */
    const char *category_columns;
    /*
     * The columns of the table by unit, each a figure and its heading; left out, the usual ones
     * (as JSON, or NULL).
     */
    const char *unit_columns;
    /* What gd_hotline_bulletin makes: Markdown or JSON (one of GD_FORM_). Preset: GD_FORM_MD. */
    gd_form form;
    /* Not used; 0. */
    int32_t reserved;
} gd_bulletin;

#define GD_BULLETIN_INIT { sizeof(gd_bulletin), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, GD_FORM_MD, 0 }

/* An issue about to be published. Set it to GD_NEW_ISSUE_INIT first. */
typedef struct gd_new_issue {
    /* The size of this struct. */
    uint32_t size;
    /* The year it is numbered in. */
    int32_t year;
    /* Its number within the year. */
    uint32_t number;
    /* Not used; 0. */
    int32_t reserved;
    /* The period it is about. */
    const char *period;
    /* Its cut-off. */
    int64_t as_of;
    /* Who answers for publishing figures that should agree and do not; or NULL. */
    const char *answers_for;
} gd_new_issue;

#define GD_NEW_ISSUE_INIT { sizeof(gd_new_issue), 0, 0, 0, 0, 0, 0 }

/*
 * Its bytes, borrowed from it, and a zero byte after them. A text is UTF-8 whatever the encoding
 * of the handle: it is a file's content, not a string for the screen.
 */
GD_API const char *GD_CALL gd_document_bytes(const gd_document *document);

/* How many bytes it has, the zero byte after them not counted. */
GD_API uint64_t GD_CALL gd_document_length(const gd_document *document);

/*
 * Writes it to a new file and sees that it is on disk. The path is UTF-8.
 *
 * Errors: GD_E_EXISTS when the path holds anything; GD_E_IO.
 */
GD_API gd_status GD_CALL gd_document_save(const gd_document *document, const char *path);

/* Frees a document; NULL is nothing to do. */
GD_API void GD_CALL gd_document_free(gd_document *document);

/*
 * Makes a bulletin: sentences and tables from the same figures. Columns are JSON as
 * `[["accepted", "heading"], ...]`: figures, each with its heading, and where it has one the heading
 * that it shares with its neighbours. Free *document with gd_document_free; gd_document_save writes it
 * to a file.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_bulletin(
    gd_hotline *hotline,
    const gd_bulletin *bulletin,
    gd_document **document);

/*
 * Makes a bulletin and writes it to a new file, as the path ends: .docx, .html, .md or .json.
 * `bulletin->form` is not looked at. The path is UTF-8 whatever the encoding. `format` is NULL for
 * the usual one, or "hengdong-2020", "hengdong-2023", "plain", "quarter", or the path of a folder
 * with a format.toml and templates.
 *
 * The library is kept small, so a .docx of it has no charts, and the rest is made by the program
 * gongdan (gongdan bulletin FILE --xlsx --pdf --png). One built with the feature `office` writes
 * .xlsx too, and draws the charts of a .docx with a Chinese font of the system (without one they are
 * left out).
 *
 * Errors: GD_E_INVALID_INPUT for another ending or format, and what is wrong with it; GD_E_EXISTS
 * when the path holds anything; GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_bulletin_save(
    gd_hotline *hotline,
    const gd_bulletin *bulletin,
    const char *format,
    const char *path);

/*
 * Writes a published issue to a new file, as it was published, by its number; the path and its ending
 * are those of gd_bulletin_save. `format` is NULL unless it was published in a folder of your own,
 * which it names then.
 *
 * Errors: GD_E_NOT_FOUND when no issue of this number was published; as gd_bulletin_save.
 */
GD_API gd_status GD_CALL gd_issue_save(
    gd_hotline *hotline,
    int32_t year,
    uint32_t number,
    const char *format,
    const char *path);

/*
 * Publishes an issue with its usual words in the usual format: its figures, rules, difficult tickets
 * and the journal's head are frozen in one event, and its number prints this from then on;
 * gd_bulletin_publish takes other words. *seq, which may be NULL, is that event's place in the
 * journal.
 *
 * Errors: GD_E_EXISTS when the number is taken; GD_E_INVALID_INPUT names `answers_for` when
 * figures that should agree differ and nobody answers for it; GD_E_READ_ONLY, GD_E_BUSY, GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_publish(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    const gd_new_issue *issue,
    uint64_t *seq);

/*
 * Publishes a bulletin with its words, in a format or in the usual one (`format` is NULL then), under
 * its number, which has to be given: from then on gd_issue_save prints this and nothing else.
 * `answers_for` is who answers for figures that should agree and do not; or NULL. *seq, which may be
 * NULL, is the event's place in the journal.
 *
 * Errors: as gd_hotline_publish and gd_bulletin_save.
 */
GD_API gd_status GD_CALL gd_bulletin_publish(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    const gd_bulletin *bulletin,
    const char *format,
    const char *answers_for,
    uint64_t *seq);

/*
 * Every published issue, in the order of publication. The columns of the rows: `year`, `number`,
 * `period`, `as_of`, `at`, `by`, `seq`, `seen`, `head`, `formula`, `answers_for`, `difficult` (how
 * many it named) and `tables` (how many it froze). Free *issues
 * with gd_rows_free.
 *
 * Errors: GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_issues(gd_hotline *hotline, gd_rows **issues);

/*
 * One published issue: one row, as gd_hotline_issues has it. Free *issue with gd_rows_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_issue(
    gd_hotline *hotline,
    int32_t year,
    uint32_t number,
    gd_rows **issue);

/*
 * Holds an issue against the file. *intact, which may be NULL, is 1 when the journal up to the
 * issue still has the printed hash and the figures reckoned from it are the frozen ones. The rows
 * are what would be printed otherwise today: `by` (the table), `key`, `count`, `printed`, `today`,
 * `appeared` and `gone` (the printed numbers of the tickets that make the difference, joined by
 * blanks). Free *corrections with gd_rows_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_compare(
    gd_hotline *hotline,
    int32_t year,
    uint32_t number,
    int32_t *intact,
    gd_rows **corrections);

/*
 * The facts that were corrected since an issue was published, from or to a moment that it sees: rows of
 * `ticket` (its printed number), `fact`, `from`, `to`, `at` (when that was said) and `by`. Free
 * *corrected with gd_rows_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_corrected(
    gd_hotline *hotline,
    int32_t year,
    uint32_t number,
    gd_rows **corrected);

/*
 * What an issue told of tickets and tells no longer: rows of `ticket` (its printed number), `at`, `by`
 * and `fields` (the texts that were erased, joined by blanks; none where the ticket was made
 * confidential). Free *withheld with gd_rows_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_withheld(
    gd_hotline *hotline,
    int32_t year,
    uint32_t number,
    gd_rows **withheld);

/*
 * The typical cases of a period, as they stood at a moment, as far as the first `seen` events of the
 * journal tell (0: all). Free *typical with gd_tickets_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_typical_cases(
    gd_hotline *hotline,
    const char *period,
    int64_t as_of,
    uint64_t seen,
    gd_tickets **typical);

/*
 * The difficult tickets of a period, as they stood at a moment, as far as the first `seen` events
 * of the journal tell (0: all). Free *difficult with gd_tickets_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_difficult_cases(
    gd_hotline *hotline,
    const char *period,
    int64_t as_of,
    uint64_t seen,
    gd_tickets **difficult);

/*
 * The difficult tickets of the last issue before a moment: what the next issue follows up. The
 * rows have one column, `id`. Free *tickets with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_followed_up(
    gd_hotline *hotline,
    int64_t as_of,
    gd_rows **tickets);

/* ----------------------------------------------------------------------------------------------
 * 16. The office
 * ---------------------------------------------------------------------------------------------- */

/* A new unit, category, channel or area. Set it to GD_NEW_ENTRY_INIT first. */
typedef struct gd_new_entry {
    /* The size of this struct. */
    uint32_t size;
    /* What it is, one of GD_SPECIES_; it has to be given. */
    gd_species species;
    /* Of what sort, one of GD_CHANNEL_KIND_: a channel needs it, nothing else may have it. */
    gd_channel_kind channel_kind;
    /* Its place in printed tables, from 1; 0 means after all others. */
    uint32_t order;
    /* Its name; it has to be given. */
    const char *name;
    /* The name of the entry above it. */
    const char *parent;
    /* The group it is listed and ranked in. */
    const char *group;
    /* Other names by which it is found. */
    const char *const *aliases;
    /* How many other names there are. */
    uint32_t alias_count;
    /* Not used; 0. */
    int32_t reserved;
} gd_new_entry;

#define GD_NEW_ENTRY_INIT { sizeof(gd_new_entry), 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/*
 * Adds an entry. *written, here and in all commands to the office, is the events that were
 * written; it may be NULL, else free it with gd_entries_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
 */
GD_API gd_status GD_CALL gd_register_add(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    const gd_new_entry *entry,
    gd_entries **written);

/*
 * Gives an entry another name by which it is found. `name` is any of its names.
 *
 * Errors: as gd_register_add.
 */
GD_API gd_status GD_CALL gd_register_alias(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    gd_species species,
    const char *name,
    const char *alias,
    gd_entries **written);

/*
 * Has an entry bear a code of a scheme beside its names (`GB/T 39666`, `010203`), in the place of the one that it bore;
 * NULL takes it away. The code, or `SCHEME:CODE`, then names the entry wherever a name does.
 *
 * Errors: as gd_register_add.
 */
GD_API gd_status GD_CALL gd_register_code(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    gd_species species,
    const char *name,
    const char *scheme,
    const char *code,
    gd_entries **written);

/*
 * Calls an entry otherwise from a moment on; the old name still finds it.
 *
 * Errors: as gd_register_add.
 */
GD_API gd_status GD_CALL gd_register_rename(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    gd_species species,
    const char *name,
    const char *to,
    int64_t from,
    gd_entries **written);

/*
 * Puts an entry elsewhere in tree, group or order from a moment on. `parent` and `group` may be
 * NULL.
 *
 * Errors: as gd_register_add.
 */
GD_API gd_status GD_CALL gd_register_place(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    gd_species species,
    const char *name,
    const char *parent,
    const char *group,
    uint32_t order,
    int64_t from,
    gd_entries **written);

/*
 * Lets the entry `into` take one over from a moment on.
 *
 * Errors: as gd_register_add.
 */
GD_API gd_status GD_CALL gd_register_merge(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    gd_species species,
    const char *name,
    const char *into,
    int64_t from,
    gd_entries **written);

/*
 * Lets several new entries take one over from a moment on. `into` are `count` pointers to them.
 *
 * Errors: as gd_register_add.
 */
GD_API gd_status GD_CALL gd_register_split(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    gd_species species,
    const char *name,
    const gd_new_entry *const *into,
    uint32_t count,
    int64_t from,
    gd_entries **written);

/*
 * Gives an entry nothing new from a moment on.
 *
 * Errors: as gd_register_add.
 */
GD_API gd_status GD_CALL gd_register_retire(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    gd_species species,
    const char *name,
    int64_t from,
    gd_entries **written);

/*
 * Lists the entries of a species as they stand at a moment, in the order in which they are
 * printed. The columns of the rows: `id`, `name`, `aliases` (joined by line feeds),
 * `channel_kind` (its number), `group`, `order`, `parent` (its number), `retired_at` and
 * `merged_at` (moments), `merged_into` (a number), `codes` (`SCHEME:CODE`, joined by line feeds); what is not, is nothing. Free *entries with
 * gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_register(
    gd_hotline *hotline,
    gd_species species,
    int64_t at,
    gd_rows **entries);

/*
 * Counts contacts (calls, letters) by a channel on a day, `YYYY-MM-DD`; a negative count corrects
 * an earlier one.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_record_contacts(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    const char *channel,
    const char *day,
    int64_t count,
    gd_entries **written);

/*
 * Contacts of a period by channel, as known at a moment, as far as the first `seen` events of the
 * journal tell (0: all), in printed order. The columns of the rows: `id` (of the channel), `channel`, `contacts`. Free *contacts with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_contacts(
    gd_hotline *hotline,
    const char *period,
    int64_t as_of,
    uint64_t seen,
    gd_rows **contacts);

/*
 * Executes any command to the office, given as JSON: the way to set the policy
 * (`{"provide": {"setting": "handle_limit", "from": 1598889600000, "value": {"limit":
 * {"working_days": 3}}}}`), to adopt a calendar's notice (`{"adopt_notice": ...}`) and to set a
 * ranking formula (`{"set_formula": ...}`). Moments are milliseconds since 1970, days
 * `YYYY-MM-DD`.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_office_json(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    const char *command,
    gd_entries **written);

/*
 * The figures of a question as they were and as they would have been under other rules: what
 * people did stays, every promise is worked out anew, the file is not changed. `provisions`
 * is a list of provisions of the policy that hold from their own dates on, `throughout` one of such
 * that hold at every date whatever the file's own say, `notices` one of notices of holidays and make-up
 * days, all as in gd_hotline_office_json; each may be NULL. Free both answers with
 * gd_figures_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_what_if(
    gd_hotline *hotline,
    const gd_question *question,
    const char *provisions,
    const char *throughout,
    const char *notices,
    gd_figures **as_it_was,
    gd_figures **as_if);

/*
 * The figures of a question and of the same question of an earlier period. Where an issue of that
 * period was published its frozen figures are taken, and *year and *number, which may be NULL, name
 * it; else they are 0. Free both answers with gd_figures_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_since(
    gd_hotline *hotline,
    const gd_question *question,
    gd_against against,
    gd_figures **now,
    gd_figures **before,
    int32_t *year,
    uint32_t *number);

/*
 * When a limit that is given at a moment ends: `limit` days or minutes by the clock `limit_kind`, one
 * of GD_LIMIT_.
 *
 * Errors: GD_E_INVALID_INPUT, also for a year without a notice; GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_end_of(
    gd_hotline *hotline,
    int32_t limit_kind,
    uint32_t limit,
    int64_t given,
    int64_t *end);

/*
 * How rates are printed at a moment, one of GD_ROUNDING_.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_rounding(
    gd_hotline *hotline,
    int64_t at,
    gd_rounding *rounding);

/*
 * The carry-over account of a period, ticket by ticket. The columns of the rows: `part`
 * (`opening`, `taken_in`, `reopened`, `ended` or `carried_out`) and `id`. The first three have as
 * many tickets as the last two. Free *account with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_account(
    gd_hotline *hotline,
    const char *period,
    int64_t as_of,
    gd_rows **account);

/*
 * Each seat (whoever took tickets in) of a period, by name. The columns of the rows: `by`, `accepted`, `inspected`
 * (of these, scored against a sheet of points), `inspection_points`, `inspection_most` (what the last inspections
 * gave, and could have given). Free *seats with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_seats(
    gd_hotline *hotline,
    const char *period,
    int64_t as_of,
    gd_rows **seats);

/*
 * The limits that run at a moment and of which a share has passed, as the setting `warn_at` says; the first to end
 * comes first. The columns of the rows: `id`, `number`, `promise` (`sign_off`, `handle`, `report`, `rework` or
 * `total`), `unit` (who is to be warned; nothing for the citizen's own limit), `from`, `by`, `share` (the largest
 * that has passed, in per cent), `run_minutes`, `whole_minutes` (of its working time; a day of a day limit is worth
 * 1,440). Free *warnings with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_warnings(
    gd_hotline *hotline,
    int64_t as_of,
    gd_rows **warnings);

/* ----------------------------------------------------------------------------------------------
 * 17. Persons' data
 * ---------------------------------------------------------------------------------------------- */

/*
 * A ticket's caller as everybody may see it: the family name, and whether a telephone number and
 * an address are known. Free *caller with gd_caller_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_ticket_caller(gd_hotline *hotline, int64_t id, gd_caller **caller);

/*
 * A ticket's caller in full, to the centre; to a unit that has the ticket and may have to ring the
 * citizen, the telephone number alone, with the name masked and without the address. That it was
 * seen, by whom and why, is an event on the ticket which is on disk before the data is handed out;
 * to look twice is two events, whatever the request id. Free *caller with gd_caller_free.
 *
 * Errors: GD_E_REFUSED without a reason, for a supervisor, and to a unit for a ticket that it has no
 * more, that has ended or is confidential; GD_E_INVALID_INPUT inside a batch, since what is taken
 * back was seen all the same; GD_E_NOT_FOUND, to a unit for a ticket that it never had; GD_E_BUSY,
 * GD_E_READ_ONLY, GD_E_IO.
 */
GD_API gd_status GD_CALL gd_ticket_reveal(
    gd_hotline *hotline,
    int64_t id,
    const gd_stamp *stamp,
    const char *reason,
    gd_caller **caller);

/*
 * The name: the family name and how the person is addressed when masked; NULL when none is known.
 * Borrowed from the caller.
 */
GD_API const char *GD_CALL gd_caller_name(const gd_caller *caller);

/* The telephone number, borrowed from the caller; NULL when masked or not known. */
GD_API const char *GD_CALL gd_caller_phone(const gd_caller *caller);

/* The address, borrowed from the caller; NULL when masked or not known. */
GD_API const char *GD_CALL gd_caller_address(const gd_caller *caller);

/* 1 when a telephone number is known, masked or not. */
GD_API int32_t GD_CALL gd_caller_has_phone(const gd_caller *caller);

/* 1 when an address is known, masked or not. */
GD_API int32_t GD_CALL gd_caller_has_address(const gd_caller *caller);

/* 1 when something of the caller was erased. */
GD_API int32_t GD_CALL gd_caller_erased(const gd_caller *caller);

/* 1 when nothing of the caller is told to whoever asked: all else says nothing then. */
GD_API int32_t GD_CALL gd_caller_withheld(const gd_caller *caller);

/* Frees a caller; NULL is nothing to do. */
GD_API void GD_CALL gd_caller_free(gd_caller *caller);

/*
 * Everything the file knows of the person of a telephone number, as JSON: an array, oldest ticket
 * first, of objects with `ticket`, `caller` (name, phone, address) and `history` (every event with
 * every text). Full-width digits and a leading +86 make no difference. Each ticket gets the
 * event of gd_ticket_reveal. A number that nobody gave has an empty array. Free *records with
 * gd_document_free.
 *
 * Errors: GD_E_INVALID_INPUT without a reason; else as gd_ticket_reveal.
 */
GD_API gd_status GD_CALL gd_hotline_subject_export(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    const char *phone,
    const char *reason,
    gd_document **records);

/*
 * Erases the person of a telephone number, by the centre: every text of every ticket, for good.
 * Codes, times, figures and the journal's chain stay, and so does the reason: it should not name
 * the person. *refs are the tickets, to be freed with gd_refs_free. *texts says how many texts
 * were emptied, *log_emptied 0 when somebody still reads an older state (see
 * gd_hotline_empty_log); either may be NULL.
 *
 * Errors: GD_E_NOT_FOUND when the number is on no ticket; else as gd_ticket_reveal.
 */
GD_API gd_status GD_CALL gd_hotline_subject_erase(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    const char *phone,
    const char *reason,
    uint64_t *texts,
    int32_t *log_emptied,
    gd_refs **refs);

/*
 * The tickets whose callers' data and other texts may be erased, when they are kept for so many
 * months (1 to 1200) after a ticket's end; the first that ended first. Tickets as they stand now:
 * what runs, or was erased already, is not among them. Rows of four columns: `ticket` (its id),
 * `number`, `ended_at` (milliseconds since 1970), `erasable_from` (the day, as 2023-09-02). Free
 * *expired with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_retention(
    gd_hotline *hotline,
    int64_t as_of,
    uint32_t months,
    gd_rows **expired);

/*
 * Who looked at whose data in full in a period, when and why, in the order of the journal: by
 * everybody when `by` is NULL, else by one person of exactly this name. Rows of seven columns: `seq`
 * (of the event), `at` (milliseconds since 1970), `by`, `role` (one of GD_ROLE_), `ticket` (its
 * id), `number`, `reason` (without telephone numbers; a null when the ticket's texts were erased
 * since). Each ticket of a gd_hotline_subject_export is a row. Free *reveals with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status GD_CALL gd_hotline_reveals(
    gd_hotline *hotline,
    const char *by,
    const char *period,
    gd_rows **reveals);

/*
 * Empties the log beside the file into it: after an erasure, so that the erased texts are not in
 * the log either. *emptied is 1 when it could, 0 while somebody reads an older state.
 *
 * Errors: GD_E_INVALID_INPUT inside a batch; GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_empty_log(gd_hotline *hotline, int32_t *emptied);

/* ----------------------------------------------------------------------------------------------
 * 18. SQL and columns
 * ---------------------------------------------------------------------------------------------- */

/* Nothing. */
#define GD_DATUM_NULL 0

/* A whole number. */
#define GD_DATUM_INTEGER 1

/* A number that the caller's own SQL made. */
#define GD_DATUM_REAL 2

/* A text. */
#define GD_DATUM_TEXT 3

/* Columns bear the names that every face uses. */
#define GD_LABELS_NAMES 1

/* Columns bear the headings as printed, and words are the office's. */
#define GD_LABELS_HEADINGS 2

/* One value for a query. Values come as an array, so this struct never grows. */
typedef struct gd_datum {
    /* One of GD_DATUM_: which of the members counts. */
    int32_t sort;
    /* Not used; 0. */
    int32_t reserved;
    /* The whole number. */
    int64_t integer;
    /* The real number. */
    double real;
    /* The text. */
    const char *text;
} gd_datum;

/*
 * Answers one SELECT on the documented views `v1_...`, read-only, as the file was last
 * committed. `values` are those of its parameters, `count` of them. A query that takes more than
 * `steps` instructions of SQLite's virtual machine is stopped; ten million are about a second,
 * 0 means ten million. Free *rows with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT for anything but such a SELECT, or when the steps are used up;
 * GD_E_BUSY.
 */
GD_API gd_status GD_CALL gd_hotline_query(
    gd_hotline *hotline,
    const char *sql,
    const gd_datum *values,
    uint32_t count,
    uint64_t steps,
    gd_rows **answer);

/* How many rows there are. */
GD_API uint64_t GD_CALL gd_rows_count(const gd_rows *rows);

/* How many columns there are. */
GD_API uint64_t GD_CALL gd_rows_columns(const gd_rows *rows);

/* The name of a column, borrowed from the rows; NULL past the last one. */
GD_API const char *GD_CALL gd_rows_column(const gd_rows *rows, uint64_t column);

/* What a value is, one of GD_DATUM_. */
GD_API int32_t GD_CALL gd_rows_sort(const gd_rows *rows, uint64_t row, uint64_t column);

/* A whole number; 0 when the value is none. */
GD_API int64_t GD_CALL gd_rows_integer(const gd_rows *rows, uint64_t row, uint64_t column);

/* A number; 0 when the value is none. */
GD_API double GD_CALL gd_rows_real(const gd_rows *rows, uint64_t row, uint64_t column);

/* A text, borrowed from the rows; NULL when the value is none. */
GD_API const char *GD_CALL gd_rows_text(const gd_rows *rows, uint64_t row, uint64_t column);

/* Frees rows; NULL is nothing to do. */
GD_API void GD_CALL gd_rows_free(gd_rows *rows);

/*
 * Figures as an Arrow stream of one batch: a column for each grouping, for each count that the
 * basis defines, and for each measure (an exact decimal, null for an empty whole). `labels` is
 * one of GD_LABELS_. The stream is written over; release it by its own release function.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_figures_arrow(
    const gd_figures *figures,
    int32_t labels,
    struct ArrowArrayStream *stream);

/*
 * A whole table as an Arrow stream of batches, one state of the file, read while it is asked for
 * on a connection of its own: the handle may be used, or closed, meanwhile. `table` is `tickets`,
 * `assignments`, `events`, `contacts` or `callbacks`; the filter's page is not used. `columns`
 * are `columns_count` names of columns, or none for all but the personal ones; `batch` is how many rows
 * a batch has at most, 0 for 16384. The stream is
 * written over; release it by its own release function.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_IO. What fails later, the stream says.
 */
GD_API gd_status GD_CALL gd_hotline_arrow(
    gd_hotline *hotline,
    const char *table,
    const gd_filter *filter,
    int32_t labels,
    const char *const *columns,
    uint32_t columns_count,
    uint32_t batch,
    struct ArrowArrayStream *stream);

/* ----------------------------------------------------------------------------------------------
 * 19. Sheets and lines, in and out
 * ---------------------------------------------------------------------------------------------- */

/* Write the rows that are right, and leave out the others. */
#define GD_IMPORT_PARTIAL 1

/* Try every row, and write nothing. */
#define GD_IMPORT_DRY_RUN 2

/*
 * Imports an office's past from a sheet (.xlsx, .xls, CSV or TSV, whatever its name says), by a mapping: a TOML file, or the name of one
 * that is shipped; NULL for the usual one. `known_on`, which may be NULL, is the day of the sheet (YYYY-MM-DD):
 * what has no moment counts from then. `flags` are GD_IMPORT_, added up. `refused`, which may be NULL, is a new
 * workbook for the rows that are refused, as they were and with a column of reasons. Paths are UTF-8.
 *
 * The report says in JSON what became of the rows: `written`, `taken`, `added`, `repeated`, `entries` and `problems`, each of these
 * with `sheet`, `row`, `column`, `heading`, `field`, `english` and `chinese`.
 * Wrong rows are no failure of the call: without GD_IMPORT_PARTIAL nothing is written then. A problem can quote the
 * cell. Free *report with gd_document_free.
 *
 * It is in a library built with the feature `office`, as gd_bulletin_save says; in the small one it is refused.
 *
 * Errors: GD_E_INVALID_INPUT for a sheet or a mapping that cannot be read, and says why; GD_E_NOT_FOUND, GD_E_EXISTS,
 * GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_import(
    gd_hotline *hotline,
    const gd_stamp *stamp,
    const char *sheet,
    const char *mapping,
    const char *known_on,
    uint32_t flags,
    const char *refused,
    gd_document **report);

/*
 * Writes a table into a new file, as the path ends: .xlsx, .csv or .jsonl, a few rows in memory. `table` is `tickets`
 * (the newest intake first; what is open, late, due or waits in a queue, the filter says), `assignments`, `events`,
 * `contacts` or `callbacks`; the filter's page is not used. `labels` is one of GD_LABELS_. `columns` are `columns_count` names of
 * columns, or none for all but the personal ones, which have to be named. Ids and numbers are texts, moments
 * Beijing's wall clock, and no text is a formula. *rows, which may be NULL, is how many there are. The path is UTF-8.
 *
 * It is in a library built with the feature `office`, as gd_bulletin_save says; in the small one it is refused.
 *
 * Errors: GD_E_INVALID_INPUT names the table, a column, a filter's name or the path; GD_E_EXISTS when the path holds anything;
 * GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_save_table(
    gd_hotline *hotline,
    const char *table,
    const gd_filter *filter,
    int32_t labels,
    const char *const *columns,
    uint32_t columns_count,
    const char *path,
    uint64_t *rows);

/*
 * Writes the whole history into a new file of JSON Lines: a line an event, with its texts and salts. It is the whole record,
 * personal data and keys too, for whoever may copy the file. gd_journal_read makes the same file of it. The path is
 * UTF-8.
 *
 * It is in a library built with the feature `office`; in the small one it is refused.
 *
 * Errors: GD_E_EXISTS when the path holds anything; GD_E_INVALID_INPUT through a view that does not see everything;
 * GD_E_CORRUPT where the chain or a text does not agree; GD_E_IO.
 */
GD_API gd_status GD_CALL gd_hotline_journal(gd_hotline *hotline, const char *path);

/*
 * Makes a new file of the lines that gd_hotline_journal wrote: the same journal, with the same head. Every line is checked,
 * every row folded anew, and the whole verified. Both paths are UTF-8.
 *
 * It is in a library built with the feature `office`; in the small one it is refused.
 *
 * Errors: GD_E_NOT_FOUND; GD_E_EXISTS when the new path holds anything; GD_E_NOT_A_HOTLINE; GD_E_CORRUPT names the
 * first line that is damaged, missing or was altered, and no file stands there then; GD_E_IO.
 */
GD_API gd_status GD_CALL gd_journal_read(const char *lines, const char *to);

/*
 * Writes figures into a new file, as the path ends: .xlsx, .csv or .jsonl. A column for each grouping, for each count
 * that the basis defines, and for each measure as it is printed; a row for each group, and the last one for all.
 * `labels` is one of GD_LABELS_; a file of .jsonl has the names. The path is UTF-8.
 *
 * It is in a library built with the feature `office`, as gd_bulletin_save says; in the small one it is refused.
 *
 * Errors: GD_E_INVALID_INPUT names the labels or the path; GD_E_EXISTS when the path holds anything; GD_E_IO.
 */
GD_API gd_status GD_CALL gd_figures_save(
    const gd_figures *figures,
    int32_t labels,
    const char *path);

/*
 * Writes the tickets behind a figure into a new file: their numbers and ids, both as texts. `labels` and the path are
 * those of gd_figures_save.
 *
 * Errors: as gd_figures_save.
 */
GD_API gd_status GD_CALL gd_refs_save(const gd_refs *refs, int32_t labels, const char *path);

/*
 * Writes rows into a new file, under the names of their columns: a ranking, an account, what a query answered, and
 * whatever else comes as rows. No text is a formula, whatever it begins with. The path is that of gd_figures_save.
 *
 * Errors: as gd_figures_save.
 */
GD_API gd_status GD_CALL gd_rows_save(const gd_rows *rows, const char *path);

/* ----------------------------------------------------------------------------------------------
 * 20. Words by number
 * ---------------------------------------------------------------------------------------------- */

/* The measures, numbered from 1 in the order of the library; they are asked for by name. */
#define GD_LIST_MEASURE 20

/* GD_E_. */
#define GD_LIST_STATUS 1

/* GD_STAGE_. */
#define GD_LIST_STAGE 2

/* GD_KIND_. */
#define GD_LIST_KIND 3

/* GD_URGENCY_. */
#define GD_LIST_URGENCY 4

/* GD_ROLE_. */
#define GD_LIST_ROLE 5

/* GD_CALLBACK_OUTCOME_. */
#define GD_LIST_CALLBACK_OUTCOME 6

/* GD_SATISFACTION_. */
#define GD_LIST_SATISFACTION 7

/* GD_CLOSE_OUTCOME_. */
#define GD_LIST_CLOSE_OUTCOME 8

/* GD_CHANNEL_KIND_. */
#define GD_LIST_CHANNEL_KIND 9

/* GD_CARD_. */
#define GD_LIST_CARD 10

/* GD_TEXT_FIELD_. */
#define GD_LIST_TEXT_FIELD 11

/* GD_SPECIES_. */
#define GD_LIST_SPECIES 12

/* GD_SETTING_. */
#define GD_LIST_SETTING 13

/* GD_ROUNDING_. */
#define GD_LIST_ROUNDING 14

/* GD_VERB_. */
#define GD_LIST_VERB 15

/* GD_REFUSAL_. */
#define GD_LIST_REFUSAL 16

/* GD_COUNT_. */
#define GD_LIST_COUNT 17

/* GD_BASIS_. */
#define GD_LIST_BASIS 18

/* GD_GROUPING_. */
#define GD_LIST_GROUPING 19

/* GD_EVENT_. */
#define GD_LIST_EVENT 21

/* GD_OUTCOME_. */
#define GD_LIST_OUTCOME 22

/* GD_PART_. */
#define GD_LIST_PART 23

/* GD_LEG_END_. */
#define GD_LIST_LEG_END 24

/* GD_WHO_. */
#define GD_LIST_WHO 25

/* GD_DAY_KIND_. */
#define GD_LIST_DAY_KIND 26

/* GD_OFFICE_EVENT_. */
#define GD_LIST_OFFICE_EVENT 27

/* GD_CLASS_. */
#define GD_LIST_CLASS 28

/* GD_TABLE_. */
#define GD_LIST_TABLE 29

/* GD_AGAINST_. */
#define GD_LIST_AGAINST 30

/* GD_CHAPTER_. */
#define GD_LIST_CHAPTER 31

/* GD_STATE_. */
#define GD_LIST_STATE 32

/* GD_ANSWERS_. */
#define GD_LIST_ANSWERS 33

/* GD_FORM_. */
#define GD_LIST_FORM 34

/* GD_LIMIT_OF_. */
#define GD_LIST_LIMIT_OF 35

/* GD_QUEUE_. */
#define GD_LIST_QUEUE 36

/* GD_FACT_. */
#define GD_LIST_FACT 37

/* GD_FILE_KIND_. */
#define GD_LIST_FILE_KIND 38

/* GD_KEEPING_. */
#define GD_LIST_KEEPING 39

/* GD_SUPERVISION_KIND_. */
#define GD_LIST_SUPERVISION_KIND 40

/* Taken in; the centre has it, and no unit yet, or no unit any more. */
#define GD_STAGE_ACCEPTED 1

/* Given to a unit that has not signed for it. */
#define GD_STAGE_TRANSFERRED 2

/* The unit that leads has signed for it and owes a reply. */
#define GD_STAGE_SIGNED_OFF 3

/* The unit that leads has replied; the centre has not closed it. */
#define GD_STAGE_HANDLED 4

/* Sent back to the unit to be done again. */
#define GD_STAGE_REWORK 5

/* No unit takes it; the centre has it. */
#define GD_STAGE_DIFFICULT 6

/* The centre has closed it. */
#define GD_STAGE_CLOSED 7

/* It is not for the hotline. */
#define GD_STAGE_REJECTED 8

/* It lives on in another ticket, its main ticket. */
#define GD_STAGE_MERGED 9

/* Wants to know something. */
#define GD_KIND_INQUIRY 1

/* Wants help. */
#define GD_KIND_HELP 2

/* Complains of an office, a firm or a neighbour. */
#define GD_KIND_COMPLAINT 3

/* Reports a breach of the rules. */
#define GD_KIND_REPORT 4

/* Suggests something. */
#define GD_KIND_SUGGESTION 5

/* Praises somebody. */
#define GD_KIND_PRAISE 6

/* None of these. */
#define GD_KIND_OTHER 7

/* By the usual limits. */
#define GD_URGENCY_NORMAL 1

/* Pressing: the policy may give it shorter limits. */
#define GD_URGENCY_URGENT 2

/* Most pressing: life, health or safety. */
#define GD_URGENCY_CRITICAL 3

/* The hotline's centre. */
#define GD_ROLE_CENTRE 1

/* A unit, which has to be named. */
#define GD_ROLE_UNIT 2

/* Whoever supervises the units. */
#define GD_ROLE_SUPERVISOR 3

/* Reached, and asked. */
#define GD_CALLBACK_OUTCOME_REACHED 1

/* Nobody answered. */
#define GD_CALLBACK_OUTCOME_NOT_REACHED 2

/* Reached, and did not want to be asked. */
#define GD_CALLBACK_OUTCOME_REFUSED 3

/* Reached, and disputes what the unit replied. */
#define GD_CALLBACK_OUTCOME_DISPUTED 4

/*
 * No call of the centre's: the citizen rated it unasked (a message, an app, a call of their
 * own).
 */
#define GD_CALLBACK_OUTCOME_OWN 5

/* The best of five. */
#define GD_SATISFACTION_VERY_SATISFIED 1

/* The second of five. */
#define GD_SATISFACTION_SATISFIED 2

/* The third of five; whether it counts as satisfied is a setting of the policy. */
#define GD_SATISFACTION_BASICALLY_SATISFIED 3

/* The fourth of five. */
#define GD_SATISFACTION_DISSATISFIED 4

/* The worst of five. */
#define GD_SATISFACTION_VERY_DISSATISFIED 5

/* Asked, and did not say: it rates nothing. */
#define GD_SATISFACTION_UNRATED 6

/* The matter is solved. */
#define GD_CLOSE_OUTCOME_SOLVED 1

/* It cannot be solved, and the citizen was told why. */
#define GD_CLOSE_OUTCOME_EXPLAINED 2

/* The citizen could not be reached. */
#define GD_CLOSE_OUTCOME_UNREACHABLE 3

/* What the citizen says is not so. */
#define GD_CLOSE_OUTCOME_NOT_ACCEPTED 4

/* The same matter was answered before. */
#define GD_CLOSE_OUTCOME_DUPLICATE 5

/* The citizen took it back. */
#define GD_CLOSE_OUTCOME_WITHDRAWN 6

/* The desk answered at once. */
#define GD_CLOSE_OUTCOME_ANSWERED_ONLINE 7

/* The centre ended it without a reply. */
#define GD_CLOSE_OUTCOME_TERMINATED 8

/* An old register says that it was closed, and not how. */
#define GD_CLOSE_OUTCOME_UNSTATED 9

/* By telephone. */
#define GD_CHANNEL_KIND_CALL 1

/* By letter. */
#define GD_CHANNEL_KIND_LETTER 2

/* Handed on by another platform. */
#define GD_CHANNEL_KIND_PLATFORM 3

/* By a website or an app. */
#define GD_CHANNEL_KIND_WEB 4

/* The first warning. */
#define GD_CARD_YELLOW 1

/* The last one. */
#define GD_CARD_RED 2

/* The matter in a line. */
#define GD_TEXT_FIELD_MATTER 1

/* What the citizen said. */
#define GD_TEXT_FIELD_APPEAL 2

/* The caller's name. */
#define GD_TEXT_FIELD_CALLER_NAME 3

/* The caller's telephone number. */
#define GD_TEXT_FIELD_CALLER_PHONE 4

/* The caller's address. */
#define GD_TEXT_FIELD_CALLER_ADDRESS 5

/* What the desk answered. */
#define GD_TEXT_FIELD_ANSWER 6

/* What the centre told the unit. */
#define GD_TEXT_FIELD_REMARK 7

/* Why something was asked or done. */
#define GD_TEXT_FIELD_REASON 8

/* What the unit did. */
#define GD_TEXT_FIELD_RESULT 9

/* A note. */
#define GD_TEXT_FIELD_NOTE 10

/* What a supervisor demands. */
#define GD_TEXT_FIELD_DEMAND 11

/* A typical case's title in the bulletin. */
#define GD_TEXT_FIELD_TITLE 12

/* A typical case's outcome in the bulletin. */
#define GD_TEXT_FIELD_OUTCOME 13

/* The name of an attached file. */
#define GD_TEXT_FIELD_FILE_NAME 14

/* The SHA-256 of an attached file, in hexadecimal digits. */
#define GD_TEXT_FIELD_FILE_DIGEST 15

/* Where an attached file stays. */
#define GD_TEXT_FIELD_FILE_PLACE 16

/* Who instructed that something is demanded: a name of the office's own people. */
#define GD_TEXT_FIELD_INSTRUCTED_BY 17

/* Who met about a ticket that nobody takes. */
#define GD_TEXT_FIELD_ATTENDEES 18

/* What they decided. */
#define GD_TEXT_FIELD_DECISION 19

/* Who handles tickets. */
#define GD_SPECIES_UNIT 1

/* What tickets are about. */
#define GD_SPECIES_CATEGORY 2

/* How tickets come in. */
#define GD_SPECIES_CHANNEL 3

/* Where in the region they play. */
#define GD_SPECIES_AREA 4

/* Working time a unit has to sign off. */
#define GD_SETTING_SIGN_OFF_LIMIT 1

/* Working time a unit has to handle. */
#define GD_SETTING_HANDLE_LIMIT 2

/* The citizen's own limit, from the first transfer; a return never restarts it. */
#define GD_SETTING_TOTAL_LIMIT 3

/* Working time for a rework. */
#define GD_SETTING_REWORK_LIMIT 4

/* Until when after the transfer a unit may say "not ours". */
#define GD_SETTING_RETURN_WINDOW 5

/* How many returns one unit may ask for on one ticket. */
#define GD_SETTING_RETURN_CAP 6

/* How many extensions one assignment may get. */
#define GD_SETTING_EXTENSION_CAP 7

/* The most working days one extension may add. */
#define GD_SETTING_EXTENSION_DAYS 8

/* How many reworks one ticket may get. */
#define GD_SETTING_REWORK_CAP 9

/* After how many attempts in vain a citizen counts as not reachable. */
#define GD_SETTING_CALLBACK_ATTEMPTS 10

/* Which answers count as satisfied. */
#define GD_SETTING_SATISFIED_LEVELS 11

/* Whether a ticket may be closed with no callback at all. */
#define GD_SETTING_CLOSE_UNCALLED 12

/* Whether every assisting unit must have reported before the lead handles. */
#define GD_SETTING_ASSISTANTS_REPORT 13

/* The least time between two urges of one ticket. */
#define GD_SETTING_URGE_INTERVAL 14

/* The office hours that working hours are counted in. */
#define GD_SETTING_HOURS 15

/* How rates are printed. */
#define GD_SETTING_ROUNDING 16

/* The measure that is printed as the satisfaction rate, by its name. */
#define GD_SETTING_SATISFACTION_RULE 17

/* What becomes of a return that is asked for after its window: `mark` or `refuse`. */
#define GD_SETTING_LATE_RETURN 18

/* Working time the centre has to decide on a return or an extension. */
#define GD_SETTING_DECIDE_WITHIN 19

/*
 * By how many minutes two clocks may differ: a command so little before the ticket's last event
 * is taken.
 */
#define GD_SETTING_CLOCK_TOLERANCE 20

/* By how many days a command may lie after the newest fact of any ticket; 0: by any. */
#define GD_SETTING_LEAP_DAYS 21

/* By how many days the first ticket may lie after the founding; 0: by any. */
#define GD_SETTING_FIRST_LEAP_DAYS 22

/* How many megabytes an attached file may have. */
#define GD_SETTING_ATTACHMENT_SIZE 23

/* Which sorts of files may be attached. */
#define GD_SETTING_ATTACHMENT_KINDS 24

/*
 * Whether a ticket may be closed as solved when nobody was reached in any attempt to call back;
 * not so where nothing is set.
 */
#define GD_SETTING_SOLVED_UNREACHED 25

/*
 * Whether the centre reviews a unit's reply before it calls the citizen back; not so where
 * nothing is set. By kind, urgency, category or channel as the provision says.
 */
#define GD_SETTING_REVIEW_REPLIES 26

/* The points that a ticket is scored against when it is inspected; where none is set, none is. */
#define GD_SETTING_INSPECTION_SHEET 27

/*
 * At which shares of a running limit, in per cent of its working time, somebody is warned; at 50
 * and 75 where none are set.
 */
#define GD_SETTING_WARN_AT 28

/* To the nearest, a half upwards. */
#define GD_ROUNDING_HALF_UP 1

/* What stands behind is cut off. */
#define GD_ROUNDING_TRUNCATE 2

/*
 * Take a ticket in. Another platform's number that was seen before answers with the ticket that
 * stands
 */
#define GD_VERB_INTAKE 1

/* Answer the citizen at once; no unit ever has it */
#define GD_VERB_RESOLVE_ONLINE 2

/* Do not accept the ticket */
#define GD_VERB_REJECT 3

/* Point the ticket at its main ticket; both stay counted */
#define GD_VERB_MERGE 4

/* Take a merger back */
#define GD_VERB_UNMERGE 5

/* Mark the ticket as the same matter as another; both go on */
#define GD_VERB_REPEAT 6

/* Take back that the ticket repeats another */
#define GD_VERB_UNREPEAT 42

/*
 * Say that the ticket tells another matter of the contact from which a ticket came already; each
 * is handled, counted and called back for itself
 */
#define GD_VERB_RELATE 57

/* Take back that the ticket is of a contact from which others came */
#define GD_VERB_UNRELATE 58

/*
 * State what is known of the past of a ticket from an old register: what is left out is unknown,
 * and counts as neither late nor in time; what is stated again adds nothing, what contradicts is
 * refused
 */
#define GD_VERB_BACKFILL 52

/* Hand the ticket to a lead unit and to assisting ones; their limits are given now */
#define GD_VERB_TRANSFER 7

/* Take the ticket back before the unit has signed */
#define GD_VERB_RECALL 8

/*
 * Take the ticket from its lead unit, whose verdicts stay, and give it to another with limits of
 * its own; the citizen's limit runs on
 */
#define GD_VERB_REDISPATCH 43

/* Sign for the ticket, by the unit that has it */
#define GD_VERB_SIGN_OFF 9

/* Ask for the ticket to be returned: it is not the unit's */
#define GD_VERB_REQUEST_RETURN 10

/* Grant the return, and hand the ticket on at once if a unit is named */
#define GD_VERB_GRANT_RETURN 11

/* Deny the return */
#define GD_VERB_DENY_RETURN 12

/* Name the unit that has to take it and may not return it */
#define GD_VERB_DESIGNATE 13

/* List the ticket as difficult: no unit takes it */
#define GD_VERB_MARK_DIFFICULT 14

/* Keep who met about a ticket that no unit is clear about, and what they decided */
#define GD_VERB_CONSULT 56

/* Ask for more working days, by the lead unit */
#define GD_VERB_REQUEST_EXTENSION 15

/* Grant the extension */
#define GD_VERB_GRANT_EXTENSION 16

/* Deny the extension */
#define GD_VERB_DENY_EXTENSION 17

/* Take a long matter off the clock */
#define GD_VERB_SUSPEND 18

/* Put the ticket on the clock again; its limits move by the pause */
#define GD_VERB_RESUME 19

/* Report, by an assisting unit */
#define GD_VERB_REPORT 20

/* Excuse an assisting unit from reporting */
#define GD_VERB_EXCUSE 21

/*
 * Have a section of the unit work on it, by a limit inside the unit's own; the unit answers for
 * it
 */
#define GD_VERB_FORWARD 50

/* Take it back from the section */
#define GD_VERB_UNFORWARD 51

/* Reply, by the lead unit */
#define GD_VERB_HANDLE 22

/* Send a poor reply back: it counts as none */
#define GD_VERB_SEND_BACK 23

/*
 * Pass the reply that waits for review, so that the citizen can be called; send_back does not
 * pass it
 */
#define GD_VERB_PASS_REPLY 53

/* Record one attempt to call the citizen back */
#define GD_VERB_CALLBACK 24

/* Record the citizen's own rating, given unasked: by a message, an app, or a call of theirs */
#define GD_VERB_RATE 59

/* Score a ticket that has ended against the sheet of points in force; again, the last one stands */
#define GD_VERB_INSPECT 60

/* Order it to be done again: the citizen is not satisfied */
#define GD_VERB_REWORK 25

/* Close the ticket; closed is not solved */
#define GD_VERB_CLOSE 26

/* End the ticket without a reply */
#define GD_VERB_TERMINATE 27

/* Close the ticket since the citizen takes it back; nobody has to be called */
#define GD_VERB_WITHDRAW 44

/* Open a closed ticket on a new fact; its first close stays a fact */
#define GD_VERB_REOPEN 28

/* Put the ticket in another category */
#define GD_VERB_RECLASSIFY 29

/* Put kind, urgency, area, matter or appeal right */
#define GD_VERB_AMEND 30

/* Add a note */
#define GD_VERB_NOTE 31

/* Keep a file with the ticket by reference: what it is, its digest, and where it stays */
#define GD_VERB_ATTACH 45

/* Take a file off the ticket; that it was attached stays */
#define GD_VERB_DETACH 46

/* Withhold the caller's data from the units, or no longer */
#define GD_VERB_CONFIDENTIAL 32

/* Urge the unit */
#define GD_VERB_URGE 33

/* Demand something of a unit or of the centre */
#define GD_VERB_SUPERVISE 34

/* Answer a demand */
#define GD_VERB_ANSWER 35

/* Remind whoever has not answered a demand */
#define GD_VERB_REMIND 54

/* Take a demand back that was made by mistake: nobody has to answer it */
#define GD_VERB_UNSUPERVISE 55

/* Show a unit a warning card */
#define GD_VERB_CARD 36

/* Ask not to be judged by the ticket, by a unit that has it or had it */
#define GD_VERB_ASK_EXEMPT 47

/* Leave the ticket out of what a unit is judged by; every count keeps it */
#define GD_VERB_EXEMPT 48

/* Judge the unit by the ticket again, or do not grant what it asked for */
#define GD_VERB_UNEXEMPT 49

/* Pick the ticket for the bulletin as a typical case, or take it out again */
#define GD_VERB_FEATURE 37

/* Work the running limits out again under the rules of today */
#define GD_VERB_RESCHEDULE 38

/*
 * State the true moment of a fact that was entered wrong or late; verdicts, limits and figures
 * follow it, the journal keeps both
 */
#define GD_VERB_CORRECT 41

/*
 * Show the caller in full, to a unit that has the ticket the telephone alone; who saw it and why
 * is written down
 */
#define GD_VERB_REVEAL 39

/* Erase texts of the ticket for good; codes, times and figures stay */
#define GD_VERB_ERASE 40

/* It may not be asked of a ticket in this stage. */
#define GD_REFUSAL_WRONG_STAGE 1

/* It is for somebody in another role. */
#define GD_REFUSAL_WRONG_ROLE 2

/* The ticket is at another unit. */
#define GD_REFUSAL_WRONG_UNIT 3

/* The unit has not signed for it yet. */
#define GD_REFUSAL_NOT_SIGNED_OFF 4

/* The unit has signed for it already. */
#define GD_REFUSAL_ALREADY_SIGNED_OFF 5

/* A reason has to be given. */
#define GD_REFUSAL_REASON_MISSING 6

/* A second transfer needs a remark. */
#define GD_REFUSAL_REMARK_MISSING 7

/* The unit takes nothing new any more. */
#define GD_REFUSAL_UNIT_RETIRED 8

/* The same unit is named twice. */
#define GD_REFUSAL_UNIT_TWICE 9

/* The moment is before the ticket's last event. */
#define GD_REFUSAL_TIME_BACKWARDS 10

/* The window for returns has passed. */
#define GD_REFUSAL_RETURN_TOO_LATE 11

/* This unit may not return it again. */
#define GD_REFUSAL_RETURN_FORBIDDEN 12

/* The unit has asked for as many returns as the policy allows. */
#define GD_REFUSAL_TOO_MANY_RETURNS 13

/* A return waits to be decided. */
#define GD_REFUSAL_RETURN_PENDING 14

/* No return waits to be decided. */
#define GD_REFUSAL_NO_RETURN_PENDING 15

/* The handling limit has passed. */
#define GD_REFUSAL_EXTENSION_TOO_LATE 16

/* The policy does not allow so many days. */
#define GD_REFUSAL_EXTENSION_TOO_LONG 17

/* It has been extended as often as the policy allows. */
#define GD_REFUSAL_TOO_MANY_EXTENSIONS 18

/* An extension waits to be decided. */
#define GD_REFUSAL_EXTENSION_PENDING 19

/* No extension waits to be decided. */
#define GD_REFUSAL_NO_EXTENSION_PENDING 20

/* The ticket is off the clock. */
#define GD_REFUSAL_SUSPENDED 21

/* The ticket is not off the clock. */
#define GD_REFUSAL_NOT_SUSPENDED 22

/* Assisting units have not reported yet. */
#define GD_REFUSAL_ASSISTANTS_MISSING 23

/* The assisting unit has reported already. */
#define GD_REFUSAL_ALREADY_REPORTED 24

/* It has been sent for rework as often as the policy allows. */
#define GD_REFUSAL_TOO_MANY_REWORKS 25

/* The citizen has not been called back yet. */
#define GD_REFUSAL_NO_CALLBACK 26

/* A ticket cannot be merged into itself. */
#define GD_REFUSAL_MERGE_INTO_ITSELF 27

/* The main ticket is itself merged into another. */
#define GD_REFUSAL_MAIN_IS_MERGED 28

/* It was urged too short a time ago. */
#define GD_REFUSAL_URGED_TOO_SOON 29

/* There is no such demand that waits for an answer. */
#define GD_REFUSAL_NO_SUCH_SUPERVISION 30

/* It stands so already. */
#define GD_REFUSAL_NOTHING_CHANGES 31

/* This hotline has no such limit. */
#define GD_REFUSAL_NO_PROMISE 32

/* No unit has the ticket. */
#define GD_REFUSAL_NO_UNIT 33

/* The moment lies too far from everything that happened so far. */
#define GD_REFUSAL_TIME_LEAP 34

/* The caller's data is withheld from the units. */
#define GD_REFUSAL_CONFIDENTIAL 35

/* The ticket has ended: a unit need not ring anybody any more. */
#define GD_REFUSAL_ENDED 36

/* What was typed is shown whole to no unit. */
#define GD_REFUSAL_IN_FULL 37

/* The true moment that is stated breaks the order of the ticket's facts. */
#define GD_REFUSAL_ORDER_BROKEN 38

/* The ticket has no such fact. */
#define GD_REFUSAL_NO_SUCH_FACT 39

/* The ticket has no such attachment, or it was taken off already. */
#define GD_REFUSAL_NO_SUCH_ATTACHMENT 40

/* Solved is what the citizen says, and nobody was reached. */
#define GD_REFUSAL_NOBODY_REACHED 41

/* What is named does not stand below the unit. */
#define GD_REFUSAL_NO_SUCH_SECTION 42

/* The section's limit would end after the unit's own. */
#define GD_REFUSAL_SECTION_TOO_LONG 43

/* No section works on it. */
#define GD_REFUSAL_NOT_FORWARDED 44

/* What an old register says contradicts what is known already. */
#define GD_REFUSAL_CONTRADICTS 45

/* The ticket was lived here: its past is known. */
#define GD_REFUSAL_LIVED_HERE 46

/* The reply has to be reviewed first. */
#define GD_REFUSAL_REVIEW_PENDING 47

/* No reply waits for review. */
#define GD_REFUSAL_NO_REVIEW_PENDING 48

/* A ticket is of its own contact already. */
#define GD_REFUSAL_RELATED_TO_ITSELF 49

/* Tickets taken in; for a unit, the assignments it leads or led to the end. */
#define GD_COUNT_ACCEPTED 1

/* Answered by the desk, no unit ever had it. */
#define GD_COUNT_RESOLVED_ONLINE 2

/* With at least one assignment; for a unit, those it was given to lead. */
#define GD_COUNT_TRANSFERRED 3

/* "rejected". */
#define GD_COUNT_REJECTED 4

/* "merged". */
#define GD_COUNT_MERGED 5

/* At the centre, no unit ever had it, not ended. */
#define GD_COUNT_WAITING 6

/* Rejected, merged or withdrawn before any unit had it. */
#define GD_COUNT_ENDED_AT_CENTRE 7

/* "closed". */
#define GD_COUNT_CLOSED 8

/* Closed on a reply that had been late. */
#define GD_COUNT_CLOSED_LATE 9

/* Closed as solved. */
#define GD_COUNT_CLOSED_SOLVED 10

/* Closed with an explanation. */
#define GD_COUNT_CLOSED_EXPLAINED 11

/* With the unit's standing reply. */
#define GD_COUNT_HANDLED 12

/* Replied after the limit: once true, for ever. */
#define GD_COUNT_HANDLED_LATE 13

/* A unit has it and owes its first reply; open-late ones included. */
#define GD_COUNT_PENDING 14

/* Pending, limit not passed. */
#define GD_COUNT_PENDING_IN_TIME 15

/* Pending, limit passed. */
#define GD_COUNT_OPEN_LATE 16

/* Back in the centre's hands after some unit had it, difficult or not. */
#define GD_COUNT_AT_CENTRE 17

/* Ended after some unit had it, with no standing reply. */
#define GD_COUNT_ENDED_UNREPLIED 18

/* Replied, fit to be asked about, and the citizen not yet called back since. */
#define GD_COUNT_AWAITING_CALLBACK 19

/* "in_rework". */
#define GD_COUNT_IN_REWORK 20

/* "difficult". */
#define GD_COUNT_DIFFICULT 21

/* With at least one attempt to call back. */
#define GD_COUNT_CALLED_BACK 22

/* Reached in at least one attempt. */
#define GD_COUNT_REACHED 23

/* With an answer that rates the result. */
#define GD_COUNT_RATED 24

/* Whose last rating counts as satisfied. */
#define GD_COUNT_SATISFIED 25

/* Whose last rating does not. */
#define GD_COUNT_UNSATISFIED 26

/* With an answer whether the matter is solved. */
#define GD_COUNT_ASKED_SOLVED 27

/* Whose last such answer is yes. */
#define GD_COUNT_SOLVED 28

/* Sent for rework at least once. */
#define GD_COUNT_REWORK_TICKETS 29

/* Times sent for rework. */
#define GD_COUNT_REWORK_TIMES 30

/* Returned by a unit at least once. */
#define GD_COUNT_RETURNED 31

/* Times returned. */
#define GD_COUNT_RETURN_TIMES 32

/* A return asked for after the window, whatever was decided. */
#define GD_COUNT_RETURNED_LATE 33

/* With at least one extension granted. */
#define GD_COUNT_EXTENDED 34

/* Urged at least once. */
#define GD_COUNT_URGED 35

/* Supervised at least once. */
#define GD_COUNT_SUPERVISED 36

/* "confidential". */
#define GD_COUNT_CONFIDENTIAL 37

/* The same matter as another ticket. */
#define GD_COUNT_REPEATS 38

/* Neither merged nor a repeat. */
#define GD_COUNT_DISTINCT_MATTERS 39

/* Opened again at least once. */
#define GD_COUNT_REOPENED 40

/* Signed after the limit: once true, for ever. */
#define GD_COUNT_SIGN_OFF_LATE 41

/* Unsigned past the limit, now or when the unit gave it away. */
#define GD_COUNT_SIGN_OFF_MISSING 42

/* Signed, or returned with leave, which counts as signed when it was asked for. */
#define GD_COUNT_SIGNED 43

/* Assignments in which the unit assists. */
#define GD_COUNT_ASSISTING 44

/* Times closed, every closing counted. */
#define GD_COUNT_CLOSE_TIMES 45

/* Distinct citizens by telephone number. */
#define GD_COUNT_CITIZENS 46

/* Neither closed, rejected nor merged: what is carried over. */
#define GD_COUNT_OPEN 47

/* Working minutes from transfer to standing reply, a working day being 1 440 of them. */
#define GD_COUNT_HANDLING_MINUTES 48

/* Transferred, and the handling promise ends in the period. */
#define GD_COUNT_DUE 49

/* Of the due, closed. */
#define GD_COUNT_DUE_CLOSED 50

/* Of the due, closed with no late handling. */
#define GD_COUNT_DUE_IN_TIME 51

/* Open when the period began. */
#define GD_COUNT_CARRIED_IN 52

/* "effective". */
#define GD_COUNT_EFFECTIVE 53

/* "given". */
#define GD_COUNT_GIVEN 54

/* Every assignment that was ever given, to lead or to assist. */
#define GD_COUNT_GIVEN_ANY 55

/* Taken back by the centre, or from the unit when the ticket was opened again. */
#define GD_COUNT_TAKEN_BACK 56

/* Ended with a ticket that was merged, withdrawn or terminated before a standing reply. */
#define GD_COUNT_ENDED 57

/* Signed by the limit. */
#define GD_COUNT_SIGNED_IN_TIME 58

/* Signed late, or unsigned past the limit. */
#define GD_COUNT_NOT_SIGNED_IN_TIME 59

/* Whose handling verdict is known. */
#define GD_COUNT_KNOWN 60

/* Gone unanswered past the limit. */
#define GD_COUNT_HANDLING_MISSED 61

/* A rework (or the promise of a reopening) that is owed past its limit. */
#define GD_COUNT_REWORK_OPEN_LATE 62

/* Reworks replied to after their limit. */
#define GD_COUNT_REWORK_LATE 63

/* Reworks that ended with their ticket, past their limit. */
#define GD_COUNT_REWORK_MISSED 64

/* A report that is owed past its limit. */
#define GD_COUNT_REPORT_OPEN_LATE 65

/* Reported after the limit. */
#define GD_COUNT_REPORT_LATE 66

/* Gone, or ended with the ticket, unreported past the limit. */
#define GD_COUNT_REPORT_MISSED 67

/* A reply, a rework or a report is owed past its limit. */
#define GD_COUNT_LATE_NOW 68

/* With at least one reply that the centre sent back. */
#define GD_COUNT_SENT_BACK_TICKETS 69

/* Replies that the centre sent back. */
#define GD_COUNT_SENT_BACK_TIMES 70

/* Closed without the citizen having been reached. */
#define GD_COUNT_CLOSED_UNREACHABLE 71

/* Closed since the appeal did not stand. */
#define GD_COUNT_CLOSED_NOT_ACCEPTED 72

/* Closed as the same appeal as another. */
#define GD_COUNT_CLOSED_DUPLICATE 73

/* Closed since the citizen took it back. */
#define GD_COUNT_CLOSED_WITHDRAWN 74

/* Ended by the centre without a reply. */
#define GD_COUNT_CLOSED_TERMINATED 75

/* Extensions asked for. */
#define GD_COUNT_EXTENSIONS_ASKED 76

/* Extensions granted. */
#define GD_COUNT_EXTENSIONS_GRANTED 77

/* Extensions denied. */
#define GD_COUNT_EXTENSIONS_DENIED 78

/* Times urged. */
#define GD_COUNT_URGE_TIMES 79

/* Demands of a supervisor that wait for an answer. */
#define GD_COUNT_SUPERVISIONS_UNANSWERED 80

/* Yellow cards shown. */
#define GD_COUNT_YELLOW_CARDS 81

/* Red cards shown. */
#define GD_COUNT_RED_CARDS 82

/* With a return or an extension that waits for the centre. */
#define GD_COUNT_UNDECIDED 83

/* Returns and extensions decided after the centre's own limit. */
#define GD_COUNT_DECIDED_LATE 84

/* Assignments whose handling promise ends in the period. */
#define GD_COUNT_FELL_DUE 85

/* Of these, answered in time. */
#define GD_COUNT_FELL_DUE_IN_TIME 86

/* Ended before the period, opened again or unmerged in it. */
#define GD_COUNT_BROUGHT_BACK 87

/* Whose first rating counts as satisfied. */
#define GD_COUNT_FIRST_SATISFIED 88

/* Whose last rating of the result is: very satisfied. */
#define GD_COUNT_RATED_VERY_SATISFIED 89

/* Whose last rating of the result is: satisfied. */
#define GD_COUNT_RATED_SATISFIED 90

/* Whose last rating of the result is: basically satisfied. */
#define GD_COUNT_RATED_BASICALLY_SATISFIED 91

/* Whose last rating of the result is: dissatisfied. */
#define GD_COUNT_RATED_DISSATISFIED 92

/* Whose last rating of the result is: very dissatisfied. */
#define GD_COUNT_RATED_VERY_DISSATISFIED 93

/* With an answer that rates the manner. */
#define GD_COUNT_MANNER_RATED 94

/* Whose last rating of the manner is: very satisfied. */
#define GD_COUNT_MANNER_VERY_SATISFIED 95

/* Whose last rating of the manner is: satisfied. */
#define GD_COUNT_MANNER_SATISFIED 96

/* Whose last rating of the manner is: basically satisfied. */
#define GD_COUNT_MANNER_BASICALLY_SATISFIED 97

/* Whose last rating of the manner is: dissatisfied. */
#define GD_COUNT_MANNER_DISSATISFIED 98

/* Whose last rating of the manner is: very dissatisfied. */
#define GD_COUNT_MANNER_VERY_DISSATISFIED 99

/* Closed as answered by the desk, whether a unit had it before or not. */
#define GD_COUNT_CLOSED_ANSWERED_ONLINE 100

/* The citizen's own limit passed before the standing reply came, or before it ended without one. */
#define GD_COUNT_TOTAL_LATE 101

/* The citizen's own limit has passed, and no reply stands, whoever has it. */
#define GD_COUNT_TOTAL_OPEN_LATE 102

/* With a standing reply whose working time is known. */
#define GD_COUNT_TIMED 103

/* With a standing reply within 1 working day of the transfer. */
#define GD_COUNT_WITHIN_1 104

/* With a standing reply within 2 working days of the transfer. */
#define GD_COUNT_WITHIN_2 105

/* With a standing reply within 3 working days of the transfer. */
#define GD_COUNT_WITHIN_3 106

/* With a standing reply within 5 working days of the transfer. */
#define GD_COUNT_WITHIN_5 107

/* With a standing reply within 7 working days of the transfer. */
#define GD_COUNT_WITHIN_7 108

/* With a standing reply within 10 working days of the transfer. */
#define GD_COUNT_WITHIN_10 109

/* With a standing reply within 15 working days of the transfer. */
#define GD_COUNT_WITHIN_15 110

/* In the unit's hands and not signed yet, in time or not. */
#define GD_COUNT_UNSIGNED 111

/* With at least one fact whose true moment was stated afterwards. */
#define GD_COUNT_CORRECTED 112

/* Given to another unit by the centre at least once. */
#define GD_COUNT_REDISPATCHED 113

/* Times given to another unit by the centre. */
#define GD_COUNT_REDISPATCH_TIMES 114

/* "exempt". */
#define GD_COUNT_EXEMPT 115

/* A unit asked not to be judged by it, and nobody has decided. */
#define GD_COUNT_EXEMPTIONS_UNDECIDED 116

/* Of which an old register told. */
#define GD_COUNT_IMPORTED 117

/* From an old register that does not say which way they went: by the desk, or to which unit. */
#define GD_COUNT_WAY_UNKNOWN 118

/* With a unit of an old register that does not say whether it replied. */
#define GD_COUNT_REPLY_UNKNOWN 119

/* Whose sign-off nobody knows to have been in time or late. */
#define GD_COUNT_SIGN_OFF_UNKNOWN 120

/* Whose reply nobody knows to be in time or late. */
#define GD_COUNT_HANDLING_UNKNOWN 121

/* Closed on a reply that nobody knows to have been in time or late. */
#define GD_COUNT_CLOSED_UNKNOWN 122

/* Closed, and an old register does not say how. */
#define GD_COUNT_CLOSED_UNSTATED 123

/* Replied, and the centre has not reviewed the reply yet. */
#define GD_COUNT_AWAITING_REVIEW 124

/* With a reply that was reviewed. */
#define GD_COUNT_REVIEWED 125

/* Whose first reply that was reviewed passed. */
#define GD_COUNT_PASSED_FIRST 126

/* Demands that were answered. */
#define GD_COUNT_SUPERVISIONS_ANSWERED 127

/* Demands that were answered after the limit that was set. */
#define GD_COUNT_SUPERVISIONS_ANSWERED_LATE 128

/* With a demand whose limit has passed without an answer. */
#define GD_COUNT_SUPERVISIONS_OPEN_LATE 129

/* Of a contact from which another ticket came already: without them, a contact is counted once. */
#define GD_COUNT_RELATED 130

/* Rated by the citizen unasked. */
#define GD_COUNT_OWN_RATED 131

/* Whose last rating of the citizen's own satisfied, as the policy had it then. */
#define GD_COUNT_OWN_SATISFIED 132

/* Rated by the citizen, unasked or when called. */
#define GD_COUNT_EITHER_RATED 133

/*
 * Satisfied by the last rating of the citizen's own, or where there is none by that of the
 * callback.
 */
#define GD_COUNT_EITHER_SATISFIED 134

/* Scored against a sheet of points after they had ended. */
#define GD_COUNT_INSPECTED 135

/* What the last inspection of each gave. */
#define GD_COUNT_INSPECTION_POINTS 136

/* What it could have given. */
#define GD_COUNT_INSPECTION_MOST 137

/* Tickets taken in during the period, however they ended. */
#define GD_BASIS_COHORT 1

/* What happened during the period, whenever the ticket came in. */
#define GD_BASIS_FLOW 2

/* Not at all. */
#define GD_GROUPING_ALL 1

/* By channel of origin. */
#define GD_GROUPING_CHANNEL 2

/* By category; tickets answered online without one stand apart. */
#define GD_GROUPING_CATEGORY 3

/* By kind of appeal. */
#define GD_GROUPING_KIND 4

/* By urgency. */
#define GD_GROUPING_URGENCY 5

/* By unit, over assignments. */
#define GD_GROUPING_UNIT 6

/* By group of units. */
#define GD_GROUPING_UNIT_GROUP 7

/* By area. */
#define GD_GROUPING_AREA 8

/* By day of intake. */
#define GD_GROUPING_DAY 9

/* By month of intake. */
#define GD_GROUPING_MONTH 10

/*
 * By how many working days, after that of its intake, a ticket has been open; those that have
 * ended stand apart.
 */
#define GD_GROUPING_AGE 11

/* It came into being. */
#define GD_EVENT_TAKEN_IN 1

/* The desk answered at once. */
#define GD_EVENT_RESOLVED_ONLINE 2

/* It is not for the hotline. */
#define GD_EVENT_REJECTED 3

/* It lives on in its main ticket. */
#define GD_EVENT_MERGED 4

/* It was taken out of its main ticket again. */
#define GD_EVENT_UNMERGED 5

/* It is the same matter as another ticket, and both go on. */
#define GD_EVENT_MARKED_REPEAT 6

/* Units got it, each with its own limits. */
#define GD_EVENT_TRANSFERRED 7

/* The centre took it back before the unit signed. */
#define GD_EVENT_RECALLED 8

/* A unit signed for it. */
#define GD_EVENT_SIGNED_OFF 9

/* A unit asked to return it. */
#define GD_EVENT_RETURN_REQUESTED 10

/* The centre agreed: the assignment ended, and is kept and counted. */
#define GD_EVENT_RETURN_GRANTED 11

/* The centre did not agree to a return. */
#define GD_EVENT_RETURN_DENIED 12

/* No unit takes it. */
#define GD_EVENT_MARKED_DIFFICULT 13

/* The unit that leads asked for more working days. */
#define GD_EVENT_EXTENSION_REQUESTED 14

/* The centre agreed to more working days. */
#define GD_EVENT_EXTENSION_GRANTED 15

/* The centre did not agree to more working days. */
#define GD_EVENT_EXTENSION_DENIED 16

/* It went off the clock. */
#define GD_EVENT_SUSPENDED 17

/* It is on the clock again, its limits moved. */
#define GD_EVENT_RESUMED 18

/* An assisting unit reported to the lead. */
#define GD_EVENT_REPORTED 19

/* An assisting unit need not report. */
#define GD_EVENT_EXCUSED 20

/* The unit that leads replied. */
#define GD_EVENT_HANDLED 21

/* The centre rejected the reply. */
#define GD_EVENT_SENT_BACK 22

/* The centre tried to call the citizen back. */
#define GD_EVENT_CALLED_BACK 23

/* The citizen was unsatisfied: back to the unit. */
#define GD_EVENT_REWORK_ORDERED 24

/* The centre closed it. */
#define GD_EVENT_CLOSED 25

/* The centre ended it without a reply. */
#define GD_EVENT_TERMINATED 26

/* A new fact opened it again. */
#define GD_EVENT_REOPENED 27

/* It got another category. */
#define GD_EVENT_RECLASSIFIED 28

/* Facts of the intake were put right. */
#define GD_EVENT_AMENDED 29

/* A note was kept. */
#define GD_EVENT_NOTED 30

/* The caller's data was withheld, or withheld no longer. */
#define GD_EVENT_CONFIDENTIALITY_SET 31

/* The unit was urged. */
#define GD_EVENT_URGED 32

/* Somebody demanded something of a unit. */
#define GD_EVENT_SUPERVISED 33

/* A demand was answered. */
#define GD_EVENT_SUPERVISION_ANSWERED 34

/* A unit was shown a card. */
#define GD_EVENT_CARDED 35

/* An editor picked it for the bulletin, or took it out again. */
#define GD_EVENT_FEATURED 36

/* Its limits were worked out anew because somebody asked. */
#define GD_EVENT_RESCHEDULED 37

/* Somebody saw the caller's data, and said why. */
#define GD_EVENT_REVEALED 38

/* Texts of the events before this one were removed for good. */
#define GD_EVENT_ERASED 39

/* The true moment of an earlier fact was stated. */
#define GD_EVENT_CORRECTED 40

/* The centre took it from the unit that leads, for another to have it. */
#define GD_EVENT_REDISPATCHED 41

/* It is no longer the same matter as another ticket. */
#define GD_EVENT_UNMARKED_REPEAT 42

/* A file was kept with it. */
#define GD_EVENT_ATTACHED 43

/* A file was taken off it. */
#define GD_EVENT_DETACHED 44

/* A unit asked not to be judged by it. */
#define GD_EVENT_EXEMPTION_ASKED 45

/* A unit is not judged by it. */
#define GD_EVENT_EXEMPTED 46

/* A unit is judged by it again, or what it asked for was not granted. */
#define GD_EVENT_UNEXEMPTED 47

/* A section of the unit works on it. */
#define GD_EVENT_FORWARDED 48

/* The unit took it back from its section. */
#define GD_EVENT_UNFORWARDED 49

/* What an old register says of it follows. */
#define GD_EVENT_IMPORTED 50

/* The centre reviewed the reply and passed it. */
#define GD_EVENT_REPLY_PASSED 51

/* Whoever has not answered a demand was reminded. */
#define GD_EVENT_REMINDED 52

/* A demand was taken back: nobody has to answer it. */
#define GD_EVENT_SUPERVISION_LIFTED 53

/* Some met about it, and decided something. */
#define GD_EVENT_CONSULTED 54

/* It is of a contact from which another ticket came. */
#define GD_EVENT_RELATED 55

/* It is of a contact of its own after all. */
#define GD_EVENT_UNRELATED 56

/* The citizen rated it unasked. */
#define GD_EVENT_RATED 57

/* It was scored against a sheet of points. */
#define GD_EVENT_INSPECTED 58

/* Nothing of it is in the file. */
#define GD_OUTCOME_NOT_COMMITTED 1

/*
 * The machine failed while it was being put on disk: it may be in the file or not. Open the file
 * again and look, or give the command again under the same request id.
 */
#define GD_OUTCOME_UNKNOWN 2

/* It answers for the ticket. */
#define GD_PART_LEAD 1

/* It helps, and reports to the lead. */
#define GD_PART_ASSISTING 2

/* The centre took it back before the unit signed. */
#define GD_LEG_END_RECALLED 1

/* The unit returned it, and the centre agreed. */
#define GD_LEG_END_RETURNED 2

/* The assisting unit need not report. */
#define GD_LEG_END_EXCUSED 3

/* "ended". */
#define GD_LEG_END_ENDED 4

/* The centre gave the ticket to another unit. */
#define GD_LEG_END_REDISPATCHED 5

/* The centre alone. */
#define GD_WHO_CENTRE 1

/* The unit that leads the ticket now. */
#define GD_WHO_LEAD_UNIT 2

/* A unit that has the ticket, as lead or assisting. */
#define GD_WHO_HOLDING_UNIT 3

/* A unit that assists now. */
#define GD_WHO_ASSISTING_UNIT 4

/* The centre or a supervisor. */
#define GD_WHO_CENTRE_OR_SUPERVISOR 5

/* The centre, or a unit whether it has the ticket or not. */
#define GD_WHO_CENTRE_OR_UNIT 6

/* The centre, a supervisor, or a unit that has the ticket. */
#define GD_WHO_ANYONE 7

/* The centre, or a unit that has the ticket, as lead or assisting. */
#define GD_WHO_CENTRE_OR_HOLDING_UNIT 8

/* A unit that has the ticket, or ever had it. */
#define GD_WHO_FORMER_UNIT 9

/* Off: a day of a published break, weekends inside it included. */
#define GD_DAY_KIND_HOLIDAY 1

/* Worked: a weekend day that makes up for a break. */
#define GD_DAY_KIND_WORKDAY 2

/* The file came into being. */
#define GD_OFFICE_EVENT_FOUNDED 1

/* An entry joined the register. */
#define GD_OFFICE_EVENT_ENTRY_ADDED 2

/* An entry got another name by which it is found. */
#define GD_OFFICE_EVENT_ENTRY_ALIASED 3

/* An entry is called otherwise from a moment on. */
#define GD_OFFICE_EVENT_ENTRY_RENAMED 4

/* An entry stands elsewhere in the tree, group or order from a moment on. */
#define GD_OFFICE_EVENT_ENTRY_PLACED 5

/* An entry was taken over by another from a moment on. */
#define GD_OFFICE_EVENT_ENTRY_MERGED 6

/* An entry takes nothing new from a moment on. */
#define GD_OFFICE_EVENT_ENTRY_RETIRED 7

/* The policy got a provision. */
#define GD_OFFICE_EVENT_PROVISION_SET 8

/* The calendar got a notice. */
#define GD_OFFICE_EVENT_NOTICE_ADOPTED 9

/* A ranking formula was set. */
#define GD_OFFICE_EVENT_FORMULA_SET 10

/* Contacts were counted. */
#define GD_OFFICE_EVENT_CONTACTS_RECORDED 11

/* An issue of the bulletin was published: its figures are frozen. */
#define GD_OFFICE_EVENT_ISSUE_PUBLISHED 12

/* An entry bears a code of a scheme, or none. */
#define GD_OFFICE_EVENT_ENTRY_CODED 13

/* What a bulletin prints: counts, and the names of the office's own register. */
#define GD_CLASS_PUBLIC 1

/*
 * What the hotline's own people work with: single tickets by number, who did what and when.
 * Staff are named here: that is what a journal is for.
 */
#define GD_CLASS_INTERNAL 2

/*
 * What can name a citizen: every text that somebody typed. Left out of a table unless the column
 * is asked for by its name, and then without telephone numbers.
 */
#define GD_CLASS_PERSONAL 3

/*
 * A citizen's name, telephone number and address, and what would find or unlock them. It leaves
 * by [`Hotline::reveal`](crate::Hotline::reveal) and
 * [`Hotline::subject_export`](crate::Hotline::subject_export) only, with an event.
 */
#define GD_CLASS_SENSITIVE 4

/* Tickets as they stand now, one row each. */
#define GD_TABLE_TICKETS 1

/* Assignments as they stand now, one row for each unit a ticket was given to. */
#define GD_TABLE_ASSIGNMENTS 2

/* What happened to tickets, one row an event. */
#define GD_TABLE_EVENTS 3

/* Contacts by channel and day, as they were recorded. */
#define GD_TABLE_CONTACTS 4

/* Attempts to call citizens back. */
#define GD_TABLE_CALLBACKS 5

/* Closings by the centre, whether they stand or not. */
#define GD_TABLE_CLOSURES 6

/* Times a unit had to do it again. */
#define GD_TABLE_REWORKS 7

/* Demands of supervisors. */
#define GD_TABLE_SUPERVISIONS 8

/* Files kept with tickets, whether they were taken off again or not. */
#define GD_TABLE_ATTACHMENTS 9

/* The period before it, of the same length. */
#define GD_AGAINST_BEFORE 1

/* The same period a year earlier. */
#define GD_AGAINST_YEAR_BEFORE 2

/* A ticket comes in, and the desk deals with it at once. */
#define GD_CHAPTER_DESK 1

/* Which unit has the ticket. */
#define GD_CHAPTER_DISPATCH 2

/* What the unit does, and its limits. */
#define GD_CHAPTER_HANDLING 3

/* The citizen is called back, and the ticket ends. */
#define GD_CHAPTER_CLOSING 4

/* What stands beside the stage. */
#define GD_CHAPTER_BESIDE 5

/* Who called, and what is erased. */
#define GD_CHAPTER_PERSONS 6

/* It stays as it is. */
#define GD_STATE_STABLE 1

/* It may still change. */
#define GD_STATE_TRIAL 2

/* The ticket as it stands then. */
#define GD_ANSWERS_TICKET 1

/* The caller in full. */
#define GD_ANSWERS_CALLER 2

/* Markdown. */
#define GD_FORM_MD 1

/* Every figure, for programs. */
#define GD_FORM_JSON 2

/* One file for browsers, that prints on A4. */
#define GD_FORM_HTML 3

/* A document for Word and WPS. */
#define GD_FORM_DOCX 4

/* A workbook, one sheet a table. */
#define GD_FORM_XLSX 5

/* A PDF with a Chinese font embedded. */
#define GD_FORM_PDF 6

/* Its charts, a picture each. */
#define GD_FORM_PNG 7

/* The lead's first reply. */
#define GD_LIMIT_OF_HANDLE 1

/* A rework. */
#define GD_LIMIT_OF_REWORK 2

/* A sign-off, of any unit. */
#define GD_LIMIT_OF_SIGN_OFF 3

/* An assisting unit's report. */
#define GD_LIMIT_OF_REPORT 4

/* A reply, a rework or a report. */
#define GD_LIMIT_OF_LATE_NOW 5

/* The citizen's own, whoever has the ticket. */
#define GD_LIMIT_OF_TOTAL 6

/* A section's, inside that of its unit. */
#define GD_LIMIT_OF_SECTION 7

/* The first that runs of the demands that nobody has answered. */
#define GD_LIMIT_OF_DEMAND 8

/* A return or an extension that the centre has to decide. */
#define GD_QUEUE_UNDECIDED 1

/* A citizen who is to be called back. */
#define GD_QUEUE_AWAITING_CALLBACK 2

/* A supervisor's demand that nobody has answered. */
#define GD_QUEUE_SUPERVISIONS_UNANSWERED 3

/* A unit's sign-off. */
#define GD_QUEUE_UNSIGNED 4

/* A unit that asked not to be judged by a ticket. */
#define GD_QUEUE_EXEMPTIONS_UNDECIDED 5

/* A reply that the centre has to review. */
#define GD_QUEUE_AWAITING_REVIEW 6

/* It was taken in. */
#define GD_FACT_INTAKE 1

/* Units got it. */
#define GD_FACT_TRANSFER 2

/* A unit signed for it. */
#define GD_FACT_SIGN_OFF 3

/* An assisting unit reported. */
#define GD_FACT_REPORT 4

/* The unit that leads replied. */
#define GD_FACT_HANDLE 5

/* The centre tried to call the citizen back. */
#define GD_FACT_CALLBACK 6

/* It was closed: answered by the desk, by the centre after a callback, or terminated. */
#define GD_FACT_CLOSE 7

/* A picture, of before or after. */
#define GD_FILE_KIND_PHOTO 1

/* A recorded call. */
#define GD_FILE_KIND_RECORDING 2

/* Moving pictures. */
#define GD_FILE_KIND_VIDEO 3

/* A letter, a reply, a sheet. */
#define GD_FILE_KIND_PAPER 4

/* None of these. */
#define GD_FILE_KIND_OTHER 5

/* In the file itself. */
#define GD_KEEPING_INSIDE 1

/* In the folder beside it. */
#define GD_KEEPING_BESIDE 2

/* The hotline centre's own. */
#define GD_SUPERVISION_KIND_HOTLINE 1

/* The government's inspection office. */
#define GD_SUPERVISION_KIND_GOVERNMENT 2

/* On the instruction of a leader. */
#define GD_SUPERVISION_KIND_INSTRUCTION 3

/* The discipline inspection's. */
#define GD_SUPERVISION_KIND_DISCIPLINE 4

/* The people's congress or the political consultative conference. */
#define GD_SUPERVISION_KIND_ASSEMBLY 5

/* None of these. */
#define GD_SUPERVISION_KIND_OTHER 6

/* How many words a list of GD_LIST_ has; 0 when there is no such list. */
GD_API uint64_t GD_CALL gd_list_count(gd_list of);

/* The code of one word of a list; 0 past the last one. */
GD_API int32_t GD_CALL gd_list_code(gd_list of, uint64_t index);

/*
 * The name of a code, in ASCII, the same in every language's face: gd_name(GD_LIST_STATUS,
 * GD_E_REFUSED) is "refused". The string lives for ever; NULL when there is no such code. It
 * leaves the thread's last message alone, so that both can be printed at once.
 */
GD_API const char *GD_CALL gd_name(gd_list of, int32_t code);

/*
 * The office term of a code, Chinese, in the thread's encoding (gd_set_encoding). The string
 * lives for ever; NULL when there is no such code. It leaves the thread's last message alone.
 */
GD_API const char *GD_CALL gd_term(gd_list of, int32_t code);

/*
 * The code of a name of a list.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status GD_CALL gd_code(gd_list of, const char *name, int32_t *code);

/*
 * The rule of a measure in words, for example `closed / accepted`, in ASCII. The string lives for
 * ever; NULL when there is no such measure.
 */
GD_API const char *GD_CALL gd_measure_rule(const char *measure);

#ifdef __cplusplus
}
#endif

#endif
