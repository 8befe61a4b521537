/*
 * gongdan.h: the life of a government hotline's tickets on one SQLite file, for C.
 *
 * This file is generated; the words in it are the reference. It is plain C89 with <stdint.h>, and
 * C++. What holds for every function stands on this page.
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
 * PERIODS are texts: `2020-09`, `2020-Q3`, `2020`, `2020-09-21`, or two of them joined by `..`.
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
 * COMMANDS are the gd_ticket_ functions that take a stamp. `id` is the ticket, `seen` the version of it
 *   that you have seen (gd_ticket_version): if it has changed since, nothing is done and the status is
 *   GD_E_CONFLICT; GD_ANY_VERSION does not ask. *ticket is the ticket as it stands afterwards, to be
 *   freed with gd_ticket_free; `ticket` may be NULL. They fail with GD_E_REFUSED, GD_E_CONFLICT,
 *   GD_E_NOT_FOUND, GD_E_INVALID_INPUT, GD_E_READ_ONLY, GD_E_BUSY, GD_E_IO or GD_E_CORRUPT. Nothing of
 *   the command was written then, unless gd_error_outcome is GD_OUTCOME_UNKNOWN: make the call again
 *   under the same request id. GD_OK outside a batch means that it is on disk.
 * PERSONAL DATA. gd_ticket_caller masks a caller; only gd_ticket_reveal and gd_hotline_subject_export
 *   give name, telephone number and address, and write an event that says who looked, and why. Texts
 *   that somebody typed can name a person too.
 * EVERY FUNCTION that takes a handle can also answer GD_E_CLOSED, GD_E_BUSY, GD_E_INVALID_INPUT (NULL
 *   where something is needed) and GD_E_BUG. No exception, panic or signal leaves the library.
 * VERSIONS. Programs run with any later library of the same soname: nothing is taken away, codes keep
 *   their numbers, and structs only grow at their end.
 */

#ifndef GONGDAN_H
#define GONGDAN_H

#include <stdint.h>

#if defined(_WIN32) && !defined(GD_STATIC)
#define GD_API __declspec(dllimport)
#else
#define GD_API
#endif

/* The Arrow C stream interface; gongdan-arrow.h has it for those who have no Arrow. */
struct ArrowArrayStream;

/* Columns bear the names that every face uses. */
#define GD_LABELS_NAMES 1

/* Columns bear the headings as printed, and words are the office's. */
#define GD_LABELS_HEADINGS 2

/* Markdown. */
#define GD_FORMAT_MARKDOWN 1

/* Every figure of the bulletin as JSON. */
#define GD_FORMAT_JSON 2

/* Yes, where 0 means that nothing is known. */
#define GD_YES 1

/* No, where 0 means that nothing is known. */
#define GD_NO 2

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

/* Nothing of the call is in the file. */
#define GD_OUTCOME_NOT_COMMITTED 1

/*
 * The machine failed while the call was being put on disk: it may be in the file or not. Open the
 * file again and look, or make the call again under the same request id.
 */
#define GD_OUTCOME_UNKNOWN 2

/* A limit in working days, from the next day. */
#define GD_LIMIT_WORKING_DAYS 1

/* A limit in minutes of office hours. */
#define GD_LIMIT_WORKING_MINUTES 2

/* A limit in minutes on the wall clock. */
#define GD_LIMIT_CLOCK_MINUTES 3

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

/* No moment. (1970-01-01 00:00 UTC to the millisecond is the one moment that cannot be said.) */
#define GD_NO_MOMENT 0

/* Compared with the period before it, of the same length. */
#define GD_AGAINST_BEFORE 1

/* Compared with the same period a year earlier. */
#define GD_AGAINST_YEAR_BEFORE 2

/* Nothing. */
#define GD_DATUM_NULL 0

/* A whole number. */
#define GD_DATUM_INTEGER 1

/* A number that the caller's own SQL made. */
#define GD_DATUM_REAL 2

/* A text. */
#define GD_DATUM_TEXT 3

/* Any version of the ticket: the caller does not say what it has seen. */
#define GD_ANY_VERSION 0

/*
 * The version this header belongs to: major, minor and patch as 1000000 * major + 1000 * minor
 * + patch. Compare it with gd_version_number.
 */
#define GD_VERSION_NUMBER 1000

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

/* Where a ticket stands in its life. Overdue is no stage: it is a question with a moment. */
typedef int32_t gd_stage;

/*
 * What to look for, and which page of it. Set it to GD_FILTER_INIT first: every ticket, all on
 * one page. What is 0 or NULL does not narrow.
 */
typedef struct gd_filter {
    /* The size of this struct. */
    uint32_t size;
    /* How many stages there are in `stages`. */
    uint32_t stage_count;
    /* In one of these stages, each one of GD_STAGE_. */
    const gd_stage *stages;
    /* Come by this channel. */
    const char *channel;
    /* In this category. */
    const char *category;
    /* Led by this unit now. */
    const char *unit;
    /* Taken in during this period: `2020-09`, `2020-Q3`, `2020-09-21`, `2020-07..2020-08`. */
    const char *accepted;
    /* With this text in number, matter, appeal, result, answer or remark. */
    const char *text;
    /* Whose running limit had passed at this moment. */
    int64_t overdue_at;
    /* Whose running limit ends by this moment: those due soon. */
    int64_t due_by;
    /* Not 0: only those not ended. */
    int32_t open;
    /* Not 0: only those that no unit takes. */
    int32_t difficult;
    /* Not 0: only those picked by an editor. */
    int32_t featured;
    /* Not used; 0. */
    int32_t reserved;
    /* How many to pass over. */
    uint64_t offset;
    /* How many to give at most; 0 means all. */
    uint64_t limit;
} gd_filter;

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

/* What one bulletin is asked to print. Set it to GD_BULLETIN_INIT first. */
typedef struct gd_bulletin {
    /* The size of this struct. */
    uint32_t size;
    /* One of GD_FORMAT_. */
    int32_t format;
    /* The year in its number; 0 means that of the period. */
    int32_t year;
    /* Its number in that year; it has to be given. */
    uint32_t number;
    /* The days it is about; it has to be given. */
    const char *period;
    /* The cut-off; it has to be given. */
    int64_t as_of;
    /* Its title; NULL means one made of the region's name and the period. */
    const char *title;
    /* The office that publishes it; NULL means that of the founding. */
    const char *organ;
    /* The day printed on it, `YYYY-MM-DD`; NULL means that of the cut-off. */
    const char *printed_on;
    /* Whom it is reported to, `to_count` names. */
    const char *const *to;
    /* Whom it is sent to, `copy_count` names. */
    const char *const *copies;
    /* The editor's own paragraphs on units that handle late, `remark_count` of them. */
    const char *const *remarks;
    /* How many names stand in `to`. */
    uint32_t to_count;
    /* How many names stand in `copies`. */
    uint32_t copy_count;
    /* How many paragraphs stand in `remarks`. */
    uint32_t remark_count;
    /* Not used; 0. */
    int32_t reserved;
} gd_bulletin;

/* On whose behalf somebody acts; declared by the caller. */
typedef int32_t gd_role;

/* Who does it, in which role, when. Set it to GD_STAMP_INIT first: the role is then the centre. */
typedef struct gd_stamp {
    /* The size of this struct. */
    uint32_t size;
    /* One of GD_ROLE_. */
    gd_role role;
    /* When: milliseconds since 1970 UTC, see gd_now. It has to be given. */
    int64_t at;
    /* The person's name; it has to be given. */
    const char *by;
    /* The unit's name, in the role of a unit. */
    const char *unit;
    /*
     * The request's own id, 1 to 64 ASCII characters, or NULL. The same id again has one effect
     * and the same answer: a call that failed with GD_E_IO can safely be made again.
     */
    const char *request;
} gd_stamp;

/* How an attempt to call the citizen back went. */
typedef int32_t gd_callback_outcome;

/* The citizen's answer. Never preset: not asked is not satisfied. */
typedef int32_t gd_satisfaction;

/* One attempt to call the citizen back. Set it to GD_CALLBACK_INIT first: nothing is preset. */
typedef struct gd_callback {
    /* The size of this struct. */
    uint32_t size;
    /* How it went, one of GD_CALLBACK_OUTCOME_; it has to be given. */
    gd_callback_outcome outcome;
    /* Satisfaction with the result, one of GD_SATISFACTION_; 0 when it was not asked. */
    gd_satisfaction satisfaction;
    /* Satisfaction with the manner, one of GD_SATISFACTION_; 0 when it was not asked. */
    gd_satisfaction attitude;
    /* GD_YES or GD_NO: whether the matter is solved; 0 when it was not asked. */
    int32_t solved;
} gd_callback;

/* With what outcome the centre closed a ticket: closed is not solved. */
typedef int32_t gd_close_outcome;

/* Why a command was refused. */
typedef int32_t gd_refusal;

/* What can be asked of a ticket. */
typedef int32_t gd_verb;

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
    /* Which promise: `sign_off`, `handle` or `rework`. */
    const char *promise;
    /* The unit it was given to. */
    const char *unit;
    /* Its limit as people say it, in the thread's language. */
    const char *rule;
    /* How many days are counted or skipped. */
    uint64_t day_count;
} gd_promise;

/* Why a day counts or does not. */
typedef int32_t gd_why;

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

/* On which tickets a figure is reckoned. */
typedef int32_t gd_basis;

/* By what a figure is broken down. */
typedef int32_t gd_grouping;

