/* Commands as they are asked, done, and told. This file is UTF-8. */
#ifndef ASKING_H
#define ASKING_H

#include "words.h"

/* A command as it is asked: one struct for all verbs of the story. */
struct asked {
    gd_verb verb;
    int64_t ticket;
    gd_stamp stamp;
    const char *text;
    const char *remark;
    gd_callback callback;
    gd_intake intake;
    gd_ticket *answer;
};

static struct asked ask(gd_verb verb, int64_t ticket, const gd_stamp *stamp, const char *text)
{
    struct asked asked;
    memset(&asked, 0, sizeof asked);
    asked.verb = verb;
    asked.ticket = ticket;
    asked.stamp = *stamp;
    asked.text = text;
    return asked;
}

static gd_status perform(void *what)
{
    struct asked *a = (struct asked *)what;
    const gd_stamp *stamp = &a->stamp;
    gd_ticket **out = &a->answer;
    switch (a->verb) {
    case GD_VERB_INTAKE:
        return gd_ticket_intake(hotline, stamp, &a->intake, out);
    case GD_VERB_TRANSFER:
        return gd_ticket_transfer(hotline, a->ticket, stamp, a->text, NULL, 0, NULL, out);
    case GD_VERB_SIGN_OFF:
        return gd_ticket_sign_off(hotline, a->ticket, stamp, out);
    case GD_VERB_HANDLE:
        return gd_ticket_handle(hotline, a->ticket, stamp, a->text, out);
    case GD_VERB_CALLBACK:
        return gd_ticket_callback(hotline, a->ticket, stamp, &a->callback, out);
    case GD_VERB_REWORK:
        return gd_ticket_rework(hotline, a->ticket, stamp, a->text, out);
    case GD_VERB_CLOSE:
        return gd_ticket_close(hotline, a->ticket, stamp, GD_CLOSE_OUTCOME_SOLVED, out);
    case GD_VERB_REQUEST_RETURN:
        return gd_ticket_request_return(hotline, a->ticket, stamp, a->text, out);
    case GD_VERB_GRANT_RETURN:
        return gd_ticket_grant_return(hotline, a->ticket, stamp, a->text, a->remark, out);
    case GD_VERB_MARK_DIFFICULT:
        return gd_ticket_mark_difficult(hotline, a->ticket, stamp, a->text, out);
    case GD_VERB_REOPEN:
        return gd_ticket_reopen(hotline, a->ticket, stamp, a->text, out);
    case GD_VERB_RESOLVE_ONLINE:
        return gd_ticket_resolve_online(hotline, a->ticket, stamp, a->text, out);
    default:
        return gd_ticket_note(hotline, a->ticket, stamp, a->text, out);
    }
}

static void receipt(const char *name, const gd_ticket *ticket)
{
    gd_entry entry = GD_ENTRY_INIT;
    uint64_t i;
    printf("%s: %s v%lu %s [", name, gd_ticket_number(ticket),
           (unsigned long)gd_ticket_version(ticket), gd_name(GD_LIST_STAGE, gd_ticket_stage(ticket)));
    for (i = 0; i < gd_ticket_entries_count(ticket); i++) {
        must(gd_ticket_entries_at(ticket, i, &entry), "entry");
        printf("%s%s", i == 0 ? "" : " ", entry.event);
    }
    printf("]%s\n", gd_ticket_repeated(ticket) ? " repeated" : "");
}

static int64_t done(const char *name, struct asked asked)
{
    int64_t id = 0;
    gd_status status = perform(&asked);
    if (status != GD_OK) {
        failed(name, status, perform, &asked);
        return 0;
    }
    receipt(name, asked.answer);
    id = gd_ticket_id(asked.answer);
    gd_ticket_free(asked.answer);
    return id;
}

static struct asked intake(const gd_stamp *stamp, const char *channel, const char *matter)
{
    struct asked asked = ask(GD_VERB_INTAKE, 0, stamp, NULL);
    gd_intake fresh = GD_INTAKE_INIT;
    asked.intake = fresh;
    asked.intake.channel = channel;
    asked.intake.matter = matter;
    return asked;
}

static struct asked callback(int64_t id, const gd_stamp *stamp, gd_satisfaction said, int32_t solved)
{
    struct asked asked = ask(GD_VERB_CALLBACK, id, stamp, NULL);
    gd_callback fresh = GD_CALLBACK_INIT;
    asked.callback = fresh;
    asked.callback.outcome = GD_CALLBACK_OUTCOME_REACHED;
    asked.callback.satisfaction = said;
    asked.callback.solved = solved;
    return asked;
}

static void tell_entries(gd_entries *entries)
{
    gd_entry entry = GD_ENTRY_INIT;
    uint64_t i;
    for (i = 0; i < gd_entries_count(entries); i++) {
        must(gd_entries_at(entries, i, &entry), "entry");
        printf("%s%s", i == 0 ? "" : " ", entry.event);
    }
    gd_entries_free(entries);
}

#endif
