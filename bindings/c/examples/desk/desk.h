/* A small hotline desk in GTK 3: one C file a screen. All strings are UTF-8, as GTK wants them. */
#ifndef DESK_H
#define DESK_H

#include <gongdan.h>
#include <gtk/gtk.h>

struct desk {
    gd_hotline *hotline;
    GtkWidget *window, *pages, *said;
    int64_t now;          /* the desk's clock: the real one, or that of the month it looks at */
    const char *by;
    int64_t ticket;       /* the one on the ticket's page, and the version of it that is shown */
    uint32_t seen;
};

extern struct desk desk;

/* Shows a message at the foot of the window: the library's own when the call failed. */
void say(const char *good, gd_status status);
/* A moment as people read it, or a dash. The text is the next call's. */
const char *moment_text(int64_t moment);
const char *or_dash(const char *text);
GtkWidget *button(GtkAccelGroup *keys, const char *label, guint key, GCallback pressed);

GtkWidget *list_page(GtkAccelGroup *keys);
void list_refresh(void);
GtkWidget *ticket_page(GtkAccelGroup *keys);
void ticket_show(int64_t id);
GtkWidget *figures_page(void);
void figures_refresh(void);

#endif