/* A question to the figures. Set it to GD_QUESTION_INIT first: the cohort basis, all together. */
typedef struct gd_question {
    /* The size of this struct. */
    uint32_t size;
    /* One of GD_BASIS_. */
    gd_basis basis;
    /* The days it is about: `2020-09`, `2020-Q3`, `2020-09-21`, `2020-07..2020-08`. */
    const char *period;
    /* The cut-off in milliseconds since 1970; nothing later is seen. It has to be given. */
    int64_t as_of;
    /* How many events of the journal are seen; 0 means all. */
    uint64_t seen;
    /* By what, from the outer to the inner grouping, each one of GD_GROUPING_. */
    const gd_grouping *by;
    /* How many groupings there are in `by`. */
    uint32_t by_count;
    /* Not used; 0. */
    int32_t reserved;
} gd_question;

/* A count of the figures. */
typedef int32_t gd_count;

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

/* What a text of a ticket is. */
typedef int32_t gd_text_field;

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

/* What the citizen wants. */
typedef int32_t gd_kind;

/* How pressing it is. */
typedef int32_t gd_urgency;

/* A new ticket. Set it to GD_INTAKE_INIT first: kind help, urgency normal, all else empty. */
typedef struct gd_intake {
    /* The size of this struct. */
    uint32_t size;
    /* What the citizen wants, one of GD_KIND_. */
    gd_kind kind;
    /* How pressing it is, one of GD_URGENCY_. */
    gd_urgency urgency;
    /* Not 0: the caller's data is withheld from units and exports. */
    int32_t confidential;
    /* The channel's name; it has to be given. */
    const char *channel;
    /* The matter in a line; it has to be given. */
    const char *matter;
    /* What the citizen said. */
    const char *appeal;
    /* The category's name. */
    const char *category;
    /* The area's name. */
    const char *area;
    /* The caller's name. Personal data. */
    const char *caller_name;
    /* The caller's telephone number. Personal data. */
    const char *caller_phone;
    /* The caller's address. Personal data. */
    const char *caller_address;
    /* The number another platform gave it: seen again, it answers with the ticket that stands. */
    const char *external;
} gd_intake;

/* A word list. */
typedef int32_t gd_list;

/* What is put right on a ticket. Set it to GD_AMENDMENT_INIT first: what is 0 or NULL stays. */
typedef struct gd_amendment {
    /* The size of this struct. */
    uint32_t size;
    /* The kind from now on, one of GD_KIND_. */
    gd_kind kind;
    /* The urgency from now on, one of GD_URGENCY_. */
    gd_urgency urgency;
    /* Not used; 0. */
    int32_t reserved;
    /* The area from now on. */
    const char *area;
    /* The matter from now on. */
    const char *matter;
    /* The appeal from now on. */
    const char *appeal;
} gd_amendment;

/* A warning card shown to a unit. */
typedef int32_t gd_card;

/*
 * A typical or difficult case as edited for print. Set it to GD_CASE_INIT first: what is NULL is
 * taken from the ticket.
 */
typedef struct gd_case {
    /* The size of this struct. */
    uint32_t size;
    /* Not used; 0. */
    int32_t reserved;
    /* Its title. */
    const char *title;
    /* The appeal, edited. */
    const char *appeal;
    /* The handling, edited. */
    const char *handling;
} gd_case;

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

/* The four kinds of reference data. */
typedef int32_t gd_species;

/* What sort of channel a contact or ticket came by. */
typedef int32_t gd_channel_kind;

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

/*
 * Told of the progress of a long call: how much is done, and of how much. It runs on the calling
 * thread inside the call; it must return (no longjmp, no exception), and a call that it makes on
 * the same handle answers GD_E_BUSY.
 */
typedef void (*gd_progress)(void *context, uint64_t done, uint64_t of);

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

/* What a provision of the policy settles. */
typedef int32_t gd_setting;

/* How a rate is cut to two decimals. */
typedef int32_t gd_rounding;

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

/* Replied, and the citizen not yet called back since. */
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

/* "taken_back". */
#define GD_COUNT_TAKEN_BACK 56

/* Ended with a ticket that was merged or terminated before a standing reply. */
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

/* The statuses, GD_E_, without GD_OK. */
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

/* The measures, numbered from 1 in the order of the library; they are asked for by name. */
#define GD_LIST_MEASURE 20

/* The events of a ticket's history. */
#define GD_LIST_EVENT 21

/* GD_OUTCOME_. */
#define GD_LIST_OUTCOME 22

/* A unit's part in a ticket. */
#define GD_LIST_PART 23

/* How an assignment came to an end before the ticket did. */
#define GD_LIST_LEG_END 24

/* Who may ask a command. */
#define GD_LIST_WHO 25

/* What a notice of working days says of a day. */
#define GD_LIST_DAY_KIND 26

/* The events of the office. */
#define GD_LIST_OFFICE_EVENT 27

/* How far a column may go. */
#define GD_LIST_CLASS 28

/* The tables that can be read whole. */
#define GD_LIST_TABLE 29

/* GD_AGAINST_. */
#define GD_LIST_AGAINST 30

/* The call did what it says. */
#define GD_OK 0

/* A rule of the ticket's life refuses the command; see gd_error_refusal_code. */
#define GD_E_REFUSED 1

/* There is no such ticket, file, issue or figure. */
#define GD_E_NOT_FOUND 2

/* An argument is wrong in itself; gd_error_argument names it. */
#define GD_E_INVALID_INPUT 3

/* The ticket has changed since the caller saw it, or a request id stands for something else. */
#define GD_E_CONFLICT 4

/*
 * Others kept the file locked for longer than the handle waits, or another thread is inside a
 * call on the same handle.
 */
#define GD_E_BUSY 5

/* The file was opened for reading only. */
#define GD_E_READ_ONLY 6

/* The file was written by a newer gongdan. */
#define GD_E_FILE_TOO_NEW 7

/* The file is no gongdan file. */
#define GD_E_NOT_A_HOTLINE 8

/* The file is damaged. */
#define GD_E_CORRUPT 9

/* The handle or object is closed, freed, or was never one. */
#define GD_E_CLOSED 10

/* The machine failed: disk, permission, memory. */
#define GD_E_IO 11

/* Something stands there already and is not overwritten. */
#define GD_E_EXISTS 12

/* A mistake in gongdan itself; the handle it happened on only closes from then on. */
#define GD_E_BUG 13

/* The call was told to stop; what it did was taken back. */
#define GD_E_INTERRUPTED 14

/* Something was under way on the file when the process was forked: the file is the parent's. */
#define GD_E_FORKED 15

/* Another program took the file or its log away while it was open: no more is written. */
#define GD_E_REPLACED 16

/* "intake". */
#define GD_VERB_INTAKE 1

/* "resolve_online". */
#define GD_VERB_RESOLVE_ONLINE 2

/* "reject". */
#define GD_VERB_REJECT 3

/* "merge". */
#define GD_VERB_MERGE 4

/* "unmerge". */
#define GD_VERB_UNMERGE 5

/* "repeat". */
#define GD_VERB_REPEAT 6

/* "transfer". */
#define GD_VERB_TRANSFER 7

/* "recall". */
#define GD_VERB_RECALL 8

/* "sign_off". */
#define GD_VERB_SIGN_OFF 9

/* "request_return". */
#define GD_VERB_REQUEST_RETURN 10

/* "grant_return". */
#define GD_VERB_GRANT_RETURN 11

/* "deny_return". */
#define GD_VERB_DENY_RETURN 12

/* "designate". */
#define GD_VERB_DESIGNATE 13

/* "mark_difficult". */
#define GD_VERB_MARK_DIFFICULT 14

/* "request_extension". */
#define GD_VERB_REQUEST_EXTENSION 15

/* "grant_extension". */
#define GD_VERB_GRANT_EXTENSION 16

/* "deny_extension". */
#define GD_VERB_DENY_EXTENSION 17

/* "suspend". */
#define GD_VERB_SUSPEND 18

/* "resume". */
#define GD_VERB_RESUME 19

/* "report". */
#define GD_VERB_REPORT 20

/* "excuse". */
#define GD_VERB_EXCUSE 21

/* "handle". */
#define GD_VERB_HANDLE 22

/* "send_back". */
#define GD_VERB_SEND_BACK 23

/* "callback". */
#define GD_VERB_CALLBACK 24

/* "rework". */
#define GD_VERB_REWORK 25

/* "close". */
#define GD_VERB_CLOSE 26

/* "terminate". */
#define GD_VERB_TERMINATE 27

/* "reopen". */
#define GD_VERB_REOPEN 28

/* "reclassify". */
#define GD_VERB_RECLASSIFY 29

/* "amend". */
#define GD_VERB_AMEND 30

/* "note". */
#define GD_VERB_NOTE 31

/* "confidential". */
#define GD_VERB_CONFIDENTIAL 32

/* "urge". */
#define GD_VERB_URGE 33

/* "supervise". */
#define GD_VERB_SUPERVISE 34

/* "answer". */
#define GD_VERB_ANSWER 35

/* "card". */
#define GD_VERB_CARD 36

/* "feature". */
#define GD_VERB_FEATURE 37

/* "reschedule". */
#define GD_VERB_RESCHEDULE 38

/* "reveal". */
#define GD_VERB_REVEAL 39

/* "erase". */
#define GD_VERB_ERASE 40

/* "wrong_stage". */
#define GD_REFUSAL_WRONG_STAGE 1

/* "wrong_role". */
#define GD_REFUSAL_WRONG_ROLE 2

/* "wrong_unit". */
#define GD_REFUSAL_WRONG_UNIT 3

/* "not_signed_off". */
#define GD_REFUSAL_NOT_SIGNED_OFF 4

/* "already_signed_off". */
#define GD_REFUSAL_ALREADY_SIGNED_OFF 5

/* "reason_missing". */
#define GD_REFUSAL_REASON_MISSING 6

/* "remark_missing". */
#define GD_REFUSAL_REMARK_MISSING 7

/* "unit_retired". */
#define GD_REFUSAL_UNIT_RETIRED 8

/* "unit_twice". */
#define GD_REFUSAL_UNIT_TWICE 9

/* "time_backwards". */
#define GD_REFUSAL_TIME_BACKWARDS 10

