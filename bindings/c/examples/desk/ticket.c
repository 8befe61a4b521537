/* A ticket's page: what it is, its history, its deadline explained, and what can be done with it. */
#include "desk.h"

static GtkWidget *head, *past, *limits;

static void put_head(const gd_ticket *ticket)
{
    char *text = g_strdup_printf(
        "%s    %s    %s\n%s\n承办:%s    签收时限:%s    办理时限:%s", gd_ticket_number(ticket),
        gd_term(GD_LIST_STAGE, gd_ticket_stage(ticket)), gd_ticket_channel(ticket),
        or_dash(gd_ticket_matter(ticket)), or_dash(gd_ticket_unit(ticket)),
        moment_text(gd_ticket_sign_off_by(ticket)), moment_text(gd_ticket_handle_by(ticket)));
    gtk_label_set_text(GTK_LABEL(head), text);
    g_free(text);
}

static void put_history(void)
{
    gd_history *history = NULL;
    gd_history_entry entry = GD_HISTORY_ENTRY_INIT;
    gd_text text = GD_TEXT_INIT;
    GString *lines = g_string_new("经过\n");
    uint64_t i, j;
    if (gd_ticket_history(desk.hotline, desk.ticket, &history) == GD_OK) {
        for (i = 0; i < gd_history_count(history); i++) {
            gd_history_at(history, i, &entry);
            g_string_append_printf(lines, "%s  %s  %s  %s%s\n", moment_text(entry.at), entry.term, entry.by,
                                   entry.unit == NULL ? "" : entry.unit, entry.late ? "  (超期)" : "");
            for (j = 0; j < entry.text_count; j++) {
                gd_history_text(history, i, j, &text);
                g_string_append_printf(lines, "        %s:%s\n", gd_term(GD_LIST_TEXT_FIELD, text.field), text.content);
            }
        }
    }
    gd_history_free(history);
    gtk_label_set_text(GTK_LABEL(past), lines->str);
    g_string_free(lines, TRUE);
}

static void put_limits(void)
{
    gd_promises *promises = NULL;
    gd_promise promise = GD_PROMISE_INIT;
    gd_promise_day day = GD_PROMISE_DAY_INIT;
    GString *lines = g_string_new("时限的由来\n");
    uint64_t i, j;
    if (gd_ticket_explain(desk.hotline, desk.ticket, &promises) == GD_OK) {
        for (i = 0; i < gd_promises_count(promises); i++) {
            gd_promises_at(promises, i, &promise);
            g_string_append_printf(lines, "%s:%s,至 %s\n",
                                   promise.unit[0] ? promise.unit : "群众", promise.rule, moment_text(promise.by));
            for (j = 0; j < promise.day_count; j++) {
                gd_promises_day(promises, i, j, &day);
                g_string_append_printf(lines, "    %s  %s  %s\n", day.day, day.ordinal ? "计" : "不计", day.why);
            }
        }
    }
    gd_promises_free(promises);
    gtk_label_set_text(GTK_LABEL(limits), lines->str);
    g_string_free(lines, TRUE);
}

static void put(const gd_ticket *ticket)
{
    desk.ticket = gd_ticket_id(ticket);
    desk.seen = gd_ticket_version(ticket);
    put_head(ticket);
    put_history();
    put_limits();
}

void ticket_show(int64_t id)
{
    gd_ticket *ticket = NULL;
    gd_status status = gd_ticket_get(desk.hotline, id, &ticket);
    if (status == GD_OK) {
        put(ticket);
        gtk_notebook_set_current_page(GTK_NOTEBOOK(desk.pages), 1);
    }
    say("", status);
    gd_ticket_free(ticket);
}

/* Who does it: the unit that has the ticket for its own acts, the centre for the others. */
static gd_stamp stamp(int of_unit, char **unit)
{
    gd_stamp stamp = GD_STAMP_INIT;
    gd_ticket *ticket = NULL;
    stamp.by = desk.by;
    stamp.at = desk.now += 1000;
    stamp.version = desk.seen;
    if (of_unit && gd_ticket_get(desk.hotline, desk.ticket, &ticket) == GD_OK) {
        *unit = g_strdup(gd_ticket_unit(ticket));
        stamp.role = GD_ROLE_UNIT;
        stamp.unit = *unit;
    }
    gd_ticket_free(ticket);
    return stamp;
}