/* "return_too_late". */
#define GD_REFUSAL_RETURN_TOO_LATE 11

/* "return_forbidden". */
#define GD_REFUSAL_RETURN_FORBIDDEN 12

/* "too_many_returns". */
#define GD_REFUSAL_TOO_MANY_RETURNS 13

/* "return_pending". */
#define GD_REFUSAL_RETURN_PENDING 14

/* "no_return_pending". */
#define GD_REFUSAL_NO_RETURN_PENDING 15

/* "extension_too_late". */
#define GD_REFUSAL_EXTENSION_TOO_LATE 16

/* "extension_too_long". */
#define GD_REFUSAL_EXTENSION_TOO_LONG 17

/* "too_many_extensions". */
#define GD_REFUSAL_TOO_MANY_EXTENSIONS 18

/* "extension_pending". */
#define GD_REFUSAL_EXTENSION_PENDING 19

/* "no_extension_pending". */
#define GD_REFUSAL_NO_EXTENSION_PENDING 20

/* "suspended". */
#define GD_REFUSAL_SUSPENDED 21

/* "not_suspended". */
#define GD_REFUSAL_NOT_SUSPENDED 22

/* "assistants_missing". */
#define GD_REFUSAL_ASSISTANTS_MISSING 23

/* "already_reported". */
#define GD_REFUSAL_ALREADY_REPORTED 24

/* "too_many_reworks". */
#define GD_REFUSAL_TOO_MANY_REWORKS 25

/* "no_callback". */
#define GD_REFUSAL_NO_CALLBACK 26

/* "merge_into_itself". */
#define GD_REFUSAL_MERGE_INTO_ITSELF 27

/* "main_is_merged". */
#define GD_REFUSAL_MAIN_IS_MERGED 28

/* "urged_too_soon". */
#define GD_REFUSAL_URGED_TOO_SOON 29

/* "no_such_supervision". */
#define GD_REFUSAL_NO_SUCH_SUPERVISION 30

/* "nothing_changes". */
#define GD_REFUSAL_NOTHING_CHANGES 31

/* "no_promise". */
#define GD_REFUSAL_NO_PROMISE 32

/* "no_unit". */
#define GD_REFUSAL_NO_UNIT 33

/* "accepted". */
#define GD_STAGE_ACCEPTED 1

/* "transferred". */
#define GD_STAGE_TRANSFERRED 2

/* "signed_off". */
#define GD_STAGE_SIGNED_OFF 3

/* "handled". */
#define GD_STAGE_HANDLED 4

/* "rework". */
#define GD_STAGE_REWORK 5

/* "difficult". */
#define GD_STAGE_DIFFICULT 6

/* "closed". */
#define GD_STAGE_CLOSED 7

/* "rejected". */
#define GD_STAGE_REJECTED 8

/* "merged". */
#define GD_STAGE_MERGED 9

/* "inquiry". */
#define GD_KIND_INQUIRY 1

/* "help". */
#define GD_KIND_HELP 2

/* "complaint". */
#define GD_KIND_COMPLAINT 3

/* "report". */
#define GD_KIND_REPORT 4

/* "suggestion". */
#define GD_KIND_SUGGESTION 5

/* "praise". */
#define GD_KIND_PRAISE 6

/* "other". */
#define GD_KIND_OTHER 7

/* "normal". */
#define GD_URGENCY_NORMAL 1

/* "urgent". */
#define GD_URGENCY_URGENT 2

/* "critical". */
#define GD_URGENCY_CRITICAL 3

/* "centre". */
#define GD_ROLE_CENTRE 1

/* "unit". */
#define GD_ROLE_UNIT 2

/* "supervisor". */
#define GD_ROLE_SUPERVISOR 3

/* "reached". */
#define GD_CALLBACK_OUTCOME_REACHED 1

/* "not_reached". */
#define GD_CALLBACK_OUTCOME_NOT_REACHED 2

/* "refused". */
#define GD_CALLBACK_OUTCOME_REFUSED 3

/* "disputed". */
#define GD_CALLBACK_OUTCOME_DISPUTED 4

/* "very_satisfied". */
#define GD_SATISFACTION_VERY_SATISFIED 1

/* "satisfied". */
#define GD_SATISFACTION_SATISFIED 2

/* "basically_satisfied". */
#define GD_SATISFACTION_BASICALLY_SATISFIED 3

/* "dissatisfied". */
#define GD_SATISFACTION_DISSATISFIED 4

/* "very_dissatisfied". */
#define GD_SATISFACTION_VERY_DISSATISFIED 5

/* "unrated". */
#define GD_SATISFACTION_UNRATED 6

/* "solved". */
#define GD_CLOSE_OUTCOME_SOLVED 1

/* "explained". */
#define GD_CLOSE_OUTCOME_EXPLAINED 2

/* "unreachable". */
#define GD_CLOSE_OUTCOME_UNREACHABLE 3

/* "not_accepted". */
#define GD_CLOSE_OUTCOME_NOT_ACCEPTED 4

/* "duplicate". */
#define GD_CLOSE_OUTCOME_DUPLICATE 5

/* "withdrawn". */
#define GD_CLOSE_OUTCOME_WITHDRAWN 6

/* "answered_online". */
#define GD_CLOSE_OUTCOME_ANSWERED_ONLINE 7

/* "terminated". */
#define GD_CLOSE_OUTCOME_TERMINATED 8

/* "call". */
#define GD_CHANNEL_KIND_CALL 1

/* "letter". */
#define GD_CHANNEL_KIND_LETTER 2

/* "platform". */
#define GD_CHANNEL_KIND_PLATFORM 3

/* "web". */
#define GD_CHANNEL_KIND_WEB 4

/* "yellow". */
#define GD_CARD_YELLOW 1

/* "red". */
#define GD_CARD_RED 2

/* "matter". */
#define GD_TEXT_FIELD_MATTER 1

/* "appeal". */
#define GD_TEXT_FIELD_APPEAL 2

/* "caller_name". */
#define GD_TEXT_FIELD_CALLER_NAME 3

/* "caller_phone". */
#define GD_TEXT_FIELD_CALLER_PHONE 4

/* "caller_address". */
#define GD_TEXT_FIELD_CALLER_ADDRESS 5

/* "answer". */
#define GD_TEXT_FIELD_ANSWER 6

/* "remark". */
#define GD_TEXT_FIELD_REMARK 7

/* "reason". */
#define GD_TEXT_FIELD_REASON 8

/* "result". */
#define GD_TEXT_FIELD_RESULT 9

/* "note". */
#define GD_TEXT_FIELD_NOTE 10

/* "demand". */
#define GD_TEXT_FIELD_DEMAND 11

/* "title". */
#define GD_TEXT_FIELD_TITLE 12

/* "outcome". */
#define GD_TEXT_FIELD_OUTCOME 13

/* "unit". */
#define GD_SPECIES_UNIT 1

/* "category". */
#define GD_SPECIES_CATEGORY 2

/* "channel". */
#define GD_SPECIES_CHANNEL 3

/* "area". */
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

/* "satisfaction_rule". */
#define GD_SETTING_SATISFACTION_RULE 17

/* What becomes of a return that is asked for after its window: "mark" or "refuse". */
#define GD_SETTING_LATE_RETURN 18

/* Working time the centre has to decide on a return or an extension. */
#define GD_SETTING_DECIDE_WITHIN 19

/* "half_up". */
#define GD_ROUNDING_HALF_UP 1

/* "truncate". */
#define GD_ROUNDING_TRUNCATE 2

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/*
 * Figures as an Arrow stream of one batch: a column for each grouping, for each count that the
 * basis defines, and for each measure (an exact decimal, null for an empty whole). `labels` is
 * one of GD_LABELS_. The stream is written over; release it by its own release function.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_figures_arrow(const gd_figures *figures,
                           int32_t labels_over,
                           struct ArrowArrayStream *stream);

/*
 * A whole table as an Arrow stream of batches, one state of the file, read while it is asked for
 * on a connection of its own: the handle may be used, or closed, meanwhile. `table` is `tickets`,
 * `assignments`, `events`, `contacts` or `callbacks`; the filter's page is not used. The stream is
 * written over; release it by its own release function.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_IO. What fails later, the stream says.
 */
GD_API
gd_status gd_hotline_arrow(gd_hotline *hotline,
                           const char *table,
                           const gd_filter *filter_for,
                           int32_t labels_over,
                           struct ArrowArrayStream *stream);

/*
 * Begins a batch: every command of this handle until gd_hotline_commit shares one commit, and
 * others wait. A command that is refused leaves the batch as it was; GD_E_IO ends it. Questions
 * asked meanwhile include what the batch did.
 *
 * Errors: GD_E_INVALID_INPUT when a batch is open; GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
 */
GD_API gd_status gd_hotline_begin(gd_hotline *hotline);

/*
 * Puts the open batch on disk.
 *
 * Errors: GD_E_INVALID_INPUT when none is open; GD_E_IO, and then nothing of it was kept.
 */
GD_API gd_status gd_hotline_commit(gd_hotline *hotline);

/*
 * Takes the open batch back; nothing happens when none is open.
 *
 * Errors: GD_E_IO.
 */
GD_API gd_status gd_hotline_roll_back(gd_hotline *hotline);

/*
 * What the open batch has written so far. A dry run is gd_hotline_begin, the commands, this, and
 * gd_hotline_roll_back: nothing stays, and what would be refused was refused. Free *entries with
 * gd_entries_free.
 *
 * Errors: GD_E_INVALID_INPUT when no batch is open; GD_E_IO.
 */
GD_API gd_status gd_hotline_pending(gd_hotline *hotline, gd_entries **entries);

/* How many events there are. */
GD_API uint64_t gd_entries_count(const gd_entries *entries);

/*
 * One event; its strings are borrowed from the list.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_entries_at(const gd_entries *entries,
                        uint64_t index,
                        gd_entry *entry);

/* Frees a list; NULL is nothing to do. */
GD_API void gd_entries_free(gd_entries *entries);

/*
 * Makes a bulletin: sentences and tables from the same figures. Free *document with
 * gd_document_free; gd_document_save writes it to a file.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_bulletin(gd_hotline *hotline,
                              const gd_bulletin *asked,
                              gd_document **document);

/*
 * Makes a bulletin and writes it to a new file, as the path ends: .docx, .html, .md or .json.
 * `asked->format` is not looked at. The path is UTF-8 whatever the encoding. `layout` is NULL: as
 * the county printed it in 2020.
 *
 * The library is kept small, so a .docx of it has no charts, and the rest is made by the program
 * gongdan (gongdan bulletin FILE --xlsx --pdf --png --format NAME). One built with the feature
 * `office` writes .xlsx too, draws the charts of a .docx with a Chinese font of the system (without
 * one they are left out), and knows layouts: "hengdong-2020", "hengdong-2023", "plain",
 * "quarter", or the path of a folder with a format.toml and templates.
 *
 * Errors: GD_E_INVALID_INPUT for another ending or layout, and what is wrong with it; GD_E_EXISTS
 * when the path holds anything; GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_bulletin_save(gd_hotline *hotline,
                           const gd_bulletin *asked,
                           const char *layout,
                           const char *path_utf8);

/*
 * A ticket's caller as everybody may see it: the family name, and whether a telephone number and
 * an address are known. Free *caller with gd_caller_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_ticket_caller(gd_hotline *hotline,
                           int64_t id,
                           gd_caller **caller);

/*
 * A ticket's caller in full, by the centre. That it was seen, by whom and why, is an event on the
 * ticket which is on disk before the data is handed out; to look twice is two events, whatever
 * the request id. Free *caller with gd_caller_free.
 *
 * Errors: GD_E_REFUSED without a reason or for anybody but the centre; GD_E_INVALID_INPUT inside
 * a batch, since what is taken back was seen all the same; GD_E_NOT_FOUND, GD_E_BUSY,
 * GD_E_READ_ONLY, GD_E_IO.
 */
GD_API
gd_status gd_ticket_reveal(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           const char *reason,
                           gd_caller **caller);

/*
 * The name: the family name and how the person is addressed when masked; NULL when none is known.
 * Borrowed from the caller.
 */
GD_API const char *gd_caller_name(const gd_caller *caller);

/* The telephone number, borrowed from the caller; NULL when masked or not known. */
GD_API const char *gd_caller_phone(const gd_caller *caller);

/* The address, borrowed from the caller; NULL when masked or not known. */
GD_API const char *gd_caller_address(const gd_caller *caller);

/* 1 when a telephone number is known, masked or not. */
GD_API int32_t gd_caller_has_phone(const gd_caller *caller);

/* 1 when an address is known, masked or not. */
GD_API int32_t gd_caller_has_address(const gd_caller *caller);

/* 1 when something of the caller was erased. */
GD_API int32_t gd_caller_erased(const gd_caller *caller);

/* Frees a caller; NULL is nothing to do. */
GD_API void gd_caller_free(gd_caller *caller);

/*
 * Everything the file knows of the person of a telephone number, as JSON: an array, oldest ticket
 * first, of objects with `ticket`, `caller` (name, phone, address) and `history` (every event with
 * every text). Full-width digits and a leading +86 make no difference. Each ticket gets the
 * event of gd_ticket_reveal. A number that nobody gave has an empty array. Free *records with
 * gd_document_free.
 *
 * Errors: GD_E_INVALID_INPUT without a reason; else as gd_ticket_reveal.
 */