/* Shows what a command came to; when somebody was faster, what stands now as well. */
static void done(const char *good, gd_status status, gd_ticket *ticket)
{
    say(good, status);
    if (status == GD_OK) {
        put(ticket);
    } else if (status == GD_E_CONFLICT && gd_ticket_get(desk.hotline, desk.ticket, &ticket) == GD_OK) {
        put(ticket);
    }
    gd_ticket_free(ticket);
}

static void sign_off(void)
{
    char *unit = NULL;
    gd_ticket *ticket = NULL;
    gd_status status;
    gd_stamp who = stamp(1, &unit);
    status = gd_ticket_sign_off(desk.hotline, desk.ticket, &who, &ticket);
    done("已签收", status, ticket);
    g_free(unit);
}

static void handle(void)
{
    char *unit = NULL;
    gd_ticket *ticket = NULL;
    gd_status status;
    gd_stamp who = stamp(1, &unit);
    status = gd_ticket_handle(desk.hotline, desk.ticket, &who, "已现场处理", &ticket);
    done("已办结", status, ticket);
    g_free(unit);
}

static void call_back(void)
{
    gd_ticket *ticket = NULL;
    gd_status status;
    gd_stamp who = stamp(0, NULL);
    gd_callback callback = GD_CALLBACK_INIT;
    callback.outcome = GD_CALLBACK_OUTCOME_REACHED;
    callback.satisfaction = GD_SATISFACTION_SATISFIED;
    callback.solved = GD_YES;
    status = gd_ticket_callback(desk.hotline, desk.ticket, &who, &callback, &ticket);
    done("已回访", status, ticket);
}

static void close_it(void)
{
    gd_ticket *ticket = NULL;
    gd_status status;
    gd_stamp who = stamp(0, NULL);
    status = gd_ticket_close(desk.hotline, desk.ticket, &who, GD_CLOSE_OUTCOME_SOLVED, &ticket);
    done("已结案", status, ticket);
}

static GtkWidget *words(GtkWidget **label)
{
    *label = gtk_label_new("");
    gtk_label_set_xalign(GTK_LABEL(*label), 0);
    gtk_label_set_yalign(GTK_LABEL(*label), 0);
    gtk_label_set_line_wrap(GTK_LABEL(*label), TRUE);
    gtk_label_set_selectable(GTK_LABEL(*label), TRUE);
    return *label;
}

GtkWidget *ticket_page(GtkAccelGroup *keys)
{
    static const struct { const char *label; guint key; void (*pressed)(void); } BUTTONS[] = {
        {"签收 F7", GDK_KEY_F7, sign_off}, {"办结 F8", GDK_KEY_F8, handle},
        {"回访 F9", GDK_KEY_F9, call_back}, {"结案 F11", GDK_KEY_F11, close_it}};
    GtkWidget *page = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *both = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 24);
    GtkWidget *scroll = gtk_scrolled_window_new(NULL, NULL);
    size_t i;
    for (i = 0; i < G_N_ELEMENTS(BUTTONS); i++) {
        GtkWidget *made = button(keys, BUTTONS[i].label, BUTTONS[i].key, G_CALLBACK(BUTTONS[i].pressed));
        gtk_box_pack_start(GTK_BOX(row), made, FALSE, FALSE, 6);
    }
    gtk_box_pack_start(GTK_BOX(page), words(&head), FALSE, FALSE, 6);
    gtk_box_pack_start(GTK_BOX(page), row, FALSE, FALSE, 6);
    gtk_box_pack_start(GTK_BOX(both), words(&past), TRUE, TRUE, 12);
    gtk_box_pack_start(GTK_BOX(both), words(&limits), TRUE, TRUE, 12);
    gtk_container_add(GTK_CONTAINER(scroll), both);
    gtk_box_pack_start(GTK_BOX(page), scroll, TRUE, TRUE, 0);
    return page;
}