GD_API
gd_status gd_hotline_subject_export(gd_hotline *hotline,
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
GD_API
gd_status gd_hotline_subject_erase(gd_hotline *hotline,
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
GD_API
gd_status gd_hotline_retention(gd_hotline *hotline,
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
GD_API
gd_status gd_hotline_reveals(gd_hotline *hotline,
                             const char *by,
                             const char *period,
                             gd_rows **reveals);

/*
 * Empties the log beside the file into it: after an erasure, so that the erased texts are not in
 * the log either. *emptied is 1 when it could, 0 while somebody reads an older state.
 *
 * Errors: GD_E_INVALID_INPUT inside a batch; GD_E_IO.
 */
GD_API gd_status gd_hotline_empty_log(gd_hotline *hotline, int32_t *emptied);

/* Records an attempt to call the citizen back, by the centre. */
GD_API
gd_status gd_ticket_callback(gd_hotline *hotline,
                             int64_t id,
                             const gd_stamp *stamp,
                             uint32_t seen,
                             const gd_callback *callback,
                             gd_ticket **ticket);

/* Closes the ticket, by the centre, with an outcome of GD_CLOSE_OUTCOME_. */
GD_API
gd_status gd_ticket_close(gd_hotline *hotline,
                          int64_t id,
                          const gd_stamp *stamp,
                          uint32_t seen,
                          gd_close_outcome outcome,
                          gd_ticket **ticket);

/* Answers at once, by the desk: closed without any unit. `answer` may be NULL. */
GD_API
gd_status gd_ticket_resolve_online(gd_hotline *hotline,
                                   int64_t id,
                                   const gd_stamp *stamp,
                                   uint32_t seen,
                                   const char *answer,
                                   gd_ticket **ticket);

/* Does not accept the ticket, by the centre. */
GD_API
gd_status gd_ticket_reject(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           const char *reason,
                           gd_ticket **ticket);

/* Ends the ticket with no reply, by the centre. */
GD_API
gd_status gd_ticket_terminate(gd_hotline *hotline,
                              int64_t id,
                              const gd_stamp *stamp,
                              uint32_t seen,
                              const char *reason,
                              gd_ticket **ticket);

/* Opens a closed ticket again, by the centre, for a new fact. */
GD_API
gd_status gd_ticket_reopen(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           const char *reason,
                           gd_ticket **ticket);

/* Merges the ticket into a main one, by the centre. */
GD_API
gd_status gd_ticket_merge(gd_hotline *hotline,
                          int64_t id,
                          const gd_stamp *stamp,
                          uint32_t seen,
                          int64_t main_id,
                          gd_ticket **ticket);

/* Takes the merger back, by the centre. */
GD_API
gd_status gd_ticket_unmerge(gd_hotline *hotline,
                            int64_t id,
                            const gd_stamp *stamp,
                            uint32_t seen,
                            gd_ticket **ticket);

/* Marks the ticket as the same matter as an earlier one, by the centre; both go on. */
GD_API
gd_status gd_ticket_repeat(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           int64_t main_id,
                           gd_ticket **ticket);

/*
 * Hands the ticket to a lead unit and `assisting_count` assisting ones, by the centre. A second
 * transfer needs a remark; `assisting` and `remark` may be NULL.
 */
GD_API
gd_status gd_ticket_transfer(gd_hotline *hotline,
                             int64_t id,
                             const gd_stamp *stamp,
                             uint32_t seen,
                             const char *lead,
                             const char *const *assisting,
                             uint32_t assisting_count,
                             const char *remark,
                             gd_ticket **ticket);

/* Takes the ticket back before the unit has signed, by the centre. */
GD_API
gd_status gd_ticket_recall(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           gd_ticket **ticket);

/* Signs the ticket off, by the unit that has it. */
GD_API
gd_status gd_ticket_sign_off(gd_hotline *hotline,
                             int64_t id,
                             const gd_stamp *stamp,
                             uint32_t seen,
                             gd_ticket **ticket);

/* Asks for the ticket to be returned, by the unit that has it: "not ours", and why. */
GD_API
gd_status gd_ticket_request_return(gd_hotline *hotline,
                                   int64_t id,
                                   const gd_stamp *stamp,
                                   uint32_t seen,
                                   const char *reason,
                                   gd_ticket **ticket);

/*
 * Grants the return, by the centre, and hands the ticket on at once if `to` names a unit. `to` and
 * `remark` may be NULL.
 */
GD_API
gd_status gd_ticket_grant_return(gd_hotline *hotline,
                                 int64_t id,
                                 const gd_stamp *stamp,
                                 uint32_t seen,
                                 const char *to,
                                 const char *remark,
                                 gd_ticket **ticket);

/* Denies the return, by the centre; not 0 in `forbid`: the unit may not ask again. */
GD_API
gd_status gd_ticket_deny_return(gd_hotline *hotline,
                                int64_t id,
                                const gd_stamp *stamp,
                                uint32_t seen,
                                const char *reason,
                                int32_t forbid,
                                gd_ticket **ticket);

/* Names the unit that has to take it and may not return it, by the centre. `remark` may be NULL. */
GD_API
gd_status gd_ticket_designate(gd_hotline *hotline,
                              int64_t id,
                              const gd_stamp *stamp,
                              uint32_t seen,
                              const char *unit,
                              const char *remark,
                              gd_ticket **ticket);

/* Lists the ticket as difficult, by the centre: no unit takes it. */
GD_API
gd_status gd_ticket_mark_difficult(gd_hotline *hotline,
                                   int64_t id,
                                   const gd_stamp *stamp,
                                   uint32_t seen,
                                   const char *reason,
                                   gd_ticket **ticket);

/*
 * Its bytes, borrowed from it, and a zero byte after them. A text is UTF-8 whatever the encoding
 * of the handle: it is a file's content, not a string for the screen.
 */
GD_API const char *gd_document_bytes(const gd_document *document);

/* How many bytes it has, the zero byte after them not counted. */
GD_API uint64_t gd_document_length(const gd_document *document);

/*
 * Writes it to a new file and sees that it is on disk. The path is UTF-8.
 *
 * Errors: GD_E_EXISTS when the path holds anything; GD_E_IO.
 */
GD_API gd_status gd_document_save(const gd_document *document, const char *path_utf8);

/* Frees a document; NULL is nothing to do. */
GD_API void gd_document_free(gd_document *document);

/*
 * Sets the language of this thread's messages from the next one on: GD_LANGUAGE_CHINESE (the
 * default) or GD_LANGUAGE_ENGLISH.
 *
 * Errors: GD_E_INVALID_INPUT for any other number.
 */
GD_API gd_status gd_set_language(int32_t language);

/* What this thread's last call came to. */
GD_API gd_status gd_error_status(void);

/*
 * What to tell a person of this thread's last call, as one line; "" when it went well. The
 * string is borrowed from the thread until its next call. It never repeats a text that can hold
 * personal data.
 */
GD_API const char *gd_error_message(void);

/*
 * The name of the wrong argument after GD_E_INVALID_INPUT, in ASCII; "" otherwise. The string is
 * borrowed from the thread until its next call.
 */
GD_API const char *gd_error_argument(void);

/* The code of the broken rule after GD_E_REFUSED, one of GD_REFUSAL_; 0 otherwise. */
GD_API gd_refusal gd_error_refusal_code(void);

/* Where the ticket stands after GD_E_REFUSED; 0 otherwise. */
GD_API gd_stage gd_error_stage(void);

/* What was asked after GD_E_REFUSED; 0 otherwise. */
GD_API gd_verb gd_error_asked(void);

/* How many verbs may be asked of the ticket as it stands, after GD_E_REFUSED; 0 otherwise. */
GD_API uint64_t gd_error_allowed_count(void);

/* One of the verbs that may be asked of the ticket as it stands; 0 past the last one. */
GD_API gd_verb gd_error_allowed_at(uint64_t index);

/* What sort of limit the refusal quotes, one of GD_BOUND_; 0 when it quotes none. */
GD_API int32_t gd_error_bound(void);

/* The limit that the refusal quotes: a moment in milliseconds, or a number; 0 when there is none. */
GD_API int64_t gd_error_bound_value(void);

/* The version of the ticket as it stands, after the GD_E_CONFLICT of a stale caller; 0 otherwise. */
GD_API uint32_t gd_error_version(void);

/* What became of the call that failed, one of GD_OUTCOME_; 0 when it went well. */
GD_API int32_t gd_error_outcome(void);

/*
 * 1 when the very same call can succeed later: others were busy, or the machine failed in a way
 * that may pass. After GD_OUTCOME_UNKNOWN only under the same request id.
 */
GD_API int32_t gd_error_retry(void);

/*
 * The running promises of a ticket, day by day: which days counted, which were skipped, and why,
 * under the calendar of the moment they were given. Free *explained with gd_promises_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_ticket_explain(gd_hotline *hotline,
                            int64_t id,
                            gd_promises **explained);

/* How many promises there are. */
GD_API uint64_t gd_promises_count(const gd_promises *promises);

/*
 * One promise.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_promises_at(const gd_promises *promises,
                         uint64_t index,
                         gd_promise *promise);

/*
 * One day of one promise.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_promises_day(const gd_promises *promises,
                          uint64_t index,
                          uint64_t day_index,
                          gd_promise_day *day);

/* Frees promises; NULL is nothing to do. */
GD_API void gd_promises_free(gd_promises *promises);

/*
 * The figures of a question. Free *figures with gd_figures_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_figures(gd_hotline *hotline,
                             const gd_question *asked,
                             gd_figures **figures);

/* How many rows there are, in the order in which they are printed. */
GD_API uint64_t gd_figures_count(const gd_figures *figures);

/*
 * The label of a row in one of its groupings, the first being 0; borrowed from the figures. NULL
 * when there is no such row or grouping.
 */
GD_API
const char *gd_figures_label(const gd_figures *figures,
                             uint64_t row,
                             uint64_t grouping);

/*
 * The number of a row's key in one of its groupings: the number of the unit, category, channel or
 * area; -1 answered online without a category, -2 none; 0 when there is no such row or grouping.
 */
GD_API
int64_t gd_figures_key(const gd_figures *figures,
                       uint64_t row,
                       uint64_t grouping);

/*
 * A count of a row, or of the total where `row` is GD_TOTAL. `count` is one of GD_COUNT_.
 *
 * Errors: GD_E_NOT_FOUND when the basis does not define the count; GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_figures_value(const gd_figures *figures,
                           uint64_t row,
                           gd_count count,
                           int64_t *value);

/*
 * A rate of a row, or of the total where `row` is GD_TOTAL: a measure by its ASCII name, for
 * example `closure_rate`, rounded as the policy says at the cut-off.
 *
 * Errors: GD_E_NOT_FOUND when the basis does not define its counts; GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_figures_rate(const gd_figures *figures,
                          uint64_t row,
                          const char *measure,
                          gd_rate *out);

/*
 * The tickets behind a count of a row, or of the total where `row` is GD_TOTAL: exactly as many
 * as the count says, but for counts of times. Free *refs with gd_refs_free.
 *
 * Errors: GD_E_INVALID_INPUT when the basis does not define the count; GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_behind(gd_hotline *hotline,
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
GD_API
gd_status gd_hotline_between(gd_hotline *hotline,
                             const gd_question *asked,
                             gd_count counted,
                             gd_count not_counted,
                             gd_refs **refs);

/* Frees figures; NULL is nothing to do. */
GD_API void gd_figures_free(gd_figures *figures);

/*
 * The tickets that a filter finds, newest intake first. Free *tickets with gd_tickets_free.
 *
 * Errors: GD_E_INVALID_INPUT names a channel, category or unit that nobody knows; GD_E_IO,
 * GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_find(gd_hotline *hotline,
                          const gd_filter *filter_for,
                          gd_tickets **tickets);

/* How many tickets are on this page. */
GD_API uint64_t gd_tickets_count(const gd_tickets *tickets);

/* How many tickets are on all pages. */
GD_API uint64_t gd_tickets_total(const gd_tickets *tickets);

/* One ticket of the page, borrowed from the list; NULL past the last one. */
GD_API const gd_ticket *gd_tickets_at(const gd_tickets *tickets, uint64_t index);

/* Frees a list and its tickets; NULL is nothing to do. */
GD_API void gd_tickets_free(gd_tickets *tickets);

/* Reports what an assisting unit found or did, by that unit. */
GD_API
gd_status gd_ticket_report(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           const char *result,
                           gd_ticket **ticket);

/* Lets the lead handle without that assisting unit, by the centre. */
GD_API
gd_status gd_ticket_excuse(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           const char *unit,
                           gd_ticket **ticket);

/* Replies, by the lead unit. */
GD_API
gd_status gd_ticket_handle(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           const char *result,
                           gd_ticket **ticket);

/* Sends a poor reply back, by the centre. */
GD_API
gd_status gd_ticket_send_back(gd_hotline *hotline,
                              int64_t id,
                              const gd_stamp *stamp,
                              uint32_t seen,
                              const char *reason,
                              gd_ticket **ticket);

/* Sends the ticket back for another handling, by the centre: the citizen is not satisfied. */
GD_API
gd_status gd_ticket_rework(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           const char *reason,
                           gd_ticket **ticket);

/*
 * What happened to a ticket, in order, with its texts but without the caller's data, and
 * without the telephone numbers in its texts. Free *history with gd_history_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_ticket_history(gd_hotline *hotline,
                            int64_t id,
                            gd_history **history_of);

/*
 * What happened to a ticket with its texts as they were typed, telephone numbers and all, by the
 * centre. That they were seen is an event, as gd_ticket_reveal writes it. Free *history with
 * gd_history_free.
 *
 * Errors: as gd_ticket_reveal.
 */
GD_API
gd_status gd_ticket_reveal_history(gd_hotline *hotline,
                                   int64_t id,
                                   const gd_stamp *stamp,
                                   const char *reason,
                                   gd_history **history_of);

/* How many events there are. */
GD_API uint64_t gd_history_count(const gd_history *history);

/*
 * One event.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_history_at(const gd_history *history,
                        uint64_t index,
                        gd_history_entry *entry);

/*
 * One text of one event.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_history_text(const gd_history *history,
                          uint64_t index,
                          uint64_t text_index,
                          gd_text *text);

/* Frees a history; NULL is nothing to do. */
GD_API void gd_history_free(gd_history *history);

/*
 * Opens a file that stands. *hotline is the new handle, NULL when it fails; close it with
 * gd_hotline_close. `path` is UTF-8 whatever the encoding; `flags` are GD_OPEN_.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_NOT_A_HOTLINE, GD_E_FILE_TOO_NEW, GD_E_CORRUPT, GD_E_IO,
 * GD_E_BUSY, GD_E_INVALID_INPUT. The file stays as it is.
 */
GD_API
gd_status gd_hotline_open(const char *path_utf8,
                          uint32_t flags,
                          gd_hotline **hotline);

/*
 * Opens a file that stands, and waits at most so many milliseconds for others who write;
 * gd_hotline_open waits 10000.
 *
 * Errors: as gd_hotline_open.
 */
GD_API
gd_status gd_hotline_open_patient(const char *path_utf8,
                                  uint32_t flags,
                                  uint32_t patience_ms,
                                  gd_hotline **hotline);

/*
 * Opens a file that stands, with options that may grow; NULL means GD_OPEN_OPTIONS_INIT.
 *
 * Errors: as gd_hotline_open.
 */
GD_API
gd_status gd_hotline_open_with(const char *path_utf8,
                               const gd_open_options *options,
                               gd_hotline **hotline);

/*
 * Makes a new file of a region, with the published calendar and the default policy, all by
 * events under the stamp. *hotline is the new handle, NULL when it fails.
 *
 * Errors: GD_E_EXISTS when the path holds anything, GD_E_INVALID_INPUT, GD_E_IO.
 */
GD_API
gd_status gd_hotline_create(const char *path_utf8,
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
GD_API void gd_hotline_close(gd_hotline *hotline);

/*
 * Tells a handle what its client speaks: GD_ENCODING_UTF8 or GD_ENCODING_GB18030. From then on
 * all its strings, in and out, and the messages of its calls are in that encoding; paths stay
 * UTF-8. What does not fit is GD_E_INVALID_INPUT, never a question mark.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_CLOSED.
 */
GD_API gd_status gd_hotline_set_encoding(gd_hotline *hotline, int32_t encoding_spoken);

/*
 * Tells the calling thread what it speaks: the encoding of its calls that have no handle, and
 * what handles that it opens from now on begin with.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status gd_set_encoding(int32_t encoding_spoken);

/*
 * The head of the journal: how many events it has, and the hash of the last one as 64
 * hexadecimal digits and a zero byte. Two files with the same head hold the same events. Either
 * out-pointer may be NULL.
 *
 * Errors: GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_head(gd_hotline *hotline,
                          uint64_t *events,
                          char (*hash)[65]);

/*
 * The hash of one event of the journal, as gd_hotline_head gives that of the last one.
 *
 * Errors: GD_E_NOT_FOUND when there is no such event; GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status gd_hotline_hash_at(gd_hotline *hotline, uint64_t seq, char (*hash)[65]);

/*
 * Who founded the file: one row of one column, `by`. Free *founder with gd_rows_free.
 *
 * Errors: GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status gd_hotline_founder(gd_hotline *hotline, gd_rows **founder);

/*
 * Copies the file, complete and consistent, while others read and write it. The path is UTF-8.
 *
 * Errors: GD_E_EXISTS when the path holds anything, GD_E_INVALID_INPUT inside a batch, GD_E_IO.
 */
GD_API gd_status gd_hotline_backup(gd_hotline *hotline, const char *path_utf8);

/*
 * Takes a ticket in. *ticket, which may be NULL, is the ticket as it stands now; free it with
 * gd_ticket_free. An external number that was seen before answers with the ticket that stands
 * (gd_ticket_repeated) and writes nothing.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_CONFLICT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO. Whatever the
 * error, nothing was written.
 */
GD_API
gd_status gd_ticket_intake(gd_hotline *hotline,
                           const gd_stamp *stamp,
                           const gd_intake *intake,
                           gd_ticket **ticket);

/* The present moment, for callers who want it: nothing inside the library asks the clock. */
GD_API int64_t gd_now(void);

/*
 * Reads `YYYY-MM-DD HH:MM[:SS[.mmm]]` in Beijing time, or RFC 3339 with an offset.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status gd_moment_read(const char *text, int64_t *at);

/*
 * Reads a cut-off: a moment as in gd_moment_read, or a bare date, which means its end.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status gd_moment_read_as_of(const char *text, int64_t *as_of);

/*
 * Writes a moment as `YYYY-MM-DD HH:MM:SS` in Beijing time, and a zero byte: at least 20 bytes
 * of room. GD_NO_MOMENT is written as "".
 *
 * Errors: GD_E_INVALID_INPUT when it does not fit or is beyond the years 1 to 9999.
 */
GD_API gd_status gd_moment_write(int64_t at, char *text, uint64_t room);

/* How many words a list of GD_LIST_ has; 0 when there is no such list. */
GD_API uint64_t gd_list_count(gd_list of);

/* The code of one word of a list; 0 past the last one. */
GD_API int32_t gd_list_code(gd_list of, uint64_t index);

/*
 * The name of a code, in ASCII, the same in every language's face: gd_name(GD_LIST_STATUS,
 * GD_E_REFUSED) is "refused". The string lives for ever; NULL when there is no such code. It
 * leaves the thread's last message alone, so that both can be printed at once.
 */
GD_API const char *gd_name(gd_list of, int32_t code);

/*
 * The office term of a code, Chinese, in the thread's encoding (gd_set_encoding). The string
 * lives for ever; NULL when there is no such code. It leaves the thread's last message alone.
 */
GD_API const char *gd_term(gd_list of, int32_t code);

/*
 * The code of a name of a list.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API gd_status gd_code(gd_list of, const char *name, int32_t *code);

/*
 * The rule of a measure in words, for example `closed / accepted`, in ASCII. The string lives for
 * ever; NULL when there is no such measure.
 */
GD_API const char *gd_measure_rule(const char *measure);

/*
 * Counts contacts (calls, letters) by a channel on a day, `YYYY-MM-DD`; a negative count corrects
 * an earlier one.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
 */
GD_API
gd_status gd_hotline_record_contacts(gd_hotline *hotline,
                                     const gd_stamp *stamp,
                                     const char *channel,
                                     const char *day,
                                     int64_t count,
                                     gd_entries **written);

/*
 * Contacts of a period by channel, as known at a moment, in printed order. The columns of the
 * rows: `id` (of the channel), `channel`, `contacts`. Free *contacts with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_contacts(gd_hotline *hotline,
                              const char *period,
                              int64_t as_of,
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
GD_API
gd_status gd_hotline_office_json(gd_hotline *hotline,
                                 const gd_stamp *stamp,
                                 const char *command_json,
                                 gd_entries **written);

/*
 * Executes any command on a ticket, given as JSON: `"sign_off"`, `{"transfer": {"lead": "..."}}`:
 * the verb, and its arguments by name. For programs that keep commands in files or queues; all
 * others have a function a verb.
 */
GD_API
gd_status gd_ticket_execute_json(gd_hotline *hotline,
                                 int64_t id,
                                 const gd_stamp *stamp,
                                 uint32_t seen,
                                 const char *command_json,
                                 gd_ticket **ticket);

/*
 * The figures of a question as they were and as they would have been under other rules: what
 * people did stays, every promise is worked out anew, the file is not changed. `provisions_json`
 * is a list of provisions of the policy, `notices_json` one of notices of holidays and make-up
 * days, both as in gd_hotline_office_json; either may be NULL. Free both answers with
 * gd_figures_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_what_if(gd_hotline *hotline,
                             const gd_question *asked,
                             const char *provisions_json,
                             const char *notices_json,
                             gd_figures **as_it_was,
                             gd_figures **as_if);

/*
 * The figures of a question and of the same question of an earlier period. Where an issue of that
 * period was published its frozen figures are taken, and *year and *number, which may be NULL, name
 * it; else they are 0. Free both answers with gd_figures_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_since(gd_hotline *hotline,
                           const gd_question *asked,
                           int32_t against,
                           gd_figures **now,
                           gd_figures **before,
                           int32_t *year,
                           uint32_t *number);

/*
 * The carry-over account of a period, ticket by ticket. The columns of the rows: `part`
 * (`opening`, `taken_in`, `reopened`, `ended` or `carried_out`) and `id`. The first three have as
 * many tickets as the last two. Free *account with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_account(gd_hotline *hotline,
                             const char *period,
                             int64_t as_of,
                             gd_rows **account);

/* Puts the ticket in another category, by the centre; NULL takes the category away. */
GD_API
gd_status gd_ticket_reclassify(gd_hotline *hotline,
                               int64_t id,
                               const gd_stamp *stamp,
                               uint32_t seen,
                               const char *category,
                               gd_ticket **ticket);

/* Puts kind, urgency, area, matter or appeal right, by the centre. */
GD_API
gd_status gd_ticket_amend(gd_hotline *hotline,
                          int64_t id,
                          const gd_stamp *stamp,
                          uint32_t seen,
                          const gd_amendment *amendment,
                          gd_ticket **ticket);

/* Adds a note, by anyone. */
GD_API
gd_status gd_ticket_note(gd_hotline *hotline,
                         int64_t id,
                         const gd_stamp *stamp,
                         uint32_t seen,
                         const char *text,
                         gd_ticket **ticket);

/* Withholds the caller's data (not 0) or no longer (0), by the centre. */
GD_API
gd_status gd_ticket_confidential(gd_hotline *hotline,
                                 int64_t id,
                                 const gd_stamp *stamp,
                                 uint32_t seen,
                                 int32_t confidential,
                                 gd_ticket **ticket);

/* Urges the unit, by the centre. `text` may be NULL. */
GD_API
gd_status gd_ticket_urge(gd_hotline *hotline,
                         int64_t id,
                         const gd_stamp *stamp,
                         uint32_t seen,
                         const char *text,
                         gd_ticket **ticket);

/*
 * Demands something of a unit, or of the centre itself where `unit` is NULL; by the centre or the
 * supervisor.
 */
GD_API
gd_status gd_ticket_supervise(gd_hotline *hotline,
                              int64_t id,
                              const gd_stamp *stamp,
                              uint32_t seen,
                              const char *unit,
                              const char *demand,
                              gd_ticket **ticket);

/* Answers the demand of that number, by the centre or the unit. */
GD_API
gd_status gd_ticket_answer(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           uint32_t no,
                           const char *result,
                           gd_ticket **ticket);

/* Shows a unit a card of GD_CARD_, by the centre or the supervisor. */
GD_API
gd_status gd_ticket_card(gd_hotline *hotline,
                         int64_t id,
                         const gd_stamp *stamp,
                         uint32_t seen,
                         gd_card card,
                         const char *unit,
                         const char *reason,
                         gd_ticket **ticket);

/*
 * Picks the ticket as a typical case (not 0) or takes it out again (0), by the centre. `edited_case`
 * may be NULL.
 */
GD_API
gd_status gd_ticket_feature(gd_hotline *hotline,
                            int64_t id,
                            const gd_stamp *stamp,
                            uint32_t seen,
                            int32_t featured,
                            const gd_case *edited_case,
                            gd_ticket **ticket);

/*
 * Erases every text of the ticket for good, by the centre; codes, times and figures stay. The
 * reason stays too, so it should not name the person. gd_hotline_empty_log says afterwards
 * whether the texts have left the log; gd_hotline_subject_erase erases a person's every ticket.
 */
GD_API
gd_status gd_ticket_erase(gd_hotline *hotline,
                          int64_t id,
                          const gd_stamp *stamp,
                          uint32_t seen,
                          const char *reason,
                          gd_ticket **ticket);

/* Asks for so many working days more, by the lead unit, before the limit. */
GD_API
gd_status gd_ticket_request_extension(gd_hotline *hotline,
                                      int64_t id,
                                      const gd_stamp *stamp,
                                      uint32_t seen,
                                      uint32_t days,
                                      const char *reason,
                                      gd_ticket **ticket);

/* Grants the extension, by the centre. */
GD_API
gd_status gd_ticket_grant_extension(gd_hotline *hotline,
                                    int64_t id,
                                    const gd_stamp *stamp,
                                    uint32_t seen,
                                    gd_ticket **ticket);

/* Denies the extension, by the centre. */
GD_API
gd_status gd_ticket_deny_extension(gd_hotline *hotline,
                                   int64_t id,
                                   const gd_stamp *stamp,
                                   uint32_t seen,
                                   const char *reason,
                                   gd_ticket **ticket);

/* Takes the ticket off the clock, by the centre. */
GD_API
gd_status gd_ticket_suspend(gd_hotline *hotline,
                            int64_t id,
                            const gd_stamp *stamp,
                            uint32_t seen,
                            const char *reason,
                            gd_ticket **ticket);

/* Puts the ticket back on the clock, by the centre. */
GD_API
gd_status gd_ticket_resume(gd_hotline *hotline,
                           int64_t id,
                           const gd_stamp *stamp,
                           uint32_t seen,
                           gd_ticket **ticket);

/* Works the running limits out again under the rules of today, by the centre. */
GD_API
gd_status gd_ticket_reschedule(gd_hotline *hotline,
                               int64_t id,
                               const gd_stamp *stamp,
                               uint32_t seen,
                               const char *reason,
                               gd_ticket **ticket);

/*
 * Publishes an issue: its figures, rules, difficult tickets and the journal's head are frozen in
 * one event. *seq, which may be NULL, is that event's place in the journal.
 *
 * Errors: GD_E_EXISTS when the number is taken; GD_E_INVALID_INPUT names `answers_for` when
 * figures that should agree differ and nobody answers for it; GD_E_READ_ONLY, GD_E_BUSY, GD_E_IO.
 */
GD_API
gd_status gd_hotline_publish(gd_hotline *hotline,
                             const gd_stamp *stamp,
                             const gd_new_issue *issue,
                             uint64_t *seq);

/*
 * Every published issue, in the order of publication. The columns of the rows: `year`, `number`,
 * `period`, `as_of`, `at`, `by`, `seq`, `seen`, `head`, `formula`, `answers_for`, `difficult` (how
 * many it named) and `tables` (how many it froze). Free *issues
 * with gd_rows_free.
 *
 * Errors: GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_issues(gd_hotline *hotline,
                            gd_rows **issues);

/*
 * Holds an issue against the file. *intact, which may be NULL, is 1 when the journal up to the
 * issue still has the printed hash and the figures reckoned from it are the frozen ones. The rows
 * are what would be printed otherwise today: `by` (the table), `key`, `count`, `printed`, `today`,
 * `appeared` and `gone` (the printed numbers of the tickets that make the difference, joined by
 * blanks). Free *corrections with gd_rows_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_compare(gd_hotline *hotline,
                             int32_t year,
                             uint32_t number,
                             int32_t *intact,
                             gd_rows **corrections);

/*
 * The typical cases of a period, as they stood at a moment. Free *typical with gd_tickets_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_typical_cases(gd_hotline *hotline,
                                   const char *period,
                                   int64_t as_of,
                                   gd_tickets **typical);

/*
 * The difficult tickets of a period, as they stood at a moment. Free *difficult with
 * gd_tickets_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_difficult_cases(gd_hotline *hotline,
                                     const char *period,
                                     int64_t as_of,
                                     gd_tickets **difficult);

/*
 * The difficult tickets of the last issue before a moment: what the next issue follows up. The
 * rows have one column, `id`. Free *tickets with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_followed_up(gd_hotline *hotline,
                                 int64_t as_of,
                                 gd_rows **tickets);

/*
 * Answers one SELECT on the documented views `v1_...`, read-only, as the file was last
 * committed. `values` are those of its parameters, `count` of them. A query that takes more than
 * `steps` instructions of SQLite's virtual machine is stopped; ten million are about a second,
 * 0 means ten million. Free *rows with gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT for anything but such a SELECT, or when the steps are used up;
 * GD_E_BUSY.
 */
GD_API
gd_status gd_hotline_query(gd_hotline *hotline,
                           const char *sql,
                           const gd_datum *values,
                           uint32_t count,
                           uint64_t steps,
                           gd_rows **answer);

/* How many rows there are. */
GD_API uint64_t gd_rows_count(const gd_rows *rows);

/* How many columns there are. */
GD_API uint64_t gd_rows_columns(const gd_rows *rows);

/* The name of a column, borrowed from the rows; NULL past the last one. */
GD_API const char *gd_rows_column(const gd_rows *rows, uint64_t column);

/* What a value is, one of GD_DATUM_. */
GD_API int32_t gd_rows_sort(const gd_rows *rows, uint64_t row, uint64_t column);

/* A whole number; 0 when the value is none. */
GD_API int64_t gd_rows_integer(const gd_rows *rows, uint64_t row, uint64_t column);

/* A number; 0 when the value is none. */
GD_API double gd_rows_real(const gd_rows *rows, uint64_t row, uint64_t column);

/* A text, borrowed from the rows; NULL when the value is none. */
GD_API const char *gd_rows_text(const gd_rows *rows, uint64_t row, uint64_t column);

/* Frees rows; NULL is nothing to do. */
GD_API void gd_rows_free(gd_rows *rows);

/* How many tickets there are. */
GD_API uint64_t gd_refs_count(const gd_refs *refs);

/* The id of one of them; 0 past the last one. */
GD_API int64_t gd_refs_id(const gd_refs *refs, uint64_t index);

/* The printed number of one of them, borrowed from the list; NULL past the last one. */
GD_API const char *gd_refs_number(const gd_refs *refs, uint64_t index);

/* Frees a list; NULL is nothing to do. */
GD_API void gd_refs_free(gd_refs *refs);

/*
 * Adds an entry. *written, here and in all commands to the office, is the events that were
 * written; it may be NULL, else free it with gd_entries_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
 */
GD_API
gd_status gd_register_add(gd_hotline *hotline,
                          const gd_stamp *stamp,
                          const gd_new_entry *entry,
                          gd_entries **written);

/*
 * Gives an entry another name by which it is found. `name` is any of its names.
 *
 * Errors: as gd_register_add.
 */
GD_API
gd_status gd_register_alias(gd_hotline *hotline,
                            const gd_stamp *stamp,
                            gd_species species,
                            const char *name,
                            const char *alias,
                            gd_entries **written);

/*
 * Calls an entry otherwise from a moment on; the old name still finds it.
 *
 * Errors: as gd_register_add.
 */
GD_API
gd_status gd_register_rename(gd_hotline *hotline,
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
GD_API
gd_status gd_register_place(gd_hotline *hotline,
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
GD_API
gd_status gd_register_merge(gd_hotline *hotline,
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
GD_API
gd_status gd_register_split(gd_hotline *hotline,
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
GD_API
gd_status gd_register_retire(gd_hotline *hotline,
                             const gd_stamp *stamp,
                             gd_species species,
                             const char *name,
                             int64_t from,
                             gd_entries **written);

/*
 * Lists the entries of a species as they stand at a moment, in the order in which they are
 * printed. The columns of the rows: `id`, `name`, `aliases` (joined by line feeds),
 * `channel_kind` (its number), `group`, `order`, `parent` (its number), `retired_at` and
 * `merged_at` (moments), `merged_into` (a number); what is not, is nothing. Free *entries with
 * gd_rows_free.
 *
 * Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_hotline_register(gd_hotline *hotline,
                              gd_species species,
                              int64_t at,
                              gd_rows **entries);

/*
 * How the file stands: its size, its log, its free pages.
 *
 * Errors: GD_E_IO, GD_E_CORRUPT.
 */
GD_API gd_status gd_hotline_health(gd_hotline *hotline, gd_health *health);

/*
 * Makes a new file of what can be read of a damaged one: the events whose chain is whole from the
 * first one on, the texts that agree with them, and every row rebuilt from these. The damaged
 * file and its log do not change by a byte. Both paths are UTF-8. *salvaged may be left out
 * with NULL; verifying the new file names each text that is missing.
 *
 * Errors: GD_E_NOT_FOUND; GD_E_EXISTS when the new path holds anything; GD_E_CORRUPT or
 * GD_E_NOT_A_HOTLINE when not even the first event can be read; GD_E_IO.
 */
GD_API
gd_status gd_salvage(const char *from_utf8,
                     const char *to_utf8,
                     gd_salvaged *salvaged);

/*
 * The version of the library that runs, as a number like GD_VERSION_NUMBER.
 *
 * Any thread. Leaves the thread's last message alone.
 */
GD_API int32_t gd_version_number(void);

/*
 * The version of the library that runs, as text. The string lives for ever.
 *
 * Any thread. Leaves the thread's last message alone.
 */
GD_API const char *gd_version(void);

/*
 * A ticket. Free *ticket with gd_ticket_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_ticket_get(gd_hotline *hotline,
                        int64_t id,
                        gd_ticket **ticket);

/*
 * The ticket that bears a printed number. Free *ticket with gd_ticket_free.
 *
 * Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
 */
GD_API
gd_status gd_ticket_get_by_number(gd_hotline *hotline,
                                  const char *number,
                                  gd_ticket **ticket);

/*
 * The id of the ticket of the last command that succeeded on this handle, for callers who give
 * NULL for the ticket; 0 before the first one.
 */
GD_API int64_t gd_hotline_last_ticket(gd_hotline *hotline);

/*
 * Frees a ticket; NULL is nothing to do. One that is borrowed from a list, or freed already,
 * leaves GD_E_CLOSED as the thread's status, and no harm is done.
 */
GD_API void gd_ticket_free(gd_ticket *ticket);

/*
 * How many events the command wrote that answered with this ticket; 0 for a ticket that was
 * asked for.
 */
GD_API uint64_t gd_ticket_entries_count(const gd_ticket *ticket);

/*
 * One of the events that the command wrote that answered with this ticket.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_ticket_entries_at(const gd_ticket *ticket,
                               uint64_t index,
                               gd_entry *entry);

/*
 * 1 when the command that answered with this ticket had been done before: the same request id,
 * or the same external number.
 */
GD_API int32_t gd_ticket_repeated(const gd_ticket *ticket);

/* Its id in the file, below 2^53; 0 for no ticket. */
GD_API int64_t gd_ticket_id(const gd_ticket *ticket);

/* The number printed on it. */
GD_API const char *gd_ticket_number(const gd_ticket *ticket);

/* How many events it has: pass it along as `seen` with the next command. */
GD_API uint32_t gd_ticket_version(const gd_ticket *ticket);

/* Where it stands, one of GD_STAGE_. */
GD_API gd_stage gd_ticket_stage(const gd_ticket *ticket);

/* The matter in a line; NULL once it was erased. */
GD_API const char *gd_ticket_matter(const gd_ticket *ticket);

/* The channel's name. */
GD_API const char *gd_ticket_channel(const gd_ticket *ticket);

/* The category's name, or NULL. */
GD_API const char *gd_ticket_category(const gd_ticket *ticket);

/* What the citizen wants, one of GD_KIND_. */
GD_API gd_kind gd_ticket_kind(const gd_ticket *ticket);

/* How pressing it is, one of GD_URGENCY_. */
GD_API gd_urgency gd_ticket_urgency(const gd_ticket *ticket);

/* The area's name, or NULL. */
GD_API const char *gd_ticket_area(const gd_ticket *ticket);

/* 1 when the caller's data is withheld. */
GD_API int32_t gd_ticket_is_confidential(const gd_ticket *ticket);

/* The number another platform gave it, or NULL. */
GD_API const char *gd_ticket_external(const gd_ticket *ticket);

/* The unit that leads it now, or NULL. */
GD_API const char *gd_ticket_unit(const gd_ticket *ticket);

/* How many units assist now. */
GD_API uint64_t gd_ticket_assisting_count(const gd_ticket *ticket);

/* One of the units that assist now. */
GD_API const char *gd_ticket_assisting_at(const gd_ticket *ticket, uint64_t index);

/* When it was taken in. */
GD_API int64_t gd_ticket_accepted_at(const gd_ticket *ticket);

/* The moment of its last event. */
GD_API int64_t gd_ticket_last_at(const gd_ticket *ticket);

/* When the unit that leads now got it; GD_NO_MOMENT when none has it. */
GD_API int64_t gd_ticket_transferred_at(const gd_ticket *ticket);

/* The sign-off promise of that unit, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_sign_off_by(const gd_ticket *ticket);

/* When it signed, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_signed_off_at(const gd_ticket *ticket);

/* Its handling promise as first given, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_first_handle_by(const gd_ticket *ticket);

/* Its handling promise now, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_handle_by(const gd_ticket *ticket);

/* The citizen's own limit, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_total_by(const gd_ticket *ticket);

/* The limit of the running rework, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_rework_by(const gd_ticket *ticket);

/* The limit that runs now, of the handling or the rework, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_running_by(const gd_ticket *ticket);

/* When its standing reply came, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_handled_at(const gd_ticket *ticket);

/* 1 when a reply came late: once so, for ever. */
GD_API int32_t gd_ticket_handled_late(const gd_ticket *ticket);

/* 1 when its running limit had passed at a moment, in milliseconds since 1970. */
GD_API int32_t gd_ticket_is_overdue(const gd_ticket *ticket, int64_t as_of);

/* How many attempts were made to call back. */
GD_API uint32_t gd_ticket_callbacks(const gd_ticket *ticket);

/* The citizen's last answer about the result, one of GD_SATISFACTION_; 0 when there is none. */
GD_API gd_satisfaction gd_ticket_satisfaction(const gd_ticket *ticket);

/* When the centre closed it last, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_closed_at(const gd_ticket *ticket);

/* With what outcome, one of GD_CLOSE_OUTCOME_; 0 while it is not closed. */
GD_API gd_close_outcome gd_ticket_close_outcome(const gd_ticket *ticket);

/* Since when it is off the clock, or GD_NO_MOMENT. */
GD_API int64_t gd_ticket_suspended_at(const gd_ticket *ticket);

/* 1 while a return is asked for. */
GD_API int32_t gd_ticket_return_pending(const gd_ticket *ticket);

/* The working days asked for as an extension; 0 when none is asked for. */
GD_API uint32_t gd_ticket_extension_pending(const gd_ticket *ticket);

/* 1 when an editor picked it for the bulletin. */
GD_API int32_t gd_ticket_is_featured(const gd_ticket *ticket);

/* The id of the main ticket it was merged into, or 0. */
GD_API int64_t gd_ticket_merged_into(const gd_ticket *ticket);

/* The id of the first ticket of the same matter, or 0. */
GD_API int64_t gd_ticket_repeat_of(const gd_ticket *ticket);

/*
 * Checks the file: pages and keys, the journal's chain, every text's salted hash, and every row
 * against the replay of its events. It reads only. `progress` may be NULL; `context` is passed to
 * it. Free *verified with gd_verified_free.
 *
 * Errors: GD_E_INVALID_INPUT inside a batch; else only when the head itself cannot be read: what does
 * not agree is a finding.
 */
GD_API
gd_status gd_hotline_verify(gd_hotline *hotline,
                            gd_progress progress,
                            void *context,
                            gd_verified **verified);

/*
 * gd_hotline_verify against `count` anchors. They find a tail cut off and a journal rewritten
 * whole, which the file alone cannot show.
 *
 * Errors: GD_E_INVALID_INPUT names `anchor` for one that is no hash; else as gd_hotline_verify.
 */
GD_API
gd_status gd_hotline_verify_against(gd_hotline *hotline,
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
GD_API
gd_status gd_hotline_backup_verified(gd_hotline *hotline,
                                     const char *path_utf8,
                                     gd_verified **verified);

/*
 * How much was checked.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_verified_checked(const gd_verified *verified,
                              gd_checked *checked);

/*
 * One thing that was not, or cannot be, checked: an English sentence borrowed from the object; NULL
 * past the last one.
 */
GD_API
const char *gd_verified_not_checked(const gd_verified *verified,
                                    uint64_t index);

/* How many findings there are; 0 when the file is sound. */
GD_API uint64_t gd_verified_count(const gd_verified *verified);

/*
 * One finding; its strings are borrowed from the object.
 *
 * Errors: GD_E_INVALID_INPUT.
 */
GD_API
gd_status gd_verified_at(const gd_verified *verified,
                         uint64_t index,
                         gd_finding *finding);

/* Frees it; NULL is nothing to do. */
GD_API void gd_verified_free(gd_verified *verified);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* GONGDAN_H */

/* The version this header belongs to, as text. */
#define GD_VERSION "0.1.0"

/* The total, where a row is asked for. */
#define GD_TOTAL ((uint64_t)-1)

/* What a struct is set to before anything else. */
#define GD_OPEN_OPTIONS_INIT { sizeof(gd_open_options), 0, 0, 0 }
#define GD_FOUNDING_INIT { sizeof(gd_founding), 0, 0, 0 }
#define GD_STAMP_INIT { sizeof(gd_stamp), GD_ROLE_CENTRE, 0, 0, 0, 0 }
#define GD_INTAKE_INIT { sizeof(gd_intake), GD_KIND_HELP, GD_URGENCY_NORMAL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }
#define GD_NEW_ENTRY_INIT { sizeof(gd_new_entry), 0, 0, 0, 0, 0, 0, 0, 0, 0 }
#define GD_NEW_ISSUE_INIT { sizeof(gd_new_issue), 0, 0, 0, 0, 0, 0 }
#define GD_BULLETIN_INIT { sizeof(gd_bulletin), GD_FORMAT_MARKDOWN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }
#define GD_CALLBACK_INIT { sizeof(gd_callback), 0, 0, 0, 0 }
#define GD_AMENDMENT_INIT { sizeof(gd_amendment), 0, 0, 0, 0, 0, 0 }
#define GD_CASE_INIT { sizeof(gd_case), 0, 0, 0, 0 }
#define GD_FILTER_INIT { sizeof(gd_filter), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }
#define GD_QUESTION_INIT { sizeof(gd_question), GD_BASIS_COHORT, 0, 0, 0, 0, 0, 0 }
#define GD_ENTRY_INIT { sizeof(gd_entry), 0, 0, 0 }
#define GD_HISTORY_ENTRY_INIT { sizeof(gd_history_entry), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }
#define GD_TEXT_INIT { sizeof(gd_text), 0, 0, 0 }
#define GD_PROMISE_INIT { sizeof(gd_promise), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }
#define GD_PROMISE_DAY_INIT { sizeof(gd_promise_day), 0, 0, 0, 0, 0, 0, 0 }
#define GD_RATE_INIT { sizeof(gd_rate), 0, 0, 0, "" }
#define GD_CHECKED_INIT { sizeof(gd_checked), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }
#define GD_FINDING_INIT { sizeof(gd_finding), 0, 0, 0, 0, 0 }
#define GD_HEALTH_INIT { sizeof(gd_health), 0, 0, 0, 0, 0, 0, 0, 0 }
#define GD_SALVAGED_INIT { sizeof(gd_salvaged), 0, 0, 0, 0, 0, 0, 0 }
